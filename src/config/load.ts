/** YAML and environment → typed config. Every fault of every file is collected, so that one run shows them all. */
import { hostname } from "node:os";
import { dirname, resolve } from "node:path";
import type { HeldRecord } from "../track-record/held-record.ts";
import type { Watch } from "../watch/watch.ts";
import { channelFaults } from "./channels.ts";
import { ConfigError, type Fault, fieldName, shownPath } from "./fault.ts";
import { type InFolder, readWritten, SETTINGS_FILE, type Written, watchFiles, watchFolder } from "./files.ts";
import { placeFaults } from "./places.ts";
import { readRecordFiles, recordWith } from "./record.ts";
import { fetchProxyFrom, readSecrets, readSourceSecrets, type Secrets } from "./secrets.ts";
import { settingFaults } from "./sense.ts";
import { type Settings, settingsSchema } from "./settings.ts";
import { areLent } from "./shipped.ts";
import { watchSchema } from "./watch.ts";
import { asPublished } from "./web.ts";
import { type FieldPath, parseYaml, type Read } from "./yaml.ts";

export interface Config {
  settings: Settings;
  watches: Watch[];
  /** The folder for the bot's data, absolute. */
  dataDirectory: string;
  secrets: Secrets;
  /** By which name this process is known among those that share a database. */
  worker: string;
  /** How such promises went before. */
  record: HeldRecord;
  /** The files as they were read: name → text. They go into the archive, so that it can be replayed by itself. */
  files: Record<string, string>;
  /** What it was made of; left out where it comes from elsewhere. */
  origin?: Origin | undefined;
}

/** What a config was made of. */
export interface Origin {
  /** The file of the settings, and the folder of the watches, absolute. */
  file: string;
  folder: string;
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
  /** Whether there may be no watch yet: for who is to add the first. */
  mayBeEmpty?: boolean | undefined;
  /** Whether no source is asked, so that what they name of the environment need not be there. */
  asksNothing?: boolean | undefined;
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
  const written = readWritten(file, faults);
  const settings = written && parseYaml(written.place, written.text, settingsSchema, faults);
  // Settings with a fault still tell where the watches are likely to be, so that their faults are told as well.
  const folder = watchFolder(file, settings?.value.watches);
  const found: InFolder | undefined = written ? watchFiles(folder) : { named: [], unread: [] };
  const texts = (found?.named ?? []).flatMap((path) => readWritten(path, faults) ?? []);
  const openly = [written, ...texts].map((one) => one?.text ?? "").join("\n");
  const secrets = readSecrets(environment, settings?.value, openly, faults);
  const worker = workerName(environment, faults);
  const own = readRecordFiles(file, settings?.value.record.files ?? [], faults);
  const areSettingsGood = faults.length === 0;
  if (!found && !overrides.mayBeEmpty)
    faults.push(
      `${shownPath(folder)}: is not a folder that can be read; \`watches\` must name the folder with the watch files`,
    );
  // Where several share a database, the watches stand there.
  else if (found?.named.length === 0 && written && !secrets.databaseUrl && !overrides.mayBeEmpty)
    faults.push(`${shownPath(folder)}: holds no watch; add at least one .yaml file`);
  const watches = parseWatches(texts, faults);
  const sources = sourceSecrets({ environment, overrides }, watches, settings?.value.fetch.secrets, openly, faults);
  if (sources) secrets.sources = sources;
  const value = settings && overridden(settings.value, overrides);
  if (value && secrets.fetchProxy) value.fetch.proxy = secrets.fetchProxy;
  if (value) value.web = asPublished(value.web, environment, faults);
  if (value) faults.push(...faultsTogether({ ...settings, value }, watches, secrets, overrides));
  if (!value || !written) throw new ConfigError(faults);
  const dataDirectory = dataFolder(file, value, environment, overrides);
  const origin: Origin = { file: resolve(file), folder, texts: textsOf(watches), environment, overrides };
  const config: Config = {
    ...{ settings: value, watches: valuesOf(watches), dataDirectory, secrets, worker },
    ...{
      files: { ...filesOf(written.text, texts), ...recordTexts(own) },
      origin,
      record: recordWith([...own.values()]),
    },
  };
  if (faults.length > 0) throw new ConfigError(faults, areSettingsGood ? withoutWatches(config) : undefined);
  return {
    config,
    place: (watch, path) => (watch === undefined ? settings : (watches.get(watch) ?? settings)).place(path),
    unread: found?.unread ?? [],
  };
}

/** Absolute. @param file of the settings */
function dataFolder(file: string, settings: Settings, environment: NodeJS.ProcessEnv, { data }: Overrides): string {
  const said = data ?? environment.COMING_WEEKS_DATA;
  if (said) return resolve(said);
  return areLent(file) ? resolve("data") : resolve(dirname(file), settings.data);
}

/** What there is of a config where only its watches are at fault. */
function withoutWatches(config: Config): Config {
  const { files, origin } = config;
  const settings = { ...filesOf(files[SETTINGS_FILE] ?? "", []), ...recordTextsIn(files) };
  return { ...config, watches: [], files: settings, origin: origin && { ...origin, texts: new Map() } };
}

/**
 * The same config with other watches.
 * @throws {ConfigError}
 */
