/** How each channel takes what it is sent: which are written to, and which are let be until when. */
import type { InstantText } from "../time/instant.ts";
import type { ChannelRow, Database } from "./tables.ts";

/** Every channel is one of them. */
const CHUNK = 500;

const WELL = {
  failures: 0,
  rested_at: null,
  rest_until: null,
  urgent_rest_until: null,
  error: null,
  is_stopped: 0,
} as const;

export class Channels {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * From here on, these channels are written to. What waits for another is kept.
   * @param isStart whether what a person may have mended meanwhile is tried again
   * @param areAll whether none but these are written to: another process may know of more
   */
  async open(channels: readonly string[], { isStart, areAll }: { isStart: boolean; areAll: boolean }): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      if (areAll) await transaction.updateTable("channel").set({ is_open: 0 }).execute();
      if (isStart) await transaction.updateTable("channel").set(WELL).where("is_stopped", "=", 1).execute();
      for (let from = 0; from < channels.length; from += CHUNK)
        await transaction
          .insertInto("channel")
          .values(channels.slice(from, from + CHUNK).map((channel) => ({ channel, is_open: 1 as const, ...WELL })))
          .onConflict((conflict) => conflict.column("channel").doUpdateSet({ is_open: 1 }))
          .execute();
    });
  }

  async one(channel: string): Promise<ChannelRow | undefined> {
    return this.#database.selectFrom("channel").selectAll().where("channel", "=", channel).executeTakeFirst();
  }

  /** Notes that a channel took something. */
  async recovered(channel: string): Promise<void> {
    await this.#database
      .updateTable("channel")
      .set(WELL)
      .where("channel", "=", channel)
      .where((e) => e.or([e("failures", ">", 0), e("rest_until", "is not", null)]))
      .execute();
  }

  async failed(channel: string, failure: Omit<ChannelRow, "channel" | "is_open">): Promise<void> {
    await this.#database.updateTable("channel").set(failure).where("channel", "=", channel).execute();
  }

  /** Lets a channel be until an instant, but for what is most urgent. */
  async letBe(channel: string, until: InstantText, now: InstantText): Promise<void> {
    const rest = { rested_at: now, rest_until: until, urgent_rest_until: now };
    await this.#database.updateTable("channel").set(rest).where("channel", "=", channel).execute();
  }

  /** Those that are written to and fail, and why. */
  async failing(): Promise<ChannelRow[]> {
    return this.#database
      .selectFrom("channel")
      .selectAll()
      .where("is_open", "=", 1)
      .where("error", "is not", null)
      .orderBy("channel")
      .execute();
  }
}
