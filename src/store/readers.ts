/**
 * Readers by mail: the name by which each may end it, and who has. Of an address nothing is kept: a reader is known by the channel that the
 * reader is.
 */
import { randomBytes } from "node:crypto";
import type { InstantText } from "../time/instant.ts";
import type { ReaderRow } from "./person-tables.ts";
import type { Database } from "./tables.ts";

const TOKEN_BYTES = 16;

export class Readers {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The same for ever, whichever process asks first. */
  async tokenOf(channel: string): Promise<string> {
    const mine = this.#database.selectFrom("reader").select("token").where("channel", "=", channel);
    const known = await mine.executeTakeFirst();
    if (known) return known.token;
    await this.#database
      .insertInto("reader")
      .values({ channel, token: randomBytes(TOKEN_BYTES).toString("base64url"), left_at: null })
      .onConflict((conflict) => conflict.column("channel").doNothing())
      .execute();
    return (await mine.executeTakeFirstOrThrow()).token;
  }

  /** The channels of those who want no more of it. */
  async left(): Promise<Set<string>> {
    const rows = await this.#database.selectFrom("reader").select("channel").where("left_at", "is not", null).execute();
    return new Set(rows.map(({ channel }) => channel));
  }

  /** Whose a token is; undefined where it is nobody's. */
  async byToken(token: string): Promise<ReaderRow | undefined> {
    return this.#database.selectFrom("reader").selectAll().where("token", "=", token).executeTakeFirst();
  }

  /** Ends it: what waits to be sent is not sent either. */
  async leave({ channel, token }: ReaderRow, at: InstantText): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction.updateTable("reader").set({ left_at: at }).where("token", "=", token).execute();
      await transaction.deleteFrom("delivery").where("channel", "=", channel).where("state", "=", "pending").execute();
    });
  }

  /** Begins it again: of what is recorded from now on. */
  async comeBack({ token }: ReaderRow): Promise<void> {
    await this.#database.updateTable("reader").set({ left_at: null }).where("token", "=", token).execute();
  }
}
