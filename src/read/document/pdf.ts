/** A PDF's text, by pdf.js. */
import { getDocumentProxy, getMeta } from "unpdf";
import { wordCount } from "../../language/fold.ts";
import { type CivilDate, civilDate } from "../../time/civil-date.ts";
import { MAX_LINES } from "../bounds.ts";
import type { FileContent } from "../reading.ts";
import { PrintedText } from "./pdf-text.ts";

/** Editions are compared by their text, so all of an ordinary report is read; of a longer one, its beginning. */
const MAX_PAGES = 80;
const ENOUGH_WORDS = 25_000;
const COVER_LINES = 400;
/** No line of print is longer: a text without an end is cut. */
const MAX_LINE = 500;
const MAX_ITEMS = 20_000;

/** Bytes in which the end is looked for: more than Acrobat's 1,024, as servers and mailers put lines behind it. */
const END = 2048;

/**
 * Whether all of a PDF came. Its last bytes say where the table of its objects stands (`startxref`, PDF 32000-1 §7.5.5), which is
 * written behind all of them: a missing %%EOF after it, or what is no object, takes nothing away. One that is made for the web
 * says at its beginning how long it is (§F.2), and has a table there as well, at the place 0.
 */
export function isWholePdf(bytes: Buffer): boolean {
  const start = bytes.subarray(0, END).toString("latin1");
  const length = /\/Linearized\b[^>]{0,300}\/L\s+(\d+)|\/L\s+(\d+)\b[^>]{0,300}\/Linearized\b/.exec(start);
  if (length && Number(length[1] ?? length[2]) > bytes.length) return false;
  if (bytes.subarray(-END).includes("%%EOF")) return true;
  const table = bytes.lastIndexOf("startxref");
  if (table < 0) return false;
  const [, place] = /^startxref\s+(\d+)/.exec(bytes.subarray(table, table + 40).toString("latin1")) ?? [];
  return Number(place) > 0 && !isObjectIn(bytes.subarray(table));
}

function isObjectIn(bytes: Buffer): boolean {
  return /\d\s+obj\b/.test(bytes.toString("latin1"));
}

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
    const pages = Math.min(pdf.numPages, MAX_PAGES);
    let broken = 0;
    for (let number = 1; number <= pages && words < ENOUGH_WORDS; number++) {
      const text = await pdf.getPage(number).then(textOf, () => undefined);
      if (text === undefined) broken += 1;
      const page = (text ?? "")
        .split("\n")
        .map((line) => line.slice(0, MAX_LINE).replace(/\s+/g, " ").trim())
        .filter(Boolean);
      if (cover.length === 0) cover = page;
      lines.push(...page);
      words += wordCount(page.join(" "));
    }
    // Without a word it would pass for a scan.
    if (broken > 0 && words === 0) throw new Error("has no page that can be read");
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
  const text = new PrintedText();
  let items = 0;
  const reader = page.streamTextContent().getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    for (const item of step.value.items as Parameters<PrintedText["add"]>[0][]) if (items++ < MAX_ITEMS) text.add(item);
    if (items < MAX_ITEMS) continue;
    await reader.cancel(new Error("enough"));
    break;
  }
  return text.toString();
}

/** PDF 32000-1 §7.9.4: D:YYYYMMDDHHmmSS. */
function pdfDate(value: unknown): CivilDate | undefined {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(String(value ?? "")) ?? [];
  return year && month && day ? civilDate(Number(year), Number(month), Number(day)) : undefined;
}
