/** Figures as a reader's language writes them. */
import type { Reader } from "./reader.ts";

/** A share, 0 to 1, or of nothing. Never rounded up to all while something is missing. */
export function share({ language }: Pick<Reader, "language">, part: number | undefined): string {
  if (part === undefined) return "–";
  const format = new Intl.NumberFormat(language, { style: "percent", minimumFractionDigits: 1 });
  return format.format(Math.floor(part * 1000) / 1000);
}
