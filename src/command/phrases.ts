/** `phrases`: which time phrases are understood, and what one is taken to mean. */
import { phrases, readPhrase } from "../commitment/lexicon/lexicon.ts";
import { inert } from "../deliver/channels/printed.ts";
import { UsageError } from "../language/plain-error.ts";
import { languageName } from "../language/tongue.ts";
import { en } from "../message/en.ts";
import { type CivilDate, civilDateAt } from "../time/civil-date.ts";
import { systemClock } from "../time/clock.ts";

interface PhrasesOptions {
  on?: CivilDate;
  json?: boolean;
  arguments: string[];
}

/** Reads one phrase aloud, or lists what is known, by language. Ends with 1 where the phrase is not understood. */
export async function showPhrases({ arguments: words, on, json }: PhrasesOptions): Promise<number> {
  if (words.length === 0) {
    if (on) throw new UsageError("--on wants a phrase before it: phrases “in the coming weeks” --on 2021-12-10");
    for (const known of phrases()) process.stdout.write(json ? `${JSON.stringify(known)}\n` : listed(known));
    return 0;
  }
  const phrase = words.join(" ").trim();
  if (phrase === "") throw new UsageError("The phrase is empty; write the few words that speak of time.");
  const said = on ?? civilDateAt(systemClock.now(), "UTC");
  const range = readPhrase(phrase, said);
  if (json) process.stdout.write(`${JSON.stringify({ phrase, on: said, horizon: range ?? null })}\n`);
  else if (range)
    process.stdout.write(
      inert(
        `Said on ${en.day(said)}: from ${en.day(range.earliest)} to ${en.day(range.latest)}, most likely ${en.day(range.likely)}\n  ${range.basis}\n`,
      ),
    );
  else
    process.stderr.write(
      `${inert(`“${phrase}”, said on ${en.day(said)}, is not understood`)}; give its dates by hand, under \`horizon\` in the watch, or the day that it names under \`days\`.\n`,
    );
  return range ? 0 : 1;
}

function listed({ language, phrases: known }: { language: string; phrases: readonly string[] }): string {
  return `${languageName(language)}\n${known.map((phrase) => `  ${phrase}\n`).join("")}`;
}
