/** A document expected at a known address, or reached from an entry: a page about it, or a file. */
import { createHash } from "node:crypto";
import type { CheerioAPI } from "cheerio";
import type { Element } from "domhandler";
import { wordCount } from "../language/fold.ts";
import { languageCode, languageNamed, languageOf } from "../language/tongue.ts";
import { dateOnly, datesIn } from "../time/written-date.ts";
import { absolute, contentRegion, isSilent, isUserContent, linesOf, linksIn, pageTitle, textOf } from "./html.ts";
import type { FileContent } from "./reading.ts";
import { type Document, type FileLink, type Problem, problem } from "./reading.ts";

const MAX_LINES = 400;
const MAX_FILES = 24;
const MAX_LABEL_WORDS = 5;
const FILE = /\.(?:pdf|docx?|odt|epub)(?:$|\?)/i;
/** How a link says that a file is behind it, where its address does not: real offices send file links on. */
const FILE_TYPE = /pdf|msword|officedocument|opendocument|epub/i;
const FILE_WORDS = /\b(?:pdf|docx?|odt|epub)\b/i;

export function readDocumentPage($: CheerioAPI, url: string): Document | Problem {
  const region = contentRegion($);
  const lines = linesOf(region).slice(0, MAX_LINES);
  if (lines.length === 0) return problem("empty", "holds no text where its content should be");
  const headings = $("h1, [class*='hero'] h2, h2[class*='title'], article h2")
    .toArray()
    .slice(0, 6)
    .filter((heading) => !isSilent(heading) && !isUserContent(heading))
    .map((heading) => ({ name: heading.name, text: textOf(heading) }))
    .filter(({ text }) => text !== "");
  // What the page says of itself elsewhere (its metadata, its <title>) may be an echo of what it was asked for.
  const titles = headings.length > 0 ? headings.map(({ text }) => text) : [pageTitle($)].filter(Boolean);
  const h1 = headings.find(({ name }) => name === "h1")?.text;
  const links = linksIn($, region, url);
  const files = filesIn($, region, url);
  const machineDate =
    $("time[datetime]", region).first().attr("datetime") ??
    $('meta[property="article:published_time"]').attr("content") ??
    "";
  const date =
    lines.map(dateOnly).find(Boolean) ??
    datesIn(machineDate)[0]?.date ??
    datesIn(lines.slice(0, 8).join("\n"))[0]?.date;
  return {
    kind: "document",
    form: "html",
    titles: [...new Set(titles)],
    ...(h1 ? { h1 } : {}),
    ...labelled(lines, titles[0]),
    ...(date ? { date } : {}),
    lines,
    words: wordCount(lines.join(" ")),
    files,
    links: links.filter((link) => !files.some((file) => file.url === link.url)),
  };
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

/** The files a page offers, each with the language its link, or the heading above it, names. */
function filesIn($: CheerioAPI, region: readonly Element[], url: string): FileLink[] {
  const files = new Map<string, FileLink>();
  for (const link of $("a[href]", region as Element[]).toArray()) {
    const address = absolute($(link).attr("href"), url);
    const text = textOf(link).slice(0, 300);
    const isFile =
      FILE.test(address ?? "") ||
      FILE_TYPE.test($(link).attr("type") ?? "") ||
      FILE_WORDS.test(text) ||
      isDownload($(link).attr("download"), text);
    if (!address || !isFile || files.has(address) || files.size >= MAX_FILES || isUserContent(link)) continue;
    const heading = $(link).closest("[class*='language'], section, li, tr, div").find("h2, h3, h4, th").first();
    const language =
      languageCode($(link).attr("hreflang")) ??
      languageNamed(text) ??
      languageNamed(heading.length > 0 ? textOf(heading.get(0) as Element) : "") ??
      languageCode(/[-_.](en|fr|es|ar|zh|ru|[EFSACR])\.\w+$/.exec(address)?.[1]);
    files.set(address, { url: address, text, ...(language ? { language } : {}) });
  }
  return [...files.values()];
}

/** A file's content as a document. `bytes` are the file's. */
export function documentOfFile(content: FileContent, bytes: Buffer): Document {
  const { form, lines, cover, pages, created } = content;
  const date = datesIn(cover.join(" "))[0]?.date ?? datesIn(lines.join(" ").slice(0, 3000))[0]?.date ?? created;
  const language = languageOf(lines.join(" ")) ?? languageCode(content.language);
  return {
    kind: "document",
    form,
    titles: titleRuns(cover),
    cover,
    ...(date ? { date } : {}),
    ...(language ? { language } : {}),
    lines,
    words: content.words,
    files: [],
    links: [],
    pages,
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/** What is wrong with a PDF before it is opened. */
export function cutOffPdf(bytes: Buffer): Problem | undefined {
  return bytes.subarray(-2048).includes("%%EOF")
    ? undefined
    : problem("empty", "is a PDF that was cut off before its end");
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
