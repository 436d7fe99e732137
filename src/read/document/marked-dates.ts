/** Where a page may say when it was published, in its markup: gone through once, and read later. */
import type { CheerioAPI } from "cheerio";
import { type AnyNode, type Element, isTag } from "domhandler";
import { textOf } from "../html/html.ts";
import { isSilent, isVisitors } from "../html/surroundings.ts";
import { walk } from "../html/tree.ts";

/**
 * What metadata calls the day of publication: Open Graph's article, Dublin Core, Highwire (Google Scholar), schema.org, and the names
 * that newspapers' systems use (as htmldate lists them), without the signs between their words.
 */
const PUBLISHED = new Set(
  "articlepublishedtime articlepublished articlepublisheddate articlepublicationdate articlepostdate articlecreated articledateoriginal ogarticlepublishedtime ogpublishedtime ogpublishdate ogpubdate ogdatepublished citationpublicationdate citationdate citationonlinedate dcdate dcdateissued dcdatecreated dcdatepublication dccreated dctermsdate dctermsissued dctermscreated datepublished datecreated date dateposted pubdate publishdate publicationdate publisheddate published publishedtime publishtime parselypubdate sailthrudate btpubdate displaydate originalpublicationdate docdate cxenseparserecspublishtime rbpubdate shareaholicarticlepublishedtime mediatorpublishedtime gentime pdate ptime vrpublishedtime releasedate ogregdate lastpublished".split(
    " ",
  ),
);
/** Of a page's data for search engines (JSON-LD, schema.org). */
const IN_JSON = /"datePublished"\s{0,9}:\s{0,9}"([^"\\]{4,40})"/g;
const MAX_JSON = 500_000;
/** A page that holds more days of publication than this is a list. */
const MAX_FOUND = 40;
const MAX_PLACES = 500;
const MAX_BEFORE = 40;
const MAX_ATTRIBUTE = 100;
const MAX_CLASSES = 200;
/** Names that a page gives to the place where its day of publication stands. */
const DATED_PLACE =
  /date|datum|fecha|publi|posted|byline|time(?!line)|meta|info|submitted|created|veroeffent|parution|autor|author/i;
const MAX_DATED_PLACE = 200;
/** Words beside a date that is another's: changed, reviewed, checked, effective, held. */
const CHANGED =
  /\b(?:updat|modif|revis|review|edit(?:ed)?\b|last |changed|chang[eé]|mis[e]? à jour|actuali[sz]|aktualis|aktualiz|geändert|stand:|uppdater|bijgewerkt|изменен|обновлен|copyright|©|expires?|deadline|since|until)/i;
const COPYRIGHT = /©|\bcopyright\b/i;

export interface MarkedDates {
  /** What is named as the day of publication, for programs. */
  data: string[];
  /** Of `time` elements. */
  times: string[];
  /** Short texts with a number in them, by how many characters they stand from the title; the nearest first. */
  texts: { text: string; isNamed: boolean; distance: number }[];
}

export function markedDates($: CheerioAPI): MarkedDates {
  const data: string[] = [];
  const times: string[] = [];
  const texts: { text: string; isNamed: boolean; at: number }[] = [];
  /** What is open of what surrounds the content. */
  const outside = new Set<AnyNode>();
  let before = "";
  let at = 0;
  let title: number | undefined;
  const enterText = (node: AnyNode & { data: string }) => {
    const text = node.data.trim();
    if (text === "") return;
    const isShort = text.length <= MAX_DATED_PLACE && outside.size === 0 && texts.length < MAX_PLACES;
    if (isShort && /\p{Nd}/u.test(text) && !isAnothers(before)) texts.push({ text, isNamed: isDatedPlace(node), at });
    before = text.slice(-MAX_BEFORE);
    at += text.length;
  };
  const enter = (node: AnyNode) => {
    if (node.type === "text") enterText(node);
    if (!isTag(node)) return undefined;
    if (node.name === "h1") title ??= at;
    if (node.name === "script") data.push(...inJson(node));
    if (node.name === "script" || node.name === "style" || isVisitors(node)) return "over";
    if (isOutside(node)) outside.add(node);
    const named = data.length < MAX_FOUND ? namedAsPublished(node) : undefined;
    if (named !== undefined) data.push(named);
    else if (
      node.name === "time" &&
      times.length < MAX_FOUND &&
      outside.size === 0 &&
      !isChanged(node) &&
      !isAnothers(before)
    )
      times.push(node.attribs.datetime ?? "");
    return undefined;
  };
  walk($.root()[0] as AnyNode, enter, (node) => outside.delete(node));
  const from = title ?? 0;
  const byDistance = texts
    .map(({ text, isNamed, at }) => ({ text, isNamed, distance: Math.abs(at - from) }))
    .sort((a, b) => a.distance - b.distance);
  return { data, times, texts: byDistance };
}

/** Whether the words before a date say that it is not that of publication. */
export function isAnothers(before: string): boolean {
  return CHANGED.test(before.slice(-MAX_BEFORE)) || COPYRIGHT.test(before);
}

/** What an element that is named as the day of publication says. */
function namedAsPublished(element: Element): string | undefined {
  const { name, property, itemprop, content, datetime, title, pubdate } = element.attribs;
  if (element.name === "abbr" && title && PUBLISHED.has(keyOf(element.attribs.class ?? ""))) return title;
  if (element.name === "time" && pubdate !== undefined) return datetime;
  const names = element.name === "meta" ? [name, property, itemprop] : [itemprop];
  if (!names.some((one) => one && PUBLISHED.has(keyOf(one)))) return undefined;
  return content ?? datetime ?? textOf(element, MAX_ATTRIBUTE);
}

function isChanged({ attribs }: Element): boolean {
  return /modif|updated/i.test(`${attribs.itemprop} ${attribs.class}`.slice(0, MAX_CLASSES));
}

function inJson(script: Element): string[] {
  const [text] = script.children;
  if (text?.type !== "text" || !/ld\+json/.test(script.attribs.type ?? "")) return [];
  return [...text.data.slice(0, MAX_JSON).matchAll(IN_JSON)].slice(0, 3).map(([, date = ""]) => date);
}

function keyOf(name: string): string {
  return name
    .slice(0, MAX_ATTRIBUTE)
    .toLowerCase()
    .replace(/[^a-z]/g, "");
}

/** What surrounds a page's content, but for a header: an article may have one. What is named as the day counts there too. */
function isOutside(element: Element): boolean {
  if (element.name === "head" || element.name === "header") return false;
  return isSilent(element);
}

/** Whether an element around a text, or around that, is named as the place of a date. */
function isDatedPlace(text: AnyNode): boolean {
  let at = text.parent;
  for (let steps = 0; at && steps < 3; steps++) {
    if (isTag(at) && DATED_PLACE.test(`${at.attribs.class ?? ""} ${at.attribs.id ?? ""}`.slice(0, MAX_CLASSES)))
      return true;
    at = at.parent;
  }
  return false;
}
