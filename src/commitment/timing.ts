/**
 * What a sentence says of when something is to be published. What is read here is put to people as somebody's word, so it is
 * strict: a demand, a condition, a guess, a promise of the past, and the timing of another paper are none. English, as the
 * lexicon is.
 */
import { Temporal } from "temporal-polyfill";
import type { CivilDate } from "../time/civil-date.ts";
import type { Horizon, NamedDay } from "../watch/statement.ts";
import { readPhrase } from "./lexicon/lexicon.ts";

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

const TO = "(?:will|would|shall|'ll|won't|wouldn't|to)";
const OUT =
  "published|released|issued|out|available|public|launched|unveiled|online|made (?:\\w+ )?(?:public|available)";
/** A way to say that something is to be published. */
interface Way {
  /** From its verb to its last word. */
  pattern: string;
  /** Where it says what: before the verb, behind it, or within. */
  stands: "before" | "behind" | "within";
  /** Whether a time may follow without a word before it: "Publication: 30 May". */
  isBare?: true;
}
const WAYS: readonly Way[] = [
  { pattern: `(?:${TO}|is|are) (?:[\\w-]+ ){0,3}?(?:be|being) (?:\\w+ ){0,2}?(?:${OUT})(?! of\\b)`, stands: "before" },
  { pattern: `${TO} (?:[\\w-]+ ){0,3}?come out(?! of\\b)`, stands: "before" },
  {
    pattern: `${TO} (?:[\\w-]+ ){0,3}?(?:publish|release|issue|launch|unveil|be (?:publishing|releasing|issuing))`,
    stands: "behind",
  },
  { pattern: `${TO} (?:[\\w-]+ ){0,2}?make (?:[\\w-]+ ){1,6}?public`, stands: "within" },
  {
    pattern:
      "(?:publication|release)(?: date)?(?: of [^,;:]{1,60}?)?(?: (?:is|are|will be|now|expected|due|planned|scheduled|set|foreseen)(?: (?:expected|due|planned|scheduled|set|foreseen))?|:| [–-]|(?= (?:on|in|by|before) ))",
    stands: "within",
    isBare: true,
  },
  {
    pattern:
      "(?:postponed|delayed|deferred|pushed back|put back|slipped|rescheduled|brought forward)(?= (?:to|until|till) )",
    stands: "before",
    isBare: true,
  },
  // "Is due in May", "expected next week": the time follows at once, else it is something else that is due.
  {
    pattern:
      "(?<!(?:was|were|originally|previously|initially) )(?:(?:is|are|now) (?:\\w+ )?)?(?:due|out|expected|planned|scheduled|slated|set)(?: for| out| (?:for )?(?:publication|release)| to (?:be published|come out))?(?= (?:in|on|by|before|next|this|within|tomorrow|today|soon|shortly|early|late|later|mid|\\d)\\b)",
    stands: "before",
  },
];
const TO_COME = new RegExp(WAYS.map(({ pattern }) => `(\\b${pattern}(?![\\w-]))`).join("|"), "gi");
/** Where a time may begin. */
const TIME =
  /\b(?:(?:no|not) (?:later|earlier|sooner) than|by|before|until|till|ahead of|prior to|within|in|on|at the end of|during|for|early|mid|late|later|this|next|over the (?:next|coming)|very (?:soon|shortly)|soon|shortly|imminent(?:ly)?|today|tonight|tomorrow|any (?:day|moment|minute|hour)|as soon as)\b/gi;
/** Where a time stands by itself: "Publication: 30 May", "delayed until the autumn". */
const BARE = /^ (?:(?:to|for) )?(?=(?:the |early |mid |late )?[\w-]+)/i;
/** Behind a time, what makes it the time since something else: "shortly thereafter", "within 30 days of receipt". */
const SINCE_ANOTHER =
  /^ (?:thereafter|after(?:wards?)?|later|following|from|of (?:\d|the (?!year|month|week)|receipt|receiving|its|his|her|their|that|publication))\b/i;
