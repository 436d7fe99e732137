/** When a thing was promised for: what of a person's words is a time, and which days that means. Several readings are put to them. */
import { readPhrase } from "../commitment/lexicon/lexicon.ts";
import { timingIn } from "../commitment/timing.ts";
import { sentences } from "../language/sentences.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { Horizon } from "../watch/statement.ts";

export interface WhenReading {
  /** The words that speak of time, as they were given. */
  phrase: string;
  horizon: Horizon;
  /** Whether all that was said is understood. Of the others a person must say that they are meant: “not until the autumn” is no promise for it. */
  isSure: boolean;
}

/** What words say of when. `not-yet`: only until when it will not come, or that there is no date. */
export type When =
  | { kind: "read"; readings: WhenReading[] }
  | { kind: "not-yet"; phrase: string }
  | { kind: "unknown" };

/** A phrase in a watch is no longer. */
const MAX_PHRASE = 200;
const MAX_SAID = 600;
const MAX_WORDS = 60;
/** Words of one phrase within a sentence. */
const MOST_IN_A_ROW = 9;
const MOST_READINGS = 4;
/** A phrase of so many words is quoted as it was said. */
const FEW_WORDS = 4;

/** @param words a phrase (“in the coming weeks”), or the sentence it stands in. @param on the day it was said */
export function whenSaid(words: string, on: CivilDate): When {
  const said = words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[“"«‘']+|[”"»’'.]+$/g, "");
  if (said === "" || said.length > MAX_SAID) return { kind: "unknown" };
  for (const sentence of sentences(said)) {
    const timing = timingIn(sentence, on);
    if (timing?.bearing === "promise")
      return { kind: "read", readings: [{ phrase: timing.phrase, horizon: timing.horizon, isSure: true }] };
    if (timing) return { kind: "not-yet", phrase: timing.phrase };
  }
  const whole = said.length <= MAX_PHRASE ? read(said, on) : undefined;
  if (whole) return { kind: "read", readings: [{ ...shortest(whole, on), isSure: true }] };
  const readings = partsThatAreRead(said, on);
  return readings.length > 0 ? { kind: "read", readings } : { kind: "unknown" };
}

type Read = Pick<WhenReading, "phrase" | "horizon">;

function read(phrase: string, on: CivilDate): Read | undefined {
  const horizon = readPhrase(phrase, on);
  return horizon && { phrase, horizon };
}

/** A whole sentence may be read: of it, the words that are needed for the same days. */
function shortest(whole: Read, on: CivilDate): Read {
  const isSame = ({ horizon: { earliest, likely, latest } }: Read) =>
    earliest === whole.horizon.earliest && likely === whole.horizon.likely && latest === whole.horizon.latest;
  let best = whole;
  for (const without of [/^\S+ /, / \S+$/])
    while (best.phrase.split(" ").length > FEW_WORDS) {
      const less = read(best.phrase.replace(without, ""), on);
      if (!less || !isSame(less)) break;
      best = less;
    }
  return best;
}

/** The longest runs of words that are a time by themselves, and stand in no longer one. */
function partsThatAreRead(said: string, on: CivilDate): WhenReading[] {
  const words = said.split(" ").slice(0, MAX_WORDS);
  const taken = words.map(() => false);
  const found: WhenReading[] = [];
  for (let length = Math.min(MOST_IN_A_ROW, words.length); length > 0; length--)
    for (let start = 0; start + length <= words.length && found.length < MOST_READINGS; start++) {
      if (taken.slice(start, start + length).some(Boolean)) continue;
      const phrase = words
        .slice(start, start + length)
        .join(" ")
        .replace(/[,;:.!?»”")]+$/, "");
      const part = read(phrase, on);
      if (!part) continue;
      taken.fill(true, start, start + length);
      found.push({ ...shortest(part, on), isSure: false });
    }
  return found;
}
