/** Whether a database takes writes: something is written that is nothing in the end. */
import { put } from "./put.ts";
import type { Database } from "./tables.ts";

/** No watch is called so. As much as a look writes, and more. */
const TRIAL = { id: "", memory: " ".repeat(32 * 1024) };

/** @throws {MachineFault} where it takes none */
export async function tryWriting(database: Database): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await put(transaction, "watch", TRIAL).execute();
    await transaction.deleteFrom("watch").where("id", "=", TRIAL.id).execute();
  });
}
