/** The title as a title: lines of a first page that carry it and nothing else. A sentence about it is not one. */
import { words } from "../language/fold.ts";
import { titleRuns } from "../read/document.ts";
import type { Matcher, TitleMatch } from "./match.ts";

interface TitleOnPage {
  title: string;
  match: TitleMatch;
}

/** Lines above a title that still speak of what the page is: "Summary of", "Statement on". */
const LINES_ABOVE = 3;
const SHORT_LINE = 8;

/** The fullest title on a first page, or undefined when it carries none, or names itself as something that goes with it. */
export function titleOn(matcher: Matcher, cover: readonly string[]): TitleOnPage | undefined {
  const runs = titleRuns(cover).flatMap((title) => {
    const match = matcher.title(title) ?? (matcher.beginsTitle(title) ? "near" : undefined);
    return match ? [{ title, match, size: new Set(words(title)).size }] : [];
  });
  const [best] = runs.sort(
    (a, b) =>
      Number(b.match === "same") - Number(a.match === "same") || b.size - a.size || a.title.length - b.title.length,
  );
  if (!best || matcher.isAbout(best.title)) return undefined;
  const start = cover.findIndex((line) => best.title.startsWith(line));
  const above = cover.slice(Math.max(0, start - LINES_ABOVE), Math.max(0, start));
  return above.some((line) => line.split(" ").length <= SHORT_LINE && matcher.isAbout(line)) ? undefined : best;
}
