/**
 * What the record teaches of each kind of promise: how often it is kept, where in its window, and how late the late ones are.
 * Few rows lean on all of them: shrinkage to the pooled rate, as if each kind had brought `PSEUDO_ROWS` of the pool with it (the
 * posterior means of a beta-binomial and of a gamma-exponential model; Gelman et al., Bayesian Data Analysis, §2.4–2.6).
 */
import { fitLateness, type Lateness } from "./lateness.ts";
import { KINDS, type Kind, type ScoredPromise } from "./promise.ts";

/** m of the specification: what the pool weighs against the rows of a kind. */
const PSEUDO_ROWS = 8;
const LEAST_SHARE = 1e-6;

/** What the rows of one kind say. */
interface KindFit {
  /** Rows that tell of keeping, those of them that were kept, and the documents they speak of. */
  rows: number;
  kept: number;
  cases: number;
  /** p: the chance that it is kept, by the last day of its longest reading. */
  keptShare: number;
  /** Of the logit of p: 1 ÷ (cases × p × (1 − p)), the delta method for a binomial share; the pool's rows count as cases. */
  keptVariance: number;
  /** a: 1 where the kept ones come evenly over their window, above where they come towards its end. */
  shape: number;
  /** Of ln a: 1 ÷ rows, as of the rate of an exponential. */
  shapeVariance: number;
}

export interface Fit {
  rows: number;
  kept: number;
  /** p̄, the pooled rate. */
  keptShare: number;
  kinds: Readonly<Record<Kind, KindFit>>;
  /** None where too few were late to say how late. */
  lateness: Lateness | undefined;
}

/** @param rows in an order of their own (`inOrder`): sums of fractions depend on it in their last digits */
export function fitRows(rows: readonly ScoredPromise[]): Fit {
  const telling = rows.filter(({ scored }) => scored.tells);
  const kept = telling.filter(({ scored }) => scored.isKept).length;
  const keptShare = telling.length > 0 ? kept / telling.length : 0.5;
  const places = telling.flatMap((row) => {
    const place = placeInWindow(row);
    return place === undefined ? [] : [{ kind: row.scored.kind, ...place }];
  });
  const pooledShape = places.length > 0 ? places.length / total(places) : 1;
  const kindFit = (kind: Kind): KindFit => {
    const own = telling.filter(({ scored }) => scored.kind === kind);
    const ownKept = own.filter(({ scored }) => scored.isKept).length;
    const cases = new Set(own.map((row) => row.case)).size;
    const share = inside((ownKept + PSEUDO_ROWS * keptShare) / (own.length + PSEUDO_ROWS));
    const ownPlaces = places.filter((place) => place.kind === kind);
    return {
      rows: own.length,
      kept: ownKept,
      cases,
      keptShare: share,
      keptVariance: 1 / ((cases + PSEUDO_ROWS) * share * (1 - share)),
      shape: (ownPlaces.length + PSEUDO_ROWS) / (total(ownPlaces) + PSEUDO_ROWS / pooledShape),
      shapeVariance: 1 / (ownPlaces.length + PSEUDO_ROWS),
    };
  };
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, kindFit(kind)])) as Record<Kind, KindFit>;
  return { rows: telling.length, kept, keptShare, kinds, lateness: fitLateness(rows) };
}

/**
 * x = −ln of how much of its window had gone by when a kept promise came. Under a power law over the window (Kumaraswamy's
 * distribution with b = 1, that is Beta(a, 1)) it is exponential with rate a, so that a is estimated as rows ÷ Σx.
 */
function placeInWindow({ scored }: ScoredPromise): { x: number } | undefined {
  const { kind, isKept, earliestDay, latestDay, lastDay } = scored;
  if (!isKept || kind === "exact-date" || latestDay <= earliestDay || lastDay < earliestDay) return undefined;
  return { x: -Math.log((lastDay - earliestDay + 0.5) / (latestDay - earliestDay + 1)) };
}

/** No chance is said to be none, or to be certain: not even where of few rows none was kept, or all. */
export function inside(share: number): number {
  return Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, share));
}

function total(places: readonly { x: number }[]): number {
  return places.reduce((sum, { x }) => sum + x, 0);
}

/** Rows in an order that hangs on nothing but what they say: whatever order they came in, a fit is the same to the last bit. */
export function inOrder(rows: readonly ScoredPromise[]): ScoredPromise[] {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify([row.case, row.id, row.said, row.scored]) }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ row }) => row);
}