const TIMES = /^(?:by|before|until|within|in|on|during|early|mid|late|later|this|next)$/i;
/** A year, or what becomes of a day with a name: "before her term ends". */
const STILL_OF_IT = /^(?:\d{4}|(?:end|start|begin|expire|rise|open|close)s?)$/i;
/** Where the clause that names a time ends at the latest. */
const CLAUSE_END =
  /[.;:()[\]"“”!?—]|,(?! ?\d)|\s(?:and|but|while|when|after|once|said|says|saying|told|according|following|because|so|which|who|where|although|though|despite|to (?!be\b)|via|at (?:a|an|www))\s/i;
/** "Asked when it would be out, …" introduces an answer. */
const ASKED = /^(?:when |if )?(?:asked|questioned)\b[^,]{0,200},\s*/i;
/** Who speaks so demands, guesses, denies, sets conditions, tells of the past, or speaks for others. */
const NOT_A_WORD_ON_TIMING = new RegExp(
  `\\b(?:${[
    "should|must|ought|urg(?:e[sd]?|ing)|call(?:s|ed|ing)? (?:for|on|upon)|demand(?:s|ed|ing)?|ask(?:s|ed|ing)?|request(?:s|ed|ing)? (?:that|the|for)|appeal(?:s|ed|ing)?|press(?:es|ed|ing)? (?:for|the)|need(?:s|ed)? to|ha(?:s|ve|d) to|order(?:s|ed)|vote[sd]?|require[sd]?|obliged",
    "if|whether|unless|subject to|provided|assuming|depending|conditional|in the event|were it|under the act|could|might|may (?:be|not|yet|well|still)|want(?:s|ed)?|wish(?:es|ed)?|reportedly|rumou?r(?:s|ed)?|speculation|leaked|predict(?:s|ed)?|suggest(?:s|ed)?|wrote|daily|newspapers?|media (?:reports?|say)|according to",
    "unlikely|wrong|mistaken?|untrue|false|not true|no truth|den(?:y|ies|ied)|nobody|no one|none|neither|nothing|no part|no longer|no plans?|never|shelved|scrapped|abandoned|reversed|cancell?ed|contrary|doubts?|(?:do|does|did)(?: not|n't) (?:accept|believe|expect|think|agree)|petitions?|claim(?:s|ed)?|(?<!no |not )later than",
    "had (?:\\w+ )?(?:intended|hoped|planned|promised|pledged|said|expected|wanted|meant|been)|was to|were to|(?:was|were) (?:\\w+ )?(?:due|expected|supposed|scheduled|planned|set|meant)|promised|pledged|vowed|intended|hoped|initially|earlier (?:said|this)|failed|refus(?:es|ed|al)|missed|ago|anniversary|last (?:year|month|week|spring|summer|autumn|winter)|in \\d{4} (?:the|we|it)",
    "experts|ngos?|campaigners|activists|lawmakers|senators|mps|peers|diplomats|analysts|critics|survivors|victims|families|relatives|residents|unions?|opposition|courts?",
  ].join("|")})\\b`,
  "i",
);
/** "In January the Minister said …": a word of then. */
const OF_THEN = /^in [a-z]+ (?:\d{4} )?[^,]{0,40}\b(?:said|told|announced)\b/i;
/** Between what is to come and its time nothing else may stand but these; else the time is something else's. */
const BETWEEN =
  /^(?: (?:also|now|then|finally|publicly|online|here|in full|out|on its website|on our website|as planned))*$/i;
/** What happened at the time that is named. */
const ANOTHER_EVENT =
  /\b(?:covering|committed|occurred|happened|took place|taking place|dating|since|held|adopted|passed|signed|began|started|meets?|meeting|how|when|who|which)\b/i;
/** "Two weeks before 3 June" is not before 3 June. */
const COUNTED = /\b(?:days?|weeks?|months?|years?) $/i;
/** "In 3 May issues", "by a team of 4 March", "within a week of 3 June", "one month from 1 June". */
const NO_TIME = /^in \d{1,2} [a-z]|\bfrom\b|^within .* of \d|^(?:by|before|until) an? /i;
/** Who publishes: the office, or whoever speaks for it; not another body. */
const ACTOR =
  /(?:^|\b(?:we|i|he|she|it|they|office|inquiry|commission|government|ministry|minister|department|secretary(?: of state)?|commissioner|president|chair(?:man|woman)?|panel|board|agency|authority|who|which|and|also|then|now|plan|intention|aim|decision|order|able|ready|committed|continues?|promises?|proposes?))(?:['’]s)?(?: (?:also|now|still|then|therefore|hopes?|plans?|expects?|intends?|aims?|wants?|is|are|has|have|said|going|able|due|committed|not|remains?|really|fully|today|tomorrow|,))*[ ,]*$/i;
/** "By May Smith", "Spring Gardens": a name, not a time. */
const NAME = /^ \p{Lu}/u;
/** Papers and things that go with a publication: their time is not its. */
const OTHER_PAPER =
  /\b(?:responses?|repl(?:y|ies)|summar(?:y|ies)|interim|inception|drafts?|letters?|minutes|transcripts?|terms of reference|agenda|timetable|consultation|call for|action plan|press releases?|webinar|translations?|translated|hard cop(?:y|ies)|printed|leaflets?|flyers?|videos?|recordings?|registration|comments|costs?|annual report|slides|easy[- ]read|guides?|tickets|evidence|submissions|hearings?)\b|\bin (?:welsh|french|spanish|arabic|chinese|russian|german|english|print|braille|other languages|all (?:\w+ )?languages)\b/i;
const NEGATED = /\b(?:not|n't|never)\b|n't\b/i;
/** Times that, negated, say before when it will not come. */
const FLOOR = /^(?:before|until|till|prior to|ahead of|(?:no|not) (?:earlier|sooner) than)\b/i;
const NOT_EARLIER = /^(?:no|not) (?:earlier|sooner) than\b/i;
const PUT_OFF = /^(?:postponed|delayed|deferred|pushed|put|slipped|rescheduled)\b/i;
const NEGATED_SPAN = /^(?:today|tonight|tomorrow|this (?:week|month|year)|next (?:week|month|year))\b/i;
/** That there is no date, up to the words that say of what. */
const NO_DATE =
  /\bno (?:\w+ ){0,2}?(?:date|timeline|timetable|time ?frame)\b|\b(?:do|does|did|have|has)(?: not|n't) (?:yet )?(?:have|set|given?|fixed|decided|provided?) (?:\w+ ){0,3}?(?:date|timeline|timetable|time ?frame)\b|\b(?:cannot|can't|unable to|not able to|not in a position to) (?:say|give|confirm|tell) (?:\w+ ){0,3}?(?:when|date|timeline)\b|(?<!(?:was|were|been) )\btrying to (?:publish|release|issue)\b/i;
/** What follows "no date": what it is of, or nothing. */
const OF_WHAT =
  /^ (?:yet |so far |now )?(?:has |have |was |is )?(?:yet )?(?:been |being )?(?:set|given|fixed|announced|decided|agreed|known)? ?(?:yet |so far )?(?:for|of|when|on)?/i;

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

function withoutDate(text: string): Timing | undefined {
  const found = NO_DATE.exec(text);
  if (!found || OTHER_PAPER.test(text)) return undefined;
  const behind = text.slice(found.index + found[0].length).replace(OF_WHAT, "");
  const phrase = text.length <= MAX_QUOTED ? text : found[0];
  // "No date has been set" speaks of what the sentence, or its heading, is about.
  return {
    bearing: "no-date",
    phrase,
    of: /^(?:given|set|fixed|known|announced)?\b ?[.,]?$/.test(behind) ? "it" : behind,
  };
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
      if (!found || isOfAnother(text, found)) continue;
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
  if (FLOOR.test(phrase) && (negation || NOT_EARLIER.test(phrase) || isPutOff))
    return { bearing: "floor", phrase: whole, of, notBefore: first };
  if (NEGATED_SPAN.test(phrase)) return { bearing: "floor", phrase: whole, of, notBefore: dayAfter(horizon.latest) };
  return undefined;
}

/** The time whose words begin at a place in a text: the fewest words that say as much. */
function timeAt(text: string, at: number, on: CivilDate, days: readonly NamedDay[]): Time | undefined {
  const rest = text.slice(at);
  const [first = ""] = rest.split(" ");
  const end = rest.slice(first.length, MAX_PHRASE).search(CLAUSE_END);
  const clause = rest.slice(0, end < 0 ? MAX_PHRASE : first.length + end);
  const words = clause.split(" ").map((word) => word.replace(/[.,;:]+$/, ""));
  const isBare = !TIMES.test(first);
  const said = (from: number, to: number) => words.slice(from, to).join(" ");
  const read = (from: number, to: number) =>
    readPhrase(said(from, to), on, days) ??
    (isBare && from === 0 ? readPhrase(`in ${said(0, to)}`, on, days) : undefined);
  // What "before" and its like govern is read by itself: "not before the autumn" lets it come on the first day of autumn.
  const governed = FLOOR.exec(clause)?.[0];
  const named = governed ? periodAfter(clause.slice(governed.length), on, days) : undefined;
  const whole = read(0, words.length) ?? named;
  if (!whole || whole.latest < on) return undefined;
  const isSame = (range: Horizon | undefined) => range?.earliest === whole.earliest && range.latest === whole.latest;
  let to = words.findIndex((_, index) => isSame(read(0, index + 1))) + 1 || words.length;
  if (STILL_OF_IT.test(words[to] ?? "")) to += 1;
  else if (words[to] === "of" && STILL_OF_IT.test(words[to + 1] ?? "")) to += 2;
  // "in Geneva on 4 May" says it on 4 May.
  const from = governed
    ? 0
    : Math.max(
        0,
        words.findLastIndex((word, index) => index < to && TIMES.test(word) && isSame(read(index, to))),
      );
  if (from > MOST_BESIDE) return undefined;
  const phrase = said(from, to);
  const horizon = readPhrase(phrase, on, days) ?? whole;
  const start = at + (from === 0 ? 0 : said(0, from).length + 1);
  return { start, end: start + phrase.length, phrase, horizon, first: (named ?? whole).earliest };
}

/** A stretch of time that is named after "before": its first day is what counts. A day with a name, and an end, are their last. */
function periodAfter(words: string, on: CivilDate, days: readonly NamedDay[]): Horizon | undefined {
  const range = ["in", "on", "before"].map((way) => readPhrase(`${way} ${words.trim()}`, on, days)).find(Boolean);
  return range && range.earliest === on ? { ...range, earliest: range.latest } : range;
}

function dayAfter(day: CivilDate): CivilDate {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
