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

/**
 * @param record of the looks from `since` to `to`
 * @param goodBefore the last good reading before `since`
 */
export function coverage(
  { id: source, patience, existence }: CoveredSource,
  record: LookRecord,
  goodBefore: InstantText | undefined,
  since: InstantText,
  to: InstantText,
): Coverage {
  const { looks, failed, causes, firstGood, lastGood } = record;
  const from = existence === "likely" && goodBefore === undefined ? (firstGood ?? to) : since;
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
