/** Phrases that are looked for in folded text. */
import { fold } from "../../language/fold.ts";

export interface Phrases {
  /** Whether a folded text is one of them. */
  whole(text: string): boolean;
  /** Whether a folded text holds one of them. */
  within(text: string): boolean;
}

/** @param phrases as people write them */
export function anyOf(phrases: readonly string[]): Phrases {
  const folded = new Set(phrases.map(fold));
  // Folded text has nothing but letters, figures and spaces.
  const pattern = new RegExp([...folded].join("|"));
  return { whole: (text) => folded.has(text), within: (text) => pattern.test(text) };
}
