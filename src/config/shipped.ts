/** The settings and watches that ship with the program, and where a person's own are looked for. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { SETTINGS_FILE } from "./files.ts";

/** What ships stands beside the code, as it is written and as it is compiled. */
const HOUSE = new URL("../../", import.meta.url);

/** The folder of what ships: settings, watches, the record. */
export const SHIPPED = fileURLToPath(new URL("config/", HOUSE));
export const SHIPPED_SETTINGS = resolve(SHIPPED, SETTINGS_FILE);

/** Where a person's own are, seen from the folder that a command is called in. */
export const OWN_FOLDER = "config";
const OWN_SETTINGS = `${OWN_FOLDER}/${SETTINGS_FILE}`;

/** Whether npm installed the program: what stands there is npm's, and the next version replaces it. */
const isInstalled = HOUSE.pathname.includes("/node_modules/");

/** The settings that hold where none are named: a person's own; of an installed program, those that ship where there are none. */
export function usualSettings(): string {
  return isInstalled && !existsSync(OWN_SETTINGS) ? SHIPPED_SETTINGS : OWN_SETTINGS;
}

/** Whether settings are only lent: nothing is written beside them. `init` makes a copy to change. */
export function areLent(settingsFile: string): boolean {
  return isInstalled && resolve(settingsFile) === SHIPPED_SETTINGS;
}
