/** The folder that a bot keeps its data in: found, made, and what is wrong with it in a sentence. */
import { mkdirSync, type Stats, statSync } from "node:fs";
import { dirname } from "node:path";
import { StoreError } from "./migrations/migrate.ts";

/**
 * Whether the folder is there.
 * @throws {StoreError} when it could not be made either: a path with a slip in it; or when it is no folder
 */
export function hasFolder(directory: string): boolean {
  if (isFolder(directory)) return true;
  if (isFolder(dirname(directory))) return false;
  throw new StoreError(
    `${directory}: there is no folder ${dirname(directory)} for it; check the path (--data, COMING_WEEKS_DATA, or \`data\` in the settings)`,
  );
}

/** Makes it where it is not there, but not what it is to stand in. @throws {StoreError} */
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

const REFUSED = new Set(["EACCES", "EPERM", "EROFS"]);
/** READONLY, CANTOPEN: SQLite's result codes (https://www.sqlite.org/rescode.html). */
const SQLITE_REFUSED = new Set([8, 14]);
/** CORRUPT, NOTADB. */
const SQLITE_DAMAGED = new Set([11, 26]);

/** What Node or SQLite says of the folder, as a sentence; whatever has nothing to do with it as it stands. */
export function folderFault(directory: string, error: unknown): unknown {
  const { code = "", errcode = 0 } = error as { code?: string; errcode?: number };
  // The low byte is the code, the rest says more of it.
  const result = errcode & 0xff;
  if (SQLITE_DAMAGED.has(result))
    return new StoreError(
      `${directory}: what is kept there is damaged, or no data of coming-weeks; run \`recover\`, which makes it anew from the archive, or put back a backup with \`restore\``,
    );
  if (!REFUSED.has(code) && !SQLITE_REFUSED.has(result)) return error;
  return new StoreError(
    `${directory} takes no writes; ${code === "EROFS" ? "it is mounted read-only: mount it for writing" : advice(directory)}`,
  );
}

/** A folder that a container is given belongs to root, unless somebody says otherwise. */
function advice(directory: string): string {
  const user = process.getuid?.();
  const right = "give the bot's user the right to write there";
  try {
    const { uid } = statSync(directory, { throwIfNoEntry: false }) ?? statSync(dirname(directory));
    return user === undefined || uid === user
      ? right
      : `${right} (it belongs to user ${uid}, and this is user ${user}: chown -R ${user} ${directory})`;
  } catch {
    return right;
  }
}
