/** Evidence: what bears on the commitment, the rule that says so, and the capture that shows it. */

import type { LanguageCode } from "../language/tongue.ts";
import type { FileFacts } from "../read/reading.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import type { Verdict } from "../watch/names.ts";
import { type Provenance, RULES, type Rule } from "./rules.ts";

export interface Evidence {
  /** 128 bits, from what only this finding has: the same in every run. */
  id: string;
  rule: Rule;
  url: string;
  title: string;
  /** The date it carries. */
  date?: CivilDate | undefined;
  /** The day from which it stood there, as far as the bot can show. */
  publishedOn?: CivilDate | undefined;
  /** SHA-256 of the capture that shows it. */
  capture: string;
  /** Who answered. Evidence of before the rules' second edition does not say. */
  provenance?: Provenance | undefined;
  /** Whose copy shows it, and of when, as a clause; left out where it was read itself. */
  copy?: string | undefined;
  /** What it is about: the digest of a file's bytes, of a page's reading, or of an item. A dismissal covers this content. */
  content?: string | undefined;
  source: string;
  /** Only a message to a subscriber led there, and its address may tell whose that is: it is handed to nobody else. */
  isPrivate?: true | undefined;
  foundAt: InstantText;
  state: "standing" | "gone" | "dismissed";
  /** The files that belong to the document, as they were found. */
  files?: EvidenceFile[] | undefined;
  /** What a reader should know besides, in one sentence. */
  note?: string | undefined;
}

export interface EvidenceFile {
  url: string;
  language?: LanguageCode | undefined;
  facts: FileFacts;
}

export function isProof(evidence: Pick<Evidence, "rule">): boolean {
  return RULES[evidence.rule].strength === "proof";
}

/** What the evidence comes to by itself. What it means that there is none, depends on what can be read (status.ts). */
export type Finding = Exclude<Verdict, "unknown" | "unpublished"> | "nothing";

export function finding(evidence: readonly Evidence[]): Finding {
  const proofs = evidence.filter((item) => isProof(item) && item.state !== "dismissed");
  if (proofs.some((item) => item.state === "standing")) return "published";
  if (proofs.length > 0) return "withdrawn";
  return evidence.some((item) => item.state === "standing") ? "signalled" : "nothing";
}

/** The day of publication: the earliest that any standing or departed proof shows. */
export function publishedOn(evidence: readonly Evidence[]): CivilDate | undefined {
  const days = evidence
    .filter((item) => isProof(item) && item.state !== "dismissed")
    .flatMap((item) => item.publishedOn ?? item.date ?? []);
  return days.sort()[0];
}
