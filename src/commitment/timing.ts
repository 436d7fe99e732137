/**
 * What a sentence says of when something is to be published. What is read here is put to people as somebody's word, so it is
 * strict: a demand, a condition, a guess, a promise of the past, and the timing of another paper are none. English, as the
 * lexicon is.
 */
import { Temporal } from "temporal-polyfill";
import type { CivilDate } from "../time/civil-date.ts";
import { monthNumber } from "../time/written-date.ts";
import type { Horizon, NamedDay } from "../watch/statement.ts";
import { readPhrase } from "./lexicon/lexicon.ts";

/** `notBefore`: the day before which a floor says that it will not come. */
export type Timing = { phrase: string } & (
  | { bearing: "promise"; horizon: Horizon }
  | { bearing: "floor"; notBefore: CivilDate }
  | { bearing: "no-date" }
);

/** Longer than what anybody says in one breath: a list, a table, a page without full stops. */
const MAX_SENTENCE = 600;
/** Between what is to come and when, at most this many characters. */
const MAX_APART = 120;
/** "in Geneva" may stand before "on 4 May"; more words speak of something else. */
const MOST_BESIDE = 3;
/** From where a time is named to where its clause ends. */
const MAX_PHRASE = 80;

const OUT =
  "published|released|issued|out|available|public|launched|unveiled|online|made (?:\\w+ )?(?:public|available)";
/** That something is to be published, from its verb to its last word. */
const TO_COME = new RegExp(
  [
    `(?:will|would|shall|'ll|won't|wouldn't|to|is|are) (?:[\\w-]+ ){0,3}?(?:be|being) (?:\\w+ ){0,2}?(?:${OUT})`,
    "(?:will|would|shall|'ll|won't|wouldn't|to) (?:[\\w-]+ ){0,3}?(?:publish|release|issue|launch|unveil|come out|appear)",
    "(?:will|would|shall|'ll|won't|wouldn't|to) (?:[\\w-]+ ){0,2}?make (?:[\\w-]+ ){0,6}?public",
    "(?:publication|release)(?: of [^,;]{1,60}?)? (?:is|are|will be|now|expected|due|planned|scheduled|set|foreseen)",
    "(?:is|are|now) (?:[\\w-]+ ){0,2}?(?:due|expected|planned|scheduled|slated|set)",
    "(?:due|out|expected)(?= (?:out |to )?(?:in|on|by|before|next|this|within|tomorrow|today|soon|shortly|later|early|late|mid)\\b)",
  ]
    .map((way) => `\\b(?:${way})\\b`)
    .join("|"),
  "i",
);
/** Where a time may begin. */
const TIME =
  /\b(?:(?:no|not) (?:later|earlier|sooner) than|by|before|until|till|ahead of|prior to|within|in|on|at the end of|during|for|early|mid|late|later|this|next|over the (?:next|coming)|very (?:soon|shortly)|soon|shortly|imminent(?:ly)?|today|tonight|tomorrow|any (?:day|moment|minute|hour)|as soon as)\b/gi;
