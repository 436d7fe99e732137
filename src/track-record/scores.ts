/**
 * How good the method is: each document is left out in turn, and what the other rows say of its promises is held against what came.
 * Documents weigh the same: a score is the mean over documents of the mean over their promises. Lower is better, but for the spans.
 *
 * The literal reading, to compare: 95 in 100 come within the window, as many on each day; of what is late, half comes within as
 * long again, and half of the rest within as long again (exponential). That it is 95, and halves, is the choice under which it scores
 * as the specification says that it does; only the literal reading hangs on it.
 */
import { unpublished } from "./chance.ts";
import { fitRows, inOrder } from "./fit.ts";
import { type DatedPromise, isScored, type Outcome, type ScoredPromise } from "./promise.ts";

export interface Scores {
  /**
   * Right-censored log score (Sonabend et al. 2022): −ln of the chance that was given to the day it came, and to as many days around
   * it as the day of the promise is unsure; of what is unpublished, to any later day. No chance counts as less than one in ten million.
   */
  logScore: number;
  /** Σ over the days 0 to 364 of (S(t) − whether it was unpublished)², up to where that is known (integrated Brier score). In days. */
  curveError: number;
  /** (chance by the end of day 30 or 90 − whether it came)², asked on the day of the promise; without what is censored before. */
  brier30: number;
  brier90: number;
  /** Of the late ones, asked the day after their window: the mean of the same squares over 90 days from its last. */
  late90: number;
  /** The share that came within the middle 50, 80 and 90 % span: a day that lies on an edge counts in part. */
  within: { half: number; eightInTen: number; nineInTen: number };
}

export interface Scored {
  byKind: Scores;
  literal: Scores;
  rows: number;
  cases: number;
}

const LITERAL_KEPT = 0.95;
const LEAST = 1e-7;
const YEAR = 365;
const LATE_DAYS = 90;

/** S(t) of one promise, for t ≥ −1. */
type Survival = (day: number) => number;
/** What was said of each promise, by the document. */
type Said = Map<string, { row: ScoredPromise; survival: Survival }[]>;

/**
 * Scores the method and the literal reading.
 * @param onProgress called after each document with how many are done, of how many
 * @returns undefined where the rows left are too few to say how late promises are
 */
export function scoreLeavingOut(
  rows: readonly DatedPromise[],
  onProgress: (done: number, of: number) => void = () => {},
): Scored | undefined {
  const counted = inOrder(rows.filter(isScored));
  const cases = Map.groupBy(counted, (row) => row.case);
  const byKind: Said = new Map();
  const literal: Said = new Map();
  for (const [document, own] of cases) {
    const others = fitRows(counted.filter((row) => row.case !== document));
    if (!others.lateness) return undefined;
    byKind.set(
      document,
      own.map((row) => {
        const promise = { said: row.said, ...row.scored };
        return { row, survival: (day) => unpublished(others, promise, day) };
      }),
    );
    literal.set(
      document,
      own.map((row) => ({ row, survival: (day) => literally(row.scored, day) })),
    );
    onProgress(byKind.size, cases.size);
  }
  if (cases.size === 0) return undefined;
  return { byKind: scoresOf(byKind), literal: scoresOf(literal), rows: counted.length, cases: cases.size };
}

/** The literal reading’s chance that it is out by the end of day `until`, when it was not by the end of day `since`. */
export function literalChance(
  promise: Pick<Outcome, "earliestDay" | "latestDay">,
  since: number,
  until: number,
): number {
  return 1 - literally(promise, until) / literally(promise, since);
}

function literally({ earliestDay, latestDay }: Pick<Outcome, "earliestDay" | "latestDay">, day: number): number {
  if (day < earliestDay) return 1;
  if (day >= latestDay) return (1 - LITERAL_KEPT) * 0.5 ** ((day - latestDay) / (latestDay + 1));
  return 1 - (LITERAL_KEPT * (day - earliestDay + 1)) / (latestDay - earliestDay + 1);
}

function scoresOf(said: Said): Scores {
  const mean = (score: (outcome: Outcome, survival: Survival, row: ScoredPromise) => number | undefined) => {
    const means = [...said.values()].flatMap((promises) => {
      const scores = promises.flatMap(({ row, survival }) => score(row.scored, survival, row) ?? []);
      return scores.length > 0 ? [average(scores)] : [];
    });
    return average(means);
  };
  const brier = (by: number) =>
    mean((outcome, survival) => (isKnown(outcome, by) ? squared(outcome, survival(by), by) : undefined));
  const within = (share: number) => mean((outcome, survival) => partWithin(outcome, survival, share));
  return {
    logScore: mean((outcome, survival, row) => logScore(outcome, survival, row.saidWithinDays)),
    curveError: mean((outcome, survival) => sumOfDays(outcome, 0, YEAR, survival)),
    ...{ brier30: brier(30), brier90: brier(90) },
    late90: mean((outcome, survival) => {
      if (!outcome.isLate) return undefined;
      const start = outcome.latestDay;
      const before = survival(start);
      return sumOfDays(outcome, start, start + LATE_DAYS, (day) => survival(day) / before) / LATE_DAYS;
    }),
    within: { half: within(0.5), eightInTen: within(0.8), nineInTen: within(0.9) },
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Whether it is known if it was unpublished at the end of a day. */
function isKnown({ isPublished, lastDay }: Outcome, day: number): boolean {
  return isPublished || day <= lastDay;
}

function squared({ isPublished, lastDay }: Outcome, survival: number, day: number): number {
  return (survival - (isPublished && lastDay <= day ? 0 : 1)) ** 2;
}

function sumOfDays(outcome: Outcome, from: number, to: number, survival: Survival): number {
  let sum = 0;
  for (let day = from; day < to && isKnown(outcome, day); day++) sum += squared(outcome, survival(day), day);
  return sum;
}

function logScore({ isPublished, lastDay }: Outcome, survival: Survival, around: number): number {
  const given = isPublished ? survival(lastDay - 1 - around) - survival(lastDay + around) : survival(lastDay);
  return -Math.log(Math.max(LEAST, given));
}

/** By the probability integral transform, spread evenly over the day (Czado, Gneiting and Held 2009). */
function partWithin({ isPublished, lastDay }: Outcome, survival: Survival, share: number): number | undefined {
  const [low, high] = [(1 - share) / 2, (1 + share) / 2];
  const to = 1 - survival(lastDay);
  // What is unpublished within its span may still come within it.
  if (!isPublished) return to < high ? 1 : 0;
  const from = 1 - survival(lastDay - 1);
  if (to <= from) return from >= low && from <= high ? 1 : 0;
  return Math.max(0, Math.min(high, to) - Math.max(low, from)) / (to - from);
}
