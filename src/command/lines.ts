/** Lines for a terminal: of 80 columns, wrapped by words, without what of other people's texts a terminal would obey. */
import wrapAnsi from "wrap-ansi";
import { columns, inert } from "../deliver/channels/printed.ts";
import { shorten } from "../message/shorten.ts";
import type { InstantText } from "../time/instant.ts";

const MAX_TITLE = 200;
const MAX_ADDRESS = 300;
/** Columns before most lines. */
const MARGIN = 2;

/** Text wrapped by words; long addresses stay whole. @param indent columns before each line */
export function wrapped(text: string, indent = 0): string {
  const margin = " ".repeat(indent);
  return wrapAnsi(text, columns() - indent, { trim: true })
    .split("\n")
    .map((line) => `${margin}${line}\n`)
    .join("");
}

/** What was fetched, in one line, without what a terminal would obey. @param most characters */
export const plain = (text: string, most = MAX_TITLE) => shorten(inert(text).replace(/\s+/g, " ").trim(), most);
export const address = (url: string) => plain(url, MAX_ADDRESS);

/** A text beside its name; below it where the name is too long. @param width columns for the name @param style of the name */
export function hanging(name: string, text: string, width: number, style: (text: string) => string): string {
  const lines = wrapped(text, width);
  const isBeside = name.length < width - MARGIN;
  return isBeside
    ? `  ${style(name.padEnd(width - MARGIN))}${lines.slice(width)}`
    : `${wrapped(style(name), MARGIN)}${lines}`;
}

/** An instant to the minute. */
export function minute(at: InstantText): string {
  return `${at.slice(0, 16).replace("T", " ")} UTC`;
}
