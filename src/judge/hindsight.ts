/** Facts of a watch that look as if they were known only afterwards, and do not say since when. */
import type { Fault } from "../config/fault.ts";
import { words } from "../language/fold.ts";
import { isSameWord } from "../language/word-form.ts";
import { isHosted, type Watch } from "../watch/watch.ts";

/** @returns one sentence each, with what would be right, and its field */
export function hindsight(watch: Watch): Fault[] {
  return [...titles(watch), ...addresses(watch)];
}

/** A title with a word that was in nobody's mouth when it was promised. */
function titles({ title, publisher, statements, evidence, since }: Watch): Fault[] {
  const said = words(
    [
      title,
      publisher.name,
      ...statements.flatMap(({ by, phrase }) => [by, phrase]),
      ...evidence.subject.flat(),
      ...evidence.spellings.flat(),
    ].join(" "),
  );
  return evidence.titles.flatMap((one, index) => {
    if (since?.titles[one]) return [];
    const unsaid = words(one).filter((word) => !said.some((other) => isSameWord(word, other)));
    if (unsaid.length === 0) return [];
    return [
      {
        path: ["evidence", "titles", index],
        says: `“${one.slice(0, 60)}…” has words that stand in no statement, nor in the title or subject (${unsaid.slice(0, 3).join(", ")}); if it was learnt later, write it as { title: …, since: YYYY-MM-DD }`,
      },
    ];
  });
}

/** An address whose last part is the subject's own words is the document's, and nobody knows it before. */
function addresses(watch: Watch): Fault[] {
  const { evidence, sources, since } = watch;
  const subject = words(evidence.subject.flat().join(" "));
  return sources.flatMap((source, index) => {
    if (source.via || since?.sources[source.id]) return [];
    return [source.url, ...source.formerly].flatMap((url) => {
      if (since?.addresses[url] || !isHosted(watch, url)) return [];
      // An escape is a gap between words: nothing is decoded, so no malformed escape can throw.
      const last = (new URL(url).pathname.split("/").filter(Boolean).at(-1) ?? "").replace(/%[0-9a-f]{2}|[-_]/gi, " ");
      const carried = words(last).filter((word) => subject.some((other) => isSameWord(word, other)));
      if (new Set(carried).size < 2) return [];
      return [
        {
          path: ["sources", index, "url"],
          says: `${url} carries the subject in its last part (${[...new Set(carried)].join(", ")}); if it was learnt later, say since when: since: YYYY-MM-DD`,
        },
      ];
    });
  });
}
