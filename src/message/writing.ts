/**
 * How each language writes what is no word of ours: dates, figures, stretches of time, lists, quotations. By ICU, as UN documents have it
 * where that differs: the Russian year is followed by "года", an Arabic month has both its names, and Arabic figures are the ones that
 * addresses and OHCHR's Arabic pages have (0 to 9). Days are of the Gregorian calendar. The catalogues hold words alone.
 */
import { type Direction, isolated } from "../language/direction.ts";
import { languageName } from "../language/tongue.ts";
import { type CivilDate, civilDateAt, stretchOf } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import type { Language } from "../watch/names.ts";

/** What a catalogue need not say: it is written by rules. */
export interface Written {
  /** Which way it is written. */
  direction: Direction;
  day(date: CivilDate): string;
  /** Without its year where that is the year of the day beside which it stands. */
  dayBeside(date: CivilDate, other: CivilDate): string;
  /** As short as it can be with its year. */
  shortDay(date: CivilDate): string;
  month(date: CivilDate): string;
  /** Under days of a few months. */
  monthName(date: CivilDate): string;
  moment(instant: InstantText): string;
  /** The hour of an instant whose day is said beside it. */
  hour(instant: InstantText): string;
  /** A stretch of time, in milliseconds. */
  span(milliseconds: number): string;
  /** The time from one day to another: in days up to a year, then in years and months. */
  stretch(from: CivilDate, to: CivilDate): string;
  days(count: number): string;
  number(count: number): string;
  list(names: readonly string[]): string;
  /** Names in a row, of which so many more are not said. */
  andMore(names: readonly string[], more: number): string;
  /** A size: kilobytes, or megabytes with a decimal. */
  bytes(count: number): string;
  /** What the language calls another, by its code. */
  tongue(code: string): string;
  /** What a thing is, in a row. */
  traits(parts: readonly string[]): string;
  /** Several remarks on one thing, as one. */
  remarks(parts: readonly string[]): string;
  /** As a sentence begins. */
  note(text: string): string;
  /** A text from elsewhere, where it stands by itself within words of the language. */
  isolated(text: string): string;
  /** A sentence as it is set: where its lines may not break, and what stands between sentences. */
  typeset(text: string): string;
}

/**
 * The forms in which a language counts whole things (CLDR, "Language Plural Rules"). French and Spanish have one more, of round millions
 * alone: there the other is taken.
 */
interface Forms extends Record<Language, string> {
  en: "one" | "other";
  fr: "one" | "other";
  es: "one" | "other";
  ru: "one" | "few" | "many";
  ar: "zero" | "one" | "two" | "few" | "many" | "other";
  zh: "other";
}

/** Something counted, in each form: `#` stands for the number, which a form need not say. */
export type Counted<L extends Language> = Record<Forms[L], string>;

