/** The folder that a bot keeps its data in: found, made, and what is wrong with it in a sentence. */
import { closeSync, existsSync, mkdirSync, openSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { MachineFault, machineFault } from "../language/machine-fault.ts";
import { StoreError } from "./migrations/migrate.ts";

/**
 * Whether the folder is there.
 * @throws {StoreError} when it could not be made either: a path with a slip in it; or when it is no folder
 * @throws {MachineFault} when the system does not say
 */
export function hasFolder(directory: string): boolean {
  if (isFolder(directory)) return true;
  if (isFolder(dirname(directory))) return false;
  throw new StoreError(
    `${directory}: there is no folder ${dirname(directory)} for it; check the path (--data, COMING_WEEKS_DATA, or \`data\` in the settings)`,
  );
}

/** Makes it where it is not there, but not what it is to stand in. @throws {StoreError} {MachineFault} */
export function makeFolder(directory: string): void {
  if (hasFolder(directory)) return;
  try {
    mkdirSync(directory);
  } catch (error) {
    // What it is to stand in is there, and takes none: so says Linux of /proc.
    const { code } = error as NodeJS.ErrnoException;
    throw folderFault(directory, code === "ENOENT" ? { code: "EACCES" } : error);
  }
}

function isFolder(path: string): boolean {
  const found = statusOf(path);
  if (found && !found.isDirectory()) throw new StoreError(`${path}: is not a folder; give one with --data`);
  return found !== undefined;
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw folderFault(path, error);
  }
}

/** What the system or SQLite says of the folder, as a sentence; whatever has nothing to do with it as it stands. */
export function folderFault(directory: string, error: unknown): unknown {
  const { errcode } = error as { errcode?: number };
  const isVague = errcode !== undefined && VAGUE.has(errcode & 0xff);
  const fault = (isVague && whatTheSystemSays(directory)) || machineFault(error, directory);
  if (fault?.kind === "refused") return new MachineFault("refused", directory, undefined, ownerOf(directory));
  return fault ?? error;
}

/** PERM, READONLY, IOERR, CANTOPEN: so SQLite calls a full disk, a folder without rights and too many open files alike. */
const VAGUE = new Set([3, 8, 10, 14]);
/** What SQLite has open, and keeps beside it. */
const FILES = ["coming-weeks.db", "coming-weeks.db-wal", "coming-weeks.db-shm", "lock.db"];

/** As much as SQLite asks for at once, and more (https://www.sqlite.org/walformat.html: 32 kB of shared memory). */
const TRIAL_BYTES = 64 * 1024;

/** Tries what SQLite could not do, with as many files open at once. Undefined where the system has nothing against it. */
export function whatTheSystemSays(directory: string): MachineFault | undefined {
  const trial = join(directory, `.trial-${process.pid}`);
  const opened: number[] = [];
  let place = directory;
  try {
    for (const file of FILES.map((name) => join(directory, name))) {
      const isThere = existsSync(file);
      place = isThere ? file : directory;
      opened.push(isThere ? openSync(file, "r+") : openSync(directory, "r"));
    }
    place = directory;
    writeFileSync(trial, Buffer.alloc(TRIAL_BYTES), { flush: true });
    return undefined;
  } catch (error) {
    return machineFault(error, place);
  } finally {
    for (const descriptor of opened) closeSync(descriptor);
    if (existsSync(trial)) rmSync(trial, { force: true });
  }
}

/** A folder that a container is given belongs to root, unless somebody says otherwise. */
function ownerOf(directory: string): string {
  const user = process.getuid?.();
  try {
    const { uid } = statSync(directory, { throwIfNoEntry: false }) ?? statSync(dirname(directory));
    return user === undefined || uid === user
      ? ""
      : ` (it belongs to user ${uid}, and this is user ${user}: chown -R ${user} ${directory})`;
  } catch {
    return "";
  }
}
