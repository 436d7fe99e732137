/** What a time stamp says, and what is wrong with one. Apart from what reads them, which takes 20 MB and is loaded where there is one. */
import { PlainError } from "../../language/plain-error.ts";
import type { InstantText } from "../../time/instant.ts";

export interface Stamp {
  at: InstantText;
  /** Whose certificate it is, as that says. */
  authority: string;
  /** In hex; undefined where it has none. */
  nonce: string | undefined;
}

/** An answer or a token that is not to be believed, as the rest of a sentence about it. */
export class StampError extends PlainError {}
