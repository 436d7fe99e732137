/**
 * Whether words on a page are the title that is awaited, are about its subject, or name the thing itself. Works on folded
 * words, so case, accents, hyphens, word forms, spellings the watch knows and one slip of a letter make no difference.
 */
import { fold, words } from "../language/fold.ts";
import { isSameWord } from "../language/word-form.ts";
import { writtenDates } from "../time/written-date.ts";
import type { Watch } from "../watch/watch.ts";
import { goesWithIt, saysIssued, speaksOfIt } from "./headline.ts";

/** `same`: words of the title and no other. `near`: with words of the thing's own around it (its publisher's name, "final report"). */
type TitleMatch = "same" | "near";

export interface Matcher {
  title(text: string): TitleMatch | undefined;
  /** Whether a text is a title's beginning, and most of it: a cover's lines may be cut at the paper's edge. */
  beginsTitle(text: string): boolean;
  /** Whether a word of every subject group stands in a text. */
  isOnSubject(text: string): boolean;
  /** The subject groups of which no word stands in a text, as the watch gives them. */
  lacks(text: string): readonly string[][];
  /** Whether a word of any subject group stands in a text. */
  hasSubjectWord(text: string): boolean;
  /** Whether all of a short text is words of one subject group: "Russia". */
  isOneWord(text: string): boolean;
  /** How often words of each subject group stand in a text, the group that has the fewest. */
  leastMentions(text: string): number;
  /** Whether a headline is a name of the thing itself: its subject and the publisher's name, and hardly a word more. */
  isNamed(headline: string): boolean;
  /** Whether a headline says that it has been issued, and does not speak of a time to come or of other people’s wishes. */
  saysIssued(headline: string): boolean;
  /** Whether a headline is about it rather than it: what is to come, what others say of it, papers that go with it. */
  isAbout(headline: string): boolean;
  /** Whether a text names itself as a paper that goes with a publication: a summary, a flyer, a press release. */
  isCompanion(text: string): boolean;
  /** Whether every word of a text is the watch's own: of its titles, its subject, its publisher's name. */
  isOwnWords(text: string): boolean;
  /** Whether a line may stand beside a title on a cover: a date, a number, an author, words of the thing itself. */
  standsOnCover(line: string): boolean;
  /** Whether a text mentions what the watch is about. */
  mentions(text: string): boolean;
  /** Whether a document's own words say that it is still to come. */
  saysToCome(text: string): boolean;
}

/**
 * The share of a title's words that must be there: a slug leaves out small words and a country's long name. Chosen on the odd
 * cases of promised-then-published.json, shown on the even ones (match.test.ts); of either, no word of another thing's may
 * stand beside it: one word ("Guide to …") makes it another paper.
 */
const LEAST_RECALL = 0.7;
/** Of a shorter title every word must be there: "Independent report on the fire" is not "Review of the Marlow Harbour fire". */
const LONG_TITLE = 6;
/** Of a headline that names the thing, this share may be words of no meaning to us. */
const MOST_UNKNOWN = 0.2;
const TO_COME =
  /\b(?:will be|to be|is due to be|expected to be) (?:published|released|issued|made public|available|posted)|\b(?:forthcoming|coming soon|not yet (?:available|published|public)|available soon|under embargo|sera publie|seran publicad[oa]s?|sera publicad[oa]|proximamente|prochainement)\b|будет опубликован|即将发布|尚未发布/;
/** The share of a title, from its start, that a cover must show. */
const LEAST_OPENING = 0.6;
/** Words that a thing's name may have around it. */
const AROUND = words(
  "final full new independent the official public report publication document edition version volume part pdf",
);
/** Words of a cover that say whose it is, where it was put before, and its number. English: on a cover in another language the bot asks. */
const ON_COVER = words(
  "a an by for to in on at and its as from under dated no nr of on pursuant section act article accordance with presented parliament congress council assembly general human rights session ordered house commons lords senate printed return address command majesty majestys his her hc cp hl cm isbn issn copyright crown distr original english french spanish russian arabic chinese united nations department ministry office government committee commission chair chairman chairwoman chaired led author authors prepared submitted secretary minister inspector commissioner high president annual special united kingdom main final advance unedited unofficial transport health justice education home foreign affairs defence environment treasury business trade energy work pensions culture media sport housing communities local government science technology northern ireland scotland wales web accessible",
);
/** A page number, an address on the web, a copyright line. */
const PAGE_MARK = /^(?:page |p\. ?)?[\divxlc]{1,5}$|^(?:https?:\/\/|www\.)\S+$|^©/i;
/** A line that names an author. */
const AUTHOR =
  /^(?:by|par|por|von|the )?\s*(?:rt\.? hon\.?|the right honourable|sir|dame|lord|lady|baroness|baron|dr|prof(?:essor)?|judge|justice|mr|mrs|ms|madame|monsieur)\b/i;
