/** Where dates stand on a page, and in which order the page writes them. */

import { type AnyNode, type Element, isTag, type Text } from "domhandler";
import { type DateOrder, orderOf } from "../../time/date-order.ts";
import type { Dated } from "../../time/dated.ts";
import type { InstantText } from "../../time/instant.ts";
import { machineDate } from "../../time/machine-date.ts";
import { type DateManner, datedOnly, firstDate, ordersShown } from "../../time/written-date.ts";
import { TooCostly } from "../bounds.ts";
import { textOf } from "./html.ts";
import { isSilent } from "./surroundings.ts";
import { first, type Tree, walk } from "./tree.ts";

/** A page as it was had. */
export interface SeenPage {
  url: string;
  at: InstantText;
  /** The publisher's. */
  zone: string;
  /** The order in which it writes dates, where its watch says it. */
  dates?: DateOrder | undefined;
}

/** A date where it stands. */
export interface DatedLeaf {
  /** The text, or the `time`, in which it is written. */
  node: AnyNode;
  /** What holds it. */
  element: Element;
  dated: Dated;
  /** Nothing else is said in it. */
  isAlone: boolean;
  text: string;
}

const MAX_DATES = 20_000;
/** A longer text that names a day is no item's date. */
const MAX_DATED_TEXT = 120;
/** A day and its month in elements of their own, as a leaf of a calendar. */
const MAX_LEAF_PARTS = 6;
const MAX_LEAF_PART = 16;

/** What a page says that its language is. */
export function languageSaid(tree: Tree): string | undefined {
  return first(tree, ({ name, attribs }) => name === "html" && attribs.lang !== undefined)?.attribs.lang?.slice(0, 20);
}

/**
 * @param texts with dates of the page
 * @returns how the page writes its dates
 */
export function mannerShown(page: SeenPage, language: string | undefined, texts: readonly string[]): DateManner {
  const manner = mannerBefore(page, language);
  const shown = manner.order ? [] : texts.flatMap((text) => ordersShown(text));
  return manner.order ? manner : { ...manner, order: orderOf(shown, originOf(page, manner)) };
}

/** What is known before any date is read. */
export function mannerBefore({ at, zone, dates }: SeenPage, language: string | undefined): DateManner {
  return { order: dates, language, seen: { at, zone } };
}

function originOf({ url, zone }: SeenPage, { language }: DateManner) {
  return { language, host: new URL(url).hostname, zone };
}

/**
 * The dates in regions of a page, each read as all of them show that they are written.
 * @param regions each with how many of its dates are wanted
 * @throws {TooCostly} when there are more than any list for people has
 */
export function datedLeaves(
  tree: Tree,
  page: SeenPage,
  regions: readonly (Element | undefined)[],
  most = MAX_DATES,
): DatedLeaf[][] {
  const manner = mannerBefore(page, languageSaid(tree));
  const found = regions.map((region) => (region ? leavesIn(region, manner, most) : []));
  const leaves = found.flat();
  if (leaves.length >= MAX_DATES) throw new TooCostly(`holds more than ${MAX_DATES.toLocaleString("en")} dates`);
  const shown = leaves.flatMap(({ element, text, dated }) =>
    element.name === "time" ? ordersShown(textOf(element, MAX_DATED_TEXT), dated.date) : ordersShown(text),
  );
  // A watch that says one order of a page that shows another is mistaken, or the page has changed: it is left open.
  if (page.dates && shown.length > 0 && !shown.includes(page.dates))
    return found.map((some) => some.map((leaf) => again(leaf, { ...manner, order: undefined })));
  const order = page.dates ?? orderOf(shown, originOf(page, manner));
  if (!order) return found;
  return found.map((some) => some.map((leaf) => (leaf.dated.date ? leaf : again(leaf, { ...manner, order }))));
}

/** An open date, read once more with what is known now. */
function again(leaf: DatedLeaf, manner: DateManner): DatedLeaf {
  return { ...leaf, dated: firstDate(leaf.text.trim(), manner)?.dated ?? leaf.dated };
}

function leavesIn(region: Element, manner: DateManner, most: number): DatedLeaf[] {
  const leaves: DatedLeaf[] = [];
  walk(region, (node) => {
    if (leaves.length >= most) return "stop";
    const leaf = node.type === "text" ? writtenLeaf(node, manner) : isTag(node) ? machineLeaf(node, manner) : undefined;
    if (leaf) leaves.push(leaf);
    return leaf || (isTag(node) && isSilent(node)) ? "over" : undefined;
  });
  return leaves;
}

function writtenLeaf(node: Text, manner: DateManner): DatedLeaf | undefined {
  const { data, parent } = node;
  if (!parent || !isTag(parent)) return undefined;
  const text = data.trim();
  if (text === "" || text.length > MAX_DATED_TEXT) return undefined;
  const found = firstDate(text, manner);
  if (found) return { node, element: parent, text, ...found };
  const box = text.length <= MAX_LEAF_PART && parent.children.length === 1 ? parent.parent : null;
  const parts = box && isTag(box) && box.children.length <= MAX_LEAF_PARTS ? partsOf(box) : undefined;
  const dated = parts && datedOnly(parts, manner);
  return dated && box && isTag(box) ? { node, element: box, text: parts, dated, isAlone: true } : undefined;
}

/** The words of a block that is made of nothing but short texts. */
function partsOf(box: Element): string | undefined {
  const parts = box.children.map((child) => {
    const [only, other] = isTag(child) ? child.children : [child];
    if (!only) return "";
    return only.type === "text" && !other && only.data.length <= MAX_LEAF_PART * 4 ? only.data.trim() : undefined;
  });
  return parts.includes(undefined) ? undefined : parts.join(" ").replace(/\s+/g, " ");
}

function machineLeaf(element: Element, manner: DateManner): DatedLeaf | undefined {
  if (element.name !== "time" || !manner.seen) return undefined;
  const text = (element.attribs.datetime ?? "").slice(0, MAX_DATED_TEXT);
  const dated = machineDate(text, manner.seen.zone, manner);
  return dated ? { node: element, element, text, dated, isAlone: true } : undefined;
}
