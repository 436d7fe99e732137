/** A connection to the SQLite file, for whoever asks Kysely: never to another program's, and never to one that was moved away meanwhile. */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from "kysely";
import { redacted } from "../config/redaction.ts";
import { MachineFault } from "../language/machine-fault.ts";
import { folderFault } from "./folder.ts";
import { StoreError } from "./migrations/migrate.ts";
import type { Database, Tables } from "./tables.ts";

/** Whether it has tables of ours, and is no other program's. */
export function isOurs(file: string): boolean {
  const database = open(file);
  try {
    return whoseIs(database) === "ours";
  } finally {
    database.close();
  }
}

/** A file in which no table was made yet is nobody's. */
function whoseIs(database: DatabaseSync): "ours" | "nobody's" | "another's" {
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const names = tables.map(({ name }) => String(name)).filter((name) => !/^(?:kysely|sqlite)_/.test(name));
  if (names.length === 0) return "nobody's";
  // Of the first step on, and of every version since.
  return ["watch", "source", "notice"].every((name) => names.includes(name)) ? "ours" : "another's";
}

/** Before anything is changed in it. @throws {StoreError} where another program made it */
export function refuseAnothers(database: DatabaseSync, file: string): void {
  if (whoseIs(database) !== "another's") return;
  throw new StoreError(
    `${file}: is another program’s database; give another folder with --data, or move that file away`,
  );
}

/** SQLite can take back a change of tables (https://www.sqlite.org/transactional.html): all steps of a migration are done, or none. */
class Dialect extends SqliteDialect {
  readonly #given: SqliteDialectConfig;

  constructor(given: SqliteDialectConfig) {
    super(given);
    this.#given = given;
  }

  override createDriver(): Driver {
    return new Driver(this.#given);
  }

  override createAdapter(): SqliteAdapter {
    return new Adapter();
  }
}

/** Who reads in a transaction and then writes waits for others as it begins: between the two, SQLite would not (SQLITE_BUSY_SNAPSHOT). */
class Driver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file);
  } catch (error) {
    throw folderFault(dirname(file), error);
  }
}

/** @param isLasting whether what is written must outlive a machine that loses its power */
export function connect(file: string, isLasting = true): Database {
  const sqlite = open(file);
  try {
    sqlite.exec("PRAGMA busy_timeout = 5000");
    refuseAnothers(sqlite, file);
    sqlite.exec(
      `PRAGMA synchronous = ${isLasting ? "FULL" : "OFF"}; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON`,
    );
  } catch (error) {
    sqlite.close();
    throw folderFault(dirname(file), error);
  }
  const opened = statSync(file);
  /** SQLite goes on writing to a file that nobody finds any more. */
  const notMoved = () => {
    const now = statSync(file, { throwIfNoEntry: false });
    if (now?.ino === opened.ino && now.dev === opened.dev) return;
    const what = now ? "is another than it was when the bot began" : "is not there any more";
    throw new MachineFault("gone", file, what, "; then start the bot anew");
  };
  return overSqlite(
    sqlite,
    (work) => {
      try {
        return work();
      } catch (error) {
        throw folderFault(dirname(file), error);
      }
    },
    notMoved,
  );
}

/**
 * @param saying does a piece of work with it, and throws what people understand
 * @param beforeWrite throws where nothing may be written
 */
export function overSqlite(sqlite: DatabaseSync, saying: <T>(work: () => T) => T, beforeWrite: () => void): Database {
  // Kysely asks for better-sqlite3's shape; node:sqlite has the same with the parameters spread.
  const statements = new Map<string, ReturnType<typeof statement>>();
  const statement = (text: string) => {
    const prepared = saying(() => sqlite.prepare(text));
    return {
      reader: prepared.columns().length > 0,
      all: (parameters: readonly unknown[]) => saying(() => prepared.all(...parameters.map(withoutSecrets))),
      run: (parameters: readonly unknown[]) =>
        saying(() => {
          if (text !== "rollback") beforeWrite();
          return prepared.run(...parameters.map(withoutSecrets));
        }),
      iterate: (parameters: readonly unknown[]) =>
        prepared.iterate(...parameters.map(withoutSecrets)) as IterableIterator<unknown>,
    };
  };
  const prepare = (text: string) => {
    const known = statements.get(text);
    if (known) return known;
    const made = statement(text);
    if (statements.size < 500) statements.set(text, made);
    return made;
  };
  return new Kysely<Tables>({ dialect: new Dialect({ database: { prepare, close: () => sqlite.close() } }) });
}

function withoutSecrets(value: unknown): SQLInputValue {
  return typeof value === "string" ? redacted(value) : (value as SQLInputValue);
}
