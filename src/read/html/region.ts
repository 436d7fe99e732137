/** Where a page's own content stands. */
import { type Element, isTag } from "domhandler";
import { selected } from "./selectors.ts";
import { around, type Tree, walkElements } from "./tree.ts";

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

function regionOf(tree: Tree): Element[] {
  const { places, body, letters } = placesIn(tree);
  for (const found of places) {
    const real = found.filter((place) => place.letters > 0 && place.letters >= letters * LEAST_SHARE);
    const all = new Set(real.map(({ element }) => element));
    const parts = [...all].filter(({ parent }) => !parent || !around(parent, (one) => all.has(one)));
    if (parts.length === 1 || (parts[0] && parts[0].name !== "article")) return parts;
  }
  return body ? [body] : tree.children.filter(isTag);
}

/** Goes through what is content of a page, and says how much of it stands where. */
function placesIn(tree: Tree): { places: Place[][]; body: Element | undefined; letters: number } {
  const places: Place[][] = REGIONS.map(() => []);
  let body: Element | undefined;
  /** Letters that have been gone through, and how many of them before each element that is being gone through. */
  let letters = tree.letters;
  const before: number[] = [];
  walkElements(
    tree,
    (element) => {
      if (element.isSilent || element.isVisitors) return "over";
      if (element.name === "body") body ??= element;
      before.push(letters);
      letters += element.letters;
      return undefined;
    },
    (element) => {
      const held = letters - (before.pop() ?? 0);
      const rank = REGIONS.findIndex((isRegion) => isRegion(element));
      places[rank]?.push({ element, letters: held });
    },
  );
  return { places, body, letters };
}
