/** A time reckoned out, for the day on which it was said. */
import type { Temporal } from "temporal-polyfill";
import { type Day, earlier, halfway, isBefore, later, stretchOf } from "./calendar.ts";
import type { Unit } from "./meaning.ts";
import type { Time } from "./time.ts";
import { AMOUNT_SPANS, VAGUE_SPANS, type VagueSpan } from "./vague.ts";

/** The days on which something may be expected, and why these. */
interface Range {
  earliest: Day;
  likely: Day;
  latest: Day;
  basis: string;
}

/** The same, with the time that gave them: of two that were said, the one that holds. */
export interface Reckoned extends Range {
  time: Time;
}

/** @returns undefined when it is over, or is none (31 June, a Monday that is a Tuesday) */
export function reckon(time: Time, on: Day): Reckoned | undefined {
  const range: (Range & { time?: Time }) | undefined = unclipped(time, on);
  if (!range || isBefore(range.latest, on)) return undefined;
  const earliest = later(range.earliest, on);
  return { ...range, earliest, likely: later(range.likely, earliest), time: range.time ?? time };
}

function unclipped(time: Time, on: Day): Range | undefined {
  switch (time.kind) {
    case "vague":
      return spanned(VAGUE_SPANS[time.vague], on);
    case "amount":
      return spanned(AMOUNT_SPANS[time.unit][time.amount], on);
    case "counted":
      return counted(time, on);
    case "period":
      return bounded(time, on);
    case "either": {
      const one = reckon(time.one, on);
      const other = reckon(time.other, on);
      return one && other && union(one, other);
    }
    case "both":
      return narrower(time, on);
  }
}

function spanned({ earliest, likely, latest, basis }: VagueSpan, on: Day): Range {
  return { earliest: on.add(earliest), likely: on.add(likely), latest: on.add(latest), basis };
}

function counted({ from, to, unit, isWithin, isAbout }: Time & { kind: "counted" }, on: Day): Range {
  const last = on.add(duration(to, unit));
  const latest = isAbout ? last.add({ days: Math.ceil(DAYS[unit] / 2) }) : last;
  if (isWithin)
    return { earliest: on, likely: halfway(on, last), latest, basis: "a counted span from the day it was said" };
  // "In six weeks" is the sixth; "in two to three weeks" is neither the first nor the fourth.
  const earliest = on.add(duration(from === to && from > 0 ? to - 1 : from, unit));
  const likely = from === to ? last : halfway(earliest, last);
  return { earliest, likely, latest, basis: `the last of the counted ${unit}, from the day it was said` };
}

/** As days go: an hour may end on the next. */
const DAYS: Record<Unit, number> = {
  minutes: 1,
  hours: 1,
  days: 1,
  workdays: 1,
  weeks: 7,
  fortnights: 14,
  months: 30,
  years: 365,
};

function duration(count: number, unit: Unit): Temporal.DurationLike {
  switch (unit) {
    case "minutes":
      return { days: count > 0 ? 1 : 0 };
    case "hours":
      return { days: Math.ceil(count / 24) };
    case "workdays":
      return { days: Math.ceil((count * 7) / 5) };
    case "fortnights":
      return { weeks: 2 * count };
    default:
      return { [unit]: count };
  }
}

/** At a stretch of the calendar, up to its last day, or before its first. */
function bounded({ relation, period }: Time & { kind: "period" }, on: Day): Range | undefined {
  const stretch = stretchOf(period, on);
  if (!stretch) return undefined;
  const { first, last, what } = stretch;
  const isDay = first.equals(last);
  if (relation === "in")
    return {
      earliest: first,
      likely: halfway(later(first, on), last),
      latest: last,
      basis: isDay ? what : `any day of ${what}`,
    };
  // People who say "before 31 March", or "before the end of the month", mean that day too; "by Christmas" is when it begins.
  const isItself = period.kind === "date" || period.kind === "named" || period.part === "end";
  const isUpTo = relation === "by" || isItself;
  const deadline = !isUpTo ? first.subtract({ days: 1 }) : relation === "by" && period.kind === "feast" ? first : last;
  const ending = period.part === "end" ? "its last day" : `the end of ${what}`;
  const end = isDay || period.kind === "feast" ? what : ending;
  return {
    earliest: earlier(on, deadline),
    likely: deadline,
    latest: deadline,
    basis:
      period.kind === "named"
        ? `a deadline, on ${what}`
        : `a deadline: any day ${isUpTo ? `up to ${end}` : `before ${what}`}`,
  };
}

function union(one: Range, other: Range): Range {
  return {
    earliest: earlier(one.earliest, other.earliest),
    likely: halfway(earlier(one.likely, other.likely), later(one.likely, other.likely)),
    latest: later(one.latest, other.latest),
    basis: one.basis === other.basis ? `${one.basis}, for both` : `from one to the other: ${one.basis}; ${other.basis}`,
  };
}

/**
 * One that lies within the other says it better. Of two that overlap, what names days goes before what counts none ("very shortly,
 * certainly in December"), and a deadline cuts the other short. Else the phrase says two things, and so it does where somebody hopes
 * for more than the deadline.
 */
function narrower({ one, other }: Time & { kind: "both" }, on: Day): Range | undefined {
  const first = reckon(one, on);
  const second = reckon(other, on);
  if (!first || !second || isBefore(second.latest, first.earliest) || isBefore(first.latest, second.earliest))
    return undefined;
  if (isVague(one) !== isVague(other)) return isVague(one) ? second : first;
  const [inner, outer, around] = isBefore(second.latest, first.latest) ? [second, first, one] : [first, second, other];
  if (isDeadline(around)) return inner.latest.equals(outer.latest) ? inner : undefined;
  if (!isBefore(inner.earliest, outer.earliest)) return inner;
  const isCut = isDeadline(around === one ? other : one);
  return isCut ? { ...inner, earliest: outer.earliest } : undefined;
}

function isVague({ kind }: Time): boolean {
  return kind === "vague" || kind === "amount";
}

function isDeadline(time: Time): boolean {
  return time.kind === "period" && time.relation !== "in";
}
