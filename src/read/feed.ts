/** RSS, Atom, RDF and JSON feeds. */
import { civilDateOf } from "../time/written-date.ts";
import { type BodyLimits, MAX_TITLE, TooCostly } from "./bounds.ts";
import { addressOf, isAddress, plainText, titleFromAddress, titleFromText, titleOf, WORDS } from "./feed-item.ts";
import { absolute } from "./html.ts";
import { type Entries, type Entry, type Problem, problem } from "./reading.ts";
import { collectText } from "./source-text.ts";
import { readItems } from "./xml.ts";

/** Each format by its root element; RSS 1.1’s is a channel. */
const FORMATS = new Map([
  ["rss", "rss"],
  ["feed", "atom"],
  ["rdf", "rdf"],
  ["channel", "rdf"],
]);

/** Where an item says when it came out, the surest place first: RSS 2.0, Atom (RFC 4287), Dublin Core, Atom 0.3. */
const DATES = [
  "pubdate",
  "published",
  "atom:published",
  "dc:date",
  "dcterms:issued",
  "issued",
  "dcterms:created",
  "created",
  "updated",
  "atom:updated",
  "dcterms:modified",
  "modified",
];
const WANTED = new Set([...DATES, ...WORDS, "dc:language", "language"]);

/** @param pieces of a feed in XML, from its beginning */
export async function readFeed(
  pieces: AsyncIterable<string>,
  url: string,
  zone: string,
  limits: BodyLimits,
): Promise<Entries | Problem> {
  const list = new Listed(url, limits.items);
  const { root, isWhole } = await readItems(pieces, url, {
    isRoot: (name) => FORMATS.has(name),
    isItem: (name) => name === "item" || name === "entry",
    wanted: WANTED,
    found: (fields, root) => {
      const first = (...names: string[]) => names.map((name) => fields.get(name)?.[0]?.text.trim()).find(Boolean);
      list.add({
        title: titleOf(fields, FORMATS.get(root) === "atom"),
        url: addressOf(fields),
        date: civilDateOf(first(...DATES), zone),
        language: first("dc:language", "language"),
      });
    },
  });
  if (root === undefined) return problem("empty", "answered with nothing");
  const format = FORMATS.get(root);
  return format ? list.reading(format, isWhole) : notAFeed();
}

/** A JSON Feed (jsonfeed.org, version 1.1), which can only be read as a whole. */
export async function readJsonFeed(
  pieces: AsyncIterable<string>,
  url: string,
  zone: string,
  limits: BodyLimits,
): Promise<Entries | Problem> {
  const text = await collectText(pieces, limits.page);
  if (isDeep(text)) throw new TooCostly("is JSON nested deeper than any feed");
  let items: unknown;
  try {
    items = (JSON.parse(text) as { items?: unknown }).items;
  } catch {
    return text.trimEnd().endsWith("}") ? notAFeed() : problem("empty", "was cut off before the feed’s end");
  }
  if (!Array.isArray(items)) return notAFeed();
  const list = new Listed(url, limits.items);
  for (const item of items as unknown[]) {
    const field = (...names: string[]) => names.map((name) => textIn(item, name)).find((found) => found !== undefined);
    list.add({
      title: plainText(field("title") ?? "") || titleFromText(field("summary", "content_text", "content_html") ?? ""),
      url: absolute(field("url", "external_url") ?? [field("id")].find(isAddress), url),
      date: civilDateOf(field("date_published", "date_modified"), zone),
      language: field("language"),
    });
  }
  return list.reading("json", true);
}

const MAX_JSON_DEPTH = 64;

/** JSON.parse has no bound to how deep it goes, and holds what it has gone through outside the heap. */
function isDeep(json: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (sign === "\\") at += 1;
    else if (sign === '"') isInText = !isInText;
    else if (isInText) continue;
    else if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    if (depth > MAX_JSON_DEPTH) return true;
  }
  return false;
}

function notAFeed(): Problem {
  return problem("unreadable", "is not a feed (RSS, Atom, RDF or JSON) that can be read");
}

/** The items of a feed, as they are found. */
class Listed {
  readonly #feed: string;
  readonly #most: number;
  readonly #entries: Entry[] = [];
  #items = 0;

  constructor(feed: string, most: number) {
    this.#feed = feed;
    this.#most = most;
  }

  /** What has words but no address of its own stands in the feed; what has an address but no words is called by it. */
  add({ title, url: own, date, language }: { [Field in keyof Entry]: string | undefined }): void {
    if (++this.#items > this.#most) throw new TooCostly(`holds more than ${this.#most.toLocaleString("en")} items`);
    if (!title && !own) return;
    const url = own ?? this.#feed;
    const known = language?.slice(0, 20);
    this.#entries.push({
      title: title || titleFromAddress(url),
      url,
      ...(date ? { date } : {}),
      ...(known ? { language: known } : {}),
    });
  }

  reading(format: string, isWhole: boolean): Entries | Problem {
    const cutOff = problem("empty", "was cut off before the feed’s end");
    if (this.#entries.length === 0) return isWhole ? problem("empty", "is a feed without a single item") : cutOff;
    const entries = { kind: "entries" as const, entries: this.#entries, layout: `feed:${format}`, next: [] };
    return isWhole ? entries : { ...entries, unread: cutOff };
  }
}

function textIn(item: unknown, name: string): string | undefined {
  if (typeof item !== "object" || item === null || !Object.hasOwn(item, name)) return undefined;
  const value = (item as Record<string, unknown>)[name];
  return typeof value === "string" && value !== "" ? value.slice(0, MAX_TITLE * 4) : undefined;
}
