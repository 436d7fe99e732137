/** Somebody who reads a page, of whom nothing is known but the language. */
import { catalogue } from "../../src/message/languages.ts";
import type { Language } from "../../src/watch/names.ts";
import type { Reader } from "../../src/web/reader.ts";
import { pageWords } from "../../src/web/words/languages.ts";

export function readerIn(language: Language): Reader {
  const [words, says] = [pageWords(language), catalogue(language)];
  return { language, words, says, isOnlooker: false, inLanguage: (other) => `?lang=${other}` };
}
