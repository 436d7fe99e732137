/** Figures as a reader's language writes them. */
import { pens } from "../message/pens.ts";
import type { Reader } from "./reader.ts";

/** A share, 0 to 1, or of nothing. Never rounded up to all while something is missing. */
export function share({ language }: Pick<Reader, "language">, part: number | undefined): string {
  if (part === undefined) return "–";
  return pens[language].percent(part);
}
