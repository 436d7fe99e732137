/**
 * The rows of a page that its links stand in, and their dates. Each link climbs to the smallest block that also holds a date, and what
 * else that block holds says whose date it is: a row of a table or a list, a card, dates above their items, `dt` and `dd`, items between
 * line breaks.
 */
import { type AnyNode, type Element, isTag, type ParentNode } from "domhandler";
import type { DatedLeaf } from "../html/page-dates.ts";
import { around } from "../html/tree.ts";
import { makeOf, shapeOf, wordsOf } from "./item-title.ts";
import type { Outline } from "./outline.ts";

const MAX_STEPS = 16;
/** Links of a row that stands alone: its title, its picture, its file. */
const FEW_LINKS = 3;
/** Of what is a row by its tag: a report in six languages, with the day it was made and the day it was posted. */
const SOME_LINKS = 12;
const FEW_DATES = 4;
const ROWS = new Set("li tr dd dt article p".split(" "));

/** A block that is an item, with the links in it. */
export interface Row {
  element: Element;
  /** Its place and make (item-title.ts). */
  shape: string;
  leaf?: DatedLeaf | undefined;
  links: Element[];
}

/** In the order of the page. */
export function rowsOf(outline: Outline): Row[] {
  return new Rows(outline).all();
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
    const row = this.#rows.get(element) ?? { element, shape: shapeOf(element), leaf, links: [] };
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
