/**
 * What the record says of one promise on one day: how such promises went, and the chance that it is kept, or comes in the days
 * ahead. The chance is of all rows; its range reaches from the lower low end to the higher high end of all rows and of the neutral
 * ones alone, since the sample differs more by how it was found than by chance. Every chance means "unless it is dropped". As
 * reference class forecasting has it, the record of like cases comes before the story of this one (Flyvbjerg 2006).
 */
import { type CivilDate, daysAfter, daysBetween } from "../time/civil-date.ts";
import { chanceBetween, dayOfChance, type Range, rangeBetween } from "./chance.ts";
import { type Fit, fitRows, inOrder } from "./fit.ts";
import { type DatedPromise, isScored, type OpenPromise, type ScoredPromise } from "./promise.ts";

/** A record that was fitted: once for all questions. */
export interface TrackRecord {
  /** The rows that count, in an order of their own. */
  rows: readonly ScoredPromise[];
  all: Fit;
  /** Of the rows that a neutral search or an official list found. */
  neutral: Fit;
}

/** A share of one, and where nine in ten such chances would lie. Never 0, never 1. */
export interface Chance extends Range {
  chance: number;
  /** By the end of this day. */
  by: CivilDate;
}

/** What the promise is held against. Rows are those that tell of keeping. */
export interface Basis {
  /** Rows worded like it, those kept by the end of their longest reading, and the documents they speak of. */
  rows: number;
  kept: number;
  cases: number;
  allRows: number;
  /** Fewer rows like it than the pool weighs: the figures lean on all rows. */
  leansOnAll: boolean;
}

/** A point of the curve: the chance that it is still unpublished at the end of a day, counted from the day it was said. */
export interface CurvePoint extends Range {
  day: CivilDate;
  unpublished: number;
}

export type Forecast =
  /** Fewer than 8 rows in all: nothing is said. */
  | { kind: "no-record" }
  /** So late, or promised for so far ahead, that hardly any row was: no number. */
  | { kind: "too-few-like-this"; because: "late" | "far"; basis: Basis }
  | {
      kind: "chance";
      basis: Basis;
      /** Still unpublished on the day asked on, by the end of the 30th day from the one before it. */
      nextDays: Chance;
      /** By the last day of its longest reading, where that is not over. */
      byLatest: Chance | undefined;
      /** By the days asked about, in their order. */
      by: Chance[];
      /** As many come by then as after; undefined where that is more than a hundred years off. */
      middle: CivilDate | undefined;
      /** Eight in ten come from the one day to the other. */
      span: { from: CivilDate | undefined; to: CivilDate | undefined };
    };

/** Fewer say nothing. */
const FEWEST_ROWS = 8;
/** Only 12 of 354 rows ever were later than this many times the width of their window. */
const MOST_WIDTHS_LATE = 8;
/** Three years, one of them a leap year. */
const MOST_DAYS_AHEAD = 1096;
/** A chance is given for the days ahead: so many. */
export const NEXT_DAYS = 30;
/** More points than this no picture shows. */
const MOST_POINTS = 400;

/**
 * @param rows those of all files, in any order: the result is the same to the last bit. What is not scored is passed over
 * @param without the document that is asked about, by its `case`: a promise says nothing of itself
 */
export function fitRecord(
  rows: readonly DatedPromise[],
  { without }: { without?: string | undefined } = {},
): TrackRecord {
  const counted = inOrder(rows.filter(isScored).filter((row) => row.case !== without));
  return { rows: counted, all: fitRows(counted), neutral: fitRows(counted.filter(({ scored }) => scored.isNeutral)) };
}

/**
 * What the record says of a promise that is not published, and not withdrawn, at the beginning of a day.
 * @param on the day asked on, not before the promise
 * @param by further days to give the chance for, each on that day or later
 * @throws {RangeError} for days that are before these, or no dates
 */
export function forecast(
  record: TrackRecord,
  promise: OpenPromise,
  on: CivilDate,
  by: readonly CivilDate[] = [],
): Forecast {
  const today = dayOf(promise, on);
  if (today < 0) throw new RangeError(`${on} is before ${promise.said}, the day of the promise`);
  const days = by.map((day) => dayOf(promise, day));
  if (days.some((day) => day < today)) throw new RangeError(`${by.join(", ")}: a chance is for ${on} or later`);
  if (record.all.rows < FEWEST_ROWS) return { kind: "no-record" };
  const basis = basisOf(record, promise);
  const because = tooFar(record, promise, today);
  if (because) return { kind: "too-few-like-this", because, basis };
  const since = today - 1;
  const { latestDay } = promise;
  const chance = (day: number) => chanceBy(record, promise, since, day);
  const dayAt = (share: number) => {
    const day = dayOfChance(record.all, promise, since, share);
    return day === undefined ? undefined : dateOf(promise, day);
  };
  return {
    kind: "chance",
    basis,
    nextDays: chance(since + NEXT_DAYS),
    byLatest: since < latestDay ? chance(latestDay) : undefined,
    by: days.map(chance),
    middle: dayAt(0.5),
    span: { from: dayAt(0.1), to: dayAt(0.9) },
  };
}

/**
 * The curve of a promise with its band, from the day it was said to the end of a day: a point a day, or fewer where that is long.
 * It is seen from the day of the promise: what has happened since is not in it.
 * @returns no points where the record says nothing (`forecast`)
 * @throws {RangeError} for a day before the promise, or no date
 */
export function curve(record: TrackRecord, promise: OpenPromise, until: CivilDate): CurvePoint[] {
  const last = dayOf(promise, until);
  if (last < 0) throw new RangeError(`${until} is before ${promise.said}, the day of the promise`);
  if (record.all.rows < FEWEST_ROWS || tooFar(record, promise, 0)) return [];
  const step = Math.ceil((last + 1) / MOST_POINTS);
  const days = Array.from({ length: Math.ceil((last + 1) / step) }, (_, point) => Math.min(last, point * step));
  if (days.at(-1) !== last) days.push(last);
  return days.map((day) => {
    const { by, chance, low, high } = chanceBy(record, promise, -1, day);
    return { day: by, unpublished: 1 - chance, low: 1 - high, high: 1 - low };
  });
}

function chanceBy({ all, neutral }: TrackRecord, promise: OpenPromise, since: number, day: number): Chance {
  const ranges = [rangeBetween(all, promise, since, day)];
  // Too few neutral rows say nothing of their own.
  if (neutral.rows >= FEWEST_ROWS && neutral.lateness) ranges.push(rangeBetween(neutral, promise, since, day));
  return {
    by: dateOf(promise, day),
    chance: chanceBetween(all, promise, since, day),
    low: Math.min(...ranges.map(({ low }) => low)),
    high: Math.max(...ranges.map(({ high }) => high)),
  };
}

function basisOf({ all }: TrackRecord, { kind }: OpenPromise): Basis {
  const { rows, kept, cases } = all.kinds[kind];
  return { rows, kept, cases, allRows: all.rows, leansOnAll: rows < FEWEST_ROWS };
}

function tooFar({ all }: TrackRecord, { latestDay }: OpenPromise, today: number): "late" | "far" | undefined {
  if (latestDay > MOST_DAYS_AHEAD) return "far";
  return !all.lateness || (today - latestDay) / (latestDay + 1) > MOST_WIDTHS_LATE ? "late" : undefined;
}

function dayOf({ said }: OpenPromise, date: CivilDate): number {
  return daysBetween(said, date);
}

function dateOf({ said }: OpenPromise, day: number): CivilDate {
  return daysAfter(said, day);
}
