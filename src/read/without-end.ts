/**
 * A text without the marks that it ends with: an address, without what ends the sentence that it stands in. By hand: a pattern that is bound
 * to the end alone would be tried at each of a thousand commas.
 */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}
