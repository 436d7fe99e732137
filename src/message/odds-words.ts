/** What the record of such promises says of one, in sentences. Whole hundredths, never without the range and how many there were. */
import type { Status } from "../judge/status.ts";
import { type CivilDate, daysAfter } from "../time/civil-date.ts";
import { type Basis, type Chance, NEXT_DAYS } from "../track-record/forecast.ts";
import type { HeldRecord } from "../track-record/held-record.ts";
import { type Beforehand, floorAhead, type Odds } from "../track-record/odds.ts";
import type { Kind, ScoredPromise } from "../track-record/promise.ts";
import type { Watch } from "../watch/watch.ts";
import type { Catalogue, Hundredths } from "./catalogue.ts";

/** In how many signs a chance is shown. */
const SIGNS = 10;

/** What a message says of the record. */
export interface OddsWords {
  /** How such promises went; the chance. */
  sentences: string[];
  /** Of the days ahead, 0 to 1; left out where no number is given. */
  chance?: number | undefined;
  small: string;
}

/** How the watch stands: the promise that the clock runs from needs no name, and only what was looked for and not found is not out. */
type Now = Pick<Status, "promisedOn" | "verdict">;

export function oddsWords(words: Catalogue, odds: Odds, now: Now): OddsWords {
  const { record } = words;
  const { promise, says, asOf } = odds;
  return {
    sentences: [
      keptSentence(words, promise.kind, says.basis),
      [
        ...(says.basis.leansOnAll && says.basis.rows > 0
          ? [record.leansOnAll(says.basis.rows, says.basis.allRows)]
          : []),
        ...notOut(words, odds, now),
        ...chanceSentences(words, odds),
      ].join(" "),
    ],
    chance: says.kind === "chance" ? says.nextDays.chance : undefined,
    small: record.basis(says.basis.allRows, asOf),
  };
}

/** All that the record says of a promise, for who asks: a sentence each. */
export function allOddsWords(words: Catalogue, odds: Odds, now: Now): string[] {
  const { record, day, dayBeside } = words;
  const { says, on } = odds;
  const { sentences } = oddsWords(words, odds, now);
  if (says.kind !== "chance") return sentences;
  const { byLatest, by, span } = says;
  return [
    ...sentences,
    ...(byLatest ? [record.byLatest(dayBeside(byLatest.by, on), shareOf(words, byLatest))] : []),
    ...by
      .filter((chance) => chance.by !== byLatest?.by)
      .map((chance) => record.by(dayBeside(chance.by, on), shareOf(words, chance))),
    ...(span.from && span.to ? [record.span(dayBeside(span.from, span.to), day(span.to))] : []),
  ];
}

function keptSentence({ record }: Catalogue, kind: Kind, { rows, cases, kept, allRows }: Basis): string {
  return rows === 0 ? record.none(record.kinds[kind], allRows) : record.kept(rows, record.kinds[kind], cases, kept);
}

function notOut({ record }: Catalogue, { promise, day }: Odds, { promisedOn, verdict }: Now): string[] {
  const phrase = promise.said === promisedOn ? undefined : promise.phrase;
  if (day === 0) return [];
  return [verdict === "unpublished" ? record.notOut(day, phrase) : record.notConfirmed(day, phrase)];
}

/** Of a named day none come before it, most on it: the middle is no day before and after which as many come. */
function middleOf({ promise, on, says }: Odds): CivilDate | undefined {
  const middle = says.kind === "chance" ? says.middle : undefined;
  const named = promise.kind === "exact-date" ? daysAfter(promise.said, promise.latestDay) : promise.said;
  return middle && middle > on && middle > named ? middle : undefined;
}

function chanceSentences(words: Catalogue, odds: Odds): string[] {
  const { on, says } = odds;
  const middle = middleOf(odds);
  const { record, dayBeside } = words;
  if (says.kind !== "chance") return [record.tooFew[says.because]];
  return [
    record.nextDays(NEXT_DAYS, shareOf(words, says.nextDays)),
    ...(middle ? [record.middle(dayBeside(middle, on))] : []),
  ];
}

export function beforehandSentence(words: Catalogue, { promise, day, basis, chance }: Beforehand): string {
  return words.record.beforehand(basis.rows, words.record.kinds[promise.kind], day, shareOf(words, chance));
}

/** "about 37 in 100 (30 to 58)" */
function shareOf({ record }: Catalogue, { chance, low, high }: Omit<Chance, "by">): string {
  return record.share(hundredths(chance), hundredths(low), hundredths(high));
}

function hundredths(chance: number): Hundredths {
  if (chance < 0.01) return "fewer than 1";
  return chance > 0.99 ? "more than 99" : Math.round(chance * 100);
}

/** Ten signs, as many of them filled as the chance has tenths. */
export function signsOf(chance: number): string {
  const filled = Math.round(chance * SIGNS);
  return "●".repeat(filled) + "○".repeat(SIGNS - filled);
}

/** A row of the record, in a line: what was said of what, when, and how it went. */
export function rowWords(
  { record }: Catalogue,
  { phrase, case: document, said, status, until, scored }: ScoredPromise,
): string {
  const ended = status === "published" ? (scored.isKept ? "kept" : "late") : status;
  return `${record.row(phrase, document, said)}: ${record.ended[ended](until)}`;
}

/** What the figures rest on, and what they cannot say: always within reach of them. */
export function caveats(words: Catalogue, held: HeldRecord, { says, asOf }: Odds): string[] {
  const { basis, sample, weakSpots } = words.record;
  return [basis(says.basis.allRows, asOf), biasSentence(words, held), sample, weakSpots];
}

/** How the rows were found, and what came of them: those that a search found which knew nothing of it, and the others. */
export function biasSentence({ record }: Catalogue, held: HeldRecord): string {
  const { all, neutral } = held.without(undefined);
  return record.bias(neutral, { rows: all.rows - neutral.rows, kept: all.kept - neutral.kept });
}

/** Why the record says nothing of a watch. */
export function whyNoOdds(
  { record }: Catalogue,
  watch: Pick<Watch, "record" | "statements" | "days">,
  { verdict, today }: Pick<Status, "verdict" | "today">,
): string {
  if (watch.record === "off") return record.nothing.off;
  const isOut = verdict === "published" || verdict === "withdrawn";
  const floor = isOut ? undefined : floorAhead(watch, today);
  if (floor) return record.floor(floor);
  return record.nothing[isOut ? "out" : "none"];
}
