/**
 * Folding: two spellings of the same words become the same string, so that titles compare across case, accents,
 * quotes, hyphens, spacing and Arabic letter forms.
 */

/** Words that carry no meaning in a title, in the six UN languages; a slug leaves most of them out too. */
const STOP_WORDS = new Set(
  (
    "a an and as at by for from in into is its of on or s the to with de des du la le les l d en et au aux dans sur par pour un une " +
    "del el las los una y e para por con в во и на о об по с для في من على عن و الى التي"
  ).split(" "),
);

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Folds case, accents, quotes, hyphens, punctuation and white space: "Xinjiang–Uyghur’s" → "xinjiang uyghur s". */
export function fold(text: string): string {
  // Most titles are plain ASCII, of which nothing comes apart: they take a third of the time.
  if (!BEYOND_ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "") // combining marks; the Arabic tatweel only stretches a word
    .toLowerCase()
    .replaceAll("ى", "ي")
    .replaceAll("ة", "ه")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * The meaningful words of a text, folded. Chinese is written without spaces, so a run of Han characters gives its
 * overlapping pairs of characters instead.
 */
export function words(text: string): string[] {
  const found: string[] = [];
  for (const word of fold(text).split(" ")) {
    if (word === "" || STOP_WORDS.has(word)) continue;
    for (const run of word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) {
      if (!/\p{Script=Han}/u.test(run) || run.length < 3) found.push(run);
      else for (let i = 0; i + 1 < run.length; i++) found.push(run.slice(i, i + 2));
    }
  }
  return found;
}

/** How many words a text has. Two Chinese characters count as a word. */
export function wordCount(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.match(/(?!\p{Script=Han})[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu)?.length ?? 0;
  return others + Math.ceil(han / 2);
}
