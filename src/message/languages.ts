/** The catalogues, by language. To add one: write it beside en.ts, and name it here and in watch/names.ts. */
import { LANGUAGES, type Language } from "../watch/names.ts";
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

const CATALOGUES: Record<Language, Catalogue> = { en, fr };

export function catalogue(language: Language): Catalogue {
  return CATALOGUES[language];
}

/** The language for somebody whose own is a locale such as "fr" or "en-GB": English where theirs is not spoken. */
export function languageFor(locale: string | null | undefined): Language {
  return LANGUAGES.find((language) => locale?.toLowerCase().split("-")[0] === language) ?? "en";
}
