/** Brings tables up to date, in whichever database they are. */
import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { machineFault } from "../../language/machine-fault.ts";
import { PlainError } from "../../language/plain-error.ts";
import type { Database } from "../tables.ts";

type Migrations = Readonly<Record<string, Migration>>;

/** Somebody else is writing to the same data, or the data is newer than this program. */
export class StoreError extends PlainError {}

/**
 * All steps that are missing, or none. Where several do it at once, one does and the others wait.
 * @param elsewhere where else an older version could begin anew, and why a step cannot be made, in words for people
 * @throws {StoreError} when the data is newer than the steps, or a step cannot be made; {MachineFault}; the database is closed then
 */
export async function migrate(
  database: Database,
  migrations: Migrations,
  { elsewhere, why }: { elsewhere: string; why: (error: unknown) => string },
): Promise<void> {
  const migrator = migratorOf(database, migrations);
  const applied = await migrator.getMigrations().catch(() => []);
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  await database.destroy();
  const fault = machineFault(error);
  if (fault) throw fault;
  const isNewer = applied.length <= Object.keys(migrations).length && String(error).includes("is missing");
  throw new StoreError(
    isNewer ? `the data was written by a newer version of coming-weeks; use that version, or ${elsewhere}` : why(error),
  );
}

/** Whether a step is missing. */
export async function isBehind(database: Database, migrations: Migrations): Promise<boolean> {
  const known = await migratorOf(database, migrations).getMigrations();
  return known.some(({ executedAt }) => executedAt === undefined);
}

function migratorOf(database: Database, migrations: Migrations): Migrator {
  return new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
}

export async function runAll(database: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}
