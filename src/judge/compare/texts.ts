/** What a text says that another does not, sentence by sentence: how its lines break, and its page numbers, make no difference. */
import { fold } from "../../language/fold.ts";
import { sentences } from "../../language/sentences.ts";

/** More text than this is not compared to its end. */
const MAX_TEXT = 400_000;
/** Sentences that a change keeps; what is shown of them is fewer. */
const MOST_KEPT = 100;
/** The share of a full line's length that a line has which goes on in the next. */
const FULL_LINE = 0.6;
const PAGE_NUMBER = /^[\divxlc./ -]{1,9}$/i;

/** @returns the sentences that came and went, in the order of their text; undefined where one of the two has no text */
export function textChanges(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): { added: string[]; removed: string[] } | undefined {
  if (!before?.length || !after?.length) return undefined;
  const was = sentencesOf(before);
  const is = sentencesOf(after);
  return { added: without(is, was), removed: without(was, is) };
}

function sentencesOf(lines: readonly string[]): string[] {
  const text = joined(lines.filter((line) => !PAGE_NUMBER.test(line)));
  return [...sentences(text.slice(0, MAX_TEXT))];
}

/** Lines of print put together to paragraphs: a line goes on in the next unless it ends well before the margin. */
function joined(lines: readonly string[]): string {
  const lengths = lines.map(({ length }) => length).sort((a, b) => a - b);
  const margin = lengths[Math.floor(lengths.length * 0.75)] ?? 0;
  return lines
    .map((line, index) => {
      const goesOn = line.length >= margin * FULL_LINE || /^\p{Ll}/u.test(lines[index + 1] ?? "");
      return goesOn ? `${line} ` : `${line}\n`;
    })
    .join("");
}

/** The share of one text's sentences that another has, 0 to 1. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const those = new Set(sentencesOf(other).map(fold));
  const these = sentencesOf(one).map(fold);
  return these.filter((sentence) => those.has(sentence)).length / Math.max(1, these.length);
}

/** Those of one that the other has not, or not as often. */
function without(these: readonly string[], those: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const sentence of those) count.set(fold(sentence), (count.get(fold(sentence)) ?? 0) + 1);
  return these
    .filter((sentence) => {
      const key = fold(sentence);
      const left = count.get(key) ?? 0;
      count.set(key, left - 1);
      return left <= 0 && key !== "";
    })
    .slice(0, MOST_KEPT);
}
