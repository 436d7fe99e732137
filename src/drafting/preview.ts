/** What the bot reads at an address, and what each item of it would mean for a watch: before anything is watched, or kept. */
import { askedOf } from "../fetch/asked.ts";
import type { FailureCause } from "../fetch/capture.ts";
import type { LeftOut } from "../read/html/offers.ts";
import type { Entry, Good, Link, Problem } from "../read/reading.ts";
import { DATE_ORDERS, type DateOrder } from "../time/date-order.ts";
import { type Dated, dayOf, isOpenByOrder } from "../time/dated.ts";
import type { InstantText } from "../time/instant.ts";
import type { NoticeKind, SourceKind } from "../watch/names.ts";
import type { JsonPaths, Source, Watch } from "../watch/watch.ts";
import { type Because, type DraftingTools, type Glimpse, glimpse, type Looking, looking, readAs } from "./glimpse.ts";
import { itemsOf, type Meaning, meanings } from "./meaning.ts";
import { sourceAt } from "./source-at.ts";

/** A plain value, for the command line, the page and Discord alike. */
export interface Preview {
  url: string;
  at: InstantText;
  answered?: Answered | undefined;
  /** Why nothing answered. */
  failure?: FailureCause | undefined;
  /** Why it cannot be read. */
  problem?: Problem | undefined;
  /** What it is read as, and why. */
  kind?: SourceKind | undefined;
  /** Of JSON: where its items were found. */
  paths?: JsonPaths | undefined;
  because?: Because | undefined;
  zone: string;
  title?: string | undefined;
  language?: string | undefined;
  feeds: Link[];
  /** The parts of its page that are read, and what is left out. */
  region: string[];
  leftOut: LeftOut[];
  /** The first of its items, in its order; of a page its links. */
  items: PreviewItem[];
  /** How many there are in all. */
  count: number;
  /** Links beside the items of a list: no items, but judged by their words. Those that mean something are shown. */
  beside?: { count: number; items: PreviewItem[] } | undefined;
  /** Of a page or document: how it begins, and how much it says. */
  text?: ({ lines: string[]; words?: number | undefined; files: Link[] } & Dated) | undefined;
  /** Of a document: nothing stands there yet, and its site says so. */
  isAbsent?: true | undefined;
  /** Of a sitemap in parts: where they are. */
  parts?: string[] | undefined;
  /** Dates whose order is open, and what would decide them. */
  open?: { count: number; orders: { dates: DateOrder; decides: number }[] } | undefined;
  /** With a watch: what a document itself would mean, and what people would be told at a first look. */
  meaning?: Meaning | undefined;
  told?: NoticeKind[] | undefined;
}

interface Answered {
  /** The address that answered in the end, and those that sent there. */
  url: string;
  hops: string[];
  status: number;
  type: string;
  bytes: number;
}

export interface PreviewItem extends Dated {
  title: string;
  url: string;
  /** Where the order of its date is open: what it is by each order. */
  orders?: { dates: DateOrder; date: string }[] | undefined;
  meaning?: Meaning | undefined;
}

