/** What a person decided. */

/** A person's word on a piece of evidence. Confirming makes a signal proof; dismissing takes it out of the verdict for good. */
export interface Decision {
  evidence: string;
  decision: "confirm" | "dismiss";
  by: string;
  reason?: string | undefined;
}
