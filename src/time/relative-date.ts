/** "Today", "yesterday", "2 hours ago", as CLDR has them (`Intl.RelativeTimeFormat`), against the time at which they were read. */
import { LRUCache } from "lru-cache";
import { Temporal } from "temporal-polyfill";
import type { CivilDate } from "./civil-date.ts";
import { type Dated, oneOf } from "./dated.ts";
import type { InstantText } from "./instant.ts";

const UNITS = ["minute", "hour", "day", "week", "month", "year"] as const;
type Unit = (typeof UNITS)[number];
/** A count of each plural form that a language may have (CLDR plural rules). */
const COUNTS = [1, 2, 3, 5, 11, 20, 21, 22];
const STYLES = ["long", "short", "narrow"] as const;
const ENGLISH = ["en"];
/** Where a page does not say its language. */
const COMMON = ["en", "fr", "es", "ru", "ar", "zh", "de", "pt", "it"];
const MOST_LETTERS = 40;
/** "Published yesterday". */
const MOST_WITHOUT_NUMBER = 20;

/** By its words, with # for its number: a day from today, or a unit of what is past. */
interface Phrases {
  byWords: ReadonlyMap<string, Phrase>;
  /** How they end: most texts do not, and are not looked at further. */
  ends: ReadonlySet<string>;
}
type Phrase = { days: number } | { unit: Unit; count?: number };

const made = new Map<string, Phrases>();

/** The day that a short text names from where it was read; undefined when it does not consist of that. */
export function relativeDate(
  text: string,
  language: string | undefined,
  { at, zone }: { at: InstantText; zone: string },
): Dated | undefined {
  if (text.length > (/\p{Nd}/u.test(text) ? MOST_LETTERS : MOST_WITHOUT_NUMBER)) return undefined;
  const end = endOf(text.replace(/[\s,.]+$/, ""));
  const isTimed = /[:h]\d\d/i.test(text);
  const own = language?.slice(0, 2).toLowerCase() ?? "";
  let phrase: ReturnType<typeof phraseOf> | undefined;
  for (const one of languagesAsked(own)) {
    const { byWords, ends } = phrasesOf(one);
    if (!isTimed && !ends.has(end)) continue;
    phrase ??= phraseOf(text);
    const { key, number } = phrase;
    // "Posted 2 hours ago", "Publié hier".
    const said = byWords.get(key) ?? byWords.get(key.replace(/^\p{L}+:?\s/u, ""));
    if (said) return dayOf(said, number, at, zone);
  }
  return undefined;
}

function languagesAsked(own: string): readonly string[] {
  if (!/^[a-z]{2}$/.test(own)) return COMMON;
  return own === "en" ? ENGLISH : [own, ...ENGLISH];
}

/** The last two characters of words, whatever number they end with. */
function endOf(words: string): string {
  const end = words.slice(-2).toLowerCase().trim();
  return /[\d#]$/.test(end) ? "#" : end.replace(/\d/, "#");
}

/** A text as a key: without the time of day behind it. */
function phraseOf(text: string): { key: string; number: number | undefined } {
  const words = text
    .toLowerCase()
    .replace(/[\s\u00a0,.]+/g, " ")
    .replace(/(?: (?:at|um|à|a las|в|ore|kl))? \d{1,2}[:h]\d{2}.{0,8}$/, "")
    .replace(/^an? (?=\p{L}+ ago$)/u, "1 ")
    .trim();
  const number = /\d{1,3}/.exec(words)?.[0];
  return { key: words.replace(/\d{1,3}/, "#"), number: number === undefined ? undefined : Number(number) };
}

function phrasesOf(language: string): Phrases {
  const known = made.get(language);
  if (known) return known;
  const byWords = new Map<string, Phrase>();
  const phrases = { byWords, ends: new Set<string>() };
  // What CLDR does not have is read as English, and remembered under no name of its own.
  const [supported = "en"] = Intl.RelativeTimeFormat.supportedLocalesOf([language]);
  if (supported !== language) return language === "en" ? phrases : phrasesOf("en");
  for (const style of STYLES) {
    const counted = new Intl.RelativeTimeFormat(language, { numeric: "always", style });
    for (const unit of UNITS)
      for (const count of COUNTS) {
        const { key, number } = phraseOf(counted.format(-count, unit));
        if (!byWords.has(key)) byWords.set(key, number === undefined ? { unit, count } : { unit });
      }
    const worded = new Intl.RelativeTimeFormat(language, { numeric: "auto", style });
    for (const days of [0, -1, -2]) {
      const { key, number } = phraseOf(worded.format(days, "day"));
      if (number === undefined) byWords.set(key, { days });
    }
  }
  for (const key of byWords.keys()) phrases.ends.add(endOf(key));
  made.set(language, phrases);
  return phrases;
}

/** What is counted is rounded: "2 hours ago" was up to three hours ago. */
function dayOf(said: Phrase, number: number | undefined, at: InstantText, zone: string): Dated | undefined {
  if ("days" in said) return { date: dayBefore(-said.days, "day", at, zone) };
  const count = number ?? said.count;
  if (count === undefined || count > 400) return undefined;
  return oneOf([dayBefore(count + 1, said.unit, at, zone), dayBefore(count, said.unit, at, zone)]);
}

/** The rows of a list say the same few. */
const daysBefore = new LRUCache<string, CivilDate>({ max: 1000 });

function dayBefore(count: number, unit: Unit, at: InstantText, zone: string): CivilDate {
  const key = `${count} ${unit} ${at} ${zone}`;
  const known = daysBefore.get(key);
  if (known) return known;
  const then = Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .subtract({ [`${unit}s`]: count });
  const date = then.toPlainDate().toString();
  daysBefore.set(key, date);
  return date;
}
