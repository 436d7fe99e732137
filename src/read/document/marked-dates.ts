/** Where a page may say when it was published, in its markup: gone through once, and read later. */
import { type AnyNode, type Element, isTag, type Text } from "domhandler";
import { isSilent, isVisitors } from "../html/surroundings.ts";
import { type Tree, walk } from "../html/tree.ts";
import { isAnothers, isChanged, isDatedPlace, isSaidPublished, MAX_LABEL, namedAsPublished } from "./date-names.ts";

/** Of a page's data for search engines (JSON-LD, schema.org). */
const IN_JSON = /"datePublished"\s{0,9}:\s{0,9}"([^"\\]{4,40})"/g;
const MAX_JSON = 500_000;
/** A page that holds more days of publication than this is a list. */
const MAX_DATA = 40;
const MAX_ELEMENTS = 80;
const MAX_TEXTS = 500;
const MAX_DATED_TEXT = 200;
/** Characters at the end of a text among which the last number of its date is: "3 May 2022)", "2022年5月3日", "10:30 a.m." */
const MAX_END = 7;
/** Above a title stand today's date and what else the site has, rather than the day that the page is of. */
const AWAY_BEFORE = 4;

/** What is in the page for people. */
export interface Marked {
  /**
   * `published`: an element named as the day of publication; `time`: the element of that name. Short texts with a number in them:
   * `said` to be of publication, `named` by an element around them as the place of a date, or plain.
   */
  kind: "published" | "time" | "said" | "named" | "plain";
  text: string;
  /** Characters of text between the title and it, more of them where it stands before; the most there is without a title. */
  distance: number;
}

export interface MarkedDates {
  /** What is named as the day of publication, for programs. */
  data: string[];
  /** The nearest to the title first. */
  marked: Marked[];
}

/** @param title the element that holds the page's title */
export function markedDates(tree: Tree, title: Element | undefined): MarkedDates {
  const data: string[] = [];
  const marked: (Omit<Marked, "distance"> & { at: number })[] = [];
  const left = { elements: MAX_ELEMENTS, texts: MAX_TEXTS };
  /** What is open of what surrounds the content. */
  const outside = new Set<AnyNode>();
  let before = "";
  let at = 0;
  let titleAt: number | undefined;
  const enterText = (node: Text) => {
    const text = node.data.trim();
    if (text === "") return;
    const isShort = text.length <= MAX_DATED_TEXT && outside.size === 0 && left.texts > 0;
    if (isShort && /\p{Nd}/u.test(text) && !isAnothers(before)) {
      marked.push({ kind: kindOf(node, text, before), text, at });
      left.texts--;
    }
    // What ends in a date has its own, and is no label of another.
    before = /\p{Nd}/u.test(text.slice(-MAX_END)) ? "" : text.slice(-MAX_LABEL);
    at += text.length;
  };
  const enterElement = (element: Element) => {
    const published = namedAsPublished(element);
    if (published !== undefined && element.name === "meta") data.push(published);
    else if (
      published !== undefined ||
      (element.name === "time" && outside.size === 0 && !isChanged(element) && !isAnothers(before))
    ) {
      const text = published ?? element.attribs.datetime ?? "";
      if (left.elements-- > 0) marked.push({ kind: published === undefined ? "time" : "published", text, at });
    }
  };
  const enter = (node: AnyNode) => {
    if (node.type === "text") enterText(node);
    if (!isTag(node)) return undefined;
    if (node === title) titleAt = at;
    if (node.name === "script") data.push(...inJson(node));
    if (node.name === "script" || node.name === "style" || isVisitors(node)) return "over";
    if (isOutside(node)) outside.add(node);
    enterElement(node);
    return undefined;
  };
  walk(tree, enter, (node) => outside.delete(node));
  return { data: data.slice(0, MAX_DATA), marked: nearest(marked, titleAt) };
}

function nearest(marked: readonly (Omit<Marked, "distance"> & { at: number })[], title = Number.NaN): Marked[] {
  const distance = (at: number) => (at < title ? (title - at) * AWAY_BEFORE : at - title);
  return marked
    .map(({ kind, text, at }) => ({ kind, text, distance: Number.isNaN(title) ? Number.MAX_VALUE : distance(at) }))
    .sort((a, b) => a.distance - b.distance);
}

function kindOf(node: Text, text: string, before: string): Marked["kind"] {
  if (isSaidPublished(before) || isSaidPublished(text.slice(0, MAX_LABEL))) return "said";
  return isInDatedPlace(node) ? "named" : "plain";
}

/** Whether an element around a text, or around that, is named as the place of a date. */
function isInDatedPlace(text: Text): boolean {
  let at = text.parent;
  for (let steps = 0; at && steps < 3; steps++) {
    if (isTag(at) && isDatedPlace(at)) return true;
    at = at.parent;
  }
  return false;
}

function inJson(script: Element): string[] {
  const [text] = script.children;
  if (text?.type !== "text" || !/ld\+json/.test(script.attribs.type ?? "")) return [];
  return [...text.data.slice(0, MAX_JSON).matchAll(IN_JSON)].slice(0, 3).map(([, date = ""]) => date);
}

/** What surrounds a page's content, but for a header: an article may have one. What is named as the day counts there too. */
function isOutside(element: Element): boolean {
  if (element.name === "head" || element.name === "header") return false;
  return isSilent(element);
}
