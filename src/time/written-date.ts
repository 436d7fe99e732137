/** Dates as people and machines write them, read out of text in the six UN languages. */
import { Temporal } from "temporal-polyfill";
import { type CivilDate, civilDate } from "./civil-date.ts";

/** Month names by language, as ICU writes them beside a day; Arabic has two customs (Levant and Egypt). */
const MONTHS: ReadonlyMap<string, number> = monthNames(["en", "fr", "es", "ru", "ar-EG", "ar-SY"]);

const WEEKDAYS = "(?:[\\p{L}.]{2,12},?\\s+)?";
const NAME = "(\\p{L}[\\p{L}.]*(?:\\s(?:الاول|الثاني))?)(?:\\s?/\\s?\\p{L}[\\p{L}\\s]{1,14})?";
const DAY_MONTH_YEAR = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|°)?\\.?\\s+(?:de\\s+|of\\s+)?${NAME},?\\s+(?:de\\s+|del\\s+)?(\\d{4})(?!\\d)`,
  "gu",
);
const MONTH_DAY_YEAR = /(\p{L}[\p{L}.]{2,11})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/gu;
const CHINESE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu;
const ISO = /(?<![\d/])(\d{4})-(\d{2})-(\d{2})(?!\d)/gu;
/** Day first: the UN writes 31/08/2022; a month over 12 rules the other reading out, and it is then not a date. */
const NUMERIC = /(?<![\d/.])(\d{1,2})[./](\d{1,2})[./](\d{4})(?![\d/])/gu;

/** A date found in a text, and where it stands there. */
export interface FoundDate {
  date: CivilDate;
  index: number;
  length: number;
}

/** Every date written out in a text, in order. Dates that no calendar has (31 June) are passed over. */
export function datesIn(text: string): FoundDate[] {
  const plain = westernDigits(text);
  const found: FoundDate[] = [];
  const add = (match: RegExpMatchArray, year: string, month: number | undefined, day: string) => {
    const date = month === undefined ? undefined : civilDate(Number(year), month, Number(day));
    if (date) found.push({ date, index: match.index ?? 0, length: match[0].length });
  };
  for (const m of plain.matchAll(DAY_MONTH_YEAR)) add(m, m[3] ?? "", monthNumber(m[2] ?? ""), m[1] ?? "");
  for (const m of plain.matchAll(MONTH_DAY_YEAR)) add(m, m[3] ?? "", monthNumber(m[1] ?? ""), m[2] ?? "");
  for (const m of plain.matchAll(CHINESE)) add(m, m[1] ?? "", Number(m[2]), m[3] ?? "");
  for (const m of plain.matchAll(ISO)) add(m, m[1] ?? "", Number(m[2]), m[3] ?? "");
  for (const m of plain.matchAll(NUMERIC)) add(m, m[3] ?? "", Number(m[2]), m[1] ?? "");
  return found.sort((a, b) => a.index - b.index);
}

/** The date a short text consists of ("Friday, 31 August 2022"), or undefined when it says more than a date. */
export function dateOnly(text: string): CivilDate | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 60) return undefined;
  const [first] = datesIn(trimmed);
  if (!first) return undefined;
  const rest = (trimmed.slice(0, first.index) + trimmed.slice(first.index + first.length)).trim();
  const isAside = new RegExp(`^${WEEKDAYS.replace("\\s+", "\\s*")}[\\s,:|·–-]*(?:\\d{1,2}:\\d{2}.{0,6})?$`, "u").test(
    rest,
  );
  return isAside ? first.date : undefined;
}

/** The number of a month written in one of the six languages, 1 to 12. */
export function monthNumber(name: string): number | undefined {
  return MONTHS.get(monthKey(name));
}

/** The civil date of a machine-written time ("2022-08-31T21:47:00Z", RFC 822), in a zone; undefined when unreadable. */
export function civilDateOf(time: string | undefined, zone: string): CivilDate | undefined {
  if (!time) return undefined;
  const text = time.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return datesIn(text)[0]?.date;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) return datesIn(text)[0]?.date;
  const date = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone).toPlainDate().toString();
  // Years of more than four digits are written with a sign, and would sort before all others.
  return /^\d{4}-/.test(date) ? date : undefined;
}

function monthNames(locales: string[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of locales)
    for (const month of ["long", "short"] as const)
      for (const day of ["numeric", undefined] as const) {
        const format = new Intl.DateTimeFormat(locale, { month, ...(day ? { day } : {}), timeZone: "UTC" });
        for (let index = 0; index < 12; index++) {
          const part = format.formatToParts(Date.UTC(2022, index, 5)).find((p) => p.type === "month");
          if (part) names.set(monthKey(part.value), index + 1);
        }
      }
  names.set("sept", 9);
  return names;
}

function monthKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase()
    .trim();
}

function westernDigits(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[أإآ]/g, "ا")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/\u00a0/g, " ");
}
