/** Rows that are put in the place of those with the same key. SQLite has a word of its own for it; this is said to either database. */
import { type InsertQueryBuilder, type InsertResult, type QueryCreator, sql } from "kysely";
import type { Tables } from "./tables.ts";

/** The columns by which a row is known. */
const KEYS = {
  watch: ["id"],
  source: ["watch", "source"],
  source_memory: ["watch", "source"],
  look_day: ["watch", "source", "day"],
  archive_end: ["worker"],
  uploaded: ["file"],
  robots: ["site"],
  evidence: ["watch", "id"],
  statement: ["watch", "id"],
  claim: ["evidence"],
  discord_place: ["channel"],
  discord_mute: ["place"],
  discord_hushed: ["place", "watch"],
  discord_card: ["place", "watch"],
} as const satisfies { [Table in keyof Tables]?: readonly (keyof Tables[Table])[] };

/** @param rows of the same columns; one at least */
export function put<Table extends keyof typeof KEYS>(
  tables: QueryCreator<Tables>,
  table: Table,
  ...rows: Tables[Table][]
): InsertQueryBuilder<Tables, Table, InsertResult> {
  const key: readonly string[] = KEYS[table];
  const others = Object.keys(rows[0] ?? {}).filter((column) => !key.includes(column));
  const replaced = Object.fromEntries(others.map((column) => [column, sql.ref(`excluded.${column}`)]));
  // Kysely would know the columns of one table: for it, each is the first.
  const put = tables
    .insertInto(table as "watch")
    .values(rows as Tables["watch"][])
    .onConflict((conflict) => conflict.columns(key as ["id"]).doUpdateSet(replaced));
  return put as unknown as InsertQueryBuilder<Tables, Table, InsertResult>;
}
