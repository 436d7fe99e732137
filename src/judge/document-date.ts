/** The day a document carries, held against the promise and today. */
import type { Document } from "../read/reading.ts";
import { type CivilDate, civilDate, civilDateAt, daysBetween } from "../time/civil-date.ts";
import { type Dated, earliestOf, latestOf } from "../time/dated.ts";
import type { Watch } from "../watch/watch.ts";
import type { Sighting } from "./sighting.ts";

export interface DocumentDate extends Dated {
  /** `undated`, and a date that may be of before the promise or not, fit only where an earlier look did not show the document. */
  kind: "fits" | "undated" | "open" | "before" | "future";
}

/** How much later than today a date may be: the publisher's zone is not the reader's. */
const FUTURE_DAYS = 1;
/** Lines of a first page that may say when it is of. */
const COVER_LINES = 20;

/** The civil date of the first promise: nothing dated before it can be what was promised. */
export function promiseDate(watch: Watch): CivilDate {
  return (
    watch.statements
      .filter((statement) => statement.bearing === "promise")
      .map((statement) => statement.on)
      .sort()[0] ?? "0000-01-01"
  );
}

/** @param besides the date of the item or page that led to it, where the document itself carries none */
export function documentDate({ watch, at }: Sighting, document: Document, besides: Dated = {}): DocumentDate {
  const promised = promiseDate(watch);
  const own = ownDate(document, promised);
  const { date, either } = earliestOf(own) ? own : besides;
  const dated = { date, either };
  if (!earliestOf(dated)) return { kind: "undated" };
  if (isBefore(dated, promised)) return { kind: "before", ...dated };
  if (!isSince(dated, promised)) return { kind: "open", ...dated };
  return { kind: isToCome(dated, civilDateAt(at, watch.publisher.zone)) ? "future" : "fits", ...dated };
}

/** Whether the day that something is of is before a promise, whichever is meant. */
export function isBefore(dated: Dated, promised: CivilDate): boolean {
  const latest = latestOf(dated);
  return latest !== undefined && latest < promised;
}

/** Whether it is on that day or later, whichever is meant. */
export function isSince(dated: Dated, promised: CivilDate): boolean {
  const earliest = earliestOf(dated);
  return earliest !== undefined && earliest >= promised;
}

/** Whether it has not come yet, whichever is meant. */
export function isToCome(dated: Dated, today: CivilDate): boolean {
  const earliest = earliestOf(dated);
  return earliest !== undefined && daysBetween(today, earliest) > FUTURE_DAYS;
}

/** Its own, as it was read; of a file that has none, a year alone on its first page says only that it is of an earlier one. */
function ownDate({ cover = [], date, either }: Document, promised: CivilDate): Dated {
  return date || either ? { date, either } : earlierYear(cover.slice(0, COVER_LINES), promised);
}

function earlierYear(top: readonly string[], promised: CivilDate): Dated {
  const years = top.flatMap((line) => /^(?:[^\d]{0,30}\s)?((?:19|20)\d{2})$/.exec(line.trim())?.[1] ?? []).sort();
  const last = years.at(-1);
  return last && last < promised.slice(0, 4) ? { either: [`${last}-01-01`, `${last}-12-31`] } : {};
}

/** A day or month in an address's folders: /2022-08-31/, /2022/08/. A month counts as its 28th. */
export function dateInAddress(url: string): CivilDate | undefined {
  const path = new URL(url).pathname;
  const [, year, month, day] = /\/(\d{4})[-/](\d{2})(?:[-/](\d{2}))?\//.exec(path) ?? [];
  if (!year || !month) return undefined;
  return civilDate(Number(year), Number(month), day ? Number(day) : 28);
}
