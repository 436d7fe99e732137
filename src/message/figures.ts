/** Figures of coverage in words, for the command line and the page, which are in English. */

/** A share, 0 to 1, or of nothing. Never rounded up to "100.0%" while something is missing. */
export function percent(share: number | undefined): string {
  return share === undefined ? "–" : `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
}

/** What a gap's failures say of it: with none, nobody looked. */
export function failedLooks(failures: number): string {
  if (failures === 0) return "nobody looked";
  return failures === 1 ? "1 look failed" : `${failures.toLocaleString("en")} looks failed`;
}
