/**
 * Words of one direction within those of another: kept apart by isolates (Unicode's bidirectional algorithm, UAX #9), so that neither moves
 * the other's full stops, quotation marks and numbers. Every catalogue's sentences go through here, and nobody else makes isolates.
 */

/** First strong isolate, pop directional isolate. */
const [OPEN, CLOSE] = ["\u2068", "\u2069"];
const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const ISOLATED = /\u2068[^\u2066-\u2069\n]*\u2069/g;

export type Direction = "ltr" | "rtl";

/** A text as it stands within a sentence of a direction: isolated where it has words of the other that are not yet. */
export function isolated(text: string, within: Direction): string {
  const open = text.replace(ISOLATED, "");
  const isOther = within === "ltr" ? RIGHT_TO_LEFT.test(open) : [...open].some(isLeftToRight);
  return isOther ? `${OPEN}${withoutTurns(text)}${CLOSE}` : text;
}

function isLeftToRight(character: string): boolean {
  return LETTER.test(character) && !RIGHT_TO_LEFT.test(character);
}

/** A text without what turns the direction of writing. */
export function withoutTurns(text: string): string {
  return text.replace(TURNS, "");
}

/**
 * Something done to the parts of a text between its isolates, which stay where they open and close within a line: such a one moves
 * nothing outside of itself, whoever wrote it. All else that turns the direction is left out.
 */
export function betweenIsolates(text: string, done: (part: string) => string): string {
  const parts = text.split(/(\u2068[^\u2066-\u2069\n]*\u2069)/);
  return parts
    .map((part, index) => (index % 2 === 0 ? done(withoutTurns(part)) : `${OPEN}${done(withoutTurns(part))}${CLOSE}`))
    .join("");
}
