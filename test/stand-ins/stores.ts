/** A new store in each of the databases that it can stand in: what is said of the one holds for the other. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { Store } from "../../src/store/store.ts";
import { folder } from "./folder.ts";
import { TEMPLATE } from "./postgres.setup.ts";

/** The address of a new PostgreSQL database with all tables. */
export async function newPostgres(template = TEMPLATE): Promise<string> {
  const server = inject("postgres");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asked(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  onTestFinished(() => asked(server, `DROP DATABASE ${name} WITH (FORCE)`));
  return `${server}/${name}`;
}

async function asked(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

export const STORES: [database: string, open: () => Promise<Store>][] = [
  ["SQLite", async () => Store.open(await folder())],
  ["PostgreSQL", async () => Store.onPostgres(await newPostgres(), "test")],
];

/** Several processes' stores on one new database, and somebody who may ask it anything. */
export async function severalOnPostgres<Names extends [string, string, ...string[]]>(
  ...workers: Names
): Promise<{ stores: { [Index in keyof Names]: Store }; client: pg.Client }> {
  const url = await newPostgres();
  const stores = await Promise.all(workers.map((worker) => Store.onPostgres(url, worker)));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await Promise.all(stores.map((store) => store.close()));
  });
  return { stores: stores as { [Index in keyof Names]: Store }, client };
}
