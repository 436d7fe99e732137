/**
 * What speaks for a day, and the day that most speaks for. There are three witnesses: what a page says for programs, its address,
 * and its words, which speak once for a day however often it stands there. A date later than the true one is the worst mistake
 * to make: where witnesses are against each other, the day is left open between them.
 */
import type { CivilDate } from "../../time/civil-date.ts";
import { type Dated, earliestOf, latestOf, oneOf } from "../../time/dated.ts";
import { DAY_MS } from "../../time/instant.ts";

type Witness = "data" | "address" | "words";

/**
 * Where a day is said, by whom, and how far that is trusted. Words beside the title are right more often than what is said for
 * programs; far from it they are another's as often.
 */
const PLACES = {
  data: ["data", 3],
  address: ["address", 4],
  monthInAddress: ["address", 1],
  /** Near the title, and said to be of publication; in a place for dates, or right beside the title; in a line that says more. */
  named: ["words", 3],
  near: ["words", 2.5],
  beside: ["words", 2],
  /** Said or marked to be of publication, far from the title; or only standing there. */
  namedFar: ["words", 2],
  far: ["words", 1],
} as const satisfies Record<string, readonly [Witness, number]>;
export type Place = keyof typeof PLACES;

/** A day that is said in a place; of one place the first is the likeliest. */
export interface Said {
  place: Place;
  dated: Dated;
}

interface Claim {
  witness: Witness;
  dated: Dated;
  trust: number;
}

/** How far a place is trusted in another day than the ones it said before. */
const SAID_LATER = 2 / 3;
/** A program that writes times in UTC may be a day off what the page says to people. */
const A_DAY_OFF = 2 / 3;
/** A day that is open speaks little for itself. */
const OPEN = 1 / 4;
/** By so much must a day lead, or it is not decided. */
const LEAD = 1;
const MAX_CLAIMS = 100;

/** The day that most is said for, or the earliest and the latest where nothing decides between two. */
export function mostTrusted(said: readonly Said[]): Dated | undefined {
  const claims = claimsOf(said);
  const [best, ...others] = claims
    .map((claim) => ({ ...claim, sum: trustIn(claim, claims) }))
    .sort((a, b) => b.sum - a.sum || ((earliestOf(a.dated) ?? "") < (earliestOf(b.dated) ?? "") ? -1 : 1));
  if (!best?.dated.date) return best?.dated;
  if (isOneOfMany(best, others)) return undefined;
  const rival = others.find((other) => isRival(other, best, claims))?.dated.date;
  return rival ? oneOf([best.dated.date, rival]) : best.dated;
}

type Summed = Claim & { sum: number };

/** Days far from the title, and nothing else: those of a list. */
function isOneOfMany(best: Summed, others: readonly Summed[]): boolean {
  return best.sum <= PLACES.far[1] && others.some(({ dated }) => dated.date);
}

/** Whether another witness says another day, is trusted nearly as far, and has not a word for this one. */
function isRival(other: Summed, best: Summed, claims: readonly Claim[]): boolean {
  if (other.witness === best.witness || other.trust < PLACES.beside[1] || best.sum - other.sum > LEAD) return false;
  return (
    other.dated.date !== undefined &&
    !claims.some((claim) => claim.witness === other.witness && speaksFor(claim, best) > 0)
  );
}

/** Each day once of each witness. */
function claimsOf(said: readonly Said[]): Claim[] {
  const claims = new Map<string, Claim>();
  const days = new Map<Place, number>();
  for (const { place, dated } of said) {
    const [witness, most] = PLACES[place];
    const key = `${witness} ${earliestOf(dated)} ${latestOf(dated)}`;
    const known = claims.get(key);
    const before = days.get(place) ?? 0;
    const trust = most * SAID_LATER ** before;
    if (!known) days.set(place, before + 1);
    if (!known || known.trust < trust) claims.set(key, { witness, dated, trust });
    if (claims.size >= MAX_CLAIMS) break;
  }
  return [...claims.values()];
}

function trustIn(day: Claim, claims: readonly Claim[]): number {
  const sums = { data: 0, address: 0, words: 0 };
  for (const claim of claims) sums[claim.witness] = Math.max(sums[claim.witness], claim.trust * speaksFor(claim, day));
  return (sums.data + sums.address + sums.words) * (day.dated.date ? 1 : OPEN);
}

/** How far one claim speaks for the day of another, from 0 to 1. */
function speaksFor({ witness, dated: said }: Claim, { witness: ofWitness, dated, trust }: Claim): number {
  if (said === dated) return 1;
  const { date } = dated;
  if (!date) return 0;
  if (said.either) return said.either[0] <= date && date <= said.either[1] ? 1 : 0;
  if (said.date === date) return 1;
  const mayBeOff = witness === "data" && ofWitness !== "data" && trust > PLACES.far[1];
  return mayBeOff && said.date && isDayOff(said.date, date) ? A_DAY_OFF : 0;
}

function isDayOff(one: CivilDate, other: CivilDate): boolean {
  return Math.abs(Date.parse(one) - Date.parse(other)) === DAY_MS;
}
