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
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return undefined;
  return Temporal.PlainDate.from({ year, month, day }).toString();
}

/** The civil date on which an instant falls in a zone. */
export function civilDateAt(instant: InstantText, zone: string): CivilDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Civil days from one date to another; negative when the second is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;
}
