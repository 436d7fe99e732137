/** The day that something is of, where its words may leave open which. */
import type { CivilDate } from "./civil-date.ts";

export interface Dated {
  /** Unknown where no day is given, or where it is left open. */
  date?: CivilDate | undefined;
  /** Where it is left open (03/04/2022, August 2022): the earliest and the latest day that may be meant. */
  either?: readonly [earliest: CivilDate, latest: CivilDate] | undefined;
}

/** One day, or the first and the last of several that may be meant. Undefined for none. */
export function oneOf(dates: readonly CivilDate[]): Dated | undefined {
  const sorted = dates.toSorted();
  const earliest = sorted[0];
  const latest = sorted.at(-1);
  if (!earliest || !latest) return undefined;
  return earliest === latest ? { date: earliest } : { either: [earliest, latest] };
}

/** What of something is its day, and nothing else. */
export function dayOf({ date, either }: Dated): Dated {
  return date ? { date } : either ? { either } : {};
}

/** The first day that is meant or may be; undefined where there is none. */
export function earliestOf({ date, either }: Dated): CivilDate | undefined {
  return date ?? either?.[0];
}

/** The last day that is meant or may be; undefined where there is none. */
export function latestOf({ date, either }: Dated): CivilDate | undefined {
  return date ?? either?.[1];
}

/** Whether it is left open by nothing but which of two numbers is the month: 03/04/2022, and not August 2022. */
export function isOpenByOrder({ either }: Dated): boolean {
  const [[year, month, day] = [], [otherYear, otherMonth, otherDay] = []] = (either ?? []).map((one) => one.split("-"));
  return either !== undefined && year === otherYear && month === otherDay && day === otherMonth;
}
