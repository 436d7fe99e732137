/** What a watch remembers besides its evidence. */
import type { WatchMemory } from "../judge/look-over.ts";
import { fromRow } from "./row-json.ts";
import type { Database } from "./tables.ts";

export class Watches {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async memory(watch: string): Promise<WatchMemory> {
    const row = await this.#database.selectFrom("watch").select("memory").where("id", "=", watch).executeTakeFirst();
    return row ? fromRow<WatchMemory>("watch", row.memory) : {};
  }
}
