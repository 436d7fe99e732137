/** The files that a config is made of: found and read. What they say is not looked at here. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { machinesOwn } from "../language/machine-fault.ts";
import { shownPath } from "./fault.ts";

/** The settings, in the folder of a config. */
export const SETTINGS_FILE = "coming-weeks.yaml";

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
    const found = statSync(file);
    // What is no file may have no end: reading it would hold up everything.
    if (!found.isFile() && !found.isDirectory()) {
      faults.push(`${shownPath(file)}: is a device or a pipe; give a file`);
      return undefined;
    }
    return { place: shownPath(file), name: basename(file), text: readFileSync(file, "utf8") };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const machines = machinesOwn(error, shownPath(file));
    faults.push(
      code === "EISDIR"
        ? `${shownPath(file)}: is a folder; give a file`
        : (machines?.message ?? `${shownPath(file)}: cannot be read (${code ?? error}); give an existing file`),
    );
    return undefined;
  }
}

/**
 * Changes whenever somebody writes to the files of a config, adds one or takes one away. Asked for again and again rather than waited for:
 * not every folder that is mounted into a container tells of changes.
 * @returns by file
 */
export async function marksOf(
  settingsFile: string,
  folder: string,
  others: readonly string[] = [],
): Promise<Map<string, string>> {
  const marks = [settingsFile, ...(watchFiles(folder)?.named ?? []), ...others].map(async (file) => {
    // Who writes may set the time of that back (rsync --times, touch -r), and not the time at which they did.
    const { mtimeNs, ctimeNs, size, ino } = (await stat(file, { bigint: true }).catch(() => undefined)) ?? {};
    return [file, `${mtimeNs} ${ctimeNs} ${size} ${ino}`] as const;
  });
  return new Map(await Promise.all(marks));
}

/** @param watches as the settings name it @returns absolute */
export function watchFolder(settingsFile: string, watches = "watches"): string {
  return resolve(dirname(settingsFile), watches);
}

export interface InFolder {
  /** The files of watches, in their order. */
  named: string[];
  /** What looks like one, and is not read. */
  unread: string[];
}

/** Where watches are put that are not watched any more (upkeep/save.ts). */
export const ASIDE = "archived";
const IS_WATCH = /\.ya?ml$/;
/** As an editor or a person leaves it behind, or as another program would write it. */
const LOOKS_LIKE_WATCH = /\.ya?ml|\.json$/i;

/**
 * Hidden files are nobody's; a folder is another's, unless it holds what looks like a watch.
 * @returns undefined when it is not a folder that can be read
 */
export function watchFiles(folder: string): InFolder | undefined {
  try {
    const there = readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith(".") && name !== ASIDE)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const named = there.filter((entry) => IS_WATCH.test(entry.name) && !entry.isDirectory());
    const unread = there.filter(
      (entry) =>
        !named.includes(entry) &&
        (entry.isDirectory()
          ? readdirSync(join(folder, entry.name)).some((name) => IS_WATCH.test(name))
          : LOOKS_LIKE_WATCH.test(entry.name)),
    );
    const paths = (entries: readonly { name: string }[]) => entries.map(({ name }) => join(folder, name));
    return { named: paths(named), unread: paths(unread) };
  } catch {
    return undefined;
  }
}
