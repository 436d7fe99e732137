/** Something people should be told, as facts. The words are in the catalogues of message/. */
import { createHash } from "node:crypto";
import type { ProblemName } from "../read/reading.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import type { Beforehand, Odds } from "../track-record/odds.ts";
import type { Horizon, Statement } from "../watch/statement.ts";
import type { Change } from "./compare/change.ts";
import type { Overall } from "./coverage.ts";
import type { Decision } from "./decision.ts";
import type { Evidence } from "./evidence.ts";
import type { Proposal } from "./proposal.ts";
import type { Revision } from "./revision.ts";
import type { Status } from "./status.ts";

/** What a notice rests on. `capture` is the SHA-256 of the bytes. */
export interface Ground {
  rule: string;
  url: string;
  capture: string;
}

export interface UnreadSource {
  id: string;
  name: string;
  url: string;
  since: InstantText;
  problem: ProblemName;
  detail: string;
}

export interface RecoveredSource {
  id: string;
  name: string;
  url: string;
  since: InstantText;
  /** Changes found at the first reading after it. */
  changes: number;
}

/** How well the bot looked over a stretch of time. */
export interface Looks extends Overall {
  since: InstantText;
}

/**
 * What came after the publication. `replaced`: a file is another now. `document`: on the subject, under another title, whose
 * place beside what is published is for a person to see.
 */
export type Edition = "translation" | "annex" | "advance" | "final" | "replaced" | "other" | "document";

export type Told =
  | { kind: "started"; read: string[]; notThere: { name: string; url: string }[]; unread: UnreadSource[] }
  /** `more`: changes of the same look that are not told one by one. */
  | { kind: "changed"; source: string; url: string; change: Change; more?: number }
  /** Of a flood: the surest, a few beside it, and how many more. */
  | { kind: "signalled"; signal: Evidence; others?: Evidence[]; more?: number }
  | { kind: "published"; proofs: Evidence[] }
  | { kind: "withdrawn"; proofs: Evidence[] }
  | {
      kind: "corrected";
      correction: "returned" | "reinstated" | "dismissed" | "signal-dismissed";
      evidence: Evidence;
      by?: string | undefined;
      reason?: string | undefined;
    }
  /** What became of a file of the document's, after the publication. */
  | { kind: "edition"; as: Edition; source: string; change: Change; more?: number }
  /** Another edition, at an address of its own; with what its text says more and less than the one before (`than`). */
  | {
      kind: "edition";
      evidence: Evidence;
      as: Edition;
      than?: string;
      added?: string[];
      removed?: string[];
      /** Others of the same look that are not told one by one. */
      more?: number;
    }
  /** Somebody official said when: a person is asked whether it counts. */
  | { kind: "proposed"; proposal: Proposal; more?: number }
  /** A person added a statement to the watch. `by`: who did, or took it back, by handle; left out where that was done in the watch's file. */
  | { kind: "stated"; statement: Statement; by?: string; notBefore?: CivilDate; isTakenBack?: true }
  /** A person changed what is watched, and how. `by` as above. */
  | { kind: "revised"; revisions: Revision[]; by?: string }
  | { kind: "overdue"; phrase: string; promisedOn: CivilDate; horizon: Horizon }
  | { kind: "reminder"; looks: Looks; unread: UnreadSource[] }
  | { kind: "blind"; sources: UnreadSource[] }
  | { kind: "recovered"; sources: RecoveredSource[] };

export type Notice = Told & {
  /** One thing is told once: a second notice with the same key is dropped. */
  key: string;
  watch: string;
  at: InstantText;
  status: Status;
  grounds: Ground[];
  /** Where it is about the clock: what the record says of the promise in force. */
  odds?: Odds | undefined;
  /** Of a publication: what the record gave beforehand. */
  beforehand?: Beforehand | undefined;
};

/** What was learnt of a notice after it was recorded. */
export interface Sequel {
  /** Addresses of copies that the Wayback Machine made of what it rests on. */
  copies: string[];
  /** What people decided about the evidence it names, in the order in which they did. */
  rulings: Ruling[];
  /** Until when somebody says that they look at it. */
  looking?: { until: InstantText } | undefined;
}

/** Who decided is not said to those who read: a role is. */
export type Ruling = Pick<Decision, "reason"> & {
  /** The id of the evidence, or of the proposed statement. */
  about: string;
  decision: "confirm" | "add" | "dismiss";
  at: InstantText;
};

/** A notice's name: the same in every run that reaches the same conclusion. */
export function noticeId(notice: Pick<Notice, "watch" | "key">): string {
  return createHash("sha256").update(`${notice.watch}\n${notice.key}`).digest("hex").slice(0, 16);
}

/** The evidence that a notice tells of. */
export function evidenceIn(notice: Notice): Evidence[] {
  switch (notice.kind) {
    case "signalled":
      return [notice.signal, ...(notice.others ?? [])];
    case "published":
    case "withdrawn":
      return notice.proofs;
    case "corrected":
      return [notice.evidence];
    case "edition":
      return "evidence" in notice ? [notice.evidence] : [];
    default:
      return [];
  }
}

/** What a notice asks a person about, or tells as proved: the evidence, or the proposed statement, by id. */
export function decidable(notice: Notice): string[] {
  if (notice.kind === "proposed") return [notice.proposal.id];
  if (notice.kind === "signalled") return [notice.signal, ...(notice.others ?? [])].map(({ id }) => id);
  return notice.kind === "published" ? notice.proofs.map((proof) => proof.id) : [];
}
