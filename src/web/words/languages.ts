/** The pages' words by language. */
import { languageName } from "../../language/tongue.ts";
import { pens } from "../../message/pens.ts";
import type { Language } from "../../watch/names.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ru } from "./ru.ts";
import type { PageWords } from "./words.ts";
import { zh } from "./zh.ts";

const WORDS: Record<Language, PageWords> = { en, fr, es, ru, zh, ar };

export function pageWords(language: Language): PageWords {
  return WORDS[language];
}

/** As those who speak it call it. */
export function ownNameOf(language: Language): string {
  return pens[language].capital(languageName(language, language));
}
