/**
 * A page that lists items. They are found by the watch's selectors or, without them, by structure: repeated blocks that
 * each hold a link and a date. The structure reads SharePoint's tables and Drupal's cards alike.
 */

import type { CheerioAPI } from "cheerio";
import { type Element, isTag } from "domhandler";
import type { Dated } from "../time/dated.ts";
import { dateOnly } from "../time/written-date.ts";
import type { Source } from "../watch/watch.ts";
import { MAX_TITLE, TooCostly } from "./bounds.ts";
import { absolute, first, textOf } from "./html.ts";
import { type DatedLeaf, datedLeaves, type SeenPage } from "./page-dates.ts";
import { type Entries, type Entry, type Problem, problem } from "./reading.ts";
import { contentRegion } from "./region.ts";
import { isInLink } from "./surroundings.ts";
import { firstIn, walk } from "./tree.ts";

/** No list for people shows more at once. */
const MAX_ENTRIES = 10_000;
/** An item is no larger: in characters of text, in parts, in steps from its date. */
const MAX_ITEM_TEXT = 1500;
const MAX_ITEM_PARTS = 1000;
const MAX_STEPS = 8;

export function readListing($: CheerioAPI, page: SeenPage, select: Source["select"]): Entries | Problem {
  const found = select ? bySelectors($, page, select) : byStructure($, page);
  if (!found || found.entries.length === 0)
    return problem(
      "redesigned",
      select ? `no item matches “${select.item}” any more` : "holds no repeated items with a link and a date",
    );
  return { kind: "entries", ...found, next: nextPages($, page.url) };
}

function bySelectors(
  $: CheerioAPI,
  page: SeenPage,
  select: NonNullable<Source["select"]>,
): Pick<Entries, "entries" | "layout"> {
  const items = $(select.item).toArray() as Element[];
  if (items.length > MAX_ENTRIES) throw tooManyItems();
  const titled = items.flatMap((item) => {
    const link = select.link ? $(item).find(select.link).get(0) : linkOf(item);
    const address = absolute(link?.attribs.href, page.url);
    const named = select.title ? $(item).find(select.title).get(0) : link;
    const title = named ? textOf(named, MAX_TITLE) : "";
    return address && title !== "" ? [{ item, title, url: address }] : [];
  });
  const dated = titled.map(({ item }) => (select.date ? $(item).find(select.date).toArray() : [item]) as Element[]);
  const leaves = datedLeaves(
    $,
    page,
    dated.map(([element]) => element),
    1,
  );
  const entries = titled.map(({ title, url }, index): Entry => {
    return { title, url, ...leaves[index]?.[0]?.dated, ...language(url) };
  });
  return { entries, layout: `select:${select.item}` };
}

function linkOf(item: Element): Element | undefined {
  return item.name === "a" ? item : firstIn(item, ({ name, attribs }) => name === "a" && attribs.href !== undefined);
}

function tooManyItems(): TooCostly {
  return new TooCostly(`holds more than ${MAX_ENTRIES.toLocaleString("en")} items`);
}

interface Group {
  entries: Entry[];
  items: Set<Element>;
}

/** Climbs from each date on the page to the smallest block that also holds one titled link, and groups the blocks by shape. */
function byStructure($: CheerioAPI, page: SeenPage): Pick<Entries, "entries" | "layout"> | undefined {
  const groups = new Map<string, Group>();
  const weighed = new Map<Element, Weight>();
  for (const dated of ownDates(datedLeaves($, page, contentRegion($)).flat())) {
    const item = itemAround(dated.element, weighed);
    if (!item) continue;
    const shape = shapeOf(item);
    const group: Group = groups.get(shape) ?? { entries: [], items: new Set() };
    groups.set(shape, group);
    if (group.items.has(item)) continue;
    if (group.entries.length >= MAX_ENTRIES) throw tooManyItems();
    const entry = entryOf(item, dated.dated, page.url);
    group.items.add(item);
    if (entry) group.entries.push(entry);
  }
  const best = [...groups]
    .filter(([, group]) => group.entries.length > 0)
    .sort((a, b) => b[1].entries.length - a[1].entries.length)[0];
  return best && { entries: best[1].entries, layout: `structure:${best[0]}` };
}

/** A headline may name a day; where the items of a page have dates of their own, those are theirs. */
function ownDates(leaves: DatedLeaf[]): DatedLeaf[] {
  const inHeadlines = new Set(leaves.filter(({ element, isAlone }) => !isAlone && isInLink(element)));
  const alone = leaves.filter(({ isAlone }) => isAlone).length;
  return inHeadlines.size > 0 && alone >= inHeadlines.size ? leaves.filter((leaf) => !inHeadlines.has(leaf)) : leaves;
}

