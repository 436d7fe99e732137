/**
 * Word forms: "assess", "assessing" and "assessment" count as one word. Snowball's stemmers cut a word to its stem; a word
 * does not say which language it is in, so it has a stem in each that is written in its letters.
 */
import { distance } from "fastest-levenshtein";
import { newStemmer } from "snowball-stemmers";

const LATIN = ["english", "french", "spanish"].map(newStemmer);
const CYRILLIC = [newStemmer("russian")];
const ARABIC = [newStemmer("arabic")];

/** A word of this length may have one letter wrong: the real file's name says "assesment". */
const FUZZY_LENGTH = 6;
/** A stem this short stands for too many words. */
const LEAST_STEM = 4;
const MAX_KNOWN = 5000;
/** A longer one has no form that anybody would know it by. */
const LONGEST_WORD = 60;

const known = new Map<string, readonly string[]>();

/** Whether two folded words are forms of one, or one of them with a slip of a letter (never its first). */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  // But in Arabic a stem begins as its word does; making stems is dear.
  if (one[0] !== other[0] && !isArabic(one)) return false;
  return isSlip(one, other) || sharesStem(stems(one), stems(other));
}

function isSlip(one: string, other: string): boolean {
  if (one.length < FUZZY_LENGTH || other.length < FUZZY_LENGTH || one[0] !== other[0]) return false;
  return Math.abs(one.length - other.length) <= 1 && distance(one, other) <= 1;
}

function sharesStem(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.some((stem, index) => stem.length >= LEAST_STEM && stem === other[index]);
}

function stems(word: string): readonly string[] {
  if (word.length > LONGEST_WORD) return [];
  const found = known.get(word);
  if (found) return found;
  const made = stemmersFor(word).map((stemmer) => stemmer.stem(word));
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(word, made);
  return made;
}

function stemmersFor(word: string): readonly { stem(word: string): string }[] {
  if (/^[a-z]+$/.test(word)) return LATIN;
  if (/^\p{Script=Cyrillic}+$/u.test(word)) return CYRILLIC;
  return isArabic(word) ? ARABIC : [];
}

/** Its words have before them, as one, what English writes as words: "the", "and". */
function isArabic(word: string): boolean {
  return /^\p{Script=Arabic}+$/u.test(word);
}
