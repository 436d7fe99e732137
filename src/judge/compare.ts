/**
 * A reading against the last good one. A first reading is a baseline and differs from nothing. A reading that shares
 * nothing with what the source is known to hold is a redesign first, and a new baseline only when it stays.
 */
import { createHash } from "node:crypto";
import { diffArrays } from "diff";
import { fold } from "../language/fold.ts";
import { isLanguageLabel, type LanguageCode } from "../language/tongue.ts";
import type { Document, Entries, Entry, FileFacts, Good, Page, Problem } from "../read/reading.ts";
import { problem } from "../read/reading.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import { elapsed } from "../time/instant.ts";
import { type Change, emptyMemory, type FileChange, type LineState, type Memory } from "./change.ts";

export interface Disappearance {
  /** Healthy readings without it before it counts as gone. */
  readings: number;
  /** And the least time they span, in milliseconds. */
  span: number;
}

export interface Comparison {
  isBaseline: boolean;
  changes: Change[];
  memory: Memory;
}

/** Fewer known items than this share, in another layout, is a redesign. */
const LEAST_SHARED = 0.3;
/** A page that keeps less than this share of its lines is a redesign or half-loaded. */
const LEAST_LINES_KEPT = 0.2;
const SMALL_PAGE = 8;
/** A strange layout that stays for this many readings is the new layout. */
const ACCEPTED_AFTER = 3;
const MAX_KNOWN = 120_000;
const MAX_LINES_KNOWN = 20_000;

/**
 * Compares a good reading with what the source remembers. Gives a problem instead when it is not the same thing at all.
 * @param goodAt when the source was read well last
 */
export function compare(
  before: Memory | undefined,
  reading: Good,
  url: string,
  at: InstantText,
  disappearance: Disappearance,
  goodAt: InstantText | undefined,
): Comparison | Problem {
  const memory = structuredClone(before ?? emptyMemory());
  const last = memory.lastGood;
  if (!last) return baseline(memory, reading);
  if (reading.kind === "entries" && last.kind === "entries")
    return compareEntries(memory, last, reading, at, disappearance);
  if (reading.kind === "page" && last.kind === "page") return comparePages(memory, last, reading, url);
  if (isAboutDocument(reading) && isAboutDocument(last))
    return compareDocuments(memory, last, reading, url, at, disappearance, goodAt);
  return baseline(emptyMemory(), reading);
}

function baseline(memory: Memory, reading: Good): Comparison {
  remember(memory, reading);
  return { isBaseline: true, changes: [], memory };
}

function compareEntries(
  memory: Memory,
  last: Entries,
  reading: Entries,
  at: InstantText,
  disappearance: Disappearance,
): Comparison | Problem {
  const isKnown = (entry: Entry) => keys(entry).some((key) => key in memory.known);
  const shared =
    reading.entries.filter(isKnown).length / Math.max(1, Math.min(reading.entries.length, last.entries.length));
  if (reading.layout !== last.layout && shared < LEAST_SHARED) {
    const strange = strangeness(memory, reading.layout);
    if (!strange.isAccepted)
      return problem(
        "redesigned",
        `shows other items in another layout than before (${strange.readings} of ${ACCEPTED_AFTER} readings)`,
      );
    return { ...baseline({ ...memory, strange: undefined }, reading), isBaseline: true };
  }
  const changes: Change[] = [];
  const lastByAddress = new Map(last.entries.map((entry) => [addressKey(entry.url), entry]));
  const lastByTitle = new Map(last.entries.map((entry) => [titleKey(entry), entry]));
  const lastKnown = reading.entries.findLastIndex(isKnown);
  const oldest = last.entries.reduce<CivilDate>(
    (least, entry) => (entry.date && entry.date < least ? entry.date : least),
    "9999-12-31",
  );
  reading.entries.forEach((entry, index) => {
    const sameAddress = lastByAddress.get(addressKey(entry.url));
    const sameTitle = lastByTitle.get(titleKey(entry));
    if (sameAddress) {
      if (fold(sameAddress.title) !== fold(entry.title))
        changes.push({ kind: "edited", ...entry, before: sameAddress.title });
      else if (sameAddress.date !== entry.date && entry.date)
        changes.push({ kind: "edited", ...entry, before: sameAddress.date ?? "no date" });
    } else if (sameTitle) changes.push({ kind: "moved", ...entry, from: sameTitle.url });
    else if (!isKnown(entry)) {
      // An older item that slid onto the page when another left it is not news.
      const isSlidIn = index > lastKnown && lastKnown >= 0 && entry.date !== undefined && entry.date <= oldest;
      if (!isSlidIn) changes.push({ kind: "appeared", ...entry });
    }
  });
  changes.push(...missingEntries(memory, last, reading, at, disappearance));
  const missing = memory.missing;
  remember(memory, reading);
  memory.missing = missing;
  return { isBaseline: false, changes, memory };
}

