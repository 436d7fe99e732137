/** The evidence that is held for each watch. */
import type { Evidence } from "../judge/evidence.ts";
import { fromRow } from "./row-json.ts";
import type { Basis, Steps } from "./steps.ts";
import type { Database } from "./tables.ts";

export class HeldEvidence {
  readonly #database: Database;
  readonly #steps: Steps;
  /** Read at every check, and seldom changed: only by a step with news. */
  readonly #known = new Map<string, { news: number; evidence: readonly Evidence[] }>();

  constructor(database: Database, steps: Steps) {
    this.#database = database;
    this.#steps = steps;
  }

  async one(id: string): Promise<{ watch: string; evidence: Evidence } | undefined> {
    const row = await this.#database.selectFrom("evidence").selectAll().where("id", "=", id).executeTakeFirst();
    return row && { watch: row.watch, evidence: fromRow<Evidence>("evidence", row.body) };
  }

  /** @param basis how far the watch is, where that is known */
  async of(watch: string, basis?: Basis): Promise<Evidence[]> {
    const { news } = basis ?? (await this.#steps.of(watch));
    const known = this.#known.get(watch);
    if (known?.news === news) return [...known.evidence];
    const rows = await this.#database
      .selectFrom("evidence")
      .select("body")
      .where("watch", "=", watch)
      .orderBy("id")
      .execute();
    const evidence = rows.map((row) => fromRow<Evidence>("evidence", row.body));
    this.#known.set(watch, { news, evidence });
    return [...evidence];
  }
}
