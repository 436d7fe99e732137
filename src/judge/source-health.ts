/** How one source has been doing. */
import type { ProblemName } from "../read/reading.ts";
import { type InstantText, later } from "../time/instant.ts";
import type { SourcesRead } from "./status.ts";

export interface SourceHealth {
  id: string;
  name: string;
  url: string;
  existence: "confirmed" | "likely";
  /** Nobody has confirmed that it exists, and it has never been read. */
  isConjecture: boolean;
  checkedAt: InstantText | undefined;
  goodAt: InstantText | undefined;
  failingSince: InstantText | undefined;
  problem: ProblemName | undefined;
  detail: string;
  /** How long it may stay unread, in milliseconds. */
  patience: number;
  toldBlindAt: InstantText | undefined;
  recovered: { since: InstantText; changes: number } | undefined;
}

/** How a source stands, in a word or three. */
export function sourceState({ checkedAt, isConjecture, problem, failingSince }: SourceHealth) {
  if (!checkedAt) return "not looked at yet";
  if (isConjecture && problem === "gone") return "not there";
  return failingSince ? "unread" : "read";
}

/** When it is to be told that a source stays unread; undefined where it is read, was told, or is a mere guess. */
export function silenceToTellAt(source: SourceHealth): InstantText | undefined {
  const { failingSince, toldBlindAt, isConjecture, patience } = source;
  return failingSince && !toldBlindAt && !isConjecture ? later(failingSince, patience) : undefined;
}

/** How many sources can be read now, of those that are not mere guesses. */
export function sourcesRead(sources: readonly SourceHealth[]): SourcesRead {
  const counted = sources.filter((source) => !source.isConjecture);
  return { read: counted.filter((source) => source.goodAt && !source.failingSince).length, of: counted.length };
}
