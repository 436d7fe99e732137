/**
 * Items of a page found by its structure: each link climbs to the smallest block that also holds a date, and what else that block
 * holds says whose date it is. A row of a table or a list, cards of any class, dates above their items, `dt` and `dd`, items between
 * line breaks. Where no dates stand beside links, rows of one make that repeat are the items (as in MDR: Liu, Grossman, Zhai, KDD
 * 2003).
 */
import { type AnyNode, type Element, isTag, type ParentNode } from "domhandler";
import { dayOf } from "../time/dated.ts";
import { MAX_TITLE, TooCostly } from "./bounds.ts";
import { absolute, textOf } from "./html.ts";
import { makeOf, shapeOf, wordsOf, wordsOfRow } from "./item-title.ts";
import { hrefOf, Outline } from "./outline.ts";
import type { DatedLeaf } from "./page-dates.ts";
import type { Entry, NetLink } from "./reading.ts";
import { around } from "./tree.ts";

/** No list for people shows more at once. */
const MAX_ENTRIES = 10_000;
const MAX_STEPS = 16;
/** Links of a row that stands alone: its title, its picture, its file. */
const FEW_LINKS = 3;
/** Of what is a row by its tag: a report in six languages, with the day it was made and the day it was posted. */
const SOME_LINKS = 12;
const FEW_DATES = 4;
/** Rows without dates that repeat are a list from so many on, if their links say something. */
const LEAST_ROWS = 3;
const LEAST_LETTERS = 12;
const MOST_LETTERS = 80;
const FILE = /\.(?:pdf|docx?|odt|epub)(?:$|[?#])/i;
const ROWS = new Set("li tr dd dt article p".split(" "));

/** A block that is an item, with the links in it. */
interface Row {
  element: Element;
  leaf?: DatedLeaf | undefined;
  links: Element[];
}

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
  const rows = new Rows(outline).all();
  const says = sayingOf(outline);
  const dated = rows.filter(({ leaf }) => leaf);
  const main = dated.length > 0 ? dated : repeated(rows, says);
  const shapes = countOf(main);
  const [commonest] = [...shapes].sort((a, b) => b[1] - a[1]);
  if (!commonest) return undefined;
  // An item that has no date, among others that have one, is an item.
  const all = countOf(rows);
  const isOne = ({ element, leaf }: Row) => {
    const shape = shapeOf(element);
    const count = shapes.get(shape) ?? 0;
    return leaf !== undefined || (count >= 2 && count >= (all.get(shape) ?? 0) / 2);
  };
  const entries = new Map<string, Entry>();
  const links: NetLink[] = [];
  for (const row of rows) {
    const entry = isOne(row) ? entryOf(row, says, url) : undefined;
    if (entry && !entries.get(entry.url)?.date) entries.set(entry.url, entry);
    if (entries.size > MAX_ENTRIES) throw new TooCostly(`holds more than ${MAX_ENTRIES.toLocaleString("en")} items`);
    links.push(...netLinks(row, says, url));
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
  for (const { element } of rows) count.set(shapeOf(element), (count.get(shapeOf(element)) ?? 0) + 1);
  return count;
}

/** The rows of one make that say the most, where no dates tell which are items. */
function repeated(rows: readonly Row[], says: Says): Row[] {
  const groups = Map.groupBy(rows, ({ element }) => shapeOf(element));
  let best: Row[] = [];
  let most = 0;
  for (const group of groups.values()) {
    const letters = group.map(({ links }) => Math.max(0, ...links.map((link) => says(link).length)));
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
  const said = new Map<string, Set<string>>();
  const words = new Map<Element, string>();
  for (const mark of outline.marks) {
    if (mark.kind !== "link") continue;
    const own = wordsOf(mark.element);
    words.set(mark.element, own);
    said.set(own, (said.get(own) ?? new Set()).add(hrefOf(mark.element) ?? ""));
  }
  return (link) => {
    const own = words.get(link) ?? "";
    return (said.get(own)?.size ?? 0) >= MANY ? "" : own;
  };
}

/** An item is called what the longest of its links says, or what it says itself; then a file of it goes first. */
function entryOf({ element, leaf, links }: Row, says: Says, url: string): Entry | undefined {
  const leading = links.flatMap((link) => {
    const address = absolute(hrefOf(link), url);
    return address ? [{ address, words: says(link) }] : [];
  });
  const isFile = ({ address }: { address: string }) => Number(FILE.test(address));
  const [main] = leading.toSorted((a, b) => b.words.length - a.words.length || isFile(b) - isFile(a));
  if (!main) return undefined;
  const title = main.words || wordsOfRow(element, besides(leaf, links, says));
  return title === ""
    ? undefined
    : { title, url: main.address, ...(leaf ? dayOf(leaf.dated) : {}), ...languageIn(main.address) };
}

/** What a row says that is not its title: its date, and links that say nothing. */
function besides(leaf: DatedLeaf | undefined, links: readonly Element[], says: Says): string[] {
  return [leaf?.text ?? "", ...links.filter((link) => says(link) === "").map((link) => textOf(link, MAX_TITLE))];
}

/** Every link of a row, with its own words or, where they say nothing, its row's; and its row's besides, where they say more. */
function netLinks({ element, leaf, links }: Row, says: Says, url: string): NetLink[] {
  const said = links.length > 0 ? wordsOfRow(element, besides(leaf, links, says)) : "";
  return links.flatMap((link) => {
    const address = absolute(hrefOf(link), url);
    if (!address || address === url) return [];
    const words = says(link);
    const text = words || said;
    if (text === "") return [];
    return [{ url: address, text, ...(said.length > text.length ? { row: said } : {}) }];
  });
}

/** The site puts a language first in its addresses: /en/…, /fr/…. */
export function languageIn(url: string): Pick<Entry, "language"> {
  const code = /^\/(en|fr|es|ar|zh|ru)(?:\/|$)/i.exec(new URL(url).pathname)?.[1];
  return code ? { language: code.toLowerCase() } : {};
}

/** The row of a link, and its date. */
type Placed = Pick<Row, "element" | "leaf">;

/** Puts links into rows, and dates to rows. */
class Rows {
  readonly #outline: Outline;
  readonly #rows = new Map<Element, Row>();
  readonly #repeating = new Map<ParentNode, Map<string, number>>();
  readonly #orders = new Map<Element, Order>();

  constructor(outline: Outline) {
    this.#outline = outline;
  }

  all(): Row[] {
    for (const mark of this.#outline.marks) if (mark.kind === "link") this.#put(mark.element);
    return [...this.#rows.values()];
  }

  #put(link: Element): void {
    const { element, leaf } = this.#placeOf(link);
    const row = this.#rows.get(element) ?? { element, leaf, links: [] };
    this.#rows.set(element, row);
    row.leaf ??= leaf;
    row.links.push(link);
  }

  #placeOf(link: Element): Placed {
    let below: Element = link;
    let at: Element | null = link;
    for (let steps = 0; at && steps < MAX_STEPS; steps++) {
      const met = this.#outline.datesIn(at) > 0 ? this.#met(link, at, below) : undefined;
      if (met) return met;
      below = at;
      at = at.parent && isTag(at.parent) ? at.parent : null;
    }
    return { element: rowAround(link, undefined) };
  }

  /**
   * Where a link and dates stand in one block.
   * @param below what of the block holds the link
   * @returns undefined where the only date is another link's
   */
  #met(link: Element, block: Element, below: Element): Placed | undefined {
    const outline = this.#outline;
    if (outline.datesIn(block) === 1 || block === link) {
      const leaf = outline.dateIn(block);
      if (outline.linksIn(block) <= FEW_LINKS) return { element: wholeRow(block), leaf };
      const child = leaf && childAround(leaf.node, block);
      if (child && outline.linksIn(child) > 0 && child !== below) return undefined;
      if (!this.#isRepeated(block)) return { element: rowAround(link, block) };
      // Where elements were not closed, the date of the next section ends this one.
      if (outline.endsWithDate(block)) return undefined;
      // A row with many links, or a section under one date.
      return { element: rowAround(link, block, wordsOf(link) === ""), leaf };
    }
    if (this.#isWholeRow(block)) return { element: block, leaf: outline.dateIn(block) };
    const row = rowAround(link, below, true);
    const { way, rows } = this.#orderOf(block);
    // A row without a date among rows that have one.
    if (rows.has(makeOf(below))) return { element: row, leaf: spannedFrom(below, outline) };
    const leaf = outline.dateBeside(below, block, way === "before");
    const child = leaf && childAround(leaf.node, block);
    // A date beside links of its own is theirs, unless it heads others as well: "31 August – summaries".
    const isTheirs = child && outline.linksIn(child) > 0 && (way === "behind" || !this.#isHeading(child, below));
    return { element: row, leaf: isTheirs ? undefined : leaf };
  }

  /** What is a row by its tag, with more dates than one: when it was made, and when it was posted. */
  #isWholeRow(block: Element): boolean {
    const dates = this.#outline.datesIn(block);
    const links = this.#outline.linksIn(block);
    if (!ROWS.has(block.name) || dates > FEW_DATES || links > SOME_LINKS) return false;
    return block.name === "p" ? links === 1 : true;
  }

  #isHeading(child: AnyNode, below: Element): boolean {
    const isOne = this.#outline.datesIn(child) === 1 && this.#outline.linksIn(child) < FEW_LINKS;
    return isOne && this.#outline.beginsWithDate(child) && makeOf(child as Element) !== makeOf(below);
  }

  /** Whether a block stands beside others of its make that hold dates as well. */
  #isRepeated(block: Element): boolean {
    const { parent } = block;
    if (!parent) return false;
    const makes = this.#repeating.get(parent) ?? new Map<string, number>();
    if (!this.#repeating.has(parent)) {
      for (const child of parent.children)
        if (isTag(child) && this.#outline.datesIn(child) > 0)
          makes.set(makeOf(child), (makes.get(makeOf(child)) ?? 0) + 1);
      this.#repeating.set(parent, makes);
    }
    return (makes.get(makeOf(block)) ?? 0) > 1;
  }

  /** How the dates of a block stand to its links. */
  #orderOf(block: Element): Order {
    const known = this.#orders.get(block);
    if (known) return known;
    const linking = block.children.filter((child) => isTag(child) && this.#outline.linksIn(child) > 0) as Element[];
    const ofMake = Map.groupBy(linking, makeOf);
    const isRow = (some: readonly Element[]) =>
      some.filter((child) => this.#outline.datesIn(child) > 0).length > some.length / 2;
    const rows = new Set([...ofMake].flatMap(([make, some]) => (isRow(some) ? [make] : [])));
    const order = { way: this.#outline.endsWithDate(block) ? "behind" : "before", rows } as const;
    this.#orders.set(block, order);
    return order;
  }
}

/** Dates stand before their links, as headings do, or behind them; or in the rows of their links. */
interface Order {
  way: "before" | "behind";
  /** The makes of rows, most of which hold a date besides their links. */
  rows: ReadonlySet<string>;
}

/** A date in a cell that reaches down to a row that has none (`rowspan`). */
function spannedFrom(row: Element, outline: Outline): DatedLeaf | undefined {
  let above = 0;
  for (let at: AnyNode | null = row.prev; at && above < MAX_SPANNED; at = at.prev) {
    if (!isTag(at)) continue;
    above++;
    const leaf = outline.datesIn(at) > 0 ? outline.dateIn(at) : undefined;
    if (!leaf) continue;
    const cell = around(leaf.element, ({ name }) => name === "td" || name === "th");
    return Number(cell?.attribs.rowspan ?? 1) > above ? leaf : undefined;
  }
  return undefined;
}

const MAX_SPANNED = 100;

/** A cell by itself is no item: its row is. */
function wholeRow(block: Element): Element {
  if (block.name !== "td" && block.name !== "th") return block;
  const row = block.parent;
  return row && isTag(row) && row.name === "tr" ? row : block;
}

function childAround(node: AnyNode, block: Element): AnyNode | undefined {
  for (let at: AnyNode | null = node; at; at = at.parent) if (at.parent === block) return at;
  return undefined;
}

/** The nearest block around a link that is a row by its tag, no larger than `within`; else the link, or all of `within` if it is wanted. */
function rowAround(link: Element, within: Element | undefined, isWhole = false): Element {
  for (let at: Element | null = link; at; at = at.parent && isTag(at.parent) ? at.parent : null) {
    if (ROWS.has(at.name)) return at;
    if (at === within) return isWhole ? at : link;
  }
  return link;
}