/** What a block around a date is: an item, smaller than one, or larger. */
type Weight = "item" | "part" | "larger";

/** The smallest block around a date that holds a titled link, but not a second date's item. */
function itemAround(start: Element, weighed: Map<Element, Weight>): Element | undefined {
  let element: Element | undefined = start;
  for (let steps = 0; element && steps < MAX_STEPS; steps++) {
    if (element.name === "main" || element.name === "body" || element.name === "html") return undefined;
    const weight: Weight = weighed.get(element) ?? (isTooLarge(element) ? "larger" : linkIn(element) ? "item" : "part");
    weighed.set(element, weight);
    if (weight !== "part") return weight === "item" ? element : undefined;
    element = element.parent && isTag(element.parent) ? element.parent : undefined;
  }
  return undefined;
}

function isTooLarge(element: Element): boolean {
  let parts = 0;
  walk(element, () => (++parts > MAX_ITEM_PARTS ? "stop" : undefined));
  return parts > MAX_ITEM_PARTS || textOf(element, MAX_ITEM_TEXT + 1).length > MAX_ITEM_TEXT;
}

/** The link with the longest words in an item, the item itself included (a card that is one link). */
function linkIn(item: Element): Element | undefined {
  let best: Element | undefined;
  let length = 3;
  walk(item, (node) => {
    if (!isTag(node) || node.name !== "a" || !node.attribs.href) return undefined;
    const text = titleIn(node);
    if (text.length > length) {
      best = node;
      length = text.length;
    }
    return undefined;
  });
  return best;
}

function entryOf(item: Element, dated: Dated, url: string): Entry | undefined {
  const link = linkIn(item);
  const address = absolute(link?.attribs.href, url);
  if (!link || !address) return undefined;
  const words = titleIn(link);
  const heading = MORE.test(words) ? headingIn(item) : undefined;
  const title = heading ? textOf(heading, MAX_TITLE) : words;
  return title === "" ? undefined : { title, url: address, ...dated, ...language(address) };
}

/** Words of a link that say nothing of what it leads to; the item's heading does. */
const MORE =
  /^(?:read|learn|find out|see|view|show|download|open|lire|en savoir|voir|leer|ver|télécharger|descargar|подробнее|читать|скачать|阅读|查看|下载|更多|اقرأ|المزيد|تحميل)(?: (?:more|it|now|pdf|here|la suite|plus|más|далее|report|document|the report|full report))*[ .…»→>]*$/iu;

/** A link's words: its heading where the link wraps a whole card, else all of it but the date. */
function titleIn(link: Element): string {
  const heading = headingIn(link);
  if (heading) return textOf(heading, MAX_TITLE);
  const text = textOf(link, MAX_TITLE);
  return dateOnly(text) ? "" : text;
}

function headingIn(node: Element): Element | undefined {
  return firstIn(node, ({ name }) => /^h[1-6]$/.test(name));
}

/** An item's place and make: its tag and classes and its parent's, without numbers and states that vary from row to row. */
function shapeOf(item: Element): string {
  const name = (element: Element) => {
    const classes = (element.attribs.class ?? "")
      .split(/\s+/)
      .filter(
        (part) =>
          part !== "" &&
          !/\d|^(?:first|last|odd|even|active|new|alt\w*)$|(?:-|_)(?:odd|even|first|last|alt)$/i.test(part),
      );
    return [element.name, ...classes.sort()].join(".");
  };
  const parent = item.parent && isTag(item.parent) ? `${name(item.parent)}>` : "";
  return `${parent}${name(item)}`;
}

/** `rel="next"` (HTML standard, link types), or a pager's own class for it. */
function isNextLink(element: Element): boolean {
  if (element.name !== "a" && element.name !== "link") return false;
  if (/(?:^|\s)next(?:\s|$)/i.test(element.attribs.rel ?? "")) return true;
  const parent = element.parent && isTag(element.parent) ? element.parent.attribs.class : "";
  return /(?:^|[\s_-])pager[\w-]*[_-]next(?:\s|$)/.test(`${element.attribs.class ?? ""} ${parent ?? ""}`);
}

function nextPages($: CheerioAPI, url: string): string[] {
  const href = first($, isNextLink)?.attribs.href;
  const next = absolute(href, url);
  return next && next !== url && new URL(next).host === new URL(url).host ? [next] : [];
}

/** The site puts a language first in its addresses: /en/…, /fr/…. */
function language(url: string): Pick<Entry, "language"> {
  const code = /^\/(en|fr|es|ar|zh|ru)(?:\/|$)/i.exec(new URL(url).pathname)?.[1];
  return code ? { language: code.toLowerCase() } : {};
}
