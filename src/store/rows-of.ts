/** Every table, in either database, and never more of one in memory than a few rows: gone through, counted, digested. */
import { type SelectQueryBuilder, sql } from "kysely";
import { sha256 } from "../archive/digest.ts";
import { KEYS, type Table } from "./keys.ts";
import { isPostgres } from "./look-months.ts";
import { storable } from "./postgres.ts";
import type { Database, Tables } from "./tables.ts";

export type Row = Record<string, unknown>;

/** Rows that are held at once: what a source remembers may be as long as a book. */
const AT_ONCE = 100;

/** All rows of a table, a few at a time; of SQLite's in the order of its key, from a row on where one is given. */
export function rowsOf(database: Database, table: Table, after?: Row): AsyncGenerator<Row[]> {
  return isPostgres(database) ? fetched(database, table) : following(database, table, after);
}

async function* following(database: Database, table: Table, after: Row | undefined): AsyncGenerator<Row[]> {
  const columns = KEYS[table].map((column) => sql.ref(`${table}.${column}`));
  let last = after;
  for (;;) {
    let query = selected(database, table).limit(AT_ONCE);
    for (const column of columns) query = query.orderBy(column);
    if (last) {
      const values = KEYS[table].map((column) => sql`${value(table, column, last?.[column])}`);
      query = query.where(sql<boolean>`(${sql.join(columns)}) > (${sql.join(values)})`);
    }
    const rows = await query.execute();
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1);
  }
}

/** Through a cursor of PostgreSQL's own. */
async function* fetched(database: Database, table: Table): AsyncGenerator<Row[]> {
  const transaction = await database.startTransaction().execute();
  try {
    await sql`DECLARE all_rows NO SCROLL CURSOR FOR ${selected(database, table)}`.execute(transaction);
    for (;;) {
      const { rows } = await sql<Row>`FETCH ${sql.lit(AT_ONCE)} FROM all_rows`.execute(transaction);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    await transaction.rollback().execute();
  }
}

function selected(database: Database, table: Table): SelectQueryBuilder<Tables, never, Row> {
  const all = database.selectFrom(table as "look");
  // JavaScript's numbers do not hold the ids of looks.
  const id = sql<string>`CAST(id AS TEXT)`.as("id");
  const rows =
    table === "look"
      ? all.select(["source", "day", "time", "ending", "bytes", "milliseconds", "capture"]).select(id)
      : all.selectAll();
  return rows as unknown as SelectQueryBuilder<Tables, never, Row>;
}

/** As a database takes it. */
export function value(table: Table, column: string, of: unknown): unknown {
  return table === "look" && column === "id" ? BigInt(of as string) : of;
}

/** Rows counted, and digested so that their order does not matter. */
export interface Tally {
  rows: number;
  digest: string;
}

/** @param onRows is told how many rows were gone through since it was told last */
export async function tallyOf(database: Database, table: Table, onRows: (rows: number) => void): Promise<Tally> {
  let count = 0;
  let sum = 0n;
  for await (const rows of rowsOf(database, table)) {
    for (const row of rows) sum = BigInt.asUintN(256, sum + digestOf(row));
    count += rows.length;
    onRows(rows.length);
  }
  return { rows: count, digest: sum.toString(16).padStart(64, "0") };
}

function digestOf(row: Row): bigint {
  const said = Object.keys(row)
    .sort()
    .map((column) => {
      const of = row[column];
      return [column, of instanceof Uint8Array ? Buffer.from(of).toString("hex") : storable(of)];
    });
  return BigInt(`0x${sha256(Buffer.from(JSON.stringify(said)))}`);
}
