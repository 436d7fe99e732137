/**
 * Documents that are zip files of XML: DOCX (ECMA-376 §17), ODT (OASIS OpenDocument 1.3 part 3 §5), EPUB (EPUB 3.3 §5). Their
 * paragraphs are their lines.
 */
import { unzipSync } from "fflate";
import { wordCount } from "../../language/fold.ts";
import { MAX_LINES, TooCostly } from "../bounds.ts";
import { BoundedParser } from "../html/bounded-parser.ts";
import type { FileContent, FileForm } from "../reading.ts";

/** A part larger than this, unpacked, is not read; nor are more of them than this. */
const MAX_PART = 20 * 1024 * 1024;
const MAX_PARTS = 60;
const COVER_LINES = 40;
/** A paragraph is a line. */
const MAX_LINE = 5000;
const MAX_WORDS = 25_000;
/** Bytes of a part that are decoded at a time. */
const PIECE = 64 * 1024;

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

/**
 * @throws when it is not such a file
 * @throws {TooCostly} when a part of its text is larger than is read
 */
export function extractZipped(bytes: Uint8Array): FileContent {
  const sizes = new Map<string, number>();
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      sizes.set(name, originalSize);
      return false;
    },
  });
  const names = [...sizes.keys()];
  const main = mainPart(bytes, sizes);
  const form = main ? "docx" : formOf(names);
  if (!form) throw new Error("is not a document");
  const lines: string[] = [];
  let words = 0;
  for (const name of names.filter((name) => (main ? name === main : FORMS[form].part.test(name))).slice(0, MAX_PARTS)) {
    if (words > MAX_WORDS) break;
    if ((sizes.get(name) ?? 0) > MAX_PART) throw new TooCostly(`has a text of more than ${MAX_PART / 1024 / 1024} MB`);
    const part = unzipPart(bytes, name);
    if (!part) continue;
    const found = linesOf(part, form);
    words += wordCount(found.join(" "));
    lines.push(...found.slice(0, Math.max(0, MAX_LINES - lines.length)));
  }
  return { form, cover: lines.slice(0, COVER_LINES), lines, words };
}

/** One part at a time, as all of them together may be many times the largest; the first of a name that stands there twice. */
function unzipPart(bytes: Uint8Array, wanted: string): Uint8Array | undefined {
  let isFound = false;
  const parts = unzipSync(bytes, {
    filter: ({ name }) => {
      const isIt = name === wanted && !isFound;
      isFound ||= isIt;
      return isIt;
    },
  });
  return parts[wanted];
}

const RELATIONSHIPS = "_rels/.rels";
const MAX_RELATIONSHIPS = 100_000;

/** The part that a package of Office says is its document (ECMA-376 part 1 §11.3.10), whatever it is called. */
function mainPart(bytes: Uint8Array, sizes: ReadonlyMap<string, number>): string | undefined {
  if ((sizes.get(RELATIONSHIPS) ?? Number.POSITIVE_INFINITY) > MAX_RELATIONSHIPS) return undefined;
  let main: string | undefined;
  const parser = new BoundedParser(
    {
      onopentag: (_, { Type = "", Target = "" }) => {
        const name = Target.replace(/^\//, "");
        if (/\/officeDocument$/.test(Type) && name.startsWith("word/") && sizes.has(name)) main ??= name;
      },
    },
    { xmlMode: true },
  );
  parser.end(new TextDecoder().decode(unzipPart(bytes, RELATIONSHIPS)));
  return main;
}

function formOf(names: readonly string[]): Exclude<FileForm, "pdf"> | undefined {
  if (names.includes("word/document.xml")) return "docx";
  if (names.includes("META-INF/container.xml")) return "epub";
  return names.includes("content.xml") ? "odt" : undefined;
}

function linesOf(part: Uint8Array, form: Exclude<FileForm, "pdf">): string[] {
  const { lines: breaks, silent } = FORMS[form];
  const lines: string[] = [];
  let line = "";
  let quiet = 0;
  /** A run of Word's that is marked as not shown (ECMA-376 §17.3.2.41). */
  let isHidden = false;
  const say = (text: string) => {
    if (line.length < MAX_LINE) line += text;
  };
  const flush = () => {
    const text = line.slice(0, MAX_LINE).replace(/\s+/g, " ").trim();
    if (text !== "") lines.push(text);
    line = "";
  };
  const parser = new BoundedParser(
    {
      onopentag: (name, attributes) => {
        if (name === "w:r") isHidden = false;
        if (name === "w:vanish") isHidden = !/^(?:0|false|off)$/.test(attributes["w:val"] ?? "");
        if (silent.has(name)) quiet += 1;
        if (breaks.has(name)) flush();
        if (name === "w:tab" || name === "text:tab" || name === "text:s") say(" ");
      },
      onclosetag: (name) => {
        if (name === "w:r") isHidden = false;
        if (silent.has(name)) quiet -= 1;
        if (breaks.has(name)) flush();
      },
      ontext: (text) => {
        if (quiet === 0 && !isHidden) say(text);
      },
    },
    { xmlMode: form !== "epub", decodeEntities: true, lowerCaseTags: true },
  );
  const decoder = new TextDecoder();
  for (let from = 0; from < part.length && lines.length <= MAX_LINES; from += PIECE)
    parser.write(decoder.decode(part.subarray(from, from + PIECE), { stream: true }));
  parser.end(decoder.decode());
  flush();
  return lines;
}
