/** What people decided; `applied_at` says when the bot acted on it. */
import { randomUUID } from "node:crypto";
import type { Decision } from "../judge/decision.ts";
import type { InstantText } from "../time/instant.ts";
import type { Database } from "./tables.ts";

export class Decisions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Leaves a person's decision for the bot to act on. */
  async leave(watch: string, decision: Decision, at: InstantText): Promise<void> {
    const { evidence, by, reason } = decision;
    await this.#database
      .insertInto("decision")
      .values({
        id: randomUUID(),
        watch,
        evidence,
        decision: decision.decision,
        by,
        reason: reason ?? null,
        at,
        applied_at: null,
      })
      .execute();
  }

  async open(): Promise<(Decision & { id: string; watch: string; at: InstantText })[]> {
    const rows = await this.#database
      .selectFrom("decision")
      .selectAll()
      .where("applied_at", "is", null)
      .orderBy("at")
      .execute();
    return rows.map(({ reason, ...row }) => ({ ...row, ...(reason ? { reason } : {}) }));
  }
}
