/**
 * Finds what is written like a date, whatever it means. From one number to the next, looking no further than a few words
 * around each, so that the time it takes grows with the text alone.
 */
import { monthsNamed, type NamedMonths } from "./month-names.ts";

/** What is written like a date, and where it stands. */
export type DateForm = {
  index: number;
  length: number;
} /** Loose: "1.2.10" is rather a chapter or a version, but for where days are written so. */ & (
  | { kind: "numbers"; numbers: readonly [string, string, string]; isDotted: boolean; isLoose: boolean }
  | { kind: "named"; months: NamedMonths; day?: number | undefined; year?: number | undefined }
);

/** No text for people holds more. */
const MAX_FORMS = 5000;

const NUMBER = /\d+/g;
const DASH = "[-‐‑–−]";
const NUMBERS = new RegExp(
  `(\\d{1,4})\\s?(/|\\.|${DASH})\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{1,2})(?!\\d|[./-]\\d)`,
  "uy",
);
/** Chinese, Japanese and Korean; with an era, years are counted from it: 令和4年, 民國111年. */
const HAN = /(\d{1,4})\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日號号일])?)/uy;
const HAN_YEARLESS = /(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日號号일]/uy;
const ERAS: readonly [name: string, before: number][] = [
  ["令和", 2018],
  ["平成", 1988],
  ["昭和", 1925],
  ["民國", 1911],
  ["民国", 1911],
];
const VIETNAMESE = /(\d{1,2})\s+(?:tháng|thg)\s+(\d{1,2})(?:,?\s+(?:năm\s+)?(\d{4}))?(?!\d)/iuy;
/** A word, and what may stand between it and what comes before it. */
const NEXT_WORD = /[\s,.'’ºª°()\u2010-\u2015/-]{0,3}(\p{L}[\p{L}\p{M}]{0,19}(?:['’.]\p{L}[\p{L}\p{M}]{0,19})?)/uy;
/** Arabic names of two words, and those of the Levant beside Egypt's: كانون الثاني/يناير */
const SECOND_WORD = /\s(ال[أا]ول|الثاني)(?!\p{L})/uy;
const BESIDE = /\s?\/\s?\p{L}[\p{L}\p{M}]{1,14}(?:\s(?:ال[أا]ول|الثاني)(?!\p{L}))?/uy;
const YEAR = /[\s,،.'’׳॰)/\u2010-\u2015-]{0,4}(?:[\p{L}.]{1,5},?\s{1,2}){0,2}(?:['’]\s?)?(\d{4})(?!\d)/uy;
/** A year of two digits, where nothing else can follow a month: 31-Aug-22, 31 Aug '22. */
const SHORT_YEAR = /(?:-|\s?['’]|\s(?=\d\d(?:\s*$|,|\s\d{1,2}:)))(\d{2})(?![\d:.,]\d)(?!\d)/uy;
const ORDINAL = /(?:\p{L}{1,2}|[ºª°.])?(?:,|\s|$)?/uy;
const DAY_AFTER = /[\s.-]{1,3}(\d{1,2})(?![\d:])/uy;
const WORD_BEFORE = /(\p{L}[\p{L}\p{M}]{0,19}(?:\s(?:ال[أا]ول|الثاني))?)[.,]?(?:\s(?:de|del|di|of|d'|г)?)?[\s-]{0,2}$/u;
const YEAR_BEFORE = /(?<!\d)(\d{4})\.?(?:\s\p{L}{1,4}\.?)?,?\s{1,2}$/u;
const LOOK_BACK = 36;
/** What stands between a day and its month: "31 de agosto", "31st day of August", "31 ng Agosto", "31 ta’ Awwissu". */
const BETWEEN = /^(?:de|del|di|do|da|den|d|of|the|day|ng|ta|من|в)$/iu;
/** Letters right behind a day: "31st", "1er", "31-го". Not "2h ago", which is no August in Spanish. */
const ORDINALS = /^(?!(?:[hdwmys]|hrs?|mins?|mo|yrs?)$)\p{L}{1,3}$/iu;
const MOST_BETWEEN = 3;

/** @param language the page's (BCP 47, its first part), for names that differ from language to language */
export function formsIn(text: string, language?: string): DateForm[] {
  const plain = westernDigits(text);
  const forms: DateForm[] = [];
  let from = 0;
  for (const { 0: digits, index } of plain.matchAll(NUMBER)) {
    if (index < from || digits.length > 4 || forms.length >= MAX_FORMS) continue;
    const form =
      numbersAt(plain, index) ?? hanAt(plain, index, digits) ?? namedAt(plain, from, index, digits, language);
    if (!form) continue;
    forms.push(form);
    from = form.index + form.length;
  }
  return forms;
}

/** The pattern, where it stands at a place in a text. */
function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

function numbersAt(text: string, index: number): DateForm | undefined {
  if (/[\d.,/:$€£-]/.test(text[index - 1] ?? "") && !/\s/.test(text[index - 2] ?? " ")) return undefined;
  const [whole, one, separator, two, three] = at(NUMBERS, text, index) ?? [];
  if (!whole || !one || !two || !three || one.length === 3) return undefined;
  if (one.length === 4 && three.length === 4) return undefined;
  const isDotted = separator === ".";
  const isShort = one.length < 4 && three.length < 4;
  if (isShort && three.length < 2) return undefined;
  const isLoose = isShort && separator !== "/" && (one.length < 2 || two.length < 2);
  return { kind: "numbers", numbers: [one, two, three], isDotted, isLoose, index, length: whole.length };
}

function hanAt(text: string, index: number, digits: string): DateForm | undefined {
  const found = at(HAN, text, index);
  if (found) {
    const [whole, year, month, day] = found;
    const [era, before] = ERAS.find(([name]) => text.startsWith(name, index - 2)) ?? ["", 0];
    return named(index - era.length, whole.length + era.length, Number(month), day, String(Number(year) + before));
  }
  if (digits.length > 2) return undefined;
  const yearless = at(HAN_YEARLESS, text, index);
  if (yearless) return named(index, yearless[0].length, Number(yearless[1]), yearless[2], undefined);
  const vietnamese = at(VIETNAMESE, text, index);
  return vietnamese
    ? named(index, vietnamese[0].length, Number(vietnamese[2]), vietnamese[1], vietnamese[3])
    : undefined;
}

function named(
  index: number,
  length: number,
  month: number,
  day: string | undefined,
  year: string | undefined,
): DateForm {
  const months = new Map([[month, new Set<string>()]]);
  return {
    kind: "named",
    index,
    length,
    months,
    day: day ? Number(day) : undefined,
    year: year ? Number(year) : undefined,
  };
}

function namedAt(
  text: string,
  from: number,
  index: number,
  digits: string,
  language: string | undefined,
): DateForm | undefined {
  // Nor the seconds of a time of day.
  if (digits.length === 3 || /[\d.,$€£]$|\d:$/.test(text.slice(Math.max(0, index - 2), index))) return undefined;
  return digits.length === 4
    ? yearAt(text, from, index, digits, language)
    : (dayAt(text, from, index, digits, language) ?? monthBefore(text, from, index, digits, language));
}

/** "31 August 2022", "31st of August", "31-Aug-22"; "2022. gada 31. augustā" looks back for its year. */
function dayAt(
  text: string,
  from: number,
  index: number,
  digits: string,
  language: string | undefined,
): DateForm | undefined {
  let end = index + digits.length;
  for (let between = 0; between <= MOST_BETWEEN; between++) {
    const word = at(NEXT_WORD, text, end);
    if (!word) return undefined;
    const month = monthAt(text, end + word[0].length - (word[1] ?? "").length, word[1] ?? "", language);
    if (month) {
      const year = at(YEAR, text, month.end) ?? at(SHORT_YEAR, text, month.end);
      const earlier = year ? null : YEAR_BEFORE.exec(text.slice(Math.max(from, index - LOOK_BACK), index));
      const start = index - (earlier?.[0].length ?? 0);
      return {
        kind: "named",
        months: month.months,
        day: Number(digits),
        year: yearOf(year?.[1] ?? earlier?.[1]),
        index: start,
        length: month.end + (year?.[0].length ?? 0) - start,
      };
    }
    const isOrdinal = between === 0 && !/\s/.test(word[0]) && ORDINALS.test(word[1] ?? "");
    if (!isOrdinal && !BETWEEN.test(word[1] ?? "")) return undefined;
    end += word[0].length;
  }
  return undefined;
}

/** "August 31, 2022"; without a year, "Aug 31". */
function monthBefore(
  text: string,
  from: number,
  index: number,
  digits: string,
  language: string | undefined,
): DateForm | undefined {
  const word = /[\s.,-]/.test(text[index - 1] ?? "")
    ? WORD_BEFORE.exec(text.slice(Math.max(from, index - LOOK_BACK), index))
    : null;
  if (!word) return undefined;
  const after = index + digits.length + (at(ORDINAL, text, index + digits.length)?.[0].trimEnd().length ?? 0);
  const year = at(YEAR, text, after) ?? at(SHORT_YEAR, text, after);
  const months = monthsNamed(word[1] ?? "", language, year !== null);
  if (!months) return undefined;
  const end = year ? after + year[0].length : index + digits.length;
  const start = index - word[0].length;
  return { kind: "named", months, day: Number(digits), year: yearOf(year?.[1]), index: start, length: end - start };
}

/** "2022. augusztus 31.", and "August 2022", which is a month. */
function yearAt(
  text: string,
  from: number,
  index: number,
  digits: string,
  language: string | undefined,
): DateForm | undefined {
  const word = at(NEXT_WORD, text, index + 4);
  const next = word && (word[1] ?? "").length <= 4 ? at(NEXT_WORD, text, index + 4 + word[0].length) : null;
  for (const [found, after] of [[word, index + 4] as const, [next, index + 4 + (word?.[0].length ?? 0)] as const]) {
    if (!found) continue;
    const start = after + found[0].length - (found[1] ?? "").length;
    const day = at(DAY_AFTER, text, start + (found[1] ?? "").length);
    const months = day ? monthsNamed(found[1] ?? "", language, true) : undefined;
    if (!day || !months) continue;
    const end = start + (found[1] ?? "").length + day[0].length;
    return { kind: "named", months, day: Number(day[1]), year: Number(digits), index, length: end - index };
  }
  const before = WORD_BEFORE.exec(text.slice(Math.max(from, index - LOOK_BACK), index));
  const months = before ? monthsNamed(before[1] ?? "", language, true) : undefined;
  if (!before || !months) return undefined;
  const start = index - before[0].length;
  return { kind: "named", months, year: Number(digits), index: start, length: before[0].length + 4 };
}

function monthAt(
  text: string,
  start: number,
  word: string,
  language: string | undefined,
): { months: NamedMonths; end: number } | undefined {
  const end = start + word.length;
  const second = at(SECOND_WORD, text, end);
  const isDated = at(YEAR, text, end) !== null;
  const months =
    (second ? monthsNamed(word + second[0], language, false) : undefined) ?? monthsNamed(word, language, isDated);
  if (!months) return undefined;
  const whole = end + (second?.[0].length ?? 0);
  return { months, end: whole + (at(BESIDE, text, whole)?.[0].length ?? 0) };
}

/** POSIX: 69 to 99 are of the last century. */
function yearOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  return written.length === 4 ? Number(written) : Number(written) + (Number(written) < 69 ? 2000 : 1900);
}

/** Where the digits of a script begin (Unicode, general category Nd): Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

/** The same text with the digits 0 to 9, and blanks for marks of direction: as long as it was. */
function westernDigits(text: string): string {
  if (/^[\x20-\x7e\s]*$/.test(text)) return text;
  return text
    .replace(/[\u00a0\u061c\u200b-\u200f\u202a-\u202f\u2060-\u2069\ufeff]/g, " ")
    .replace(/[٠-٩۰-۹०-९০-৯๐-๙０-９]/g, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = ZEROS.find((first) => code >= first && code <= first + 9) ?? code;
      return String(code - zero);
    })
    .replace(/[／．]/g, (mark) => (mark === "／" ? "/" : "."));
}
