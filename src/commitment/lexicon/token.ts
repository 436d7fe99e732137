/** A phrase cut into what its words mean, in the language that knows most of them. */
import { fold } from "../../language/fold.ts";
import { datesIn, type FoundDate } from "../../time/written-date.ts";
import type { NamedDay } from "../../watch/statement.ts";
import { type Catalogue, type Meaning, type Means, meaningsNamed } from "./meaning.ts";

/** A meaning, and where its words stand. */
export interface Token extends Meaning {
  start: number;
  end: number;
}

/** A word or a mark; Chinese goes by characters. `said` is folded. */
interface Word {
  said: string;
  start: number;
  end: number;
}

/** What a language's words mean, by their first word, the longest first: "no later than" before "no". */
export interface Dictionary {
  code: string;
  entries: ReadonlyMap<string, readonly Entry[]>;
}
interface Entry {
  words: readonly string[];
  meanings: readonly Meaning[];
}

/** Hours of the clock, numbers with what makes them a place in a row, words, marks. */
const WORD =
  /\d{1,2}[:.h]\d{2}(?![\d./])(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|\d+(?:(?:st|nd|rd|th|er|re|e|º|ª|°)(?![\p{L}\p{N}])|\.(?=\s?\p{L}))?|\p{Script=Han}|(?:(?!\p{Script=Han})\p{L})(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])*|[^\s]/gu;
/** As folded: "10 30am". */
const CLOCK = /^\d{1,2}(?:[ h]\d{2}|\s?[ap]\b|\s?[ap]m)/;
/** Marks behind which something is added: "next Thursday, 20 January", "Thursday (20 January)". */
const COMMA = /^[,;:()[\]،؛，；：（）、…]$/u;
const DASH = /^[-–—‑−]$/u;
/** Quotes, full stops, apostrophes, Arabic's stretched letters: nothing. */
const MUTE = /^[^\p{L}\p{N}/]$/u;
const DATE_MARKS = /^[\d\s年月日./-]+$/u;
/** 4/5/2022 is April or May, as the writer has it; English has both. */
const AMBIGUOUS = /^(\d{1,2})\/(\d{1,2})\/\d{4}$/;

export function dictionary({ code, words }: Catalogue): Dictionary {
  return { code, entries: byFirstWord(Object.entries(words).map(([names, ways]) => [meaningsNamed(names), ways])) };
}

function byFirstWord(lines: readonly (readonly [readonly Meaning[], string])[]): Dictionary["entries"] {
  const entries = new Map<string, Entry[]>();
  for (const [meanings, ways] of lines)
    for (const way of ways.split("|")) {
      const said = wordsOf(way)
        .map((word) => word.said)
        .filter((word) => !DASH.test(word) && (word === "/" || !MUTE.test(word)));
      const [first] = said;
      if (first === undefined) continue;
      entries.set(first, [...(entries.get(first) ?? []), { words: said, meanings }]);
    }
  for (const list of entries.values()) list.sort((a, b) => b.words.length - a.words.length);
  return entries;
}

/** The days that a watch knows by name, as words beside those of a language. */
export function namesOf(days: readonly NamedDay[]): Dictionary["entries"] {
  return byFirstWord(days.map(({ on, names }) => [[{ means: "named", value: on }], names.join("|")]));
}

/** @returns what the words mean, without those that change nothing, and how many characters of them are known */
export function tokens(
  text: string,
  { code, entries }: Dictionary,
  names: Dictionary["entries"],
): { tokens: Token[]; known: number } {
  const plain = westernDigits(text);
  const dates = datesIn(plain).filter(({ index, length }) => DATE_MARKS.test(plain.slice(index, index + length)));
  const words = wordsOf(plain, dates);
  const found: (Token & { said: string })[] = [];
  let known = 0;
  for (let at = 0; at < words.length; ) {
    const word = words[at] as Word;
    const date = dates.find(({ index }) => index === word.start);
    const named = longest(words, at, names);
    const listed = date ? undefined : longest(words, at, entries);
    const entry = named && named.count >= (listed?.count ?? 0) ? named : listed;
    const { meanings, count } = entry ?? { meanings: [date ? ofDate(date, plain, code) : unlisted(word)], count: 1 };
    const start = word.start;
    const end = words[at + count - 1]?.end ?? word.end;
    if (entry) known += end - start;
    for (const meaning of meanings) found.push({ ...meaning, start, end, said: plain.slice(start, end) });
    at += count;
  }
  return { tokens: withoutMutes(found), known };
}

