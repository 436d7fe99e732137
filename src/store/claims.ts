/** Who says that they are looking at a piece of evidence, so that nobody else need: for a while, seen by all. */
import type { InstantText } from "../time/instant.ts";
import type { ClaimRow } from "./person-tables.ts";
import { put } from "./put.ts";
import { outdate } from "./record.ts";
import type { Database } from "./tables.ts";

export class Claims {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Takes a claim down, unless another person's holds. The messages about the evidence are to show it.
   * @returns the claim that holds now
   */
  async make(claim: ClaimRow, now: InstantText): Promise<ClaimRow> {
    return this.#database.transaction().execute(async (transaction) => {
      const held = await transaction
        .selectFrom("claim")
        .selectAll()
        .where("evidence", "=", claim.evidence)
        .executeTakeFirst();
      if (held && held.until > now && held.by !== claim.by) return held;
      await put(transaction, "claim", claim).execute();
      await outdate(transaction, claim.watch, claim.evidence);
      return claim;
    });
  }
}
