/** YAML and environment → typed config. Every fault of every file is collected, so that one run shows them all. */
import { readdirSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { Watch } from "../watch/watch.ts";
import { ConfigError, fieldName, shownPath } from "./fault.ts";
import { placeFaults } from "./places.ts";
import { readSecrets, type Secrets } from "./secrets.ts";
import { settingFaults } from "./sense.ts";
import { type Settings, settingsSchema } from "./settings.ts";
import { watchSchema } from "./watch.ts";
import { type FieldPath, parseYaml, type Read } from "./yaml.ts";

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

/** A config, and where in its files it says what. */
export interface ReadConfig {
  config: Config;
  /** Where a field of the settings stands, or of the watch of an id, for the beginning of a sentence. */
  place: (watch: string | undefined, path: FieldPath) => string;
  /** What stands among the watches, looks like one, and is not read. */
  unread: string[];
}

/**
 * Reads coming-weeks.yaml and every watch beside it.
 * @throws {ConfigError} with all faults of all files
 */
export function loadConfig(file: string, environment: NodeJS.ProcessEnv, overrides: Overrides = {}): Config {
  return readConfig(file, environment, overrides).config;
}

/** The same, with what tells more of it than whether it can be used. @throws {ConfigError} */
export function readConfig(file: string, environment: NodeJS.ProcessEnv, overrides: Overrides = {}): ReadConfig {
  const faults: string[] = [];
  const files: Record<string, string> = {};
  const text = readText(file, faults);
  const settings = text === undefined ? undefined : parseYaml(shownPath(file), text, settingsSchema, faults);
  if (text !== undefined) files[SETTINGS_FILE] = text;
  const watches = new Map<string, Read<Watch> & { file: string }>();
  // Settings with a fault still tell where the watches are likely to be, so that their faults are told as well.
  const folder = resolve(dirname(file), settings?.value.watches ?? "watches");
  const { named, unread } = text !== undefined ? watchFiles(folder, faults) : { named: [], unread: [] };
  for (const path of named) {
    const text = readText(path, faults);
    if (text === undefined) continue;
    files[`${WATCHES}${basename(path)}`] = text;
    const watch = parseWatch(shownPath(path), text, faults);
    if (!watch) continue;
    const { id } = watch.value;
    const other = watches.get(id);
    if (other)
      faults.push(
        `${watch.place(["id"])}id: "${id}" is that of ${shownPath(other.file)} as well; give each its own \`id\``,
      );
    watches.set(id, { ...watch, file: path });
  }
  const secrets = readSecrets(environment, settings?.value, faults);
  const known = [...watches.values()].map(({ value }) => value);
  if (settings)
    for (const { path, says } of [
      ...placeFaults(settings.value, known, secrets),
      ...settingFaults(settings.value, known, secrets),
    ])
      faults.push(`${settings.place(path)}${fieldName(path)}${says}`);
  const worker = workerName(environment, faults);
  if (!settings || faults.length > 0) throw new ConfigError(faults);
  const config = overridden(settings.value, overrides);
  const data = overrides.data ?? environment.COMING_WEEKS_DATA;
  const dataDirectory = data ? resolve(data) : resolve(dirname(file), config.data);
  return {
    config: { settings: config, watches: known, dataDirectory, secrets, worker, files },
    place: (watch, path) => (watch === undefined ? settings : (watches.get(watch) ?? settings)).place(path),
    unread,
  };
}

function overridden(settings: Settings, { origins, listen, logLevel }: Overrides): Settings {
  if (origins) settings.fetch.origins = { ...settings.fetch.origins, ...origins };
  if (listen) settings.web = { ...settings.web, ...listen };
  if (logLevel) settings.log.level = logLevel as Settings["log"]["level"];
  return settings;
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
export function readWatch(file: string, faults: string[]): Watch | undefined {
  const text = readText(file, faults);
  return text === undefined ? undefined : parseWatch(shownPath(file), text, faults)?.value;
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
    .flatMap((name) => parseWatch(`${place}: ${name}`, files[name] ?? "", faults)?.value ?? []);
  if (!settings || faults.length > 0) throw new ConfigError(faults);
  return { settings: settings.value, watches };
}

const SETTINGS_FILE = "coming-weeks.yaml";
const WATCHES = "watches/";

function parseWatch(shown: string, text: string, faults: string[]): Read<Watch> | undefined {
  const watch = parseYaml(shown, text, watchSchema, faults);
  const id = watch?.value.id ?? basename(shown).replace(/\.ya?ml$/, "");
  return watch && { ...watch, value: { ...watch.value, id } };
}

function readText(file: string, faults: string[]): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    faults.push(
      code === "EISDIR"
        ? `${shownPath(file)}: is a folder; give a file`
        : `${shownPath(file)}: cannot be read (${code ?? error}); give an existing file`,
    );
    return undefined;
  }
}

/** Hidden files are nobody's; a folder is another's, unless it holds what looks like a watch. */
function watchFiles(folder: string, faults: string[]): { named: string[]; unread: string[] } {
  try {
    const there = readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith("."))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const named = there.filter((entry) => IS_WATCH.test(entry.name) && !entry.isDirectory());
    if (named.length === 0) faults.push(`${shownPath(folder)}: holds no watch; add at least one .yaml file`);
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
    faults.push(
      `${shownPath(folder)}: is not a folder that can be read; \`watches\` must name the folder with the watch files`,
    );
    return { named: [], unread: [] };
  }
}

const IS_WATCH = /\.ya?ml$/;
/** As an editor or a person leaves it behind, or as another program would write it. */
const LOOKS_LIKE_WATCH = /\.ya?ml|\.json$/i;
