/** What on a page is not its content: what surrounds it, and what visitors wrote. */
import { type AnyNode, type Element, isTag, type ParentNode } from "domhandler";
import { firstIn, walk } from "./tree.ts";

/** What is never shown as text, or is there to be filled in or chosen from. */
const NEVER_CONTENT = new Set("script style noscript template svg iframe button select option title".split(" "));

/** Tags that surround content, where they do not hold it. */
const SURROUNDING_TAGS = new Set("nav header footer aside form dialog".split(" "));
/** A header or a footer of one of these is part of what it says. */
const PARTS = new Set("main article section".split(" "));
/** Blocks that come and go on every page, told by their names: banners, consent boxes, pagers, sharing, breadcrumbs. */
const SURROUNDING_NAME =
  /(?:^|[-_\s])(?:banner|cookies?|consent|alert|announcement|breadcrumbs?|share|sharing|social|pager|pagination|newsletter|skip-link|visually-hidden|sr-only|related|promo|carousel|slider|rotat\w*)(?:$|[-_\s])/i;
const SURROUNDING_ROLE = /^(?:banner|navigation|search|alert|alertdialog|dialog|status|timer|marquee)$/;
/** Menus, feet and consent boxes may say more than a short page: what holds half of it is asked of the words outside them. */
const OUTSIDE = new Set("nav footer header dialog".split(" "));
const OUTSIDE_NAME =
  /(?:^|\s)(?:(?:main|site|top|primary|mega|nav|global)?[-_]?(?:menu|navigation)|[\w-]*(?:cookie|consent|gdpr)[\w-]*)(?:$|\s)/i;

/** No name is longer; what is written further says nothing. */
const MAX_NAME = 1000;
/** With fewer letters outside them, menus and the like are all that a page has. */
const LEAST_OUTSIDE = 200;
/** A form with so many letters for each of its fields is a page in a form: ASP.NET wraps whole pages in one. */
const LETTERS_A_FIELD = 200;
const FIELDS = new Set("input textarea select button".split(" "));
/** What only a whole page has: a form with one of them is around it. */
const FRAME = new Set("main article nav h1".split(" "));

const silent = new WeakSet<AnyNode>();

/** What may surround content, with what it holds: letters, those outside menus, heads and feet, and fields to fill in. */
interface Candidate {
  element: Element;
  all: number;
  outside: number;
  fields: number;
  isFrame: boolean;
}

/**
 * Goes through a page once, and notes which of its elements surround content rather than being it. What holds half of a page's
 * words is content, whatever its tag; what is only named like surroundings, with a quarter.
 */
export function survey(root: ParentNode): void {
  const candidates: Candidate[] = [];
  // Of each element that is open, by its depth: a page has many thousands, and each is asked.
  const all = [0];
  const outside = [0];
  const fields = [0];
  const isFrame = [false];
  const isOutside = [false];
  const isPart = [false];
  let depth = 0;
  walk(
    root,
    (node) => {
      if (node.type === "text") {
        const letters = lettersIn(node.data);
        all[depth] = (all[depth] ?? 0) + letters;
        if (!isOutside[depth]) outside[depth] = (outside[depth] ?? 0) + letters;
      }
      if (!isTag(node)) return undefined;
      if (FIELDS.has(node.name) && node.attribs.type !== "hidden") fields[depth] = (fields[depth] ?? 0) + 1;
      if (NEVER_CONTENT.has(node.name)) return "over";
      if (FRAME.has(node.name)) isFrame[depth] = true;
      const wasPart = isPart[depth] ?? false;
      const wasOutside = isOutside[depth] ?? false;
      depth++;
      all[depth] = 0;
      outside[depth] = 0;
      fields[depth] = 0;
      isFrame[depth] = false;
      isPart[depth] = wasPart || PARTS.has(node.name);
      isOutside[depth] = wasOutside || (!wasPart && isOutsideContent(node));
      return undefined;
    },
    (node) => {
      if (!isTag(node)) return;
      const held = {
        element: node,
        all: all[depth] ?? 0,
        outside: outside[depth] ?? 0,
        fields: fields[depth] ?? 0,
        isFrame: isFrame[depth] ?? false,
      };
      depth--;
      all[depth] = (all[depth] ?? 0) + held.all;
      outside[depth] = (outside[depth] ?? 0) + held.outside;
      fields[depth] = (fields[depth] ?? 0) + held.fields;
      isFrame[depth] = isFrame[depth] || held.isFrame;
      if (isSurroundingBy(node, isPart[depth] ?? false)) candidates.push(held);
    },
  );
  const whole = { all: all[0] ?? 0, outside: outside[0] ?? 0 };
  const isBare = whole.outside < LEAST_OUTSIDE && whole.outside < whole.all / 10;
  for (const held of candidates) {
    const part = isMarked(held.element) ? 2 : 4;
    const holdsMuch = isBare ? held.all >= whole.all / 2 : held.outside >= whole.outside / part && held.outside > 0;
    const isWrapped = held.isFrame || held.outside >= LETTERS_A_FIELD * Math.max(1, held.fields);
    const isAround = held.element.name === "form" && isWrapped;
    if (!holdsMuch && !isAround) silent.add(held.element);
  }
}

function isOutsideContent(element: Element): boolean {
  if (OUTSIDE.has(element.name)) return true;
  const names = element.name === "body" ? "" : nameOf(element);
  return names !== "" && OUTSIDE_NAME.test(names);
}

/** Letters and figures of any writing, near enough. */
export function lettersIn(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 47) letters++;
  return letters;
}

function nameOf({ attribs: { class: names = "", id = "" } }: Element): string {
  return names === "" && id === "" ? "" : `${names.slice(0, MAX_NAME)} ${id.slice(0, MAX_NAME)}`;
}

/** Whether an element's tag, its role or its being hidden says so, rather than a name that somebody gave it. */
function isMarked({ name, attribs }: Element): boolean {
  if (SURROUNDING_TAGS.has(name)) return true;
  const { role, hidden, "aria-hidden": isHidden } = attribs;
  return hidden !== undefined || isHidden === "true" || (role !== undefined && SURROUNDING_ROLE.test(role));
}

function isSurroundingBy(element: Element, isPart: boolean): boolean {
  if (element.name === "header" && isPart) return false;
  return isMarked(element) || isNamed(element, SURROUNDING_NAME, HEADING);
}

/** Sections are named after their headings, and articles after what they are filed under: such a name says what they are about. */
const HEADING = /^(?:[^-_]+[-_]){4}/;
const FILED_UNDER = /^(?:tag|category)-/i;

function isNamed(element: Element, pattern: RegExp, except: RegExp): boolean {
  const names = nameOf(element);
  if (names === "" || !pattern.test(names)) return false;
  return names.split(/\s+/).some((name) => pattern.test(name) && !FILED_UNDER.test(name) && !except.test(name));
}

/** Whether an element is one of those that surround content rather than being it. */
export function isSilent(node: AnyNode): boolean {
  if (node.type !== "tag" && node.type !== "script" && node.type !== "style") return false;
  return NEVER_CONTENT.has(node.name) || silent.has(node);
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
  const { rel = "", itemtype = "" } = node.attribs;
  if (/\bugc\b/i.test(rel.slice(0, MAX_NAME))) return true;
  if (/schema\.org\/(?:Comment|UserComments|DiscussionForumPosting)/.test(itemtype.slice(0, MAX_NAME))) return true;
  return isNamed(node, USER_CONTENT, FILED_UNDER);
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
