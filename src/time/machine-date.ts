/** Dates as programs write them: W3C and RFC 822 and 850 dates of feeds, metadata and `datetime`, and what is meant to be one. */

import { Temporal } from "temporal-polyfill";
import { type CivilDate, civilDate } from "./civil-date.ts";
import { type Dated, dayOf } from "./dated.ts";
import { type DateManner, writtenDates } from "./written-date.ts";

const MOST = 100;
/** The time of day behind a date, and the zone it is in. */
const CLOCK =
  /^[^\d]{0,4}(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?([ap]m)?\s?(Z|[A-Z]{2,4}(?![a-z])|(?:GMT|UTC)?[+−-]\d{1,2}:?(?:\d{2})?(?!\d))?/i;
/** Hours from UTC of the zones that RFC 822 §5.1 names, and of those that feeds name besides. */
const ZONES = new Map(
  "Z+0 UT+0 UTC+0 GMT+0 WET+0 BST+1 CET+1 MET+1 MEZ+1 WEST+1 CEST+2 EET+2 MESZ+2 EEST+3 MSK+3 JST+9 KST+9 AEST+10 AST-4 EDT-4 EST-5 CDT-5 CST-6 MDT-6 MST-7 PDT-7 PST-8 AKST-9 HST-10"
    .split(" ")
    .map((zone) => [zone.replace(/[+-].*/, ""), Number(zone.replace(/^[A-Z]+/, ""))]),
);
const EPOCH = /^\d{9,10}$|^\d{12,13}$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:T?(?=\d{4})|$|(?=T))/;
const DAY_OF_YEAR = /^(\d{4})-(\d{3})(?!\d)/;
/** What `date` prints, and C's asctime: the year stands last. */
const YEAR_LAST =
  /^(?:\p{L}{2,9},?\s)?(\p{L}{3,9}\s\d{1,2}|\d{1,2}\s\p{L}{3,9})\s(\d{1,2}:\d{2}(?::\d{2})?(?:\s[A-Z+:\d-]{1,6})?)\s(\d{4})$/u;
const MONTH = /^(\d{4})-(\d{2})$/;
const YEAR = /^\d{4}$/;

/**
 * The civil date of a machine-written time in a zone. Without a zone of its own it is taken as it stands.
 * @param manner for dates that are written for people after all; `order` for their numbers
 */
export function machineDate(written: string | undefined, zone: string, manner: DateManner = {}): Dated | undefined {
  const text = (written ?? "").slice(0, MOST).trim().replace(/\s+/g, " ").replace(YEAR_LAST, "$1 $3 $2");
  if (text === "") return undefined;
  if (EPOCH.test(text)) return certain(inZone(Number(text) * (text.length > 10 ? 1 : 1000), zone));
  const { dated, rest } = dayIn(text, manner) ?? {};
  if (!dated?.date) return dated;
  const at = rest === undefined ? undefined : clockOf(rest);
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

/** Milliseconds from the day's beginning in UTC; undefined where no zone is named that is known. */
function clockOf(rest: string): number | undefined {
  const [, hours, minutes, seconds = "0", half, named] = CLOCK.exec(rest) ?? [];
  const offset = offsetOf(named);
  if (!hours || !minutes || offset === undefined) return undefined;
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours);
  if (hour > 24 || Number(minutes) > 59) return undefined;
  return ((hour - offset) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}

function offsetOf(named: string | undefined): number | undefined {
  const [, sign, hours, minutes = "0"] = /([+−-])(\d{1,2}):?(\d{2})?$/.exec(named ?? "") ?? [];
  if (!hours) return ZONES.get(named?.toUpperCase() ?? "");
  const offset = Number(hours) + Number(minutes) / 60;
  return offset > 14 ? undefined : sign === "+" ? offset : -offset;
}

function inZone(milliseconds: number, zone: string): CivilDate | undefined {
  const date = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone).toPlainDate();
  return civilDate(date.year, date.month, date.day);
}

function certain(date: CivilDate | undefined): Dated | undefined {
  return date ? { date } : undefined;
}
