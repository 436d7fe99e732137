/** Who a process is among those that share a database: the name it was given, and the folder that its archive is in. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lock } from "./sqlite.ts";

const FILE = "worker-id";

/**
 * Keeps every other process out of the folder until it is let go.
 * @param name that people gave it; several may have the same
 * @returns the name that its archive's files bear: nobody else's do, not even when the folder is lost and another begun
 * @throws {StoreError} when another process has the folder
 */
export function identify(directory: string, name: string): { worker: string; release: () => void } {
  mkdirSync(directory, { recursive: true });
  const release = lock(directory);
  const file = join(directory, FILE);
  try {
    return { worker: `${name}-${idIn(file)}`, release };
  } catch (error) {
    release();
    throw error;
  }
}

function idIn(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    const id = randomBytes(3).toString("hex");
    writeFileSync(file, `${id}\n`);
    return id;
  }
}
