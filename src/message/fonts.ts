/**
 * The fonts of pictures, which come with the packages: the system's are not the same anywhere. One that is always there, and one weight
 * for each script that it lacks, which is loaded where there is something to draw in it: the Chinese one alone is 10 MB.
 */
import { fileURLToPath } from "node:url";

const font = (name: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}.ttf`));

export const FONT = "Source Sans 3";
const ALWAYS = [
  font("source-sans-3/400Regular/SourceSans3_400Regular"),
  font("source-sans-3/600SemiBold/SourceSans3_600SemiBold"),
];
const BY_SCRIPT: readonly { drawn: RegExp; file: string }[] = [
  { drawn: /\p{Script=Arabic}/u, file: font("noto-sans-arabic/500Medium/NotoSansArabic_500Medium") },
  {
    drawn: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u,
    file: font("noto-sans-sc/500Medium/NotoSansSC_500Medium"),
  },
];

/** All that may be loaded; whoever packs the program takes these of their packages (image/keep.mjs). */
export const FONT_FILES: readonly string[] = [...ALWAYS, ...BY_SCRIPT.map(({ file }) => file)];

export function needsAnotherFont(text: string): boolean {
  return BY_SCRIPT.some(({ drawn }) => drawn.test(text));
}

/** What a text is drawn with. */
export function fontsFor(text: string): string[] {
  return [...ALWAYS, ...BY_SCRIPT.flatMap(({ drawn, file }) => (drawn.test(text) ? [file] : []))];
}
