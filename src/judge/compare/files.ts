/** The files of a document against those that stood there last: offered, withdrawn, or replaced by another edition. */
import { factsOfFile, isAnnex } from "../../read/facts.ts";
import type { Document, FileLink } from "../../read/reading.ts";
import type { Change, FileChange } from "./change.ts";
import { textChanges } from "./texts.ts";

/** A change of a file; its document's title is for the caller to add. */
type FileEdit = Omit<Change, "title">;

/** Where the document is a file itself: whether it is another now. */
export function ownFileChange(url: string, last: Document, reading: Document): FileEdit | undefined {
  return replaced(ownFile(url, last), ownFile(url, reading));
}

function ownFile(url: string, document: Document): FileLink {
  const { sha256, language, lines } = document;
  return { url, text: "", language, ...(sha256 ? { facts: factsOfFile(document), lines } : {}) };
}

/** Of a page: files that it newly offers or no longer does, and files that are not the same bytes any more. */
export function fileChanges(last: readonly FileLink[], now: readonly FileLink[]): FileEdit[] {
  const at = (files: readonly FileLink[], url: string) => files.find((file) => file.url === url);
  const gone = last.filter(({ url }) => !at(now, url));
  const fresh = now.filter(({ url }) => !at(last, url));
  // A file in the place of another, under a name of its own, is its next edition.
  const replacing = new Map(gone.map((file) => [file, fresh.filter((other) => takesPlaceOf(other, file))]));
  const pairs = [...replacing].flatMap(([before, [after, another]]) => (after && !another ? [{ before, after }] : []));
  const elsewhere = pairs.flatMap(({ before, after }) => {
    const isAlone = pairs.filter((pair) => pair.after === after).length === 1;
    const change = isAlone ? replaced(before, after) : undefined;
    return change ? [{ before, after, change: { ...change, from: before.url } }] : [];
  });
  return [
    ...now.flatMap((file) => replaced(at(last, file.url), file) ?? []),
    ...elsewhere.map(({ change }) => change),
    ...fresh
      .filter((file) => !elsewhere.some(({ after }) => after === file))
      .map(({ url, text, language, facts: after }) => {
        const annex = isAnnex(text) || after?.isAnnex ? { isAnnex: true } : {};
        return edited(url, { what: "offered", language, after, ...annex });
      }),
    ...gone
      .filter((file) => !elsewhere.some(({ before }) => before === file))
      .map(({ url, language, facts: before }) => edited(url, { what: "withdrawn", language, before })),
  ];
}

function takesPlaceOf(file: FileLink, other: FileLink): boolean {
  return file.language === other.language && isAnnex(file.text) === isAnnex(other.text);
}

/** The text of both is compared, as far as it was read. */
function replaced(before: FileLink | undefined, after: FileLink): FileEdit | undefined {
  if (!before?.facts || !after.facts || before.facts.sha256 === after.facts.sha256) return undefined;
  const text = textChanges(before.lines, after.lines);
  const isSameText = text && text.added.length + text.removed.length === 0 ? { isSameText: true } : {};
  const language = after.language ?? after.facts.language;
  const file = { what: "replaced", language, before: before.facts, after: after.facts, ...isSameText } as const;
  return { ...edited(after.url, file), ...(text && !isSameText.isSameText ? text : {}) };
}

function edited(url: string, file: FileChange): FileEdit {
  return { kind: "edited", url, file };
}
