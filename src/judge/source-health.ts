/** How one source has been doing. */
import type { ProblemName } from "../read/reading.ts";
import { type InstantText, later } from "../time/instant.ts";
import type { UnknownBecause } from "../watch/names.ts";

export interface SourceHealth {
  id: string;
  name: string;
  url: string;
  existence: "confirmed" | "likely";
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

/** Sources that are read now, of those that count: mere guesses do not, nor those that are paused. */
export interface SourcesRead {
  read: number;
  of: number;
}

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

function counts({ isConjecture, isPaused }: SourceHealth): boolean {
  return !isConjecture && !isPaused;
}

/** The last look read it, and nobody has failed to look since. */
function isRead(source: SourceHealth, at: InstantText): boolean {
  return source.goodAt !== undefined && source.failingSince === undefined && !isLeftAlone(source, at);
}

/** Nobody has looked, though it has been due for longer than it may stay unread: the bot does not run. */
function isLeftAlone({ dueAt, patience }: SourceHealth, at: InstantText): boolean {
  return dueAt !== undefined && later(dueAt, patience) < at;
}
