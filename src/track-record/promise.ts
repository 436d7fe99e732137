/** What the record is made of: dated promises of documents, with how each of them went. */
import type { CivilDate } from "../time/civil-date.ts";

/** How a promise was worded, as far as the record tells wordings apart. */
export const KINDS = [
  "exact-date",
  "deadline",
  "season",
  "vague-days",
  "vague-weeks",
  "vague-months",
  "vague-soon",
  "vague-asap",
  "vague-due-course",
] as const;
export type Kind = (typeof KINDS)[number];

/** As a row of the record has it: what hangs on an event counts as a deadline, and the last two promise no day. */
export const WRITTEN_KINDS = [...KINDS, "event-bound", "no-date", "not-before"] as const;
export type WrittenKind = (typeof WRITTEN_KINDS)[number];

/**
 * How a row came into the record: by a search for its wording, from an official list, by a document that we named, from the first
 * record, or by a story that it was late.
 */
export const WAYS_FOUND = ["phrase", "schedule", "case", "v1", "delay"] as const;
type FoundBy = (typeof WAYS_FOUND)[number];

export const STATUSES = ["published", "open", "withdrawn"] as const;

/** One source of a row as it is written there, and its address where a whole one is given (http or https). */
export interface Source {
  text: string;
  link?: string | undefined;
}

/** A row of the record, as a page would list it. Its texts have no character that shows nothing. */
export interface DatedPromise {
  /** Its own in all the record. */
  id: string;
  /** The document that was promised; several promises of one document are a chain. */
  case: string;
  said: CivilDate;
  /** It may have been said so many days earlier or later. */
  saidWithinDays: number;
  phrase: string;
  speaker: string;
  writtenKind: WrittenKind;
  /** The days that the words amount to, as far as they name any. */
  earliest?: CivilDate | undefined;
  latest?: CivilDate | undefined;
  status: (typeof STATUSES)[number];
  /** The day of publication; else the day up to which it was still unpublished. */
  until: CivilDate;
  foundBy: FoundBy;
  sources: readonly Source[];
  note: string;
  /** What the method counts; a reason where the row is left out of it. */
  scored: Outcome | { because: string };
  /** Where it stands. */
  file: string;
  line: number;
}

/** A promise as the method sees it. Days are whole civil days from the day it was said, which is day 0. */
export interface Outcome {
  kind: Kind;
  earliestDay: number;
  latestDay: number;
  /** The day of publication, or the last on which it was seen unpublished. */
  lastDay: number;
  isPublished: boolean;
  /** Published by the last day of the longest reading. */
  isKept: boolean;
  /** Still unpublished after that day, whenever it came. */
  isLate: boolean;
  /** Whether it says anything of how often such promises are kept. */
  tells: boolean;
  /** Found by a search that did not know how it ended. */
  isNeutral: boolean;
}

/** A row that the method counts. */
export type ScoredPromise = DatedPromise & { scored: Outcome };

export function isScored(row: DatedPromise): row is ScoredPromise {
  return "kind" in row.scored;
}

/** What is asked about: a promise that has not ended. Days from the day it was said, 0 ≤ earliest ≤ latest. */
export interface OpenPromise {
  kind: Kind;
  said: CivilDate;
  earliestDay: number;
  latestDay: number;
}
