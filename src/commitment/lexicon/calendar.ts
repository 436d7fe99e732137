/** Stretches of the calendar, found from the day on which one is named. */
import { Temporal } from "temporal-polyfill";
import { civilDate } from "../../time/civil-date.ts";
import type { Feast, Part } from "./meaning.ts";
import type { Period, Year } from "./time.ts";

export type Day = Temporal.PlainDate;

/** From its first day to its last, and which days these are. */
interface Stretch {
  first: Day;
  last: Day;
  what: string;
}

/** @returns undefined for what the calendar does not have */
export function stretchOf(period: Period, on: Day): Stretch | undefined {
  switch (period.kind) {
    case "day":
      return single(
        on.add({ days: period.later }),
        ["the same day", "the next day"][period.later] ?? "the day after next",
      );
    case "named":
      return single(Temporal.PlainDate.from(period.on), "a day that is known by name");
    case "date":
      return dated(period, on);
    case "weekday":
      return weekday(period, on);
    case "weekend": {
      const first = monday(on).add({ days: 5 + 7 * period.later });
      return { first, last: first.add({ days: 1 }), what: "the weekend" };
    }
    case "week": {
      const first = period.later === undefined ? on : monday(on).add({ weeks: period.later });
      const last = period.later === undefined ? on.add({ weeks: 1 }) : first.add({ days: 6 });
      return weekPart({ first, last, what: "the week, Monday to Sunday" }, period.part);
    }
    case "week-of": {
      const day = stretchOf(period.day, on)?.first;
      if (!day) return undefined;
      return period.isEnding
        ? { first: day.subtract({ days: 6 }), last: day, what: "the week that ends on that day" }
        : { first: monday(day), last: monday(day).add({ days: 6 }), what: "the named week, Monday to Sunday" };
    }
    case "running":
      return running(period, on);
    case "months":
      return months(period, on);
    case "feast":
      // "The new year", said in one, is the next.
      return ofYear(period.year ?? (period.feast === "new-year" ? "next" : undefined), on, (year) =>
        feast(period.feast, year),
      );
    case "weeks": {
      const of = stretchOf(period.of, on);
      if (!of) return undefined;
      const days = 7 * period.count;
      if (period.nth < 0)
        return { first: of.last.subtract({ days: days - 1 }), last: of.last, what: "the last weeks of the month" };
      const first = of.first.add({ days: days * (period.nth - 1) });
      const last = earlier(first.add({ days: days - 1 }), of.last);
      return isBefore(of.last, first)
        ? undefined
        : { first, last, what: "the named weeks of the month, each of seven days" };
    }
  }
}

function single(day: Day, what: string): Stretch {
  return { first: day, last: day, what };
}

/** Without a year it is the next such day. A day of the week that it is not makes it none. */
function dated({ year, month, day, weekday }: Period & { kind: "date" }, on: Day): Stretch | undefined {
  const found = ofYear(year, on, (number) => {
    const date = civilDate(number, month, day);
    return date ? single(Temporal.PlainDate.from(date), "the date named") : undefined;
  });
  return found && weekday !== undefined && found.first.dayOfWeek !== weekday ? undefined : found;
}

function weekday(
  { weekday: named, isNext, later: days = 0, week }: Period & { kind: "weekday" },
  on: Day,
): Stretch | undefined {
  if (week !== undefined) return single(monday(on).add({ weeks: week, days: named - 1 }), "that day of the named week");
  const wait = (named - on.dayOfWeek + 7) % 7;
  if (isNext) {
    const first = on.add({ days: wait || 7 });
    return { first, last: first.add({ days: 7 }), what: "the next such day of the week, or the one after" };
  }
  // Said on the same day of the week, it may be today or in a week.
  return wait === 0 ? undefined : single(on.add({ days: wait + days }), "the next such day of the week");
}

function running({ length, later: count, part }: Period & { kind: "running" }, on: Day): Stretch | undefined {
  // "Within the month": a month, or what is left of it.
  if (count === undefined)
    return { first: on, last: on.add({ months: length }), what: "as long from the day it was said" };
  const first = on
    .with({ day: 1, month: Math.floor((on.month - 1) / length) * length + 1 })
    .add({ months: count * length });
  return monthsFrom(first, length, part);
}

function months({ first, length, year, part, isNext }: Period & { kind: "months" }, on: Day): Stretch | undefined {
  const at = (number: number) =>
    monthsFrom(Temporal.PlainDate.from({ year: number, month: first, day: 1 }), length, part);
  // "Next spring" has not begun.
  if (isNext)
    return ofYear(undefined, on, (number) =>
      ((found) => (found && isBefore(on, found.first) ? found : undefined))(at(number)),
    );
  return ofYear(year, on, at);
}

