/** Parts of a picture in SVG: lines, letters, and how wide these are. It is shown 320 pixels wide on a phone: 1200 here are 320 there. */
import type { ScaleTime } from "d3-scale";
import { betweenIsolates } from "../language/direction.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Frame, inFrame } from "./frame.ts";
import type { Palette } from "./palette.ts";
import { widthOf } from "./widths.ts";

export function line(x1: number, y1: number, x2: number, y2: number, colour: string, width: number, more = ""): string {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="${width}" ${more}/>`;
}

/** A text in one line. */
export function letters(
  x: number,
  y: number,
  content: string,
  size: number,
  fill: string,
  weight: "normal" | "bold" = "normal",
  anchor: "start" | "end" = "start",
): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" font-weight="${weight === "bold" ? 600 : 400}" text-anchor="${anchor}">${inItsDirection(asXml(content))}</text>`;
}

/** Months under an axis, or years where months would crowd; where not every one has room for its name, every second has, or third. @param from where the axis begins, and how high it lies */
export function monthTicks(
  x: ScaleTime<number, number>,
  words: Catalogue,
  colours: Palette,
  frame: Frame,
  { from, axis }: { from: number; axis: number },
): string[] {
  const { small, gap, right } = frame;
  const ticks = x.ticks(Math.round(((right - from) / small) * TICKS)).map((tick) => {
    const place = Math.round(x(tick));
    const label = words.month(tick.toISOString().slice(0, 10));
    const width = widthOf(label, small);
    return { place, label, start: place - width / 2, end: place + width / 2 };
  });
  const named = everySo(
    ticks.filter(({ start, end }) => start >= from && end <= right),
    gap,
  );
  return [
    ...ticks.map(({ place }) => line(place, axis, place, axis + inFrame(frame, 14), colours.line, inFrame(frame, 4))),
    ...named.map(({ start, label }) => letters(start, axis + inFrame(frame, 58), label, small, colours.soft)),
  ];
}

/** All of them, or every second, or third, …: the most of which none touches the next. */
function everySo<Tick extends { start: number; end: number }>(ticks: readonly Tick[], gap: number): Tick[] {
  for (let step = 1; step < ticks.length; step++) {
    const chosen = ticks.filter((_, index) => index % step === 0);
    if (chosen.every(({ start }, index) => start >= (chosen[index - 1]?.end ?? -gap) + gap)) return chosen;
  }
  return ticks.slice(0, 1);
}

/** Of an axis as long as 27 letters are wide there are four. */
const TICKS = 4 / 27;

/** Cut to a width. */
export function fitted(text: string, size: number, width: number): string {
  let fitting = text;
  for (let left = Math.min(text.length, MOST_IN_A_LINE); left > 1 && widthOf(fitting, size) > width; left--)
    fitting = cut(text, left);
  return fitting;
}

/** So many of the narrowest letters are wider than any picture. */
const MOST_IN_A_LINE = 200;

export function cut(content: string, characters: number): string {
  return content.length <= characters ? content : `${content.slice(0, Math.floor(characters) - 1).trimEnd()}…`;
}

/** What begins with a letter that is written from the right is so as a whole: its years and Latin words stand where they do on a page. */
function inItsDirection(content: string): string {
  return /^\P{L}*(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(content) ? `\u2067${content}\u2069` : content;
}

/** Without what XML 1.0 has no place for (§2.2, Char), not even escaped. */
function asXml(content: string): string {
  return betweenIsolates(content, (part) => part.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "")).replace(
    /[&<>"']/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
