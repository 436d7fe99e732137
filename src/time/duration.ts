/** Durations as people write them: "90s", "10m", "6h", "7d", "2w". */

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
export const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h|d|w)$/;

/** @throws when the text is not a duration */
export function milliseconds(written: string): number {
  const [, count, unit] = DURATION.exec(written) ?? [];
  if (!count || !unit) throw new Error(`${written} is not a duration`);
  return Math.round(Number(count) * UNITS[unit as keyof typeof UNITS]);
}
