/** YAML and environment → typed config. Every fault of every file is collected, so that one run shows them all. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { Watch } from "../watch/watch.ts";
import { ConfigError, shownPath } from "./fault.ts";
import { placeFaults } from "./places.ts";
import { readSecrets, type Secrets } from "./secrets.ts";
import { type Settings, settingsSchema } from "./settings.ts";
import { watchSchema } from "./watch.ts";
import { parseYaml } from "./yaml.ts";

export interface Config {
  settings: Settings;
  watches: Watch[];
  /** The folder for the bot's data, absolute. */
  dataDirectory: string;
  secrets: Secrets;
  /** By which name this process is known among those that share a database. */
  worker: string;
  /** The files as they were read: name → text. They go into the archive, so that it can be replayed by itself. */
  files: Record<string, string>;
}

export interface Overrides {
  data?: string | undefined;
  origins?: Record<string, string>;
  listen?: { host: string; port: number } | undefined;
  logLevel?: string | undefined;
}

/**
 * Reads coming-weeks.yaml and every watch beside it.
 * @throws {ConfigError} with all faults of all files
 */
export function loadConfig(file: string, environment: NodeJS.ProcessEnv, overrides: Overrides = {}): Config {
  const faults: string[] = [];
  const files: Record<string, string> = {};
  const text = readText(file, faults);
  const settings = text === undefined ? undefined : parseYaml(shownPath(file), text, settingsSchema, faults);
  if (text !== undefined) files[SETTINGS_FILE] = text;
  const watches: Watch[] = [];
  const origins = new Map<string, string>();
  // Settings with a fault still tell where the watches are likely to be, so that their faults are told as well.
  const folder = resolve(dirname(file), settings?.watches ?? "watches");
  for (const path of existsSync(file) ? watchFiles(folder, faults) : []) {
    const watch = readWatch(path, faults, (text) => {
      files[`${WATCHES}${basename(path)}`] = text;
    });
    if (!watch) continue;
    const other = origins.get(watch.id);
    if (other)
      faults.push(
        `${shownPath(path)}: id: "${watch.id}" is that of ${shownPath(other)} as well; give each its own \`id\``,
      );
    origins.set(watch.id, path);
    watches.push(watch);
  }
  const secrets = readSecrets(environment, settings, faults);
  if (settings) faults.push(...placeFaults(settings, watches, secrets).map((fault) => `${shownPath(file)}: ${fault}`));
  if (settings?.archive.save_page_now && !secrets.waybackAccessKey)
    faults.push(
      `${shownPath(file)}: archive.save_page_now: needs WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY in the environment; set them, or write false`,
    );
  const worker = workerName(environment, faults);
  if (!settings || faults.length > 0) throw new ConfigError(faults);
  override(settings, overrides);
  const data = overrides.data ?? environment.COMING_WEEKS_DATA;
  const dataDirectory = data ? resolve(data) : resolve(dirname(file), settings.data);
  return { settings, watches, dataDirectory, secrets, worker, files };
}

/**
 * The settings alone, with the folder that their watches stand in: for somebody who has no watch yet.
 * @throws {ConfigError}
 */
export function loadSettings(file: string, overrides: Overrides = {}): { settings: Settings; folder: string } {
  const faults: string[] = [];
  const text = readText(file, faults);
  const settings = text === undefined ? undefined : parseYaml(shownPath(file), text, settingsSchema, faults);
  if (!settings) throw new ConfigError(faults);
  override(settings, overrides);
  return { settings, folder: resolve(dirname(file), settings.watches) };
}

function override(settings: Settings, { origins, listen, logLevel }: Overrides): void {
  if (origins) settings.fetch.origins = { ...settings.fetch.origins, ...origins };
  if (listen) settings.web = { ...settings.web, ...listen };
  if (logLevel) settings.log.level = logLevel as Settings["log"]["level"];
}

/** Its archive's files bear it: it is as short and plain as they need. */
function workerName({ WORKER_NAME: given }: NodeJS.ProcessEnv, faults: string[]): string {
  if (given && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(given))
    faults.push("WORKER_NAME: must be of small letters, digits and hyphens, 40 at the most");
  const usual = hostname()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  return given || usual.replaceAll(/^-+|-+$/g, "").slice(0, 40) || "worker";
}

/** Reads one watch; faults are added to the list, and undefined comes back. */
export function readWatch(file: string, faults: string[], onText?: (text: string) => void): Watch | undefined {
  const text = readText(file, faults);
  if (text === undefined) return undefined;
  onText?.(text);
  return parseWatch(shownPath(file), text, faults);
}

/**
 * The config that an archive holds, without secrets.
 * @param files name → text, as `Config.files` has them
 * @param place where they come from, for the faults
 * @throws {ConfigError}
 */
export function configFromFiles(files: Record<string, string>, place: string): Pick<Config, "settings" | "watches"> {
  const faults: string[] = [];
  const settings = parseYaml(`${place}: ${SETTINGS_FILE}`, files[SETTINGS_FILE] ?? "", settingsSchema, faults);
  const watches = Object.keys(files)
    .filter((name) => name.startsWith(WATCHES))
    .sort()
    .flatMap((name) => parseWatch(`${place}: ${name}`, files[name] ?? "", faults) ?? []);
  if (!settings || faults.length > 0) throw new ConfigError(faults);
  return { settings, watches };
}

const SETTINGS_FILE = "coming-weeks.yaml";
const WATCHES = "watches/";

/** A watch, from its text. @param shown what its file is called, in faults and where it says no `id` */
export function parseWatch(shown: string, text: string, faults: string[]): Watch | undefined {
  const watch = parseYaml(shown, text, watchSchema, faults);
  return watch && { ...watch, id: watch.id ?? basename(shown).replace(/\.ya?ml$/, "") };
}

function readText(file: string, faults: string[]): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    faults.push(
      `${shownPath(file)}: cannot be read (${(error as NodeJS.ErrnoException).code ?? error}); give an existing file`,
    );
    return undefined;
  }
}

function watchFiles(folder: string, faults: string[]): string[] {
  try {
    const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name) && !name.startsWith("."));
    if (files.length === 0) faults.push(`${shownPath(folder)}: holds no watch; add at least one .yaml file`);
    return files.sort().map((name) => join(folder, name));
  } catch {
    faults.push(
      `${shownPath(folder)}: is not a folder that can be read; \`watches\` must name the folder with the watch files`,
    );
    return [];
  }
}
