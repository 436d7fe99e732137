/** YAML and environment → typed config. Every fault of every file is collected, so that one run shows them all. */
import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, resolve } from "node:path";
import type { Watch } from "../watch/watch.ts";
import { ConfigError, shownPath } from "./fault.ts";
import { readWritten, type Written, watchFiles, watchFolder } from "./files.ts";
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
  /** The same, as they stand on the disk: left out where the config comes from elsewhere. */
  origin?: Origin | undefined;
}

/** What a config was made of. */
export interface Origin {
  /** The file of the settings, absolute, and the folder of the watches. */
  file: string;
  folder: string;
  settings: Written;
  /** By the watch's id. */
  texts: ReadonlyMap<string, Written>;
  /** What the command line says besides. */
  environment: NodeJS.ProcessEnv;
  overrides: Overrides;
}

export interface Overrides {
  data?: string | undefined;
  origins?: Record<string, string>;
  listen?: { host: string; port: number } | undefined;
  logLevel?: string | undefined;
}

/** What there is of a config where only its watches are at fault. */
type WithoutWatches = Pick<Config, "settings" | "dataDirectory" | "secrets" | "worker">;

/**
 * Reads coming-weeks.yaml and every watch beside it.
 * @throws {ConfigError} with all faults of all files
 */
export function loadConfig(file: string, environment: NodeJS.ProcessEnv, overrides: Overrides = {}): Config {
  const faults: string[] = [];
  const settings = readWritten(file, faults);
  // Settings with a fault still tell where the watches are likely to be, so that their faults are told as well.
  const folder = watchFolder(file, settings && parseYaml(settings.place, settings.text, settingsSchema, [])?.watches);
  const found = existsSync(file) ? watchFiles(folder) : [];
  const watches = (found ?? []).flatMap((path) => readWritten(path, faults) ?? []);
  const isElsewhere = Boolean(environment.DATABASE_URL || environment.DATABASE_URL_FILE);
  if (settings && !isElsewhere && !found?.length)
    faults.push(
      found
        ? `${shownPath(folder)}: holds no watch; add at least one .yaml file`
        : `${shownPath(folder)}: is not a folder that can be read; \`watches\` must name the folder with the watch files`,
    );
  return configOf({ file, folder, settings, watches }, environment, overrides, faults);
}

/**
 * The same config with other watches.
 * @throws {ConfigError}
 */
export function withWatches(config: Config, texts: readonly Written[]): Config {
  const { settings, secrets, files, origin } = config;
  const faults: string[] = [];
  const { watches, named } = parseWatches(texts, faults);
  const place = origin ? shownPath(origin.file) : SETTINGS_FILE;
  faults.push(...placeFaults(settings, watches, secrets).map((fault) => `${place}: ${fault}`));
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    ...config,
    watches,
    files: { [SETTINGS_FILE]: files[SETTINGS_FILE] ?? "", ...filesOf(texts) },
    origin: origin && { ...origin, texts: named },
  };
}

interface Texts {
  file: string;
  folder: string;
  settings: Written | undefined;
  watches: readonly Written[];
}

function configOf(
  { file, folder, settings: written, watches: texts }: Texts,
  environment: NodeJS.ProcessEnv,
  overrides: Overrides,
  faults: string[],
): Config {
  const settings = written && parseYaml(written.place, written.text, settingsSchema, faults);
  const secrets = readSecrets(environment, settings, faults);
  const worker = workerName(environment, faults);
  if (settings?.archive.save_page_now && !secrets.waybackAccessKey)
    faults.push(
      `${shownPath(file)}: archive.save_page_now: needs WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY in the environment; set them, or write false`,
    );
  const areSettingsGood = faults.length === 0;
  const { watches, named } = parseWatches(texts, faults);
  if (settings) faults.push(...placeFaults(settings, watches, secrets).map((fault) => `${shownPath(file)}: ${fault}`));
  if (!settings || !written) throw new ConfigError(faults);
  if (overrides.origins) settings.fetch.origins = { ...settings.fetch.origins, ...overrides.origins };
  if (overrides.listen) settings.web = { ...settings.web, ...overrides.listen };
  if (overrides.logLevel) settings.log.level = overrides.logLevel as Settings["log"]["level"];
  const data = overrides.data ?? environment.COMING_WEEKS_DATA;
  const dataDirectory = data ? resolve(data) : resolve(dirname(file), settings.data);
  const withoutWatches: WithoutWatches = { settings, dataDirectory, secrets, worker };
  if (faults.length > 0) throw new ConfigError(faults, areSettingsGood ? withoutWatches : undefined);
  const origin = { file, folder, settings: written, texts: named, environment, overrides };
  return { ...withoutWatches, watches, files: { [SETTINGS_FILE]: written.text, ...filesOf(texts) }, origin };
}

function parseWatches(
  texts: readonly Written[],
  faults: string[],
): { watches: Watch[]; named: ReadonlyMap<string, Written> } {
  const watches: Watch[] = [];
  const named = new Map<string, Written>();
  for (const text of texts) {
    const watch = parseWatch(text, faults);
    if (!watch) continue;
    const other = named.get(watch.id);
    if (other)
      faults.push(`${text.place}: id: "${watch.id}" is that of ${other.place} as well; give each its own \`id\``);
    named.set(watch.id, text);
    watches.push(watch);
  }
  return { watches, named };
}

function filesOf(texts: readonly Written[]): Record<string, string> {
  return Object.fromEntries(texts.map(({ name, text }) => [`${WATCHES}${name}`, text]));
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
  const written = readWritten(file, faults);
  return written && parseWatch(written, faults);
}

/** What a watch's text says; undefined with faults in the list where that is not a watch. */
export function parseWatch({ place, name, text }: Written, faults: string[]): Watch | undefined {
  if (text.length > MOST_OF_A_WATCH) {
    faults.push(`${place}: is longer than ${MOST_OF_A_WATCH / 1_000_000} million letters; make several watches of it`);
    return undefined;
  }
  const watch = parseYaml(place, text, watchSchema, faults);
  return watch && { ...watch, id: watch.id ?? name.replace(/\.ya?ml$/, "") };
}

/** Each change of it is written into the journal whole, of which a line may hold four (archive/journal.ts). */
const MOST_OF_A_WATCH = 1_000_000;

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
    .flatMap((path) => {
      const written = { place: `${place}: ${path}`, name: path.slice(WATCHES.length), text: files[path] ?? "" };
      return parseWatch(written, faults) ?? [];
    });
  if (!settings || faults.length > 0) throw new ConfigError(faults);
  return { settings, watches };
}

const SETTINGS_FILE = "coming-weeks.yaml";
const WATCHES = "watches/";
