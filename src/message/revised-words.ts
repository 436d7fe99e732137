/** What a change to a watch is told as. */
import type { Notice } from "../judge/notice.ts";
import { REVISIONS, type RevisionKind } from "../judge/revision.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Beside } from "./change-words.ts";
import { named } from "./named.ts";

type Revised = Extract<Notice, { kind: "revised" }>;

/** What heads the message, of all that was changed. */
export function headOf({ revisions: [first] }: Revised): RevisionKind {
  return first?.what ?? "words";
}

/** Several sources that were changed in the same way stand in one sentence. */
export function revisedWords(words: Catalogue, { revisions, by }: Revised): Beside {
  const sentences = REVISIONS.flatMap((what) => {
    const some = revisions.filter((revision) => revision.what === what);
    if (some.length === 0) return [];
    const names = some.flatMap(({ source }) => (source ? [source.name] : []));
    return [words.revised.says[what](named(words, names), some[0]?.until)];
  });
  return { sentences, small: [words.revised.changed(by !== undefined)] };
}
