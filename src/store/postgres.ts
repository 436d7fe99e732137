/** The tables in a PostgreSQL that several bots may share. */
import { createHash } from "node:crypto";
import {
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  replaceWithNoncontingentExpression,
  sql,
} from "kysely";
import { LRUCache } from "lru-cache";
import pg from "pg";
import { redacted } from "../config/redaction.ts";
import { asPostgres, DatabaseAway } from "./fault.ts";
import { migrate, StoreError } from "./migrations/migrate.ts";
import { POSTGRES_MIGRATIONS } from "./migrations/postgres.ts";
import type { Database, Tables } from "./tables.ts";
import { whyUnusable } from "./unusable.ts";

/** A database has few connections to give: this many to each process, with one more that listens. */
const MOST_CONNECTIONS = 3;
const MOST_SOFT_CONNECTIONS = 2;
/** What a soft connection has written is on the disk a little later: what is lost of it when the server breaks down is done again. */
const SOFT = "-c synchronous_commit=off";
/** Statements that the server need read and plan only once, on each connection. */
const MOST_NAMED = 300;
/** One statement, of tables. */
const MAY_BE_NAMED = /^\s*(?:select|insert|update|delete|with)\s[^;]*;?\s*$/i;
const CONNECT_WITHIN_MS = 10_000;
/** What is not answered for so long never is: the way to the database may be gone without a word. */
const ANSWERED_WITHIN_MS = 60_000;
/** Who stands still in the middle of a transaction, or is cut off there, holds up all that write of the same watches: so long at the most. */
const IDLE_AT_MOST_MS = 20_000;
/** Partitions, and what later versions of SQL have, are as old as that. */
const LEAST_VERSION = 15;
/** PostgreSQL's number of its type of large integers (pg_type.h); ours are counts and sizes, far below 2^53. */
const INT8 = 20;

export interface Opened {
  database: Database;
  /** The same tables, for what need not last longer than the server. */
  soft: Database;
  /** The connections by which those are reached. */
  softPool: pg.Pool;
}

/**
 * @param url `postgres://user:password@host/database`, with whatever else libpq knows
 * @throws {StoreError} when it cannot be reached, is too old, or its data is newer than this program
 */
export async function openPostgres(url: string): Promise<Opened> {
  const pool = poolOf(url, MOST_CONNECTIONS);
  const softPool = poolOf(url, MOST_SOFT_CONNECTIONS, SOFT);
  try {
    const { rows } = await pool.query<{ server_version_num: string }>("SHOW server_version_num");
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (version < LEAST_VERSION)
      throw new StoreError(`DATABASE_URL: that is PostgreSQL ${version}; ${LEAST_VERSION} or newer is needed`);
  } catch (error) {
    await Promise.all([pool.end(), softPool.end()]);
    throw error instanceof StoreError ? error : new StoreError(whyUnusable(error, url));
  }
  const database = tablesIn(pool);
  await migrate(database, POSTGRES_MIGRATIONS, {
    elsewhere: "another database",
    why: (error) => whyUnusable(error, url),
  });
  return { database, soft: tablesIn(softPool), softPool };
}

function poolOf(url: string, max: number, options?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    ...(options ? { options } : {}),
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWERED_WITHIN_MS,
    idle_in_transaction_session_timeout: IDLE_AT_MOST_MS,
    keepAlive: true,
    application_name: "coming-weeks",
    types: { getTypeParser: (type, format) => (type === INT8 ? Number : pg.types.getTypeParser(type, format)) },
  });
  // A connection that breaks while nobody uses it is replaced when it is needed.
  pool.on("error", () => undefined);
  return pool;
}

function tablesIn(pool: pg.Pool): Database {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: saying(pool) }),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
}

/** @throws {StoreError} while the data of a folder is being brought into it */
export async function notBeingMoved(database: Database): Promise<void> {
  const { rows } = await sql<{ isMoving: boolean }>`SELECT to_regclass('moving') IS NOT NULL AS "isMoving"`.execute(
    database,
  );
  if (rows[0]?.isMoving)
    throw new StoreError(
      "DATABASE_URL: a folder’s data is being moved into it; run `move` again until it says that all is there",
    );
}

/** The pool, whose clients say by their errors whether it is the database that is away. */
function saying(pool: pg.Pool): PostgresPool {
  const named = naming();
  return {
    connect: async () => {
      const client = await pool.connect().catch((error) => {
        throw asPostgres(error);
      });
      // A connection that breaks while nothing is asked of it is noticed with the next question.
      client.on("error", ignored);
      let isBroken = false;
      return {
        query: async (text: string, values: readonly unknown[]) =>
          client.query(named(text, values.map(storable))).catch((error) => {
            const said = asPostgres(error);
            isBroken ||= said instanceof DatabaseAway;
            throw said;
          }),
        release: () => {
          client.off("error", ignored);
          client.release(isBroken);
        },
      } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

/** What a connection is asked, by name where it was asked before. */
export function naming(): (text: string, values: unknown[]) => pg.QueryConfig {
  const asked = new LRUCache<string, string>({ max: MOST_NAMED });
  return (text, values) => {
    const known = asked.get(text);
    if (known) return { name: known, text, values };
    if (MAY_BE_NAMED.test(text))
      asked.set(text, known === undefined ? "" : createHash("sha1").update(text).digest("hex"));
    return { text, values };
  };
}

function ignored(): void {}

/** What is secret is not kept, and PostgreSQL keeps no NUL in a text (https://www.postgresql.org/docs/current/datatype-character.html): U+FFFD stands for it. */
export function storable(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const text = redacted(value);
  return text.includes("\0") ? text.replaceAll("\0", "\ufffd") : text;
}
