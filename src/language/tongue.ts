/** The six languages of the United Nations: told by their names, their codes and their words. */
import { franc } from "franc-min";

const CODES = ["en", "fr", "es", "ar", "zh", "ru"] as const;
export type LanguageCode = (typeof CODES)[number];

/** ISO 639-3, as franc has it, and the last letter of a UN document's symbol (A/HRC/49/1-F). */
const BY_ISO_639_3 = new Map<string, LanguageCode>(
  Object.entries({ eng: "en", fra: "fr", spa: "es", arb: "ar", cmn: "zh", rus: "ru" } as const),
);
const BY_LETTER = new Map<string, LanguageCode>(
  Object.entries({ E: "en", F: "fr", S: "es", A: "ar", C: "zh", R: "ru" } as const),
);
/** Fewer characters say too little. */
const LEAST_TEXT = 40;

/** Each language's name in each of the six: made at the first question, as it takes longer than many a command. */
let names: Map<string, LanguageCode> | undefined;

function byName(): Map<string, LanguageCode> {
  names ??= new Map(CODES.flatMap((code) => CODES.map((reader) => [languageName(code, reader).toLowerCase(), code])));
  return names;
}

/** "fr", "fr-CH", or a UN symbol's letter. */
export function languageCode(written: string | undefined): LanguageCode | undefined {
  if (!written) return undefined;
  const code = written.slice(0, 20).toLowerCase().split("-")[0];
  return BY_LETTER.get(written) ?? CODES.find((known) => known === code);
}

/** The language that a label names: "Français", "PDF in Arabic", "中文". */
export function languageNamed(label: string): LanguageCode | undefined {
  const words = label.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.map((word) => byName().get(word)).find(Boolean);
}

/** Whether a line is nothing but a language's name, in any of the six. */
export function isLanguageLabel(line: string): boolean {
  return byName().has(line.trim().toLowerCase());
}

/** The language that a text is in. */
export function languageOf(text: string): LanguageCode | undefined {
  if (text.length < LEAST_TEXT) return undefined;
  return BY_ISO_639_3.get(franc(text.slice(0, 5000), { only: [...BY_ISO_639_3.keys()] }));
}

/** A language's name in another: "English", "anglais". */
export function languageName(code: string, reader = "en"): string {
  return new Intl.DisplayNames([reader], { type: "language" }).of(code) ?? code;
}
