/** A PDF's text, by pdf.js. */
import { getDocumentProxy, getMeta } from "unpdf";
import { wordCount } from "../language/fold.ts";
import { type CivilDate, civilDate } from "../time/civil-date.ts";
import type { FileContent } from "./reading.ts";

/** Editions are compared by their text, so all of an ordinary report is read; of a longer one, its beginning. */
const MAX_PAGES = 80;
const ENOUGH_WORDS = 25_000;
const MAX_LINES = 3000;
const COVER_LINES = 400;
/** No line of print is longer: a text without an end is cut. */
const MAX_LINE = 500;
const MAX_ITEMS = 20_000;

/** @throws when it is not a PDF that can be opened */
export async function extractPdf(bytes: Uint8Array): Promise<FileContent> {
  // A copy, as pdf.js keeps what it is given to itself.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, maxImageSize: 1 });
  try {
    if (!(pdf.numPages > 0)) throw new Error("has no page");
    const { info } = (await getMeta(pdf).catch(() => undefined)) ?? { info: {} as Record<string, unknown> };
    const lines: string[] = [];
    let cover: string[] = [];
    let words = 0;
    for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES) && words < ENOUGH_WORDS; number++) {
      const page = (await textOf(await pdf.getPage(number)))
        .split("\n")
        .map((line) => line.slice(0, MAX_LINE).replace(/\s+/g, " ").trim())
        .filter(Boolean);
      if (cover.length === 0) cover = page;
      lines.push(...page);
      words += wordCount(page.join(" "));
    }
    const created = pdfDate(info.CreationDate);
    const language = typeof info.Language === "string" ? info.Language.slice(0, 20) : "";
    return {
      form: "pdf",
      pages: pdf.numPages,
      ...(created ? { created } : {}),
      ...(language ? { language } : {}),
      cover: cover.slice(0, COVER_LINES),
      lines: lines.slice(0, MAX_LINES),
      words,
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>;

/** A page's text as it comes, so that one without an end is not waited for. */
async function textOf(page: PdfPage): Promise<string> {
  let text = "";
  let items = 0;
  const reader = page.streamTextContent().getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    for (const item of step.value.items as { str?: string; hasEOL?: boolean }[]) {
      if (items++ < MAX_ITEMS) text += `${item.str ?? ""}${item.hasEOL ? "\n" : ""}`;
    }
    if (items < MAX_ITEMS) continue;
    await reader.cancel(new Error("enough"));
    break;
  }
  return text;
}

/** PDF 32000-1 §7.9.4: D:YYYYMMDDHHmmSS. */
function pdfDate(value: unknown): CivilDate | undefined {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(String(value ?? "")) ?? [];
  return year && month && day ? civilDate(Number(year), Number(month), Number(day)) : undefined;
}
