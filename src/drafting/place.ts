/** Where a publisher is, told by its host: a day of the publisher's is a day there. */
import { countryOf } from "../time/date-order.ts";

export interface Place {
  /** IANA time zone. */
  zone: string;
  because: "institution" | "country" | "language" | "unknown";
}

/** Bodies whose hosts are no country's. */
const INSTITUTIONS: ReadonlyMap<string, string> = new Map([
  ...["ohchr.org", "who.int", "ilo.org", "unhcr.org", "wto.org", "wipo.int", "itu.int", "icrc.org"].map(
    (host) => [host, "Europe/Zurich"] as const,
  ),
  ...["un.org", "unicef.org", "undp.org"].map((host) => [host, "America/New_York"] as const),
  ...["europa.eu", "nato.int"].map((host) => [host, "Europe/Brussels"] as const),
  ...["coe.int", "oecd.org", "unesco.org"].map((host) => [host, "Europe/Paris"] as const),
  ...["icc-cpi.int", "icj-cij.org", "opcw.org"].map((host) => [host, "Europe/Amsterdam"] as const),
  ...["iaea.org", "osce.org"].map((host) => [host, "Europe/Vienna"] as const),
  ...["oas.org", "worldbank.org", "imf.org"].map((host) => [host, "America/New_York"] as const),
]);

/** Of countries with several zones, that of the capital: where CLDR names them in another order. */
const CAPITALS: Readonly<Record<string, string>> = {
  AR: "America/Argentina/Buenos_Aires",
  AU: "Australia/Sydney",
  BR: "America/Sao_Paulo",
  CA: "America/Toronto",
  CD: "Africa/Kinshasa",
  CL: "America/Santiago",
  CN: "Asia/Shanghai",
  CY: "Asia/Nicosia",
  DE: "Europe/Berlin",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  FR: "Europe/Paris",
  ID: "Asia/Jakarta",
  KZ: "Asia/Almaty",
  MN: "Asia/Ulaanbaatar",
  MX: "America/Mexico_City",
  MY: "Asia/Kuala_Lumpur",
  NZ: "Pacific/Auckland",
  PT: "Europe/Lisbon",
  RU: "Europe/Moscow",
  UA: "Europe/Kyiv",
  US: "America/New_York",
  UZ: "Asia/Tashkent",
};

/**
 * @param language what its page says that its language is (BCP 47): its region, or the one where most who write it are
 * @returns UTC where nothing tells
 */
export function zoneOf(host: string, language?: string): Place {
  const institution = [...INSTITUTIONS].find(([name]) => host === name || host.endsWith(`.${name}`));
  if (institution) return { zone: institution[1], because: "institution" };
  const country = countryOf(host);
  const zone = country && zoneIn(country);
  if (zone) return { zone, because: "country" };
  const spoken = language && regionOf(language);
  const zoneThere = spoken && zoneIn(spoken);
  return zoneThere ? { zone: zoneThere, because: "language" } : { zone: "UTC", because: "unknown" };
}

function zoneIn(country: string): string | undefined {
  if (CAPITALS[country]) return CAPITALS[country];
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones(): string[] | undefined };
  return locale.getTimeZones()?.[0];
}

/** English is written everywhere: without its region it says nothing. */
function regionOf(language: string): string | undefined {
  try {
    const locale = new Intl.Locale(language);
    return locale.region ?? (locale.language === "en" ? undefined : locale.maximize().region);
  } catch {
    return undefined;
  }
}
