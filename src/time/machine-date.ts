/** Dates as programs write them: W3C and RFC 822 and 850 dates of feeds, metadata and `datetime`, and what is meant to be one. */

import { Temporal } from "temporal-polyfill";
import { type CivilDate, civilDate, civilDateAt } from "./civil-date.ts";
import { type Dated, dayOf } from "./dated.ts";
import { type DateManner, writtenDates } from "./written-date.ts";

const MOST = 100;
/** The time of day behind a date in UTC, by all its names (RFC 822 §5.1, ISO 8601). */
const UTC_CLOCK = /^[^\d]{0,4}(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(?:Z|UTC?|GMT|[+-]00:?00)(?![\w:+-])/i;
const EPOCH = /^\d{9,10}$|^\d{12,13}$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:T?(?=\d{4})|$|(?=T))/;
const DAY_OF_YEAR = /^(\d{4})-(\d{3})(?!\d)/;
/** What `date` prints, and C's asctime: the year stands last. */
const YEAR_LAST =
  /^(?:\p{L}{2,9},?\s)?(\p{L}{3,9}\s\d{1,2}|\d{1,2}\s\p{L}{3,9})\s(\d{1,2}:\d{2}(?::\d{2})?(?:\s[A-Z+:\d-]{1,6})?)\s(\d{4})$/u;
const MONTH = /^(\d{4})-(\d{2})$/;
const YEAR = /^\d{4}$/;

/**
 * The civil date of a machine-written time. What is written in UTC is a day in the zone that is given; what is written in
 * another zone, or in none, is of the day that its writer had, as people read it there.
 * @param manner for dates that are written for people after all; `order` for their numbers
 */
export function machineDate(written: string | undefined, zone: string, manner: DateManner = {}): Dated | undefined {
  const text = (written ?? "").slice(0, MOST).trim().replace(/\s+/g, " ").replace(YEAR_LAST, "$1 $3 $2");
  if (text === "") return undefined;
  if (EPOCH.test(text)) return certain(inZone(Number(text) * (text.length > 10 ? 1 : 1000), zone));
  const { dated, rest } = dayIn(text, manner) ?? {};
  if (!dated?.date) return dated;
  const at = rest === undefined ? undefined : utcClock(rest);
  return at === undefined ? dated : certain(inZone(Date.parse(dated.date) + at, zone));
}

/** The same where it is certain. */
export function civilDateOf(written: string | undefined, zone: string): CivilDate | undefined {
  return machineDate(written, zone)?.date;
}

/** The day, and what stands behind it. */
function dayIn(text: string, manner: DateManner): { dated: Dated; rest?: string } | undefined {
  const digits = DIGITS.exec(text);
  const ordinal = DAY_OF_YEAR.exec(text);
  const day = digits
    ? civilDate(Number(digits[1]), Number(digits[2]), Number(digits[3]))
    : ordinal && dayOfYear(Number(ordinal[1]), Number(ordinal[2]));
  if (day) return { dated: { date: day }, rest: text.slice((digits ?? ordinal)?.[0].length) };
  const month = MONTH.exec(text);
  if (month) return span(civilDate(Number(month[1]), Number(month[2]), 1), "months");
  if (YEAR.test(text)) return span(civilDate(Number(text), 1, 1), "years");
  const [first] = writtenDates(text, manner);
  return first && { dated: dayOf(first), rest: text.slice(first.index + first.length) };
}

function dayOfYear(year: number, day: number): CivilDate | undefined {
  const first = civilDate(year, 1, 1);
  if (!first || day < 1) return undefined;
  const found = Temporal.PlainDate.from(first).add({ days: day - 1 });
  return found.year === year ? found.toString() : undefined;
}

function span(first: CivilDate | undefined, unit: "months" | "years"): { dated: Dated } | undefined {
  if (!first) return undefined;
  const last = Temporal.PlainDate.from(first)
    .add({ [unit]: 1 })
    .subtract({ days: 1 });
  return { dated: { either: [first, last.toString()] } };
}

/** Milliseconds from the day's beginning in UTC; undefined where it is another zone's. Midnight sharp is a day, and no time. */
function utcClock(rest: string): number | undefined {
  const [, hours, minutes, seconds = "0"] = UTC_CLOCK.exec(rest) ?? [];
  if (!hours || !minutes || Number(hours) > 24 || Number(minutes) > 59) return undefined;
  const since = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return since > 0 ? since : undefined;
}

function inZone(milliseconds: number, zone: string): CivilDate | undefined {
  const [year, month, day] = civilDateAt(new Date(milliseconds).toISOString(), zone).split("-").map(Number);
  return civilDate(year ?? 0, month ?? 0, day ?? 0);
}

function certain(date: CivilDate | undefined): Dated | undefined {
  return date ? { date } : undefined;
}
