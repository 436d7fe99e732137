/** The day a document carries, held against the promise and today. */
import type { Document } from "../read/reading.ts";
import { type CivilDate, civilDate, civilDateAt, daysBetween } from "../time/civil-date.ts";
import { dateOnly, datesIn } from "../time/written-date.ts";
import type { Watch } from "../watch/watch.ts";
import type { Sighting } from "./sighting.ts";

export interface DocumentDate {
  /** `undated` fits only where an earlier look did not show the document. */
  kind: "fits" | "undated" | "before" | "future";
  on?: CivilDate | undefined;
}

/** How much later than today a date may be: the publisher's zone is not the reader's. */
export const FUTURE_DAYS = 1;
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
export function documentDate({ watch, at }: Sighting, document: Document, besides?: CivilDate): DocumentDate {
  const promised = promiseDate(watch);
  const on = ownDate(document, promised) ?? besides;
  if (!on) return { kind: "undated" };
  if (on < promised) return { kind: "before", on };
  const today = civilDateAt(at, watch.publisher.zone);
  return { kind: daysBetween(today, on) > FUTURE_DAYS ? "future" : "fits", on };
}

/**
 * A line of a first page that is a date and nothing else goes before a date in a sentence; of several, the newest. A month
 * counts as its 28th. A year alone says only that a document is of an earlier one.
 */
function ownDate({ cover, date }: Document, promised: CivilDate): CivilDate | undefined {
  if (!cover) return date;
  const top = cover.slice(0, COVER_LINES);
  const alone = top.flatMap((line) => dateOnly(line) ?? monthOnly(line) ?? []);
  const any = alone.length > 0 ? alone : datesIn(top.join(" · ")).map((found) => found.date);
  return any.sort().at(-1) ?? date ?? earlierYear(top, promised);
}

function monthOnly(line: string): CivilDate | undefined {
  return /^\p{L}{3,12}\.? (?:de )?\d{4}$/u.test(line.trim()) ? dateOnly(`28 ${line.trim()}`) : undefined;
}

function earlierYear(top: readonly string[], promised: CivilDate): CivilDate | undefined {
  const years = top.flatMap((line) => /^(?:[^\d]{0,30}\s)?((?:19|20)\d{2})$/.exec(line.trim())?.[1] ?? []).sort();
  const last = years.at(-1);
  return last && last < promised.slice(0, 4) ? `${last}-12-31` : undefined;
}

/** A day or month in an address's folders: /2022-08-31/, /2022/08/. A month counts as its 28th. */
export function dateInAddress(url: string): CivilDate | undefined {
  const path = new URL(url).pathname;
  const [, year, month, day] = /\/(\d{4})[-/](\d{2})(?:[-/](\d{2}))?\//.exec(path) ?? [];
  if (!year || !month) return undefined;
  return civilDate(Number(year), Number(month), day ? Number(day) : 28);
}