const TIMES = /^(?:by|before|until|within|in|on|during|early|mid|late|later|this|next)$/i;
/** A year, or what becomes of a day with a name: "before her term ends". */
const STILL_OF_IT = /^(?:\d{4}|(?:end|start|begin|expire|rise|open|close)s?)$/i;
/** Where the clause that names a time ends at the latest. */
const CLAUSE_END =
  /[.;:()[\]"“”!?—]|,(?! ?\d)|\s(?:and|but|while|when|after|once|said|says|saying|told|according|following|because|so|which|who|where|although|though|despite|to (?!be\b)|via|at (?:a|an|www))\s/i;
/** "Asked when it would be out, …" introduces an answer. */
const ASKED = /^(?:when |if )?(?:asked|questioned)\b[^,]{0,200},\s*/i;
/** Who speaks so demands, guesses, sets conditions, or tells of the past. */
const NOT_A_WORD_ON_TIMING = new RegExp(
  `\\b(?:${[
    "should|must|ought|urg(?:e[sd]?|ing)|call(?:s|ed|ing)? (?:for|on|upon)|demand(?:s|ed|ing)?|ask(?:s|ed|ing)?|request(?:s|ed|ing)?|appeal(?:s|ed|ing)?|press(?:es|ed|ing)? (?:for|the)",
    "if|whether|unless|could|might|may (?:be|not|yet|well|still)|want(?:s|ed)?|wish(?:es|ed)?|reportedly|rumou?r(?:s|ed)?|speculation|leaked",
    "had (?:\\w+ )?(?:intended|hoped|planned|promised|pledged|said|expected|wanted|meant|been)|was to|were to|(?:was|were) (?:\\w+ )?(?:due|expected|supposed|scheduled|planned|set|meant)|promised|pledged|vowed|intended|hoped|originally|initially|previously|earlier (?:said|this)|failed|refus(?:es|ed|al)|missed|ago|anniversary",
    "experts|ngos?|campaigners|activists|lawmakers|senators|diplomats|analysts|critics|survivors|victims",
  ].join("|")})\\b`,
  "i",
);
/** What happened at a time that is named: the time is not the publication's. */
const ANOTHER_EVENT =
  /\b(?:covering|committed|occurred|happened|took place|taking place|dating|since|held|adopted|passed|signed|began|started|meets?|meeting)\b/i;
const OTHER_PAPER =
  "(?:responses?|repl(?:y|ies)|summar(?:y|ies)|interim|inception|drafts?|letters?|minutes|transcripts?|terms of reference|agenda|timetable|consultation|call for|action plan|press release|webinar)";
/** "… to publish its response to …" */
const PUBLISHES_ANOTHER = new RegExp(`^\\s*(?:[\\w’'-]+ ){0,3}${OTHER_PAPER}\\b`, "i");
/** "… response to the report will be published" */
const ANOTHER_IS_PUBLISHED = new RegExp(`\\b${OTHER_PAPER}\\b[^,;]{0,80}$`, "i");
const NEGATED = /\b(?:not|n't|never)\b|n't\b/i;
/** Times that, negated, say before when it will not come. */
const FLOOR = /^(?:before|until|till|prior to|ahead of|(?:no|not) (?:earlier|sooner) than)\b/i;
const NEGATED_SPAN = /^(?:today|tonight|tomorrow|this (?:week|month|year)|next (?:week|month|year))\b/i;
const NO_DATE =
  /\bno (?:\w+ ){0,2}?(?:date|timeline|timetable|time ?frame|schedule|deadline)\b|\b(?:do|does|did|have|has)(?: not|n't) (?:yet )?(?:have|set|given?|fixed|decided|provided?)\b[^.;,]{0,40}?\b(?:date|timeline|timetable|time ?frame|schedule)\b|\b(?:cannot|can't|unable to|not able to|not in a position to) (?:say|give|confirm|tell)\b[^.;,]{0,30}?\b(?:when|date|timeline)\b|(?<!(?:was|were|been) )\btrying to (?:publish|release|issue)\b/i;

/**
 * @param on the day on which it was said
 * @param days those that the sentence may call by name
 * @returns undefined where nothing is said of when, or it is not sure
 */
export function timingIn(sentence: string, on: CivilDate, days: readonly NamedDay[] = []): Timing | undefined {
  const said = sentence.replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
  if (said.length > MAX_SENTENCE || said.endsWith("?")) return undefined;
  const text = said.replace(ASKED, "");
  if (NOT_A_WORD_ON_TIMING.test(text)) return undefined;
  const [noDate] = NO_DATE.exec(text) ?? [];
  return publication(text, on, days) ?? (noDate ? { bearing: "no-date", phrase: noDate } : undefined);
}

/** The first time that is named for a publication to come. */
function publication(text: string, on: CivilDate, days: readonly NamedDay[]): Timing | undefined {
  const verb = TO_COME.exec(text);
  if (!verb || ANOTHER_IS_PUBLISHED.test(text.slice(0, verb.index))) return undefined;
  const end = verb.index + verb[0].length;
  if (PUBLISHES_ANOTHER.test(text.slice(end))) return undefined;
  const times = [...text.matchAll(TIME)].map(({ index }) => index);
  // A time stands behind what is to come, within it, or at the head of the sentence.
  const behind = times.filter((at) => at >= verb.index && at <= end + MAX_APART && isOfIt(text.slice(end, at)));
  const ahead = times.filter((at) => at < verb.index && !/[^,]{60}$/.test(text.slice(at, verb.index)) && at < 20);
  for (const at of [...behind, ...ahead]) {
    const named = timeAt(text.slice(at), on, days);
    if (!named) continue;
    const { phrase, horizon } = named;
    const from = Math.max(0, verb.index - 20);
    const negation = NEGATED.exec(text.slice(from, at));
    const isFloor = FLOOR.test(phrase);
    if (!negation && !/^(?:no|not) (?:earlier|sooner) than/i.test(phrase))
      return { bearing: "promise", phrase, horizon };
    const whole = negation ? text.slice(Math.min(verb.index, from + negation.index), at + phrase.length) : phrase;
    // "Before 4 May" is not on 3 May but may be on the 4th; "before May" ends in April.
    const notBefore = isMonth(phrase) ? dayAfter(horizon.latest) : horizon.latest;
    if (isFloor) return { bearing: "floor", phrase: whole, notBefore };
    if (NEGATED_SPAN.test(phrase)) return { bearing: "floor", phrase: whole, notBefore: dayAfter(horizon.latest) };
    return undefined;
  }
  return undefined;
}

/** What stands between what is to come and a time, where the time is its own. */
function isOfIt(between: string): boolean {
  return !ANOTHER_EVENT.test(between);
}

/** The time that a text begins with: the fewest words that say as much. */
function timeAt(
  text: string,
  on: CivilDate,
  days: readonly NamedDay[],
): { phrase: string; horizon: Horizon } | undefined {
  const [first = ""] = text.split(" ");
  const end = text.slice(first.length, MAX_PHRASE).search(CLAUSE_END);
  const clause = text.slice(0, end < 0 ? MAX_PHRASE : first.length + end);
  const words = clause.split(" ").map((word) => word.replace(/[.,;:]+$/, ""));
  const read = (from: number, to: number) => readPhrase(words.slice(from, to).join(" "), on, days);
  const whole = read(0, words.length);
  if (!whole || whole.latest < on) return undefined;
  const isSame = (range: Horizon | undefined) => range?.earliest === whole.earliest && range.latest === whole.latest;
  let to = words.findIndex((_, index) => isSame(read(0, index + 1))) + 1;
  if (STILL_OF_IT.test(words[to] ?? "")) to += 1;
  // "in Geneva on 4 May" says it on 4 May.
  const from = words.findLastIndex((word, index) => index < to && TIMES.test(word) && isSame(read(index, to)));
  if (from > MOST_BESIDE) return undefined;
  const phrase = words.slice(Math.max(0, from), to).join(" ");
  const horizon = readPhrase(phrase, on, days);
  return horizon && { phrase, horizon };
}

function isMonth(phrase: string): boolean {
  const last = phrase
    .replace(/ \d{4}$/, "")
    .split(" ")
    .slice(1);
  return last.length === 1 && monthNumber(last[0] ?? "") !== undefined;
}

function dayAfter(day: CivilDate): CivilDate {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
