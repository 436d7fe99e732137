/** The rows of people, and of what they decide. */
import type { InstantText } from "../time/instant.ts";

export interface PersonRow {
  handle: string;
  /** Where they act: discord, page, command line; "earlier" where they were noted by name alone. */
  came_from: string;
  /** Discord's id, or the name. */
  account: string;
  /** As it was known last. */
  name: string;
}

interface Turn {
  id: string;
  watch: string;
  /** From 1 on: what one decides on a thing says otherwise than what was decided before, which stays. */
  turn: number;
  by: string;
  at: InstantText;
  /** Once the bot has acted on it. */
  applied_at: InstantText | null;
}

export interface DecisionRow extends Turn {
  evidence: string;
  decision: "confirm" | "dismiss";
  reason: string | null;
}

/** `as`: JSON of what the person knows better. */
export interface StatementDecisionRow extends Turn {
  statement: string;
  decision: "add" | "dismiss";
  as: string | null;
}

export interface ClaimRow {
  watch: string;
  evidence: string;
  by: string;
  until: InstantText;
}

/** Somebody who is sent mail, by the channel that they are. */
export interface ReaderRow {
  channel: string;
  /** Whoever knows it may end it, and begin it again. */
  token: string;
  left_at: InstantText | null;
}
