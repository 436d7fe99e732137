/**
 * Items of a page found by its structure: rows with a date are the items. Where no dates stand beside links, it is the rows of one
 * make that repeat and say the most (as in MDR: Liu, Grossman, Zhai, KDD 2003).
 */
import type { Element } from "domhandler";
import { dayOf } from "../../time/dated.ts";
import { MAX_TITLE, TooCostly } from "../bounds.ts";
import { absolute, textOf } from "../html/html.ts";
import { hrefOf, isFileAddress } from "../html/links.ts";
import type { DatedLeaf } from "../html/page-dates.ts";
import type { Entry, NetLink } from "../reading.ts";
import { wordsOf, wordsOfRow } from "./item-title.ts";
import { Outline } from "./outline.ts";
import { type Row, rowsOf } from "./rows.ts";

/** No list for people shows more at once. */
const MAX_ENTRIES = 10_000;
/** Rows without dates that repeat are a list from so many on, if their links say something. */
const LEAST_ROWS = 3;
const LEAST_LETTERS = 12;
const MOST_LETTERS = 80;

export interface Structure {
  entries: Entry[];
  layout: string;
  /** The links that are no item's own. */
  links: NetLink[];
}

/** @param leaves the dates of the region. @returns undefined where nothing repeats */
export function structureOf(
  region: readonly Element[],
  leaves: readonly DatedLeaf[],
  url: string,
): Structure | undefined {
  const outline = new Outline(region, leaves);
  const rows = rowsOf(outline);
  const says = sayingOf(outline);
  const dated = rows.filter(({ leaf }) => leaf);
  const main = dated.length > 0 ? dated : repeated(rows, says);
  const shapes = countOf(main);
  const [commonest] = [...shapes].sort((a, b) => b[1] - a[1]);
  if (!commonest) return undefined;
  // An item that has no date, among others that have one, is an item.
  const all = countOf(rows);
  const isOne = ({ shape, leaf }: Row) => {
    const count = shapes.get(shape) ?? 0;
    return leaf !== undefined || (count >= 2 && count >= (all.get(shape) ?? 0) / 2);
  };
  const entries = new Map<string, Entry>();
  const links: NetLink[] = [];
  for (const row of rows) {
    const leading = leadingFrom(row, url);
    const entry = isOne(row) ? entryOf(row, leading, says) : undefined;
    if (entry && !entries.get(entry.url)?.date) entries.set(entry.url, entry);
    if (entries.size > MAX_ENTRIES) throw new TooCostly(`holds more than ${MAX_ENTRIES.toLocaleString("en")} items`);
    links.push(...netLinks(row, leading, says, [url, entry?.url]));
  }
  if (entries.size === 0) return undefined;
  return {
    entries: [...entries.values()],
    layout: `structure:${commonest[0]}`,
    links: links.filter((link) => !entries.has(link.url)),
  };
}

function countOf(rows: readonly Row[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const { shape } of rows) count.set(shape, (count.get(shape) ?? 0) + 1);
  return count;
}

/** The rows of one make that say the most, where no dates tell which are items. */
function repeated(rows: readonly Row[], says: Says): Row[] {
  const groups = Map.groupBy(rows, ({ shape }) => shape);
  let best: Row[] = [];
  let most = 0;
  for (const group of groups.values()) {
    const letters = group.map((row) => titleOf(row, says).length);
    const said = letters.reduce((sum, length) => sum + Math.min(length, MOST_LETTERS), 0);
    if (group.length < LEAST_ROWS || said < group.length * LEAST_LETTERS || said <= most) continue;
    best = group;
    most = said;
  }
  return best;
}

/** What a link says of what it leads to; nothing where its words are those of many others ("Case details"). */
type Says = (link: Element) => string;

const MANY = 3;

function sayingOf(outline: Outline): Says {
  /** Where the links of the same words lead: to so many places at most that it is seen that they are many. */
  const places = new Map<string, string[]>();
  const words = new Map<Element, string>();
  for (const mark of outline.marks) {
    if (mark.kind !== "link") continue;
    const own = wordsOf(mark.element);
    const place = hrefOf(mark.element) ?? "";
    const known = places.get(own);
    words.set(mark.element, own);
    if (!known) places.set(own, [place]);
    else if (known.length < MANY && !known.includes(place)) known.push(place);
  }
  return (link) => {
    const own = words.get(link) ?? "";
    return places.get(own)?.length === MANY ? "" : own;
  };
}

/** An item is called what the longest of its links says, or what it says itself; where neither says anything, as others are. */
function titleOf({ element, leaf, links }: Row, says: Says): string {
  return longest(links.map(says)) || wordsOfRow(element, besides(leaf, links, says)) || longest(links.map(wordsOf));
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), "");
}

/** A link of a row that leads somewhere. */
interface Leading {
  link: Element;
  address: string;
}

function leadingFrom({ links }: Row, url: string): Leading[] {
  return links.flatMap((link) => {
    const address = absolute(hrefOf(link), url);
    return address ? [{ link, address }] : [];
  });
}

/** It leads where the link leads that says the most, or to a file where none says anything. */
function entryOf(row: Row, leading: readonly Leading[], says: Says): Entry | undefined {
  const isFile = ({ address }: Leading) => Number(isFileAddress(address));
  const [main] = leading.toSorted((a, b) => says(b.link).length - says(a.link).length || isFile(b) - isFile(a));
  const title = titleOf(row, says);
  if (!main || title === "") return undefined;
  return { title, url: main.address, ...(row.leaf ? dayOf(row.leaf.dated) : {}), ...languageIn(main.address) };
}

/** What a row says that is not its title: its date, and links that say nothing. */
function besides(leaf: DatedLeaf | undefined, links: readonly Element[], says: Says): string[] {
  return [leaf?.text ?? "", ...links.filter((link) => says(link) === "").map((link) => textOf(link, MAX_TITLE))];
}

/**
 * Every link of a row but its item's own, with its own words or, where they say nothing, its row's; and its row's besides, where they
 * say more.
 * @param left out, by where they lead: the page itself, and the item
 */
function netLinks(
  { element, leaf, links }: Row,
  leading: readonly Leading[],
  says: Says,
  left: readonly (string | undefined)[],
): NetLink[] {
  const others = leading.filter(({ address }) => !left.includes(address));
  if (others.length === 0) return [];
  const said = wordsOfRow(element, besides(leaf, links, says));
  return others.flatMap(({ link, address }) => {
    const text = says(link) || said;
    if (text === "") return [];
    return [{ url: address, text, ...(said.length > text.length ? { row: said } : {}) }];
  });
}

/** The site puts a language first in its addresses: /en/…, /fr/…. @param url absolute, as `absolute` gives it */
export function languageIn(url: string): Pick<Entry, "language"> {
  const code = /^https?:\/\/[^/]*\/(en|fr|es|ar|zh|ru)(?:[/?]|$)/i.exec(url)?.[1];
  return code ? { language: code.toLowerCase() } : {};
}
