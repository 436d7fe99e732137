/** The title as a title: lines of a first page that carry it and nothing else. A sentence about it is not one. */
import { fold, words } from "../language/fold.ts";
import { titleRuns } from "../read/document/document.ts";
import type { Matcher } from "./match.ts";

/** Lines beside a title that say what the page is: "Summary of", "Draft for consultation", "Dear Chair". */
const BESIDE = 4;
const LINES_OF_COVER = 25;
const SHORT_LINE = 8;
/** Two lines of so many words, one after the other, are where the text begins. */
const TEXT_LINE = 9;
/** Word processors have their text in lines that are paragraphs. */
const PARAGRAPH = 25;
/** What a first page says of itself that makes it another thing, wherever it stands there. */
const OTHER_THING =
  /\b(?:draft|interim|embargo(?:ed)?|withdrawn|specimen|superseded|dear|in this issue|terms of reference|foi|freedom of information|minority report|dissenting)\b/;

/** The fullest title on a first page, or undefined when it carries none, or names itself as something that goes with it. */
export function titleOn(matcher: Matcher, cover: readonly string[]): string | undefined {
  const runs = titleRuns(cover).flatMap((title) => {
    const match = matcher.title(title) ?? (matcher.beginsTitle(title) ? "near" : undefined);
    return match ? [{ title, match, size: new Set(words(title)).size }] : [];
  });
  const [best] = runs.sort(
    (a, b) =>
      Number(b.match === "same") - Number(a.match === "same") || b.size - a.size || a.title.length - b.title.length,
  );
  if (!best || matcher.isAbout(best.title)) return undefined;
  const above = cover.slice(0, startOf(cover, best.title)).slice(-BESIDE);
  return above.some((line) => isShort(line) && matcher.isAbout(line)) ? undefined : best.title;
}

/**
 * The first line of a cover that is none of what stands around a title: a date, a number of the document, who wrote it or
 * whom it was put before, words of the thing itself. Where the title stands, it may then be another document's.
 */
export function strangerOn(matcher: Matcher, cover: readonly string[], title: string): string | undefined {
  const top = cover.slice(0, LINES_OF_COVER);
  const start = startOf(top, title);
  const end = endOf(top, start, title);
  const text = top.findIndex(
    (line, at) => at >= end && isText(line) && (isText(top[at + 1]) || line.split(" ").length >= PARAGRAPH),
  );
  const below = top.slice(end, text < 0 ? undefined : text);
  const other = [...top.slice(0, start), ...below].find(
    (line) => (isShort(line) || !isText(line)) && !matcher.isOwnWords(line) && OTHER_THING.test(fold(line)),
  );
  const beside = [...top.slice(0, start).slice(-BESIDE), ...below.slice(0, BESIDE)];
  return other ?? beside.find((line) => !matcher.standsOnCover(line));
}

function startOf(cover: readonly string[], title: string): number {
  return Math.max(
    0,
    cover.findIndex(
      (line, at) =>
        title.startsWith(line) &&
        cover
          .slice(at, at + BESIDE * 2)
          .join(" ")
          .startsWith(title),
    ),
  );
}

function endOf(cover: readonly string[], start: number, title: string): number {
  let end = start + 1;
  while (end < cover.length && cover.slice(start, end).join(" ").length < title.length) end++;
  return end;
}

function isShort(line: string): boolean {
  return line.split(" ").length <= SHORT_LINE;
}

function isText(line: string | undefined): boolean {
  return line !== undefined && line.split(" ").length >= TEXT_LINE;
}
