/** The promise as a watch has it: its phrase, and the days that it means. */
import { readPhrase } from "../commitment/lexicon/lexicon.ts";
import type { Horizon } from "../watch/statement.ts";
import type { Promised, Said } from "./drafted.ts";
import { whenSaid } from "./said-when.ts";

const MAX_PHRASE = 200;

/** @param said days that are given go before what the words are read as */
export function promiseWords(
  said: Pick<Said, "words" | "on" | "by" | "latest" | "likely" | "earliest" | "reading">,
): Promised {
  const { words, on, latest } = said;
  const when = whenSaid(words, on);
  const quoted = words.replace(/\s+/g, " ").trim().slice(0, MAX_PHRASE);
  if (latest) {
    const first = when.kind === "read" && when.readings.length === 1 ? when.readings[0]?.phrase : undefined;
    return { phrase: first ?? quoted, horizon: givenDays(said, latest), mustBeWritten: true, when };
  }
  const readings = when.kind === "read" ? when.readings : [];
  const [only] = readings;
  const chosen = said.reading === undefined ? (only?.isSure ? only : undefined) : readings[said.reading];
  if (!chosen) return { phrase: quoted, mustBeWritten: true, when };
  const { phrase, horizon } = chosen;
  const alone = readPhrase(phrase, on);
  const isSame = alone !== undefined && alone.latest === horizon.latest && alone.earliest === horizon.earliest;
  return { phrase, horizon, mustBeWritten: !isSame, when };
}

/** Days that a person gives instead of words; the last of them tells the others where these are left out. */
export function givenDays({ on, likely, earliest }: Pick<Said, "on" | "likely" | "earliest">, latest: string): Horizon {
  const most = likely ?? latest;
  const least = earliest ?? (on < most ? on : most);
  return { earliest: least, likely: most, latest, basis: "days given by hand" };
}