export interface PreviewWish extends Partial<Pick<Source, "kind" | "select" | "region" | "dates">> {
  /** The watch by which it is judged. */
  watch?: Watch | undefined;
  /** Whether links on the subject are followed, as a check would. */
  isFollowing?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/** Items that are shown. */
const MOST_SHOWN = 100;
const MOST_LINES = 20;

/** Fetches an address once, politely, and reads it: as its source in the watch says, where it is one, or as it seems to be. */
export function preview(tools: DraftingTools, url: string, wish: PreviewWish = {}): Promise<Preview> {
  return looking(tools, (lent) => previewWith(lent, url, wish));
}

async function previewWith(tools: Looking, url: string, wish: PreviewWish): Promise<Preview> {
  const { watch, isFollowing, signal, ...how } = wish;
  const known = sourceIn(watch, url);
  return previewOf(
    tools,
    url,
    await glimpse(
      tools,
      url,
      { ...known, ...how, asked: known && askedOf(known, url), zone: watch?.publisher.zone },
      signal,
    ),
    wish,
  );
}

function sourceIn(watch: Watch | undefined, url: string): Source | undefined {
  return watch?.sources.find((source) => source.url === url || source.formerly.includes(url));
}

/** The same of what was looked at already. */
export async function previewOf(tools: Looking, url: string, found: Glimpse, wish: PreviewWish = {}): Promise<Preview> {
  const { watch, isFollowing = false, signal, ...how } = wish;
  const seen = seenOf(url, found);
  const { capture, kind, reading } = found;
  if (capture.kind === "failure" || reading.kind === "problem" || !kind) return seen;
  const source = { ...(sourceIn(watch, url) ?? sourceAt(url, kind)), ...how, kind };
  const meant = watch && (await meanings(tools, { watch, source, reading, answer: capture }, isFollowing, signal));
  if (meant && "problem" in meant) return { ...seen, problem: meant };
  const open = await openDates(tools, found, source);
  const shown = (entry: Entry): PreviewItem => {
    const { title, url: address } = entry;
    const orders = open?.of.get(address);
    const meaning = meant?.of(entry);
    return { title, url: address, ...dayOf(entry), ...(orders ? { orders } : {}), ...(meaning ? { meaning } : {}) };
  };
  const items = reading.kind === "entries" ? reading.entries : itemsOf(reading);
  const besides = reading.kind === "entries" ? (reading.links ?? []) : [];
  const listed = new Set(items.map((item) => item.url));
  return {
    ...seen,
    items: items.slice(0, MOST_SHOWN).map(shown),
    count: items.length,
    ...(besides.length > 0
      ? {
          beside: {
            count: besides.length,
            items: (meant?.concerns ?? [])
              .filter((entry) => !listed.has(entry.url))
              .slice(0, MOST_SHOWN)
              .map(shown),
          },
        }
      : {}),
    ...(open ? { open: open.told } : {}),
    ...(meant?.whole ? { meaning: meant.whole } : {}),
    ...(meant?.told ? { told: meant.told } : {}),
  };
}

/** What can be said without a watch. */
function seenOf(url: string, { capture, bytes, offered, kind, because, paths, reading, zone }: Glimpse): Preview {
  const page = offered?.form === "page" ? offered.page : undefined;
  const { title, languages: [language] = [], feeds = [], region = [], leftOut = [] } = page ?? {};
  return {
    url,
    at: capture.at,
    ...(capture.kind === "answer"
      ? {
          answered: {
            url: capture.finalUrl,
            hops: capture.hops.map((hop) => hop.url),
            status: capture.status,
            type: capture.headers["content-type"] ?? "",
            bytes,
          },
        }
      : { failure: capture.cause }),
    ...(reading.kind === "problem" ? { problem: reading } : { ...textOf(reading) }),
    ...(kind && reading.kind !== "problem" ? { kind, because } : {}),
    ...(paths ? { paths } : {}),
    ...{ zone, title, language, feeds, region, leftOut, items: [], count: 0 },
  };
}

function textOf(reading: Good): Pick<Preview, "text" | "parts" | "isAbsent"> {
  switch (reading.kind) {
    case "entries":
      return reading.entries.length === 0 ? { parts: reading.next } : {};
    case "page":
      return { text: { lines: reading.lines.slice(0, MOST_LINES), files: [] } };
    case "document": {
      const { lines, words, files } = reading;
      const offered = files.map(({ url, text }) => ({ url, text }));
      return { text: { lines: lines.slice(0, MOST_LINES), words, files: offered, ...dayOf(reading) } };
    }
    case "absent":
      return { isAbsent: true };
  }
}

/** A list with open dates is read once more in each order: what is decided then hangs on the order alone. */
async function openDates(
  tools: Looking,
  { capture, bytes, reading, zone }: Glimpse,
  source: Source,
): Promise<{ told: NonNullable<Preview["open"]>; of: Map<string, NonNullable<PreviewItem["orders"]>> } | undefined> {
  if (reading.kind !== "entries" || source.kind !== "listing" || capture.kind === "failure") return undefined;
  const open = new Set(reading.entries.filter(isOpenByOrder).map(({ url }) => url));
  const isLetGo = capture.wire.length < bytes;
  if (open.size === 0 || isLetGo) return undefined;
  const of = new Map<string, NonNullable<PreviewItem["orders"]>>();
  const orders: NonNullable<Preview["open"]>["orders"] = [];
  for (const dates of DATE_ORDERS) {
    const again = await readAs(tools, capture, { ...source, dates }, zone);
    const decided = again.kind === "entries" ? again.entries.filter(({ url, date }) => open.has(url) && date) : [];
    for (const { url, date = "" } of decided) of.set(url, [...(of.get(url) ?? []), { dates, date }]);
    if (decided.length > 0) orders.push({ dates, decides: decided.length });
  }
  return { told: { count: open.size, orders }, of };
}
