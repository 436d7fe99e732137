/**
 * The times that nobody counts, as ranges: the earliest day worth expecting, the likeliest, and the last on which the longest fair
 * reading still holds. The numbers are choices (lexicon.ts), and every basis states its own.
 */
import type { Temporal } from "temporal-polyfill";
import type { Amount, Unit, Vague } from "./meaning.ts";

type Span = Temporal.DurationLike;

export interface VagueSpan {
  earliest: Span;
  likely: Span;
  latest: Span;
  basis: string;
}

const spans = (earliest: Span, likely: Span, latest: Span, basis: string): VagueSpan => ({
  earliest,
  likely,
  latest,
  basis: `read as ${basis}`,
});
const SAME_DAY: Span = { days: 0 };

const MOMENTS = spans(SAME_DAY, SAME_DAY, { days: 1 }, "the same day or the next");
const DAYS: Record<Amount, VagueSpan> = {
  couple: spans({ days: 1 }, { days: 2 }, { days: 5 }, "1 to 5 days, likely 2"),
  few: spans({ days: 1 }, { days: 4 }, { days: 10 }, "1 to 10 days, likely 4"),
  next: spans({ days: 1 }, { days: 5 }, { weeks: 2 }, "1 day to 2 weeks, likely 5 days"),
};
const WEEKS: Record<Amount, VagueSpan> = {
  couple: spans({ weeks: 1 }, { weeks: 2 }, { weeks: 4 }, "1 to 4 weeks, likely 2"),
  few: spans({ weeks: 1 }, { weeks: 4 }, { weeks: 7 }, "1 to 7 weeks, likely 4"),
  next: spans({ weeks: 1 }, { weeks: 4 }, { weeks: 8 }, "1 to 6 weeks, likely 4, and certainly over after 8"),
};

/** Amounts of a unit: "a few weeks", "the coming months". */
export const AMOUNT_SPANS: Record<Unit, Record<Amount, VagueSpan>> = {
  minutes: { couple: MOMENTS, few: MOMENTS, next: MOMENTS },
  hours: { couple: MOMENTS, few: MOMENTS, next: MOMENTS },
  days: DAYS,
  workdays: DAYS,
  weeks: WEEKS,
  fortnights: WEEKS,
  months: {
    couple: spans({ months: 1 }, { months: 2 }, { months: 4 }, "1 to 4 months, likely 2"),
    few: spans({ months: 1 }, { months: 4 }, { months: 7 }, "1 to 7 months, likely 4"),
    next: spans(
      { weeks: 2 },
      { months: 3 },
      { months: 8 },
      "2 weeks to 6 months, likely 3 months, and certainly over after 8",
    ),
  },
  years: {
    couple: spans({ years: 1 }, { years: 2 }, { years: 4 }, "1 to 4 years, likely 2"),
    few: spans({ years: 1 }, { years: 4 }, { years: 7 }, "1 to 7 years, likely 4"),
    next: spans({ months: 6 }, { years: 2 }, { years: 5 }, "6 months to 5 years, likely 2 years"),
  },
};

export const VAGUE_SPANS: Record<Vague, VagueSpan> = {
  "any-moment": spans(SAME_DAY, { days: 2 }, { weeks: 1 }, "at once to 1 week, likely 2 days"),
  imminent: spans(SAME_DAY, { weeks: 1 }, { weeks: 4 }, "at once to 4 weeks, likely 1 week"),
  "very-soon": spans({ days: 1 }, { weeks: 1 }, { weeks: 3 }, "1 day to 3 weeks, likely 1 week"),
  shortly: spans({ days: 1 }, { weeks: 2 }, { weeks: 6 }, "1 day to 6 weeks, likely 2 weeks"),
  soon: spans({ days: 1 }, { weeks: 4 }, { months: 3 }, "1 day to 3 months, likely 4 weeks"),
  "as-soon-as-possible": spans({ days: 1 }, { months: 1 }, { months: 6 }, "1 day to 6 months, likely 1 month"),
  "near-future": spans({ weeks: 1 }, { months: 2 }, { months: 6 }, "1 week to 6 months, likely 2 months"),
  "due-course": spans({ months: 1 }, { months: 6 }, { years: 1 }, "1 month to 1 year, likely 6 months"),
};
