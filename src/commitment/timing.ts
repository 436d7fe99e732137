/**
 * What a sentence says of when something is to be published. What is read here is put to people as somebody's word, so it is
 * strict: a demand, a condition, a guess, a promise of the past, and the timing of another paper are none. English, as the
 * lexicon is.
 */
import { type CivilDate, daysAfter } from "../time/civil-date.ts";
import type { Horizon, NamedDay, Statement } from "../watch/statement.ts";
import {
  ACTOR,
  ANOTHER_EVENT,
  ASKED,
  BARE,
  BETWEEN,
  CLAUSE_END,
  COUNTED,
  FLOOR,
  NAME,
  NEGATED,
  NEGATED_SPAN,
  NO_DATE,
  NO_TIME,
  NOT_A_WORD_ON_TIMING,
  NOT_EARLIER,
  OF_THEN,
  OF_WHAT,
  OTHER_PAPER,
  PUT_OFF,
  SINCE_ANOTHER,
  TIME,
  TIMES,
  TO_COME,
  WAYS,
} from "./lexicon/english-timing.ts";
import { readOpening } from "./lexicon/lexicon.ts";

/**
 * `of`: what is to be published, as the sentence names it: "its final report on the fire". Whether that is the thing that is
 * awaited is for the reader to say. `notBefore`: the first day on which a floor lets it come.
 */
export type Timing = { phrase: string; of: string } & (
  | { bearing: "promise"; horizon: Horizon }
  | { bearing: "floor"; notBefore: CivilDate }
  | { bearing: "no-date" }
);

/** Longer than what anybody says in one breath: a list, a table, a page without full stops. */
const MAX_SENTENCE = 600;
/** A sentence that gives no date is quoted whole up to this length. */
const MAX_QUOTED = 140;
/** Between what is to come and when, at most this many characters. */
const MAX_APART = 120;
/** "in Geneva" may stand before "on 4 May"; more words speak of something else. */
const MOST_BESIDE = 3;
/** From where a time is named to where its clause ends. */
const MAX_PHRASE = 80;

/**
 * @param on the day on which it was said
 * @param days those that the sentence may call by name
 * @returns undefined where nothing is said of when, or it is not sure
 */
export function timingIn(sentence: string, on: CivilDate, days: readonly NamedDay[] = []): Timing | undefined {
  const said = sentence.replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
  if (said.length > MAX_SENTENCE || said.endsWith("?")) return undefined;
  const text = said.replace(ASKED, "");
  if (NOT_A_WORD_ON_TIMING.test(text) || OF_THEN.test(text)) return undefined;
  for (const clause of text.split("; ")) {
    const found = publication(clause, on, days) ?? withoutDate(clause);
    if (found) return found;
  }
  return undefined;
}

/**
 * The first day on which a floor of a watch lets it come: as its dates by hand say, or its phrase.
 * @returns undefined of any other statement, and where the phrase names no day that is understood
 */
export function floorOf(
  { bearing, phrase, on, horizon }: Statement,
  days: readonly NamedDay[] = [],
): CivilDate | undefined {
  if (bearing !== "floor") return undefined;
  if (horizon) return horizon.earliest;
  const said = timingIn(`It will not be published ${phrase.replace(/^not (?=\S)/i, "")}`, on, days);
  return said?.bearing === "floor" ? said.notBefore : undefined;
}

function withoutDate(text: string): Timing | undefined {
  const found = NO_DATE.exec(text);
  if (!found || OTHER_PAPER.test(text)) return undefined;
  const behind = text.slice(found.index + found[0].length).replace(OF_WHAT, "");
  const phrase = text.length <= MAX_QUOTED ? text : found[0];
  // "No date has been set" names nothing: it speaks of what the sentence, or its heading, is about.
  return { bearing: "no-date", phrase, of: behind };
}

/** The first time that is named for a publication to come. */
function publication(text: string, on: CivilDate, days: readonly NamedDay[]): Timing | undefined {
  const times = [...text.matchAll(TIME)].map(({ index }) => index);
  for (const verb of text.matchAll(TO_COME)) {
    const way = WAYS[verb.slice(1).findIndex((found) => found !== undefined)];
    if (!way) continue;
    const end = verb.index + verb[0].length;
    const bare = way.isBare ? BARE.exec(text.slice(end)) : null;
    const barely = bare ? [end + bare[0].length] : [];
    // A time stands behind what is to come, within it, or at the head of the sentence.
    const behind = times.filter((at) => at >= verb.index && at <= end + MAX_APART);
    for (const at of [...behind, ...times.filter((time) => time === 0), ...barely]) {
      const found = timeAt(text, at, on, days);
      if (!found || isOfAnother(text, found) || (barely.includes(at) && found.start !== at)) continue;
      const between = text.slice(end, Math.max(end, at));
      if (way.stands !== "behind" && !barely.includes(at) && !BETWEEN.test(between.trimEnd())) continue;
      const of = {
        before: text.slice(found.end <= verb.index ? found.end : 0, verb.index),
        within: verb[0],
        behind: between,
      }[way.stands];
      if (way.stands === "behind" && (ANOTHER_EVENT.test(of) || !ACTOR.test(text.slice(0, verb.index)))) continue;
      if (OTHER_PAPER.test(text.slice(0, Math.max(end, found.end)))) return undefined;
      return bearingOf(text, verb.index, of.replace(/^[,\s]+/, "").trim(), found);
    }
  }
  return undefined;
}

