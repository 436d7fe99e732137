/** Statements on timing that were proposed, and what people decided on them. */
import { randomUUID } from "node:crypto";
import type { StatementDecision } from "../judge/decision.ts";
import type { Proposal } from "../judge/proposal.ts";
import type { InstantText } from "../time/instant.ts";
import type { Database } from "./tables.ts";

export class Statements {
  readonly #database: Database;
  /** Read at every check and seldom changed; the store is its only writer. */
  readonly #known = new Map<string, readonly Proposal[]>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** What was proposed for a watch, the oldest statement first. */
  async of(watch: string): Promise<Proposal[]> {
    const known = this.#known.get(watch);
    if (known) return [...known];
    const rows = await this.#database.selectFrom("statement").select("body").where("watch", "=", watch).execute();
    const proposals = rows
      .map((row) => JSON.parse(row.body) as Proposal)
      .sort((a, b) => `${a.statement.on} ${a.id}`.localeCompare(`${b.statement.on} ${b.id}`, "en"));
    this.#known.set(watch, proposals);
    return [...proposals];
  }

  /** Of this watch, something else is held now. */
  forget(watch: string): void {
    this.#known.delete(watch);
  }

  /** Leaves a person's decision for the bot to act on. */
  async leave(watch: string, { statement, decision, by, as }: StatementDecision, at: InstantText): Promise<void> {
    await this.#database
      .insertInto("statement_decision")
      .values({
        id: randomUUID(),
        watch,
        statement,
        decision,
        by,
        as: as ? JSON.stringify(as) : null,
        at,
        applied_at: null,
      })
      .execute();
  }

  /** Decisions that wait to be acted on. */
  async open(): Promise<(StatementDecision & { id: string; watch: string })[]> {
    const rows = await this.#database
      .selectFrom("statement_decision")
      .select(["id", "watch", "statement", "decision", "by", "as"])
      .where("applied_at", "is", null)
      .orderBy("at")
      .execute();
    return rows.map(({ as, ...row }) => ({ ...row, ...(as ? { as: JSON.parse(as) as StatementDecision["as"] } : {}) }));
  }
}
