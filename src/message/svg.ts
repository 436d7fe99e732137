/** Parts of a picture in SVG: lines, letters, and how wide these are. It is shown 320 pixels wide on a phone: 1200 here are 320 there. */
import type { ScaleTime } from "d3-scale";
import { betweenIsolates } from "../language/direction.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Palette } from "./palette.ts";

export const WIDTH = 1200;
export const LEFT = 60;
export const RIGHT = WIDTH - 60;
/** Of letters: on a phone 40 are 11 pixels, the least that is easily read. */
export const LETTERS = 42;
export const SMALL_LETTERS = 40;
/** Between words. */
export const GAP = 16;

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
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" font-weight="${weight === "bold" ? 600 : 400}" text-anchor="${anchor}">${asXml(content)}</text>`;
}

/** Months under an axis, or years where months would crowd; a name only where it touches no other. @param from where the axis begins, and how high it lies */
export function monthTicks(
  x: ScaleTime<number, number>,
  words: Catalogue,
  colours: Palette,
  from: number,
  axis: number,
): string[] {
  let end = from - GAP;
  return x.ticks(4).flatMap((tick) => {
    const place = Math.round(x(tick));
    const label = words.month(tick.toISOString().slice(0, 10));
    const width = widthOf(label, SMALL_LETTERS);
    const start = place - width / 2;
    if (start < end + GAP || start + width > RIGHT) return [];
    end = start + width;
    return [
      line(place, axis, place, axis + 14, colours.line, 4),
      letters(start, axis + 58, label, SMALL_LETTERS, colours.soft),
    ];
  });
}

/** What characters take of the font's size at most, in its bolder weight (measured). */
const WIDTHS: readonly [RegExp, number][] = [
  [/[\u2068\u2069]/, 0],
  [/[ ijlftrI.,:;'’·!()/-]/, 0.37],
  [/[mwMW—%œ…]/, 0.96],
  [/[\p{Lu}&]/u, 0.67],
  [/[\p{Script=Latin}\p{Nd}«»“”‘–?]/u, 0.57],
  [/[\p{Script=Cyrillic}\p{Script=Greek}]/u, 0.86],
];

/** Never less than a text is wide: it is laid out without the font being asked. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? 1;
  return width * size;
}

/** Cut to a width. */
export function fitted(text: string, size: number, width: number): string {
  const widest = widthOf(text, size);
  return widest <= width ? text : cut(text, Math.max(2, (text.length * width) / widest - 1));
}

export function cut(content: string, characters: number): string {
  return content.length <= characters ? content : `${content.slice(0, Math.floor(characters) - 1).trimEnd()}…`;
}

function asXml(content: string): string {
  return betweenIsolates(content, (part) => part.replace(/[\p{Cc}\p{Cs}]/gu, "")).replace(
    /[&<>"']/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
