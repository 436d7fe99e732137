/** Reckoning with days, months and years of the calendar. */
import { Temporal } from "temporal-polyfill";

type Day = Temporal.PlainDate;

export function monday(day: Day): Day {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

export function monthStart(day: Day, monthsLater: number): Day {
  return day.with({ day: 1 }).add({ months: monthsLater });
}

export function monthEnd(day: Day): Day {
  return day.with({ day: day.daysInMonth });
}

export function yearStart(day: Day, yearsLater: number): Day {
  return Temporal.PlainDate.from({ year: day.year + yearsLater, month: 1, day: 1 });
}

export function earlier(a: Day, b: Day): Day {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}

export function yearPart(on: Day, year: string | undefined, firstMonth: number, months: number): [Day, Day] {
  const start = Temporal.PlainDate.from({ year: year ? Number(year) : on.year, month: firstMonth, day: 1 });
  const end = start.add({ months }).subtract({ days: 1 });
  const isOver = !year && Temporal.PlainDate.compare(end, on) < 0;
  return isOver ? [start.add({ years: 1 }), start.add({ years: 1, months }).subtract({ days: 1 })] : [start, end];
}
