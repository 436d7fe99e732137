/** A document expected at a known address, or reached from an entry: a page about it, or a file. */
import { type Element, isTag } from "domhandler";
import { wordCount } from "../../language/fold.ts";
import { languageCode, languageNamed, languageOf } from "../../language/tongue.ts";
import { dayOf } from "../../time/dated.ts";
import { MAX_COMPARED, MAX_LINES, MAX_TITLE } from "../bounds.ts";
import { absolute, linesOf, pageTitle, textOf } from "../html/html.ts";
import { hrefOf, isFileAddress, linkElements, linksIn, saidBy } from "../html/links.ts";
import { mannerShown, type SeenPage } from "../html/page-dates.ts";
import { contentRegion } from "../html/region.ts";
import { isSilent, isUserContent } from "../html/surroundings.ts";
import { around, firstIn, type Tree, walk } from "../html/tree.ts";
import { type Document, type FileContent, type FileLink, type Problem, problem } from "../reading.ts";
import { coverDate, ownDates } from "./cover-date.ts";
import { publishedDate } from "./published-date.ts";

/** Lines at a page's beginning, in which its title, its label and its date are looked for. */
const MAX_OPENING = 400;
const MAX_FILES = 24;
/** Of a page that may be a document, or lead to one, so many links are looked at. */
const MAX_LINKS = 2000;
const MAX_LABEL_WORDS = 5;
const MAX_LINK_TEXT = 300;
/** Characters of a file's opening in which its date is looked for. */
const MOST_OPENING = 3000;
/** How a link says that a file is behind it, where its address does not: real offices send file links on. */
const FILE_TYPE = /pdf|msword|officedocument|opendocument|epub/i;
const FILE_WORDS = /\b(?:pdf|docx?|odt|epub)\b/i;

export function readDocumentPage(tree: Tree, page: SeenPage): Document | Problem {
  const region = contentRegion(tree);
  const all = upTo(MAX_COMPARED, linesOf(region, MAX_LINES));
  const lines = all.slice(0, MAX_OPENING);
  if (lines.length === 0) return problem("empty", "holds no text where its content should be");
  const headings = headingsOf(tree);
  // What the page says of itself elsewhere (its metadata, its <title>) may be an echo of what it was asked for.
  const titles = headings.length > 0 ? headings.map(({ text }) => text) : [pageTitle(tree)].filter(Boolean);
  const h1 = headings.find(({ name }) => name === "h1")?.text;
  const links = linksIn(region, page.url, { most: MAX_LINKS });
  const files = filesIn(region, page.url);
  const dated = publishedDate(tree, page, lines, ownHeading(headings, pageTitle(tree)) ?? { text: titles[0] });
  return {
    kind: "document",
    form: "html",
    titles: [...new Set(titles)],
    ...(h1 ? { h1 } : {}),
    ...labelled(lines, titles[0]),
    ...dated,
    lines: all,
    words: wordCount(all.join(" ")),
    files,
    links: links.filter((link) => !files.some((file) => file.url === link.url)),
  };
}

/** @param most characters */
function upTo(most: number, lines: readonly string[]): string[] {
  let size = 0;
  return lines.filter(({ length }) => {
    size += length;
    return size <= most;
  });
}

/** The short line right above the title: the kind of page it is. */
function labelled(lines: readonly string[], title: string | undefined): { label?: string } {
  const label = title ? lines[lines.indexOf(title) - 1] : undefined;
  return label && wordCount(label) <= MAX_LABEL_WORDS ? { label } : {};
}