/** Of the named year, or of the first in which it is not over; last year's winter may still last. */
function ofYear(year: Year, on: Day, at: (year: number) => Stretch | undefined): Stretch | undefined {
  if (typeof year === "number") return at(year);
  if (year !== undefined) return at(on.year + (year === "next" ? 1 : 0));
  for (const number of [on.year - 1, on.year, on.year + 1, on.year + 2]) {
    const found = at(number);
    if (found && !isBefore(found.last, on)) return found;
  }
  return undefined;
}

const NAMES: Record<number, string> = { 1: "month", 3: "quarter or season", 6: "half-year", 12: "year" };

/** The days of a stretch of months, or of a part of it. Of a month: ten days; of longer ones: thirds, and of a year its quarters. */
function monthsFrom(first: Day, length: number, part: Part | undefined): Stretch | undefined {
  const last = first.add({ months: length }).subtract({ days: 1 });
  const name = NAMES[length] ?? "stretch";
  if (!part) return { first, last, what: `the ${name}` };
  if (length === 1) {
    const [from, to] = {
      early: [1, 10],
      mid: [10, 20],
      late: [20, 31],
      end: [20, 31],
      "first-half": [1, 15],
      "second-half": [16, 31],
    }[part] as [number, number];
    return {
      first: first.with({ day: from }),
      last: first.with({ day: Math.min(to, first.daysInMonth) }),
      what: `the ${ordinal(from)} to the ${to === 31 ? "end" : ordinal(to)} of the month`,
    };
  }
  if (part === "first-half" || part === "second-half") return undefined;
  const [from, to] = (
    length === 12
      ? { early: [0, 3], mid: [5, 7], late: [9, 12], end: [9, 12] }
      : {
          early: [0, length / 3],
          mid: [length / 3, (length / 3) * 2],
          late: [(length / 3) * 2, length],
          end: [(length / 3) * 2, length],
        }
  )[part] as [number, number];
  const begin = first.add({ months: from });
  return {
    first: begin,
    last: first.add({ months: to }).subtract({ days: 1 }),
    what: `the ${{ early: "first", mid: "middle", late: "last", end: "last" }[part]} months of the ${name}`,
  };
}

function ordinal(day: number): string {
  return `${day}${day === 1 ? "st" : "th"}`;
}

/** Of a week: Monday to Wednesday, Tuesday to Thursday, Thursday to Sunday. */
function weekPart(week: Stretch, part: Part | undefined): Stretch | undefined {
  if (!part) return week;
  if (part === "first-half" || part === "second-half") return undefined;
  const [from, to] = { early: [0, 2], mid: [1, 3], late: [3, 6], end: [3, 6] }[part] as [number, number];
  return {
    first: week.first.add({ days: from }),
    last: week.first.add({ days: to }),
    what: `that part of ${week.what}`,
  };
}

function feast(name: Feast, year: number): Stretch {
  const on = (month: number, day: number, of = year) => Temporal.PlainDate.from({ year: of, month, day });
  switch (name) {
    case "christmas":
      return { first: on(12, 25), last: on(12, 31), what: "Christmas" };
    case "new-year":
      return { first: on(1, 1), last: on(3, 31), what: "January to March" };
    case "turn-of-year":
      return { first: on(12, 15), last: on(1, 10, year + 1), what: "mid-December to early January" };
    case "summer-recess":
      return { first: on(8, 1), last: on(8, 31), what: "August, when parliaments rest" };
    case "thanksgiving": {
      const first = on(11, 1);
      return single(first.add({ days: ((4 - first.dayOfWeek + 7) % 7) + 21 }), "the fourth Thursday of November");
    }
    case "easter": {
      const sunday = easter(year);
      return {
        first: sunday.subtract({ days: 2 }),
        last: sunday.add({ days: 1 }),
        what: "Good Friday to Easter Monday",
      };
    }
  }
}

/** Easter Sunday of the Gregorian calendar, by Meeus, Jones and Butcher (Nature, 20 April 1876). */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(f / 31), day: (f % 31) + 1 });
}

function monday(day: Day): Day {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

export function isBefore(a: Day, b: Day): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}

export function earlier(a: Day, b: Day): Day {
  return isBefore(b, a) ? b : a;
}

export function later(a: Day, b: Day): Day {
  return isBefore(a, b) ? b : a;
}

export function halfway(first: Day, last: Day): Day {
  return first.add({ days: Math.floor(first.until(last, { largestUnit: "days" }).days / 2) });
}
