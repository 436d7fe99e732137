/** The languages that messages come in. To add one: write its catalogue beside en.ts, and name it here. */
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export const LANGUAGES = ["en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

const CATALOGUES: Record<Language, Catalogue> = { en, fr };

export function catalogue(language: Language): Catalogue {
  return CATALOGUES[language];
}

/** The language for somebody whose own is a locale such as "fr" or "en-GB": English where theirs is not spoken. */
export function languageFor(locale: string): Language {
  return LANGUAGES.find((language) => locale.toLowerCase().split("-")[0] === language) ?? "en";
}
