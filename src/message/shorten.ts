/** Texts that are too long for where they stand. */

/** Cuts in the middle, where a title says least, and never through a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const half = Math.floor((limit - 3) / 2);
  const isLowSurrogate = (index: number) => /[\uDC00-\uDFFF]/.test(text.charAt(index));
  const head = isLowSurrogate(half) ? half - 1 : half;
  const tail = isLowSurrogate(text.length - half) ? text.length - half + 1 : text.length - half;
  return `${text.slice(0, head).trimEnd()} … ${text.slice(tail).trimStart()}`.slice(0, limit);
}
