/**
 * The clock as a picture: what was said and when, how long it may have meant, today, and how well the bot looked. Drawn on a
 * ground of its own, so that it reads the same in a dark and in a light channel, and for a phone, where it is 320 pixels wide.
 */
import { daysAfter } from "../time/civil-date.ts";
import type { Language } from "../watch/names.ts";
import type { Catalogue } from "./catalogue.ts";
import { CURVE_PANEL, curvePanel } from "./curve.ts";
import { AXIS, Drawing, HEIGHT, STRIP_TOP } from "./drawing.ts";
import { catalogue } from "./languages.ts";
import { headingOf } from "./named.ts";
import { DARK, type Palette } from "./palette.ts";
import { cut, LEFT, letters, line, RIGHT, WIDTH } from "./svg.ts";
import type { Timeline } from "./timeline.ts";

/** The picture as SVG, 1200 by 856; by 1496 with what the record says. */
export function chartSvg(shown: Timeline, language: Language, colours: Palette = DARK): string {
  const words = catalogue(language);
  const { status, statements } = shown;
  const draw = new Drawing(shown, colours);
  const { publishedOn, today } = status;
  const mark = publishedOn
    ? { day: publishedOn, text: words.chart.published(publishedOn), colour: colours.published }
    : { day: today, text: words.chart.today(today), colour: colours.today };
  const height = heightOf(shown);
  const parts = [
    `<rect width="${WIDTH}" height="${height}" fill="${colours.ground}"/>`,
    draw.heading(88, words.chart.verdict(status), 60, colours.text, "bold"),
    draw.heading(146, cut(headingOf(status, language), 48), 44, colours.soft, "normal"),
    ...statements.map((statement) => draw.hill(statement)),
    ...draw.labels(words, mark),
    line(LEFT, AXIS, RIGHT, AXIS, colours.line, 4),
    ...draw.ticks(words),
    ...draw.dots(),
    letters(LEFT, STRIP_TOP - 20, words.chart.looks, 40, colours.soft),
    ...draw.strip(words, mark.day, mark.colour),
    ...(shown.curve ? [curvePanel(shown.curve, words, colours, HEIGHT)] : []),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="Source Sans 3, Source Sans Pro, system-ui, sans-serif">${parts.join("")}</svg>`;
}

/** How high the picture is: with what the record says, there is a panel more. */
export function heightOf({ curve }: Timeline): number {
  return HEIGHT + (curve ? CURVE_PANEL : 0);
}

/** The picture in words, for those who do not see it; at most 1,024 characters, as Discord takes them. */
export function chartAlt({ status, statements, looks, blindStretches, curve }: Timeline, words: Catalogue): string {
  const said = statements.map(({ on, phrase, horizon }) => words.chart.said(on, phrase, horizon?.latest));
  const sentences = [
    words.chart.alt,
    ...said,
    status.publishedOn ? words.chart.published(status.publishedOn) : words.chart.today(status.today),
    words.chart.looked(looks, blindStretches),
    ...(curve ? [words.record.curve(daysAfter(curve.promise.said, curve.promise.latestDay))] : []),
  ];
  return cut(sentences.map((sentence) => `${sentence}.`).join(" "), 1024);
}
