/** The SQLite file that the tables live in: opened for one writer, and beside it. */
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { backup } from "node:sqlite";
import { ARCHIVE_FOLDER } from "../archive/file-names.ts";
import { archiveFiles } from "../archive/files.ts";
import { MachineFault, machineFault } from "../language/machine-fault.ts";
import { connect, open, refuseAnothers } from "./connection.ts";
import { folderFault, hasFolder, makeFolder } from "./folder.ts";
import { hold, InUse } from "./holding.ts";
import { isBehind, migrate, StoreError } from "./migrations/migrate.ts";
import { SQLITE_MIGRATIONS } from "./migrations/sqlite.ts";
import type { Database } from "./tables.ts";

/** In the data folder. */
export const DATABASE_FILE = "coming-weeks.db";
/** How it is opened. */
export interface Opening {
  /** Whether what is written must outlive a machine that loses its power, and not the process alone; true by default. */
  isLasting?: boolean | undefined;
  /** Whether it is closed again within seconds, which others may wait for; false by default. */
  isBrief?: boolean | undefined;
}

/**
 * Opens the data for writing, and keeps every other writer out until it is closed.
 * @throws {InUse} when another process writes to it; {StoreError} when a newer version wrote it
 */
export async function openSqlite(
  directory: string,
  { isLasting = true, isBrief = false }: Opening = {},
): Promise<{ database: Database; release: () => void }> {
  makeFolder(directory);
  const { wasCutOff, release } = await hold(directory, isBrief);
  try {
    notLost(directory);
    // Whoever was cut off may have left half a page behind, on a disk that lies about what it wrote.
    if (wasCutOff) refuseDamaged(directory);
    const database = connect(join(directory, DATABASE_FILE), isLasting);
    await migrate(database, SQLITE_MIGRATIONS, {
      elsewhere: "another folder with --data",
      why: (error) => `the data cannot be brought up to date: ${error}`,
    });
    return { database, release: () => release(true) };
  } catch (error) {
    release(!wasCutOff);
    throw folderFault(directory, error);
  }
}

/** @throws {MachineFault} where the database is there, and damaged */
export function refuseDamaged(directory: string): void {
  const file = join(directory, DATABASE_FILE);
  const [damage] = existsSync(file) ? damagesOf(file) : [];
  if (damage) throw new MachineFault("damaged", file, `is damaged (${damage})`);
}

/**
 * Opens the data beside a running bot: to read, or to leave a decision. Undefined when there is none yet; nothing is made.
 * @throws {StoreError} when the bot that runs on it is of an older version, or the folder cannot be used
 */
export async function openSqliteBeside(directory: string): Promise<Database | undefined> {
  const file = join(directory, DATABASE_FILE);
  if (!hasFolder(directory)) return undefined;
  try {
    notLost(directory);
    if (!statSync(file, { throwIfNoEntry: false })) return undefined;
    const database = connect(file);
    if (!(await isBehind(database, SQLITE_MIGRATIONS))) return database;
    await database.destroy();
  } catch (error) {
    throw folderFault(directory, error);
  }
  // Of an older version: brought up to date where no bot holds it.
  const { database: current, release } = await openSqlite(directory, { isBrief: true }).catch((error) => {
    throw error instanceof InUse
      ? new StoreError(`${directory}: a bot of an older version is running on this data; restart it first`)
      : error;
  });
  release();
  return current;
}

/**
 * Copies the database as of one moment, beside a bot that goes on writing.
 * @param to the copy's path
 * @param explain makes what is met in copying, on either side, an error for people
 * @throws {MachineFault} {StoreError} when it cannot be opened
 */
export async function copySqlite(
  directory: string,
  to: string,
  explain: (error: unknown) => unknown = (error) => error,
): Promise<void> {
  const file = join(directory, DATABASE_FILE);
  const source = open(file);
  try {
    opened(() => refuseAnothers(source, file), directory);
    await backup(source, to).catch((error) => {
      throw explain(error);
    });
  } finally {
    source.close();
  }
}

function opened(look: () => void, directory: string): void {
  try {
    look();
  } catch (error) {
    throw folderFault(directory, error);
  }
}

/** A copy, to read it. */
export function openCopy(file: string): Database {
  return connect(file, false);
}

/**
 * What is damaged in it, a sentence each of SQLite's own; empty where it is whole.
 * @param file the database's path
 * @throws {MachineFault} when it cannot be looked at
 */
export function damagesOf(file: string): string[] {
  const database = open(file);
  try {
    const rows = database.prepare("PRAGMA integrity_check(20)").all() as { integrity_check: string }[];
    return rows.map((row) => row.integrity_check).filter((text) => text !== "ok");
  } catch (error) {
    // A folder without rights, a disk that is full: the database may be whole.
    if (machineFault(error, file)?.kind !== "damaged") throw folderFault(dirname(file), error);
    return [(error as Error).message];
  } finally {
    database.close();
  }
}

/**
 * SQLite makes an empty database where there is none: what a bot has seen would be gone without a word, and told anew.
 * @throws {MachineFault} where the archive is there and the database is not
 */
export function notLost(directory: string): void {
  const file = join(directory, DATABASE_FILE);
  if (statSync(file, { throwIfNoEntry: false })?.size) return;
  const archive = join(directory, ARCHIVE_FOLDER);
  if (archiveFiles(archive).length === 0) return;
  throw new MachineFault(
    "gone",
    file,
    "is not there, or empty, while the archive beside it is",
    `; \`recover\` makes it anew from the archive; to begin from nothing, move ${archive} away`,
  );
}
