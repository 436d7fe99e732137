/** What stands at an address, weighed; and what it lacks of proof, in words, as files and pages lack it alike. */
import { createHash } from "node:crypto";
import type { Answer } from "../fetch/capture.ts";
import type { Document } from "../read/reading.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { Dated } from "../time/dated.ts";
import { type DocumentDate, dateInAddress, promiseDate } from "./document-date.ts";
import type { EvidenceFile } from "./evidence.ts";
import type { Sighting } from "./sighting.ts";

/** So often a document's text must speak of each part of the subject. */
export const LEAST_MENTIONS = 3;
/** Of the lacks, so many are told. */
const MOST_TOLD = 3;

export interface Weighed {
  worth: "proof" | "strong" | "heading" | "nothing";
  url: string;
  /** SHA-256 of the bytes that show it. */
  capture: string;
  /** The digest of the content: a file's bytes, a page's reading. */
  content: string;
  title: string;
  date?: CivilDate | undefined;
  files: EvidenceFile[];
  /** Whose copy shows it, and of when, as a clause; left out where the publisher's host gave it. */
  copy?: string | undefined;
  /** What proof lacks, or what is worth knowing besides. */
  note?: string | undefined;
}

/** The way to a document, and the date that the items and links which lead to it carry. */
export interface Way extends Dated {
  /** Whether the watch names the address. */
  isKnownAddress: boolean;
  /** The words of the items and links that lead to it. */
  words: string;
  /** Whose source named the address, where no page of the publisher's did. */
  namedBy?: string | undefined;
  /** Whether an earlier healthy look did not show it. */
  isNew: boolean;
}

export type Answered = Pick<Answer, "finalUrl" | "hops" | "digest" | "witness">;

export function lackOfWay({ namedBy }: Way): string | undefined {
  return namedBy && `only ${namedBy} leads to it, and no page of the publisher that was seen`;
}

export function lackOfDate(sighting: Sighting, date: DocumentDate, way: Way, address: string): string | undefined {
  const addressed = dateInAddress(address);
  if (addressed && addressed < promiseDate(sighting.watch))
    return `its address is dated ${addressed}, before the promise`;
  switch (date.kind) {
    case "fits":
      return undefined;
    case "undated":
      return way.isNew ? undefined : "it carries no date";
    case "open":
      return way.isNew ? undefined : `its date may be ${said(date)}`;
    case "before":
      return `it is dated ${said(date)}, before the promise`;
    case "future":
      return `it is dated ${said(date)}, which has not come yet`;
  }
}

function said({ date, either = ["", ""] }: Dated): string {
  return date ?? either.join(" or ");
}

/** Whether a document may be of since the promise. At a first look nobody can say whether what carries no date is new. */
export function mayBeOfSince({ kind }: DocumentDate, way: Way): boolean {
  return kind === "undated" ? way.isNew || way.isKnownAddress : kind !== "before";
}

/** Whether this very content stood at the address when it was first shown with a date before the promise. */
export function wasThereBefore({ watch, before }: Sighting, content: string, way: Way): boolean {
  const last = before?.lastGood;
  const firstShown = before?.known.document;
  if (!way.isKnownAddress || last?.kind !== "document" || !firstShown || firstShown >= promiseDate(watch)) return false;
  return content === (last.sha256 ?? digestOf(last)) || last.files.some((file) => file.facts?.sha256 === content);
}

export function tooShort(words: number, least: number): string | undefined {
  return words < least ? `only ${words} words of text were found; a document has at least ${least}` : undefined;
}

/** A page's reading, without its bytes, which differ at every fetch. */
export function digestOf({ titles, lines }: Pick<Document, "titles" | "lines">): string {
  const digest =
    digests.get(lines) ??
    createHash("sha256")
      .update(JSON.stringify([titles.slice(0, 1), lines]))
      .digest("hex");
  digests.set(lines, digest);
  return digest;
}

/** A page is weighed again with each link that is followed beside it. */
const digests = new WeakMap<readonly string[], string>();

export function sentence(lacks: readonly string[]): string | undefined {
  return lacks.length > 0 ? lacks.slice(0, MOST_TOLD).join("; ") : undefined;
}
