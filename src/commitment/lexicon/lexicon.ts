/**
 * The lexicon: what a time phrase is taken to mean, as a range of civil dates with its reasoning. Vague time words have
 * been measured as graded ranges rather than points (Kenneweg et al., CogALex 2024), so each entry gives the earliest
 * day worth expecting, the likeliest, and the last day on which the longest fair reading still holds. The numbers for
 * the vague phrases are choices, and every basis states its own. A language is a file of entries beside this one.
 */
import { Temporal } from "temporal-polyfill";
import type { CivilDate } from "../../time/civil-date.ts";
import type { Horizon } from "../../watch/statement.ts";
import { ENGLISH } from "./english.ts";
import type { Phrase } from "./phrase.ts";

const LEXICON: readonly Phrase[] = [...ENGLISH];

/** The phrases the lexicon knows, as people say them. */
export function phrases(): string[] {
  return LEXICON.map((entry) => entry.phrase);
}

/**
 * Reads a time phrase said on a day.
 * @returns the horizon, or undefined when no entry knows the phrase (a watch then gives the dates by hand)
 */
export function readPhrase(phrase: string, on: CivilDate): Horizon | undefined {
  const said = Temporal.PlainDate.from(on);
  const text = phrase.toLowerCase().replaceAll("’", "'");
  for (const entry of LEXICON) {
    const match = text.match(entry.pattern);
    const range = match && entry.read(match, said);
    if (!range) continue;
    const { earliest, likely, latest, basis } = range;
    return {
      earliest: earliest.toString(),
      likely: likely.toString(),
      latest: latest.toString(),
      basis: `“${phrase}”: ${basis}`,
    };
  }
  return undefined;
}
