/** Sentences in which a page speaks of itself, its site or its visitor's way to it, and denies: "this portal cannot be reached from your network". */
import { fold } from "../../language/fold.ts";
import { ABOUT_ITSELF, PAPER, REPORTED } from "./itself-words.ts";

/** Bounds the work on a text that is short, and may be all full stops. */
const MAX_SENTENCES = 40;

/** Whether a text names its page, and may say of it what it likes: for one that says next to nothing else. @param text folded */
export function namesItself(text: string): boolean {
  return ABOUT_ITSELF.some(({ itself }) => itself.test(text));
}

/** Whether a sentence names the page or its visitor, and denies. @param lines as a reader sees them */
export function deniesItself(lines: readonly string[]): boolean {
  const sentences = lines.flatMap((line) => line.split(/[.!?。！？؟…]+/)).slice(0, MAX_SENTENCES);
  return sentences
    .map(fold)
    .some((said) =>
      ABOUT_ITSELF.some(
        ({ itself, perhaps, denied }) => (itself.test(said) || perhaps?.test(said)) && denied.test(said),
      ),
    );
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
