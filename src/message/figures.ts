/** Figures of coverage in words, for the command line and the page, which are in English. */

/** A share, 0 to 1, or of nothing. Never rounded up to "100.0%" while something is missing. */
export function percent(share: number | undefined): string {
  return share === undefined ? "–" : `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
}

/** "1 look", "2,016 looks". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** How often: "once", "twice", "1,204 times". */
export function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : counted(count, "time");
}

/** What a gap's failures say of it: with none, nobody looked. */
export function failedLooks(failures: number): string {
  return failures === 0 ? "nobody looked" : `${counted(failures, "look")} failed`;
}
