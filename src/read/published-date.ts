/**
 * When a page says that it was published. In its metadata, beside its title, in its address: what stands in more than one of
 * these is taken first. A date later than the true one is the worst mistake to make, and when a page was changed, reviewed or
 * asked for is not when it was published.
 */

import type { CheerioAPI } from "cheerio";
import { type AnyNode, type Element, isTag } from "domhandler";
import { civilDate, civilDateAt, daysBetween } from "../time/civil-date.ts";
import { type Dated, dayOf, earliestOf } from "../time/dated.ts";
import { DAY_MS, later } from "../time/instant.ts";
import { machineDate } from "../time/machine-date.ts";
import { type DateManner, datedOnly, writtenDates } from "../time/written-date.ts";
import { textOf } from "./html.ts";
import { languageSaid, mannerBefore, mannerShown, type SeenPage } from "./page-dates.ts";
import { isSilent, isVisitors } from "./surroundings.ts";
import { walk } from "./tree.ts";

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
const IN_ADDRESS =
  /[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_-]?(0[1-9]|[12]\d|3[01]|[1-9](?=[/_.-]))(?!\d)/;
/** Lines before and after the title among which its date stands. */
const BEFORE_TITLE = 3;
const AFTER_TITLE = 8;
/** A longer line says more than its date and what it is the date of. */
const MAX_LABELLED = 70;

/** How far each place is trusted: of several days the one is taken that has most of it, and of equals the earliest. */
const TRUST = { data: 3, address: 3, text: 2, time: 1.5, prose: 1, elsewhere: 1, line: 0.5 };
type Place = keyof typeof TRUST;

interface Said {
  place: Place;
  dated: Dated;
}

/**
 * @param lines of the page's content
 * @param title as it stands among them
 */
export function publishedDate(
  $: CheerioAPI,
  page: SeenPage,
  lines: readonly string[],
  title: string | undefined,
): Dated {
  const last = civilDateAt(later(page.at, DAY_MS), page.zone);
  const isPast = ({ dated }: Said) => (earliestOf(dated) ?? last) <= last;
  const language = languageSaid($);
  const hear = (manner: DateManner) =>
    [...saidInMarkup($, page, manner), ...saidInAddress(page.url), ...saidInLines(lines, title, manner)].filter(isPast);
  const said = hear(mannerBefore(page, language));
  // All lines are gone through for the order in which they write dates only where it matters.
  const isOpen = said.length === 0 || said.some(({ dated }) => dated.either);
  return dayOf(mostTrusted(isOpen ? hear(mannerShown(page, language, lines)) : said) ?? {});
}

/** Of each place what it says first. What leaves the day open speaks for each day that may be meant, and little for itself. */
function mostTrusted(said: readonly Said[]): Dated | undefined {
  const firsts = [...new Map(said.toReversed().map(({ place, dated }) => [place, dated]))];
  const trustIn = (day: readonly [Place, Dated]) =>
    firsts.reduce((sum, said) => sum + (speaksFor(said, day) ? TRUST[said[0]] / (day[1].date ? 1 : 4) : 0), 0);
  const day = (dated: Dated) => earliestOf(dated) ?? "";
  return firsts
    .map((said) => ({ dated: said[1], trust: trustIn(said) }))
    .sort((a, b) => b.trust - a.trust || (day(a.dated) < day(b.dated) ? -1 : 1))[0]?.dated;
}

/**
 * Whether what is said in one place speaks for a day: it is the day, or may be. A program that writes times in UTC may be a day
 * off what the page says to people.
 */
function speaksFor([place, said]: readonly [Place, Dated], [ofPlace, dated]: readonly [Place, Dated]): boolean {
  if (said === dated) return true;
  if (!dated.date) return false;
  if (said.either) return said.either[0] <= dated.date && dated.date <= said.either[1];
  const days = said.date ? Math.abs(daysBetween(said.date, dated.date)) : Number.POSITIVE_INFINITY;
  return days === 0 || (days === 1 && place === "data" && ofPlace === "text");
}

