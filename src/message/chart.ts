/**
 * The clock as a picture: what was said and when, how long it may have meant, today, and how well the bot looked. Drawn on a
 * ground of its own, so that it reads the same in a dark and in a light channel, and large enough for a phone.
 */
import type { Catalogue } from "./catalogue.ts";
import { AXIS, asXml, CHARACTER, cut, Drawing, HEIGHT, LEFT, RIGHT, STRIP_TOP, TITLE, WIDTH } from "./drawing.ts";
import { DARK, type Palette } from "./palette.ts";
import type { Timeline } from "./timeline.ts";

/** The picture as SVG, 1200 by 675. */
export function chartSvg(shown: Timeline, words: Catalogue, colours: Palette = DARK): string {
  const { status, statements } = shown;
  const draw = new Drawing(shown, colours);
  const { publishedOn, today } = status;
  const mark = publishedOn
    ? draw.mark(publishedOn, colours.published, words.chart.published(publishedOn))
    : draw.mark(today, colours.today, words.chart.today(today));
  const parts = [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${colours.ground}"/>`,
    draw.text(LEFT, 78, cut(status.title, (RIGHT - LEFT) / (TITLE * CHARACTER)), TITLE, colours.text, "bold"),
    draw.text(LEFT, 126, words.chart.verdict(status), 30, colours.soft),
    ...statements.map((statement) => draw.hill(statement)),
    ...draw.labels(words),
    draw.line(LEFT, AXIS, RIGHT, AXIS, colours.line, 3),
    ...draw.ticks(words),
    ...draw.dots(),
    mark,
    draw.text(LEFT, STRIP_TOP - 16, words.chart.looks, 26, colours.soft),
    ...draw.strip(words),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="Source Sans 3, Source Sans Pro, system-ui, sans-serif" role="img" aria-label="${asXml(chartAlt(shown, words))}">${parts.join("")}</svg>`;
}

/** The picture in words, for those who do not see it; at most 1,024 characters, as Discord takes them. */
export function chartAlt({ status, statements, looks, blindStretches }: Timeline, words: Catalogue): string {
  const said = statements.map(({ on, phrase, horizon }) => words.chart.said(on, phrase, horizon?.latest));
  const sentences = [
    words.chart.alt,
    ...said,
    status.publishedOn ? words.chart.published(status.publishedOn) : words.chart.today(status.today),
    words.chart.looked(looks, blindStretches),
  ];
  return cut(sentences.map((sentence) => `${sentence}.`).join(" "), 1024);
}
