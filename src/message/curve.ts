/**
 * What the record of such promises says of one, as a picture: the chance that it is still unpublished at the end of each day, seen
 * from the day it was said. Never the line without its band; today, and the longest reading of the promise, beside it.
 */
import { scaleLinear, scaleTime } from "d3-scale";
import { area, curveStepAfter, line as path } from "d3-shape";
import { daysAfter } from "../time/civil-date.ts";
import type { CurvePoint } from "../track-record/forecast.ts";
import type { Curve } from "../track-record/odds.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Palette } from "./palette.ts";
import { cut, fitted, GAP, LEFT, LETTERS, letters, line, monthTicks, RIGHT, SMALL_LETTERS } from "./svg.ts";

export const CURVE_PANEL = 640;
/** Room for "100" before the axis. */
const FROM = LEFT + 90;
/** Below the top of the panel: where the curve begins, and where it ends. */
const TOP = 150;
const BOTTOM = 470;

/** @param top of the panel, in the picture */
export function curvePanel({ promise, points, on }: Curve, words: Catalogue, colours: Palette, top: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "";
  const at = (day: string) => Math.round(x(Date.parse(day)) * 10) / 10;
  const x = scaleTime()
    .domain([Date.parse(first.day), Date.parse(last.day)])
    .range([FROM, RIGHT]);
  const y = scaleLinear()
    .domain([0, 1])
    .range([top + BOTTOM, top + TOP]);
  const { line: grey, faint, soft, text: ink, promise: blue, today } = colours;
  const band = area<CurvePoint>()
    .x(({ day }) => at(day))
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high))
    .curve(curveStepAfter)(points as CurvePoint[]);
  const step = path<CurvePoint>()
    .x(({ day }) => at(day))
    .y(({ unpublished }) => y(unpublished))
    .curve(curveStepAfter)(points as CurvePoint[]);
  const [from, to] = windowOf(promise, last.day).map(at) as [number, number];
  const rows = [0, 0.5, 1].map(
    (share) =>
      line(FROM, y(share), RIGHT, y(share), share === 0 ? grey : faint, share === 0 ? 4 : 3) +
      letters(FROM - GAP, y(share) + 14, String(share * 100), SMALL_LETTERS, soft, "normal", "end"),
  );
  const ticks = monthTicks(x, words, colours, FROM, y(0));
  const now = at(on);
  const isOn = on >= first.day && on <= last.day;
  const said = fitted(words.chart.quoted(cut(promise.phrase, 38), false), SMALL_LETTERS, RIGHT - LEFT);
  return [
    letters(LEFT, top + 48, words.record.curveTitle, LETTERS, ink),
    letters(LEFT, top + 104, said, SMALL_LETTERS, soft),
    `<rect x="${from}" y="${y(1)}" width="${Math.max(4, to - from).toFixed(1)}" height="${y(0) - y(1)}" fill="${faint}" fill-opacity="0.75"/>`,
    ...rows,
    `<path d="${band}" fill="${blue}" fill-opacity="0.3"/>`,
    `<path d="${step}" fill="none" stroke="${blue}" stroke-width="6"/>`,
    ...ticks,
    letters(LEFT, y(0) + 126, fitted(words.record.curveKey, SMALL_LETTERS, RIGHT - LEFT), SMALL_LETTERS, soft),
    ...(isOn ? [line(now, y(1) - 10, now, y(0) + 10, today, 6)] : []),
  ].join("");
}

/** The days of the literal reading, within what is drawn. */
function windowOf({ said, earliestDay, latestDay }: Curve["promise"], last: string): [string, string] {
  const until = daysAfter(said, latestDay);
  return [daysAfter(said, earliestDay), until < last ? until : last];
}
