/**
 * What a promised thing is about, from its title: a group of words for the kind of thing, which is seldom published under the very
 * word it was promised by, and a group for its subject. An item with a word of each is followed.
 */
import { fold, words } from "../language/fold.ts";
import type { LanguageCode } from "../language/tongue.ts";
import { isSameWord } from "../language/word-form.ts";
import { KINDS_OF_THING, SAYS_LITTLE, type Words } from "./kinds-of-thing.ts";

export interface Subject {
  /** Groups as a watch has them: the subject first, then the kind of thing where the title names one. */
  groups: string[][];
  topic: string[];
  /** What of the title stands in no group, and why. */
  leftOut: { word: string; because: "publisher" | "says-little" }[];
}

const LANGUAGES: readonly LanguageCode[] = ["en", "fr", "es", "ru", "zh", "ar"];
/** Behind such a word the subject begins: the kind stands before it. */
const BEHIND = new Set("of on into about for to over de du des sur sobre del о об по في عن حول".split(" "));
const MAX_TERM_WORDS = 3;
const MOST_TERMS = 8;

interface Token {
  text: string;
  folded: string;
  isCapital: boolean;
  /** Nothing but a space stands between it and the word before. */
  isJoined: boolean;
  /** Its place in the title. */
  index: number;
}

/**
 * @param publisher its name and hosts: their words stand in everything it publishes
 * @param languages those that the site is in, besides the title's own
 */
export function subjectOf(title: string, publisher: string, languages: readonly string[] = []): Subject {
  const tokens = tokensOf(title);
  const kind = kindIn(tokens);
  const own = words(publisher.replaceAll(".", " "));
  const because = ({ folded }: Token): "publisher" | "says-little" | undefined => {
    if (own.some((word) => isSameWord(word, folded))) return "publisher";
    return SAYS_LITTLE.has(folded) || /^\p{N}+$/u.test(folded) ? "says-little" : undefined;
  };
  const all = namesIn(
    tokens.filter((token) => token !== kind?.token && !isBare(token)),
    isSentence(tokens),
  );
  // A name stays whole where any of it says something: “Inspector General”.
  const isTelling = (term: readonly Token[]) =>
    term.length === 1 ? term.every((token) => !because(token)) : term.some((token) => because(token) !== "publisher");
  const telling = all.filter(isTelling);
  const leftOut = all
    .filter((term) => !isTelling(term))
    .map((term) => ({ word: said(term), because: because(term[0] as Token) ?? ("says-little" as const) }));
  // A title of nothing else is about that.
  const terms = unique((telling.length > 0 ? telling : all).map(said)).slice(0, MOST_TERMS);
  const spoken = spokenOf(title, languages);
  const subject = unique(terms.flatMap((term) => [term, ...regionNames(term, spoken)]));
  const kinds = kind ? unique([kind.word, ...wordsOf(kind.kind, spoken)]) : [];
  return {
    groups: [subject, kinds].filter((group) => group.length > 0),
    topic: subject,
    leftOut: telling.length > 0 ? leftOut : [],
  };
}

/** A word that carries no meaning by itself, and of Chinese a single sign. */
function isBare({ text }: Token): boolean {
  return words(text).length === 0 || /^\p{Script=Han}$/u.test(text);
}

function tokensOf(title: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { segment, index, isWordLike } of new Intl.Segmenter("en", { granularity: "word" }).segment(title)) {
    if (!isWordLike) continue;
    const text = segment.replace(/[’']s?$/i, "");
    const isPossessive = text !== segment;
    const isJoined = tokens.length > 0 && title.slice(end, index) === " ";
    tokens.push({ text, folded: fold(text), isCapital: /^\p{Lu}/u.test(text), isJoined, index: tokens.length });
    // What belongs to somebody is not of their name: “Gray’s Report”.
    end = isPossessive ? -1 : index + segment.length;
  }
  return tokens.filter(({ folded }) => folded !== "");
}

/** The kind that a title names last before it says of what, or else first; and by which of its words. */
function kindIn(tokens: readonly Token[]): { token: Token; kind: Words; word: string } | undefined {
  const of = tokens.find(({ folded, index }) => index > 0 && BEHIND.has(folded))?.index;
  const named = tokens.flatMap((token) => {
    for (const kind of KINDS_OF_THING) {
      const word = wordsOf(kind, LANGUAGES).find(isWordOf(token));
      if (word) return [{ token, kind, word }];
    }
    return [];
  });
  return named.findLast(({ token }) => of === undefined || token.index < of) ?? named[0];
}

function isWordOf({ folded }: Token): (term: string) => boolean {
  return (term) => fold(term) === folded || (folded.length > 3 && isSameWord(fold(term), folded));
}

function listed(words: Words, code: LanguageCode): string[] {
  return words[code].split(", ");
}

function wordsOf(kind: Words, languages: readonly LanguageCode[]): string[] {
  return languages.flatMap((code) => listed(kind, code));
}

/** The languages that headlines may come in: of the six, the title's and the site's. */
function spokenOf(title: string, languages: readonly string[]): LanguageCode[] {
  const own = /\p{Script=Cyrillic}/u.test(title)
    ? "ru"
    : /\p{Script=Arabic}/u.test(title)
      ? "ar"
      : /\p{Script=Han}/u.test(title)
        ? "zh"
        : undefined;
  const said = languages.map((language) => language.toLowerCase().split("-")[0]);
  const found = LANGUAGES.filter((code) => code === own || said.includes(code));
  return found.length > 0 ? found : ["en"];
}

/** Whether a title is written as a sentence is, so that capitals are names. */
function isSentence(tokens: readonly Token[]): boolean {
  return tokens.slice(1).filter(({ isCapital, folded }) => !isCapital && words(folded).length > 0).length > 0;
}

/** Names of several words stay together; of a title in capitals nobody can say which words are a name. */
function namesIn(tokens: readonly Token[], areCapitalsNames: boolean): Token[][] {
  const terms: Token[][] = [];
  for (const token of tokens) {
    const last = terms.at(-1);
    const before = last?.at(-1);
    const isBeside = token.isJoined && before?.index === token.index - 1;
    const isName = areCapitalsNames && isBeside && token.isCapital && before?.isCapital === true;
    if (last && isName && last.length < MAX_TERM_WORDS) last.push(token);
    else terms.push([token]);
  }
  return terms;
}

function said(term: readonly Token[]): string {
  return term.map(({ text }) => text).join(" ");
}

/** A country's name in the other languages of the site. */
function regionNames(term: string, languages: readonly LanguageCode[]): string[] {
  const code = regions().get(fold(term));
  if (!code) return [];
  return languages.flatMap((language) => new Intl.DisplayNames([language], { type: "region" }).of(code) ?? []);
}

let byName: Map<string, string> | undefined;

/** Each country's name in the six languages → its code (ISO 3166): made at the first question. */
function regions(): Map<string, string> {
  byName ??= new Map(
    LANGUAGES.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
      return CODES.flatMap((code) => {
        const name = names.of(code);
        return name ? [[fold(name), code] as const] : [];
      });
    }),
  );
  return byName;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Every pair of letters; those that are no country have no name. */
const CODES = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));

function unique(texts: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const text of texts) if (!seen.has(fold(text))) seen.set(fold(text), text);
  return [...seen.values()];
}
