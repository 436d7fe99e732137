/** What a source remembers of its readings, so that the next can be compared with them. */
import { hash } from "node:crypto";
import type { Entry, Good } from "../../read/reading.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { InstantText } from "../../time/instant.ts";
import type { Later } from "../later.ts";
import { keys, placeKey } from "./identity.ts";

/** What a source remembers from one check to the next. */
export interface Memory {
  lastGood?: Good | undefined;
  /** Every item ever seen (of a page: every link), by address and by title with date → the date it was first shown with. */
  known: Record<string, CivilDate | "">;
  /** Whether the links beside a list's items are known as well: since they were first looked at. */
  isNetted?: boolean | undefined;
  /** Lines that were there, are gone, or come and go. */
  lines: Record<string, LineState>;
  /** Items or a document that are missing from healthy readings, and since when. */
  missing: Record<string, { readings: number; since: InstantText; entry: Entry }>;
  /** A layout that does not fit what we know, and how often it was met in a row. */
  strange?: { layout: string; readings: number } | undefined;
  /** Links to follow in a later look. */
  putOff?: Later[] | undefined;
  /** The publication, where it was told before a look was over: the next completes it. */
  toldFirst?: ToldFirst | undefined;
  /** The last healthy reading before a document stood there. */
  absentAt?: InstantText | undefined;
}

/** What a source remembers to have told first: the notice's key and instant, and the evidence by id. */
export interface ToldFirst {
  key: string;
  at: InstantText;
  evidence: string[];
}

/** `restless` lines left and came back: rotating blocks. They are not told again. */
type LineState = "there" | "gone" | "restless";

export function emptyMemory(): Memory {
  return { known: {}, lines: {}, missing: {} };
}

/** Keys that are remembered whatever is shown; of a list that shows many, both of every item, and as many again of before. */
const LEAST_KNOWN = 60_000;
const KEYS_AN_ITEM = 4;
const MAX_LINES_KNOWN = 20_000;

/** A memory that can be changed: what is large in it is shared, and never changed itself. */
export function copied(memory: Memory): Memory {
  const { known, lines, missing } = memory;
  return { ...memory, known: { ...known }, lines: { ...lines }, missing: { ...missing } };
}

/**
 * Gone through step by step, as a reading may hold tens of thousands of items or lines.
 * @param keysOf an item's keys, where they are made already
 */
export function* remember(
  memory: Memory,
  reading: Good,
  keysOf: (entry: Entry) => readonly string[] = keys,
): Generator<void, void> {
  memory.lastGood = reading.kind === "entries" ? { ...reading, links: undefined } : reading;
  memory.strange = undefined;
  if (reading.kind === "entries") {
    for (const entry of reading.entries) {
      for (const key of keysOf(entry)) memory.known[key] ??= entry.date ?? "";
      yield;
    }
    for (const { url } of reading.links ?? []) {
      memory.known[placeKey(url)] ??= "";
      yield;
    }
    memory.isNetted = true;
    keepNewest(memory.known, Math.max(LEAST_KNOWN, reading.entries.length * KEYS_AN_ITEM));
  } else if (reading.kind !== "absent") {
    for (const { url } of reading.kind === "page" ? reading.links : []) {
      memory.known[placeKey(url)] ??= "";
      yield;
    }
    for (const line of reading.lines) {
      memory.lines[digest(line)] ??= "there";
      yield;
    }
    keepNewest(memory.lines, MAX_LINES_KNOWN);
    keepNewest(memory.known, LEAST_KNOWN);
    if (reading.kind === "document" && reading.date) memory.known.document ??= reading.date;
  }
}

function keepNewest(record: Record<string, unknown>, limit: number): void {
  const names = Object.keys(record);
  for (const name of names.slice(0, Math.max(0, names.length - limit))) delete record[name];
}

export function digest(text: string): string {
  return hash("sha256", text, "base64url").slice(0, 12);
}
