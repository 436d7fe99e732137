/**
 * Whether a sentence means the thing that is awaited by what it says is to be published: "its final report on the fire", or "it"
 * after a sentence that named it. Strict: one strange word ("the tourism report", "the leaflet") makes it another thing.
 */
import type { Matcher } from "./match.ts";

/** Where what is named begins: behind what somebody says, and behind the clauses before it. */
const BEGINS =
  /(?:[,:;–—]|\b(?:that|said|says|saying|(?:told|tells|informed)(?: (?!(?:it|this|the|that)\b)[\w-]+){1,2}|confirmed|confirms|announced|announces|added|adds|explained|stated|understands?|and|but|so))\s/gi;
/** What may stand before a name and around it, and says nothing of what it is. */
const ASIDE =
  /^(?:the|this|that|its|our|his|her|their|my|a|an|said|same|whole|entire|full|final|finished|completed|new|updated|long|awaited|anticipated|much|promised|eventual|resulting|today|now|also|then|still|finally|therefore|only|shortly|soon|panel|panels|chair|chairs|inquiry|inquirys|office|offices|commission|commissions|committee|committees|team|teams|findings|document|text|has|have|been|is|was|be|will|would|can|expected|due|planned|scheduled|set|delayed|ready|nearly|out|published|released|issued|available|s)$/i;
const PREPOSITION = /\s(?:of|on|into|about|regarding|concerning|for|from|by|in|at|with|to)\s/i;
const IT = /^(?:it|this|the same|publication|release|publication date|release date)$/i;
/** "We expect it", but not "a statement on it". */
const ENDS_WITH_IT = /(?<! (?:of|on|about|into|to|for|from|with|by)) (?:it|this)$/i;
const MAX_NAME = 200;

/**
 * @param heading of the page that the sentences stand on, one after the other
 * @returns for each sentence, whether a name in it means the thing
 */
export function namer(matcher: Matcher, heading: string): (sentence: string) => (name: string) => boolean {
  const isUnderHeading = heading !== "" && matcher.isOnSubject(heading);
  /** Whether "it" means the thing: the sentence before, or the heading, spoke of it. */
  let isIt = isUnderHeading;
  return (sentence) => {
    const wasIt = isIt;
    const isSpoken = namesIt(sentence, matcher);
    const isLine = !/[.!?]$/.test(sentence);
    // A line that is no sentence (a heading, a date) changes nothing of what is spoken of.
    if (!isLine) isIt = isSpoken || (wasIt && /\bit\b/i.test(sentence));
    const isOn = isUnderHeading || matcher.isOnSubject(sentence);
    return (name) => isOn && means(name, matcher, wasIt || isSpoken);
  };
}

/** Whether a sentence names the thing itself somewhere: "the review", with no strange word before it. */
function namesIt(sentence: string, matcher: Matcher): boolean {
  const words = sentence.split(/\s+/).slice(0, 120);
  return words.some((word, index) => {
    if (!matcher.hasSubjectWord(word)) return false;
    const before = words[index - 1] ?? "";
    return before === "" || ASIDE.test(plain(before)) || matcher.isOwnWords(before);
  });
}

function means(name: string, matcher: Matcher, isIt: boolean): boolean {
  // Behind an aside ("The report, on pensions, …"), and after "and", it is what the sentence began with.
  const clauses = `${name.slice(-MAX_NAME)} `.split(BEGINS).map((clause) => clause.trim());
  const isAside = clauses.length > 1 && clauses.at(-1) === "";
  const clause = (isAside ? clauses.find((part) => part !== "") : clauses.at(-1)) ?? "";
  const words = clause
    .split(/\s+/)
    .map(plain)
    .filter((word) => word !== "");
  if (words.length === 0) return isIt;
  if (IT.test(withoutAsides(words).join(" ")) || ENDS_WITH_IT.test(` ${words.join(" ")}`)) return isIt;
  if (words.some((word) => /^(?:any|each|every|another|other|others|second)$/i.test(word))) return false;
  const [head = "", ...rest] = ` ${words.join(" ")}`.split(PREPOSITION);
  const tail = rest.length > 0 ? rest.join(" ") : undefined;
  const core = withoutAsides(head.trim().split(" "));
  const isBare = core.length === 0 || core.every((word) => matcher.isOwnWords(word));
  if (!isBare || !matcher.hasSubjectWord(head))
    return /^(?:publication|release)/i.test(core.join(" ")) && tail !== undefined && isOwn(tail, matcher);
  return tail === undefined || isOwn(tail, matcher);
}

/** Whether what follows "report on" is the subject, or speaks of it and names nothing else. */
function isOwn(tail: string, matcher: Matcher): boolean {
  const strange = withoutAsides(tail.split(" ")).filter((word) => !matcher.isOwnWords(word));
  return strange.length === 0 || (matcher.hasSubjectWord(tail) && !strange.some((word) => /^\p{Lu}/u.test(word)));
}

function withoutAsides(words: readonly string[]): string[] {
  return words.filter((word) => word !== "" && !ASIDE.test(word));
}

function plain(word: string): string {
  return word.replace(/[’']s$/i, "").replace(/[^\p{L}\p{N}-]/gu, "");
}
