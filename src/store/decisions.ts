/** What people decided, whatever became of it; `applied_at` says when the bot acted on it. */
import { isDecided } from "../judge/decide.ts";
import type { Decision } from "../judge/decision.ts";
import type { Evidence } from "../judge/evidence.ts";
import type { InstantText } from "../time/instant.ts";
import type { Person, Persons } from "./persons.ts";
import { fromRow } from "./row-json.ts";
import type { Database } from "./tables.ts";
import { type Taken, take } from "./taking.ts";

/** One decision, as it stands in the history of its watch. */
export interface PastDecision {
  /** The id of the evidence, or of the proposed statement. */
  about: string;
  decision: "confirm" | "dismiss" | "add";
  by: string;
  at: InstantText;
  reason?: string;
}

export class Decisions {
  readonly #database: Database;
  readonly #persons: Persons;

  constructor(database: Database, persons: Persons) {
    this.#database = database;
    this.#persons = persons;
  }

  /** Leaves a person's decision for the bot to act on, once. */
  async leave(
    watch: string,
    { evidence, decision, reason }: Omit<Decision, "by">,
    person: Person,
    at: InstantText,
  ): Promise<Taken> {
    const by = await this.#persons.handleOf(person);
    // As it stands in the database: another process may have acted.
    const isSo = async () => {
      const held = this.#database.selectFrom("evidence").select("body").where("watch", "=", watch);
      const row = await held.where("id", "=", evidence).executeTakeFirst();
      return row !== undefined && isDecided(fromRow<Evidence>("evidence", row.body), decision);
    };
    return take(
      this.#database,
      "decision",
      { watch, about: evidence, decision, by, at },
      { reason: reason ?? null },
      isSo,
    );
  }

  /** Decisions that wait to be acted on. */
  async open(): Promise<(Decision & { id: string; watch: string; at: InstantText })[]> {
    const rows = await this.#database
      .selectFrom("decision")
      .select(["id", "watch", "evidence", "decision", "by", "reason", "at"])
      .where("applied_at", "is", null)
      .orderBy("at")
      .orderBy("turn")
      .execute();
    return rows.map(({ reason, ...row }) => ({ ...row, ...(reason ? { reason } : {}) }));
  }

  /** All that was decided of a watch, on evidence and on statements, the oldest first; what was undone as well. */
  async history(watch: string): Promise<PastDecision[]> {
    const onEvidence = await this.#database
      .selectFrom("decision")
      .select(["evidence as about", "decision", "by", "at", "turn", "reason"])
      .where("watch", "=", watch)
      .execute();
    const onStatements = await this.#database
      .selectFrom("statement_decision")
      .select(["statement as about", "decision", "by", "at", "turn"])
      .where("watch", "=", watch)
      .execute();
    return [...onEvidence.map(({ reason, ...row }) => ({ ...row, ...(reason ? { reason } : {}) })), ...onStatements]
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.turn - b.turn))
      .map(({ turn: _, ...row }) => row);
  }
}
