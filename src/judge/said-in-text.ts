/**
 * Whether a sentence of a text says that the thing is out. A headline is one thought (headline.ts); a sentence has clauses, of which
 * one says so, whatever the others say of debates to come; and it may ask, deny, or set a condition, which a headline hardly does.
 */
import { sentences } from "../language/sentences.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { earliestOf, latestOf } from "../time/dated.ts";
import { writtenDates } from "../time/written-date.ts";
import type { Matcher } from "./match.ts";

interface Told {
  matcher: Matcher;
  /** What the text is under. */
  heading: string;
  /** The day of the promise: what came out before is not what was promised. */
  promised: CivilDate;
  /** The day on which the text was read. */
  today: CivilDate;
}

/** Characters of a longer sentence are none that anybody wrote as one. */
const MOST_SENTENCE = 1500;
const MOST_CLAUSES = 12;

/** A sentence that says so of something that is not so. */
const VOID =
  /\b(?:rumou?rs?|fake|false|falsely|forged|hoax|untrue|incorrect|mistaken(?:ly)?|erroneous(?:ly)?|alleged(?:ly)?|scam|phishing|den(?:y|ies|ied)|(?:reports?|claims?|suggestions?|speculation) that)\b/i;
/** What makes a clause say that it is not so, not yet, or only perhaps. */
const NOT_SO =
  /n[’']t\b|^had\b|^after\b.{0,300}\b(?:is|are|has been|have been)\b|\b(?:not|never|no|nor|neither|none|cannot|until|unless|once|when(?:ever)?|if|whether|(?<!laid )before|as soon as|the day|by the time|in case|within|provided|assuming|pending|(?<!\bcan (?:now )?)be|being|gets?|hopes?|hoped|to have been|to be|will|would|shall|should|must|might|could|due|tomorrow|soon|shortly|next (?:week|month|year|spring|summer|autumn|winter)|later this)\b/i;
/** Clauses: behind these marks, and where another verb begins. */
const CLAUSES =
  /(?:[,;:]\s|\s[–—-]\s|[()])|\s(?=which\b|while\b|although\b|but\b|and (?:will|would|is|are|was|were|has|have|can|may|should|must|calls?|finds?|says?|sets?|makes?|we|it|they|you|the [\p{L}]{1,30} (?:will|is|are|was|has|said))\b)/u;
const ADVERBS =
  "(?:(?:now|today|finally|at last|also|just|since|already|this (?:morning|afternoon|evening|week)|\\p{L}{2,20}ly)\\s){0,4}";
/** "is", "has now been": then what was said before it is what came out. */
const PASSIVE = new RegExp(
  `^(.{2,300}?)\\s(?:(?:is|are|was|were|(?:has|have|had)\\s${ADVERBS}been)\\s${ADVERBS}(?:published|released|issued|launched|unveiled|laid before|made public|posted|put online|available|out\\b|online|live\\b|public\\b|attached|enclosed)|can\\s${ADVERBS}be\\s(?:read|downloaded|viewed|found|seen|accessed)|${ADVERBS}(?:published|released|issued|out now|now available|launched)(?=\\s*$|[.,!;]|\\s(?:today|now|yesterday|on|in|at|by|this|here|online|and)\\b))`,
  "iu",
);
/** Then what is said behind it is. */
const ACTIVE =
  /\b(?:publish(?:es|ed)|releases|released|issues|issued|launch(?:es|ed)|unveil(?:s|ed)|(?:pleased|proud|delighted|happy|glad) to (?:launch|publish|release|issue|share|present)|(?:you|readers|everybody|everyone|all) can (?:now )?(?:read|download|view|access|find|see)|^(?:read|download)|(?:today|this week) sees|please find (?:attached|enclosed|below)|(?:attached|enclosed) (?:is|are|you will find)|(?:find|here is) (?:attached|enclosed))\s(.{2,300})/iu;
/** What ends a name: when it was, where it is, what is said of it. */
const ENDS =
  /\s(?:today|yesterday|now|here|online|this (?:morning|afternoon|evening|week)|at|as|that|which|who|was|is|are|were|has|have|to)\b.*$|[.!].*$/iu;
const PREPOSITION = /\s(?:of|on|into|about|regarding|concerning|for|from|by|in|at|with|to)\s/i;
/** What goes before the name and is none of it. */
const BEFORE = /^.*\b(?:that|said|says|announced|confirmed|told|glad|this (?:morning|week)|today)\s/i;
/** Papers of an office that come out every year or on the way, and not once. */
const OTHER_KIND =
  /\b(?:annual|yearly|quarterly|monthly|weekly|progress|interim|preliminary|draft|financial|audit|budget|press|news|status|activity)\s+(?:\S+\s+)?$/i;
/** Words that a name may have before it and that speak, for a headline, of what is to come. */
const AWAITED =
  /^.*\b(?:long[- ]|much[- ]|eagerly )?(?:awaited|anticipated|delayed|overdue|promised|expected)\s+(?=\S)/iu;
const ASIDE =
  /^(?:the|its|their|our|his|her|this|that|a|an|final|full|finished|completed|whole|entire|new|said|today|now|finally|and)$/i;

/** @returns the clause that says so, as it stands there; with what names the thing before it, where it does not itself */
export function* announcements(text: string, told: Told): Generator<string> {
  let previous = "";
  for (const sentence of sentences(text)) {
    const said = clauseOf(sentence.slice(0, MOST_SENTENCE), previous, told);
    if (said !== undefined) yield said;
    previous = sentence.slice(0, MOST_SENTENCE);
  }
}

function clauseOf(sentence: string, previous: string, told: Told): string | undefined {
  const { matcher, heading } = told;
  if (!matcher.hasSubjectWord(sentence) || /\?["”’»)\s]*$/.test(sentence) || VOID.test(sentence)) return undefined;
  if (/^\s*>/.test(sentence)) return undefined;
  const clauses = sentence
    .split(CLAUSES)
    .slice(0, MOST_CLAUSES)
    .map((one) => one.trim());
  const [first = ""] = clauses;
  const said = [
    sentence,
    ...clauses.flatMap((clause, index) => (index > 0 && first !== "" ? [`${first} ${clause}`, clause] : [clause])),
  ];
  const opening = /^(?:on|in|since|back in)\s/i.test(first) ? first : "";
  const contexts = ["", previous, heading].filter((one, at) => at === 0 || matcher.hasSubjectWord(one));
  for (const clause of said) {
    if (NOT_SO.test(clause) || isOfAnotherDay(`${opening} ${clause}`, told)) continue;
    const name = issuedIn(clause, sentence, contexts, matcher);
    if (name === undefined) continue;
    const short = clause.replace(AWAITED, "");
    const own = [clause, short].find((one) => matcher.saysIssued(one));
    if (own !== undefined) return own;
    if (name === "") continue;
    const named = [clause, short, name.replace(AWAITED, "")].find(
      (one) => matcher.isNamed(one) && !matcher.isAbout(one),
    );
    if (named !== undefined) return named;
    const inContext = contexts
      .filter(Boolean)
      .map((one) => `${one} ${clause}`)
      .find((one) => matcher.saysIssued(one));
    if (inContext !== undefined) return inContext;
  }
  return undefined;
}

/** The name of what came out by a clause, where it means the thing; empty where the clause is in words that are not taken apart. */
function issuedIn(clause: string, sentence: string, contexts: readonly string[], matcher: Matcher): string | undefined {
  const isMeant = (name: string) => means(name, matcher, [sentence, ...contexts]);
  const passive = PASSIVE.exec(clause)?.[1]?.replace(BEFORE, "");
  const active = ACTIVE.exec(clause)?.[1]?.replace(ENDS, "");
  const name = [passive, active].find((one) => one !== undefined && isMeant(one));
  if (name !== undefined) return name;
  return passive === undefined && active === undefined ? "" : undefined;
}

/** Whether a name is the thing's: what it is called is a word of the subject's, and what it is on is the subject. */
function means(name: string, matcher: Matcher, contexts: readonly string[]): boolean {
  const whole = name.replace(/[-‐‑]/g, " ").replace(ENDS, "").trim();
  return whole.split(/\s(?:and|&)\s/i).some((one) => {
    const [head = "", ...tail] = ` ${one}`.split(PREPOSITION);
    const words = head.trim().split(/\s+/);
    const last = (words.at(-1) ?? "").replace(/[’']s$/, "");
    if (last === "" || OTHER_KIND.test(`${words.slice(0, -1).join(" ")} `)) return false;
    const isPublication = /^(?:publication|release)$/i.test(last) && tail.length > 0;
    if (!isPublication && !matcher.hasSubjectWord(last)) return false;
    if (matcher.isOnSubject(one)) return true;
    const isBare = words.every((word) => ASIDE.test(word) || matcher.isOwnWords(word));
    return isBare && tail.length === 0 && contexts.some((context) => matcher.isOnSubject(context));
  });
}

/** Whether a clause has a day of before the promise, or one that is yet to come. */
function isOfAnotherDay(clause: string, { promised, today }: Told): boolean {
  const days = writtenDates(clause);
  const isOld = (day: (typeof days)[number]) => (latestOf(day) ?? promised) < promised;
  const isToCome = (day: (typeof days)[number]) => (earliestOf(day) ?? today) > today;
  return days.some(isToCome) || (days.length > 0 && days.every(isOld));
}
