/**
 * The data of a folder, brought into an empty PostgreSQL, table by table in batches. With each batch it is written down, in the same
 * transaction, up to which row a table was brought: killed at any point, it goes on there.
 */
import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Kysely, sql, type Transaction } from "kysely";
import { hasFolder } from "./folder.ts";
import { KEYS, TABLE_NAMES, type Table } from "./keys.ts";
import { makeMonths } from "./look-months.ts";
import { StoreError } from "./migrations/migrate.ts";
import { openPostgres, storable } from "./postgres.ts";
import { type Row, rowsOf, type Tally, tallyOf, value } from "./rows-of.ts";
import { DATABASE_FILE, openSqlite } from "./sqlite.ts";
import type { Database, Tables } from "./tables.ts";

/** What a table came to. */
export interface MovedTable {
  table: Table;
  here: Tally;
  there: Tally;
  isSame: boolean;
}

export interface Moved {
  tables: MovedTable[];
  /** Characters that PostgreSQL does not keep, and that stand there as another. */
  replaced: number;
}

/** Is told which table is gone through, and how far it is: each row is brought, read again here, and read there. */
export type OnProgress = (table: Table, rows: number, all: number) => void;

/** How far it is, beside the tables that it fills. */
interface Progress {
  /** `after`: the key of the last row that was brought, as JSON; empty before the first. */
  moving: { folder: number; table: string; after: string; replaced: number };
}
const besides = (to: Kysely<Tables>) => to as unknown as Kysely<Progress>;

/**
 * @param url of a PostgreSQL that is empty, or into which this folder's data was being brought
 * @throws {StoreError} where a bot runs on the folder, it holds no data, or the database cannot be used or holds other data
 */
export async function move(directory: string, url: string, onProgress: OnProgress): Promise<Moved> {
  if (!hasFolder(directory) || !existsSync(join(directory, DATABASE_FILE)))
    throw new StoreError(`${directory}: there is no data to move`);
  const { database: from, release } = await openSqlite(directory);
  let to: Database | undefined;
  try {
    to = (await openPostgres(url)).database;
    return await bring(from, to, onProgress);
  } catch (error) {
    throw error instanceof StoreError
      ? error
      : new StoreError(
          `The move stopped: ${error instanceof Error ? error.message : error}; run it again, and it goes on where it stopped`,
          1,
        );
  } finally {
    await to?.destroy();
    await from.destroy();
    release();
  }
}

async function bring(from: Database, to: Database, onProgress: OnProgress): Promise<Moved> {
  await begin(from, to);
  const counts = await Promise.all(TABLE_NAMES.map((table) => countOf(from, table)));
  const all = 3 * counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  const onRows = (table: Table, rows: number) => {
    done += rows;
    onProgress(table, done, all);
  };
  for (const { month } of await from.selectFrom("look_ending").select("month").distinct().execute())
    await makeMonths(to, month);
  for (const table of TABLE_NAMES) await bringTable(from, to, table, (rows) => onRows(table, rows));
  const tables: MovedTable[] = [];
  for (const table of TABLE_NAMES) {
    const here = await tallyOf(from, table, (rows) => onRows(table, rows));
    const there = await tallyOf(to, table, (rows) => onRows(table, rows));
    tables.push({ table, here, there, isSame: here.rows === there.rows && here.digest === there.digest });
  }
  const replaced = await besides(to)
    .selectFrom("moving")
    .select((e) => e.fn.sum<string | null>("replaced").as("sum"))
    .executeTakeFirst();
  if (tables.every(({ isSame }) => isSame)) await end(to);
  return { tables, replaced: Number(replaced?.sum ?? 0) };
}

