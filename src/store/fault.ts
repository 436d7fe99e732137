/** What the store could not do, in the words of either database. */
import { DiskFull } from "../archive/citation.ts";
import { TurnLost } from "./lines.ts";
import { Overtaken } from "./steps.ts";

/** https://www.sqlite.org/rescode.html */
const SQLITE_FULL = 13;
/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const POSTGRES_FULL = "53100";

/** The class of connection exceptions, and what a server says that shuts down, starts or has no connection left (the same appendix). */
const AWAY = /^(?:08|57P0[123]|53300)/;

/** The database cannot be reached, or the connection to it broke. */
export class DatabaseAway extends Error {
  /** pg-boss puts what it is told into words of its own. */
  static readonly SAYS = "the database is away";

  constructor(why: string) {
    super(`${DatabaseAway.SAYS}: ${why}`);
  }
}

/** What PostgreSQL's client threw, as DatabaseAway where it is no answer of the database's. */
export function asAway(error: Error & { code?: string }): Error {
  const isAnswer = isPostgres(error) && !AWAY.test(error.code ?? "");
  return isAnswer ? error : new DatabaseAway(error.message);
}

/** A failed write's error, as DiskFull where that is what it is. */
export function asDiskFull(error: unknown): unknown {
  const { errcode, code } = error as { errcode?: number; code?: string };
  return errcode === SQLITE_FULL || code === POSTGRES_FULL ? new DiskFull("the disk is full") : error;
}

/** Whether it is the store's trouble, or that of its order, and not of what was to be stored. */
export function isStores(error: unknown): boolean {
  const isSqlites = error instanceof Error && "errcode" in error;
  const isDatabases = isSqlites || (error instanceof Error && isPostgres(error)) || error instanceof DatabaseAway;
  return isDatabases || error instanceof Overtaken || error instanceof TurnLost;
}

/** What a PostgreSQL answered: its client, which is loaded only where there is one, gives every field of the answer. */
function isPostgres(error: Error): boolean {
  return "severity" in error && "routine" in error;
}
