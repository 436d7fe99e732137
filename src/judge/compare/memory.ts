/** What a source remembers of its readings, so that the next can be compared with them. */
import { createHash } from "node:crypto";
import type { Entry, Good } from "../../read/reading.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { InstantText } from "../../time/instant.ts";
import type { Later } from "../later.ts";
import { addressKey, keys } from "./identity.ts";

/** What a source remembers from one check to the next. */
export interface Memory {
  lastGood?: Good | undefined;
  /** Every item ever seen (of a page: every link), by address and by title with date → the date it was first shown with. */
  known: Record<string, CivilDate | "">;
  /** Lines that were there, are gone, or come and go. */
  lines: Record<string, LineState>;
  /** Items or a document that are missing from healthy readings, and since when. */
  missing: Record<string, { readings: number; since: InstantText; entry: Entry }>;
  /** A layout that does not fit what we know, and how often it was met in a row. */
  strange?: { layout: string; readings: number } | undefined;
  /** Links to follow in a later look. */
  putOff?: Later[] | undefined;
  /** The last healthy reading before a document stood there. */
  absentAt?: InstantText | undefined;
}

/** `restless` lines left and came back: rotating blocks. They are not told again. */
export type LineState = "there" | "gone" | "restless";

export function emptyMemory(): Memory {
  return { known: {}, lines: {}, missing: {} };
}

const MAX_KNOWN = 120_000;
const MAX_LINES_KNOWN = 20_000;

export function remember(memory: Memory, reading: Good): void {
  memory.lastGood = reading;
  memory.strange = undefined;
  if (reading.kind === "entries") {
    for (const entry of reading.entries) for (const key of keys(entry)) memory.known[key] ??= entry.date ?? "";
    memory.known = newest(memory.known, MAX_KNOWN);
  } else if (reading.kind !== "absent") {
    if (reading.kind === "page") for (const { url } of reading.links) memory.known[addressKey(url)] ??= "";
    for (const line of reading.lines) memory.lines[digest(line)] ??= "there";
    memory.lines = newest(memory.lines, MAX_LINES_KNOWN);
    memory.known = newest(memory.known, MAX_KNOWN);
    if (reading.kind === "document" && reading.date) memory.known.document ??= reading.date;
  }
}

function newest<T>(record: Record<string, T>, limit: number): Record<string, T> {
  const all = Object.entries(record);
  return all.length <= limit ? record : Object.fromEntries(all.slice(-limit));
}

export function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 12);
}