export function withWatches(config: Config, texts: readonly Written[]): Config {
  const faults: string[] = [];
  const watches = parseWatches(texts, faults);
  const { settings, files, origin } = config;
  const text = files[SETTINGS_FILE] ?? "";
  const openly = [text, ...texts.map((one) => one.text)].join("\n");
  const sources = origin
    ? sourceSecrets(origin, watches, settings.fetch.secrets, openly, faults)
    : config.secrets.sources;
  const secrets = { ...config.secrets, ...(sources ? { sources } : {}) };
  const read = parseYaml(origin ? shownPath(origin.file) : SETTINGS_FILE, text, settingsSchema, []);
  faults.push(
    ...faultsTogether({ value: settings, place: read?.place ?? (() => "") }, watches, secrets, origin?.overrides),
  );
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    ...config,
    secrets,
    watches: valuesOf(watches),
    files: { ...filesOf(text, texts), ...recordTextsIn(files) },
    origin: origin && { ...origin, texts: textsOf(watches) },
  };
}

type ReadWatches = ReadonlyMap<string, Read<Watch> & { written: Written }>;

/** By their ids. */
function parseWatches(texts: readonly Written[], faults: string[]): ReadWatches {
  const watches = new Map<string, Read<Watch> & { written: Written }>();
  for (const written of texts) {
    const watch = readText(written, faults);
    if (!watch) continue;
    const { id } = watch.value;
    const other = watches.get(id)?.written;
    if (other)
      faults.push(`${watch.place(["id"])}id: "${id}" is that of ${other.place} as well; give each its own \`id\``);
    watches.set(id, { ...watch, written });
  }
  return watches;
}

/** What the watches name of the environment. @param may to which hosts each may be sent; undefined where the settings cannot be read */
function sourceSecrets(
  { environment, overrides }: Pick<Origin, "environment" | "overrides">,
  watches: ReadWatches,
  may: Settings["fetch"]["secrets"] | undefined,
  openly: string,
  faults: string[],
) {
  const found: Record<string, string> = {};
  for (const { value, place } of watches.values()) {
    const of: Fault[] = [];
    Object.assign(found, readSourceSecrets(environment, value, may, openly, of, overrides.asksNothing));
    faults.push(...of.map(({ path, says }) => `${place(path)}${fieldName(path)}${says}`));
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** What settings, watches and environment say that only the others can tell to be wrong. */
function faultsTogether(
  { value: settings, place }: Read<Settings>,
  read: ReadWatches,
  secrets: Secrets,
  { asksNothing = false }: Overrides = {},
): string[] {
  const watches = valuesOf(read);
  const faults = [
    ...placeFaults(settings, watches, secrets),
    ...channelFaults(settings, watches, secrets.channels, asksNothing),
    ...settingFaults(settings, watches, secrets),
  ];
  return faults.map(({ path, says }) => `${place(path)}${fieldName(path)}${says}`);
}

function valuesOf(watches: ReadWatches): Watch[] {
  return [...watches.values()].map(({ value }) => value);
}

function textsOf(watches: ReadWatches): Map<string, Written> {
  return new Map([...watches].map(([id, { written }]) => [id, written]));
}

function filesOf(settings: string, texts: readonly Written[]): Record<string, string> {
  const watches = Object.fromEntries(texts.map(({ name, text }) => [`${WATCHES}${name}`, text]));
  return { [SETTINGS_FILE]: settings, ...watches };
}

/** A person's files of the record, as the archive holds them. */
function recordTexts(own: ReadonlyMap<string, Written>): Record<string, string> {
  return Object.fromEntries([...own].map(([name, { text }]) => [`${RECORD}${name}`, text]));
}

function recordTextsIn(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith(RECORD)));
}

/**
 * The settings alone, with the folder of the bot’s data: for somebody who has no watch yet.
 * @throws {ConfigError}
 */
export function loadSettings(
  file: string,
  environment: NodeJS.ProcessEnv,
  overrides: Overrides = {},
): Pick<Config, "settings" | "dataDirectory"> {
  const faults: string[] = [];
  const written = readWritten(file, faults);
  const settings = written && parseYaml(written.place, written.text, settingsSchema, faults)?.value;
  if (settings) settings.web = asPublished(settings.web, environment, faults);
  if (!settings || faults.length > 0) throw new ConfigError(faults);
  settings.fetch.proxy = fetchProxyFrom(environment) ?? settings.fetch.proxy;
  const dataDirectory = dataFolder(file, settings, environment, overrides);
  return { settings: overridden(settings, overrides), dataDirectory };
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
  const written = readWritten(file, faults);
  return written && parseWatch(written, faults);
}

/** What a watch's text says; undefined with faults in the list where that is not a watch. */
export function parseWatch(written: Written, faults: string[]): Watch | undefined {
  return readText(written, faults)?.value;
}

function readText({ place, name, text }: Written, faults: string[]): Read<Watch> | undefined {
  if (text.length > MOST_OF_A_WATCH) {
    faults.push(`${place}: is longer than ${MOST_OF_A_WATCH / 1_000_000} million letters; make several watches of it`);
    return undefined;
  }
  const watch = parseYaml(place, text, watchSchema, faults);
  const id = watch?.value.id ?? name.replace(/\.ya?ml$/, "");
  return watch && { ...watch, value: { ...watch.value, id } };
}

/** Each change of it is written into the journal whole, of which a line may hold four (archive/journal.ts). */
const MOST_OF_A_WATCH = 1_000_000;

/**
 * The config that an archive holds, without secrets.
 * @param files name → text, as `Config.files` has them
 * @param place where they come from, for the faults
 * @throws {ConfigError}
 */
export function configFromFiles(files: Record<string, string>, place: string): HeldConfig {
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
  const own = Object.entries(recordTextsIn(files)).map(([name, text]) => ({ place: name.slice(RECORD.length), text }));
  return { settings: settings.value, watches, record: recordWith(own) };
}

/** A config as an archive has it. */
export type HeldConfig = Pick<Config, "settings" | "watches" | "record">;

const WATCHES = "watches/";
const RECORD = "record/";
