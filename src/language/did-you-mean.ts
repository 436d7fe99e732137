/** What somebody meant who misspelt one of some words. */
import { distance } from "fastest-levenshtein";

/** Two words that differ in more of the longer one's letters have nothing to do with each other. */
const MOST_APART = 0.5;

/** What other programs and formats call what is meant, where its letters are far from it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  imap: "mail",
  url: "link",
  metadataprefix: "prefix",
};

/** The likeliest of the words; undefined where none is near. */
function closest(written: string, words: readonly string[]): string | undefined {
  const called = ELSEWHERE[written.toLowerCase()];
  if (called !== undefined && words.includes(called)) return called;
  const [nearest] = words
    .map((word) => ({
      word,
      apart: distance(written.toLowerCase(), word.toLowerCase()) / Math.max(written.length, word.length, 1),
    }))
    .filter(({ apart }) => apart <= MOST_APART)
    .sort((a, b) => a.apart - b.apart);
  return nearest?.word;
}

/** For the end of a sentence: `; did you mean "feed"?`, or nothing. */
export function didYouMean(written: string, words: readonly string[]): string {
  const meant = closest(written, words);
  return meant === undefined ? "" : `; did you mean "${meant}"?`;
}
