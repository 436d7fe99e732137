/**
 * A PDF's text and what it says about itself. Slow, and greedy with memory on hostile files: it is run in a thread that can
 * be ended (check/pdf-thread.ts).
 */
import { getDocumentProxy, getMeta } from "unpdf";
import { type CivilDate, civilDate } from "../time/civil-date.ts";

export interface PdfContent {
  pages: number;
  /** What its metadata says. */
  title?: string;
  created?: CivilDate;
  language?: string;
  /** The first lines of text; none in a scan. */
  lines: string[];
}

/** A cover may be a picture: as many pages are read as it takes to find text, up to this many. */
const MAX_PAGES = 10;
const ENOUGH_LINES = 40;
const MAX_LINES = 400;
const MAX_ITEMS = 20_000;

/** @throws when it is not a PDF that can be opened */
export async function extractPdf(bytes: Uint8Array): Promise<PdfContent> {
  const pdf = await getDocumentProxy(bytes, { verbosity: 0, maxImageSize: 1 });
  try {
    const { info } = (await getMeta(pdf).catch(() => undefined)) ?? { info: {} as Record<string, unknown> };
    const lines: string[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES) && lines.length < ENOUGH_LINES; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const text = items
        .slice(0, MAX_ITEMS)
        .map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""))
        .join("");
      lines.push(
        ...text
          .split("\n")
          .map((line) => line.replace(/\s+/g, " ").trim())
          .filter(Boolean),
      );
    }
    const title = typeof info.Title === "string" ? info.Title.trim().slice(0, 500) : "";
    const created = pdfDate(info.CreationDate);
    const language = typeof info.Language === "string" ? info.Language.slice(0, 20) : "";
    return {
      pages: pdf.numPages,
      ...(title ? { title } : {}),
      ...(created ? { created } : {}),
      ...(language ? { language } : {}),
      lines: lines.slice(0, MAX_LINES),
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** PDF 32000-1 §7.9.4: D:YYYYMMDDHHmmSS. */
function pdfDate(value: unknown): CivilDate | undefined {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(String(value ?? "")) ?? [];
  return year && month && day ? civilDate(Number(year), Number(month), Number(day)) : undefined;
}
