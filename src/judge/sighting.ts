/** What one look found, as the rules of evidence see it, and what they make of it. */

import type { Answer, Capture } from "../fetch/capture.ts";
import type { LanguageCode } from "../language/tongue.ts";
import type { Entry, Good, Link, NetLink, Reading } from "../read/reading.ts";
import type { InstantText } from "../time/instant.ts";
import type { Source, Watch } from "../watch/watch.ts";
import type { Change } from "./compare/change.ts";
import type { Memory } from "./compare/memory.ts";
import type { Evidence } from "./evidence.ts";
import type { Later } from "./later.ts";
import type { Matcher } from "./match.ts";
import type { Notice } from "./notice.ts";
import type { Proposal } from "./proposal.ts";

/** What was found behind a link. */
export interface Followed {
  capture: Capture;
  reading: Reading;
  /** Set when there were too many links in this look: it is followed in the next. */
  isPutOff?: boolean;
}

/** What may be news: an item, or a link by its own words, with its row's besides. */
export type Item = Entry & Pick<NetLink, "row" | "item">;

/** The text of a file of the document's. */
export interface KnownText {
  url: string;
  sha256: string;
  language?: LanguageCode | undefined;
  lines: readonly string[];
}

export interface Sighting {
  watch: Watch;
  matcher: Matcher;
  source: Source;
  /** What the source answered. */
  answer: Pick<Answer, "url" | "finalUrl" | "hops" | "digest" | "witness">;
  at: InstantText;
  reading: Good;
  changes: readonly Change[];
  isBaseline: boolean;
  /** What the source remembered before this reading. */
  before: Memory | undefined;
  /** When a document was looked for last and was not there. */
  absentAt: InstantText | undefined;
  /** Keys of what the publisher's other sources have shown, titles without their dates (compare/identity.ts). */
  shownElsewhere: ReadonlySet<string>;
  /** Set when the source is read at another address than before. */
  moved?: Change | undefined;
  /** Links to be followed again: their signal is still open, or their time has come (later.ts). */
  again: readonly (Link & Partial<Later>)[];
  /** Statements that were proposed before, whatever became of them. */
  proposed: readonly Proposal[];
  /** Once it is published: the texts of its files, as they were read last. */
  published: readonly KnownText[];
  /** The items whose words bear on the watch, and of a flood how many more say that it is out (concerns.ts). */
  concerns: readonly Item[];
  uncounted: number;
  /** Address → what was found there. */
  followed: ReadonlyMap<string, Followed>;
}

export interface Assessment {
  evidence: Evidence[];
  /** Addresses to follow before judging again. Empty when nothing more can be learnt. */
  follow: string[];
  /** Items whose meaning the evidence tells: they need no notice of their own. */
  explained: string[];
  /** Links to be followed in a later look. */
  putOff: Later[];
}

/** What judging gives. */
export interface Judgement {
  /** Addresses to follow before judging again; nothing else counts while there are any, but what can be told first. */
  follow: string[];
  /** Set where it is published by what was followed so far, and was not before: whatever else there is to follow can wait. */
  first?: { evidence: Evidence[]; notice: Notice } | undefined;
  evidence: Evidence[];
  /** Statements on timing that a person should be asked about. */
  proposals: Proposal[];
  notices: Notice[];
  /** Links to follow in a later look. */
  putOff: Later[];
  /** The notice that was told first, as it is with all that was followed since. */
  completes?: Notice | undefined;
}
