/** Dates as people write them, in the languages of the world and in the order of the page they stand on. */
import { type CivilDate, civilDate, civilDateAt } from "./civil-date.ts";
import { type DateForm, formsIn, fullYear, type NamedForm, type NumbersForm } from "./date-forms.ts";
import type { DateOrder } from "./date-order.ts";
import { type Dated, dayOf, oneOf } from "./dated.ts";
import type { InstantText } from "./instant.ts";
import { relativeDate } from "./relative-date.ts";

export { monthNumber } from "./month-names.ts";

/** What is known of a page when its dates are read. */
export interface DateManner {
  /** In which order it writes numbers; where nobody knows, 03/04/2022 is left open. */
  order?: DateOrder | undefined;
  /** The page's language (BCP 47). */
  language?: string | undefined;
  /** When and where it was read, without which "2 June" and "yesterday" are no dates. */
  seen?: { at: InstantText; zone: string } | undefined;
}

/** A date found in a text, and where it stands there. */
export interface FoundDate {
  date: CivilDate;
  index: number;
  length: number;
}

/** Every date in a text that can mean one day only, in order. Dates that no calendar has (31 June) are passed over. */
export function datesIn(text: string, manner: DateManner = {}): FoundDate[] {
  return writtenDates(text, manner).flatMap(({ date, index, length }) => (date ? [{ date, index, length }] : []));
}

/** A date that a text writes, open or not. */
export type WrittenDate = Dated & Pick<FoundDate, "index" | "length">;

/**
 * A text with a date may say nothing else.
 * @param text without white space around it
 */
export function firstDate(text: string, manner: DateManner): { dated: Dated; isAlone: boolean } | undefined {
  const forms = formsOf(text, manner);
  const alone = datedAlone(text, manner, forms);
  if (alone) return { dated: alone, isAlone: true };
  // A day without its year, in a sentence, says too little.
  const [first] = forms.length > 0 ? writtenDates(text, { ...manner, seen: undefined }, forms) : [];
  return first && { dated: dayOf(first), isAlone: false };
}

function formsOf(text: string, { language }: DateManner): readonly DateForm[] {
  return formsIn(text, language?.slice(0, 2).toLowerCase());
}

/** Every date in a text, in order, those left open too. @param forms what in it is written like a date, where it is known */
export function writtenDates(text: string, manner: DateManner = {}, forms = formsOf(text, manner)): WrittenDate[] {
  if (forms.length === 0) return [];
  const hasYear = forms.some((form) => form.kind === "numbers") || A_YEAR.test(text);
  return forms.flatMap((form) => {
    // Of "31 August – 2 September 2022" the first is no day of this year.
    if (hasYear && form.kind === "named" && form.year === undefined) return [];
    const dated = datedBy(form, manner);
    return dated ? [{ ...dated, index: form.index, length: form.length }] : [];
  });
}

const A_YEAR = /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})/u;

const WEEKDAY = "(?:[\\p{L}\\p{M}.]{1,12}[,،]?\\s*)?";
/** What may stand beside a date that is all a text says: the weekday, the time of day. */
const ASIDE = new RegExp(`^${WEEKDAY}[\\s,،:|·/()–-]*(?:\\d{1,2}[:.h]\\d{2}.{0,12})?$`, "u");
const MOST_ALONE = 60;

/** The date a short text consists of ("Friday, 31 August 2022", "yesterday"), or undefined when it says more than a date. */
export function datedOnly(text: string, manner: DateManner = {}): Dated | undefined {
  const trimmed = text.trim();
  return datedAlone(trimmed, manner, formsOf(trimmed, manner));
}

function datedAlone(text: string, manner: DateManner, forms: readonly DateForm[]): Dated | undefined {
  if (text.length > MOST_ALONE) return undefined;
  const [first] = writtenDates(text, manner, forms);
  if (!first) return manner.seen && relativeDate(text, manner.language, manner.seen);
  const rest = (text.slice(0, first.index) + text.slice(first.index + first.length)).trim();
  return ASIDE.test(rest) ? dayOf(first) : undefined;
}

/** The same where it is certain. */
export function dateOnly(text: string, manner: DateManner = {}): CivilDate | undefined {
  return datedOnly(text, manner)?.date;
}

