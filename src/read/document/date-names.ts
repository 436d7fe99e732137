/** What pages call the day on which they were published, in their markup and in words, and what they call other days. */
import type { Element } from "domhandler";
import { textOf } from "../html/html.ts";

/**
 * What metadata calls the day of publication: Open Graph's article, Dublin Core, Highwire (Google Scholar), schema.org, and the names
 * that newspapers' systems use (as htmldate lists them), without the signs between their words.
 */
const PUBLISHED = new Set(
  "articlepublishedtime articlepublished articlepublisheddate articlepublicationdate articlepostdate articlecreated articledateoriginal ogarticlepublishedtime ogpublishedtime ogpublishdate ogpubdate ogdatepublished citationpublicationdate citationdate citationonlinedate dcdate dcdateissued dcdatecreated dcdatepublication dccreated dctermsdate dctermsissued dctermscreated datepublished datecreated date dateposted pubdate publishdate publicationdate publisheddate published publishedtime publishtime parselypubdate sailthrudate btpubdate displaydate originalpublicationdate docdate cxenseparserecspublishtime rbpubdate shareaholicarticlepublishedtime mediatorpublishedtime gentime pdate ptime vrpublishedtime releasedate ogregdate lastpublished".split(
    " ",
  ),
);
/** Names that a page gives to the place where its day of publication stands. */
const DATED_PLACE =
  /date|datum|fecha|publi|posted|byline|time(?!line)|meta|info|submitted|created|veroeffent|parution|autor|author/i;
/** What is said before the day itself, in the languages of most pages. */
const SAID_PUBLISHED =
  /(?<!\p{L})(?:publish|publi(?:é|ée|cado|cada|cação|kowan|ser|cer|kacj)|(?:date de |fecha de |data de )?publica(?:tion|ción|ção|t)|pubblica|posted|issued|released|veröffentlicht|erschienen|erstellt|verschenen|gepubliceerd|geplaatst|опубликован|размещен|дата(?!\p{L})|(?:date|datum|fecha|data|dato)\s*:)|نشر|发布|發佈|发表|公開|掲載/iu;
/** Words before a date that is another's: of a change, a review, an end. */
const CHANGED =
  /(?<!\p{L})(?:updat|modif|revis|review|edit(?:ed)?\b|last |changed|chang[eé]|mis[e]? à jour|actuali[sz]|a[gt]ualiz|aggiorn|aktualis|aktualiz|bearbeit|geändert|änderung|stand:|uppdater|bijgewerkt|gewijzigd|zmieni|güncel|измен|обновл|expires?|deadline|since|until)|更新|修改|修订|تحديث|تعديل/iu;
/** Words before a day that is promised: nothing was published on it when that was written. */
const PROMISED =
  /(?<!\p{L})(?:will|shall|to be|should|due|expected|scheduled|planned|sera|seront|être|será|serán|wird|werden|soll|sarà|zal|będzie|будет|будут|سوف|سي\p{L}+)(?!\p{L})|(?<!\p{L})(?:by|before|avant|antes|bis|до|قبل)(?:\s(?:the|le|del?|el|zum))?\s*$|将/iu;
const COPYRIGHT = /©|\bcopyright\b/i;
/** Characters of text before a date that may say what it is. */
export const MAX_LABEL = 40;
const MAX_ATTRIBUTE = 100;
const MAX_CLASSES = 200;

/** What an element that is named as the day of publication says: in microdata, RDFa (several names, with their prefix), a microformat. */
export function namedAsPublished(element: Element): string | undefined {
  const { name, property, itemprop, content, value, datetime, title, pubdate } = element.attribs;
  if (element.name === "abbr" && title && PUBLISHED.has(keyOf(element.attribs.class ?? ""))) return title;
  if (element.name === "time" && pubdate !== undefined) return datetime;
  const isMeta = element.name === "meta";
  const names = [isMeta ? name : undefined, ...tokens(property), ...tokens(itemprop)];
  if (!names.some((one) => one && PUBLISHED.has(keyOf(one.replace(/^schema:/, ""))))) return undefined;
  return content ?? datetime ?? (isMeta ? value : textOf(element, MAX_ATTRIBUTE));
}

function tokens(names: string | undefined): string[] {
  return names?.slice(0, MAX_ATTRIBUTE).split(/\s+/) ?? [];
}

function keyOf(name: string): string {
  return name
    .slice(0, MAX_ATTRIBUTE)
    .toLowerCase()
    .replace(/[^a-z]/g, "");
}

/** Whether an element is named as a place of dates. */
export function isDatedPlace({ attribs }: Element): boolean {
  return DATED_PLACE.test(`${attribs.class ?? ""} ${attribs.id ?? ""}`.slice(0, MAX_CLASSES));
}

/** Whether a `time` is named as the day of a change. */
export function isChanged({ attribs }: Element): boolean {
  return /modif|updated/i.test(`${attribs.itemprop} ${attribs.class}`.slice(0, MAX_CLASSES));
}

/** Whether the words before a date, or those that it begins with, say that it is the day of publication. */
export function isSaidPublished(words: string): boolean {
  return SAID_PUBLISHED.test(words);
}

/** Whether the words before a date say that it is not that of publication: of a change, of a promise. */
export function isAnothers(before: string): boolean {
  const label = before.slice(-MAX_LABEL);
  return CHANGED.test(label) || PROMISED.test(label) || COPYRIGHT.test(before);
}