const MOST_AUTHOR_WORDS = 8;
/** Lines of licences and numbers, which say nothing of what a document is. */
const LICENCE =
  /^(?:©|crown copyright|this publication is (?:licensed|available)|you may re-?use this|to view this licence|where we have identified|isbn|web isbn|print isbn)(?![\p{L}])/iu;
/** Somebody who is named for what they bring to it, not for having written it. */
const NOT_ITS_AUTHOR = /\b(?:witness|evidence|expert|proof|submission|statement|counsel|response)\b/i;

/** The first characters of a text that may hold its title. */
const OPENING = 2500;
const NUMBER = /^\d+$/;
/** A title of fewer words is what other titles are made of. */
const LEAST_NAMED = 4;
/** What ends before a title and makes it the title's subject. */
const PAPER_ON = /\b(?:on|of|about|to|for|into|sur|de|del|sobre|о|об)(?: the| la| le| el)? $/;
/** Different words of one text that are looked at: more than the longest title or post has (read/bounds.ts, MAX_TITLE). */
const MAX_WORDS = 200;
const MAX_TEXT = 200_000;

function createMatcher({ title, publisher, evidence: rules }: Watch): Matcher {
  const spelled = speller(rules.spellings);
  const wordsOf = (text: string) => spelled(words(withoutDates(text)));
  let last: { text: string; found: readonly string[] } | undefined;
  /** Several questions are asked of one text, one after the other. */
  const unique = (text: string) => {
    last = last?.text === text ? last : { text, found: [...new Set(wordsOf(text))].slice(0, MAX_WORDS) };
    return last.found;
  };
  const titles = rules.titles.map((one) => [...new Set(wordsOf(one))]);
  const wholeTitles = rules.titles.map((one) => wordsOf(one).join(" "));
  const groups = rules.subject.map((group) => group.map(wordsOf));
  const topic = rules.topic.map(wordsOf);
  const own = fold([title, ...rules.titles, ...rules.subject.flat()].join(" . "));
  const names = wordsOf([publisher.name, ...publisher.hosts.map((host) => host.replaceAll(".", " "))].join(" "));
  const ofTheThing = [...groups.flat(2), ...titles.flat(), ...wordsOf(title), ...names, ...AROUND];

  const isIn = (word: string, found: readonly string[]) => found.some((other) => isSameWord(word, other));
  const has = (found: readonly string[], term: readonly string[]) => term.every((word) => isIn(word, found));
  const isOnSubject = (found: readonly string[]) => groups.every((group) => group.some((term) => has(found, term)));

  const isAbout = (headline: string) =>
    speaksOfIt.in(headline, own) !== undefined || goesWithIt.in(headline, own) !== undefined;

  /** "Report on the Review of …": a paper on it, in its own words. */
  const folded = rules.titles.map(fold).filter((one) => one.split(" ").length >= LEAST_NAMED);
  const isOnTitle = (text: string) => {
    const said = fold(text);
    return folded.some((one) => said.includes(one) && PAPER_ON.test(said.slice(0, said.indexOf(one))));
  };

  return {
    title(text) {
      const found = unique(text);
      if (found.length === 0 || !isOnSubject(found)) return undefined;
      let best: TitleMatch | undefined;
      for (const one of titles) {
        // "Part 1" is not "part 2", nor last year's report this year's.
        if (one.some((word) => NUMBER.test(word) && !found.includes(word))) continue;
        const missing = one.filter((word) => !isIn(word, found)).length;
        if (missing > (one.length < LONG_TITLE ? 0 : one.length * (1 - LEAST_RECALL))) continue;
        if (isOnTitle(text)) continue;
        if (found.every((word) => isIn(word, one))) return "same";
        if (found.every((word) => isIn(word, one) || isIn(word, ofTheThing))) best = "near";
      }
      return best;
    },
    beginsTitle(text) {
      const opening = wordsOf(text).join(" ");
      return (
        isOnSubject(unique(text)) &&
        wholeTitles.some((one) => one.startsWith(opening) && opening.length >= one.length * LEAST_OPENING)
      );
    },
    isOnSubject: (text) => isOnSubject(unique(text)),
    lacks(text) {
      const found = unique(text);
      return rules.subject.filter((_, index) => !groups[index]?.some((term) => has(found, term)));
    },
    hasSubjectWord(text) {
      const found = unique(text);
      return groups.some((group) => group.some((term) => has(found, term)));
    },
    isOneWord(text) {
      const found = unique(text);
      return found.length > 0 && groups.some((group) => found.every((word) => isIn(word, group.flat())));
    },
    leastMentions(text) {
      const found = wordsOf(text.slice(0, MAX_TEXT));
      const counts = groups.map((group) => {
        const heads = [...new Set(group.map(([first = ""]) => first))];
        return found.filter((word) => isIn(word, heads)).length;
      });
      return Math.min(...counts);
    },
    isNamed(headline) {
      const found = unique(headline);
      if (!isOnSubject(found)) return false;
      const unknown = found.filter((word) => !isIn(word, ofTheThing));
      return unknown.length / found.length <= MOST_UNKNOWN;
    },
    saysIssued: (headline) =>
      !isAbout(headline) && saysIssued.in(headline) !== undefined && isOnSubject(unique(headline)),
    isAbout,
    isCompanion: (text) => goesWithIt.in(text, own) !== undefined,
    isOwnWords: (text) => unique(text).every((word) => isIn(word, ofTheThing)),
    standsOnCover(line) {
      if (LICENCE.test(line.trim())) return true;
      if (PAGE_MARK.test(line.trim()) || line.split(" ").every((part) => !/\p{Ll}{2}/u.test(part) && /\d/.test(part)))
        return true;
      const found = unique(line).filter((word) => !NUMBER.test(word));
      if (AUTHOR.test(line) && !NOT_ITS_AUTHOR.test(line) && found.length <= MOST_AUTHOR_WORDS && !isAbout(line))
        return true;
      return found.every((word) => isIn(word, ofTheThing) || ON_COVER.includes(word)) && !isAbout(line);
    },
    mentions(text) {
      const found = wordsOf(text);
      return topic.some((term) => has(found, term));
    },
    saysToCome: (text) => TO_COME.test(fold(text.slice(0, OPENING))),
  };
}

