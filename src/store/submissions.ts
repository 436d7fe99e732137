/** Pages that the Wayback Machine is asked to keep a copy of. */
import type { InstantText } from "../time/instant.ts";
import { makeStale } from "./record.ts";
import type { Database, SubmissionRow } from "./tables.ts";

export class Submissions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async open(now: InstantText): Promise<SubmissionRow[]> {
    return this.#database
      .selectFrom("submission")
      .selectAll()
      .where("state", "in", ["pending", "requested"])
      .where("due_at", "<=", now)
      .orderBy("due_at")
      .execute();
  }

  /** Notes how a submission goes. A page that is saved makes the messages that were sent about it stale. */
  async mark({ notice, url }: SubmissionRow, change: Partial<SubmissionRow>): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable("submission")
        .set(change)
        .where("notice", "=", notice)
        .where("url", "=", url)
        .execute();
      if (change.state === "saved") await makeStale(transaction, notice);
    });
  }
}
