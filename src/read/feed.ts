/** RSS, Atom, RDF and JSON feeds. */
import { parseFeed } from "feedsmith";
import { civilDateOf } from "../time/written-date.ts";
import { absolute } from "./html.ts";
import { type Entries, type Entry, type Problem, problem } from "./reading.ts";

const MAX_ENTRIES = 2000;

type Item = Record<string, unknown>;

export function readFeed(text: string, url: string, zone: string): Entries | Problem {
  if (text.trim() === "") return problem("empty", "answered with nothing");
  let items: Item[];
  let format: string;
  try {
    const parsed = parseFeed(text);
    format = parsed.format;
    const feed = parsed.feed as { items?: Item[]; entries?: Item[] };
    items = feed.items ?? feed.entries ?? [];
  } catch {
    return problem("unreadable", "is not a feed (RSS, Atom, RDF or JSON) that can be read");
  }
  if (!isWhole(text)) return problem("empty", "was cut off before the feed’s end");
  const entries = items.slice(0, MAX_ENTRIES).flatMap((item) => entryOf(item, url, zone) ?? []);
  if (entries.length === 0) return problem("empty", "is a feed without a single item");
  return { kind: "entries", entries, layout: `feed:${format}`, next: [] };
}

function entryOf(item: Item, base: string, zone: string): Entry | undefined {
  const url = absolute(addressOf(item), base);
  const title = plainText(item.title);
  if (!url || title === "") return undefined;
  const date = civilDateOf(
    firstText(item.pubDate, item.published, item.date_published, item.updated, item.date_modified),
    zone,
  );
  const language = firstText(item.language);
  return { title, url, ...(date ? { date } : {}), ...(language ? { language } : {}) };
}

function addressOf(item: Item): string | undefined {
  const links = Array.isArray(item.links) ? (item.links as { href?: string; rel?: string }[]) : [];
  const alternate = links.find((link) => link.rel === undefined || link.rel === "alternate") ?? links[0];
  const guid = item.guid as { value?: string } | undefined;
  return firstText(item.link, item.url, alternate?.href, item.external_url, guid?.value, item.id);
}

function plainText(value: unknown): string {
  const text = typeof value === "string" ? value : ((value as { value?: string } | undefined)?.value ?? "");
  return text
    .replace(/<[^>]{0,500}>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 1000);
}

function firstText(...values: unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === "string" && value !== "");
}

function isWhole(text: string): boolean {
  const end = text.trimEnd().slice(-60);
  return text.trimStart().startsWith("{") ? end.endsWith("}") : /<\/(?:\w+:)?(?:rss|feed|rdf)\s*>/i.test(end);
}
