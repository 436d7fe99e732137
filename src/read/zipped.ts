/**
 * Documents that are zip files of XML: DOCX (ECMA-376 §17), ODT (OASIS OpenDocument 1.3 part 3 §5), EPUB (EPUB 3.3 §5). Their
 * paragraphs are their lines.
 */
import { unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import { wordCount } from "../language/fold.ts";
import type { FileContent, FileForm } from "./reading.ts";

/** Parts larger than this, unpacked, are not read; nor are more of them than this. */
const MAX_PART = 20 * 1024 * 1024;
const MAX_PARTS = 60;
const MAX_LINES = 3000;
const COVER_LINES = 40;
/** A paragraph is a line. */
const MAX_LINE = 5000;
const MAX_WORDS = 25_000;

/** Which parts hold text, and which elements are a line of it. */
const FORMS: Record<
  Exclude<FileForm, "pdf">,
  { part: RegExp; lines: ReadonlySet<string>; silent: ReadonlySet<string> }
> = {
  docx: {
    part: /^word\/document\.xml$/,
    lines: new Set(["w:p", "w:br", "w:tr"]),
    silent: new Set(["w:instrtext", "w:deltext", "w:movefrom", "w:del"]),
  },
  odt: {
    part: /^content\.xml$/,
    lines: new Set(["text:p", "text:h", "text:line-break"]),
    silent: new Set(["office:annotation", "text:tracked-changes"]),
  },
  epub: {
    part: /\.x?html?$/i,
    lines: new Set("p div li h1 h2 h3 h4 h5 h6 tr br section article blockquote dt dd title".split(" ")),
    silent: new Set(["script", "style", "head", "nav"]),
  },
};

/** @throws when it is not such a file */
export function extractZipped(bytes: Uint8Array): FileContent {
  const names: string[] = [];
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.push(name);
      return false;
    },
  });
  const form = formOf(names);
  if (!form) throw new Error("is not a document");
  const wanted = new Set(names.filter((name) => FORMS[form].part.test(name)).slice(0, MAX_PARTS));
  const parts = unzipSync(bytes, { filter: ({ name, originalSize }) => wanted.has(name) && originalSize <= MAX_PART });
  const lines: string[] = [];
  let words = 0;
  for (const name of wanted) {
    const part = parts[name];
    if (!part || words > MAX_WORDS) continue;
    const found = linesOf(new TextDecoder().decode(part), form);
    words += wordCount(found.join(" "));
    lines.push(...found.slice(0, Math.max(0, MAX_LINES - lines.length)));
  }
  return { form, cover: lines.slice(0, COVER_LINES), lines, words };
}

function formOf(names: readonly string[]): Exclude<FileForm, "pdf"> | undefined {
  if (names.includes("word/document.xml")) return "docx";
  if (names.includes("META-INF/container.xml")) return "epub";
  return names.includes("content.xml") ? "odt" : undefined;
}

function linesOf(xml: string, form: Exclude<FileForm, "pdf">): string[] {
  const { lines: breaks, silent } = FORMS[form];
  const lines: string[] = [];
  let line = "";
  let quiet = 0;
  /** A run of Word's that is marked as not shown (ECMA-376 §17.3.2.41). */
  let isHidden = false;
  const flush = () => {
    const text = line.slice(0, MAX_LINE).replace(/\s+/g, " ").trim();
    if (text !== "") lines.push(text);
    line = "";
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === "w:r") isHidden = false;
        if (name === "w:vanish") isHidden = !/^(?:0|false|off)$/.test(attributes["w:val"] ?? "");
        if (silent.has(name)) quiet += 1;
        if (breaks.has(name)) flush();
        if (name === "w:tab" || name === "text:tab" || name === "text:s") line += " ";
      },
      onclosetag: (name) => {
        if (name === "w:r") isHidden = false;
        if (silent.has(name)) quiet -= 1;
        if (breaks.has(name)) flush();
      },
      ontext: (text) => {
        if (quiet === 0 && !isHidden) line += text;
      },
    },
    { xmlMode: form !== "epub", decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(xml);
  flush();
  return lines;
}
