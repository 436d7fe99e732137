/** Names of months in the languages of the world, whole and abbreviated, as CLDR has them (`Intl`). */

/** What a name may stand for: month, 1 to 12 → languages. "Listopad" is November in Czech and Polish, October in Croatian. */
export type NamedMonths = ReadonlyMap<number, ReadonlySet<string>>;

/** Those that are looked up first. Arabic has four customs: Egypt's, the Levant's, Morocco's and Algeria's. */
const COMMON = "en fr es ru ar-EG ar-SY ar-MA ar-DZ".split(" ");
const OTHERS =
  "af az be bg bn bs ca cs cy da de de-AT el es-PE et eu fa fi fil ga gl he hi hr hu hy id is it ka kk lt lv mk mn ms mt nb ne nl pl pt ro sk sl sq sr sr-Latn sv sw th tr uk ur uz".split(
    " ",
  );
const BY_LANGUAGE = Map.groupBy(OTHERS, languageOf);
/** Beside a day many languages put a month in the genitive; alone, or beside a year, in the nominative. */
const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: "long", day: "numeric" },
  { month: "short", day: "numeric" },
  { month: "long" },
  { month: "short" },
];
/** What people write and CLDR does not have. */
const BESIDES: readonly [name: string, month: number, language: string][] = [
  ["sept", 9, "en"],
  ["agt", 8, "id"],
];

/** Made when asked for: each language takes about a millisecond. */
const made = new Map<readonly string[], NamesByKey>();

type NamesByKey = Map<string, Map<number, Set<string>>>;

/** A language of which a page says that it is written in it, where its names go before those of all others. */
export function ownNames(language: string | undefined): string | undefined {
  return language !== undefined && BY_LANGUAGE.has(language) ? language : undefined;
}

/**
 * The months that a word may name.
 * @param language the page's (BCP 47, its first part)
 * @param isDated whether it stands where only a month does: then it is looked up in every language
 */
export function monthsNamed(word: string, language: string | undefined, isDated: boolean): NamedMonths | undefined {
  const key = keyOf(word);
  const own = BY_LANGUAGE.get(language ?? "");
  return (
    (own && find(key, namesOf(own))) ?? find(key, namesOf(COMMON)) ?? (isDated ? find(key, namesOf(OTHERS)) : undefined)
  );
}

/** The month that a word names, 1 to 12, where all languages that have it agree. */
export function monthNumber(name: string): number | undefined {
  const months = [...(monthsNamed(name, undefined, true)?.keys() ?? [])];
  return months.length === 1 ? months[0] : undefined;
}

/** Besides the name itself, Catalan "d’agost" and Hebrew "באוגוסט" ("in August"). */
function find(key: string, names: NamesByKey): NamedMonths | undefined {
  return names.get(key) ?? (/^(?:d['’]|ב)/.test(key) ? names.get(key.replace(/^(?:d['’]|ב)/, "")) : undefined);
}

function namesOf(locales: readonly string[]): NamesByKey {
  const known = made.get(locales);
  if (known) return known;
  const names: NamesByKey = new Map();
  const add = (name: string, month: number, language: string) => {
    const key = keyOf(name);
    // "8-р сар" is a number: nothing that can be told from others by its letters.
    if (/\d/.test(key)) return;
    const months = names.get(key) ?? new Map<number, Set<string>>();
    names.set(key, months.set(month, (months.get(month) ?? new Set()).add(language)));
  };
  for (const locale of locales) for (const [name, month] of namesIn(locale)) add(name, month, languageOf(locale));
  for (const [name, month, language] of BESIDES)
    if (locales.some((locale) => languageOf(locale) === language)) add(name, month, language);
  made.set(locales, names);
  return names;
}

function languageOf(locale: string): string {
  return locale.split("-")[0] ?? locale;
}

function namesIn(locale: string): [name: string, month: number][] {
  return FORMS.flatMap((form) => {
    const format = new Intl.DateTimeFormat(locale, { ...form, calendar: "gregory", timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, index): [string, number] => {
      const parts = format.formatToParts(Date.UTC(2022, index, 5));
      return [parts.find(({ type }) => type === "month")?.value ?? "", index + 1];
    });
  }).filter(([name]) => name !== "");
}

/** Accents, the vowel signs of Hebrew and Arabic, and marks of abbreviation: not the vowels of India's scripts and of Thai. */
const UNSAID = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670.׳॰]/g;

function keyOf(name: string): string {
  const isPlain = /^[A-Za-z]*$/.test(name);
  return isPlain ? name.toLowerCase() : name.normalize("NFKD").replace(UNSAID, "").toLowerCase().trim();
}