/** Items that left from the middle of the list; those that fall off its end have only grown old. */
function missingEntries(
  memory: Memory,
  last: Entries,
  reading: Entries,
  at: InstantText,
  disappearance: Disappearance,
): Change[] {
  const present = new Set(reading.entries.flatMap(keys));
  const isPresent = (entry: Entry) => keys(entry).some((key) => present.has(key));
  const lastPresent = last.entries.findLastIndex(isPresent);
  last.entries.forEach((entry, index) => {
    if (index < lastPresent && !isPresent(entry))
      memory.missing[addressKey(entry.url)] ??= { readings: 0, since: at, entry };
  });
  const changes: Change[] = [];
  for (const [key, miss] of Object.entries(memory.missing)) {
    if (isPresent(miss.entry)) {
      delete memory.missing[key];
      continue;
    }
    miss.readings += 1;
    if (miss.readings >= disappearance.readings && elapsed(miss.since, at) >= disappearance.span) {
      changes.push({ kind: "disappeared", ...miss.entry });
      delete memory.missing[key];
    }
  }
  return changes;
}

function comparePages(memory: Memory, last: Page, reading: Page, url: string): Comparison | Problem {
  const kept = new Set(reading.lines);
  const share = last.lines.filter((line) => kept.has(line)).length / Math.max(1, last.lines.length);
  if (last.lines.length >= SMALL_PAGE && share < LEAST_LINES_KEPT) {
    const strange = strangeness(memory, digest(reading.lines.slice(0, 3).join("\n")));
    if (!strange.isAccepted)
      return problem(
        "redesigned",
        `keeps hardly a line of what it held before (${strange.readings} of ${ACCEPTED_AFTER} readings)`,
      );
    return baseline({ ...memory, strange: undefined }, reading);
  }
  const { added, removed } = lineChanges(memory, last.lines, reading.lines);
  const changes: Change[] =
    added.length + removed.length === 0 ? [] : [{ kind: "edited", title: reading.title, url, added, removed }];
  remember(memory, reading);
  return { isBaseline: false, changes, memory };
}

function compareDocuments(
  memory: Memory,
  last: DocumentReading,
  reading: DocumentReading,
  url: string,
  at: InstantText,
  disappearance: Disappearance,
  goodAt: InstantText | undefined,
): Comparison {
  const none = { isBaseline: false, changes: [], memory };
  if (reading.kind === "absent") {
    if (last.kind === "absent") return none;
    const entry = { title: last.titles[0] ?? url, url };
    const miss = memory.missing[url] ?? { readings: 0, since: at, entry };
    miss.readings += 1;
    memory.missing[url] = miss;
    if (miss.readings < disappearance.readings || elapsed(miss.since, at) < disappearance.span) return none;
    delete memory.missing[url];
    remember(memory, reading);
    return { ...none, changes: [{ kind: "disappeared", ...entry }] };
  }
  delete memory.missing[url];
  const title = reading.titles[0] ?? url;
  const dated = reading.date ? { date: reading.date } : {};
  if (last.kind === "absent") {
    remember(memory, reading);
    memory.absentAt = goodAt;
    return { ...none, changes: [{ kind: "appeared", title, url, ...dated }] };
  }
  const { added, removed } = lineChanges(memory, last.lines, reading.lines);
  const isRetitled = fold(last.titles[0] ?? "") !== fold(reading.titles[0] ?? "");
  const isRedated = last.date !== reading.date;
  const before = isRetitled ? last.titles[0] : isRedated ? (last.date ?? "no date") : undefined;
  remember(memory, reading);
  const files = fileChanges(last, reading, title, url);
  // A file comes with its label; what is told of the file tells that.
  const labels = new Set([...last.files, ...reading.files].map((file) => file.text));
  const isLabel = (line: string) => files.length > 0 && (labels.has(line) || isLanguageLabel(line));
  const own = { added: added.filter((line) => !isLabel(line)), removed: removed.filter((line) => !isLabel(line)) };
  const isEdited = isRetitled || isRedated || own.added.length + own.removed.length > 0;
  return {
    ...none,
    changes: [...(isEdited ? [{ kind: "edited" as const, title, url, ...dated, before, ...own }] : []), ...files],
  };
}

