/** What the lexicon knows of a phrase, and the three ways in which a phrase becomes a range of days. */
import type { Temporal } from "temporal-polyfill";
import { earlier } from "./calendar.ts";

export type Day = Temporal.PlainDate;
type Range = { earliest: Day; likely: Day; latest: Day; basis: string };

export interface Phrase {
  /** The phrase as people say it; `phrases()` lists it. */
  phrase: string;
  pattern: RegExp;
  read: (match: RegExpMatchArray, on: Day) => Range | undefined;
}

export type Span = Temporal.DurationLike;

/** A phrase that counts from the day it is said. */
export function counted(
  phrase: string,
  pattern: RegExp,
  earliest: Span,
  likely: Span,
  latest: Span,
  basis: string,
): Phrase {
  const read = (_: RegExpMatchArray, on: Day) => ({
    earliest: on.add(earliest),
    likely: on.add(likely),
    latest: on.add(latest),
    basis,
  });
  return { phrase, pattern, read };
}

/** A phrase that ends on a day of the calendar: likely late in the span, as deadlines draw work to their end. */
export function until(
  phrase: string,
  pattern: RegExp,
  end: (match: RegExpMatchArray, on: Day) => Day | undefined,
  basis: string,
): Phrase {
  const read = (match: RegExpMatchArray, on: Day) => {
    const last = end(match, on);
    return last && { earliest: earlier(on, last), likely: last, latest: last, basis };
  };
  return { phrase, pattern, read };
}

/** A phrase that names a stretch of the calendar. */
export function within(
  phrase: string,
  pattern: RegExp,
  stretch: (match: RegExpMatchArray, on: Day) => [Day, Day] | undefined,
  basis: string,
): Phrase {
  const read = (match: RegExpMatchArray, on: Day) => {
    const [first, last] = stretch(match, on) ?? [];
    if (!first || !last) return undefined;
    return {
      earliest: first,
      likely: first.add({ days: Math.floor(first.until(last, { largestUnit: "days" }).days / 2) }),
      latest: last,
      basis,
    };
  };
  return { phrase, pattern, read };
}
