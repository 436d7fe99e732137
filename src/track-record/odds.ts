/**
 * What the record says of a commitment on a day. The newest dated promise counts, broken or not, and none is multiplied with another. What
 * is said without a date leaves its clock running; a withdrawal ends it, and what is promised again later is a new day 0.
 */
import { floorOf } from "../commitment/timing.ts";
import { type CivilDate, daysAfter, daysBetween } from "../time/civil-date.ts";
import type { Statement } from "../watch/statement.ts";
import type { Watch } from "../watch/watch.ts";
import { type Basis, type Chance, type CurvePoint, curve, type Forecast, forecast } from "./forecast.ts";
import type { HeldRecord } from "./held-record.ts";
import { promiseOf } from "./kinds.ts";
import type { Kind, OpenPromise, ScoredPromise } from "./promise.ts";

export interface Odds {
  promise: Asked;
  /** The day on which it is asked, and its number: the day of the promise is day 0. */
  on: CivilDate;
  day: number;
  says: Exclude<Forecast, { kind: "no-record" }>;
  /** The last day of which the record knows anything. */
  asOf: CivilDate;
}

/** What the record gave beforehand to what is out by now, seen from the day of the first promise. */
export interface Beforehand {
  promise: Asked;
  day: number;
  basis: Basis;
  chance: Chance;
  asOf: CivilDate;
}

/** The promise that is asked about. */
export interface Asked extends OpenPromise {
  phrase: string;
}

type Promised = Pick<Watch, "statements" | "days" | "record">;

/**
 * @param today in the publisher’s zone
 * @param by further days to give the chance for
 * @returns undefined where nothing that is dated stands promised, before the day of a floor, with too small a record, and where the
 * watch has it switched off. That it is out, or withdrawn by what was found, is for the caller to know
 */
export function oddsOf(
  watch: Promised,
  held: HeldRecord,
  today: CivilDate,
  by: readonly CivilDate[] = [],
): Odds | undefined {
  const { asOf } = held;
  const promise = watch.record === "off" || !asOf ? undefined : promiseInForce(watch, today);
  if (!promise || !asOf || floorAhead(watch, today)) return undefined;
  const says = forecast(recordFor(watch, held), promise, today, by);
  if (says.kind === "no-record") return undefined;
  return { promise, on: today, day: daysBetween(promise.said, today), says: rounded(says), asOf };
}

/** The curve of the promise in force, for a picture. */
export interface Curve {
  promise: Asked;
  points: readonly CurvePoint[];
  on: CivilDate;
}

/** A picture goes on for at least this long behind the day on which it is asked. */
const SHOWN_AHEAD = 90;

/** @returns undefined as `oddsOf` does, and where no chance is given */
export function curveOf(watch: Promised, held: HeldRecord, today: CivilDate): Curve | undefined {
  const odds = oddsOf(watch, held, today);
  if (odds?.says.kind !== "chance") return undefined;
  const { promise, day } = odds;
  const last = Math.max(2 * (promise.latestDay + 1), day + SHOWN_AHEAD);
  const points = curve(recordFor(watch, held), promise, daysAfter(promise.said, last));
  return { promise, points, on: today };
}

/** The rows that are worded as a promise is, without the document's own; the newest first. */
export function rowsLike(watch: Promised, held: HeldRecord, kind: Kind): ScoredPromise[] {
  return recordFor(watch, held)
    .rows.filter(({ scored }) => scored.kind === kind && scored.tells)
    .toSorted((a, b) => (a.said < b.said ? 1 : a.said > b.said ? -1 : a.id < b.id ? -1 : 1));
}

/** @returns undefined where nothing dated was promised before that day, and as above */
export function beforehandOf(watch: Promised, held: HeldRecord, publishedOn: CivilDate): Beforehand | undefined {
  const { asOf } = held;
  const [first] = watch.record === "off" || !asOf ? [] : promisesUntil(watch, publishedOn);
  if (!first || !asOf || first.said > publishedOn) return undefined;
  const says = forecast(recordFor(watch, held), first, first.said, [publishedOn]);
  const [chance] = says.kind === "chance" ? says.by : [];
  if (says.kind !== "chance" || !chance) return undefined;
  const day = daysBetween(first.said, publishedOn);
  return { promise: first, day, basis: says.basis, chance: roundedChance(chance), asOf };
}

/** The promise in force on a day; undefined before the first, and after a withdrawal. */
function promiseInForce(watch: Promised, today: CivilDate): Asked | undefined {
  return promisesUntil(watch, today).at(-1);
}

function recordFor({ record }: Promised, held: HeldRecord) {
  return held.without(record === "off" ? undefined : record?.case);
}

/** The dated promises that were made by a day, since the last withdrawal. */
function promisesUntil({ statements, days }: Promised, today: CivilDate): Asked[] {
  const promises: Asked[] = [];
  for (const statement of saidUntil(statements, today)) {
    if (statement.bearing === "withdrawal") promises.length = 0;
    const promise = promiseOf(statement, days);
    if (promise) promises.push({ ...promise, phrase: statement.phrase });
  }
  return promises;
}

/** The day before which it was said not to come, where that is still ahead. */
export function floorAhead(
  { statements, days }: Pick<Promised, "statements" | "days">,
  today: CivilDate,
): CivilDate | undefined {
  const floors = saidUntil(statements, today).flatMap((statement) => floorOf(statement, days) ?? []);
  return floors
    .filter((floor) => floor > today)
    .sort()
    .at(-1);
}

function saidUntil(statements: readonly Statement[], today: CivilDate): Statement[] {
  return statements.filter(({ on }) => on <= today).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** What is kept of a chance: enough to say it and to score it, and the same on every machine, whose logarithms differ in their last digit. */
function roundedChance({ by, ...shares }: Chance): Chance {
  const [chance, low, high] = [shares.chance, shares.low, shares.high].map((share) => Math.round(share * 1e6) / 1e6);
  return { by, chance: chance as number, low: low as number, high: high as number };
}

function rounded(says: Odds["says"]): Odds["says"] {
  if (says.kind !== "chance") return says;
  const { nextDays, byLatest, by } = says;
  return {
    ...says,
    nextDays: roundedChance(nextDays),
    byLatest: byLatest && roundedChance(byLatest),
    by: by.map(roundedChance),
  };
}
