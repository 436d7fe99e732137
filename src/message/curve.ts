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
import { type Frame, inFrame } from "./frame.ts";
import type { Palette } from "./palette.ts";
import { cut, fitted, letters, line, monthTicks } from "./svg.ts";

/** Below the top of the panel, as in a message: where the curve begins and ends, and in all. */
const TOP = 150;
const BOTTOM = 470;
const PANEL = 640;
/** Room for "100" before the axis. */
const BEFORE = 90;

export function panelHeight(frame: Frame): number {
  return inFrame(frame, PANEL);
}

/** @param top of the panel, in the picture */
export function curvePanel(
  { promise, points, on }: Curve,
  words: Catalogue,
  colours: Palette,
  frame: Frame,
  top: number,
): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "";
  const { left, right, small, letters: size, gap } = frame;
  const scaled = (length: number) => inFrame(frame, length);
  const from = left + scaled(BEFORE);
  const at = (day: string) => Math.round(x(Date.parse(day)) * 10) / 10;
  const x = scaleTime()
    .domain([Date.parse(first.day), Date.parse(last.day)])
    .range([from, right]);
  const y = scaleLinear()
    .domain([0, 1])
    .range([top + scaled(BOTTOM), top + scaled(TOP)]);
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
  const [begins, ends] = windowOf(promise, last.day).map(at) as [number, number];
  const rows = [0, 0.5, 1].map(
    (share) =>
      line(from, y(share), right, y(share), share === 0 ? grey : faint, scaled(share === 0 ? 4 : 3)) +
      letters(from - gap, y(share) + scaled(14), String(share * 100), small, soft, "normal", "end"),
  );
  const ticks = monthTicks(x, words, colours, frame, { from, axis: y(0) });
  const now = at(on);
  const isOn = on >= first.day && on <= last.day;
  const said = fitted(words.chart.quoted(cut(promise.phrase, 38), false), small, right - left);
  return [
    letters(left, top + scaled(48), words.record.curveTitle, size, ink),
    letters(left, top + scaled(104), said, small, soft),
    `<rect x="${begins}" y="${y(1)}" width="${Math.max(4, ends - begins).toFixed(1)}" height="${y(0) - y(1)}" fill="${faint}" fill-opacity="0.75"/>`,
    ...rows,
    `<path d="${band}" fill="${blue}" fill-opacity="0.3"/>`,
    `<path d="${step}" fill="none" stroke="${blue}" stroke-width="${scaled(6)}"/>`,
    ...ticks,
    letters(left, y(0) + scaled(126), fitted(words.record.curveKey, small, right - left), small, soft),
    ...(isOn ? [line(now, y(1) - scaled(10), now, y(0) + scaled(10), today, scaled(6))] : []),
  ].join("");
}

/** The days of the literal reading, within what is drawn. */
function windowOf({ said, earliestDay, latestDay }: Curve["promise"], last: string): [string, string] {
  const until = daysAfter(said, latestDay);
  return [daysAfter(said, earliestDay), until < last ? until : last];
}
