/**
 * Finds what is written like a date, whatever it means. From one number to the next, looking no further than a few words
 * around each, so that the time it takes grows with the text alone.
 */
import { LRUCache } from "lru-cache";
import { monthsNamed, type NamedMonths, ownNames } from "./month-names.ts";
import { at, numberedMonthAt } from "./numbered-months.ts";
import { westernDigits } from "./western-digits.ts";

/** What is written like a date, and where it stands. */
export type DateForm = { index: number; length: number } & (NumbersForm | NamedForm);

export interface NumbersForm {
  kind: "numbers";
  numbers: readonly [string, string, string];
  isDotted: boolean;
  /** "1.2.10" is rather a chapter or a version, but where a page writes its days so. */
  isLoose: boolean;
}

export interface NamedForm {
  kind: "named";
  months: NamedMonths;
  day?: number | undefined;
  year?: number | undefined;
}

/** No text for people holds more. */
const MAX_FORMS = 5000;

const NUMBER = /\d+/g;
const DASH = "[-‐‑–−]";
const NUMBERS = new RegExp(
  `(\\d{1,4})\\s?(/|\\.|${DASH})\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{1,2})(?!\\d|[./-]\\d)`,
  "uy",
);
/** A word, and what may stand between it and what comes before it. */
const NEXT_WORD = /[\s,.'’ºª°()\u2010-\u2015/-]{0,3}(\p{L}[\p{L}\p{M}]{0,19}(?:['’.]\p{L}[\p{L}\p{M}]{0,19})?)/uy;
/** Arabic names of two words, and those of the Levant beside Egypt's: كانون الثاني/يناير */
const SECOND_WORD = /\s(ال[أا]ول|الثاني)(?!\p{L})/uy;
const BESIDE = /\s?\/\s?\p{L}[\p{L}\p{M}]{1,14}(?:\s(?:ال[أا]ول|الثاني)(?!\p{L}))?/uy;
const YEAR =
  /[\s,،.'’׳॰)/\u2010-\u2015-]{0,4}(?:(?:del?|di|do|of|năm|عام|سنة|لعام|ค\.ศ\.|พ\.ศ\.)\s{1,2})?['’]?(\d{4})(?!\d)/uy;