/** Whether a time is counted from something else, is a name, or is what something else is about. */
function isOfAnother(text: string, { start, end, phrase }: Time): boolean {
  const rest = text.slice(end);
  return (
    SINCE_ANOTHER.test(rest) ||
    COUNTED.test(text.slice(0, start)) ||
    NO_TIME.test(phrase) ||
    /^ (?:who|how|what|where|why)\b/i.test(rest) ||
    (/\p{L}$/u.test(phrase) && NAME.test(rest))
  );
}

interface Time {
  /** Where its words stand in the sentence. */
  start: number;
  end: number;
  phrase: string;
  horizon: Horizon;
  /** Of a time that begins with "before": the first day of what it names. */
  first: CivilDate;
}

/** What a time says of a publication: when it will come, or, denied, before when it will not. */
function bearingOf(
  text: string,
  verb: number,
  of: string,
  { start, end, phrase, horizon, first }: Time,
): Timing | undefined {
  const from = Math.max(0, verb - 20);
  const negation = NEGATED.exec(text.slice(from, start));
  // "Delayed until the autumn" says before when it will not come, as "not until the autumn" does.
  const isPutOff = /^(?:until|till)\b/i.test(phrase) && PUT_OFF.test(text.slice(verb));
  if (!negation && !isPutOff && !NOT_EARLIER.test(phrase)) return { bearing: "promise", phrase, of, horizon };
  const whole = negation ? text.slice(Math.min(verb, from + negation.index), end) : phrase;
  if (FLOOR.test(phrase)) return { bearing: "floor", phrase: whole, of, notBefore: first };
  if (NEGATED_SPAN.test(phrase))
    return { bearing: "floor", phrase: whole, of, notBefore: daysAfter(horizon.latest, 1) };
  return undefined;
}

/** The time whose words begin at a place in a text: the most words that say one. */
function timeAt(text: string, at: number, on: CivilDate, days: readonly NamedDay[]): Time | undefined {
  const rest = text.slice(at);
  const [first = ""] = rest.split(" ");
  const end = rest.slice(first.length, MAX_PHRASE).search(CLAUSE_END);
  const clause = rest.slice(0, end < 0 ? MAX_PHRASE : first.length + end);
  const words = clause.split(" ");
  // "in Geneva on 4 May" says it on 4 May.
  for (let from = 0; from <= MOST_BESIDE && from < words.length; from++) {
    if (from > 0 && !TIMES.test(words[from] ?? "")) continue;
    const skipped = words.slice(0, from).join(" ");
    const start = from === 0 ? 0 : skipped.length + 1;
    const found = openingAt(clause.slice(start), on, days);
    if (!found) continue;
    return { ...found, start: at + start, end: at + start + found.phrase.length };
  }
  return undefined;
}

/**
 * The time with which words begin. What "before" and its like govern is read by itself: "not before the autumn" lets it come on
 * the first day of autumn, "not until the recess" on the day of that name.
 */
function openingAt(words: string, on: CivilDate, days: readonly NamedDay[]): Omit<Time, "start" | "end"> | undefined {
  const governed = FLOOR.exec(words)?.[0];
  if (!governed) {
    const read = readOpening(words, on, days);
    return read && { ...read, first: read.horizon.earliest };
  }
  const rest = words.slice(governed.length).trimStart();
  const deadline = readOpening(`before ${rest}`, on, days);
  const period = readOpening(rest, on, days) ?? deadline;
  if (!deadline || !period) return undefined;
  // Of what has begun, and of a day by its name, the last day is meant.
  const first = period.horizon.earliest === on ? period.horizon.latest : period.horizon.earliest;
  const phrase = words.slice(0, words.length - rest.length + deadline.phrase.length - "before ".length);
  return {
    phrase,
    horizon: { ...deadline.horizon, basis: deadline.horizon.basis.replace(deadline.phrase, phrase) },
    first,
  };
}
