/** Going through a page's tree: in the order of the page, without recursion, and no further than is asked for. */
import { type AnyNode, type ChildNode, type Document, Element, isTag, type ParentNode } from "domhandler";

/** A page. Whatever is found out about one is kept with it, so that it goes when the page goes. */
export interface Tree extends Document {
  /** All of it, in the order of the page. */
  elements: PageElement[];
  /** Letters and figures that stand in no element. */
  letters: number;
  /** Where its own content stands (region.ts). */
  region?: Element[];
}

/** What is never shown as text, or is there to be filled in or chosen from. */
const NEVER_CONTENT = new Set("script style template svg iframe button select option head title".split(" "));
/** What holds nothing holds the same nothing: a list of its own is made with the first thing in it. */
const NOTHING: ChildNode[] = [];

/** An element of a page, and what is found out about it while the page is parsed and surveyed (survey.ts). */
export class PageElement extends Element {
  /** Letters and figures of the texts that stand right in it, where it may be content. */
  letters = 0;
  /** It surrounds content rather than being it; by its tag, as long as the page is not surveyed. */
  isSilent: boolean;
  /** What visitors wrote begins with it. */
  isVisitors = false;
  /** It stands in what visitors wrote. */
  isUsers = false;

  constructor(name: string, attributes: Record<string, string>, children = NOTHING) {
    super(name, attributes, children);
    this.isSilent = NEVER_CONTENT.has(name);
  }
}

/** What is to be done about a node: `over` leaves out what it holds, `stop` ends the walk. */
type Step = "over" | "stop" | undefined;

/**
 * Calls `enter` for a node and all that it holds, and `leave` after what a node holds has been gone through. A node that was
 * stepped over is not left.
 */
export function walk(root: AnyNode, enter: (node: AnyNode) => Step, leave?: (node: AnyNode) => void): void {
  let node = root;
  for (;;) {
    const step = enter(node);
    if (step === "stop") return;
    const child = step !== "over" && "children" in node ? node.children[0] : undefined;
    if (child) {
      node = child;
      continue;
    }
    if (step !== "over") leave?.(node);
    while (node !== root && !node.next) {
      node = node.parent as ParentNode;
      leave?.(node);
    }
    if (node === root) return;
    node = node.next as AnyNode;
  }
}

/** The same for all elements of a page, without its texts. */
export function walkElements(
  tree: Tree,
  enter: (element: PageElement) => "over" | undefined,
  leave: (element: PageElement) => void,
): void {
  let over: PageElement | undefined;
  let last: AnyNode | null = tree;
  const leaveUntil = (next: AnyNode | null) => {
    for (; last && last !== next; last = last.parent) {
      if (!over) leave(last as PageElement);
      else if (last === over) over = undefined;
    }
  };
  for (const element of tree.elements) {
    leaveUntil(element.parent);
    if (!over && enter(element) === "over") over = element;
    last = element;
  }
  leaveUntil(tree);
}

/** The first element of a page that passes a test, in the order of the page. */
export function first(tree: Tree, test: (element: Element) => boolean): Element | undefined {
  return tree.elements.find(test);
}

/** Nodes of one link or one row in which its words are looked for: where each holds the next, all of them are not gone through again for each. */
export const FAR = 1000;

/** The first element of those that a node holds, or itself, that passes a test. @param most nodes that are gone through */
export function firstIn(
  root: AnyNode,
  test: (element: Element) => boolean,
  most = Number.POSITIVE_INFINITY,
): Element | undefined {
  let found: Element | undefined;
  let left = most;
  walk(root, (node) => {
    if (left-- <= 0) return "stop";
    if (!isTag(node) || !test(node)) return undefined;
    found = node;
    return "stop";
  });
  return found;
}

/** The nearest element around a node, or itself, that passes a test. */
export function around(node: AnyNode, test: (element: Element) => boolean): Element | undefined {
  for (let at: AnyNode | null = node; at; at = at.parent) if (isTag(at) && test(at)) return at;
  return undefined;
}
