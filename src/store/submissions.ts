/** Pages that the Wayback Machine is asked to keep a copy of. */
import { DAY_MS, type InstantText, later } from "../time/instant.ts";
import { makeStale } from "./record.ts";
import type { Database, SubmissionRow } from "./tables.ts";

export class Submissions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async open(now: InstantText): Promise<SubmissionRow[]> {
    return (
      this.#database
        .selectFrom("submission")
        .selectAll()
        .where("state", "in", ["pending", "requested"])
        // Nothing is put off for longer: the clock was set back.
        .where((e) => e.or([e("due_at", "<=", now), e("due_at", ">", later(now, DAY_MS))]))
        .orderBy("due_at")
        .execute()
    );
  }

  /** How the same page goes that was submitted for another notice, and that the Wayback Machine was asked for already. */
  async askedFor({ notice, url }: SubmissionRow): Promise<SubmissionRow | undefined> {
    return this.#database
      .selectFrom("submission")
      .selectAll()
      .where("url", "=", url)
      .where("notice", "!=", notice)
      .where((e) => e.or([e("state", "in", ["saved", "failed"]), e("job", "is not", null)]))
      .orderBy("due_at")
      .executeTakeFirst();
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
