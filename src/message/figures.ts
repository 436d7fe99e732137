/** Figures of coverage in words, for the command line and the page, which are in English. */

import type { Source } from "../watch/watch.ts";

/** A share, 0 to 1, or of nothing. Never rounded up to "100.0%" while something is missing. */
export function percent(share: number | undefined): string {
  return share === undefined ? "–" : `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
}

/** "1 look", "2,016 looks". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** What a person wrote as sources, and the copies of them that are read beside: "3 sources, and copies of 2 of them from the Wayback Machine". */
export function countedSources(sources: readonly Pick<Source, "via">[]): string {
  const { written, copies } = sourcesIn(sources);
  const said = counted(written, "source");
  if (copies === 0) return said;
  const of = written === 1 ? "it" : copies === written ? "all of them" : `${copies.toLocaleString("en")} of them`;
  return `${said}, and copies of ${of} from the Wayback Machine`;
}

/** How many are a person's, and how many copies of those. */
export function sourcesIn(sources: readonly Pick<Source, "via">[]): { written: number; copies: number } {
  const copies = sources.filter(({ via }) => via).length;
  return { written: sources.length - copies, copies };
}

/** How often: "once", "twice", "1,204 times". */
export function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : counted(count, "time");
}

/** What a gap's failures say of it: with none, nobody looked. */
export function failedLooks(failures: number): string {
  return failures === 0 ? "nobody looked" : `${counted(failures, "look")} failed`;
}
