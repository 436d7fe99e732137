/** In which order a page writes day, month and year: told by its dates, and where these leave it open by where it comes from. */

/** Day first, month first, year first. */
export const DATE_ORDERS = ["dmy", "mdy", "ymd"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What a page is known by besides its dates. */
export interface PageOrigin {
  /** What its `<html lang>` says (BCP 47). */
  language?: string | undefined;
  /** Its host's name. */
  host?: string | undefined;
  /** The publisher's, IANA. */
  zone: string;
}

/** Where pages in English are written as people there write English. */
const ENGLISH = "US GB IE CA AU NZ IN JM KE NG PH SG ZA".split(" ");
/** Country codes in which people of all countries have names. */
const BORROWED = new Set("ac ai am cc cd co eu fm gg io la ly me nu sh st su tk to tv vc ws".split(" "));
/** What is not a country's code of ISO 3166, and is one country's. */
const REGIONS = new Map([
  ["uk", "GB"],
  ["gov", "US"],
  ["mil", "US"],
]);

/** The order of a page: what its dates show, where they are of one mind; where they show none, what its origin does. */
export function orderOf(shown: readonly DateOrder[], origin: PageOrigin): DateOrder | undefined {
  const [first] = shown;
  if (!first) return orderOfOrigin(origin);
  return shown.every((order) => order === first) ? first : undefined;
}

/**
 * The order that CLDR has for a page's language, its host's country and its publisher's. Undefined where these differ, and for
 * English outside the countries that speak it: there it is written either way, and `en-US` is what many programs begin with.
 */
function orderOfOrigin({ language, host, zone }: PageOrigin): DateOrder | undefined {
  const locale = localeOf(language);
  const country = countryOf(host);
  const place = regionOfZone(zone);
  const isEnglish = locale?.language === "en";
  if (isEnglish && !locale.region && !ENGLISH.includes(country ?? place ?? "")) return undefined;
  const signs = [
    locale && (!isEnglish || locale.region) ? orderOfLocale(locale.toString()) : undefined,
    country ? orderOfRegion(country) : undefined,
    place ? orderOfRegion(place) : undefined,
  ].filter((order) => order !== undefined);
  if (!place && (isEnglish || signs.length === 0) && DAY_FIRST.test(zone)) signs.push("dmy");
  const [first] = signs;
  return signs.every((order) => order === first) ? first : undefined;
}

/** Where most write the day first, but for the countries that are known. */
const DAY_FIRST = /^(?:Europe|Africa|America)\//;

/** Pages may say any language that they are in. */
const MAX_LOCALES = 1000;
const locales = new Map<string, Intl.Locale | undefined>();

function localeOf(language = ""): Intl.Locale | undefined {
  if (locales.has(language)) return locales.get(language);
  const locale = parsedLocale(language.trim().replaceAll("_", "-"));
  if (locales.size < MAX_LOCALES) locales.set(language, locale);
  return locale;
}

function parsedLocale(tag: string): Intl.Locale | undefined {
  try {
    return /^[a-z]{2,3}(?:-\w{2,8}){0,3}$/i.test(tag) ? new Intl.Locale(tag) : undefined;
  } catch {
    return undefined;
  }
}

/** The country (ISO 3166) that a host's last part is of; undefined for any other part, and where people of all countries have names. */
export function countryOf(host = ""): string | undefined {
  const last = host.slice(host.lastIndexOf(".") + 1).toLowerCase();
  if (BORROWED.has(last)) return undefined;
  return REGIONS.get(last) ?? (/^[a-z]{2}$/.test(last) ? last.toUpperCase() : undefined);
}

const byRegion = new Map<string, DateOrder | undefined>();

/** The order of the language that most people of a country write. */
function orderOfRegion(region: string): DateOrder | undefined {
  if (!byRegion.has(region)) {
    const { language } = new Intl.Locale(`und-${region}`).maximize();
    byRegion.set(region, language ? orderOfLocale(`${language}-${region}`) : undefined);
  }
  return byRegion.get(region);
}

const byLocale = new Map<string, DateOrder | undefined>();

function orderOfLocale(tag: string): DateOrder | undefined {
  if (byLocale.has(tag)) return byLocale.get(tag);
  const order = writtenOrder(tag);
  if (byLocale.size < MAX_LOCALES) byLocale.set(tag, order);
  return order;
}

function writtenOrder(tag: string): DateOrder | undefined {
  const parts = new Intl.DateTimeFormat(tag, { dateStyle: "short", calendar: "gregory" }).formatToParts(0);
  const order = parts.map(({ type }) => (/^(?:day|month|year)$/.test(type) ? type[0] : "")).join("");
  return DATE_ORDERS.find((known) => known === order);
}

/** Zone → country, as CLDR has a country's zones. Those that watches name are added as they are asked for. */
let zones: Map<string, string | undefined> | undefined;

function regionOfZone(zone: string): string | undefined {
  zones ??= new Map(ENGLISH.toReversed().flatMap((region) => zonesOf(region).map((named) => [named, region])));
  if (!zones.has(zone))
    zones.set(zone, zones.get(new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone));
  return zones.get(zone);
}

function zonesOf(region: string): string[] {
  const locale = new Intl.Locale(`und-${region}`) as Intl.Locale & { getTimeZones(): string[] | undefined };
  return locale.getTimeZones() ?? [];
}
