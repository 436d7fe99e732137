/**
 * Whether words on a page are the title that is awaited, say that it is out, or merely mention its subject. Works on
 * folded words, so case, accents, hyphens, spellings the watch knows and one slip of a letter make no difference.
 */
import { distance } from "fastest-levenshtein";
import { fold, words } from "../language/fold.ts";
import { datesIn } from "../time/written-date.ts";
import type { EvidenceRules } from "../watch/watch.ts";

/** `same`: the title and nothing else. `near`: the title with a little more around it. */
type TitleMatch = "same" | "near";

export interface Matcher {
  title(text: string): TitleMatch | undefined;
  /** Whether a longer text has the title in it, word for word, or most of it: a cover's lines may be cut at the paper's edge. */
  holdsTitle(text: string): boolean;
  /** Whether a headline says that it has been issued, and does not speak of a time to come or of other people's wishes. */
  saysIssued(text: string): boolean;
  /** Whether a text mentions what the watch is about. */
  mentions(text: string): boolean;
  /** Whether a document's own words say that it is still to come. */
  saysToCome(text: string): boolean;
}

/** A slug leaves out small words and a country's long name; a report on another region shares most of the rest. */
const LEAST_RECALL = 0.7;
const NEAR_PRECISION = 0.85;
/** The share of a title, from its start, that a cover must show. */
const LEAST_OPENING = 0.6;
/** A word of this length may have one letter wrong: the real file's name says "assesment". */
const FUZZY_LENGTH = 6;

const ISSUED = foldedSet(
  "issues issued publishes published releases released publie publié publiée publient publica publicado publicada publican emite опубликовало опубликовал опубликован опубликована публикует выпустило 发布 公布 发表 تصدر أصدرت نشرت تنشر",
);
const NOT_YET = foldedSet(
  "will would shall should must to be soon before ahead upcoming forthcoming expected expects plan plans planned await awaits awaited awaiting call calls called calling urge urges urged demand demands demanded press pressed not no never delay delays delayed when if promise promises promised yet pending imminent coming weeks due ready prepare prepares prepared finalise finalises finalised finalising finalizing finalized draft letter comment comments response responds reaction statement experts expert ngo ngos avant sera devrait bientôt demandent appellent antes será debe pronto piden exigen будет должен должна скоро до эксперты 将 即将 尚未 专家 呼吁 سوف قريبا خبراء",
);
const TO_COME =
  /\b(?:will be|to be|is due to be|expected to be) (?:published|released|issued|made public|available|posted)|\b(?:forthcoming|coming soon|not yet (?:available|published|public)|available soon|under embargo|sera publie|seran publicad[oa]s?|sera publicad[oa]|proximamente|prochainement)\b|будет опубликован|即将发布|尚未发布/;

/** The first characters of a text that may hold its title. */
const OPENING = 2500;

export function createMatcher(rules: EvidenceRules): Matcher {
  const spellings = new Map(rules.spellings.flatMap((same) => same.map((word) => [fold(word), fold(same[0] ?? word)])));
  const spelled = (found: string[]) => found.map((word) => spellings.get(word) ?? word);
  const wordsOf = (text: string) => spelled(words(withoutDates(text)));
  const titles = rules.titles.map((title) => [...new Set(wordsOf(title))]);
  const wholeTitles = rules.titles.map((title) => wordsOf(title).join(" "));
  const groups = rules.subject.map((group) => group.map(wordsOf));
  const topic = rules.topic.map(wordsOf);

  const has = (found: readonly string[], term: readonly string[]) =>
    term.every((word) => found.some((other) => isSameWord(word, other)));
  const isOnSubject = (found: readonly string[]) => groups.every((group) => group.some((term) => has(found, term)));

  return {
    title(text) {
      const found = [...new Set(wordsOf(text))].slice(0, 80);
      if (found.length === 0 || !isOnSubject(found)) return undefined;
      let best: TitleMatch | undefined;
      for (const title of titles) {
        const recall = title.filter((word) => found.some((other) => isSameWord(word, other))).length / title.length;
        const precision = found.filter((word) => title.some((other) => isSameWord(word, other))).length / found.length;
        if (recall < LEAST_RECALL || precision < NEAR_PRECISION) continue;
        if (precision === 1) return "same";
        best = "near";
      }
      return best;
    },
    holdsTitle(text) {
      const found = wordsOf(text.slice(0, OPENING));
      const opening = found.join(" ");
      return (
        isOnSubject(found) &&
        wholeTitles.some((title) => opening.includes(title.slice(0, Math.ceil(title.length * LEAST_OPENING))))
      );
    },
    saysIssued(text) {
      const found = wordsOf(text);
      const all = [...fold(text).split(" "), ...found];
      return isOnSubject(found) && all.some((word) => ISSUED.has(word)) && !all.some((word) => NOT_YET.has(word));
    },
    mentions(text) {
      const found = wordsOf(text);
      return topic.some((term) => has(found, term));
    },
    saysToCome: (text) => TO_COME.test(fold(text.slice(0, OPENING))),
  };
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < FUZZY_LENGTH || b.length < FUZZY_LENGTH || Math.abs(a.length - b.length) > 1) return false;
  return distance(a, b) <= 1;
}

function withoutDates(text: string): string {
  let rest = text.slice(0, 20_000);
  for (const { index, length } of datesIn(rest).toReversed())
    rest = `${rest.slice(0, index)} ${rest.slice(index + length)}`;
  return rest;
}

function foldedSet(list: string): Set<string> {
  return new Set(list.split(" ").map(fold));
}

const matchers = new WeakMap<EvidenceRules, Matcher>();

/** The matcher of some rules, made once. */
export function matcherFor(rules: EvidenceRules): Matcher {
  const known = matchers.get(rules) ?? createMatcher(rules);
  matchers.set(rules, known);
  return known;
}
