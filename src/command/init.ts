/** `init`: the settings and watches that ship, copied into a folder of one's own, to be changed there. */
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { makeUsual } from "../config/file-modes.ts";
import { SETTINGS_FILE } from "../config/files.ts";
import { OWN_FOLDER, SHIPPED } from "../config/shipped.ts";
import { machineFault } from "../language/machine-fault.ts";
import { UsageError } from "../language/plain-error.ts";

/** What is a person's to change, and what tells how; the record of promises stays with the program. */
const PARTS = [SETTINGS_FILE, "watches", "schema", "track-record/README.md"];
const FOLDERS = ["watches", "schema", "track-record"];

/** @throws {UsageError} where a config stands there already */
export async function makeConfig({ arguments: [folder = OWN_FOLDER] }: { arguments: string[] }): Promise<number> {
  if (existsSync(join(folder, SETTINGS_FILE)))
    throw new UsageError(`${folder}: holds a ${SETTINGS_FILE} already; name another folder, or change that`);
  try {
    for (const part of PARTS) cpSync(join(SHIPPED, part), join(folder, part), { recursive: true, force: false });
    // The config is its person's, whoever may read the data.
    for (const made of [folder, ...FOLDERS.map((part) => join(folder, part))]) makeUsual(made, "folder");
  } catch (error) {
    throw machineFault(error, folder) ?? error;
  }
  process.stdout.write(
    `Written: ${join(folder, SETTINGS_FILE)}, with the watches beside it. Put your contact there: it is sent with every request.\n`,
  );
  return 0;
}
