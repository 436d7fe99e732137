/** Durations as people write them in YAML: "90s", "10m", "6h", "7d", "2w". */
import { z } from "zod";

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const FORM = /^(\d+(?:\.\d+)?)(ms|s|m|h|d|w)$/;

const text = z.string().regex(FORM, {
  error: (issue) =>
    `${JSON.stringify(issue.input)} is not a duration; write a number and a unit, such as "30s", "10m", "6h" or "7d"`,
});

/** A field that reads a duration into milliseconds. */
export function duration(fallback: string) {
  return text.default(fallback).transform(milliseconds);
}

/** The same for a field that may be left out. */
export function optionalDuration() {
  return text.transform(milliseconds).optional();
}

/** @throws when the text is not a duration; the schema has then already refused it */
export function milliseconds(written: string): number {
  const [, count, unit] = FORM.exec(written) ?? [];
  if (!count || !unit) throw new Error(`${written} is not a duration`);
  return Math.round(Number(count) * UNITS[unit as keyof typeof UNITS]);
}