/** What a catalogue is written with. */
interface Pen<L extends Language> {
  written: Written;
  /** Every sentence with something in it: figures as the language has them, and words of the other direction isolated. */
  says(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string;
  /** In the language's quotation marks. */
  quote(text: string): string;
  count(number: number, forms: Counted<L>): string;
  /** A share, 0 to 1; never rounded up to "100%" while something is missing. */
  percent(share: number): string;
  /** As a sentence begins. */
  capital(text: string): string;
}

interface Customs {
  locale: string;
  direction: Direction;
  quotes: readonly [string, string];
  /** Between a day and its hour. */
  gap?: string;
  comma: string;
  semicolon: string;
  /** Between years and months: none is the language's "and". */
  beside?: string;
  /** "21:52" */
  hour?: (written: string) => string;
  typeset?: (text: string) => string;
}

const NO_BREAK = "\u00a0";
const CUSTOMS: Record<Language, Customs> = {
  en: { locale: "en-GB", direction: "ltr", quotes: ["“", "”"], comma: ", ", semicolon: "; " },
  fr: {
    ...{ locale: "fr", direction: "ltr", quotes: ["« ", " »"], comma: ", ", semicolon: " ; " },
    hour: (written) => written.replace(":", " h "),
    typeset: (text) => text.replace(/ (?=[:;!?»·])/g, NO_BREAK).replaceAll("« ", `«${NO_BREAK}`),
  },
  es: { locale: "es", direction: "ltr", quotes: ["«", "»"], comma: ", ", semicolon: "; " },
  ru: {
    ...{ locale: "ru", direction: "ltr", quotes: ["«", "»"], comma: ", ", semicolon: "; " },
    typeset: (text) => text.replace(/ (?=[—·])/g, NO_BREAK),
  },
  zh: {
    ...{ locale: "zh", direction: "ltr", quotes: ["“", "”"], gap: " ", comma: "，", semicolon: "；", beside: "" },
    // Sentences are put side by side with a space between, which Chinese has not.
    typeset: (text) => text.replace(/(?<=[，。；：！？”）]) /g, ""),
  },
  ar: { locale: "ar-u-nu-latn", direction: "rtl", quotes: ["«", "»"], comma: "، ", semicolon: "؛ " },
};

const DAYS = {
  long: { dateStyle: "long" },
  withoutYear: { day: "numeric", month: "long" },
  short: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "short", year: "numeric" },
  monthName: { month: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** @param own the words that stand among what is written by rules */
export function writing<L extends Language>(language: L, own: { noMinute: string; more: Counted<L> }): Pen<L> {
  const {
    locale,
    direction,
    quotes,
    comma,
    gap = comma,
    semicolon,
    beside,
    hour = same,
    typeset = same,
  } = CUSTOMS[language];
  const rules = new Intl.PluralRules(locale);
  const figures = new Intl.NumberFormat(locale);
  const shares = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const together = new Intl.ListFormat(locale, { type: "conjunction", style: "narrow" });
  const both = new Intl.ListFormat(locale, { type: "conjunction" });
  const date = datesOf(language);
  const unit = unitsOf(locale);

  const within = (text: string) => isolated(text, direction);
  const count = (number: number, forms: Counted<L>): string => {
    const known: Partial<Record<Intl.LDMLPluralRule, string>> = forms;
    const form = known[rules.select(number)] ?? known.other ?? "";
    return form.replace("#", () => figures.format(number));
  };
  const timeOf = (instant: InstantText) => `${hour(instant.slice(11, 16))} UTC`;
  const written: Written = {
    direction,
    day: (on) => date("long", on),
    dayBeside: (on, other) => date(on.slice(0, 4) === other.slice(0, 4) ? "withoutYear" : "long", on),
    shortDay: (on) => date("short", on),
    month: (on) => date("month", on),
    monthName: (on) => date("monthName", on),
    moment: (instant) => `${date("long", civilDateAt(instant, "UTC"))}${gap}${timeOf(instant)}`,
    hour: timeOf,
    span: (milliseconds) => {
      const minutes = Math.round(Math.abs(milliseconds) / 60_000);
      if (minutes === 0) return own.noMinute;
      if (minutes < 120) return unit(minutes, "minute");
      const hours = Math.round(minutes / 60);
      return hours < 72 ? unit(hours, "hour") : unit(Math.round(hours / 24), "day");
    },
    stretch: (from, to) => {
      const { years, months, days } = stretchOf(from, to);
      if (days !== undefined) return unit(days, "day");
      const parts = [unit(years, "year"), ...(months === 0 ? [] : [unit(months, "month")])];
      return beside === undefined ? both.format(parts) : parts.join(beside);
    },
    days: (number) => unit(number, "day"),
    number: (number) => figures.format(number),
    list: (names) => together.format(names.map(within)),
    andMore: (names, more) => together.format([...names.map(within), ...(more > 0 ? [count(more, own.more)] : [])]),
    bytes: (number) =>
      number < 1e6 ? unit(Math.max(1, Math.round(number / 1e3)), "kilobyte") : unit(number / 1e6, "megabyte"),
    tongue: (code) => languageName(code, language),
    traits: (parts) => parts.map(within).join(comma),
    remarks: (parts) => parts.map(within).join(semicolon),
    note: capital,
    isolated: within,
    typeset,
  };
  return {
    written,
    says: (texts, ...values) => texts.reduce((said, text, index) => said + asSaid(values[index - 1] ?? "") + text),
    quote: (text) => `${quotes[0]}${within(text)}${quotes[1]}`,
    count,
    // ICU marks the direction of "%", which needs none beside figures.
    percent: (share) => shares.format(Math.floor(share * 1000) / 1000).replaceAll("\u200e", ""),
    capital,
  };

  function asSaid(value: string | number): string {
    return typeof value === "number" ? figures.format(value) : within(value);
  }

  function capital(text: string): string {
    return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
  }
}

function same(text: string): string {
  return text;
}

/** Dates, each form's format made at its first date: to make one takes longer than to write a hundred. */
function datesOf(language: Language): (form: keyof typeof DAYS, date: CivilDate) => string {
  const { locale } = CUSTOMS[language];
  const formats = new Map<string, Intl.DateTimeFormat>();
  const formatOf = (form: keyof typeof DAYS, of = locale) => {
    const format = formats.get(of + form) ?? new Intl.DateTimeFormat(of, { ...DAYS[form], timeZone: "UTC" });
    formats.set(of + form, format);
    return format;
  };
  return (form, date) => {
    const at = Date.parse(date);
    const written = formatOf(form).format(at);
    switch (language) {
      case "fr":
        return written.replace(/^1 /, "1er ");
      case "ru":
        return written.replace(/ г\.$/, form === "long" ? " года" : "");
      case "ar":
        return form === "long" || form === "withoutYear" ? withBothMonths(form, at) : written;
      default:
        return written;
    }
  };

  /** "31 آب/أغسطس 2022": one of the names is used from Egypt to the Gulf, the other from Iraq to Palestine. */
  function withBothMonths(form: keyof typeof DAYS, at: number): string {
    const eastern = formatOf(form, "ar-SY-u-nu-latn")
      .formatToParts(at)
      .find(({ type }) => type === "month")?.value;
    return formatOf(form)
      .formatToParts(at)
      .map(({ type, value }) => (type === "month" ? `${eastern}/${value}` : value))
      .join("");
  }
}

/** Figures with their unit, in the form that the language has for so many. */
function unitsOf(locale: string): (count: number, unit: string) => string {
  const formats = new Map<string, Intl.NumberFormat>();
  return (count, unit) => {
    const isSize = unit.endsWith("byte");
    const unitDisplay = isSize ? "short" : "long";
    const fraction = unit === "megabyte" ? 1 : 0;
    const digits = { minimumFractionDigits: fraction, maximumFractionDigits: fraction };
    const format = formats.get(unit) ?? new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay, ...digits });
    formats.set(unit, format);
    // What stands between is a space as any other: lines break there.
    return format
      .formatToParts(count)
      .map(({ type, value }) => (type === "literal" ? value.replace("\u00a0", " ") : value))
      .join("");
  };
}
