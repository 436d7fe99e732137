/** A person is forgotten: their name and account go, wherever they stand; what they did stays, by a handle that leads to nobody. */
import { type Kysely, sql, type Transaction } from "kysely";
import { channelWay } from "../config/places.ts";
import type { PersonRow } from "./person-tables.ts";
import type { Database, Tables } from "./tables.ts";

/** Somebody who is known, and how much is known by their handle. */
export interface Known {
  person: PersonRow;
  decisions: number;
  changes: number;
  /** Channels that they set up, or have told less. */
  channels: number;
  /** Whether they are told in direct messages. */
  isToldInPerson: boolean;
}

/** @param called a handle, an account, or a name in any case */
export async function knownAs(database: Database, called: string): Promise<Known[]> {
  const persons = await database.selectFrom("person").selectAll().orderBy("came_from").orderBy("handle").execute();
  const name = called.toLowerCase();
  const found = persons.filter((one) => [one.handle, one.account].includes(called) || one.name.toLowerCase() === name);
  return Promise.all(
    found.map(async (person) => ({
      person,
      decisions:
        (await countBy(database, "decision", person)) + (await countBy(database, "statement_decision", person)),
      changes: await countBy(database, "watch_text", person),
      channels:
        (await countBy(database, "discord_place", person)) +
        (await countBy(database, "discord_mute", person)) +
        (await countBy(database, "discord_hushed", person)),
      isToldInPerson: (await personalPlaces(database, [person.handle])).length > 0,
    })),
  );
}

/** In one transaction: all of it, or nothing. */
export async function forget(database: Database, handles: readonly string[]): Promise<void> {
  if (handles.length === 0) return;
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("claim").where("by", "in", handles).execute();
    for (const channel of await personalPlaces(transaction, handles)) await forgetPlace(transaction, channel);
    await transaction.deleteFrom("person").where("handle", "in", handles).execute();
  });
}

/** In how many rows of each table a text still says something: what people wrote, and what pages said. */
export async function stillSaid(database: Database, text: string): Promise<Record<string, number>> {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const places = [
    ["watch_text", "text"],
    ["notice", "body"],
    ["evidence", "body"],
    ["statement", "body"],
    ["decision", "reason"],
  ] as const;
  const found: Record<string, number> = {};
  for (const [table, column] of places) {
    const { count } = await database
      .selectFrom(table as "notice")
      .select((of) => of.fn.countAll<number>().as("count"))
      .where(sql<boolean>`${sql.ref(column)} LIKE ${pattern} ESCAPE '\\'`)
      .executeTakeFirstOrThrow();
    if (Number(count) > 0) found[table] = Number(count);
  }
  return found;
}

/**
 * Of a file of SQLite's, the room that is free by now still says what stood there: it is written anew, without.
 * @returns whether it could be: another process may be at it
 */
export async function scour(database: Database): Promise<boolean> {
  try {
    await sql`VACUUM`.execute(database);
    const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
    return rows[0]?.busy === 0;
  } catch {
    return false;
  }
}

async function countBy(
  database: Database,
  table: "decision" | "statement_decision" | "watch_text" | "discord_place" | "discord_mute" | "discord_hushed",
  { handle }: PersonRow,
): Promise<number> {
  const { count } = await database
    .selectFrom(table as "decision")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("by", "=", handle)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The channels of their direct messages. */
async function personalPlaces(database: Kysely<Tables>, handles: readonly string[]): Promise<string[]> {
  const rows = database.selectFrom("discord_place").select("channel").where("guild", "=", "");
  return (await rows.where("by", "in", handles).execute()).map(({ channel }) => channel);
}

/** A channel with one person leads to them: what was sent there is forgotten with it. */
async function forgetPlace(transaction: Transaction<Tables>, channel: string): Promise<void> {
  const place = channelWay(channel).id;
  await transaction.deleteFrom("discord_place").where("channel", "=", channel).execute();
  for (const table of ["discord_mute", "discord_hushed", "discord_card"] as const)
    await transaction
      .deleteFrom(table as "discord_mute")
      .where("place", "=", place)
      .execute();
  for (const table of ["delivery", "channel"] as const)
    await transaction
      .deleteFrom(table as "channel")
      .where("channel", "=", place)
      .execute();
}
