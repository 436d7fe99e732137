/**
 * Civil dates: a day on the calendar, written "YYYY-MM-DD" with no hour and no zone. Strings of this form sort in
 * time order, so they are compared with < and >.
 */
import { Temporal } from "temporal-polyfill";
import type { InstantText } from "./instant.ts";

/** A day on the calendar, "YYYY-MM-DD". */
export type CivilDate = string;

/** A date the calendar has, or undefined. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (!(year >= 1900 && year <= 2200) || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Days of a month, 1 to 12, and none of any other. A page has thousands of numbers to ask this of: Temporal takes too long. */
function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Made once for each zone: a page asks hundreds of times, and Temporal takes too long. Canada writes YYYY-MM-DD. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The civil date on which an instant falls in a zone. */
export function civilDateAt(instant: InstantText, timeZone: string): CivilDate {
  const made = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", made);
  calendars.set(timeZone, calendar);
  return calendar.format(Date.parse(instant));
}

/** Civil days from one date to another; negative when the second is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;
}

/** Longer than this, days no longer say much. */
const MOST_DAYS = 365;

/** A stretch of time as people say it: `days` up to a year, else whole years and months. The days are counted without a sign. */
export function stretchOf(from: CivilDate, to: CivilDate): { years: number; months: number; days?: number } {
  const days = Math.abs(daysBetween(from, to));
  if (days <= MOST_DAYS) return { years: 0, months: 0, days };
  const [first, last] = [from, to].sort().map((date) => Temporal.PlainDate.from(date)) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  const { years, months } = first.until(last, { largestUnit: "years" });
  return { years, months };
}
