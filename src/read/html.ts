/** HTML and its text: parsing, the content region, and what on a page is not content. */
import { type CheerioAPI, load } from "cheerio";
import type { AnyNode, Element } from "domhandler";
import { findOne } from "domutils";
import { decodeBuffer } from "encoding-sniffer";
import { fold } from "../language/fold.ts";

/** Tags whose text is never content. */
const SILENT_TAGS = new Set(
  "script style noscript template svg iframe nav header footer aside form button select option dialog head".split(" "),
);
/** Blocks that come and go on every page, told by their names: banners, consent boxes, pagers, sharing, breadcrumbs. */
const SILENT_NAME =
  /(?:^|[-_\s])(?:banner|cookies?|consent|alert|announcement|breadcrumbs?|share|sharing|social|pager|pagination|newsletter|skip-link|visually-hidden|sr-only|related|promo|carousel|slider|rotat\w*)(?:$|[-_\s])/i;
const BLOCK_TAGS = new Set(
  "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 tr table section article main blockquote pre figure figcaption br hr td th".split(
    " ",
  ),
);

const MAX_DEPTH = 200;
const MAX_LINES = 5000;
const MAX_LINKS = 2000;

/** Decodes a body: byte order mark, then the header's charset, then the document's own word, then UTF-8, which is no error. */
export function decodeText(body: Buffer, contentType: string): string | undefined {
  const label = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  try {
    return decodeBuffer(body, { defaultEncoding: "utf-8", ...(label ? { transportLayerEncodingLabel: label } : {}) });
  } catch {
    // The standard knows labels, such as iso-2022-kr, that stand for "do not decode this".
    return undefined;
  }
}

/** Parses with htmlparser2: about ten times faster than the browser's algorithm, and as good for reading text. */
export function parseHtml(html: string): CheerioAPI {
  return load(html, { xml: { xmlMode: false, decodeEntities: true } });
}

/** Attributes that differ at every request and say nothing: nonces, form tokens, view ids, inline styles. */
const NOISE =
  /<input\b[^<>]*>|\s(?:nonce|integrity|data-[\w-]*(?:id|token|key)|id|style|value|class)=(?:"[^"]*"|'[^']*')/gi;
const HIDDEN_INPUT = /type=["']?hidden/i;

/** Drops comments, scripts and drawings, in one pass whatever is left open. */
function withoutUnshown(html: string): string {
  const opening = /<!--|<(script|style|noscript|svg)\b/gi;
  const kept: string[] = [];
  const neverClosed = new Set<string>();
  let from = 0;
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    const name = found[1]?.toLowerCase() ?? "comment";
    if (neverClosed.has(name)) continue;
    const closing = name === "comment" ? /-->/g : new RegExp(`</${name}\\s*>`, "gi");
    closing.lastIndex = found.index + found[0].length;
    if (!closing.test(html)) {
      neverClosed.add(name);
      continue;
    }
    kept.push(html.slice(from, found.index));
    from = closing.lastIndex;
    opening.lastIndex = from;
  }
  return kept.join("") + html.slice(from);
}

/**
 * The part of a page's source that can hold content, for comparing before anything is parsed: the `main` element where
 * there is one, without scripts, comments and one-off attributes.
 */
export function contentSource(html: string): string {
  const start = html.search(/<main[\s>]/i);
  const end = start < 0 ? -1 : html.lastIndexOf("</main");
  return withoutUnshown(end > start ? html.slice(start, end) : html)
    .replace(NOISE, (found) => (found.startsWith("<") && !HIDDEN_INPUT.test(found) ? found : ""))
    .replace(/\s+/g, " ");
}

/** Where a page's own content may stand, the surest place first. */
const REGIONS: readonly ((element: Element) => boolean)[] = [
  (element) => element.name === "main",
  (element) =>
    element.attribs.role === "main" || element.attribs.id === "main-content" || element.attribs.id === "content",
  (element) => element.name === "article",
  (element) => element.name === "body",
];

/** The element that holds a page's own content, or what a watch's selector names. */
export function contentRegion($: CheerioAPI, selector?: string): Element[] {
  if (selector) return $(selector).toArray() as Element[];
  for (const isRegion of REGIONS) {
    const found = first($, isRegion);
    if (found) return [found];
  }
  return $.root().children().toArray() as Element[];
}

/** The first element that passes a test, in document order. Stops there, unlike a selector. */
export function first($: CheerioAPI, test: (element: Element) => boolean): Element | undefined {
  return findOne(test, $.root().contents().toArray()) ?? undefined;
}

/** Whether an element is one of those that surround content rather than being it. */
export function isSilent(node: AnyNode): boolean {
  if (node.type !== "tag" && node.type !== "script" && node.type !== "style") return false;
  if (SILENT_TAGS.has(node.name)) return true;
  const { class: names = "", id = "", role = "" } = node.attribs;
  if (/^(?:banner|navigation|search|alert|alertdialog|dialog|status|timer|marquee)$/.test(role)) return true;
  if (node.attribs["aria-hidden"] === "true" || "hidden" in node.attribs) return true;
  return SILENT_NAME.test(names) || SILENT_NAME.test(id);
}