/** A link that says only that it is there to be downloaded. */
const DOWNLOAD = /^(?:download|télécharger|descargar|скачать|загрузить|下载|تحميل|تنزيل)(?:$|[\s(])/i;

function isDownload(attribute: string | undefined, text: string): boolean {
  return attribute !== undefined || DOWNLOAD.test(text);
}

const MAX_HEADINGS = 6;

/** What may be a page's title: its h1, and an h2 that stands where a title does. */
function headingsOf(tree: Tree): { element: Element; name: string; text: string }[] {
  const headings: Element[] = [];
  /** What is open of what a title may stand in. */
  let places = 0;
  walk(
    tree,
    (node) => {
      if (!isTag(node)) return undefined;
      if (isTitlePlace(node)) places++;
      const isTitled = places > 0 || (node.attribs.class ?? "").includes("title");
      if (node.name === "h1" || (node.name === "h2" && isTitled)) headings.push(node);
      return headings.length === MAX_HEADINGS ? "stop" : undefined;
    },
    (node) => {
      if (isTag(node) && isTitlePlace(node)) places--;
    },
  );
  return headings
    .filter((heading) => !isSilent(heading) && !isUserContent(heading))
    .map((heading) => ({ element: heading, name: heading.name, text: textOf(heading, MAX_TITLE) }))
    .filter(({ text }) => text !== "");
}

/** The heading of the page itself, which its <title> has as well, and not that of the site or of what else it has. */
function ownHeading<Heading extends { text: string }>(
  headings: readonly Heading[],
  title: string,
): Heading | undefined {
  const own = headings.filter(({ text }) => title.includes(text)).sort((a, b) => b.text.length - a.text.length);
  return own[0] ?? headings[0];
}

function isTitlePlace({ name, attribs }: Element): boolean {
  return name === "article" || (attribs.class ?? "").includes("hero");
}

/** The files a page offers, each with the language its link, or the heading above it, names. */
function filesIn(region: readonly Element[], url: string): FileLink[] {
  const files = new Map<string, FileLink>();
  for (const link of linkElements(region, MAX_LINKS)) {
    if (files.size >= MAX_FILES) break;
    const { type = "", download, hreflang } = link.attribs;
    const address = absolute(hrefOf(link), url);
    if (!address || files.has(address)) continue;
    const text = saidBy(link, MAX_LINK_TEXT);
    const isFile =
      isFileAddress(address) || FILE_TYPE.test(type) || FILE_WORDS.test(text) || isDownload(download, text);
    if (!isFile || isUserContent(link)) continue;
    const heading = firstHeading(around(link, isBox));
    const language =
      languageCode(hreflang) ??
      languageNamed(text) ??
      languageNamed(heading ? textOf(heading, MAX_TITLE) : "") ??
      languageCode(/[-_.](en|fr|es|ar|zh|ru|[EFSACR])\.\w+$/.exec(address)?.[1]);
    files.set(address, { url: address, text, ...(language ? { language } : {}) });
  }
  return [...files.values()];
}

function isBox({ name, attribs }: Element): boolean {
  return /^(?:section|li|tr|div)$/.test(name) || (attribs.class ?? "").includes("language");
}

function firstHeading(box: Element | undefined): Element | undefined {
  return box && firstIn(box, (element) => element !== box && /^(?:h[234]|th)$/.test(element.name));
}

/**
 * A file's content as a document: dated by its cover, then by how it begins, then by its metadata.
 * @param file its size in bytes, and its digest
 */
export function documentOfFile(
  content: FileContent,
  file: { bytes: number; sha256: string },
  page: SeenPage,
): Document {
  const { form, lines, cover, pages, created } = content;
  const language = languageOf(lines.join(" ")) ?? languageCode(content.language);
  const manner = { ...mannerShown(page, language, lines), seen: undefined };
  const dated = coverDate(cover, manner) ??
    ownDates(lines.join(" ").slice(0, MOST_OPENING), manner)[0] ?? { date: created };
  return {
    kind: "document",
    form,
    titles: titleRuns(cover),
    cover,
    ...dayOf(dated),
    ...(language ? { language } : {}),
    lines,
    words: content.words,
    files: [],
    links: [],
    pages,
    ...file,
  };
}

/** A cover breaks its title over lines: every run of neighbouring lines near the top may be it, the longest first. */
export function titleRuns(cover: readonly string[]): string[] {
  const top = cover.slice(0, 25);
  return top.flatMap((_, start) =>
    [8, 7, 6, 5, 4, 3, 2, 1]
      .filter((count) => start + count <= top.length)
      .map((count) => top.slice(start, start + count).join(" ")),
  );
}
