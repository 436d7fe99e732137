/**
 * What the words of a time phrase may mean, whatever the language. A catalogue of words (english.ts and those beside it) gives,
 * for one meaning or a few in a row, the ways to say it: `"end month": "month’s end | Monatsende"`.
 */

/** Words that are worth a number: which month, which season, how many months. */
const VALUES = {
  month: { jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12 },
  /** The month in which a season begins, as meteorologists count it in the northern hemisphere. */
  season: { spring: 3, summer: 6, autumn: 9, winter: 12 },
  weekday: { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 },
  /** Days from the day it was said. */
  day: { today: 0, tomorrow: 1, overmorrow: 2 },
  /** A stretch of the calendar of so many months; a week is none. */
  stretch: { week: 0, month: 1, quarter: 3, half: 6, year: 12 },
  /** One of a unit that is no stretch of the calendar. */
  single: { minute: "minutes", hour: "hours", day: "days", workday: "workdays", fortnight: "fortnights" },
} as const;

/** Units that are counted: "weeks", "in three months". */
const UNITS = ["minutes", "hours", "days", "workdays", "weeks", "fortnights", "months", "years"] as const;
export type Unit = (typeof UNITS)[number];
/** Where in a stretch: "early March", "the first half of March". */
const PARTS = ["early", "mid", "late", "end"] as const;
export type Part = (typeof PARTS)[number] | "first-half" | "second-half";
/** Days that have a name, and move or are no month. */
const FEASTS = ["christmas", "easter", "thanksgiving", "new-year", "turn-of-year", "summer-recess"] as const;
export type Feast = (typeof FEASTS)[number];
/** Times that nobody counts. */
const VAGUE = [
  "any-moment",
  "imminent",
  "very-soon",
  "shortly",
  "soon",
  "as-soon-as-possible",
  "near-future",
  "due-course",
] as const;
export type Vague = (typeof VAGUE)[number];
/** Amounts that nobody counts; `next` is the amount of "the coming weeks". */
const AMOUNTS = ["couple", "few"] as const;
export type Amount = (typeof AMOUNTS)[number] | "next";

const WORDS = [
  // How a time bears on what is to come.
  ...["in", "over", "for", "within", "by", "before", "between"],
  // "In" two weeks, where the word for "after" says it: через две недели, بعد أسبوعين.
  ...["after"],
  // Behind their time, as Chinese has them: 年底前, 两周内, 两周后.
  ...["by-then", "within-then", "after-then"],
  // Before or behind: "at the latest"; behind: "from now", "or so".
  ...["at-latest", "from-now", "or-so", "or"],
  ...["this", "next", "after-next", "last", "later", "one", "week-of", "week-ending", "weekend", "more"],
  // Behind what has an end or a beginning: "before her term expires".
  ...["edge"],
  // Changes nothing; makes a phrase one that is not understood.
  ...["harmless", "clock", "refused"],
] as const;

export type Means =
  | (typeof WORDS)[number]
  | keyof typeof VALUES
  | ("unit" | "part" | "feast" | "vague" | "amount")
  | ("number" | "ordinal" | "year-number" | "date" | "named" | "comma" | "unknown");

/** A meaning with what it is worth. */
export interface Meaning {
  means: Means;
  value?: number | string;
}

const BY_NAME = new Map<string, Meaning>([
  ...WORDS.map((means): [string, Meaning] => [means, { means }]),
  ...Object.entries(VALUES).flatMap(([means, values]) =>
    Object.entries(values).map(([name, value]): [string, Meaning] => [name, { means: means as Means, value }]),
  ),
  ...(
    [
      ["unit", UNITS],
      ["part", PARTS],
      ["feast", FEASTS],
      ["vague", VAGUE],
      ["amount", AMOUNTS],
    ] as const
  ).flatMap(([means, names]) => names.map((value): [string, Meaning] => [value, { means, value }])),
]);

/**
 * The meanings that a line of a catalogue names, in a row. Numbers are themselves: "2 weeks"; "2nd" is a place in a row.
 * @throws when a name is none
 */
export function meaningsNamed(names: string): Meaning[] {
  return names.split(" ").map((name) => {
    const [, digits, isOrdinal] = /^(\d+)(?:(st|nd|rd|th))?$/.exec(name) ?? [];
    const known = digits ? { means: isOrdinal ? "ordinal" : "number", value: Number(digits) } : BY_NAME.get(name);
    if (!known) throw new Error(`no word of a time phrase means ${name}`);
    return known as Meaning;
  });
}

/** A language: its words by what they mean, the ways to say one thing with bars between. */
export interface Catalogue {
  /** ISO 639-1. */
  code: string;
  words: Readonly<Record<string, string>>;
  /** Phrases that are understood, as people say them; `phrases` lists them. */
  phrases: readonly string[];
}
