/** What an item of a list is called. */
import { type Element, isTag } from "domhandler";
import { LRUCache } from "lru-cache";
import { languageNamed } from "../../language/tongue.ts";
import { dateOnly } from "../../time/written-date.ts";
import { MAX_TITLE } from "../bounds.ts";
import { textOf } from "../html/html.ts";
import { saidBy } from "../html/links.ts";
import { FAR, firstIn } from "../html/tree.ts";

/** Words of a link that say nothing of what it leads to; its heading or its row does. */
const MORE =
  /^(?:read|learn|find out|see|view|show|download|open|click|continue|full|lire|en savoir|voir|leer|ver|télécharger|descargar|подробнее|читать|скачать|阅读|查看|下载|更多|اقرأ|المزيد|تحميل)(?: (?:more|it|now|pdf|here|reading|text|la suite|plus|más|далее|report|document|details|the report|full report|article|story|opinion|order))*[ .…»→>]*$/iu;
/** What something is, and not which. */
const KIND =
  /^[[(]?(?:pdf|docx?|word|html?|txt|text|rtf|odt|epub|wpd|mp3|audio|video|link|details|here|report|document|statement|opinion|order|decision|judge?ment|summary|notice|agenda|minutes|transcript|attachment|annex|rapport|informe|documento)s?[\])]?[\s\d.,kmgbKMGB()]*$/i;
/** A word, or several short ones: "In re A.B.". */
const WORD = /\p{L}{3}|\p{L}{2}\s+\p{L}{1,2}\b|\p{Script=Han}{2}/u;
/** A number under which something is kept: "22-1234", "A/HRC/50/1 (part)". */
const MOST_OF_A_ROW = 300;

/** A link's words: its heading where the link wraps a whole card, else all of it; nothing where they say nothing of what it leads to. */
export function wordsOf(link: Element): string {
  const heading = headingIn(link);
  const text = heading ? textOf(heading, MAX_TITLE) : saidBy(link, MAX_TITLE);
  const isEmpty = !WORD.test(text) || dateOnly(text) !== undefined || MORE.test(text) || KIND.test(text);
  return isEmpty || languageNamed(text) !== undefined ? "" : text;
}

/** A row's heading, or all that it says. @param besides what is left out of it: its date, links that say nothing */
export function wordsOfRow(row: Element, besides: readonly string[]): string {
  const heading = headingIn(row);
  const headed = heading ? textOf(heading, MAX_TITLE) : "";
  if (WORD.test(headed)) return headed;
  const text = textOf(row, MOST_OF_A_ROW * 2);
  const rest = besides
    .filter((part) => part !== "")
    .reduce((left, part) => left.replace(part, " "), text)
    .replace(/[[(]?\b(?:pdf|docx?|html?)\b[\])]?/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
  return WORD.test(rest) ? rest.slice(0, MOST_OF_A_ROW) : "";
}

function headingIn(node: Element): Element | undefined {
  return firstIn(node, ({ name }) => /^h[1-6]$/.test(name), FAR);
}

/** An item's place and make: its tag and classes and its parent's, without numbers and states that vary from row to row. */
export function shapeOf(item: Element): string {
  const parent = item.parent && isTag(item.parent) ? `${makeOf(item.parent)}>` : "";
  return `${parent}${makeOf(item)}`;
}

/** No class attribute is longer; what is written further says nothing. */
const MAX_CLASSES = 1000;

/** By tags and classes as they are written: those of rows are the same from row to row, and from look to look. */
const makes = new LRUCache<string, string>({ max: 2000 });

/** An element's tag and classes, without those that vary from row to row. Asked for each row, and for what holds it. */
export function makeOf({ name, attribs }: Element): string {
  if (!attribs.class) return name;
  const written = `${name} ${attribs.class.slice(0, MAX_CLASSES)}`;
  const known = makes.get(written);
  if (known !== undefined) return known;
  const classes = written.slice(name.length).split(/\s+/).filter(isLasting);
  const make = [name, ...classes.sort()].join(".");
  makes.set(written, make);
  return make;
}

function isLasting(part: string): boolean {
  const varies = /\d|^(?:first|last|odd|even|active|new|alt\w*)$|(?:-|_)(?:odd|even|first|last|alt)$/i.test(part);
  return part !== "" && !varies;
}
