/**
 * The clock as a picture: what was said and when, how long it may have meant, today, and how well the bot looked. Drawn on a
 * ground of its own, so that it reads the same in a dark and in a light channel, and for a phone, where it is 320 pixels wide.
 */
import { daysAfter } from "../time/civil-date.ts";
import type { Curve } from "../track-record/odds.ts";
import type { Language } from "../watch/names.ts";
import type { Catalogue } from "./catalogue.ts";
import { curvePanel, panelHeight } from "./curve.ts";
import { Drawing } from "./drawing.ts";
import { type Frame, inFrame, MESSAGE } from "./frame.ts";
import { catalogue } from "./languages.ts";
import { headingOf } from "./named.ts";
import { DARK, type Palette } from "./palette.ts";
import { cut, line } from "./svg.ts";
import type { Timeline } from "./timeline.ts";

/**
 * The picture as SVG.
 * @param frame what it is for; in a message, what the record says stands below it
 */
export function chartSvg(shown: Timeline, language: Language, colours: Palette = DARK, frame: Frame = MESSAGE): string {
  const words = catalogue(language);
  const { status, statements } = shown;
  const draw = new Drawing(shown, colours, frame);
  const { publishedOn, today } = status;
  const { left, right, axis, isHeaded } = frame;
  const mark = publishedOn
    ? { day: publishedOn, text: words.chart.published(publishedOn), colour: colours.published }
    : { day: today, text: words.chart.today(today), colour: colours.today };
  const heading = [
    draw.heading(88, words.chart.verdict(status), 60, colours.text, "bold"),
    draw.heading(146, cut(headingOf(status, language), 48), 44, colours.soft, "normal"),
  ];
  const parts = [
    ...(isHeaded ? heading : []),
    ...statements.map((statement) => draw.hill(statement)),
    ...draw.labels(words, mark),
    line(left, axis, right, axis, colours.line, inFrame(frame, 4)),
    ...draw.ticks(words),
    ...draw.dots(),
    ...draw.strip(words, mark.day, mark.colour),
    ...(isHeaded && shown.curve ? [curvePanel(shown.curve, words, colours, frame, frame.height)] : []),
  ];
  return svg(frame.width, heightOf(shown, frame), colours, parts);
}

/** What the record says alone, for a page. */
export function curveSvg(curve: Curve, language: Language, colours: Palette, frame: Frame): string {
  const parts = [curvePanel(curve, catalogue(language), colours, frame, 0)];
  return svg(frame.width, panelHeight(frame), colours, parts);
}

function svg(width: number, height: number, { ground }: Palette, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Source Sans 3, Source Sans Pro, system-ui, sans-serif"><rect width="${width}" height="${height}" fill="${ground}"/>${parts.join("")}</svg>`;
}

/** How high the picture is: with what the record says, there is a panel more. */
export function heightOf({ curve }: Timeline, frame: Frame = MESSAGE): number {
  return frame.height + (frame.isHeaded && curve ? panelHeight(frame) : 0);
}

/** The picture in words, for those who do not see it; at most 1,024 characters, as Discord takes them. */
export function chartAlt(
  { status, statements, reading, looks, blindStretches, curve }: Timeline,
  words: Catalogue,
): string {
  const said = statements.map(({ on, phrase, horizon }) => words.chart.said(on, phrase, horizon?.latest));
  const { states } = words.chart;
  const met = (["read", "partly", "unread"] as const).filter((state) => reading.some((part) => part.state === state));
  const isMixed = met.includes("partly");
  const sentences = [
    words.chart.alt,
    ...said,
    status.publishedOn ? words.chart.published(status.publishedOn) : words.chart.today(status.today),
    // Where some sources were read and others not, there is more to say than whether any was.
    isMixed
      ? `${words.chart.looks}: ${words.traits(met.map((state) => states[state]))}`
      : words.chart.looked(looks, blindStretches),
    ...(curve ? [words.record.curve(daysAfter(curve.promise.said, curve.promise.latestDay))] : []),
  ];
  return cut(sentences.map((sentence) => `${sentence}.`).join(" "), 1024);
}
