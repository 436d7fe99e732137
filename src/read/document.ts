/** A document expected at a known address, or reached from an entry: a page about it, or its PDF. */
import type { CheerioAPI } from "cheerio";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { type CivilDate, civilDate, dateOnly, datesIn } from "../language/civil-date.ts";
import { contentRegion, isSilent, linesOf, linksIn, pageTitle, textOf } from "./html.ts";
import { type Document, type Problem, problem } from "./reading.ts";

const MAX_LINES = 400;
/** A cover says what a document is; the rest need not be read to know that. */
const PDF_COVER_PAGES = 3;
const PDF_TIME_MS = 20_000;
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
    files: links.filter((link) => FILE.test(link.url)),
    links: links.filter((link) => !FILE.test(link.url)),
  };
}

export async function readPdf(body: Buffer): Promise<Document | Problem> {
  if (!body.subarray(0, 1024).includes("%PDF-")) return problem("unreadable", "is not a PDF");
  if (!body.subarray(-2048).includes("%%EOF")) return problem("empty", "is a PDF that was cut off before its end");
  try {
    return await withinTime(readCover(body), PDF_TIME_MS);
  } catch {
    return problem("unreadable", "is a PDF that cannot be opened");
  }
}

async function readCover(body: Buffer): Promise<Document> {
  const pdf = await getDocumentProxy(new Uint8Array(body), { verbosity: 0 });
  try {
    const { info } = await getMeta(pdf).catch(() => ({ info: {} as Record<string, unknown> }));
    const { text } = await extractCover(pdf);
    const lines = text
      .split("\n")
      .map((line) => line.replace(/\s+/g, " ").trim())
      .filter(Boolean)
      .slice(0, MAX_LINES);
    const named = typeof info.Title === "string" ? info.Title.trim() : "";
    const date = datesIn(lines.join(" ").slice(0, 3000))[0]?.date ?? pdfDate(info.CreationDate);
    return {
      kind: "document",
      form: "pdf",
      titles: [...(named ? [named] : []), ...titleRuns(lines)],
      ...(date ? { date } : {}),
      lines,
      files: [],
      links: [],
      pages: pdf.numPages,
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function extractCover(pdf: Pdf): Promise<{ text: string }> {
  if (pdf.numPages <= PDF_COVER_PAGES)
    return extractText(pdf, { mergePages: false }).then(({ text }) => ({ text: text.join("\n") }));
  let text = "";
  for (let number = 1; number <= PDF_COVER_PAGES; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) if ("str" in item) text += item.str + (item.hasEOL ? "\n" : "");
    text += "\n";
  }
  return { text };
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

/** PDF 32000-1 §7.9.4: D:YYYYMMDDHHmmSS. */
function pdfDate(value: unknown): CivilDate | undefined {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(String(value ?? "")) ?? [];
  return year && month && day ? civilDate(Number(year), Number(month), Number(day)) : undefined;
}

async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("took too long")), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
