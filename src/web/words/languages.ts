/** The pages' words by language, and how a language is written. */
import type { Language } from "../../watch/names.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { PageWords } from "./words.ts";

const WORDS: Record<Language, PageWords> = { en, fr, es: en, ru: en, zh: en, ar: en };

export function pageWords(language: Language): PageWords {
  return WORDS[language];
}

const FROM_RIGHT_TO_LEFT = new Set<string>(["ar"]);

export function directionOf(language: Language): "ltr" | "rtl" {
  return FROM_RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
}

/** As those who speak it call it. */
export function ownNameOf(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
