/** RSS, Atom, RDF and JSON feeds. */
import { type DateOrder, orderOf } from "../../time/date-order.ts";
import { machineDate } from "../../time/machine-date.ts";
import { ordersShown } from "../../time/written-date.ts";
import { type BodyLimits, MAX_TITLE, TooCostly } from "../bounds.ts";
import { absolute } from "../html/html.ts";
import { type Entries, type Entry, type Problem, problem } from "../reading.ts";
import { collectText } from "../source-text.ts";
import { addressOf, isAddress, plainText, titleFromAddress, titleFromText, titleOf, WORDS } from "./feed-item.ts";
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
  "dcterms:date",
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
  const list = new Listed(limits.items, url, zone);
  const { root, isWhole } = await readItems(pieces, url, {
    isRoot: (name) => FORMATS.has(name),
    isItem: (name) => name === "item" || name === "entry",
    wanted: WANTED,
    found: (fields, root) => {
      const first = (...names: string[]) => names.map((name) => fields.get(name)?.[0]?.text.trim()).find(Boolean);
      list.add({
        title: titleOf(fields, FORMATS.get(root) === "atom"),
        url: addressOf(fields),
        written: first(...DATES),
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
  const list = new Listed(limits.items, url, zone);
  for (const item of items as unknown[]) {
    const field = (...names: string[]) => names.map((name) => textIn(item, name)).find((found) => found !== undefined);
    list.add({
      title: plainText(field("title") ?? "") || titleFromText(field("summary", "content_text", "content_html") ?? ""),
      url: absolute(field("url", "external_url") ?? [field("id")].find(isAddress), url),
      written: field("date_published", "date_modified"),
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
  readonly #most: number;
  readonly #url: string;
  readonly #zone: string;
  readonly #entries: Entry[] = [];
  readonly #shown: DateOrder[] = [];
  /** Items whose date is left open, as it is written. */
  readonly #open: [entry: Entry, written: string][] = [];
  #items = 0;

  constructor(most: number, url: string, zone: string) {
    this.#most = most;
    this.#url = url;
    this.#zone = zone;
  }

  /** What has words but no address of its own stands in the feed; what has an address but no words is called by it. */
  add({
    title,
    url: own,
    written,
    language,
  }: Record<"title" | "url" | "written" | "language", string | undefined>): void {
    if (++this.#items > this.#most) throw new TooCostly(`holds more than ${this.#most.toLocaleString("en")} items`);
    if (!title && !own) return;
    const url = own ?? this.#url;
    const known = language?.slice(0, 20);
    const dated = machineDate(written, this.#zone);
    const named = title || titleFromAddress(url);
    const entry: Entry = { title: named, url, ...dated, ...(known ? { language: known } : {}) };
    this.#entries.push(entry);
    if (!written) return;
    this.#shown.push(...ordersShown(written.slice(0, MAX_DATE)));
    if (dated?.either) this.#open.push([entry, written.slice(0, MAX_DATE)]);
  }

  reading(format: string, isWhole: boolean): Entries | Problem {
    const cutOff = problem("empty", "was cut off before the feed’s end");
    if (this.#entries.length === 0) return isWhole ? problem("empty", "is a feed without a single item") : cutOff;
    const language = this.#entries.find((entry) => entry.language)?.language;
    const order = orderOf(this.#shown, { language, host: new URL(this.#url).hostname, zone: this.#zone });
    for (const [entry, written] of this.#open) {
      const { date } = machineDate(written, this.#zone, { order }) ?? {};
      if (date) Object.assign(entry, { date, either: undefined });
    }
    const entries = { kind: "entries" as const, entries: this.#entries, layout: `feed:${format}`, next: [] };
    return isWhole ? entries : { ...entries, unread: cutOff };
  }
}

/** No date is longer. */
const MAX_DATE = 100;

function textIn(item: unknown, name: string): string | undefined {
  if (typeof item !== "object" || item === null || !Object.hasOwn(item, name)) return undefined;
  const value = (item as Record<string, unknown>)[name];
  return typeof value === "string" && value !== "" ? value.slice(0, MAX_TITLE * 4) : undefined;
}
