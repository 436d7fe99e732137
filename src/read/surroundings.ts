/** What on a page is not its content: what surrounds it, and what visitors wrote. */
import { type AnyNode, type Element, isTag } from "domhandler";
import { firstIn } from "./tree.ts";

/** Tags whose text is never content. */
const SILENT_TAGS = new Set(
  "script style noscript template svg iframe nav header footer aside form button select option dialog head".split(" "),
);
/** Blocks that come and go on every page, told by their names: banners, consent boxes, pagers, sharing, breadcrumbs. */
const SILENT_NAME =
  /(?:^|[-_\s])(?:banner|cookies?|consent|alert|announcement|breadcrumbs?|share|sharing|social|pager|pagination|newsletter|skip-link|visually-hidden|sr-only|related|promo|carousel|slider|rotat\w*)(?:$|[-_\s])/i;

/** No name is longer; what is written further says nothing. */
const MAX_NAME = 1000;

/** Whether an element is one of those that surround content rather than being it. */
export function isSilent(node: AnyNode): boolean {
  if (node.type !== "tag" && node.type !== "script" && node.type !== "style") return false;
  if (SILENT_TAGS.has(node.name)) return true;
  const { class: names = "", id = "", role = "" } = node.attribs;
  if (/^(?:banner|navigation|search|alert|alertdialog|dialog|status|timer|marquee)$/.test(role)) return true;
  if (node.attribs["aria-hidden"] === "true" || "hidden" in node.attribs) return true;
  return SILENT_NAME.test(names.slice(0, MAX_NAME)) || SILENT_NAME.test(id.slice(0, MAX_NAME));
}

/** What visitors wrote, told by its marks: comments, replies, forum posts, what a link says of itself (`rel="ugc"`). */
const USER_CONTENT =
  /(?:^|(?<!\bno)[-_\s])(?:comments?(?!-(?:open|closed|off|on|enabled|disabled|count|number|link))|comment-?list|repl(?:y|ies)|respond|forum|discussion|thread|message-?board|public-?(?:comments?|feedback|submissions?)|consultation-?responses?|ugc|user-?(?:content|posts?|uploads?)|disqus(?:_thread)?|guestbook|reviews-list)(?:$|[-_\s])/i;

/** What these are named says something of the page: "no-comments". */
const WHOLE = new Set(["html", "body", "main"]);

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

/** A part of a page that visitors wrote. Not what holds the page's own heading: a whole article may be marked so. */
export function isVisitors(node: AnyNode): boolean {
  return isMarkedAsUsers(node) && !holdsHeading(node);
}

function isMarkedAsUsers(node: AnyNode): boolean {
  if (!("attribs" in node) || WHOLE.has(node.name)) return false;
  const { class: names = "", id = "", rel = "", itemtype = "" } = node.attribs;
  if (/\bugc\b/i.test(rel.slice(0, MAX_NAME))) return true;
  if (/schema\.org\/(?:Comment|UserComments|DiscussionForumPosting)/.test(itemtype.slice(0, MAX_NAME))) return true;
  return USER_CONTENT.test(names.slice(0, MAX_NAME)) || USER_CONTENT.test(id.slice(0, MAX_NAME));
}

const headings = new WeakMap<AnyNode, Element | null>();

/** Whether the first h1 of a node's page stands in it. */
function holdsHeading(node: AnyNode): boolean {
  let root = node;
  while (root.parent) root = root.parent;
  const found = headings.get(root);
  const heading = found === undefined ? (firstIn(root, ({ name }) => name === "h1") ?? null) : found;
  headings.set(root, heading);
  for (let at: AnyNode | null = heading; at; at = at.parent) if (at === node) return true;
  return false;
}

export function isInLink(element: Element): boolean {
  for (let at: AnyNode | null = element; at; at = at.parent) if (isTag(at) && at.name === "a") return true;
  return false;
}
