/** A document expected at a known address, or reached from an entry: a page about it, or its PDF. */
import { createHash } from "node:crypto";
import type { CheerioAPI } from "cheerio";
import type { Element } from "domhandler";
import { languageCode, languageNamed, languageOf } from "../language/tongue.ts";
import { dateOnly, datesIn } from "../time/written-date.ts";
import { absolute, contentRegion, isSilent, linesOf, linksIn, pageTitle, textOf } from "./html.ts";
import type { PdfContent } from "./pdf.ts";
import { type Document, type FileLink, type Problem, problem } from "./reading.ts";

const MAX_LINES = 400;
const MAX_FILES = 24;
const FILE = /\.(?:pdf|docx?|odt|epub)(?:$|\?)/i;

export function readDocumentPage($: CheerioAPI, url: string): Document | Problem {
  const region = contentRegion($);
  const lines = linesOf(region).slice(0, MAX_LINES);
  if (lines.length === 0) return problem("empty", "holds no text where its content should be");
  const headings = $("h1, [class*='hero'] h2, h2[class*='title'], article h2")
    .toArray()
    .slice(0, 6)
    .filter((heading) => !isSilent(heading))
    .map((heading) => textOf(heading));
  const titles = [
    ...headings,
    $('meta[property="og:title"]').attr("content") ?? "",
    $('meta[name^="dc.title" i], meta[name="citation_title"]').attr("content") ?? "",
    pageTitle($),
  ];
  const links = linksIn($, region, url);
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
    titles: [...new Set(titles.map((title) => title.trim()).filter(Boolean))],
    ...(date ? { date } : {}),
    lines,
    files: filesIn($, region, url),
    links: links.filter((link) => !FILE.test(link.url)),
  };
}

/** The files a page offers, each with the language its link, or the heading above it, names. */
function filesIn($: CheerioAPI, region: readonly Element[], url: string): FileLink[] {
  const files = new Map<string, FileLink>();
  for (const link of $("a[href]", region as Element[]).toArray()) {
    const address = absolute($(link).attr("href"), url);
    if (!address || !FILE.test(address) || files.has(address) || files.size >= MAX_FILES) continue;
    const text = textOf(link).slice(0, 300);
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

/** A PDF's content as a document. `bytes` are the file's. */
export function documentOfPdf(content: PdfContent, bytes: Buffer): Document {
  const { lines, pages, title, created } = content;
  const date = datesIn(lines.join(" ").slice(0, 3000))[0]?.date ?? created;
  const language = languageOf(lines.join(" ")) ?? languageCode(content.language);
  return {
    kind: "document",
    form: "pdf",
    titles: [...(title ? [title] : []), ...titleRuns(lines)],
    ...(date ? { date } : {}),
    ...(language ? { language } : {}),
    lines,
    files: [],
    links: [],
    pages,
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/** What is wrong with a PDF before it is opened. */
export function pdfProblem(bytes: Buffer): Problem | undefined {
  return bytes.subarray(-2048).includes("%%EOF")
    ? undefined
    : problem("empty", "is a PDF that was cut off before its end");
}

/** A cover breaks its title over lines: every run of up to five neighbouring lines near the top may be it. */
function titleRuns(lines: readonly string[]): string[] {
  const top = lines.slice(0, 25);
  return top.flatMap((_, start) =>
    [1, 2, 3, 4, 5]
      .filter((count) => start + count <= top.length)
      .map((count) => top.slice(start, start + count).join(" ")),
  );
}
