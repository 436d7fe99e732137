/** What on a page is not its content: what surrounds it, and what visitors wrote. `survey.ts` finds it, once a page. */
import { type AnyNode, type Element, isTag } from "domhandler";

/** What is never shown as text, or is there to be filled in or chosen from. */
const NEVER_CONTENT = new Set("script style template svg iframe button select option head title".split(" "));

const surrounding = new WeakSet<AnyNode>();
const ofVisitors = new WeakSet<AnyNode>();

export function noteSurrounding(element: Element): void {
  surrounding.add(element);
}

export function noteVisitors(element: Element): void {
  ofVisitors.add(element);
}

/** By its tag. */
export function isNeverContent({ name }: Element): boolean {
  return NEVER_CONTENT.has(name);
}

/** Whether an element is one of those that surround content rather than being it. */
export function isSilent(node: AnyNode): boolean {
  return isTag(node) && (isNeverContent(node) || surrounding.has(node));
}

/** A part of a page that visitors wrote. */
export function isVisitors(node: AnyNode): boolean {
  return ofVisitors.has(node);
}

const known = new WeakMap<AnyNode, boolean>();

/** Whether a node stands in what visitors wrote rather than in what the site says. What was found of a node is kept. */
export function isUserContent(node: AnyNode): boolean {
  const path: AnyNode[] = [];
  let at: AnyNode | null = node;
  while (at && !known.has(at)) {
    path.push(at);
    at = at.parent;
  }
  let isUsers = at !== null && known.get(at) === true;
  for (const step of path.reverse()) {
    isUsers ||= isVisitors(step);
    known.set(step, isUsers);
  }
  return isUsers;
}

export function isInLink(element: Element): boolean {
  for (let at: AnyNode | null = element; at; at = at.parent) if (isTag(at) && at.name === "a") return true;
  return false;
}
