/**
 * Civil dates: a day on the calendar, written "YYYY-MM-DD" with no hour and no zone. Strings of this form sort in
 * time order, so they are compared with < and >.
 */
import { Temporal } from "temporal-polyfill";
import { DAY_MS, type InstantText } from "./instant.ts";

/** A day on the calendar, "YYYY-MM-DD". */
export type CivilDate = string;

/** A date the calendar has, or undefined. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (!(year >= 1900 && year <= 2200) || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Whether a text is a date that the calendar has. */
export function isCivilDate(text: string): text is CivilDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return civilDate(Number(year), Number(month), Number(day)) !== undefined;
}

/** Days of a month, 1 to 12, and none of any other. A page has thousands of numbers to ask this of: Temporal takes too long. */
function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Asked at every check, where Temporal takes too long; what formats days in a zone takes long to make. */
const daysIn = new Map<string, Intl.DateTimeFormat>();

/**
 * The civil date on which an instant falls in a zone.
 * @throws {RangeError} for what is no instant, or no zone
 */
export function civilDateAt(instant: InstantText, zone: string): CivilDate {
  let days = daysIn.get(zone);
  if (!days) {
    // Swedish writes dates as ISO 8601 does (CLDR).
    days = new Intl.DateTimeFormat("sv", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    daysIn.set(zone, days);
  }
  return days.format(Date.parse(instant));
}

/**
 * Civil days from one date to another; negative when the second is earlier.
 * @throws {RangeError} for what is no date
 */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
  if (Number.isNaN(days)) throw new RangeError(`no civil dates: ${from}, ${to}`);
  return days;
}

/** The civil date so many days later. @throws {RangeError} for what is no date */
export function daysAfter(date: CivilDate, days: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The instant at which the day after an instant's begins in a zone. */
export function nextDayAt(instant: InstantText, zone: string): InstantText {
  return endOf(civilDateAt(instant, zone), zone);
}

/** A day in the life of somebody, or an instant: as people say from when on. */
export type Moment = CivilDate | InstantText;

/** When it begins: of a day, at midnight in the zone; of an instant, then. */
export function beginningOf(moment: Moment, zone: string): InstantText {
  return isDay(moment) ? midnight(Temporal.PlainDate.from(moment), zone) : moment;
}

/** When it has ended: of a day, when the next begins. */
export function endOf(moment: Moment, zone: string): InstantText {
  return isDay(moment) ? midnight(Temporal.PlainDate.from(daysAfter(moment, 1)), zone) : moment;
}

function isDay(moment: Moment): boolean {
  return moment.length === "YYYY-MM-DD".length;
}

/** Or where the clock jumps over that. */
function midnight(day: Temporal.PlainDate, zone: string): InstantText {
  return new Date(day.toZonedDateTime(zone).epochMilliseconds).toISOString();
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
