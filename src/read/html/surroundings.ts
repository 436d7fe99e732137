/** What on a page is not its content: what surrounds it, and what visitors wrote. `survey.ts` finds it, once a page. */
import { type AnyNode, type Element, isTag } from "domhandler";
import type { PageElement } from "./tree.ts";

/** What is no element says nothing of itself. */
type Any = Partial<PageElement>;

/** Whether an element is one of those that surround content rather than being it. */
export function isSilent(node: AnyNode): boolean {
  return (node as Any).isSilent === true;
}

/** A part of a page that visitors wrote. */
export function isVisitors(node: AnyNode): boolean {
  return (node as Any).isVisitors === true;
}

/** Whether a node stands in what visitors wrote rather than in what the site says. */
export function isUserContent(node: AnyNode): boolean {
  return (node as Any).isUsers === true;
}

export function isInLink(element: Element): boolean {
  for (let at: AnyNode | null = element; at; at = at.parent) if (isTag(at) && at.name === "a") return true;
  return false;
}
