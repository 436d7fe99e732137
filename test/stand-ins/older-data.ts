/** Data as an older version left it: the tables of a step of SQLite's migrations, and none since. */
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { Kysely, SqliteDialect } from "kysely";
import { Migrator } from "kysely/migration";
import { SQLITE_MIGRATIONS } from "../../src/store/migrations/sqlite.ts";

/** @returns the file, to write to */
export async function olderData(directory: string, step: string): Promise<DatabaseSync> {
  const file = new DatabaseSync(join(directory, "coming-weeks.db"));
  const prepare = (text: string) => {
    const prepared = file.prepare(text);
    return {
      reader: prepared.columns().length > 0,
      all: (parameters: readonly unknown[]) => prepared.all(...(parameters as SQLInputValue[])),
      run: (parameters: readonly unknown[]) => prepared.run(...(parameters as SQLInputValue[])),
      iterate: (parameters: readonly unknown[]) => prepared.iterate(...(parameters as SQLInputValue[])),
    };
  };
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: { prepare, close: () => undefined } }) });
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => SQLITE_MIGRATIONS } }).migrateTo(
    step,
  );
  if (error) throw error;
  return file;
}

/** A look as it stood until 0011. */
export interface OlderLook {
  id: string;
  watch: string;
  source: string;
  at: string;
  outcome: string;
  problem?: string;
  detail?: string;
  status?: number;
  bytes?: number;
  capture?: string;
  changes?: string;
}

export function addLooks(file: DatabaseSync, looks: readonly OlderLook[]): void {
  const insert = file.prepare("INSERT INTO check_record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  file.exec("BEGIN");
  for (const { id, watch, source, at, outcome, problem, detail, status, bytes, capture, changes } of looks)
    insert.run(
      ...[id, watch, source, at, outcome, problem ?? null, detail ?? null, status ?? null, bytes ?? 0, 150],
      ...[capture ?? null, changes ?? null],
    );
  file.exec("COMMIT");
}
