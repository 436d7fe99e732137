/**
 * What looks at a source say together. A look by itself says as much as a record of one; records that follow one another are
 * put together. So a year can be kept day by day, and says what its looks say.
 */
import type { ProblemName } from "../read/reading.ts";
import { elapsed, type InstantText } from "../time/instant.ts";

export interface Stretch {
  from: InstantText;
  to: InstantText;
}

/** A stretch without a good reading. */
export interface Gap extends Stretch {
  /** Looks in it that failed. With none, nobody looked. */
  failures: number;
}

export interface LookRecord {
  looks: number;
  failed: number;
  /** The first and the last good reading. */
  firstGood: InstantText | undefined;
  lastGood: InstantText | undefined;
  /** Looks that failed before the first and after the last; without a good reading, all of them. */
  failuresBeforeGood: number;
  failuresAfterGood: number;
  /** Between two good readings, the oldest first: each gap that is longer than was asked for, and the longest of all. */
  gaps: readonly Gap[];
  /** Failed looks by cause, the most frequent first. */
  causes: readonly Cause[];
}

export interface Cause {
  problem: ProblemName;
  count: number;
}

/** @param problem what kept the source from being read; undefined when it was read */
export function recordOf(at: InstantText, problem: ProblemName | undefined): LookRecord {
  const failed = problem === undefined ? 0 : 1;
  const good = problem === undefined ? at : undefined;
  return {
    looks: 1,
    failed,
    firstGood: good,
    lastGood: good,
    failuresBeforeGood: failed,
    failuresAfterGood: failed,
    gaps: [],
    causes: problem === undefined ? [] : [{ problem, count: 1 }],
  };
}

/**
 * @param records of one source that follow one another, the oldest first
 * @param leastGap gaps longer than this are kept, in milliseconds; those that a record left out are not found again
 */
export function together(records: Iterable<LookRecord>, leastGap: number): LookRecord {
  let looks = 0;
  let failed = 0;
  let firstGood: InstantText | undefined;
  let lastGood: InstantText | undefined;
  let failuresBeforeGood = 0;
  /** Since the last good reading. */
  let failures = 0;
  const gaps: Gap[] = [];
  const causes = new Map<ProblemName, number>();
  for (const record of records) {
    looks += record.looks;
    failed += record.failed;
    for (const { problem, count } of record.causes) causes.set(problem, (causes.get(problem) ?? 0) + count);
    if (record.firstGood === undefined) {
      failures += record.failed;
      continue;
    }
    failures += record.failuresBeforeGood;
    if (lastGood === undefined) failuresBeforeGood = failures;
    else gaps.push({ from: lastGood, to: record.firstGood, failures });
    for (const gap of record.gaps) gaps.push(gap);
    firstGood ??= record.firstGood;
    lastGood = record.lastGood;
    failures = record.failuresAfterGood;
  }
  return {
    looks,
    failed,
    firstGood,
    lastGood,
    failuresBeforeGood: firstGood === undefined ? failed : failuresBeforeGood,
    failuresAfterGood: failures,
    gaps: worthKeeping(gaps, leastGap),
    causes: [...causes]
      .map(([problem, count]) => ({ problem, count }))
      .sort((a, b) => b.count - a.count || (a.problem < b.problem ? -1 : 1)),
  };
}

/** In milliseconds. */
export function length({ from, to }: Stretch): number {
  return elapsed(from, to);
}

function worthKeeping(gaps: readonly Gap[], leastGap: number): readonly Gap[] {
  if (gaps.length < 2) return gaps;
  const lengths = gaps.map(length);
  const longest = lengths.indexOf(lengths.reduce((most, one) => Math.max(most, one), 0));
  return gaps.filter((_, index) => (lengths[index] ?? 0) > leastGap || index === longest);
}
