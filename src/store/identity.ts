/** Who a process is among those that share a database: the name it was given, and the folder that its archive is in. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderFault, makeFolder } from "./folder.ts";
import { lock } from "./holding.ts";

const FILE = "worker";

/**
 * Keeps every other process out of the folder until it is let go.
 * @param name that people gave it; several may have the same
 * @returns the name that its archive's files bear, which stays the folder's own, also where a container's next has another: nobody else's do,
 * not even when the folder is lost and another begun
 * @throws {StoreError} when another process has the folder, or it cannot be used
 */
export function identify(directory: string, name: string): { worker: string; release: () => void } {
  makeFolder(directory);
  const release = lock(directory);
  try {
    return { worker: workerIn(directory) ?? begin(directory, name), release };
  } catch (error) {
    release();
    throw folderFault(directory, error);
  }
}

/** The same name, of a folder that a process has or had; undefined where none ever had it. */
export function workerIn(directory: string): string | undefined {
  const file = join(directory, FILE);
  return existsSync(file) ? readFileSync(file, "utf8").trim() || undefined : undefined;
}

function begin(directory: string, name: string): string {
  const worker = `${name}-${randomBytes(3).toString("hex")}`;
  writeFileSync(join(directory, FILE), `${worker}\n`);
  return worker;
}
