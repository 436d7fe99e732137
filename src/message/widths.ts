/** How wide a text is drawn, without a font being asked: never less than it is. In the fonts of fonts.ts, by their bolder weight, measured. */

import { needsAnotherFont } from "./fonts.ts";

/** What a character takes of the font's size at most. */
const WIDTHS: readonly [RegExp, number][] = [
  [/[\p{Mn}\p{Cf}]/u, 0],
  [/[ ijlftrI.,:;'’·!()/-]/, 0.37],
  [/[mwMW—%œ…]/, 0.96],
  [/[\p{Lu}&]/u, 0.67],
  [/[\p{Script=Latin}\p{Nd}«»“”‘–?]/u, 0.57],
];
/** Before the others, for what they would take for a Latin letter. */
const CYRILLIC_AND_GREEK: readonly [RegExp, number][] = [
  [/[ЊЮЉЩШ]/, 0.94],
  [/[ҖЖӁӜӔЫӸΏΉΌ]/, 0.86],
  [/[ФМҠЖΜΦΨщшњӕҗљфюӝжӂыӹΩωώψφϕ]/, 0.81],
  [/./u, 0.68],
];
const IS_CYRILLIC_OR_GREEK = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Arabic letters are narrow where another follows that they join, and wide at a word's end. */
const IS_ARABIC = /[\p{Script=Arabic}ـ]/u;
const JOINS_NEXT = /[^اأإآدذرزژوؤةىء\P{L}]/u;
const WITHIN: readonly [RegExp, number][] = [
  [/[سشصض]/, 0.97],
  [/[ططظجحخچهم]/, 0.73],
  [/./u, 0.55],
];
const AT_END: readonly [RegExp, number][] = [
  [/[سشصض]/, 1.35],
  [/[بتثفپکگك]/, 1.1],
  [/[طظقئىيیلنهچجحخ]/, 0.98],
  [/[اأإآ\P{L}]/u, 0.55],
  [/./u, 0.8],
];
/** Where a script's own font is loaded, what is Latin beside it is drawn with that. */
const IN_ANOTHER_FONT = 1.18;

/** @param size of the font */
export function widthOf(text: string, size: number): number {
  const characters = [...text];
  const besides = needsAnotherFont(text) ? IN_ANOTHER_FONT : 1;
  let width = 0;
  for (const [place, character] of characters.entries()) {
    if (IS_CYRILLIC_OR_GREEK.test(character)) width += besides * among(CYRILLIC_AND_GREEK, character);
    else if (IS_ARABIC.test(character) && !/\p{Mn}/u.test(character)) {
      const next = characters.slice(place + 1).find((one) => !/\p{Mn}/u.test(one)) ?? "";
      const isWithin = JOINS_NEXT.test(character) && /(?=\p{Script=Arabic})\p{L}|ـ/u.test(next);
      width += among(isWithin ? WITHIN : AT_END, character);
    } else width += besides * among(WIDTHS, character);
  }
  return width * size;
}

function among(widths: readonly [RegExp, number][], character: string): number {
  return widths.find(([kind]) => kind.test(character))?.[1] ?? 1;
}
