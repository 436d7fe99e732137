/** The files that a config is made of: found and read. What they say is not looked at here. */
import { readdirSync, readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { shownPath } from "./fault.ts";

/** A text that a person wrote. */
export interface Written {
  /** What faults in it are said of: a path, or else where it stands. */
  place: string;
  /** As of a file in the folder of the watches. */
  name: string;
  text: string;
}

/** Reads one; a fault is added to the list where it cannot be. */
export function readWritten(file: string, faults: string[]): Written | undefined {
  try {
    return { place: shownPath(file), name: basename(file), text: readFileSync(file, "utf8") };
  } catch (error) {
    faults.push(
      `${shownPath(file)}: cannot be read (${(error as NodeJS.ErrnoException).code ?? error}); give an existing file`,
    );
    return undefined;
  }
}

/**
 * Changes whenever somebody writes to the files of a config, adds one or takes one away. Asked for again and again rather than waited for:
 * not every folder that is mounted into a container tells of changes.
 */
export async function markOf(settingsFile: string, folder: string): Promise<string> {
  const marks = [settingsFile, ...(watchFiles(folder) ?? [])].map(async (file) => {
    const { mtimeNs, size, ino } = (await stat(file, { bigint: true }).catch(() => undefined)) ?? {};
    return `${file} ${mtimeNs} ${size} ${ino}`;
  });
  return (await Promise.all(marks)).join("\n");
}

/** @param watches as the settings name it @returns absolute */
export function watchFolder(settingsFile: string, watches = "watches"): string {
  return resolve(dirname(settingsFile), watches);
}

/** The files of watches in a folder, in their order. @returns undefined when it is not a folder that can be read */
export function watchFiles(folder: string): string[] | undefined {
  try {
    const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name) && !name.startsWith("."));
    return files.sort().map((name) => join(folder, name));
  } catch {
    return undefined;
  }
}