/** Files that a page newly offers or no longer does, and files that are not the same bytes any more. */
function fileChanges(last: Document, reading: Document, title: string, url: string): Change[] {
  const change = (at: string, file: FileChange): Change => ({ kind: "edited", title, url: at, file });
  const own = replaced(factsOfPdf(last), factsOfPdf(reading), reading.language);
  const files = reading.files.flatMap((file): Change[] => {
    const before = last.files.find((other) => other.url === file.url);
    const { language, facts: after } = file;
    if (!before) return [change(file.url, { what: "offered", language, after })];
    const other = replaced(before.facts, after, language);
    return other ? [change(file.url, other)] : [];
  });
  const withdrawn = last.files
    .filter((file) => !reading.files.some((other) => other.url === file.url))
    .map(({ url: at, language, facts: before }) => change(at, { what: "withdrawn", language, before }));
  return [...(own ? [change(url, own)] : []), ...files, ...withdrawn];
}

function replaced(
  before: FileFacts | undefined,
  after: FileFacts | undefined,
  language?: LanguageCode,
): FileChange | undefined {
  if (!before || !after || before.sha256 === after.sha256) return undefined;
  return { what: "replaced", language: language ?? after.language, before, after };
}

function factsOfPdf({ sha256, bytes = 0, pages }: Document): FileFacts | undefined {
  return sha256 ? { sha256, bytes, pages } : undefined;
}

type DocumentReading = Extract<Good, { kind: "document" | "absent" }>;

function isAboutDocument(reading: Good): reading is DocumentReading {
  return reading.kind === "document" || reading.kind === "absent";
}

/** Lines that came and went for the first time. A line that returns has shown itself to be one that rotates. */
function lineChanges(memory: Memory, before: string[], after: string[]): { added: string[]; removed: string[] } {
  const added: string[] = [];
  const removed: string[] = [];
  const set = (line: string, state: LineState) => {
    memory.lines[digest(line)] = state;
  };
  for (const part of diffArrays(before, after)) {
    for (const line of part.value) {
      const state = memory.lines[digest(line)];
      if (part.added) {
        if (state === undefined) added.push(line);
        set(line, state === undefined || state === "there" ? "there" : "restless");
      } else if (part.removed) {
        if (state !== "restless") removed.push(line);
        if (state !== "restless") set(line, "gone");
      }
    }
  }
  const moved = new Set(added.filter((line) => removed.includes(line)));
  return {
    added: added.filter((line) => !moved.has(line)),
    removed: removed.filter((line) => !moved.has(line) && !after.includes(line)),
  };
}

function strangeness(memory: Memory, layout: string): { isAccepted: boolean; readings: number } {
  const readings = memory.strange?.layout === layout ? memory.strange.readings + 1 : 1;
  return { isAccepted: readings >= ACCEPTED_AFTER, readings };
}

/** A strange layout is remembered although the reading was a problem: it may be the new one. */
export function rememberStrange(before: Memory | undefined, reading: Good): Memory | undefined {
  const layout =
    reading.kind === "entries"
      ? reading.layout
      : reading.kind === "page"
        ? digest(reading.lines.slice(0, 3).join("\n"))
        : undefined;
  if (!before || layout === undefined) return before;
  return { ...before, strange: { layout, readings: strangeness(before, layout).readings } };
}

function remember(memory: Memory, reading: Good): void {
  memory.lastGood = reading;
  memory.strange = undefined;
  if (reading.kind === "entries") {
    for (const entry of reading.entries) for (const key of keys(entry)) memory.known[key] ??= entry.date ?? "";
    memory.known = newest(memory.known, MAX_KNOWN);
  } else if (reading.kind !== "absent") {
    for (const line of reading.lines) memory.lines[digest(line)] ??= "there";
    memory.lines = newest(memory.lines, MAX_LINES_KNOWN);
    if (reading.kind === "document" && reading.date) memory.known.document ??= reading.date;
  }
}

function newest<T>(record: Record<string, T>, limit: number): Record<string, T> {
  const all = Object.entries(record);
  return all.length <= limit ? record : Object.fromEntries(all.slice(-limit));
}

/** What makes an item the same item: its address, or its title with its date. */
export function keys(entry: Entry): string[] {
  return entry.date ? [addressKey(entry.url), titleKey(entry)] : [addressKey(entry.url)];
}

function titleKey(entry: Entry): string {
  return `t:${fold(entry.title)}|${entry.date ?? ""}`;
}

/** An address without what does not change where it leads: scheme, www, a slash at the end, campaign marks. */
export function addressKey(address: string): string {
  const url = new URL(address);
  const query = [...url.searchParams]
    .filter(([name]) => !/^(?:utm_|fbclid|gclid)/.test(name))
    .map((pair) => pair.join("="));
  return `u:${url.host.replace(/^www\./, "")}${url.pathname.replace(/\/+$/, "")}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 12);
}