/**
 * The order of each date of numbers that can be in one only.
 * @param known the day that the dates are of, where a machine says so beside them
 */
export function ordersShown(text: string, known?: CivilDate): DateOrder[] {
  return formsIn(text).flatMap((form) => {
    // All the world puts the year first where it has four digits, and the day first between dots.
    if (form.kind !== "numbers" || form.isDotted || form.numbers[0].length === 4) return [];
    const all = readings(form).filter(({ date }) => known === undefined || date === known);
    return all.length === 1 && all[0] ? [all[0].order] : [];
  });
}

function datedBy(form: DateForm, manner: DateManner): Dated | undefined {
  return form.kind === "named" ? datedByName(form, manner) : datedByNumbers(form, manner);
}

/** A year without its century that is further ahead is not the year. */
const MOST_YEARS_AHEAD = 5;

function datedByNumbers(form: NumbersForm, { order, seen }: DateManner): Dated | undefined {
  const all = readings(form, order, seen && Number(seen.at.slice(0, 4)) + MOST_YEARS_AHEAD);
  const own = all.find((reading) => reading.order === order);
  return oneOf(own ? [own.date] : all.map(({ date }) => date));
}

/**
 * Every way to read numbers that a calendar has.
 * @param order the page's, for years without their century: where it is not year first, 22/08/31 is so only when it must be
 * @param lastYear that such a year may be
 */
function readings(
  { numbers: [one, two, three], isDotted, isLoose }: NumbersForm,
  order?: DateOrder,
  lastYear = 2068,
): { order: DateOrder; date: CivilDate }[] {
  const read = (as: DateOrder, year: string, month: string, day: string) => {
    const date = civilDate(fullYear(year), Number(month), Number(day));
    return date && (year.length === 4 || Number(date.slice(0, 4)) <= lastYear) ? [{ order: as, date }] : [];
  };
  if (isLoose && !order) return [];
  if (one.length === 4 || (three.length === 2 && order === "ymd")) return read("ymd", one, two, three);
  const dayFirst = read("dmy", three, two, one);
  // Nobody writes the month first between dots.
  const isOpen = !isDotted || dayFirst.length === 0;
  const yearLast = [...dayFirst, ...(isOpen ? read("mdy", three, one, two) : [])];
  return yearLast.length > 0 || three.length === 4 ? yearLast : read("ymd", one, two, three);
}

function datedByName({ months, day, year }: NamedForm, { language, seen }: DateManner): Dated | undefined {
  const own = [...months].filter(([, languages]) => language && languages.has(language.slice(0, 2).toLowerCase()));
  const all = (own.length > 0 ? own : [...months]).map(([month]) => month);
  if (year === undefined)
    return day !== undefined && seen ? yearless(all, day, civilDateAt(seen.at, seen.zone)) : undefined;
  if (day !== undefined) return oneOf(all.flatMap((month) => civilDate(year, month, day) ?? []));
  return oneOf(all.flatMap((month) => [civilDate(year, month, 1) ?? [], lastOf(year, month) ?? []].flat()));
}

function lastOf(year: number, month: number): CivilDate | undefined {
  return [31, 30, 29, 28].map((day) => civilDate(year, month, day)).find(Boolean);
}

/** Days from which on a date without a year is too far from today to be sure of it. */
const NEAR_DAYS = 120;

/**
 * A day without a year is of this year or, where that is not near, of the last as well: a page that leaves the year out may
 * mean the nearest such day, or the one in the year that is running.
 */
function yearless(months: readonly number[], day: number, today: CivilDate): Dated | undefined {
  const year = Number(today.slice(0, 4));
  const distance = (date: CivilDate) => (Date.parse(date) - Date.parse(today)) / 86_400_000;
  const days = [year - 1, year, year + 1].flatMap((one) => months.flatMap((month) => civilDate(one, month, day) ?? []));
  const nearest = days.toSorted((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)))[0];
  if (!nearest) return undefined;
  const isJustPast = distance(nearest) <= 1 && distance(nearest) > -NEAR_DAYS;
  const ofThisYear = days.filter((date) => date.startsWith(today.slice(0, 4)));
  return oneOf(isJustPast && months.length === 1 ? [nearest] : [nearest, ...ofThisYear]);
}