function longest(words: readonly Word[], at: number, entries: Dictionary["entries"]) {
  for (const entry of entries.get(words[at]?.said ?? "") ?? []) {
    let next = at;
    const isSaid = entry.words.every((word) => {
      // "Mid-year" is "mid year", "year's" is "year s".
      while (next > at && isMute(words[next]?.said)) next++;
      return words[next++]?.said === word;
    });
    if (isSaid) return { meanings: entry.meanings, count: next - at };
  }
  return undefined;
}

function isMute(said: string | undefined): boolean {
  return said !== undefined && MUTE.test(said) && !COMMA.test(said);
}

function unlisted({ said }: Word): Meaning {
  if (CLOCK.test(said)) return { means: "clock" };
  const digits = /^(\d+)(.*)$/.exec(said);
  if (digits?.[1]) {
    const value = Number(digits[1]);
    if (digits[2] && value <= 31) return { means: "ordinal", value };
    return digits[1].length === 4 && value >= 1900 && value <= 2200
      ? { means: "year-number", value }
      : { means: "number", value };
  }
  if (said === "/") return { means: "or" };
  if (COMMA.test(said)) return { means: "comma" };
  return { means: MUTE.test(said) && !DASH.test(said) ? "harmless" : "unknown" };
}

function ofDate({ date, index, length }: FoundDate, text: string, code: string): Meaning {
  const [, first, second] = AMBIGUOUS.exec(text.slice(index, index + length)) ?? [];
  const isOpen = code === "en" && first !== second && Number(first) <= 12 && Number(second) <= 12;
  return isOpen ? { means: "refused" } : { means: "date", value: date };
}

/**
 * Leaves out what changes nothing. Between what may stand on both sides of it a dash is "to"; with spaces around, an aside; else
 * it joins two words. "A" counts before what is counted, and "this" points at a time or at something else.
 */
function withoutMutes(found: readonly (Token & { said: string })[]): Token[] {
  const told = found.filter(({ means }) => means !== "harmless");
  return told.flatMap(({ said, ...token }, index) => {
    const before = told[index - 1];
    const behind = told[index + 1];
    if (token.means === "unknown" && DASH.test(said)) {
      if (!before || !behind) return [];
      const isSpaced = before.end < token.start && token.end < behind.start;
      return isRange(before, behind) ? [{ ...token, means: "or" }] : isSpaced ? [{ ...token, means: "comma" }] : [];
    }
    // "At 10 am".
    if (token.means === "clock" || (token.means === "in" && behind?.means === "clock")) return [];
    const isEither = (behind?.means === "or" || behind?.means === "by") && told[index + 2]?.means === "number";
    if (token.means === "one" && !isEither && !ONE_OF.has(behind?.means ?? "unknown")) return [];
    if (token.means === "this" && !THIS.has(behind?.means ?? "unknown")) return [];
    // "It may be published": not the month.
    if (token.means === "month" && said === "may" && before?.means === "unknown")
      return [{ ...token, means: "refused" }];
    return [token];
  });
}

const ONE_OF: ReadonlySet<Means> = new Set(["stretch", "single", "unit", "amount"]);
const THIS: ReadonlySet<Means> = new Set([
  ...(["stretch", "season", "weekday", "weekend", "month", "next", "feast", "ordinal", "last", "after-next"] as const),
]);
const DATE_WORDS: ReadonlySet<Means> = new Set(["number", "ordinal", "month", "date", "year-number"]);

function isRange(before: Token, behind: Token): boolean {
  return before.means === behind.means || (DATE_WORDS.has(before.means) && DATE_WORDS.has(behind.means));
}

function wordsOf(text: string, dates: readonly FoundDate[] = []): Word[] {
  const words: Word[] = [];
  const add = (from: number, to: number) => {
    for (const { 0: said, index } of text.slice(from, to).matchAll(WORD))
      words.push({ said: fold(said) || said, start: from + index, end: from + index + said.length });
  };
  let at = 0;
  for (const { index, length } of dates) {
    if (index < at) continue;
    add(at, index);
    words.push({ said: text.slice(index, index + length), start: index, end: index + length });
    at = index + length;
  }
  add(at, text.length);
  return words;
}

function westernDigits(text: string): string {
  return text.normalize("NFC").replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
}
