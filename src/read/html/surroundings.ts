/** What on a page is not its content: what surrounds it, and what visitors wrote. */
import { type AnyNode, type Element, isTag, type ParentNode } from "domhandler";
import { firstIn, walk } from "./tree.ts";

/** What is never shown as text, or is there to be filled in or chosen from. */
const NEVER_CONTENT = new Set("script style template svg iframe button select option head title".split(" "));

/** Tags that surround content, where they do not hold it. */
const SURROUNDING_TAGS = new Set("nav header footer aside form dialog noscript".split(" "));
/** A header or a footer of one of these is part of what it says. */
const PARTS = new Set("main article section".split(" "));
/** Blocks that come and go on every page, told by their names: banners, consent boxes, pagers, sharing, breadcrumbs. */
const SURROUNDING_NAME =
  /(?:^|[-_\s])(?:banner|cookies?|consent|alert|announcement|breadcrumbs?|share|sharing|social|pager|pagination|newsletter|skip-link|visually-hidden|sr-only|related|promo|carousel|slider|rotat\w*)(?:$|[-_\s])/i;
const SURROUNDING_ROLE = /^(?:banner|navigation|search|alert|alertdialog|dialog|status|timer|marquee)$/;
/** Menus, feet and consent boxes may say more than a short page: what holds half of it is asked of the words outside them. */
const OUTSIDE = new Set("nav footer header dialog noscript".split(" "));
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

/** So many times what else a page without a heading says is not what visitors wrote of it, whatever it is named. */
const ALMOST_ALL = 9;

const ofVisitors = new WeakSet<AnyNode>();

/** What an element holds. */
interface Held {
  element: Element;
  /** Letters and figures: all of them, and those outside menus, heads and feet. */
  all: number;
  outside: number;
  fields: number;
  /** Whether it holds something that only a whole page has. */
  isFrame: boolean;
  isOutside: boolean;
  isPart: boolean;
  isVisitors: boolean;
  /** Whether what visitors wrote begins with it, or begins anew. */
  beginsVisitors: boolean;
  /** Whether something in it is visitors' again: a list of comments. */
  holdsVisitors: boolean;
}

/**
 * Goes through a page once, and notes which of its elements surround content rather than being it. What holds half of a page's
 * words is content, whatever its tag; what is only named like surroundings, with a quarter.
 */
export function survey(root: ParentNode): void {
  const whole = held(undefined);
  const open = [whole];
  const candidates: Held[] = [];
  const visitors: Held[] = [];
  walk(
    root,
    (node) => {
      const at = open.at(-1) as Held;
      if (node.type === "text") {
        const letters = lettersIn(node.data);
        at.all += letters;
        if (!at.isOutside) at.outside += letters;
      }
      if (!isTag(node)) return undefined;
      if (FIELDS.has(node.name) && node.attribs.type !== "hidden") at.fields++;
      if (NEVER_CONTENT.has(node.name)) return "over";
      if (FRAME.has(node.name)) at.isFrame = true;
      open.push(held(node, at));
      return undefined;
    },
    (node) => {
      if (!isTag(node)) return;
      const done = open.pop() as Held;
      const around = open.at(-1) as Held;
      around.all += done.all;
      around.outside += done.outside;
      around.fields += done.fields;
      around.isFrame ||= done.isFrame;
      around.holdsVisitors ||= done.holdsVisitors || (done.beginsVisitors && around.isVisitors);
      if (done.isVisitors && !around.isVisitors) visitors.push(done);
      if (isSurroundingBy(node, around.isPart)) candidates.push(done);
    },
  );
  const [only] = visitors;
  if (only && visitors.length === 1 && !only.holdsVisitors && only.all > whole.outside * ALMOST_ALL)
    if (firstHeading(root) === null) ofVisitors.delete(only.element);
  const isBare = whole.outside < LEAST_OUTSIDE && whole.outside < whole.all / 10;
  for (const { element, all, outside, fields, isFrame } of candidates) {
    const part = isMarked(element) ? 2 : 4;
    if (element.name === "noscript") {
      if (all < LEAST_OUTSIDE || all < whole.outside) silent.add(element);
      continue;
    }
    const holdsMuch = isBare ? all >= whole.all / 2 : outside >= whole.outside / part && outside > 0;
    const isWrapped = isFrame || outside >= LETTERS_A_FIELD * Math.max(1, fields);
    if (!holdsMuch && !(element.name === "form" && isWrapped)) silent.add(element);
  }
}

function held(element: Element | undefined, around?: Held): Held {
  const beginsVisitors = element !== undefined && isMarkedAsUsers(element) && !holdsHeading(element);
  if (beginsVisitors) ofVisitors.add(element);
  const isUsers = around?.isVisitors || beginsVisitors;
  const isOutside =
    element !== undefined &&
    element.name !== "body" &&
    (OUTSIDE.has(element.name) || OUTSIDE_NAME.test(nameOf(element)));
  return {
    element: element as Element,
    ...{ all: 0, outside: 0, fields: 0, isFrame: false },
    isOutside: around?.isOutside || isUsers || (isOutside && !around?.isPart),
    isPart: around?.isPart || (element !== undefined && PARTS.has(element.name)),
    isVisitors: isUsers,
    beginsVisitors,
    holdsVisitors: false,
  };
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
  return ofVisitors.has(node);
}

function isMarkedAsUsers(node: Element): boolean {
  if (WHOLE.has(node.name)) return false;
  const { rel = "", itemtype = "" } = node.attribs;
  if (/\bugc\b/i.test(rel.slice(0, MAX_NAME))) return true;
  if (/schema\.org\/(?:Comment|UserComments|DiscussionForumPosting)/.test(itemtype.slice(0, MAX_NAME))) return true;
  return isNamed(node, USER_CONTENT, FILED_UNDER);
}

const headings = new WeakMap<AnyNode, Element | null>();

/** The first h1 of a page. */
function firstHeading(root: AnyNode): Element | null {
  const found = headings.get(root);
  const heading = found === undefined ? (firstIn(root, ({ name }) => name === "h1") ?? null) : found;
  headings.set(root, heading);
  return heading;
}

/** Whether the first h1 of a node's page stands in it. */
function holdsHeading(node: AnyNode): boolean {
  let root = node;
  while (root.parent) root = root.parent;
  const heading = firstHeading(root);
  for (let at: AnyNode | null = heading; at; at = at.parent) if (at === node) return true;
  return false;
}

export function isInLink(element: Element): boolean {
  for (let at: AnyNode | null = element; at; at = at.parent) if (isTag(at) && at.name === "a") return true;
  return false;
}
