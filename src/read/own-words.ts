/** How much a page says that no wall, error or notice of its server says. */
import { fold } from "../language/fold.ts";
import { CHINESE, SPACED } from "./no-page-words.ts";

const LISTED = SPACED.split(" ").filter((word) => word !== "");
const WORDS = new Set(LISTED.filter((word) => !word.endsWith("-")).flatMap((word) => fold(word).split(" ")));
const BEGINNINGS = new Set(LISTED.filter((word) => word.endsWith("-")).map(fold));
const LONGEST_BEGINNING = Math.max(...[...BEGINNINGS].map(({ length }) => length));

/** The longest first: of two that begin alike it is the one that is meant. */
const HAN_WORDS = new RegExp(
  CHINESE.split(" ")
    .sort((a, b) => b.length - a.length)
    .join("|"),
  "g",
);
const HAN = /\p{Script=Han}/gu;
const HAN_RUN = /\p{Script=Han}+/gu;
/** What Arabic writes before a word, as one with it: the article, "and", "in", "for". */
const ARABIC_BEFORE = /^[وفبلك]?(?:ال|لل)?/;

/** With a larger share of words of its own a page speaks of something, whatever sentence is found in it. */
export const FEW_OWN = 0.26;
/** Whatever stands above it: the site may say whose it is, and a vendor at length why it asks. */
export const SOME_OWN = 0.5;

/** Words that no wall, no error and no notice of a server is made of. */
export interface OwnWords {
  count: number;
  /** Of all words. */
  share: number;
}

/**
 * @param text folded
 * @param host the page's: its name is none of its words
 * @returns what a text says of its own; two Chinese characters are a word, numbers and codes are none
 */
export function ownWords(text: string, host: string): OwnWords {
  const names = new Set(fold(host).split(" "));
  let [count, all] = [0, 0];
  for (const word of text.replace(HAN_RUN, " ").split(" ")) {
    if (word.length < 3 || /\d/.test(word) || names.has(word)) continue;
    all++;
    if (!isListed(word)) count++;
  }
  const runs = text.match(HAN_RUN)?.join(" ") ?? "";
  all += hanWords(runs);
  count += hanWords(runs.replace(HAN_WORDS, " "));
  return { count, share: all === 0 ? 0 : count / all };
}

function hanWords(text: string): number {
  return (text.match(HAN)?.length ?? 0) / 2;
}

function isListed(word: string): boolean {
  if (WORDS.has(word)) return true;
  for (let length = Math.min(word.length, LONGEST_BEGINNING); length >= 3; length--)
    if (BEGINNINGS.has(word.slice(0, length))) return true;
  return /^\p{Script=Arabic}/u.test(word) && WORDS.has(word.replace(ARABIC_BEFORE, ""));
}
