/** Texts that are too long for where they stand. */

/** A word that is cut in two is left out where it is no longer than this. */
const A_WORD = 14;

/** Cuts in the middle, where a title says least, between words where it can, and never through a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const half = Math.floor((limit - 3) / 2);
  const isLowSurrogate = (index: number) => /[\uDC00-\uDFFF]/.test(text.charAt(index));
  const head = isLowSurrogate(half) ? half - 1 : half;
  const tail = isLowSurrogate(text.length - half) ? text.length - half + 1 : text.length - half;
  const left = text.slice(0, head);
  const right = text.slice(tail);
  const isCut = (index: number) => /\S\S/.test(text.slice(index - 1, index + 1));
  const lastSpace = left.lastIndexOf(" ");
  const nextSpace = right.indexOf(" ");
  const begin = isCut(head) && head - lastSpace <= A_WORD && lastSpace > 0 ? left.slice(0, lastSpace) : left;
  const end = isCut(tail) && nextSpace >= 0 && nextSpace < A_WORD ? right.slice(nextSpace) : right;
  return `${begin.trimEnd()} … ${end.trimStart()}`.slice(0, limit);
}
