/** The evidence that is held for each watch. */
import type { Evidence } from "../judge/evidence.ts";
import type { Database } from "./tables.ts";

export class HeldEvidence {
  readonly #database: Database;
  /** Read at every check and seldom changed; the store is its only writer. */
  readonly #known = new Map<string, readonly Evidence[]>();

  constructor(database: Database) {
    this.#database = database;
  }

  async of(watch: string): Promise<Evidence[]> {
    const known = this.#known.get(watch);
    if (known) return [...known];
    const rows = await this.#database
      .selectFrom("evidence")
      .select("body")
      .where("watch", "=", watch)
      .orderBy("id")
      .execute();
    const evidence = rows.map((row) => JSON.parse(row.body) as Evidence);
    this.#known.set(watch, evidence);
    return [...evidence];
  }

  /** Of this watch, something else is held now. */
  forget(watch: string): void {
    this.#known.delete(watch);
  }
}