/** @throws {StoreError} where the database holds other data */
async function begin(from: Database, to: Database): Promise<void> {
  const folder = await numberOfFolder(from);
  // Who was stopped before it could say so may ask again.
  if (await wasMoved(folder, to))
    throw new StoreError(
      "All that this folder held when it was moved into this database is there: set DATABASE_URL. What a bot wrote to the folder since then is not",
    );
  const { rows } = await sql<{ is_moving: boolean }>`SELECT to_regclass('moving') IS NOT NULL AS is_moving`.execute(to);
  if (rows[0]?.is_moving) {
    const other = await besides(to)
      .selectFrom("moving")
      .select("folder")
      .where("folder", "!=", folder)
      .executeTakeFirst();
    if (other)
      throw new StoreError(
        "The data of another folder is being moved into this database; finish that, or give an empty database",
      );
    return;
  }
  for (const table of TABLE_NAMES)
    if (
      await to
        .selectFrom(table as "watch")
        .select(sql`1`.as("one"))
        .limit(1)
        .executeTakeFirst()
    )
      throw new StoreError("The database holds the data of a bot already; give an empty one");
  await to.transaction().execute(async (transaction) => {
    await sql`CREATE TABLE moving (folder INTEGER NOT NULL, "table" TEXT PRIMARY KEY, after TEXT, replaced BIGINT NOT NULL)`.execute(
      transaction,
    );
    const none = TABLE_NAMES.map((table) => ({ folder, table, after: "", replaced: 0 }));
    await besides(transaction).insertInto("moving").values(none).execute();
  });
}

async function wasMoved(folder: number, to: Database): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`SELECT to_regclass('moved') IS NOT NULL AS is`.execute(to);
  if (!rows[0]?.is) return false;
  return (await sql`SELECT 1 FROM moved WHERE folder = ${folder} LIMIT 1`.execute(to)).rows.length > 0;
}

/** A number by which the folder's data is known again; SQLite has room for one in the file's head, and gives it no meaning. */
async function numberOfFolder(from: Database): Promise<number> {
  const { rows } = await sql<{ application_id: number }>`PRAGMA application_id`.execute(from);
  const known = rows[0]?.application_id;
  if (known) return known;
  const number = randomInt(1, 2 ** 31);
  await sql`PRAGMA application_id = ${sql.lit(number)}`.execute(from);
  return number;
}

async function countOf(from: Database, table: Table): Promise<number> {
  const { count } = await from
    .selectFrom(table as "watch")
    .select((e) => e.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

async function bringTable(from: Database, to: Database, table: Table, onRows: (rows: number) => void): Promise<void> {
  const progress = besides(to).selectFrom("moving").select("after").where("table", "=", table);
  const { after } = await progress.executeTakeFirstOrThrow();
  for await (const rows of rowsOf(from, table, after ? (JSON.parse(after) as Row) : undefined)) {
    await to.transaction().execute((transaction) => writeBatch(transaction, table, rows));
    onRows(rows.length);
  }
}

async function writeBatch(transaction: Transaction<Tables>, table: Table, batch: readonly Row[]): Promise<void> {
  let replaced = 0;
  const rows = batch.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, of]) => {
        if (typeof of === "string") replaced += of.split("\0").length - 1;
        return [column, value(table, column, storable(of))];
      }),
    ),
  );
  await transaction
    .insertInto(table as "watch")
    .values(rows as unknown as Tables["watch"][])
    .execute();
  const last = Object.fromEntries(KEYS[table].map((column) => [column, batch.at(-1)?.[column]]));
  await besides(transaction)
    .updateTable("moving")
    .set((e) => ({ after: JSON.stringify(last), replaced: e("replaced", "+", replaced) }))
    .where("table", "=", table)
    .execute();
}

/** The numbers that are given from here on follow those that were brought. */
async function end(to: Database): Promise<void> {
  await to.transaction().execute(async (transaction) => {
    for (const table of ["source_number", "look_ending"])
      await sql`SELECT setval(pg_get_serial_sequence(${table}, 'number'), (SELECT coalesce(max(number), 0) + 1 FROM ${sql.table(table)}), false)`.execute(
        transaction,
      );
    await sql`ALTER TABLE moving RENAME TO moved`.execute(transaction);
  });
}
