/** Who has a data folder for themselves, to write there; and how others wait for them. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { folderFault } from "./folder.ts";
import { StoreError } from "./migrations/migrate.ts";

/** Of whoever writes there. */
export const LOCK_FILE = "lock.db";

/** Stands in the data folder for as long as somebody writes there: one that is found was left by one that had no time to end. */
const RUNNING = "running";
/** What it says of one that will soon be done. */
const BRIEFLY = "briefly";
/** Such a one is waited for. */
const PATIENCE_MS = 10_000;
const TRIED_EVERY_MS = 50;

/** SQLite's result code (https://www.sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;

/** Another process has the folder. */
export class InUse extends StoreError {
  /** Whether that will soon be done with it: a command, and not a bot that runs. */
  readonly isBrief: boolean;

  constructor(directory: string, isBrief: boolean) {
    super(
      `${directory}: another coming-weeks is already running on this data; stop it first, or give another folder with --data`,
    );
    this.isBrief = isBrief;
  }
}

export interface Hold {
  /** Whether whoever had it before had no time to end. */
  wasCutOff: boolean;
  /** @param isClean whether the one who had it ends as it should */
  release(isClean: boolean): void;
}

/**
 * Takes a data folder, and waits a little for one who will soon be done with it.
 * @param isBrief whether this one will be
 * @throws {InUse} {MachineFault}
 */
export async function hold(directory: string, isBrief: boolean): Promise<Hold> {
  const letGo = await lockInTime(directory);
  const running = join(directory, RUNNING);
  try {
    const wasCutOff = existsSync(running);
    writeFileSync(running, isBrief ? BRIEFLY : "");
    const release = (isClean: boolean) => {
      if (isClean) rmSync(running, { force: true });
      letGo();
    };
    return { wasCutOff, release };
  } catch (error) {
    letGo();
    throw folderFault(directory, error);
  }
}

async function lockInTime(directory: string): Promise<() => void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return lock(directory);
    } catch (error) {
      if (!(error instanceof InUse) || !error.isBrief || performance.now() > until) throw error;
    }
    await wait(TRIED_EVERY_MS);
  }
}

/**
 * An exclusive lock on a small file of its own. The operating system gives it up when the process ends, however it ends.
 * @throws {InUse} {MachineFault}
 */
export function lock(directory: string): () => void {
  let holder: DatabaseSync | undefined;
  try {
    holder = new DatabaseSync(join(directory, LOCK_FILE));
    holder.exec("PRAGMA journal_mode = DELETE; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
  } catch (error) {
    holder?.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw folderFault(directory, error);
    throw new InUse(directory, isHeldBriefly(directory));
  }
  return () => holder.close();
}

/** Whether another has the lock, where this process may read it and no more. */
export function heldElsewhere(directory: string): boolean {
  let reader: DatabaseSync | undefined;
  try {
    reader = new DatabaseSync(join(directory, LOCK_FILE), { readOnly: true });
    reader.exec("PRAGMA busy_timeout = 0; SELECT 1 FROM sqlite_master");
    return false;
  } catch (error) {
    return (error as { errcode?: number }).errcode === SQLITE_BUSY;
  } finally {
    reader?.close();
  }
}

/** Who has just taken it, or is about to let go, has not said anything. */
function isHeldBriefly(directory: string): boolean {
  try {
    return readFileSync(join(directory, RUNNING), "utf8") === BRIEFLY;
  } catch {
    return true;
  }
}
