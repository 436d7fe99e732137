/**
 * Who may read what the process makes: what is in the data folder is for the bot's own user alone, unless the settings say otherwise. It is
 * the whole process that has a mask, so that no database, log or archive is made without it.
 */
import { chmodSync } from "node:fs";

export const DATA_ACCESS = ["owner", "group", "everyone"] as const;
export type DataAccess = (typeof DATA_ACCESS)[number];

/** What is taken from others: of a folder 0700, 0750, 0755 is left, of a file 0600, 0640, 0644. */
const MASKS: Readonly<Record<DataAccess, number>> = { owner: 0o077, group: 0o027, everyone: 0o022 };

/** The mask that the process was begun with. */
let usual: number | undefined;

/** From here on, what is made in this process may be read by these. */
export function keepTo(access: DataAccess): void {
  const before = process.umask(MASKS[access]);
  usual ??= before;
}

/** Gives what is made for people, outside the data folder, the mode that any other program would give it. */
export function makeUsual(path: string, kind: "file" | "folder" = "file"): void {
  if (usual !== undefined) chmodSync(path, (kind === "file" ? 0o666 : 0o777) & ~usual);
}

/** What others may do with a file or folder that they should not. @param mode as `stat` gives it @returns the bits; 0 where all is well */
export function tooOpen(mode: number, access: DataAccess): number {
  return mode & 0o777 & MASKS[access];
}
