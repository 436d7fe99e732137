/** What a reading leads to: the further pages of a list, the files of a document, what stands behind a link. */
import { keys } from "../judge/compare/identity.ts";
import type { Memory } from "../judge/compare/memory.ts";
import type { Followed } from "../judge/sighting.ts";
import { MAX_FILES } from "../judge/weigh.ts";
import { LETTERS_AN_ITEM } from "../read/bounds.ts";
import { factsOf } from "../read/facts.ts";
import { FOLLOWED, followedFrom, type HowToRead, readHead } from "../read/head.ts";
import {
  type Document,
  type Entries,
  type Entry,
  type FileLink,
  type Good,
  type Problem,
  problem,
  type Reading,
} from "../read/reading.ts";
import { sizeOf } from "../read/size.ts";
import { isHosted, type Watch } from "../watch/watch.ts";
import type { CheckTools, Errand } from "./errand.ts";
import { inTurns } from "./turns.ts";

/**
 * Goes on to what a reading leads to: a list's further pages, the files that a document's page offers.
 * @param isStale whether it is time to look at the files again that are known
 */
export async function readOn(
  tools: CheckTools,
  first: Good,
  before: Memory | undefined,
  { watch, source, signal }: Errand,
  isStale: boolean,
): Promise<Good | Problem> {
  if (first.kind === "document") return withFiles(tools, first, before, { watch, source, signal }, isStale);
  return first.kind === "entries" ? withFurtherPages(tools, first, before, { watch, source, signal }) : first;
}

/** What stands behind a page's files: looked at when they are new, and again once a day. A file that cannot be had stays as it was known. */
async function withFiles(
  tools: CheckTools,
  page: Document,
  before: Memory | undefined,
  { watch, source, signal }: Pick<Errand, "watch" | "source" | "signal">,
  isStale: boolean,
): Promise<Document> {
  const last = before?.lastGood?.kind === "document" ? before.lastGood.files : [];
  const files: FileLink[] = [];
  for (const file of page.files) {
    const { facts: known, lines } = last.find(({ url }) => url === file.url) ?? {};
    const isLookedAt = (!known || isStale) && files.length < MAX_FILES && isHosted(watch, file.url);
    const found = isLookedAt ? await follow(tools, watch, file.url, signal, followedFrom(source)) : undefined;
    const facts = found && factsOf(found.capture, found.reading);
    files.push({ ...file, ...(facts ? { facts, ...textOf(found) } : { facts: known, lines }) });
  }
  return { ...page, files };
}

/** A file's text, kept for comparison with its next edition. */
function textOf({ reading }: Followed): Pick<FileLink, "lines"> {
  return reading.kind === "document" && reading.form !== "html" ? { lines: reading.lines } : {};
}

/**
 * All parts of a sitemap index, and a listing's older pages when nothing on the first is known (more came than fit on it
 * since the last look).
 */
async function withFurtherPages(
  tools: CheckTools,
  first: Entries,
  before: Memory | undefined,
  { watch, source, signal }: Pick<Errand, "watch" | "source" | "signal">,
): Promise<Entries | Problem> {
  const isGap = before?.lastGood?.kind === "entries" && !(await inTurns(showsAnyOf(first.entries, before.known)));
  const isWhole = isIndex(first);
  if (!isGap && !isWhole) return first;
  const entries = [...first.entries];
  const links = [...(first.links ?? [])];
  const waiting = [...first.next];
  let size = sizeOf(first);
  for (let page = 1; page < source.pages || isWhole; page++) {
    const url = waiting.shift();
    if (!url) break;
    const { reading } = await follow(tools, watch, url, signal, source);
    if (isWhole && reading.kind === "problem")
      return problem(reading.problem, `has a part, ${url}, that ${reading.detail}`);
    if (isWhole && isIndex(reading)) return problem("unreadable", `has a part, ${url}, that is in parts itself`);
    if (reading.kind !== "entries") break;
    size += sizeOf(reading);
    if (size > tools.reader.items * LETTERS_AN_ITEM || entries.length + reading.entries.length > tools.reader.items)
      return problem("too-costly", "lists more, in all its parts, than is read of one source");
    entries.push(...reading.entries);
    links.push(...(reading.links ?? []));
    if (!isWhole) {
      waiting.push(...reading.next);
      if (before && (await inTurns(showsAnyOf(reading.entries, before.known)))) break;
    }
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

/** Whether a list has nothing but the addresses of its parts. */
export function isIndex(reading: Reading): boolean {
  return reading.kind === "entries" && reading.entries.length === 0 && reading.next.length > 0;
}

/** Fetches and reads what stands behind a link, on the publisher's own hosts only. */
export async function follow(
  { fetcher, log, clock, reader }: CheckTools,
  watch: Watch,
  url: string,
  signal: AbortSignal | undefined,
  how: HowToRead = FOLLOWED,
): Promise<Followed> {
  if (!isHosted(watch, url)) return notFollowed(url, clock.now(), "is not on one of the publisher’s hosts");
  log.debug({ event: "follow", url }, "following a link");
  const capture = await fetcher.fetch(url, {}, signal);
  const head = readHead(capture, how);
  if (head || capture.kind === "failure") return { capture, reading: head ?? problem("unavailable", "did not answer") };
  const { reading } = await reader.read(capture, how, watch.publisher.zone);
  return { capture, reading: reading ?? problem("unreadable", "was not read") };
}

/** A link that there was no room for in this look. */
export function putOff(url: string, at: string): Followed {
  return { ...notFollowed(url, at, "was not followed yet: too many links at once"), isPutOff: true };
}

function notFollowed(url: string, at: string, why: string): Followed {
  return {
    capture: { kind: "failure", url, at, cause: "interrupted", detail: "was not followed", milliseconds: 0 },
    reading: problem("unavailable", why),
  };
}
