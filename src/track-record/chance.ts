/**
 * From a fit to a chance: what is still unpublished at the end of a day, and how sure that is. Days are counted from the day the
 * promise was said, which is day 0.
 */
import { type Fit, inside } from "./fit.ts";
import { stillLate } from "./lateness.ts";
import type { OpenPromise } from "./promise.ts";

/** What a chance hangs on, on the scales on which the fit's errors are spread evenly. */
type Parameters = readonly [logitKept: number, logShape: number, logLateScale: number, logLateShape: number];

export interface Range {
  low: number;
  high: number;
}

/** Of the kept ones whose window begins later, this share comes before it does. */
const BEFORE_WINDOW = 0.03;
/** Quantile of the normal distribution for a range that holds nine in ten. */
const NORMAL_95 = 1.645;
const STEP = 1e-4;

/**
 * S(t): the chance that the promise is still unpublished at the end of a day.
 * @throws {RangeError} where the day is behind the window and the fit does not know how late such promises are
 */
export function unpublished(fit: Fit, promise: OpenPromise, day: number): number {
  return survival(parametersOf(fit, promise), promise, day);
}

/**
 * The chance that it is out by the end of day `until`, when it was not by the end of day `since` (−1: the day it is said).
 * Never below one in a million, nor above all but one.
 */
export function chanceBetween(fit: Fit, promise: OpenPromise, since: number, until: number): number {
  return chance(parametersOf(fit, promise), promise, since, until);
}

/**
 * The range that holds nine in ten, by the delta method on the logit scale: ± 1.645·√(gᵀVg), with the slopes g by central
 * differences (Oehlert 1992).
 */
export function rangeBetween(fit: Fit, promise: OpenPromise, since: number, until: number): Range {
  const parameters = parametersOf(fit, promise);
  const at = (moved: Parameters) => logit(chance(moved, promise, since, until));
  const [kept, shape, scale, lateShape] = parameters.map((_, which) => {
    const moved = (by: number) => parameters.map((value, i) => (i === which ? value + by : value));
    return (at(moved(STEP) as unknown as Parameters) - at(moved(-STEP) as unknown as Parameters)) / (2 * STEP);
  }) as unknown as Parameters;
  const { keptVariance, shapeVariance } = fit.kinds[promise.kind];
  const [scaleVariance, covariance, lateShapeVariance] = fit.lateness?.covariance ?? [0, 0, 0];
  const variance =
    kept * kept * keptVariance +
    shape * shape * shapeVariance +
    scale * scale * scaleVariance +
    2 * scale * lateShape * covariance +
    lateShape * lateShape * lateShapeVariance;
  const middle = at(parameters);
  const half = NORMAL_95 * Math.sqrt(variance);
  // To the logit scale and back a chance may move by its last bit.
  const own = chance(parameters, promise, since, until);
  return {
    low: Math.min(own, inside(logistic(middle - half))),
    high: Math.max(own, inside(logistic(middle + half))),
  };
}

/** The last day that is looked at for `dayOfChance`: a hundred years. */
const LAST_DAY = 36_525;

/** The first day by whose end the chance reaches a share; undefined where that takes more than a hundred years. */
export function dayOfChance(fit: Fit, promise: OpenPromise, since: number, share: number): number | undefined {
  const parameters = parametersOf(fit, promise);
  const isReached = (day: number) => chance(parameters, promise, since, day) >= share;
  let before = since;
  let day = Math.max(since + 1, LAST_DAY);
  if (!isReached(day)) return undefined;
  while (day - before > 1) {
    const between = Math.floor((before + day) / 2);
    if (isReached(between)) day = between;
    else before = between;
  }
  return day;
}

function parametersOf({ kinds, lateness }: Fit, { kind }: OpenPromise): Parameters {
  const { keptShare, shape } = kinds[kind];
  return [logit(keptShare), Math.log(shape), lateness?.logScale ?? Number.NaN, lateness?.logShape ?? Number.NaN];
}

function chance(parameters: Parameters, promise: OpenPromise, since: number, until: number): number {
  return inside(1 - survival(parameters, promise, until) / survival(parameters, promise, since));
}

function survival([logitKept, logShape, scale, lateShape]: Parameters, promise: OpenPromise, day: number): number {
  const { latestDay } = promise;
  if (day < 0) return 1;
  const kept = logistic(logitKept);
  if (day < latestDay) return 1 - kept * shareOfKept(promise, Math.exp(logShape), day);
  // On the last day all the kept ones are out, and none of the late ones.
  if (day === latestDay) return 1 - kept;
  const late = stillLate(scale, lateShape, (day - latestDay) / (latestDay + 1));
  if (Number.isNaN(late)) throw new RangeError("how late such promises are is not known from so few rows");
  return (1 - kept) * late;
}

/** F(t): the share of the kept ones that is out by the end of a day before the window's last, by a power law over the window. */
function shareOfKept({ kind, earliestDay, latestDay }: OpenPromise, shape: number, day: number): number {
  if (kind === "exact-date") return 0;
  const before = earliestDay > 0 ? BEFORE_WINDOW : 0;
  if (day < earliestDay) return (before * (day + 1)) / earliestDay;
  return before + (1 - before) * ((day - earliestDay + 1) / (latestDay - earliestDay + 1)) ** shape;
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
