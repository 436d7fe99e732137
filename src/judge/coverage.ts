/**
 * Coverage: how well sources were really read. It follows from the recorded looks alone, so a restart, a machine that slept
 * or a clock that jumped shows as a gap.
 */
import type { ProblemName } from "../read/reading.ts";
import { elapsed, type InstantText, later } from "../time/instant.ts";

interface Stretch {
  from: InstantText;
  to: InstantText;
}

/** A stretch without a good reading. */
export interface Gap extends Stretch {
  /** Looks in it that failed. With none, nobody looked. */
  failures: number;
}

/** What the store holds of one source's looks between two instants. */
export interface LookRecord {
  source: string;
  looks: number;
  failed: number;
  /** The last good reading before the period, and the first and last in it. */
  goodBefore: InstantText | undefined;
  firstGood: InstantText | undefined;
  lastGood: InstantText | undefined;
  failuresBeforeGood: number;
  failuresAfterGood: number;
  /** Between two good readings: each gap that may be longer than the patience, and the longest of all. */
  gaps: readonly Gap[];
  causes: readonly { problem: ProblemName; count: number }[];
}

/** How well one source was looked after from one instant to another. */
export interface Coverage extends Stretch {
  source: string;
  looks: number;
  failed: number;
  /** Failed looks by cause, the most frequent first. */
  causes: LookRecord["causes"];
  /** The share of the time, 0 to 1, in which the last good reading was younger than the source's patience. */
  covered: number;
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

export function coverage(
  record: LookRecord,
  asked: Omit<CoveredSource, "id">,
  since: InstantText,
  to: InstantText,
): Coverage {
  const { source, looks, failed, causes, goodBefore, firstGood, lastGood } = record;
  const { patience, existence } = asked;
  const from = existence === "likely" && goodBefore === undefined ? (firstGood ?? to) : since;
  const gaps: (Gap & { isNeverRead?: boolean })[] = [
    {
      from: goodBefore ?? from,
      to: firstGood ?? to,
      failures: firstGood ? record.failuresBeforeGood : failed,
      isNeverRead: goodBefore === undefined,
    },
    ...record.gaps,
    ...(lastGood ? [{ from: lastGood, to, failures: record.failuresAfterGood }] : []),
  ];
  const blind = gaps.flatMap((gap): Gap[] => {
    const turnsBlind = gap.isNeverRead ? gap.from : later(gap.from, patience);
    const start = laterOf(turnsBlind, from);
    return start < gap.to ? [{ from: start, to: gap.to, failures: gap.failures }] : [];
  });
  const longestGap = gaps
    .map((gap): Gap => ({ from: laterOf(gap.from, from), to: gap.to, failures: gap.failures }))
    .filter((gap) => gap.from < gap.to)
    .reduce<Gap | undefined>((longest, gap) => (longest && length(longest) >= length(gap) ? longest : gap), undefined);
  const whole = elapsed(from, to);
  const uncovered = blind.reduce((sum, gap) => sum + length(gap), 0);
  const covered = whole <= 0 ? 1 : Math.max(0, 1 - uncovered / whole);
  return { source, from, to, looks, failed, causes, covered, blind, longestGap };
}

/** Several sources as one: every look counts, and each source's time alike. */
export interface Overall {
  looks: number;
  failed: number;
  covered: number;
  longestGap: (Gap & { source: string }) | undefined;
}

export function overall(sources: readonly Coverage[]): Overall {
  const gaps = sources.flatMap(({ source, longestGap }) => (longestGap ? [{ ...longestGap, source }] : []));
  return {
    looks: sum(sources, (one) => one.looks),
    failed: sum(sources, (one) => one.failed),
    covered: sources.length === 0 ? 1 : sum(sources, (one) => one.covered) / sources.length,
    longestGap: gaps.sort((a, b) => length(b) - length(a))[0],
  };
}

/** How sources were read over one stretch: all of them, some, none although it was tried, or none because nobody looked. */
export type ReadState = "read" | "partly" | "unread" | "unlooked";

export function stateOver(sources: readonly Coverage[], from: InstantText, to: InstantText): ReadState {
  const whole = sum(sources, (source) => overlap(source, from, to));
  if (whole <= 0) return "unlooked";
  const time = (gaps: readonly Gap[]) => sum(gaps, (gap) => overlap(gap, from, to));
  const tried = sum(sources, ({ blind }) => time(blind.filter((gap) => gap.failures > 0)));
  const untried = sum(sources, ({ blind }) => time(blind.filter((gap) => gap.failures === 0)));
  const blindShare = (tried + untried) / whole;
  if (blindShare < A_TRIFLE) return "read";
  if (blindShare < 1 - A_TRIFLE) return "partly";
  return tried >= untried ? "unread" : "unlooked";
}

/** Less than this is not shown: the seconds that a restart takes are not a day's colour. */
const A_TRIFLE = 0.005;

function length({ from, to }: Stretch): number {
  return elapsed(from, to);
}

function laterOf(one: InstantText, other: InstantText): InstantText {
  return one > other ? one : other;
}

function overlap(gap: Stretch, from: InstantText, to: InstantText): number {
  const start = laterOf(gap.from, from);
  const end = gap.to < to ? gap.to : to;
  return Math.max(0, elapsed(start, end));
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
