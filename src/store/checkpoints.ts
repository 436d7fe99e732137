/** The checkpoints that were signed, and the keys that sign them. */
import type { Signed, Stamped } from "../archive/chain/signed.ts";
import { digestOfText } from "../archive/digest.ts";
import { DAY_MS, type InstantText, later } from "../time/instant.ts";
import { put } from "./put.ts";
import type { Database, Tables } from "./tables.ts";

export type KeptCheckpoint = Tables["checkpoint"];

export class Checkpoints {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async latest(): Promise<KeptCheckpoint | undefined> {
    return this.#database.selectFrom("checkpoint").selectAll().orderBy("at", "desc").limit(1).executeTakeFirst();
  }

  /** Oldest first. */
  async all(): Promise<KeptCheckpoint[]> {
    return this.#database.selectFrom("checkpoint").selectAll().orderBy("at").execute();
  }

  /**
   * The newest that has no time stamp and is to be asked for one. What is older is covered by it: each names the one before.
   * @param since older ones are not asked for
   */
  async toStamp(now: InstantText, since: InstantText): Promise<KeptCheckpoint | undefined> {
    return this.#database
      .selectFrom("checkpoint")
      .selectAll()
      .where("token", "is", null)
      .where("at", ">=", since)
      .where((where) =>
        where.or([where("ask_at", "is", null), where("ask_at", "<=", now), where("ask_at", ">", later(now, DAY_MS))]),
      )
      .orderBy("at", "desc")
      .limit(1)
      .executeTakeFirst();
  }

  /** Is not asked for again before then, whatever becomes of it now. */
  async putOffStamp(digest: string, until: InstantText): Promise<void> {
    await this.#database.updateTable("checkpoint").set({ ask_at: until }).where("digest", "=", digest).execute();
  }

  /** The public keys that sign, or once did, as `Signed.key`; newest last. */
  async keys(): Promise<{ key: string; worker: string; at: InstantText }[]> {
    return this.#database.selectFrom("signing_key").selectAll().orderBy("at").orderBy("key").execute();
  }

  /** Notes a key that signs from here on. @param worker whose it is, where several share the database */
  async noteKey(key: string, worker: string, at: InstantText): Promise<void> {
    await this.#database
      .insertInto("signing_key")
      .values({ key, worker, at })
      .onConflict((conflict) => conflict.column("key").doNothing())
      .execute();
  }
}

/** In the transaction that its line of the journal is written with. */
export async function writeCheckpoint(database: Database, { at, text, key, signature }: Signed): Promise<void> {
  const row = { digest: digestOfText(text), at, text, key, signature, authority: null, token: null, ask_at: null };
  await put(database, "checkpoint", row).execute();
}

/** In the transaction that its line of the journal is written with. */
export async function writeStamp(database: Database, { of, authority, token }: Stamped): Promise<void> {
  const stamped = { authority, token, ask_at: null };
  await database.updateTable("checkpoint").set(stamped).where("digest", "=", of).execute();
}
