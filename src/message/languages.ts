/** The catalogues, by language. To add one: write it beside en.ts, in talk/ and in recorded/, and name it here, in pens.ts and in watch/names.ts. */
import { LANGUAGES, type Language } from "../watch/names.ts";
import { ar } from "./ar.ts";
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ru } from "./ru.ts";
import { zh } from "./zh.ts";

const CATALOGUES: Record<Language, Catalogue> = { en, fr, es, ru, zh, ar };

export function catalogue(language: Language): Catalogue {
  return CATALOGUES[language];
}

/** The language for somebody whose own is a locale such as "fr", "es-419" or "zh-TW": English where theirs is not spoken. */
export function languageFor(locale: string | null | undefined): Language {
  return LANGUAGES.find((language) => locale?.toLowerCase().split("-")[0] === language) ?? "en";
}
