/**
 * The lexicon: what a time phrase is taken to mean, as a range of civil dates with its reasoning. Vague time words have
 * been measured as graded ranges rather than points, though only those of the past ("recently", "long ago": Kenneweg et al.,
 * CogALex 2024). By analogy each entry gives the earliest day worth expecting, the likeliest, and the last day on which the
 * longest fair reading still holds. The widths of "soon" or "coming weeks" are our choice, and every basis states its own. A
 * language is a catalogue of words beside this file; how words make a time is the same for all. A phrase is understood whole,
 * or not at all: what is denied, is over, or says only before when nothing will come ("not until the autumn", "after the
 * summer") has no horizon.
 */
import { Temporal } from "temporal-polyfill";
import type { CivilDate } from "../../time/civil-date.ts";
import type { Horizon, NamedDay } from "../../watch/statement.ts";
import { ARABIC } from "./arabic.ts";
import { CHINESE } from "./chinese.ts";
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { openingTime, wholeTime } from "./grammar.ts";
import { reckon } from "./reckon.ts";
import { RUSSIAN } from "./russian.ts";
import { SPANISH } from "./spanish.ts";
import type { Time } from "./time.ts";
import { dictionary, namesOf, tokens } from "./token.ts";

const CATALOGUES = [ENGLISH, FRENCH, SPANISH, GERMAN, RUSSIAN, ARABIC, CHINESE];
const DICTIONARIES = CATALOGUES.map(dictionary);
const [ENGLISH_DICTIONARY] = DICTIONARIES;

/** Longer is no phrase but a text; config takes as many. */
const MAX_PHRASE = 200;
const QUESTION = /[?？؟]/;

/** The phrases the lexicon knows, as people say them, by language (ISO 639-1); there are more ways to say them. */
export function phrases(): { language: string; phrases: readonly string[] }[] {
  return CATALOGUES.map(({ code, phrases: known }) => ({ language: code, phrases: known }));
}

/**
 * Reads a time phrase said on a day, in the language that knows most of its words.
 * @param days those that the phrase may call by name
 * @returns the horizon, or undefined when the phrase is not understood (a watch then gives the dates by hand)
 */
export function readPhrase(phrase: string, on: CivilDate, days: readonly NamedDay[] = []): Horizon | undefined {
  return readTime(phrase, on, days)?.horizon;
}

/** The same, with what kind of time it is: of two that the phrase names, the one whose dates hold. */
export function readTime(
  phrase: string,
  on: CivilDate,
  days: readonly NamedDay[] = [],
): { time: Time; horizon: Horizon } | undefined {
  if (phrase.length > MAX_PHRASE || QUESTION.test(phrase)) return undefined;
  const names = namesOf(days);
  const read = DICTIONARIES.map((words) => tokens(phrase, words, names));
  // Where no word is known (31/08/2022), English reads it: it does not say which of 4/5 is the month.
  const most = Math.max(...read.map(({ known }) => known), 1);
  for (const { tokens: found, known } of read) {
    const time = known === most || (most === 1 && found === read[0]?.tokens) ? wholeTime(found) : undefined;
    const dated = time && horizonOf(time, phrase, on);
    if (dated) return dated;
  }
  return undefined;
}

/**
 * Reads the time with which an English text begins: "by the end of the month in Geneva".
 * @returns its words and its horizon, or undefined where it begins with none, or what follows would make it another
 */
export function readOpening(
  text: string,
  on: CivilDate,
  days: readonly NamedDay[] = [],
): { phrase: string; horizon: Horizon } | undefined {
  if (!ENGLISH_DICTIONARY) return undefined;
  const opening = openingTime(tokens(text.slice(0, MAX_PHRASE), ENGLISH_DICTIONARY, namesOf(days)).tokens);
  const phrase = text.slice(0, opening?.end);
  const found = opening && horizonOf(opening.time, phrase, on);
  return found && { phrase, horizon: found.horizon };
}

function horizonOf(time: Time, phrase: string, on: CivilDate): { time: Time; horizon: Horizon } | undefined {
  const range = reckon(time, Temporal.PlainDate.from(on));
  if (!range) return undefined;
  const { earliest, likely, latest, basis } = range;
  return {
    time: range.time,
    horizon: {
      earliest: earliest.toString(),
      likely: likely.toString(),
      latest: latest.toString(),
      basis: `“${phrase}”: ${basis}`,
    },
  };
}
