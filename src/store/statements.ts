/** Statements on timing that were proposed, and what people decided on them. */
import { isDecidedStatement } from "../judge/decide.ts";
import type { StatementDecision } from "../judge/decision.ts";
import type { Proposal } from "../judge/proposal.ts";
import type { InstantText } from "../time/instant.ts";
import type { Person, Persons } from "./persons.ts";
import { fromRow } from "./row-json.ts";
import type { Basis, Steps } from "./steps.ts";
import type { Database } from "./tables.ts";
import { type Taken, take } from "./taking.ts";

export class Statements {
  readonly #database: Database;
  readonly #steps: Steps;
  readonly #persons: Persons;
  /** Read at every check, and seldom changed: only by a step with news. */
  readonly #known = new Map<string, { news: number; proposals: readonly Proposal[] }>();

  constructor(database: Database, steps: Steps, persons: Persons) {
    this.#database = database;
    this.#persons = persons;
    this.#steps = steps;
  }

  /**
   * What was proposed for a watch, the oldest statement first.
   * @param basis how far the watch is, where that is known
   */
  async of(watch: string, basis?: Basis): Promise<Proposal[]> {
    const { news } = basis ?? (await this.#steps.of(watch));
    const known = this.#known.get(watch);
    if (known?.news === news) return [...known.proposals];
    const rows = await this.#database.selectFrom("statement").select("body").where("watch", "=", watch).execute();
    const proposals = rows
      .map((row) => fromRow<Proposal>("statement", row.body))
      .sort((a, b) => `${a.statement.on} ${a.id}`.localeCompare(`${b.statement.on} ${b.id}`, "en"));
    this.#known.set(watch, { news, proposals });
    return [...proposals];
  }

  /** Leaves a person's decision for the bot to act on, once. */
  async leave(
    watch: string,
    { statement, decision, as }: Omit<StatementDecision, "by">,
    person: Person,
    at: InstantText,
  ): Promise<Taken> {
    const by = await this.#persons.handleOf(person);
    const isSo = async () => {
      const held = this.#database.selectFrom("statement").select("body").where("watch", "=", watch);
      const row = await held.where("id", "=", statement).executeTakeFirst();
      return row !== undefined && isDecidedStatement(fromRow<Proposal>("statement", row.body), decision);
    };
    const better = { as: as ? JSON.stringify(as) : null };
    return take(this.#database, "statement_decision", { watch, about: statement, decision, by, at }, better, isSo);
  }

  /** Decisions that wait to be acted on. */
  async open(): Promise<(StatementDecision & { id: string; watch: string; at: InstantText })[]> {
    const rows = await this.#database
      .selectFrom("statement_decision")
      .select(["id", "watch", "statement", "decision", "by", "as", "at"])
      .where("applied_at", "is", null)
      .orderBy("at")
      .orderBy("turn")
      .execute();
    return rows.map(({ as, ...row }) => ({
      ...row,
      ...(as ? { as: fromRow<NonNullable<StatementDecision["as"]>>("statement_decision", as) } : {}),
    }));
  }
}
