/**
 * One address, fetched once and read as what it seems to be: politely, within the same bounds and in the same threads as by a
 * check. What is guessed can always be said instead.
 */
import type { Asking, Tools } from "../check/errand.ts";
import { noteExchanges } from "../check/exchanges.ts";
import type { Asked } from "../fetch/asked.ts";
import type { Answer, Capture } from "../fetch/capture.ts";
import { type HowToRead, readHead } from "../read/head.ts";
import { recordsAt } from "../read/oai/address.ts";
import type { Offered } from "../read/offered.ts";
import { type Entry, type Problem, problem, type Reading } from "../read/reading.ts";
import type { SourceKind } from "../watch/names.ts";
import { DEFAULT_OAI, type JsonPaths } from "../watch/watch.ts";
import { zoneOf } from "./place.ts";

/** What drafting works with: all that a check has, but a store. */
export type DraftingTools = Pick<Tools, "clock" | "fetcher" | "log" | "room"> & {
  schedule: Pick<Tools["schedule"], "disappearance">;
};

/** Why an address is read as a kind: what its content begins with, or what its page holds; or somebody said so. */
export type Because =
  | "asked"
  | "file"
  | "feed"
  | "sitemap"
  | "json"
  | "oai"
  | "dated-items"
  | "items"
  | "text"
  | "not-yet";

export interface Glimpse {
  capture: Capture;
  /** How much answered; what answered may be let go once it is read. */
  bytes: number;
  /** What it is and offers besides; left out where nothing answered that could be looked into. */
  offered?: Offered | undefined;
  kind?: SourceKind | undefined;
  because?: Because | undefined;
  /** Of JSON: where its items were found. */
  paths?: JsonPaths | undefined;
  reading: Reading;
  /** In which its days are counted. */
  zone: string;
}

export interface GlimpseWish extends Partial<HowToRead> {
  /** The publisher's; by its host's country when left out. */
  zone?: string | undefined;
  /** What is asked there, where it is more than a GET. */
  asked?: Asked | undefined;
}

/**
 * Items from which on a page is a list, and the share of what it says that is their titles: with dates, and without. On the pages by which they were chosen: of 137
 * lists of real offices with three dated items, 133 have such a share; of 67 articles with as many dated links beside them, 36.
 */
const LEAST_DATED = 3;
const LEAST_DATED_SHARE = 0.05;
const LEAST_ITEMS = 5;
const LEAST_SHARE = 0.4;

/** The tools in the hands of one look. */
export type Looking = Asking & Pick<DraftingTools, "room" | "schedule">;

/** Lends the tools for one look: what it may fetch and hold in all is bounded as a check's is, and let go when it is over. */
export async function looking<T>(tools: DraftingTools, look: (tools: Looking) => Promise<T>): Promise<T> {
  const noting = noteExchanges(tools, [], new Map());
  try {
    return await look({ ...noting, room: tools.room });
  } finally {
    noting.reader.close();
  }
}

/** Fetches an address, and reads it. Nothing of it is kept. */
export async function glimpse(
  tools: Looking,
  url: string,
  wish: GlimpseWish = {},
  signal?: AbortSignal,
): Promise<Glimpse> {
  // What is asked for by days is asked for as at a first look.
  const first = { at: tools.clock.now(), since: null };
  const address = wish.kind === "oai" ? recordsAt(url, wish.oai ?? DEFAULT_OAI, first) : url;
  const capture = await tools.fetcher.fetch(address, {}, signal, false, wish.asked);
  const head = readHead(capture, { kind: "page", ignore: [] });
  const { hostname } = new URL(capture.kind === "answer" ? capture.finalUrl : url);
  const zone = wish.zone ?? zoneOf(hostname).zone;
  const bytes = capture.kind === "answer" ? capture.wire.length : 0;
  if (capture.kind === "failure" || head)
    return { capture, bytes, zone, reading: head ?? problem("unavailable", "no answer") };
  const offered = await tools.room.offered(capture);
  if ("kind" in offered) return { capture, bytes, zone, reading: offered };
  const paths = wish.paths ?? (offered.form === "json" ? offered.paths : undefined);
  const read = (kind: SourceKind) => readAs(tools, capture, { ignore: [], ...wish, paths, kind }, zone);
  if (wish.kind) {
    const of = wish.kind === "json" ? { paths } : {};
    return { capture, bytes, offered, zone, kind: wish.kind, because: "asked", ...of, reading: await read(wish.kind) };
  }
  // A repository says what it is to whoever asks it for nothing.
  if (offered.form === "oai" && !new URL(url).searchParams.has("verb"))
    return { ...(await glimpse(tools, url, { ...wish, kind: "oai" }, signal)), because: "oai" };
  return { capture, bytes, offered, zone, ...(await guessed(offered, read)) };
}

export async function readAs({ reader }: Asking, answer: Answer, how: HowToRead, zone: string): Promise<Reading> {
  return (await reader.read(answer, how, zone)).reading ?? problem("unreadable", "was not read");
}

async function guessed(
  offered: Offered,
  read: (kind: SourceKind) => Promise<Reading>,
): Promise<Pick<Glimpse, "kind" | "because" | "paths" | "reading">> {
  switch (offered.form) {
    case "file":
      return { kind: "document", because: "file", reading: await read("document") };
    case "feed":
    case "sitemap":
    case "oai":
      return { kind: offered.form, because: offered.form, reading: await read(offered.form) };
    case "page":
      return guessedPage(read);
    case "json":
      return offered.paths
        ? { kind: "json", because: "json", paths: offered.paths, reading: await read("json") }
        : { reading: problem("unreadable", "is JSON, and not a feed (jsonfeed.org) nor a list of things with titles") };
    case "text":
      return { reading: problem("unreadable", "is plain text, and no list of addresses") };
    case "empty":
      return guessedAbsent(await read("document"));
  }
}

/** Nothing at all: only of some sites' documents that is a word. */
function guessedAbsent(reading: Reading): Pick<Glimpse, "kind" | "because" | "reading"> {
  if (reading.kind === "absent") return { kind: "document", because: "not-yet", reading };
  return { reading: problem("empty", "answered with nothing") };
}

/** A page that is a list is read as one; any other for its text and its links. */
async function guessedPage(
  read: (kind: SourceKind) => Promise<Reading>,
): Promise<Pick<Glimpse, "kind" | "because" | "reading">> {
  const list = await read("listing");
  if (isProblemOfAny(list)) return { reading: list };
  const page = await read("page");
  const entries = list.kind === "entries" ? list.entries : [];
  const dated = entries.filter(({ date, either }) => date ?? either);
  const lines = page.kind === "page" ? page.lines : [];
  if (dated.length >= LEAST_DATED && shareOf(dated, lines) >= LEAST_DATED_SHARE)
    return { kind: "listing", because: "dated-items", reading: list };
  if (entries.length >= LEAST_ITEMS && shareOf(entries, lines) >= LEAST_SHARE)
    return { kind: "listing", because: "items", reading: list };
  return page.kind === "problem" ? { reading: page } : { kind: "page", because: "text", reading: page };
}

/** What is wrong whatever it is read as. */
function isProblemOfAny(reading: Reading): reading is Problem {
  return reading.kind === "problem" && reading.problem !== "redesigned";
}

/** How much of what a page says is the titles of items. */
function shareOf(entries: readonly Entry[], lines: readonly string[]): number {
  const said = entries.reduce((sum, { title }) => sum + title.length, 0);
  return (
    said /
    Math.max(
      1,
      lines.reduce((sum, { length }) => sum + length, 0),
    )
  );
}
