/** RSS, Atom, RDF and JSON feeds. */
import { decodeHTML } from "entities";
import { type DateOrder, orderOf } from "../time/date-order.ts";
import { machineDate } from "../time/machine-date.ts";
import { ordersShown } from "../time/written-date.ts";
import { type BodyLimits, MAX_TITLE, TooCostly } from "./bounds.ts";
import { absolute } from "./html.ts";
import { type Entries, type Entry, type Problem, problem } from "./reading.ts";
import { collectText } from "./source-text.ts";
import { type Fields, readItems } from "./xml.ts";

/** Each format by its root element. */
const FORMATS = new Map([
  ["rss", "rss"],
  ["feed", "atom"],
  ["rdf", "rdf"],
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
const TITLES = ["title", "dc:title"];
const WANTED = new Set([...DATES, ...TITLES, "link", "atom:link", "guid", "id", "dc:language", "language"]);

/** @param pieces of a feed in XML, from its beginning */
export async function readFeed(
  pieces: AsyncIterable<string>,
  url: string,
  zone: string,
  limits: BodyLimits,
): Promise<Entries | Problem> {
  const list = new Listed(limits.items, url, zone);
  const { root, isWhole } = await readItems(pieces, url, {
    isItem: (name) => name === "item" || name === "entry",
    wanted: WANTED,
    found: (fields, root) => {
      const first = (...names: string[]) => names.map((name) => fields.get(name)?.[0]?.text.trim()).find(Boolean);
      list.add({
        title: titleOf(fields, root),
        url: addressOf(fields),
        written: first(...DATES),
        language: first("dc:language", "language"),
      });
    },
  });
  if (root === undefined) return problem("empty", "answered with nothing");
  const format = FORMATS.get(root);
  if (!format) return notAFeed();
  if (!isWhole) return problem("empty", "was cut off before the feed’s end");
  return list.reading(format);
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
      title: plainText(field("title") ?? ""),
      url: absolute(field("url", "external_url", "id"), url),
      written: field("date_published", "date_modified"),
      language: field("language"),
    });
  }
  return list.reading("json");
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

  add({ title, url, written, language }: Record<"title" | "url" | "written" | "language", string | undefined>): void {
    if (++this.#items > this.#most) throw new TooCostly(`holds more than ${this.#most.toLocaleString("en")} items`);
    if (!url || !title) return;
    const known = language?.slice(0, 20);
    const dated = machineDate(written, this.#zone);
    const entry: Entry = { title, url, ...dated, ...(known ? { language: known } : {}) };
    this.#entries.push(entry);
    if (!written) return;
    this.#shown.push(...ordersShown(written.slice(0, MAX_DATE)));
    if (dated?.either) this.#open.push([entry, written.slice(0, MAX_DATE)]);
  }

  reading(format: string): Entries | Problem {
    const language = this.#entries.find((entry) => entry.language)?.language;
    const order = orderOf(this.#shown, { language, host: new URL(this.#url).hostname, zone: this.#zone });
    for (const [entry, written] of this.#open) {
      const { date } = machineDate(written, this.#zone, { order }) ?? {};
      if (date) Object.assign(entry, { date, either: undefined });
    }
    return this.#entries.length > 0
      ? { kind: "entries", entries: this.#entries, layout: `feed:${format}`, next: [] }
      : problem("empty", "is a feed without a single item");
  }
}

/** No date is longer. */
const MAX_DATE = 100;

/** RSS's link is its text, Atom's an attribute; where there is none, the item's own name may be an address. */
function addressOf(fields: Fields): string | undefined {
  const links = [...(fields.get("link") ?? []), ...(fields.get("atom:link") ?? [])];
  const written = links.find(({ text }) => text.trim() !== "");
  if (written) return absolute(written.text, written.base);
  const alternate = links.find(({ attributes: { href, rel } }) => href && (rel === undefined || rel === "alternate"));
  const named = alternate ?? links.find(({ attributes }) => attributes.href);
  if (named) return absolute(named.attributes.href, named.base);
  const own = fields.get("guid")?.[0] ?? fields.get("id")?.[0];
  return own && absolute(own.text, own.base);
}

function titleOf(fields: Fields, root: string): string {
  const title = TITLES.flatMap((name) => fields.get(name) ?? []).find(({ text }) => text.trim() !== "");
  if (!title) return "";
  if (FORMATS.get(root) !== "atom") return plainText(title.text);
  // Atom says where there is HTML (RFC 4287 §3.1.1): “the <blink> tag” in any other title is what it says.
  const isHtml = /^(?:text\/)?html$/i.test(title.attributes.type?.trim() ?? "");
  return inOneLine(decodeHTML(isHtml ? withoutTags(title.text) : title.text));
}

function textIn(item: unknown, name: string): string | undefined {
  if (typeof item !== "object" || item === null || !Object.hasOwn(item, name)) return undefined;
  const value = (item as Record<string, unknown>)[name];
  return typeof value === "string" && value !== "" ? value.slice(0, MAX_TITLE * 4) : undefined;
}

/** RSS and JSON feeds put HTML into their titles, written out as text, some twice. */
function plainText(written: string): string {
  return inOneLine(withoutTags(decodeHTML(withoutTags(written))));
}

function withoutTags(html: string): string {
  return html.replace(/<[/!]?[a-z][^>]{0,500}>/gi, " ");
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, MAX_TITLE);
}
