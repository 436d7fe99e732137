/** A document and its files against how they stood last. */
import { fold } from "../../language/fold.ts";
import { isLanguageLabel } from "../../language/tongue.ts";
import type { Good } from "../../read/reading.ts";
import { elapsed, type InstantText } from "../../time/instant.ts";
import type { Comparison, Disappearance } from "./change.ts";
import { fileChanges, ownFileChange } from "./files.ts";
import { lineChanges } from "./lines.ts";
import { type Memory, remember } from "./memory.ts";

export function* compareDocuments(
  memory: Memory,
  last: DocumentReading,
  reading: DocumentReading,
  url: string,
  at: InstantText,
  disappearance: Disappearance,
  goodAt: InstantText | undefined,
): Generator<void, Comparison> {
  const none = { isBaseline: false, changes: [], memory };
  if (reading.kind === "absent") {
    if (last.kind === "absent") return none;
    const entry = { title: last.titles[0] ?? url, url };
    const { readings = 0, since = at } = memory.missing[url] ?? {};
    const miss = { readings: readings + 1, since, entry };
    memory.missing[url] = miss;
    if (miss.readings < disappearance.readings || elapsed(miss.since, at) < disappearance.span) return none;
    delete memory.missing[url];
    yield* remember(memory, reading);
    return { ...none, changes: [{ kind: "disappeared", ...entry }] };
  }
  delete memory.missing[url];
  const title = reading.titles[0] ?? url;
  const dated = reading.date ? { date: reading.date } : {};
  if (last.kind === "absent") {
    yield* remember(memory, reading);
    memory.absentAt = goodAt;
    return { ...none, changes: [{ kind: "appeared", title, url, ...dated }] };
  }
  const isRetitled = fold(last.titles[0] ?? "") !== fold(reading.titles[0] ?? "");
  const isRedated = last.date !== reading.date;
  const before = isRetitled ? last.titles[0] : isRedated ? (last.date ?? "no date") : undefined;
  if (last.sha256 && reading.sha256) {
    const own = ownFileChange(url, last, reading);
    // A file's lines break anew in every edition: what its text says is compared instead, and told with the file.
    yield* remember(memory, reading);
    return { ...none, changes: own ? [{ ...own, title, ...dated, before }] : [] };
  }
  const { added, removed } = yield* lineChanges(memory, last.lines, reading.lines);
  yield* remember(memory, reading);
  const files = fileChanges(last.files, reading.files).map((change) => ({ ...change, title }));
  // A file comes with its label; what is told of the file tells that.
  const labels = new Set([...last.files, ...reading.files].map((file) => file.text));
  const isLabel = (line: string) => files.length > 0 && (labels.has(line) || isLanguageLabel(line));
  const lines = { added: added.filter((line) => !isLabel(line)), removed: removed.filter((line) => !isLabel(line)) };
  const isEdited = isRetitled || isRedated || lines.added.length + lines.removed.length > 0;
  return {
    ...none,
    changes: [...(isEdited ? [{ kind: "edited" as const, title, url, ...dated, before, ...lines }] : []), ...files],
  };
}

type DocumentReading = Extract<Good, { kind: "document" | "absent" }>;

export function isAboutDocument(reading: Good): reading is DocumentReading {
  return reading.kind === "document" || reading.kind === "absent";
}
