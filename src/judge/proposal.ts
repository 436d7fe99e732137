/** A statement on timing that a person is asked about. */
import type { CivilDate } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import type { Statement } from "../watch/statement.ts";

export interface Proposal {
  /** 128 bits, from the day and what was said: carried by many channels, it is one. */
  id: string;
  statement: Statement;
  /** Of a floor: the day before which it will not come. */
  notBefore?: CivilDate | undefined;
  /** The sentence that says it, as it stood. */
  sentence: string;
  /** Whose host answered with it. */
  provenance: "own" | "own-word" | "sister";
  /** SHA-256 of the capture that shows it. */
  capture: string;
  source: string;
  foundAt: InstantText;
  state: "open" | "added" | "dismissed";
}
