/** Days in what a person types, written as people write them: of a form's five questions, one asks for a name and a day together. */
import type { CivilDate } from "../time/civil-date.ts";
import { writtenDates } from "../time/written-date.ts";

/** @param language in which they are written @returns in order; undefined where one is left open, as 3/4/2022 is */
export function daysIn(text: string, language: string): CivilDate[] | undefined {
  const days = writtenDates(text, { language }).map(({ date }) => date);
  return days.includes(undefined) ? undefined : days.filter((day) => day !== undefined);
}

/** “Jane Doe, spokesperson, 10 December 2021”: who, and the day that is written last; undefined where none is. */
export function whoAndWhen(line: string, language: string): { by: string; on: CivilDate | "open" | undefined } {
  const when = writtenDates(line, { language }).at(-1);
  if (!when) return { by: line, on: undefined };
  const before = line.slice(0, when.index).replace(/(?<=\s)(?:on|le)\s$/i, "");
  const by = `${before} ${line.slice(when.index + when.length)}`.replace(/^[\s,;:(–-]+|[\s,;:()–-]+$/g, "");
  return { by: inOneLine(by), on: when.date ?? "open" };
}

/** Without line breaks, and what else only a terminal would obey. */
export function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, " ").trim();
}
