/**
 * A page that lists items. They are found by the watch's selectors or, without them, by structure: repeated blocks that
 * each hold a link and a date. The structure reads SharePoint's tables and Drupal's cards alike.
 */
import type { CheerioAPI } from "cheerio";
import { type AnyNode, type Element, isTag } from "domhandler";
import type { CivilDate } from "../time/civil-date.ts";
import { dateOnly, datesIn } from "../time/written-date.ts";
import type { Source } from "../watch/watch.ts";
import { absolute, contentRegion, first, isSilent, textOf } from "./html.ts";
import { type Entries, type Entry, type Problem, problem } from "./reading.ts";

const MAX_ENTRIES = 1000;
const MAX_ITEM_TEXT = 1500;

export function readListing($: CheerioAPI, url: string, select: Source["select"]): Entries | Problem {
  const found = select ? bySelectors($, url, select) : byStructure($, url);
  if (!found || found.entries.length === 0)
    return problem(
      "redesigned",
      select ? `no item matches “${select.item}” any more` : "holds no repeated items with a link and a date",
    );
  return { kind: "entries", ...found, next: nextPages($, url) };
}

function bySelectors(
  $: CheerioAPI,
  url: string,
  select: NonNullable<Source["select"]>,
): Pick<Entries, "entries" | "layout"> {
  const entries: Entry[] = [];
  for (const item of $(select.item).toArray().slice(0, MAX_ENTRIES)) {
    const link = select.link ? $(item).find(select.link) : $(item).is("a") ? $(item) : $(item).find("a[href]").first();
    const address = absolute(link.attr("href"), url);
    const titled = select.title ? $(item).find(select.title).get(0) : link.get(0);
    const title = titled ? textOf(titled) : "";
    if (!address || title === "") continue;
    const dated = select.date ? $(item).find(select.date).get(0) : item;
    entries.push({ title, url: address, ...optionalDate(dated && dateIn(dated as Element)), ...language(address) });
  }
  return { entries, layout: `select:${select.item}` };
}

interface Group {
  entries: Entry[];
  items: Set<Element>;
}

/** Climbs from each date on the page to the smallest block that also holds one titled link, and groups the blocks by shape. */
function byStructure($: CheerioAPI, url: string): Pick<Entries, "entries" | "layout"> | undefined {
  const groups = new Map<string, Group>();
  for (const dated of ownDates(datedLeaves(contentRegion($)))) {
    const item = itemAround(dated.element);
    if (!item) continue;
    const shape = shapeOf(item);
    const group: Group = groups.get(shape) ?? { entries: [], items: new Set() };
    groups.set(shape, group);
    if (group.items.has(item) || group.entries.length >= MAX_ENTRIES) continue;
    const entry = entryOf(item, dated.date, url);
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

function isInLink(element: Element): boolean {
  for (let at: AnyNode | null = element; at; at = at.parent) if (isTag(at) && at.name === "a") return true;
  return false;
}

interface DatedLeaf {
  element: Element;
  date: CivilDate;
  /** Nothing else is said in it. */
  isAlone: boolean;
}

function datedLeaves(region: readonly Element[]): DatedLeaf[] {
  const leaves: DatedLeaf[] = [];
  const walk = (node: AnyNode, depth: number) => {
    if (depth > 200 || leaves.length > 1000) return;
    if (node.type === "text") {
      const parent = node.parent;
      if (!parent || !isTag(parent) || !/\d{4}|[٠-٩]{4}/.test(node.data)) return;
      const alone = dateOnly(node.data);
      const date = alone ?? (node.data.length < 120 ? datesIn(node.data)[0]?.date : undefined);
      if (date && leaves.at(-1)?.element !== parent)
        leaves.push({ element: parent, date, isAlone: alone !== undefined });
      return;
    }
    if (!isTag(node) || isSilent(node)) return;
    const machine = node.name === "time" ? datesIn(node.attribs.datetime ?? "")[0] : undefined;
    if (machine) leaves.push({ element: node, date: machine.date, isAlone: true });
    else for (const child of node.children) walk(child, depth + 1);
  };
  for (const element of region) walk(element, 0);
  return leaves;
}

/** The smallest block around a date that holds a titled link, but not a second date's item. */
function itemAround(start: Element): Element | undefined {
  let element: Element | undefined = start;
  for (let steps = 0; element && steps < 8; steps++) {
    if (element.name === "main" || element.name === "body" || element.name === "html") return undefined;
    if (linkIn(element)) return textOf(element).length <= MAX_ITEM_TEXT ? element : undefined;
    element = element.parent && isTag(element.parent) ? element.parent : undefined;
  }
  return undefined;
}

/** The link with the longest words, the item itself included or above it (a card that is one link). */
function linkIn(element: Element): Element | undefined {
  let best: Element | undefined;
  let length = 3;
  const walk = (node: AnyNode, depth: number) => {
    if (!isTag(node) || depth > 40) return;
    if (node.name === "a" && node.attribs.href) {
      const text = titleIn(node);
      if (text.length > length) {
        best = node;
        length = text.length;
      }
    }
    for (const child of node.children) walk(child, depth + 1);
  };
  walk(element, 0);
  return best;
}

function entryOf(item: Element, date: CivilDate, url: string): Entry | undefined {
  const link = linkIn(item);
  const address = absolute(link?.attribs.href, url);
  if (!link || !address) return undefined;
  const words = titleIn(link);
  const heading = MORE.test(words) ? findHeading(item, 0) : undefined;
  const title = heading ? textOf(heading) : words;
  return title === "" ? undefined : { title, url: address, date, ...language(address) };
}

/** Words of a link that say nothing of what it leads to; the item's heading does. */
const MORE =
  /^(?:read|learn|find out|see|view|show|download|open|lire|en savoir|voir|leer|ver|télécharger|descargar|подробнее|читать|скачать|阅读|查看|下载|更多|اقرأ|المزيد|تحميل)(?: (?:more|it|now|pdf|here|la suite|plus|más|далее|report|document|the report|full report))*[ .…»→>]*$/iu;

/** A link's words: its heading where the link wraps a whole card, else all of it but the date. */
function titleIn(link: Element): string {
  const heading = findHeading(link, 0);
  if (heading) return textOf(heading);
  const text = textOf(link);
  return dateOnly(text) ? "" : text;
}

function findHeading(node: AnyNode, depth: number): Element | undefined {
  if (!isTag(node) || depth > 20) return undefined;
  if (/^h[1-6]$/.test(node.name)) return node;
  for (const child of node.children) {
    const found = findHeading(child, depth + 1);
    if (found) return found;
  }
  return undefined;
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

function dateIn(element: Element): CivilDate | undefined {
  return datedLeaves([element])[0]?.date;
}

function optionalDate(date: CivilDate | undefined): Pick<Entry, "date"> {
  return date ? { date } : {};
}

/** The site puts a language first in its addresses: /en/…, /fr/…. */
function language(url: string): Pick<Entry, "language"> {
  const code = /^\/(en|fr|es|ar|zh|ru)(?:\/|$)/i.exec(new URL(url).pathname)?.[1];
  return code ? { language: code.toLowerCase() } : {};
}
