/** Going through a page's tree: in the order of the page, without recursion, and no further than is asked for. */
import type { AnyNode, Document, Element, ParentNode } from "domhandler";
import { isTag } from "domhandler";

/** A page. Whatever is found out about one is kept with it, so that it goes when the page goes. */
export interface Tree extends Document {
  /** Where its own content stands (region.ts). */
  region?: Element[];
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

/** Nodes of one link or one row in which its words are looked for: where each holds the next, all of them are not gone through again for each. */
export const FAR = 1000;

/** The first element that passes a test, in the order of the page. @param most nodes that are gone through */
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
