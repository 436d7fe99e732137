/**
 * The data of a bot that begins where nothing can be written: what was written before is read, nothing is written, and whoever tries hears
 * why not. Where nothing was ever written, nothing is known.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { ARCHIVE_FOLDER } from "../archive/file-names.ts";
import { MachineFault, type MachineFaultKind, machineFault } from "../language/machine-fault.ts";
import { overSqlite, refuseAnothers } from "./connection.ts";
import { folderFault, whatTheSystemSays } from "./folder.ts";
import { heldElsewhere, InUse, lock } from "./holding.ts";
import { isBehind, migrate } from "./migrations/migrate.ts";
import { SQLITE_MIGRATIONS } from "./migrations/sqlite.ts";
import { DATABASE_FILE, notLost, openSqlite } from "./sqlite.ts";
import type { Database } from "./tables.ts";
import { tryWriting } from "./trial.ts";

/** What may pass by itself, or be mended beside a bot that goes on: nothing is known to be wrong with what was written. */
const PASSING: readonly MachineFaultKind[] = [
  ...(["full", "limited", "read-only", "refused", "too-many-files", "failing", "memory"] as const),
];

export interface Unwritable {
  database: Database;
  /** Opens the data as a bot does, writes and lets go of it again. @throws {MachineFault} where it cannot; {InUse} */
  trial: () => Promise<void>;
  release: () => void;
}

/**
 * Opens the data to read it.
 * @param fault that kept it from being opened to write
 * @throws {MachineFault} the fault, where nothing can be read either; {InUse} where another has it
 */
export async function openUnwritable(directory: string, fault: MachineFault): Promise<Unwritable> {
  if (!PASSING.includes(fault.kind)) throw fault;
  let letGo = holdIfPossible(directory);
  const release = () => letGo();
  try {
    const database = await toRead(directory, fault);
    const trial = async () => {
      letGo();
      letGo = NOTHING;
      const opened = await openSqlite(directory, { isBrief: true });
      try {
        await tryWriting(opened.database);
        // What is written down is archived first.
        const archive = join(directory, ARCHIVE_FOLDER);
        const refusal = existsSync(archive) ? whatTheSystemSays(archive) : undefined;
        if (refusal) throw refusal;
      } finally {
        await opened.database.destroy();
        opened.release();
        letGo = holdIfPossible(directory);
      }
    };
    return { database, trial, release };
  } catch (error) {
    release();
    throw error;
  }
}

const NOTHING = () => undefined;

/** A lock that cannot be had for the same reason is looked at: whoever has it goes on writing there. @throws {InUse} */
function holdIfPossible(directory: string): () => void {
  try {
    return lock(directory);
  } catch (error) {
    if (error instanceof InUse || !(error instanceof MachineFault)) throw error;
    if (heldElsewhere(directory)) throw new InUse(directory, false);
    return NOTHING;
  }
}

async function toRead(directory: string, fault: MachineFault): Promise<Database> {
  const file = join(directory, DATABASE_FILE);
  const saying = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw folderFault(directory, error);
    }
  };
  let isForReading = false;
  const refuse = () => {
    if (isForReading) throw fault;
  };
  notLost(directory);
  const isThere = saying(() => statSync(file, { throwIfNoEntry: false })) !== undefined;
  const sqlite = isThere ? readable(file, fault) : new DatabaseSync(":memory:");
  try {
    if (isThere) refuseAnothers(sqlite, file);
    const database = overSqlite(sqlite, saying, refuse);
    if (!isThere) await migrate(database, SQLITE_MIGRATIONS, { elsewhere: "", why: String });
    // What an older version wrote cannot be brought up to date.
    else if (await isBehind(database, SQLITE_MIGRATIONS)) throw fault;
    isForReading = true;
    sqlite.exec("PRAGMA query_only = ON");
    return database;
  } catch (error) {
    sqlite.close();
    throw folderFault(directory, error);
  }
}

/** SQLite makes files beside a database even to read it (https://www.sqlite.org/wal.html#readonly), but in these ways. @throws {MachineFault} */
function readable(file: string, fault: MachineFault): DatabaseSync {
  for (const way of statSync(`${file}-wal`, { throwIfNoEntry: false })?.size
    ? [inMemoryOfItsOwn, copied]
    : [unchanging])
    try {
      const sqlite = way(file);
      // Whether it can be read is known when it was.
      sqlite.prepare("SELECT 1 FROM sqlite_master").get();
      return sqlite;
    } catch (error) {
      const found = machineFault(error, file);
      if (found?.kind === "damaged") throw found;
      // The next way may do.
    }
  throw fault;
}

/** Whoever was there before ended properly: the file is all there is. */
function unchanging(file: string): DatabaseSync {
  const address = pathToFileURL(file);
  address.searchParams.set("immutable", "1");
  return new DatabaseSync(address, { readOnly: true });
}

/** The index of the log is held in memory by one who has the database alone: a full disk does not keep it from that. */
function inMemoryOfItsOwn(file: string): DatabaseSync {
  const sqlite = new DatabaseSync(file);
  try {
    sqlite.exec("PRAGMA locking_mode = EXCLUSIVE; SELECT 1 FROM sqlite_master");
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** A folder that takes no writes is no reason not to read its log elsewhere. */
function copied(file: string): DatabaseSync {
  const place = mkdtempSync(join(tmpdir(), "coming-weeks-reading-"));
  try {
    for (const suffix of ["", "-wal"])
      if (existsSync(`${file}${suffix}`)) copyFileSync(`${file}${suffix}`, join(place, `${DATABASE_FILE}${suffix}`));
    const sqlite = new DatabaseSync(join(place, DATABASE_FILE));
    // It is read as it is open: nobody else is to find it, or to be left with it.
    sqlite.exec("PRAGMA locking_mode = EXCLUSIVE; SELECT 1 FROM sqlite_master");
    return sqlite;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
