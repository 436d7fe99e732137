/** What a change, and a file, is told as. */
import type { Change } from "../judge/compare/change.ts";
import type { EvidenceFile } from "../judge/evidence.ts";
import type { Notice } from "../judge/notice.ts";
import type { FileFacts } from "../read/reading.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { Catalogue } from "./catalogue.ts";
import { shorten } from "./shorten.ts";

const MAX_LINES_TOLD = 6;
export function changeSentence(words: Catalogue, change: Change, source: string): string {
  const { changes } = words;
  const { title: name, url, date, file } = change;
  if (file) {
    const named = words.file.name(endingOf(url), file.language);
    const { before, after } = file;
    switch (file.what) {
      case "offered":
        return changes.offered(name, named, after && factsOf(words, after), file.isAnnex ?? false);
      case "withdrawn":
        return changes.withdrawnFile(name, named);
      case "replaced":
        return changes.replaced(name, named, factsOf(words, before), factsOf(words, after), change.from);
    }
  }
  switch (change.kind) {
    case "appeared":
      return changes.appeared(source, name, date);
    case "edited":
      return change.before ? changes.edited(source, name, change.before, date) : changes.textEdited(name);
    case "moved":
      return changes.moved(source, change.from ?? "", url);
    case "disappeared":
      return changes.disappeared(source, name, date);
  }
}

function factsOf({ file }: Catalogue, facts: FileFacts | undefined): string {
  if (!facts) return file.unknown;
  const size = file.withDigest(file.size(facts.pages, facts.bytes), facts.sha256);
  return facts.isAdvance ? `${file.advance}, ${size}` : size;
}

export function lineSentences(words: Catalogue, change: Change): string[] {
  if (change.file?.isSameText) return [words.changes.textIsSame];
  const lines = changedLines(words, change);
  return change.file && lines.length > 0 ? [words.changes.textDiffers, ...lines] : lines;
}

/** Another edition: what it is, its files, and what its text says otherwise than the one before. */
export function editionSentences(words: Catalogue, notice: Extract<Notice, { kind: "edition" }>): string[] {
  if ("change" in notice) {
    const { change, source, more } = notice;
    return [
      changeSentence(words, change, source),
      ...lineSentences(words, change),
      ...(more ? [words.changes.moreChanges(more)] : []),
    ];
  }
  const { title, url, date, files = [] } = notice.evidence;
  const { than, added, removed, more } = notice;
  const found = [
    words.edition.found(title, url, date),
    ...files.map((file) => fileSentence(words, file, date)),
    ...(more ? [words.changes.moreChanges(more)] : []),
  ];
  if (!than) return found;
  const lines = changedLines(words, { added, removed });
  return [
    ...found,
    ...(lines.length > 0 ? [words.edition.textDiffers(than), ...lines] : [words.edition.textIsSame(than)]),
  ];
}

function changedLines(words: Catalogue, change: Pick<Change, "added" | "removed" | "moreLines">): string[] {
  const show = (sign: string, lines: string[] = []) =>
    lines.slice(0, MAX_LINES_TOLD).map((line) => `${sign} ${shorten(line, 300)}`);
  const unshown = (lines: string[] = []) => Math.max(0, lines.length - MAX_LINES_TOLD);
  const rest = unshown(change.added) + unshown(change.removed) + (change.moreLines ?? 0);
  const more = rest > 0 ? [words.changes.moreLines(rest)] : [];
  return [...show("+", change.added), ...show("−", change.removed), ...more];
}

/** A file with its size and digest; its date only where it is not the document's own. */
export function fileSentence(
  words: Catalogue,
  { url, language, facts }: EvidenceFile,
  documentDate?: CivilDate,
): string {
  const date = facts.date === documentDate ? undefined : facts.date;
  const size = words.file.size(facts.pages, facts.bytes);
  const line = words.file.line(words.file.name(endingOf(url), language), size, facts.sha256, date);
  return facts.isScan ? `${line} ${words.file.scan}` : line;
}

/** "PDF" */
function endingOf(url: string): string | undefined {
  return /\.(\w{2,5})$/.exec(new URL(url).pathname)?.[1]?.toUpperCase();
}
