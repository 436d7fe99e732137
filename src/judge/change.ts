/** How a reading differs from the source's last good reading, and what a source remembers to tell that. */

import type { LanguageCode } from "../language/tongue.ts";
import type { Entry, FileFacts, Good } from "../read/reading.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";

export interface Change {
  kind: "appeared" | "edited" | "moved" | "disappeared";
  /** The item's or page's title. */
  title: string;
  url: string;
  date?: CivilDate | undefined;
  /** Where it stood before, for `moved`. */
  from?: string | undefined;
  /** What it was before, for `edited`: a title or date. */
  before?: string | undefined;
  added?: string[] | undefined;
  removed?: string[] | undefined;
  /** What happened to a file that the page offers, or to the document where it is a file itself. */
  file?: FileChange | undefined;
}

export interface FileChange {
  /** `replaced`: the same address, other bytes. */
  what: "offered" | "withdrawn" | "replaced";
  language?: LanguageCode | undefined;
  before?: FileFacts | undefined;
  after?: FileFacts | undefined;
}

/** What a source remembers from one check to the next. */
export interface Memory {
  lastGood?: Good | undefined;
  /** Every item ever seen, by address and by title with date → the date it was first shown with. */
  known: Record<string, CivilDate | "">;
  /** Lines that were there, are gone, or come and go. */
  lines: Record<string, LineState>;
  /** Items or a document that are missing from healthy readings, and since when. */
  missing: Record<string, { readings: number; since: InstantText; entry: Entry }>;
  /** A layout that does not fit what we know, and how often it was met in a row. */
  strange?: { layout: string; readings: number } | undefined;
  /** The last healthy reading before a document stood there. */
  absentAt?: InstantText | undefined;
}

/** `restless` lines left and came back: rotating blocks. They are not told again. */
export type LineState = "there" | "gone" | "restless";

export function emptyMemory(): Memory {
  return { known: {}, lines: {}, missing: {} };
}
