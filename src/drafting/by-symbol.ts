/**
 * The UN's documents, each by its symbol: people have the address of a viewer, and what can be watched is where the file is given out.
 * One that is not issued yet is said there not to be (read/not-yet.ts).
 */

/** As the UN writes one: A/HRC/61/6, S/RES/2612 (2021), CERD/C/CHN/CO/14-17, E/CN.4/2006/6/Add.6. Each part has a letter or a digit. */
const SYMBOL = /^(?=.*\d)[A-Z][A-Z0-9.]{0,15}(?:\/(?=[^/]*[A-Za-z0-9])[A-Za-z0-9.()[\] *_-]{1,30}){1,8}$/;
/** What is not all in capitals. */
const PARTS = /\b(?:ADD|AMEND|CORR|REV|SUMMARY)\b/g;
/** By their codes, and by the letters that the UN's older viewer has for them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ en: "en", fr: "fr", es: "es", ar: "ar", zh: "zh", ru: "ru" },
  ...{ e: "en", f: "fr", s: "es", a: "ar", c: "zh", r: "ru" },
};
const VIEWERS = ["undocs.org", "docs.un.org"];
const GIVEN_OUT = "https://documents.un.org/api/symbol/access";

/** A document by its symbol, and the address at which it is given out. */
export interface BySymbol {
  symbol: string;
  url: string;
}

/** Undefined for any other address. */
export function bySymbol(address: string): BySymbol | undefined {
  const url = URL.parse(address);
  if (!url) return undefined;
  const host = url.hostname.replace(/^www\./, "");
  const found = VIEWERS.includes(host)
    ? viewed(url)
    : url.origin + url.pathname === GIVEN_OUT
      ? givenOut(url)
      : undefined;
  if (!found) return undefined;
  const { language, form = "pdf" } = found;
  const symbol = [found.symbol, inCapitals(found.symbol)].find((one) => SYMBOL.test(one));
  if (symbol === undefined) return undefined;
  return { symbol, url: `${GIVEN_OUT}?s=${encodeURIComponent(symbol)}&l=${language}&t=${form}` };
}

/** undocs.org/A/HRC/61/6, docs.un.org/en/A/HRC/61/6, undocs.org/Home/Mobile?FinalSymbol=A%2FHRC%2F61%2F6&Language=E. */
function viewed({ pathname, searchParams }: URL): { symbol: string; language: string; form?: string } | undefined {
  const named = searchParams.get("FinalSymbol");
  if (named !== null) return { symbol: named, language: languageOf(searchParams.get("Language")) ?? "en" };
  const steps = decoded(pathname)?.split("/").filter(Boolean) ?? [];
  const [first = ""] = steps;
  // Of one letter, a symbol begins.
  const language = first.length === 2 ? languageOf(first) : undefined;
  return { symbol: (language ? steps.slice(1) : steps).join("/"), language: language ?? "en" };
}

function givenOut({ searchParams }: URL) {
  const form = searchParams.get("t")?.toLowerCase() === "doc" ? "doc" : "pdf";
  return { symbol: searchParams.get("s") ?? "", language: languageOf(searchParams.get("l")) ?? "en", form };
}

function languageOf(said: string | null): string | undefined {
  const name = said?.toLowerCase() ?? "";
  return Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined;
}

/** One that somebody wrote in small letters. */
function inCapitals(symbol: string): string {
  return symbol.toUpperCase().replace(PARTS, (part) => part.charAt(0) + part.slice(1).toLowerCase());
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
