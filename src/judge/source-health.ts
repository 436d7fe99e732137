/** How one source has been doing. */
import { isWalled, type ProblemName } from "../read/reading.ts";
import { type InstantText, later } from "../time/instant.ts";
import type { Reach, UnknownBecause } from "../watch/names.ts";
import type { Source } from "../watch/watch.ts";

export interface SourceHealth {
  id: string;
  name: string;
  url: string;
  existence: "confirmed" | "likely";
  /** Whether what it shows is the publisher's own answer, and no copy or word of somebody else. */
  isOwn: boolean;
  /** Nobody has confirmed that it exists, and it has never been read. */
  isConjecture: boolean;
  /** It is not to be looked at for now, or its whole watch is not. */
  isPaused?: true | undefined;
  checkedAt: InstantText | undefined;
  /** When it is to be looked at next; left out where the bot itself asks, which looks when it is due. */
  dueAt?: InstantText | undefined;
  goodAt: InstantText | undefined;
  failingSince: InstantText | undefined;
  problem: ProblemName | undefined;
  detail: string;
  /** How long it may stay unread, in milliseconds. */
  patience: number;
  toldBlindAt: InstantText | undefined;
  recovered: { since: InstantText; changes: number } | undefined;
}

/**
 * Whether a source is to be looked at at all: copies of one are, while its own site refuses robots.
 * @param rowOf the row of another source of its watch, by its id
 */
export function isCalledFor(
  { via }: Pick<Source, "via">,
  rowOf: (
    source: string,
  ) => { problem: string | null; detail: string | null; failing_since: string | null } | undefined,
): boolean {
  if (!via) return true;
  const row = rowOf(via.of);
  return row !== undefined && row.failing_since !== null && isWalled(row);
}

/** Sources that are read now, of those that count: mere guesses do not, nor those that are paused. */
export interface SourcesRead {
  read: number;
  of: number;
}

export type SourceState = ReturnType<typeof sourceState>;

/** How a source stands, in a word or three. */
export function sourceState({ checkedAt, isConjecture, isPaused, problem, failingSince }: SourceHealth) {
  if (isPaused) return "paused";
  if (!checkedAt) return "not looked at yet";
  if (isConjecture && problem === "gone") return "not there";
  return failingSince ? "unread" : "read";
}

/** When it is to be told that a source stays unread; undefined where it is read, was told, or is a mere guess. */
export function silenceToTellAt(source: SourceHealth): InstantText | undefined {
  const { failingSince, toldBlindAt, isConjecture, patience } = source;
  return failingSince && !toldBlindAt && !isConjecture ? later(failingSince, patience) : undefined;
}

export function sourcesRead(sources: readonly SourceHealth[], at: InstantText): SourcesRead {
  const counted = sources.filter(counts);
  return { read: counted.filter((source) => isRead(source, at)).length, of: counted.length };
}

/** Why nothing is known of what the sources say now; undefined where one of those that count is read. */
export function whyNoneIsRead(sources: readonly SourceHealth[], at: InstantText): UnknownBecause | undefined {
  const counted = sources.filter(counts);
  if (counted.some((source) => isRead(source, at))) return undefined;
  if (sources.every(({ isPaused }) => isPaused)) return "paused";
  if (sources.every(({ checkedAt }) => checkedAt === undefined)) return "never-looked";
  return counted.length > 0 && counted.every((source) => isLeftAlone(source, at)) ? "looked-no-more" : "unread";
}

/** What a watch can do now; undefined where nobody looked yet, or is to look. */
export function reachOf(sources: readonly SourceHealth[], at: InstantText): Reach | undefined {
  const looked = sources.filter((source) => !source.isPaused && source.checkedAt !== undefined);
  if (looked.length === 0) return undefined;
  const read = looked.filter((source) => isRead(source, at));
  if (read.some(({ isOwn }) => isOwn)) return "can-prove";
  return read.length > 0 ? "can-only-signal" : "blind";
}

/** A guess counts once it was read; and where a wall stands before it, which is no sign that it is not there. */
function counts({ isConjecture, isPaused, ...source }: SourceHealth): boolean {
  return !isPaused && (!isConjecture || isWalled(source));
}

/** The last look read it, and nobody has failed to look since. */
function isRead(source: SourceHealth, at: InstantText): boolean {
  return source.goodAt !== undefined && source.failingSince === undefined && !isLeftAlone(source, at);
}

/** Nobody has looked, though it has been due for longer than it may stay unread: the bot does not run. */
function isLeftAlone({ dueAt, patience }: SourceHealth, at: InstantText): boolean {
  return dueAt !== undefined && later(dueAt, patience) < at;
}
