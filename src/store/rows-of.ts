/** Every table, row by row, in either database: never more of one in memory than a few rows. */
import { createHash } from "node:crypto";
import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { isPostgres } from "./look-months.ts";
import type { Database, Tables } from "./tables.ts";

export type Table = keyof Tables;
export type Row = Record<string, unknown>;

/** Every table by the columns that its rows are known by; what others refer to stands before them. */
export const TABLES: { [T in Table]: readonly (keyof Tables[T] & string)[] } = {
  watch: ["id"],
  source: ["watch", "source"],
  source_memory: ["watch", "source"],
  source_number: ["number"],
  look_ending: ["number"],
  look: ["source", "day", "time", "id"],
  remarkable_look: ["id"],
  look_day: ["watch", "source", "day"],
  archived: ["record"],
  archive_end: ["id"],
  evidence: ["watch", "id"],
  notice: ["id"],
  delivery: ["notice", "channel"],
  channel: ["channel"],
  discord_place: ["channel"],
  discord_mute: ["place"],
  discord_hushed: ["place", "watch"],
  discord_card: ["place", "watch"],
  submission: ["notice", "url"],
  statement: ["watch", "id"],
  statement_decision: ["id"],
  claim: ["evidence"],
  decision: ["id"],
};
export const TABLE_NAMES = Object.keys(TABLES) as Table[];

/** Rows that are asked for at once. */
const AT_ONCE = 500;

/** All rows of a table; in the order of its key where they follow a row of it. */
export async function* rowsOf(database: Database, table: Table, after?: Row | "the beginning"): AsyncGenerator<Row> {
  const query = after ? inOrder(selected(database, table), table, after) : selected(database, table);
  if (isPostgres(database)) yield* fetched(database, query);
  else yield* query.stream();
}

type Query = SelectQueryBuilder<Tables, never, Row>;

function selected(database: Kysely<Tables>, table: Table): Query {
  const all = database.selectFrom(table as "look");
  // JavaScript's numbers do not hold the ids of looks.
  const id = sql<string>`CAST(id AS TEXT)`.as("id");
  const rows =
    table === "look"
      ? all.select(["source", "day", "time", "ending", "bytes", "milliseconds", "capture"]).select(id)
      : all.selectAll();
  return rows as unknown as Query;
}

function inOrder(query: Query, table: Table, after: Row | "the beginning"): Query {
  const key = TABLES[table];
  let ordered = query;
  for (const column of key) ordered = ordered.orderBy(sql.ref(column));
  if (after === "the beginning") return ordered;
  const [columns, values] = [
    list(key.map((column) => sql.ref(column))),
    list(key.map((column) => sql`${value(table, column, after[column])}`)),
  ];
  return ordered.where(sql<boolean>`(${columns}) > (${values})`);
}

const list = (parts: RawBuilder<unknown>[]) => sql.join(parts);

/** As a database takes it. */
export function value(table: Table, column: string, of: unknown): unknown {
  return table === "look" && column === "id" ? BigInt(of as string) : of;
}

/** Through a cursor of PostgreSQL's own. */
async function* fetched(database: Database, query: Query): AsyncGenerator<Row> {
  const transaction = await database.startTransaction().execute();
  try {
    await sql`DECLARE all_rows NO SCROLL CURSOR FOR ${query}`.execute(transaction);
    for (;;) {
      const { rows } = await sql<Row>`FETCH ${sql.lit(AT_ONCE)} FROM all_rows`.execute(transaction);
      if (rows.length === 0) return;
      yield* rows;
    }
  } finally {
    await transaction.rollback().execute();
  }
}

/** Rows counted, and digested so that their order does not matter. */
export interface Tally {
  rows: number;
  digest: string;
}

/** @param onRow is told of each row */
export async function tallyOf(database: Database, table: Table, onRow: () => void): Promise<Tally> {
  let rows = 0;
  let sum = 0n;
  for await (const row of rowsOf(database, table)) {
    const columns = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
    const text = JSON.stringify(
      columns.map(([column, of]) => [
        column,
        of instanceof Uint8Array ? Buffer.from(of).toString("hex") : storable(of),
      ]),
    );
    const digest = createHash("sha256").update(text).digest("hex");
    sum = BigInt.asUintN(256, sum + BigInt(`0x${digest}`));
    rows += 1;
    onRow();
  }
  return { rows, digest: sum.toString(16).padStart(64, "0") };
}

/** PostgreSQL keeps no NUL in a text (https://www.postgresql.org/docs/current/datatype-character.html): the mark of what could not be kept stands for it. */
export function storable(of: unknown): unknown {
  return typeof of === "string" ? of.replaceAll("\0", "\uFFFD") : of;
}
