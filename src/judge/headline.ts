/** What kind of headline it is: one that says that something is out, or one about it. */
import { fold } from "../language/fold.ts";
import { COMPANIONS, ISSUED, OTHERS, TO_COME } from "./headline-words.ts";

/** Words of a list that a headline holds, one after the other. */
export interface Phrases {
  /** The phrase found, or undefined. Phrases that stand in `besides` (folded, the watch's own words) do not count. */
  in(headline: string, besides?: string): string | undefined;
}

/** Chinese is written without spaces. */
const HAN = /\p{Script=Han}/u;

export const saysIssued = phrases(ISSUED);
/** Announcements, requests, reactions, statements: about it, and not it. */
export const speaksOfIt = phrases([...TO_COME, ...OTHERS]);
/** A summary, a flyer, a press release: what goes with it. */
export const goesWithIt = phrases(COMPANIONS);

function phrases(lists: readonly string[]): Phrases {
  const all = lists.flatMap((list) => list.split(",").map((phrase) => phrase.trim()));
  const han = all.filter((phrase) => HAN.test(phrase));
  /** First word → the phrases that begin with it; a word with an ending left open is found by its beginning. */
  const whole = new Map<string, string[][]>();
  const open: string[][] = [];
  for (const phrase of all) {
    if (HAN.test(phrase)) continue;
    const words = phrase.split(" ").flatMap((word) => {
      const folded = fold(word).split(" ");
      return word.endsWith("*") ? [...folded.slice(0, -1), `${folded.at(-1)}*`] : folded;
    });
    const [first = ""] = words;
    if (first.endsWith("*")) open.push(words);
    else whole.set(first, [...(whole.get(first) ?? []), words]);
  }
  const stands = (words: readonly string[], phrase: readonly string[], at: number) =>
    phrase.every((part, index) => {
      const word = words[at + index];
      return word !== undefined && (part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part);
    });
  return {
    in(headline, besides = "") {
      const text = fold(headline);
      const words = text.split(" ");
      const own = ` ${besides} `;
      const isOwn = (at: number, length: number) => own.includes(` ${words.slice(at, at + length).join(" ")} `);
      for (const [at, word] of words.entries())
        for (const phrase of [...(whole.get(word) ?? []), ...open])
          if (stands(words, phrase, at) && !isOwn(at, phrase.length))
            return words.slice(at, at + phrase.length).join(" ");
      return han.find((phrase) => text.includes(phrase) && !besides.includes(phrase));
    },
  };
}
