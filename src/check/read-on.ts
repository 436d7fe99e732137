/** What a reading leads to: the parts or further pages of a list, the files of a document. */
import { keys } from "../judge/compare/identity.ts";
import type { Memory } from "../judge/compare/memory.ts";
import type { Followed } from "../judge/sighting.ts";
import { MAX_FILES } from "../judge/weigh.ts";
import { LETTERS_AN_ITEM } from "../read/bounds.ts";
import { factsOf } from "../read/facts.ts";
import { followedFrom } from "../read/head.ts";
import type { Document, Entries, Entry, FileLink, Good, Problem } from "../read/reading.ts";
import { sizeOf } from "../read/size.ts";
import { isHosted } from "../watch/watch.ts";
import type { CheckTools, Errand } from "./errand.ts";
import { follow } from "./follow.ts";
import { isIndex, TOO_MUCH, withParts } from "./parts.ts";
import { withAllPieces } from "./resumed.ts";
import { inTurns } from "./turns.ts";

/**
 * Goes on to what a reading leads to: a list's further pages, the files that a document's page offers.
 * @param isStale whether it is time to look at the files again that are known
 * @param behind gets what stands behind links that judging may ask for as well
 */
export async function readOn(
  tools: CheckTools,
  first: Good,
  before: Memory | undefined,
  { watch, source, signal }: Errand,
  isStale: boolean,
  behind: Map<string, Followed>,
): Promise<Good | Problem> {
  if (first.kind === "document") return withFiles(tools, first, before, { watch, source, signal }, isStale, behind);
  if (first.kind !== "entries") return first;
  if (source.kind === "oai") return withAllPieces(tools, first, { watch, source, signal });
  return isIndex(first)
    ? withParts(tools, first, { watch, source, signal })
    : withFurtherPages(tools, first, before, { watch, source, signal });
}

/** What stands behind a page's files: looked at when they are new, and again once a day. A file that cannot be had stays as it was known. */
async function withFiles(
  tools: CheckTools,
  page: Document,
  before: Memory | undefined,
  { watch, source, signal }: Pick<Errand, "watch" | "source" | "signal">,
  isStale: boolean,
  behind: Map<string, Followed>,
): Promise<Document> {
  const last = before?.lastGood?.kind === "document" ? before.lastGood.files : [];
  const files: FileLink[] = [];
  for (const file of page.files) {
    const { facts: known, lines } = last.find(({ url }) => url === file.url) ?? {};
    const isLookedAt = (!known || isStale) && files.length < MAX_FILES && isHosted(watch, file.url);
    const trail = { url: file.url, how: followedFrom(source), isUrgent: !known, source };
    const found = isLookedAt ? await follow(tools, watch, trail, signal) : undefined;
    if (found) behind.set(file.url, found);
    const facts = found && factsOf(found.capture, found.reading);
    files.push({ ...file, ...(facts ? { facts, ...textOf(found) } : { facts: known, lines }) });
  }
  return { ...page, files };
}

/** A file's text, kept for comparison with its next edition. */
function textOf({ reading }: Followed): Pick<FileLink, "lines"> {
  return reading.kind === "document" && reading.form !== "html" ? { lines: reading.lines } : {};
}

/** A listing's older pages when nothing on the first is known: more came than fit on it since the last look. */
async function withFurtherPages(
  tools: CheckTools,
  first: Entries,
  before: Memory | undefined,
  { watch, source, signal }: Pick<Errand, "watch" | "source" | "signal">,
): Promise<Entries | Problem> {
  const isGap = before?.lastGood?.kind === "entries" && !(await inTurns(showsAnyOf(first.entries, before.known)));
  if (!isGap) return first;
  const entries = [...first.entries];
  const links = [...(first.links ?? [])];
  const waiting = [...first.next];
  let size = sizeOf(first);
  for (let page = 1; page < source.pages; page++) {
    const url = waiting.shift();
    if (!url) break;
    const { reading } = await follow(tools, watch, { url, how: source, source }, signal);
    if (reading.kind !== "entries") break;
    size += sizeOf(reading);
    if (size > tools.reader.items * LETTERS_AN_ITEM || entries.length + reading.entries.length > tools.reader.items)
      return TOO_MUCH;
    entries.push(...reading.entries);
    links.push(...(reading.links ?? []));
    waiting.push(...reading.next);
    if (before && (await inTurns(showsAnyOf(reading.entries, before.known)))) break;
  }
  return { ...first, entries, ...(links.length > 0 ? { links } : {}) };
}

/** Step by step, as a list may be long. */
function* showsAnyOf(entries: readonly Entry[], known: Memory["known"]): Generator<void, boolean> {
  for (const entry of entries) {
    if (keys(entry).some((key) => key in known)) return true;
    yield;
  }
  return false;
}