/** What visitors wrote, told by its marks: comments, replies, forum posts, what a link says of itself (`rel="ugc"`). */
const USER_CONTENT =
  /(?:^|(?<!\bno)[-_\s])(?:comments?(?!-(?:open|closed|off|on|enabled|disabled|count|number|link))|comment-?list|repl(?:y|ies)|respond|forum|discussion|thread|message-?board|public-?(?:comments?|feedback|submissions?)|consultation-?responses?|ugc|user-?(?:content|posts?|uploads?)|disqus(?:_thread)?|guestbook|reviews-list)(?:$|[-_\s])/i;

/** What these are named says something of the page: "no-comments". */
const WHOLE = new Set(["html", "body", "main"]);

/** Whether a node stands in what visitors wrote rather than in what the site says. */
export function isUserContent(node: AnyNode): boolean {
  for (let at: AnyNode | null = node; at; at = at.parent) if (isVisitors(at)) return true;
  return false;
}

function isMarkedAsUsers(node: AnyNode): boolean {
  if (!("attribs" in node) || WHOLE.has(node.name)) return false;
  const { class: names = "", id = "", rel = "", itemtype = "" } = node.attribs;
  if (/\bugc\b/i.test(rel) || /schema\.org\/(?:Comment|UserComments|DiscussionForumPosting)/.test(itemtype))
    return true;
  return USER_CONTENT.test(names) || USER_CONTENT.test(id);
}

/** A part of a page that visitors wrote. Not what holds the page's own heading: a whole article may be marked so. */
function isVisitors(node: AnyNode): boolean {
  return isMarkedAsUsers(node) && !holdsHeading(node);
}

const headings = new WeakMap<AnyNode, Element | null>();

/** Whether the first h1 of a node's page stands in it. */
function holdsHeading(node: AnyNode): boolean {
  let root = node;
  while (root.parent) root = root.parent;
  const known = headings.get(root);
  const heading = known === undefined ? findOne(({ name }) => name === "h1", [root]) : known;
  headings.set(root, heading);
  for (let at: AnyNode | null = heading; at; at = at.parent) if (at === node) return true;
  return false;
}

/** The text of a node as a reader sees it, in one line. */
export function textOf(node: AnyNode, depth = 0): string {
  return rawText(node, depth).replace(/\s+/g, " ").trim();
}

function rawText(node: AnyNode, depth: number): string {
  if (node.type === "text") return node.data;
  if (node.type === "comment" || depth > MAX_DEPTH || !("children" in node)) return "";
  if (node.type === "script" || node.type === "style") return "";
  let text = "";
  for (const child of node.children) text += rawText(child, depth + 1);
  return node.type === "tag" && BLOCK_TAGS.has(node.name) ? ` ${text} ` : text;
}

/** The content of a region line by line, one line a block, without what surrounds content. */
export function linesOf(region: readonly AnyNode[]): string[] {
  const lines: string[] = [];
  let line = "";
  const flush = () => {
    const text = line.replace(/\s+/g, " ").trim();
    if (text !== "" && lines.length < MAX_LINES && !isCounter(text)) lines.push(text);
    line = "";
  };
  const walk = (node: AnyNode, depth: number) => {
    if (node.type === "text") line += node.data;
    if (!("children" in node) || depth > MAX_DEPTH || isSilent(node) || isVisitors(node)) return;
    const isBlock = node.type === "tag" && BLOCK_TAGS.has(node.name);
    if (isBlock) flush();
    for (const child of node.children) walk(child, depth + 1);
    if (isBlock) flush();
  };
  for (const node of region) walk(node, 0);
  flush();
  return lines;
}

/** Lines that change by themselves: counters, clock times, "page generated in 12 ms", long tokens. */
function isCounter(line: string): boolean {
  if (!/\p{L}{2}/u.test(line)) return true;
  if (/^[\w+/=-]{24,}$/.test(line)) return true;
  return /^(?:page generated|generated (?:in|at|on)|last (?:updated|refreshed|checked)|visitors?|views?|page views|online now|current time|request id|ray id|©|copyright)\b.{0,80}$/i.test(
    line,
  );
}

/** An http(s) address made absolute, without its fragment; undefined for anything else. */
export function absolute(href: string | undefined, base: string): string | undefined {
  if (!href || !URL.canParse(href.trim(), base)) return undefined;
  const url = new URL(href.trim(), base);
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.href.length > 2000) return undefined;
  url.hash = "";
  return url.href;
}

/** The links in a region, absolute, outside what surrounds content. */
export function linksIn($: CheerioAPI, region: readonly Element[], url: string): { url: string; text: string }[] {
  const links: { url: string; text: string }[] = [];
  for (const link of $("a[href]", region as Element[])
    .toArray()
    .slice(0, MAX_LINKS)) {
    const address = absolute($(link).attr("href"), url);
    if (address && address !== url && !isUserContent(link))
      links.push({ url: address, text: textOf(link).slice(0, 300) });
  }
  return links;
}

/** The page's name from its <title>, without the site's own name behind a bar. */
export function pageTitle($: CheerioAPI): string {
  const title = first($, (element) => element.name === "title");
  return title ? textOf(title).replace(/\s+[|–—·-]\s+[^|–—·]{2,40}$/, "") : "";
}

/** A page's words, folded, at most the first `limit` characters: for recognising what kind of answer this is. */
export function foldedText($: CheerioAPI, limit: number): string {
  const body = first($, (element) => element.name === "body") ?? $.root().get(0);
  return body ? fold(textOf(body).slice(0, limit)) : "";
}
