/** RSS, Atom, RDF and JSON feeds. */
import { type BodyLimits, MAX_TITLE } from "../bounds.ts";
import { absolute } from "../html/html.ts";
import { parsedJson } from "../json/syntax.ts";
import { type Entries, type Link, type Problem, problem } from "../reading.ts";
import { collectText } from "../source-text.ts";
import { addressOf, isAddress, plainText, textOf, titleOf, WORDS } from "./feed-item.ts";
import { fullest, itemText } from "./item-text.ts";
import { Listed } from "./listed.ts";
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
      const { text, base, hrefs } = textOf(fields) ?? { text: "", base: url, hrefs: [] };
      const said = itemText(text, base);
      list.add({
        title: titleOf(fields, FORMATS.get(root) === "atom"),
        url: addressOf(fields),
        written: first(...DATES),
        language: first("dc:language", "language"),
        text: said.text,
        links: [...hrefs.flatMap((href) => wordless(href, base)), ...said.links],
      });
    },
  });
  if (root === undefined) return problem("empty", "answered with nothing");
  const format = FORMATS.get(root);
  return format ? list.reading(`feed:${format}`, isWhole) : notAFeed();
}

/** A JSON Feed (jsonfeed.org, version 1.1), which can only be read as a whole. */
export async function readJsonFeed(
  pieces: AsyncIterable<string>,
  url: string,
  zone: string,
  limits: BodyLimits,
): Promise<Entries | Problem> {
  const parsed = parsedJson(await collectText(pieces, limits.page));
  if (parsed === "cut-off") return problem("empty", "was cut off before the feed’s end");
  const items = parsed === "none" ? undefined : (parsed.value as { items?: unknown } | null)?.items;
  if (!Array.isArray(items)) return notAFeed();
  const list = new Listed(limits.items, url, zone);
  for (const item of items as unknown[]) {
    const field = (...names: string[]) => names.map((name) => textIn(item, name)).find((found) => found !== undefined);
    const texts = ["content_html", "content_text", "summary"].map((name) => textIn(item, name) ?? "");
    const said = itemText(fullest(texts), url);
    list.add({
      title: plainText(field("title") ?? ""),
      url: absolute(field("url", "external_url") ?? [field("id")].find(isAddress), url),
      written: field("date_published", "date_modified"),
      language: field("language"),
      text: said.text,
      // “The URL of a page elsewhere”, of an item that has a page of its own as well (jsonfeed.org 1.1).
      links: [...wordless(field("external_url"), url), ...said.links],
    });
  }
  return list.reading("feed:json", true);
}

/** A link whose words are not known. */
function wordless(href: string | undefined, base: string): Link[] {
  const url = absolute(href, base);
  return url === undefined ? [] : [{ url, text: "" }];
}

function notAFeed(): Problem {
  return problem("unreadable", "is not a feed (RSS, Atom, RDF or JSON) that can be read");
}

function textIn(item: unknown, name: string): string | undefined {
  if (typeof item !== "object" || item === null || !Object.hasOwn(item, name)) return undefined;
  const value = (item as Record<string, unknown>)[name];
  return typeof value === "string" && value !== "" ? value.slice(0, MAX_TITLE * 8) : undefined;
}