function saidInAddress(url: string): Said[] {
  const [, year, month, day] = IN_ADDRESS.exec(new URL(url).pathname) ?? [];
  const date = year && month && day ? civilDate(Number(year), Number(month), Number(day)) : undefined;
  return date ? [{ place: "address", dated: { date } }] : [];
}

function saidInLines(lines: readonly string[], title: string | undefined, manner: DateManner): Said[] {
  const at = title ? Math.max(0, lines.indexOf(title)) : 0;
  const around = [...lines.slice(at + 1, at + 1 + AFTER_TITLE), ...lines.slice(Math.max(0, at - BEFORE_TITLE), at)];
  const said = around.flatMap((line): Said[] => {
    const dated = datedLine(line, manner);
    return dated ? [{ place: line.length > MAX_LABELLED ? "prose" : "text", dated }] : [];
  });
  const alone = firstAlone(lines, manner);
  return alone ? [...said, { place: "line", dated: alone }] : said;
}

function firstAlone(lines: readonly string[], manner: DateManner): Dated | undefined {
  for (const line of lines) {
    const dated = datedOnly(line, manner);
    if (dated) return dated;
  }
  return undefined;
}

/** A short line with a date that is not another's. */
function datedLine(line: string, manner: DateManner): Dated | undefined {
  if (line.length > MAX_DATED_PLACE) return undefined;
  const alone = datedOnly(line, manner);
  if (alone) return alone;
  const found = writtenDates(line, { ...manner, seen: undefined });
  return found.find(({ index }) => !isAnothers(line.slice(0, index)));
}

/** Whether the words before a date say that it is not that of publication. */
function isAnothers(before: string): boolean {
  return CHANGED.test(before.slice(-40)) || COPYRIGHT.test(before);
}

/** Characters of text between a title and what is said of it. */
const NEAR_TITLE = 600;

function saidInMarkup($: CheerioAPI, { zone }: SeenPage, manner: DateManner): Said[] {
  const said: Said[] = [];
  const places: { dated: Dated; at: number }[] = [];
  /** What is open of what surrounds the content. */
  const outside = new Set<AnyNode>();
  let before = "";
  let at = 0;
  let title: number | undefined;
  const add = (place: Place, written: string | undefined) => {
    // A program has its own order, which is not that of the people who write the page.
    const dated = machineDate(written, zone);
    if (dated && said.length < MAX_FOUND) said.push({ place, dated });
  };
  const enter = (node: AnyNode) => {
    if (node.type === "text") {
      const text = node.data.trim();
      if (text === "") return undefined;
      const isShort = text.length <= MAX_DATED_PLACE && /\p{Nd}/u.test(text);
      const isSaid = isShort && outside.size === 0 && places.length < MAX_PLACES && !isAnothers(before);
      const dated = isSaid
        ? (datedOnly(text, manner) ?? (isDatedPlace(node) ? datedLine(text, manner) : undefined))
        : undefined;
      if (dated) places.push({ dated, at });
      before = text.slice(-60);
      at += text.length;
      return undefined;
    }
    if (!isTag(node)) return undefined;
    if (node.name === "h1") title ??= at;
    if (node.name === "script") for (const date of inJson(node)) add("data", date);
    if (node.name === "script" || node.name === "style" || isVisitors(node)) return "over";
    if (isOutside(node)) outside.add(node);
    const named = namedAsPublished(node);
    if (named !== undefined) add("data", named);
    else if (node.name === "time" && outside.size === 0 && !isChanged(node) && !isAnothers(before))
      add("time", node.attribs.datetime);
    return undefined;
  };
  walk($.root()[0] as AnyNode, enter, (node) => outside.delete(node));
  const from = title ?? 0;
  const byDistance = places.toSorted((a, b) => Math.abs(a.at - from) - Math.abs(b.at - from));
  return [
    ...said,
    ...byDistance.map(
      ({ dated, at }): Said => ({ place: Math.abs(at - from) < NEAR_TITLE ? "text" : "elsewhere", dated }),
    ),
  ];
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
