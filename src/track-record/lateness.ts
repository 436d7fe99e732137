/**
 * How late the late ones are, in widths of their window: the log-logistic (Fisk) distribution of survival analysis, an accelerated
 * failure time model, by maximum likelihood with right-censoring (Kalbfleisch and Prentice, The Statistical Analysis of Failure
 * Time Data, §2.2 and §3). Promises of one document go together, so its covariance is the cluster-robust sandwich of Huber and White
 * (Liang and Zeger 1986), with C ÷ (C − 1) for the number of documents.
 */
import type { ScoredPromise } from "./promise.ts";

export interface Lateness {
  /** ln v0: half of the late ones are out within v0 widths. */
  logScale: number;
  /** ln b: how fast they come around v0. */
  logShape: number;
  /** Of (ln v0, ln b): variance, covariance, variance. */
  covariance: readonly [number, number, number];
}

interface Late {
  case: string;
  /** ln v, v = (T − L) ÷ W. */
  logWidths: number;
  isPublished: boolean;
}

const MOST_STEPS = 60;
/** Steps are held to these, or Newton may leap away from a far start. */
const MOST_SCALE_STEP = 1;
const MOST_SHAPE_STEP = 0.5;
const SMALL_STEP = 1e-12;

/** 1 − G(v): the share of the late ones that is still unpublished `widths` after the last day of their window. */
export function stillLate(logScale: number, logShape: number, widths: number): number {
  return widths <= 0 ? 1 : 1 / (1 + Math.exp(Math.exp(logShape) * (Math.log(widths) - logScale)));
}

/** @returns undefined where the rows do not settle it: none late, all of one document, all as late */
export function fitLateness(rows: readonly ScoredPromise[]): Lateness | undefined {
  const late = rows
    .filter(({ scored }) => scored.isLate)
    .map((row): Late => {
      const { lastDay, latestDay, isPublished } = row.scored;
      return { case: row.case, logWidths: Math.log((lastDay - latestDay) / (latestDay + 1)), isPublished };
    });
  let logScale = late.reduce((sum, { logWidths }) => sum + logWidths, 0) / late.length;
  // In ln b the same steps as in −ln b.
  let logShape = -Math.log(0.8);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { slope, curvature } = likelihood(late, logScale, logShape);
    const inverse = inverted(curvature);
    if (!inverse) return undefined;
    const [byScale, byShape] = times(inverse, slope);
    const scaleStep = bounded(byScale, MOST_SCALE_STEP);
    const shapeStep = bounded(byShape, MOST_SHAPE_STEP);
    logScale -= scaleStep;
    logShape -= shapeStep;
    if (Math.max(Math.abs(scaleStep), Math.abs(shapeStep)) < SMALL_STEP) {
      const covariance = sandwich(late, logScale, logShape);
      return covariance && { logScale, logShape, covariance };
    }
  }
  return undefined;
}

type Pair = readonly [number, number];
/** A symmetric two by two matrix. */
type Matrix = readonly [number, number, number];

/**
 * Slopes of one row's log-likelihood in (ln v0, ln b) and their slopes. With z = b·(ln v − ln v0) it is z + ln b − 2 ln(1 + eᶻ) for a
 * publication, and −ln(1 + eᶻ) for what is still unpublished.
 */
function likelihoodOf({ logWidths, isPublished }: Late, logScale: number, logShape: number) {
  const shape = Math.exp(logShape);
  const z = shape * (logWidths - logScale);
  const gone = 1 / (1 + Math.exp(-z));
  const event = isPublished ? 1 : 0;
  const slope = event - (1 + event) * gone;
  const bend = (1 + event) * gone * (1 - gone);
  return {
    slope: [-shape * slope, z * slope + event] as Pair,
    curvature: [-shape * shape * bend, shape * (z * bend - slope), z * (slope - z * bend)] as Matrix,
  };
}

function likelihood(late: readonly Late[], logScale: number, logShape: number): { slope: Pair; curvature: Matrix } {
  let slope: Pair = [0, 0];
  let curvature: Matrix = [0, 0, 0];
  for (const row of late) {
    const own = likelihoodOf(row, logScale, logShape);
    slope = [slope[0] + own.slope[0], slope[1] + own.slope[1]];
    curvature = [curvature[0] + own.curvature[0], curvature[1] + own.curvature[1], curvature[2] + own.curvature[2]];
  }
  return { slope, curvature };
}

/** H⁻¹ · Σ over documents of (their scores)(their scores)ᵀ · H⁻¹ · C ÷ (C − 1). */
function sandwich(late: readonly Late[], logScale: number, logShape: number): Matrix | undefined {
  const inverse = inverted(likelihood(late, logScale, logShape).curvature);
  const byCase = Map.groupBy(late, (row) => row.case);
  if (!inverse || byCase.size < 2) return undefined;
  let [scale, both, shape] = [0, 0, 0];
  for (const rows of byCase.values()) {
    const [one, other] = times(inverse, likelihood(rows, logScale, logShape).slope);
    scale += one * one;
    both += one * other;
    shape += other * other;
  }
  const correction = byCase.size / (byCase.size - 1);
  return [scale * correction, both * correction, shape * correction];
}

function inverted([a, b, c]: Matrix): Matrix | undefined {
  const determinant = a * c - b * b;
  return Number.isFinite(determinant) && determinant !== 0
    ? [c / determinant, -b / determinant, a / determinant]
    : undefined;
}

function times([a, b, c]: Matrix, [x, y]: Pair): Pair {
  return [a * x + b * y, b * x + c * y];
}

function bounded(step: number, most: number): number {
  return Math.min(most, Math.max(-most, step));
}
