/** A document and its files against how they stood last. */
import { fold } from "../../language/fold.ts";
import { isLanguageLabel, type LanguageCode } from "../../language/tongue.ts";
import type { Document, FileFacts, Good } from "../../read/reading.ts";
import { elapsed, type InstantText } from "../../time/instant.ts";
import type { Change, Comparison, Disappearance, FileChange } from "./change.ts";
import { lineChanges } from "./lines.ts";
import { type Memory, remember } from "./memory.ts";

export function compareDocuments(
  memory: Memory,
  last: DocumentReading,
  reading: DocumentReading,
  url: string,
  at: InstantText,
  disappearance: Disappearance,
  goodAt: InstantText | undefined,
): Comparison {
  const none = { isBaseline: false, changes: [], memory };
  if (reading.kind === "absent") {
    if (last.kind === "absent") return none;
    const entry = { title: last.titles[0] ?? url, url };
    const miss = memory.missing[url] ?? { readings: 0, since: at, entry };
    miss.readings += 1;
    memory.missing[url] = miss;
    if (miss.readings < disappearance.readings || elapsed(miss.since, at) < disappearance.span) return none;
    delete memory.missing[url];
    remember(memory, reading);
    return { ...none, changes: [{ kind: "disappeared", ...entry }] };
  }
  delete memory.missing[url];
  const title = reading.titles[0] ?? url;
  const dated = reading.date ? { date: reading.date } : {};
  if (last.kind === "absent") {
    remember(memory, reading);
    memory.absentAt = goodAt;
    return { ...none, changes: [{ kind: "appeared", title, url, ...dated }] };
  }
  const { added, removed } = lineChanges(memory, last.lines, reading.lines);
  const isRetitled = fold(last.titles[0] ?? "") !== fold(reading.titles[0] ?? "");
  const isRedated = last.date !== reading.date;
  const before = isRetitled ? last.titles[0] : isRedated ? (last.date ?? "no date") : undefined;
  remember(memory, reading);
  const files = fileChanges(last, reading, title, url);
  // A file comes with its label; what is told of the file tells that.
  const labels = new Set([...last.files, ...reading.files].map((file) => file.text));
  const isLabel = (line: string) => files.length > 0 && (labels.has(line) || isLanguageLabel(line));
  const own = { added: added.filter((line) => !isLabel(line)), removed: removed.filter((line) => !isLabel(line)) };
  const isEdited = isRetitled || isRedated || own.added.length + own.removed.length > 0;
  return {
    ...none,
    changes: [...(isEdited ? [{ kind: "edited" as const, title, url, ...dated, before, ...own }] : []), ...files],
  };
}

/** Files that a page newly offers or no longer does, and files that are not the same bytes any more. */
function fileChanges(last: Document, reading: Document, title: string, url: string): Change[] {
  const change = (at: string, file: FileChange): Change => ({ kind: "edited", title, url: at, file });
  const own = replaced(factsOfPdf(last), factsOfPdf(reading), reading.language);
  const files = reading.files.flatMap((file): Change[] => {
    const before = last.files.find((other) => other.url === file.url);
    const { language, facts: after } = file;
    if (!before) return [change(file.url, { what: "offered", language, after })];
    const other = replaced(before.facts, after, language);
    return other ? [change(file.url, other)] : [];
  });
  const withdrawn = last.files
    .filter((file) => !reading.files.some((other) => other.url === file.url))
    .map(({ url: at, language, facts: before }) => change(at, { what: "withdrawn", language, before }));
  return [...(own ? [change(url, own)] : []), ...files, ...withdrawn];
}

function replaced(
  before: FileFacts | undefined,
  after: FileFacts | undefined,
  language?: LanguageCode,
): FileChange | undefined {
  if (!before || !after || before.sha256 === after.sha256) return undefined;
  return { what: "replaced", language: language ?? after.language, before, after };
}

function factsOfPdf({ sha256, bytes = 0, pages }: Document): FileFacts | undefined {
  return sha256 ? { sha256, bytes, pages } : undefined;
}

type DocumentReading = Extract<Good, { kind: "document" | "absent" }>;

export function isAboutDocument(reading: Good): reading is DocumentReading {
  return reading.kind === "document" || reading.kind === "absent";
}