/** Puts one spelling for all: words, and names of several words ("Foreign Intelligence Surveillance Act" for "FISA"). */
function speller(spellings: readonly (readonly string[])[]): (found: string[]) => string[] {
  const single = new Map<string, string[]>();
  const several: { written: string[]; stands: string[] }[] = [];
  for (const same of spellings) {
    const stands = words(same[0] ?? "");
    for (const one of same.slice(1)) {
      const written = words(one);
      if (written.length === 1 && written[0] !== undefined) single.set(written[0], stands);
      else if (written.length > 1) several.push({ written, stands });
    }
  }
  return (found) => {
    const out: string[] = [];
    for (let at = 0; at < found.length; ) {
      const name = several.find(({ written }) => written.every((word, index) => found[at + index] === word));
      const word = found[at] ?? "";
      out.push(...(name?.stands ?? single.get(word) ?? [word]));
      at += name?.written.length ?? 1;
    }
    return out;
  };
}

/** "June 2024" on a cover is a date, and no words of a title. */
function withoutDates(text: string): string {
  let rest = text.slice(0, MAX_TEXT);
  if (!/\p{Nd}/u.test(rest)) return rest;
  for (const { index, length } of writtenDates(rest).toReversed())
    rest = `${rest.slice(0, index)} ${rest.slice(index + length)}`;
  return rest;
}

const matchers = new WeakMap<Watch, Matcher>();

/** The matcher of a watch, made once. */
export function matcherFor(watch: Watch): Matcher {
  const known = matchers.get(watch) ?? createMatcher(watch);
  matchers.set(watch, known);
  return known;
}
