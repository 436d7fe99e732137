/** Sentences in which a page speaks of itself, its site or its visitor's way to it, and denies: "this portal cannot be reached from your network". */
import { fold } from "../../language/fold.ts";
import { ABOUT_ITSELF, PAPER, REPORTED } from "./itself-words.ts";

/** Bounds the work on a text that is short, and may be all full stops. */
const MAX_SENTENCES = 40;

/**
 * @param lines as a reader sees them
 * @param isLoose whether the two may stand in sentences of their own: for a text that says next to nothing else
 */
export function deniesItself(lines: readonly string[], isLoose: boolean): boolean {
  const sentences = isLoose
    ? [lines.join(" ")]
    : lines.flatMap((line) => line.split(/[.!?。！？؟…]+/)).slice(0, MAX_SENTENCES);
  return sentences
    .map(fold)
    .some((said) => ABOUT_ITSELF.some(({ itself, denied }) => itself.test(said) && denied.test(said)));
}

/**
 * Whether a page is somebody's to write, whatever its words: it reports what was said, or is headed as a paper on a matter is ("Cookie
 * policy", "What does error 404 mean?"). No wall does.
 * @param titles and headings, folded
 * @param text folded
 */
export function isWritten(titles: readonly string[], text: string): boolean {
  return titles.some((title) => PAPER.test(title)) || REPORTED.test(text);
}
