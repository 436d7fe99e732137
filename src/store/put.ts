/** Rows that are put in the place of those with the same key. SQLite has a word of its own for it; this is said to either database. */
import { type InsertQueryBuilder, type InsertResult, type QueryCreator, sql } from "kysely";
import { KEYS, type Table } from "./keys.ts";
import type { Tables } from "./tables.ts";

/** @param rows of the same columns; one at least */
export function put<T extends Table>(
  tables: QueryCreator<Tables>,
  table: T,
  ...rows: Tables[T][]
): InsertQueryBuilder<Tables, T, InsertResult> {
  const key: readonly string[] = KEYS[table];
  const others = Object.keys(rows[0] ?? {}).filter((column) => !key.includes(column));
  const replaced = Object.fromEntries(others.map((column) => [column, sql.ref(`excluded.${column}`)]));
  // Kysely would know the columns of one table: for it, each is the first.
  const put = tables
    .insertInto(table as "watch")
    .values(rows as Tables["watch"][])
    .onConflict((conflict) => conflict.columns(key as ["id"]).doUpdateSet(replaced));
  return put as unknown as InsertQueryBuilder<Tables, T, InsertResult>;
}
