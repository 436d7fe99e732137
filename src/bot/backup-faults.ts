/** Whose fault it is that no backup is made: that of what is read, or of where it is written. */
import { closeSync, ftruncateSync, openSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { MachineFault, machineFault } from "../language/machine-fault.ts";
import { PlainError } from "../language/plain-error.ts";

/** Does what reads data. @param place that is read, where the error names none @throws {PlainError} about that, and nothing else */
export async function reading<T>(place: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw readingFault(place, error);
  }
}

export function readingFault(place: string, error: unknown): unknown {
  if (error instanceof PlainError) return error;
  const where = (error as NodeJS.ErrnoException).path ?? place;
  const fault = machineFault(error, where);
  return fault?.kind === "refused"
    ? new PlainError(`${where}: may not be read by this user; back up as the user that the bot runs as`)
    : (fault ?? error);
}

/** @throws {PlainError} where there is no folder for the file */
export function refuseNoFolder(file: string): void {
  const folder = dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new PlainError(`${file}: there is no folder ${folder}; make it, or name another file`);
}

/** @param file that was to be written @param error met while it was */
export function writingFault(file: string, error: unknown): unknown {
  if (error instanceof PlainError) return error;
  if ((error as NodeJS.ErrnoException).code === "ENOENT")
    return new PlainError(`${file}: there is no folder ${dirname(file)}; make it, or name another file`);
  return machineFault(error, file) ?? error;
}

/** As much as SQLite writes at once, and more. */
const TRIAL_BYTES = 64 * 1024;

/**
 * SQLite copies in one step, and says neither which side failed nor always how: so what it could not do is tried where it was to write.
 * @param database that is copied @param copy where to @param file that people named
 */
export function copyingFault(
  database: string,
  { copy, file }: { copy: string; file: string },
  error: unknown,
): unknown {
  const fault = machineFault(error, database);
  if (error instanceof PlainError || !fault || fault.kind === "damaged" || fault.kind === "held") return fault ?? error;
  return tried(database, copy, file) ?? (fault.kind === "full" ? new MachineFault("full", file) : fault);
}

/** What the system has against a file as large as the database; undefined where nothing. */
function tried(database: string, copy: string, file: string): MachineFault | undefined {
  let opened: number | undefined;
  try {
    const { size } = statSync(database);
    opened = openSync(copy, "w", 0o600);
    // A limit of the size is met without what it would take to fill it.
    ftruncateSync(opened, size);
    writeSync(opened, Buffer.alloc(TRIAL_BYTES), 0, TRIAL_BYTES, size);
    return undefined;
  } catch (error) {
    return machineFault(error, file);
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}
