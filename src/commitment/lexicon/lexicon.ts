/**
 * The lexicon: what a time phrase is taken to mean, as a range of civil dates with its reasoning. Vague time words have
 * been measured as graded ranges rather than points (Kenneweg et al., CogALex 2024), so each entry gives the earliest
 * day worth expecting, the likeliest, and the last day on which the longest fair reading still holds. The numbers for
 * the vague phrases are choices, and every basis states its own. A language is a file of entries beside this one.
 */
import { Temporal } from "temporal-polyfill";
import { fold } from "../../language/fold.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { Horizon, NamedDay } from "../../watch/statement.ts";
import { ENGLISH, ENGLISH_DATES } from "./english.ts";
import { type Phrase, until } from "./phrase.ts";

const LEXICON: readonly Phrase[] = [...ENGLISH_DATES, ...ENGLISH];

/** The phrases the lexicon knows, as people say them. */
export function phrases(): string[] {
  return LEXICON.map((entry) => entry.phrase);
}

/**
 * Reads a time phrase said on a day.
 * @param days those that the phrase may call by name
 * @returns the horizon, or undefined when no entry knows the phrase (a watch then gives the dates by hand)
 */
export function readPhrase(phrase: string, on: CivilDate, days: readonly NamedDay[] = []): Horizon | undefined {
  const said = Temporal.PlainDate.from(on);
  const text = phrase.toLowerCase().replaceAll("’", "'");
  const lexicon = days.length > 0 ? [...ENGLISH_DATES, ...days.map(namedDay), ...ENGLISH] : LEXICON;
  for (const entry of lexicon) {
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

/** A deadline that is a day with a name: "before her term ends". */
function namedDay({ on: day, names }: NamedDay): Phrase {
  return until(
    `before ${names[0]}`,
    /\b(?:by|before|until|no later than|not later than|prior to|ahead of|ends?|end of)\b/,
    ({ input = "" }, on) => {
      const said = ` ${fold(input)} `;
      const isNamed = names.some((name) => said.includes(` ${fold(name)} `));
      return isNamed && day >= on.toString() ? Temporal.PlainDate.from(day) : undefined;
    },
    "a deadline, on a day that is known by name",
  );
}
