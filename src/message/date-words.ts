/** Civil dates as a language writes them. */
import type { CivilDate } from "../time/civil-date.ts";

const FORMS = {
  long: { dateStyle: "long" },
  withoutYear: { day: "numeric", month: "long" },
  short: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "short", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Kept: to make one takes longer than to write a hundred dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

export function dateWords(locale: "en-GB" | "fr", form: keyof typeof FORMS, date: CivilDate): string {
  const key = `${locale} ${form}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...FORMS[form], timeZone: "UTC" });
  formats.set(key, format);
  return format.format(Date.parse(date));
}
