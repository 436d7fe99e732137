/** Where a page's own content stands. */
import { type AnyNode, type Element, isTag, type ParentNode } from "domhandler";
import { selected } from "./selectors.ts";
import { isSilent, isVisitors } from "./surroundings.ts";
import { lettersIn } from "./survey.ts";
import { around, type Tree, walk } from "./tree.ts";

/** What says of itself that it holds the content, the surest first. Several articles are a list, and none of them is all of it. */
const REGIONS: readonly ((element: Element) => boolean)[] = [
  ({ name }) => name === "main",
  ({ attribs: { role, id } }) => role === "main" || id === "main-content" || id === "content",
  ({ name }) => name === "article",
];

/** A region that holds less of what a page says is a place to skip to, or one of several. */
const LEAST_SHARE = 0.2;

/** A place that may be the region, with what it holds. */
interface Place {
  element: Element;
  letters: number;
}

/** The element that holds a page's own content, or what a watch's selector names. */
export function contentRegion(tree: Tree, selector?: string): Element[] {
  if (selector) return selected(tree, selector);
  tree.region ??= regionOf(tree);
  return tree.region;
}

function regionOf(root: ParentNode): Element[] {
  const { places, body, letters } = placesIn(root);
  for (const found of places) {
    const real = found.filter((place) => place.letters > 0 && place.letters >= letters * LEAST_SHARE);
    const all = new Set(real.map(({ element }) => element));
    const parts = [...all].filter(({ parent }) => !parent || !around(parent, (one) => all.has(one)));
    if (parts.length === 1 || (parts[0] && parts[0].name !== "article")) return parts;
  }
  return body ? [body] : root.children.filter(isTag);
}

/** Goes through what is content of a page, and says how much of it stands where. */
function placesIn(root: ParentNode): { places: Place[][]; body: Element | undefined; letters: number } {
  const places: Place[][] = REGIONS.map(() => []);
  const open = [0];
  let body: Element | undefined;
  const add = (letters: number) => open.push((open.pop() ?? 0) + letters);
  walk(
    root,
    (node) => {
      if (node.type === "text") add(lettersIn(node.data));
      if (!isTag(node)) return undefined;
      if (isSilent(node) || isVisitors(node)) return "over";
      if (node.name === "body") body ??= node;
      open.push(0);
      return undefined;
    },
    (node: AnyNode) => {
      if (!isTag(node)) return;
      const letters = open.pop() ?? 0;
      add(letters);
      const rank = REGIONS.findIndex((isRegion) => isRegion(node));
      places[rank]?.push({ element: node, letters });
    },
  );
  return { places, body, letters: open[0] ?? 0 };
}
