/** What a person decided. `by`: their handle (store/persons.ts); in archives of before the tenth edition of the rules, their name. */
import type { Horizon } from "../watch/statement.ts";

/** A person's word on a piece of evidence. Confirming makes a signal proof; dismissing takes it out of the verdict for good. */
export interface Decision {
  evidence: string;
  decision: "confirm" | "dismiss";
  by: string;
  reason?: string | undefined;
}

/** A person's word on a proposed statement. Adding makes it a statement of the watch; dismissing takes it out for good. */
export interface StatementDecision {
  statement: string;
  decision: "add" | "dismiss";
  by: string;
  /** What the person knows better than the bot could read. */
  as?: { by?: string | undefined; horizon?: Horizon | undefined } | undefined;
}