/** A year of two digits, where nothing else can follow a month: 31-Aug-22, 31 Aug '22. */
const SHORT_YEAR = /(?:-|\s?['’]|\s(?=\d\d(?:\s*$|,|\s\d{1,2}:)))(\d{2})(?![\d:.,]\d)(?!\d)/uy;
const ORDINAL = /(?:\p{L}{1,2}|[ºª°.])?(?:,|\s|$)?/uy;
const DAY_AFTER = /[\s.-]{1,3}(\d{1,2})(?![\d:])/uy;
const WORD_BEFORE = /(\p{L}[\p{L}\p{M}]{0,19}(?:\s(?:ال[أا]ول|الثاني))?)[.,]?(?:\s(?:de|del|di|of)?)?[\s-]{0,2}$/u;
/** Latvian, Lithuanian, Kazakh. */
const YEAR_BEFORE = /(?<!\d)(\d{4})\.?\s(?:gada|m\.|ж\.)\s$/u;
const LOOK_BACK = 36;
/** What stands between a day and its month: "31 de agosto", "31st day of August", "31 ng Agosto", "31 ta’ Awwissu". */
const BETWEEN = /^(?:de|del|di|do|da|den|d|of|the|day|ng|ta|من|в)$/iu;
/** Letters right behind a day: "31st", "1er", "31-го". Not "2h ago", which is no August in Spanish. */
const ORDINALS = /^(?!(?:[hdwmys]|hrs?|mins?|mo|yrs?)$)\p{L}{1,3}$/iu;
const MOST_BETWEEN = 3;

/** The rows of a list say the same from look to look, and are asked several times in each. */
const known = new LRUCache<string, readonly DateForm[]>({ max: 2000 });
const MOST_KNOWN = 120;

/** @param language the page's (BCP 47, its first part), for names that differ from language to language */
export function formsIn(text: string, language?: string): readonly DateForm[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const own = ownNames(language);
  if (text.length > MOST_KNOWN) return found(text, own);
  const key = `${own ?? ""} ${text}`;
  const before = known.get(key);
  if (before) return before;
  const forms = found(text, own);
  known.set(key, forms);
  return forms;
}

function found(text: string, language: string | undefined): DateForm[] {
  const plain = westernDigits(text);
  const forms: DateForm[] = [];
  let from = 0;
  NUMBER.lastIndex = 0;
  for (let number = NUMBER.exec(plain); number; number = NUMBER.exec(plain)) {
    const { 0: digits, index } = number;
    if (index < from || digits.length > 4 || forms.length >= MAX_FORMS) continue;
    const form =
      numbersAt(plain, index) ??
      numberedAt(plain, index, digits) ??
      namedAt({ text: plain, from, index, digits, language });
    if (!form) continue;
    forms.push(form);
    from = form.index + form.length;
  }
  return forms;
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

function numberedAt(text: string, place: number, digits: string): DateForm | undefined {
  const found = numberedMonthAt(text, place, digits);
  if (!found) return undefined;
  const { index, length, month, day, year } = found;
  const months = new Map([[Number(month), new Set<string>()]]);
  return { kind: "named", index, length, months, day: day ? Number(day) : undefined, year: yearOf(year) };
}

/** A number in a text, and from where on nothing was read yet. */
interface Found {
  text: string;
  from: number;
  index: number;
  digits: string;
  language: string | undefined;
}

function namedAt(found: Found): DateForm | undefined {
  const { text, index, digits } = found;
  // Nor the seconds of a time of day.
  if (digits.length === 3 || /[\d.,$€£]$|\d:$/.test(text.slice(Math.max(0, index - 2), index))) return undefined;
  return digits.length === 4 ? yearAt(found) : (dayAt(found) ?? monthBefore(found));
}

/** "31 August 2022", "31st of August", "31-Aug-22"; "2022. gada 31. augustā" looks back for its year. */
function dayAt({ text, from, index, digits, language }: Found): DateForm | undefined {
  let end = index + digits.length;
  for (let between = 0; between <= MOST_BETWEEN; between++) {
    const found = wordAt(text, end);
    if (!found) return undefined;
    const { word, start } = found;
    const month = monthAt(text, start, word, language);
    if (month) {
      const year = at(YEAR, text, month.end) ?? at(SHORT_YEAR, text, month.end);
      const earlier = year ? null : YEAR_BEFORE.exec(text.slice(Math.max(from, index - LOOK_BACK), index));
      const first = index - (earlier?.[0].length ?? 0);
      return {
        kind: "named",
        months: month.months,
        day: Number(digits),
        year: yearOf(year?.[1] ?? earlier?.[1]),
        index: first,
        length: month.end + (year?.[0].length ?? 0) - first,
      };
    }
    const isOrdinal = between === 0 && !/\s/.test(text.slice(end, start)) && ORDINALS.test(word);
    if (!isOrdinal && !BETWEEN.test(word)) return undefined;
    end = found.end;
  }
  return undefined;
}

/** "August 31, 2022"; without a year, "Aug 31". */
function monthBefore({ text, from, index, digits, language }: Found): DateForm | undefined {
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
function yearAt({ text, from, index, digits, language }: Found): DateForm | undefined {
  const one = wordAt(text, index + digits.length);
  // "2022 m. rugpjūčio 31 d."
  const other = one && one.word.length <= 4 ? wordAt(text, one.end) : undefined;
  for (const found of [one, other]) {
    const day = found && at(DAY_AFTER, text, found.end);
    const months = day ? monthsNamed(found.word, language, true) : undefined;
    if (!day || !months) continue;
    const length = found.end + day[0].length - index;
    return { kind: "named", months, day: Number(day[1]), year: fullYear(digits), index, length };
  }
  const before = WORD_BEFORE.exec(text.slice(Math.max(from, index - LOOK_BACK), index));
  const months = before ? monthsNamed(before[1] ?? "", language, true) : undefined;
  if (!before || !months) return undefined;
  const start = index - before[0].length;
  return { kind: "named", months, year: fullYear(digits), index: start, length: before[0].length + 4 };
}

/** The word that follows, and where it stands. */
function wordAt(text: string, index: number): { word: string; start: number; end: number } | undefined {
  const [whole, word] = at(NEXT_WORD, text, index) ?? [];
  if (!whole || !word) return undefined;
  const end = index + whole.length;
  return { word, start: end - word.length, end };
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

/**
 * A year as it is written. Without its century, 69 to 99 are of the last (POSIX); Buddhist years, which Thailand counts, are 543
 * ahead.
 */
export function fullYear(written: string): number {
  const year = Number(written);
  if (written.length < 3) return year + (year < 69 ? 2000 : 1900);
  return year > 2443 && year < 2643 ? year - 543 : year;
}

function yearOf(written: string | undefined): number | undefined {
  return written === undefined ? undefined : fullYear(written);
}
