/**
 * Months of looks. In PostgreSQL each is a partition of its own, so that it is forgotten as a whole: with a hundred thousand sources it
 * has hundreds of millions of rows. SQLite keeps them all in one table.
 */
import { type Kysely, PostgresAdapter, sql, type Transaction } from "kysely";
import type { InstantText } from "../time/instant.ts";
import { placeOf } from "./look-rows.ts";
import type { Database, Tables } from "./tables.ts";

/** Whoever makes or drops a partition, or forgets looks, holds it till the end of the transaction. It is a number of our own. */
const LOCK = 5_220_211_210;
/** Whoever waits to drop a partition keeps everyone else waiting. */
const DROPPED_WITHIN_MS = 1000;
/** PostgreSQL's code for that (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const LOCK_NOT_AVAILABLE = "55P03";

export const monthOf = (at: InstantText) => at.slice(0, 7);
const beginningOf = (month: string): InstantText => `${month}-01T00:00:00.000Z`;

/** From when on looks are kept, where those before an instant are to be forgotten. */
export function keptFrom(database: Database, before: InstantText): InstantText {
  return isPostgres(database) ? beginningOf(monthOf(before)) : before;
}

/** Whether months are apart. */
export function isPostgres(database: Kysely<Tables>): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter;
}

/** Looks are forgotten by one process after the other. */
export async function waitForOthers(transaction: Transaction<Tables>): Promise<void> {
  if (isPostgres(transaction)) await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
}

/** Makes room for the looks of a month and of the next, where there is none. Nobody who reads or writes looks waits for it. */
export async function makeMonths(database: Database, month: string): Promise<void> {
  if (!isPostgres(database)) return;
  const following = monthAfter(month);
  const made = await monthsMade(database);
  if (made.includes(month) && made.includes(following)) return;
  await database.transaction().execute(async (transaction) => {
    await waitForOthers(transaction);
    const made = await monthsMade(transaction);
    for (const one of [month, following])
      if (!made.includes(one)) {
        const [from, to] = [one, monthAfter(one)].map((month) => sql.lit(placeOf(beginningOf(month)).day));
        await sql`CREATE TABLE ${partition(one)} (LIKE look INCLUDING ALL)`.execute(transaction);
        // `CREATE TABLE … PARTITION OF` would lock out whoever reads.
        await sql`ALTER TABLE look ATTACH PARTITION ${partition(one)} FOR VALUES FROM (${from}) TO (${to})`.execute(
          transaction,
        );
      }
  });
}

/** Drops the months before one. Where a long query reads looks, they are left for the next time. */
export async function dropMonths(database: Database, before: string): Promise<void> {
  for (const month of await monthsMade(database)) if (month < before) await dropMonth(database, month);
}

async function dropMonth(database: Database, month: string): Promise<void> {
  const dropped = database.transaction().execute(async (transaction) => {
    await waitForOthers(transaction);
    await sql`SET LOCAL lock_timeout = ${sql.lit(DROPPED_WITHIN_MS)}`.execute(transaction);
    await sql`DROP TABLE IF EXISTS ${partition(month)}`.execute(transaction);
  });
  await dropped.catch((error) => {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
  });
}

async function monthsMade(database: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'look'::regclass`.execute(
    database,
  );
  return rows.map(({ name }) => name.slice("look_".length).replace("_", "-"));
}

function partition(month: string) {
  return sql.table(`look_${month.replace("-", "_")}`);
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  // Months of a date begin with 0.
  return new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
}
