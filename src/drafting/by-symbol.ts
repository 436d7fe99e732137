/**
 * The UN's documents, each by its symbol: people have the address of a viewer, and what can be watched is where the file is given out.
 * One that is not issued yet is said there not to be (read/not-yet.ts).
 */

/** As the UN writes one: A/HRC/61/6, S/RES/2612 (2021), CERD/C/CHN/CO/14-17, E/CN.4/2006/6/Add.6. */
const SYMBOL = /^[A-Z][A-Z0-9.]{0,15}(?:\/[A-Za-z0-9.()[\] *_-]{1,30}){1,8}$/;
const LANGUAGES = ["en", "fr", "es", "ar", "zh", "ru"];
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
  if (!found || !SYMBOL.test(found.symbol)) return undefined;
  const { symbol, language, form = "pdf" } = found;
  return { symbol, url: `${GIVEN_OUT}?s=${encodeURIComponent(symbol)}&l=${language}&t=${form}` };
}

/** undocs.org/A/HRC/61/6, docs.un.org/en/A/HRC/61/6, undocs.org/Home/Mobile?FinalSymbol=A%2FHRC%2F61%2F6&Language=E. */
function viewed({ pathname, searchParams }: URL): { symbol: string; language: string; form?: string } | undefined {
  const named = searchParams.get("FinalSymbol");
  if (named !== null) return { symbol: named, language: "en" };
  const steps = decoded(pathname)?.split("/").filter(Boolean) ?? [];
  const [first = ""] = steps;
  const language = LANGUAGES.find((one) => one === first.toLowerCase());
  return { symbol: (language ? steps.slice(1) : steps).join("/"), language: language ?? "en" };
}

function givenOut({ searchParams }: URL) {
  const [symbol = "", language = "en", form = "pdf"] = ["s", "l", "t"].map(
    (name) => searchParams.get(name) ?? undefined,
  );
  return { symbol, language: LANGUAGES.includes(language) ? language : "en", form: form === "doc" ? form : "pdf" };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
