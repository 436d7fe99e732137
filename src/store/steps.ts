/**
 * How far each watch is. What is judged rests on what is known when its judging begins; where something else with news was recorded of the
 * watch meanwhile, it was overtaken, and is judged again.
 */
import { sql, type Transaction } from "kysely";
import type { Database, Tables } from "./tables.ts";

/** How far a watch was when something began to be judged. */
export interface Basis {
  /** Steps with news that were recorded of it. */
  news: number;
  /** The last of its steps, with news or without; 0 where one process alone records them, one after the other. */
  last: number;
  /** Whether the config that it is judged by is the one that holds; left out where nothing hangs on it. */
  isCurrent?: () => boolean;
}

/** Something else was recorded, or another config holds, since it began to be judged: nothing of it was written, and it is to be judged again. */
export class Overtaken extends Error {
  constructor(watch: string) {
    super(`something else was recorded of ${watch} meanwhile`);
  }
}

/** What a transaction is to record of one watch, as far as its order is concerned. */
export interface Step {
  watch: string;
  hasNews: boolean;
  /** Where nothing was judged, none is needed. `isStrict`: whether it was judged by how the sources stand, which every look changes. */
  basis?: (Basis & { isStrict?: boolean }) | undefined;
}

export interface Steps {
  of(watch: string): Promise<Basis>;
}

/** Of a process that alone records, one step after the other: nothing of it is written down. */
export class OwnSteps implements Steps {
  readonly #news = new Map<string, number>();

  async of(watch: string): Promise<Basis> {
    return { news: this.#news.get(watch) ?? 0, last: 0 };
  }

  /** @throws {Overtaken} */
  check(steps: readonly Step[]): void {
    for (const { watch, basis } of steps)
      if (basis && (basis.news !== (this.#news.get(watch) ?? 0) || basis.isCurrent?.() === false))
        throw new Overtaken(watch);
  }

  /** They are written. */
  note(steps: readonly Step[]): void {
    for (const { watch, hasNews } of steps) if (hasNews) this.#news.set(watch, (this.#news.get(watch) ?? 0) + 1);
  }
}

/** Of several that record to one database. */
export class SharedSteps implements Steps {
  readonly #database: Database;
  /** Watches that have a row. */
  readonly #begun = new Set<string>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** To be called before a transaction that takes places: who is to wait for another's row must not hold one already. */
  async begin(watches: readonly string[]): Promise<void> {
    const fresh = [...new Set(watches)].filter((watch) => !this.#begun.has(watch));
    if (fresh.length === 0) return;
    const rows = fresh.map((watch) => ({ watch, news: 0, last: 0 }));
    const begun = this.#database.insertInto("watch_step").values(rows);
    await begun.onConflict((conflict) => conflict.doNothing()).execute();
    for (const watch of fresh) this.#begun.add(watch);
  }

  async of(watch: string): Promise<Basis> {
    const row = await this.#database
      .selectFrom("watch_step")
      .select(["news", "last"])
      .where("watch", "=", watch)
      .executeTakeFirst();
    return row ?? { news: 0, last: 0 };
  }

  /** Steps with news that were recorded, by watch. */
  async news(): Promise<Map<string, number>> {
    const rows = await this.#database.selectFrom("watch_step").select(["watch", "news"]).execute();
    return new Map(rows.map(({ watch, news }) => [watch, news]));
  }

  /**
   * Takes a place in the order for each step of watches that were begun, in a transaction: until it ends, nobody else takes one of the same watches.
   * @returns the places, which only grow
   * @throws {Overtaken}
   */
  async take(transaction: Transaction<Tables>, steps: readonly Step[]): Promise<number[]> {
    if (steps.length === 0) return [];
    // In one order, so that two who want the same watches do not wait for each other.
    const watches = [...new Set(steps.map(({ watch }) => watch))].sort();
    const held = await transaction
      .selectFrom("watch_step")
      .selectAll()
      .where("watch", "in", watches)
      .orderBy("watch")
      .forUpdate()
      .execute();
    const rows = new Map(held.map((row) => [row.watch, row]));
    for (const { watch, basis } of steps) {
      const row = rows.get(watch);
      const isBehind = basis && row && (row.news !== basis.news || (basis.isStrict && row.last !== basis.last));
      if (isBehind || basis?.isCurrent?.() === false) throw new Overtaken(watch);
    }
    const { rows: numbers } = await sql<{
      number: number;
    }>`SELECT nextval('journal_order') AS number FROM generate_series(1, ${steps.length})`.execute(transaction);
    const places = numbers.map(({ number }) => number).sort((a, b) => a - b);
    for (const [index, { watch, hasNews }] of steps.entries()) {
      const row = rows.get(watch);
      if (row) rows.set(watch, { ...row, news: row.news + (hasNews ? 1 : 0), last: places[index] ?? row.last });
    }
    for (const { watch, news, last } of rows.values())
      await transaction.updateTable("watch_step").set({ news, last }).where("watch", "=", watch).execute();
    return places;
  }
}
