/** What the store could not do: whose trouble it is, whichever database it has. */
import { MachineFault, machineFault } from "../language/machine-fault.ts";
import { TurnLost } from "./lines.ts";
import { Overtaken } from "./steps.ts";

/**
 * The class of connection exceptions, and what a server says that shuts down, starts or has no connection left
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const AWAY = /^(?:08|57P0[123]|53300)/;

/** The database cannot be reached, or the connection to it broke. */
export class DatabaseAway extends MachineFault {
  /** pg-boss puts what it is told into words of its own. */
  static readonly SAYS = "the database is away";

  constructor(why: string) {
    super("away", "PostgreSQL", `${DatabaseAway.SAYS}: ${why}`);
    this.message = this.what;
  }
}

/** What PostgreSQL's client threw: DatabaseAway where it is no answer of the database's, and what its machine refuses as that. */
export function asPostgres(error: Error & { code?: string }): Error {
  const isAnswer = isPostgres(error) && !AWAY.test(error.code ?? "");
  return isAnswer ? (machineFault(error, "the database") ?? error) : new DatabaseAway(error.message);
}

/** Whether it is the store's trouble, or that of its order, and not of what was to be stored. */
export function isStores(error: unknown): boolean {
  const isSqlites = error instanceof Error && "errcode" in error;
  const isDatabases = isSqlites || (error instanceof Error && isPostgres(error)) || error instanceof MachineFault;
  return isDatabases || error instanceof Overtaken || error instanceof TurnLost;
}

/** What a PostgreSQL answered: its client, which is loaded only where there is one, gives every field of the answer. */
function isPostgres(error: Error): boolean {
  return "severity" in error && "routine" in error;
}
