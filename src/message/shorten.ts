/** Texts that are too long for where they stand. */

/** The part of a text that has some of its words in it, cut between words where it can. */
export function shortenAround(text: string, words: string, limit: number): string {
  const index = text.indexOf(words);
  if (text.length <= limit || index < 0 || words.length > limit) return shorten(text, limit);
  const spare = limit - words.length - 4;
  const from = Math.max(0, Math.min(index - Math.ceil(spare / 2), text.length - limit + 2));
  const start = from === 0 ? 0 : text.lastIndexOf(" ", index) < from ? index : text.indexOf(" ", from) + 1;
  const kept = text.slice(start, start + limit - 4);
  const isEnd = start + kept.length >= text.length;
  const end = isEnd ? kept.length : Math.max(kept.lastIndexOf(" "), index - start + words.length);
  return `${start > 0 ? "… " : ""}${kept.slice(0, end).trim()}${isEnd ? "" : " …"}`;
}

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

/** Leaves whole lines out, from the middle: cut within a line, its markup would begin or end elsewhere. */
export function shortenLines(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const lines = text.split("\n");
  const kept = { head: [] as string[], tail: [] as string[] };
  let room = limit - 1;
  for (const [side, most] of [
    ["head", limit / 2],
    ["tail", 0],
  ] as const) {
    for (let line = next(side); line !== undefined && room - line.length - 1 >= most; line = next(side)) {
      room -= line.length + 1;
      kept[side].push(line);
    }
  }
  return [...kept.head, "…", ...kept.tail.reverse()].join("\n");

  function next(side: "head" | "tail"): string | undefined {
    return lines.at(side === "head" ? kept.head.length : -1 - kept.tail.length);
  }
}
