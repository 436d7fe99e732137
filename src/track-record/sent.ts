/**
 * How the bot’s own forecasts did: each that people were told, held against what came, once the document is out or the day asked about
 * is over. Beside it what the literal reading would have said.
 */
import { type CivilDate, daysBetween } from "../time/civil-date.ts";
import type { Odds } from "./odds.ts";
import { literalChance } from "./scores.ts";

/** A forecast that people were told. */
export interface Sent {
  watch: string;
  odds: Odds;
}

/** How a watch stands. */
export interface Ending {
  publishedOn?: CivilDate | undefined;
  /** It was taken back, or will not come: every chance meant that it is not. */
  isDropped: boolean;
  /** The last day that is over, and on which it would have been seen. */
  seenUntil: CivilDate;
}

/** One forecast and what came of it. Lower is better. */
export interface ScoredForecast extends Sent {
  on: CivilDate;
  by: CivilDate;
  chance: number;
  literal: number;
  came: boolean;
}

/** The means over forecasts. */
export interface MeanScore {
  /** (chance − whether it came)², 0 to 1 (Brier 1950). */
  brier: number;
  /** −ln of the chance that was given to what came (Good 1952). */
  log: number;
}

export interface OwnScores {
  forecasts: number;
  watches: number;
  own: MeanScore;
  literal: MeanScore;
}

/** No score is without end: the literal reading may give no chance to what comes. */
const LEAST = 1e-3;

/** @returns undefined where nothing can be said of it yet, or ever: before its day, where it is dropped, and where it was out before */
export function scoreSent(
  { watch, odds }: Sent,
  { publishedOn, isDropped, seenUntil }: Ending,
): ScoredForecast | undefined {
  const { says, on, promise, day } = odds;
  if (says.kind !== "chance" || isDropped || (publishedOn && publishedOn < on)) return undefined;
  const { by, chance } = says.nextDays;
  if (!publishedOn && seenUntil < by) return undefined;
  const literal = literalChance(promise, day - 1, daysBetween(promise.said, by));
  return { watch, odds, on, by, chance, literal, came: publishedOn !== undefined && publishedOn <= by };
}

/** @returns undefined of none */
export function meanScores(scored: readonly ScoredForecast[]): OwnScores | undefined {
  if (scored.length === 0) return undefined;
  const mean = (of: (one: ScoredForecast) => number) => scored.reduce((sum, one) => sum + of(one), 0) / scored.length;
  const scoreOf = (chanceOf: (one: ScoredForecast) => number): MeanScore => ({
    brier: mean((one) => (chanceOf(one) - (one.came ? 1 : 0)) ** 2),
    log: mean((one) => -Math.log(Math.max(LEAST, one.came ? chanceOf(one) : 1 - chanceOf(one)))),
  });
  return {
    forecasts: scored.length,
    watches: new Set(scored.map(({ watch }) => watch)).size,
    own: scoreOf(({ chance }) => chance),
    literal: scoreOf(({ literal }) => literal),
  };
}
