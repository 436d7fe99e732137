/**
 * Words for people in a terminal: the news in bold, small print dim, lines broken between words. Weight is shown on a terminal only, and
 * as NO_COLOR, NODE_DISABLE_COLORS and FORCE_COLOR ask (Node's documentation, "util.styleText").
 */
import { stripVTControlCharacters, styleText } from "node:util";
import wrapAnsi from "wrap-ansi";
import { betweenIsolates } from "../../language/direction.ts";

/** Longer lines are hard to read; a terminal may be narrower. */
const MOST_COLUMNS = 80;
const LEAST_COLUMNS = 40;

const weighted = (weight: "bold" | "dim" | "red") => (text: string) =>
  styleText(weight, text, { stream: process.stdout });

export const bold = weighted("bold");
export const dim = weighted("dim");
export const red = weighted("red");

/** A text whose control characters are not the terminal's, and which turns nobody's direction of writing but its own. Lines stay lines. */
export function inert(text: string): string {
  return betweenIsolates(stripVTControlCharacters(text), (part) => part.replace(/(?!\n)\p{Cc}/gu, ""));
}

/**
 * A text as it stands in a terminal, whatever is in it: set in by so many columns, behind its label. Chinese is broken where a line is full;
 * an address or an id never.
 */
export function printed(text: string, indent = 0, label = ""): string {
  const width = columns() - indent - label.length;
  const lines = inert(text)
    .split("\n")
    .flatMap((line) => wrapAnsi(line, width, { hard: !hasLongWord(line, width) }).split("\n"));
  const margin = " ".repeat(indent);
  return lines
    .map((line, index) => margin + (index === 0 ? label : " ".repeat(label.length)) + line)
    .map((line) => line.trimEnd())
    .join("\n");
}

/** A line with its small print, which stands below where there is no room beside. */
export function withSmall(text: string, small: readonly string[], indent = 0): string {
  if (small.length === 0) return printed(text, indent);
  const beside = ` · ${inert(small.join(" · "))}`;
  if (!printed(text + beside, indent).includes("\n")) return printed(text, indent) + dim(beside);
  return `${printed(text, indent)}\n${dim(printed(small.join(" · "), indent + 2))}`;
}

/** How wide what is printed may be. */
export function columns(): number {
  const { isTTY, columns: wide } = process.stdout;
  return isTTY ? Math.max(LEAST_COLUMNS, Math.min(wide, MOST_COLUMNS)) : MOST_COLUMNS;
}

/** An address, or an id: words of a script that is written with spaces. */
function hasLongWord(line: string, width: number): boolean {
  return line.split(" ").some((word) => word.length > width && /^[!-~“”‘’]+$/.test(word));
}
