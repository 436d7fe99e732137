/** Which kind of promise a statement makes: by the words that speak of time, as the lexicon reads them. */
import { readTime } from "../commitment/lexicon/lexicon.ts";
import type { Unit, Vague } from "../commitment/lexicon/meaning.ts";
import type { Period, Time } from "../commitment/lexicon/time.ts";
import { daysBetween } from "../time/civil-date.ts";
import type { NamedDay, Statement } from "../watch/statement.ts";
import { scoredKind } from "./outcome.ts";
import type { Kind, OpenPromise } from "./promise.ts";

const OF_VAGUE: Readonly<Record<Vague, Kind>> = {
  "any-moment": "vague-soon",
  imminent: "vague-soon",
  "very-soon": "vague-soon",
  shortly: "vague-soon",
  soon: "vague-soon",
  "near-future": "vague-soon",
  "as-soon-as-possible": "vague-asap",
  "due-course": "vague-due-course",
};

/** Units that nobody counted; hours are over before one would look, and years no row has. */
const OF_UNIT: Readonly<Record<Unit, Kind>> = {
  minutes: "deadline",
  hours: "deadline",
  days: "vague-days",
  workdays: "vague-days",
  weeks: "vague-weeks",
  fortnights: "vague-weeks",
  months: "vague-months",
  years: "deadline",
};

/**
 * What a statement promises, as the record knows promises.
 * @param days those that the phrase may call by name
 * @returns undefined where it promises nothing, or names no days
 */
export function promiseOf(statement: Statement, days: readonly NamedDay[] = []): OpenPromise | undefined {
  if (statement.bearing !== "promise") return undefined;
  const { on: said, phrase } = statement;
  const read = readTime(phrase, said, days);
  const horizon = statement.horizon ?? read?.horizon;
  if (!horizon) return undefined;
  const latestDay = Math.max(0, daysBetween(said, horizon.latest));
  // What must be there by a day may come on any before it, whatever the day is called besides.
  const isBound = read?.time.kind === "period" && read.time.relation !== "in" && !statement.horizon;
  const earliestDay = isBound ? 0 : Math.min(latestDay, Math.max(0, daysBetween(said, horizon.earliest)));
  const worded = read && kindOf(read.time, latestDay, earliestDay === latestDay);
  // Dates by hand are the longest reading of words that the record knows; of others they say all that there is.
  const isByHand = statement.horizon !== undefined && (!worded || worded === "exact-date" || worded === "deadline");
  const kind = isByHand ? scoredKind(earliestDay === latestDay ? "exact-date" : "deadline", latestDay) : worded;
  if (!kind) return undefined;
  return { kind, said, earliestDay: kind === "exact-date" ? latestDay : earliestDay, latestDay };
}

/**
 * The kind of a time that was read. What is counted ("within two weeks") and what ends by something ("by the end of the first
 * quarter") are deadlines, as in the record.
 * @param latestDay days to the last of its longest reading
 * @param isOneDay whether that reading is of a single day
 */
function kindOf(time: Time, latestDay: number, isOneDay: boolean): Kind {
  switch (time.kind) {
    case "vague":
      return OF_VAGUE[time.vague];
    case "amount":
      return OF_UNIT[time.unit];
    case "counted":
      return "deadline";
    // What ends last decides whether it was kept.
    case "either": {
      const kind = kindOf(time.other, latestDay, isOneDay);
      return kind === "exact-date" && !isOneDay ? "deadline" : kind;
    }
    case "both":
      return kindOf(time.other, latestDay, isOneDay);
    case "period": {
      if (isDay(time.period))
        return time.relation === "in" || isOneDay ? scoredKind("exact-date", latestDay) : "deadline";
      return time.relation === "in" && isSeason(time.period) ? "season" : "deadline";
    }
  }
}

function isDay({ kind }: Period): boolean {
  return kind === "date" || kind === "day" || kind === "weekday";
}

/** Seasons and quarters; the new year, and what is early in one. */
function isSeason(period: Period): boolean {
  switch (period.kind) {
    case "months":
    case "running":
      return period.length === 3 || (period.length === 12 && period.part === "early");
    case "feast":
      return period.feast === "new-year" || period.feast === "turn-of-year";
    default:
      return false;
  }
}
