/**
 * When a page says that it was published. In its metadata, beside its title, in its address: what stands in more than one of
 * these is taken first. A date later than the true one is the worst mistake to make, and when a page was changed, reviewed or
 * asked for is not when it was published.
 */

import type { CheerioAPI } from "cheerio";
import { type AnyNode, type Element, isTag } from "domhandler";
import { civilDate, civilDateAt, daysBetween } from "../time/civil-date.ts";
import { type Dated, dayOf, earliestOf } from "../time/dated.ts";
import { machineDate } from "../time/machine-date.ts";
import { type DateManner, datedOnly, writtenDates } from "../time/written-date.ts";
import { textOf } from "./html.ts";
import { mannerShown, type SeenPage } from "./page-dates.ts";
import { isSilent, isUserContent } from "./surroundings.ts";
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
/** How much later than the day on which the page was had a date may be: the publisher's zone is not the reader's. */
const AHEAD_DAYS = 1;

/** How far each place is trusted: of several days the one is taken that has most of it, and of equals the earliest. */
const TRUST = { data: 3, address: 3, place: 2, title: 2, time: 1.5, before: 1, line: 1 };
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
  const manner = mannerShown($, page, lines);
  const today = civilDateAt(page.at, page.zone);
  const isPast = ({ dated }: Said) => daysBetween(today, earliestOf(dated) ?? today) <= AHEAD_DAYS;
  const said = [...saidInMarkup($, page, manner), ...saidInAddress(page.url), ...saidInLines(lines, title, manner)];
  return dayOf(mostTrusted(said.filter(isPast)) ?? {});
}

/** Of each place what it says first. */
function mostTrusted(said: readonly Said[]): Dated | undefined {
  const firsts = new Map<Place, Dated>();
  for (const { place, dated } of said) if (!firsts.has(place)) firsts.set(place, dated);
  const trust = new Map<string, { dated: Dated; trust: number }>();
  for (const [place, dated] of firsts) {
    const key = dated.date ?? dated.either?.join() ?? "";
    // What leaves the day open says less than what names it.
    const share = TRUST[place] / (dated.date ? 1 : 4);
    trust.set(key, { dated, trust: (trust.get(key)?.trust ?? 0) + share });
  }
  const day = (dated: Dated) => earliestOf(dated) ?? "";
  return [...trust.values()].sort((a, b) => b.trust - a.trust || (day(a.dated) < day(b.dated) ? -1 : 1))[0]?.dated;
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
    return dated ? [{ place: "title", dated }] : [];
  });
  const alone = lines.flatMap((line) => datedOnly(line, manner) ?? []).slice(0, 1);
  return [...said, ...alone.map((dated): Said => ({ place: "line", dated }))];
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

function saidInMarkup($: CheerioAPI, { zone }: SeenPage, manner: DateManner): Said[] {
  const said: Said[] = [];
  let before = "";
  let isAfterTitle = false;
  const add = (place: Place, dated: Dated | undefined) => {
    if (dated && said.length < MAX_FOUND) said.push({ place, dated });
  };
  walk($.root()[0] as AnyNode, (node) => {
    if (node.type === "text") {
      const text = node.data.trim();
      if (text === "") return undefined;
      if (text.length <= MAX_DATED_PLACE && /\p{Nd}/u.test(text) && isDatedPlace(node) && !isAnothers(before)) {
        add(isAfterTitle ? "place" : "before", datedLine(text, manner));
      }
      before = text.slice(-60);
      return undefined;
    }
    if (!("attribs" in node)) return undefined;
    if (node.name === "h1") isAfterTitle = true;
    if (node.name === "script") {
      if (/ld\+json/.test(node.attribs.type ?? ""))
        for (const date of inJson(node)) add("data", machineDate(date, zone, manner));
      return "over";
    }
    if (node.name === "meta") {
      const { name, property, itemprop, content } = node.attribs;
      const called = [name, property, itemprop].some((one) => one && PUBLISHED.has(keyOf(one)));
      if (called) add("data", machineDate(content?.slice(0, MAX_ATTRIBUTE), zone, manner));
      return undefined;
    }
    if (isOutside(node)) return "over";
    const { itemprop, datetime, title, pubdate } = node.attribs;
    if (itemprop && PUBLISHED.has(keyOf(itemprop)))
      add(
        "data",
        machineDate(
          (datetime ?? node.attribs.content ?? textOf(node, MAX_ATTRIBUTE)).slice(0, MAX_ATTRIBUTE),
          zone,
          manner,
        ),
      );
    else if (
      node.name === "time" &&
      datetime &&
      !/modif|updated/i.test(`${itemprop} ${node.attribs.class}`.slice(0, MAX_CLASSES)) &&
      !isAnothers(before)
    )
      add(pubdate !== undefined ? "data" : "time", machineDate(datetime.slice(0, MAX_ATTRIBUTE), zone, manner));
    else if (node.name === "abbr" && title && /published/.test(node.attribs.class ?? ""))
      add("data", machineDate(title.slice(0, MAX_ATTRIBUTE), zone, manner));
    return undefined;
  });
  return said;
}

function inJson(script: Element): string[] {
  const [text] = script.children;
  if (text?.type !== "text") return [];
  return [...text.data.slice(0, MAX_JSON).matchAll(IN_JSON)].slice(0, 3).map(([, date = ""]) => date);
}

function keyOf(name: string): string {
  return name
    .slice(0, MAX_ATTRIBUTE)
    .toLowerCase()
    .replace(/[^a-z]/g, "");
}

/** What surrounds a page's content, but for a header: an article may have one. */
function isOutside(element: Element): boolean {
  if (element.name === "head" || element.name === "header") return false;
  return isSilent(element) || isUserContent(element);
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
