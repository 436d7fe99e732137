/**
 * Coverage: how well sources were really read. It follows from the recorded looks alone, so a restart, a machine that slept
 * or a clock that jumped shows as a gap.
 */
import { elapsed, type InstantText, later } from "../time/instant.ts";
import { type Gap, type LookRecord, length, type Stretch } from "./look-record.ts";

/** How well one source was looked after from one instant to another. */
export interface Coverage extends Stretch {
  source: string;
  looks: number;
  failed: number;
  /** Failed looks by cause, the most frequent first. */
  causes: LookRecord["causes"];
  /** The share of the time, 0 to 1, in which the last good reading was younger than the source's patience; of no time, none. */
  covered: number | undefined;
  /** When it was not. */
  blind: Gap[];
  /** The longest time without a good reading, as far as it lies in the period. */
  longestGap: Gap | undefined;
}

/** A source whose coverage is asked for. */
export interface CoveredSource {
  id: string;
  /** How old a good reading may get, in milliseconds. */
  patience: number;
  /** Of an address that is only `likely`, nothing is owed before it was first read. */
  existence: "confirmed" | "likely";
}

/** What is known of the looks at a source, for a period. */
export interface Looked {
  /** Of the looks in it. */
  record: LookRecord;
  /** The last good reading before it. */
  goodBefore: InstantText | undefined;
  /** When it was looked at first of all. */
  firstLookAt: InstantText | undefined;
}

/** It begins with the first look: of the time before, when the bot or the source was not there yet, nothing is owed. */
export function coverage(
  { id: source, patience, existence }: CoveredSource,
  { record, goodBefore, firstLookAt }: Looked,
  since: InstantText,
  to: InstantText,
): Coverage {
  const { looks, failed, causes, firstGood, lastGood } = record;
  const begun = existence === "likely" && goodBefore === undefined ? firstGood : firstLookAt;
  const from = begun !== undefined && begun < to ? laterOf(since, begun) : to;
  const gaps: (Gap & { isNeverRead?: boolean })[] = [
    {
      from: goodBefore ?? from,
      to: firstGood ?? to,
      failures: record.failuresBeforeGood,
      isNeverRead: goodBefore === undefined,
    },
    ...record.gaps,
    ...(lastGood ? [{ from: lastGood, to, failures: record.failuresAfterGood }] : []),
  ];
  const blind: Gap[] = [];
  let uncovered = 0;
  let longestGap: Gap | undefined;
  let longest = 0;
  for (const { isNeverRead, ...gap } of gaps) {
    const seen = { ...gap, from: laterOf(gap.from, from) };
    const took = length(seen);
    if (took > longest) [longestGap, longest] = [seen, took];
    // Most are no longer than that.
    if (!isNeverRead && length(gap) <= patience) continue;
    const start = isNeverRead ? seen.from : laterOf(later(gap.from, patience), from);
    if (start >= gap.to) continue;
    blind.push({ ...gap, from: start });
    uncovered += elapsed(start, gap.to);
  }
  const whole = elapsed(from, to);
  const covered = whole <= 0 ? undefined : Math.max(0, 1 - uncovered / whole);
  return { source, from, to, looks, failed, causes, covered, blind, longestGap };
}

/** Several sources as one: every look counts, and each source that was watched in the period alike. */
export interface Overall {
  looks: number;
  failed: number;
  covered: number | undefined;
  longestGap: (Gap & { source: string }) | undefined;
}

export function overall(sources: readonly Coverage[]): Overall {
  const shares = sources.flatMap(({ covered }) => covered ?? []);
  let longestGap: Overall["longestGap"];
  let longest = 0;
  for (const { source, longestGap: gap } of sources) {
    const took = gap ? length(gap) : 0;
    if (gap && took > longest) [longestGap, longest] = [{ ...gap, source }, took];
  }
  return {
    looks: sum(sources, (one) => one.looks),
    failed: sum(sources, (one) => one.failed),
    covered: shares.length === 0 ? undefined : sum(shares, (share) => share) / shares.length,
    longestGap,
  };
}

/**
 * How sources were read over one stretch: all of them, some, none although it was tried, or none because nobody looked; or none was watched
 * yet.
 */
export type ReadState = "read" | "partly" | "unread" | "unlooked" | "unwatched";

/** @param stretches that follow one another: pages ask for hundreds at once, of thousands of sources */
export function statesOver(sources: readonly Coverage[], stretches: readonly Stretch[]): ReadState[] {
  const bounds = stretches.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));
  const [whole, tried, untried] = [bounds.map(() => 0), bounds.map(() => 0), bounds.map(() => 0)];
  for (const source of sources) {
    addTimes(whole, bounds, source);
    for (const gap of source.blind) addTimes(gap.failures > 0 ? tried : untried, bounds, gap);
  }
  return whole.map((time, index) => stateOf(time, tried[index] ?? 0, untried[index] ?? 0));
}

/** Those that lie between instants that follow one another. */
export function stretchesBetween(bounds: readonly InstantText[]): Stretch[] {
  return bounds.slice(1).map((to, index) => ({ from: bounds[index] ?? to, to }));
}

function stateOf(whole: number, tried: number, untried: number): ReadState {
  if (whole <= 0) return "unwatched";
  const blindShare = (tried + untried) / whole;
  if (blindShare < A_TRIFLE) return "read";
  if (blindShare < 1 - A_TRIFLE) return "partly";
  return tried >= untried ? "unread" : "unlooked";
}

/** Less than this is not shown: the seconds that a restart takes are not a day's colour. */
const A_TRIFLE = 0.005;

/** Adds how many milliseconds of a time lie within each of the bounds. */
function addTimes(sums: number[], bounds: readonly { from: number; to: number }[], time: Stretch): void {
  const [from, to] = [Date.parse(time.from), Date.parse(time.to)];
  for (let index = firstAfter(bounds, from); index < bounds.length; index++) {
    const bound = bounds[index];
    if (!bound || bound.from >= to) return;
    sums[index] = (sums[index] ?? 0) + Math.min(to, bound.to) - Math.max(from, bound.from);
  }
}

/** The first of the bounds that ends after an instant. */
function firstAfter(bounds: readonly { to: number }[], instant: number): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle]?.to ?? 0) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

function laterOf(one: InstantText, other: InstantText): InstantText {
  return one > other ? one : other;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
