/**
 * What was found by hand, by `check` or a person's word at the command line, and is left for the bot that `start` runs: who is to be told
 * of it is known where that runs, and there it is addressed to each of them once.
 */
import type { Notice } from "../judge/notice.ts";
import { address, type Routes } from "./record.ts";
import { fromRow } from "./row-json.ts";
import type { Database } from "./tables.ts";

/** Stands for the channels of that bot. It is never open, so nothing is sent to it. */
const WHOEVER_START_SERVES = "start";

export const FOR_START: Routes["channels"] = [{ id: WHOEVER_START_SERVES, takes: () => true }];

export class LeftForStart {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async count(): Promise<number> {
    const { count } = await this.#database
      .selectFrom("delivery")
      .select((e) => e.fn.countAll<number>().as("count"))
      .where("channel", "=", WHOEVER_START_SERVES)
      .where("state", "=", "pending")
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /**
   * Addresses all of it, in one transaction: whoever else does so at the same time finds nothing left.
   * @returns how many notices there were, whether or not anybody takes their kind
   */
  async addressTo(channels: Routes["channels"]): Promise<number> {
    return this.#database.transaction().execute(async (transaction) => {
      const left = await transaction
        .deleteFrom("delivery")
        .where("channel", "=", WHOEVER_START_SERVES)
        .where("state", "=", "pending")
        .returning("notice")
        .execute();
      for (const { notice: id } of left) {
        const row = transaction.selectFrom("notice").select("body").where("id", "=", id);
        const { body } = await row.executeTakeFirstOrThrow();
        await address(transaction, fromRow<Notice>("notice", body), channels);
      }
      return left.length;
    });
  }
}
