/** HTML and its text: lines, titles, addresses. */
import { type AnyNode, isTag } from "domhandler";
import { MAX_ADDRESS, MAX_LINE, MAX_TEXT, MAX_TITLE, TooCostly } from "../bounds.ts";
import { inPieces } from "../pieces.ts";
import { MORE_THAN_A_SPACE } from "../source-text.ts";
import { isSilent, isVisitors } from "./surroundings.ts";
import { FAR, first, type Tree, walk } from "./tree.ts";

const BLOCK_TAGS = new Set(
  "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 tr table section article main blockquote pre figure figcaption br hr td th".split(
    " ",
  ),
);

/** A page for people has no more lines. */
const MAX_LINES = 20_000;
/** No line that changes by itself is longer. */
const MAX_COUNTER = 200;

/** Text is gone through until there is this much more of it than is asked for: what stands there may be white space. */
const SLACK = 4;

/** A text of this length is broken into lines before it has ended, and where little is wanted, no more of it is looked at. */
const LONG = 64 * 1024;

/** The text of a node as a reader sees it, in one line. @param most characters of it that are wanted; all, however far in, when left out */
export function textOf(node: AnyNode, most = Number.POSITIVE_INFINITY): string {
  let text = "";
  let left = FAR + most;
  walk(
    node,
    (at) => {
      if (left-- <= 0) return "stop";
      if (at.type === "text") text += at.data.length > LONG && most < LONG ? at.data.slice(0, LONG) : at.data;
      if (text.length > most * SLACK) return "stop";
      if (at.type === "script" || at.type === "style") return "over";
      if (isBlock(at)) text += " ";
      return undefined;
    },
    (at) => {
      if (isBlock(at)) text += " ";
    },
  );
  return inOneLine(text).slice(0, most);
}

export function isBlock(node: AnyNode): boolean {
  return isTag(node) && BLOCK_TAGS.has(node.name);
}

export function inOneLine(text: string): string {
  return text.replace(MORE_THAN_A_SPACE, " ").trim();
}

/**
 * The content of a region line by line, one line a block, without what surrounds content.
 * @param most lines that are wanted; all when left out
 * @param enough characters after which no more lines are wanted
 * @throws {TooCostly} when all are wanted, and there are more than any page for people has
 */
export function linesOf(region: readonly AnyNode[], most?: number, enough = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let line = "";
  let size = 0;
  let told = 0;
  const add = (text: string) => {
    size += text.length;
    if (text !== "" && !isCounter(text)) {
      lines.push(...broken(text));
      told += text.length;
    }
    if (most !== undefined) return;
    if (lines.length > MAX_LINES)
      throw new TooCostly(`holds more than ${MAX_LINES.toLocaleString("en")} lines of text`);
    if (size > MAX_TEXT) throw new TooCostly(`says more than ${MAX_TEXT.toLocaleString("en")} characters`);
  };
  const flush = () => {
    if (line !== "") add(inOneLine(line));
    line = "";
  };
  for (const root of region)
    walk(
      root,
      (node) => {
        if (told >= enough || (most !== undefined && lines.length >= most)) return "stop";
        if (node.type === "text") line += node.data;
        if (line.length > LONG) line = flushed(line, add);
        if (!("children" in node) || isSilent(node) || isVisitors(node)) return "over";
        if (isBlock(node)) flush();
        return undefined;
      },
      (node) => {
        if (isBlock(node)) flush();
      },
    );
  flush();
  return most === undefined ? lines : lines.slice(0, most);
}

/** Gives the beginning of a long text to `add`, as lines. @returns the rest */
function flushed(text: string, add: (text: string) => void): string {
  const pieces = [...inPieces(text, LONG, " ")];
  const rest = pieces.pop() ?? "";
  for (const piece of pieces) add(inOneLine(piece));
  return rest;
}

/** A line without an end, in pieces. */
function broken(text: string): string[] {
  return [...inPieces(text, MAX_LINE, " ")].map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/** Lines that change by themselves: counters, clock times, "page generated in 12 ms", long tokens. */
function isCounter(line: string): boolean {
  if (!/\p{L}{2}/u.test(line)) return true;
  if (line.length > MAX_COUNTER) return false;
  if (/^[\w+/=-]{24,}$/.test(line)) return true;
  if (/^(?:©|copyright (?:©|\(c\)|\d)|all rights reserved)/i.test(line)) return true;
  // With a figure and nothing else: "View opinion 12" and "Visitors’ guide" are no counters.
  if (/^(?:visitors?|views?|page views|online now)[\s:]*[\d.,\s]+$/i.test(line)) return true;
  return /^(?:page generated|generated (?:in|at|on)|last (?:updated|refreshed|checked)|current time|request id|ray id)\b\D{0,40}\d.{0,60}$/i.test(
    line,
  );
}

/** An http(s) address made absolute, without its fragment; undefined for anything else. */
export function absolute(href: string | undefined, base: string): string | undefined {
  const url = href && href.length <= MAX_ADDRESS * SLACK ? URL.parse(href.trim(), base) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.href.length > MAX_ADDRESS) return undefined;
  const at = url.href.indexOf("#");
  return at < 0 ? url.href : url.href.slice(0, at);
}

/** The page's name from its <title>, without the site's own name behind a bar. */
export function pageTitle(tree: Tree): string {
  const title = first(tree, (element) => element.name === "title");
  return title ? textOf(title, MAX_TITLE).replace(/\s+[|–—·-]\s+[^|–—·]{2,40}$/, "") : "";
}

/** A page's words, in one line, at most the first `limit` characters: for recognising what kind of answer this is. */
export function bodyText(tree: Tree, limit: number): string {
  const body = first(tree, (element) => element.name === "body") ?? tree;
  return body ? textOf(body, limit) : "";
}
