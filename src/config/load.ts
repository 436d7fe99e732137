/** YAML and environment → typed config. Every fault of every file is collected, so that one run shows them all. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Watch } from "../watch/watch.ts";
import { WEBHOOK } from "./places.ts";
import { type Settings, settingsSchema } from "./settings.ts";
import { watchSchema } from "./watch.ts";

export interface Config {
  settings: Settings;
  watches: Watch[];
  /** The folder for the bot's data, absolute. */
  dataDirectory: string;
  secrets: Secrets;
  /** The files as they were read: name → text. They go into the archive, so that it can be replayed by itself. */
  files: Record<string, string>;
}

/** What only the environment, or a file it names, may hold. */
export interface Secrets {
  discordWebhookUrl?: string | undefined;
  /** Webhooks that `discord.places` names, by their variable. */
  discordWebhooks?: Record<string, string> | undefined;
  discordToken?: string | undefined;
  discordChannelId?: string | undefined;
  discordApiUrl?: string | undefined;
  /** For Save Page Now: an Internet Archive account's S3-like keys. */
  waybackAccessKey?: string | undefined;
  waybackSecretKey?: string | undefined;
  /** Who knows it may see the status page; everybody may when there is none. */
  webPassword?: string | undefined;
}

export interface Overrides {
  data?: string | undefined;
  origins?: Record<string, string>;
  listen?: { host: string; port: number } | undefined;
  logLevel?: string | undefined;
}

/** Faults in what a person wrote: each names the file, the field and what would be right. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.name = "ConfigError";
    this.faults = faults;
  }
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
  // Settings with a fault still tell where the watches are likely to be, so that their faults are told as well.
  const folder = resolve(dirname(file), settings?.watches ?? "watches");
  for (const path of existsSync(file) ? watchFiles(folder, faults) : []) {
    const watch = readWatch(path, faults, (text) => {
      files[`${WATCHES}${basename(path)}`] = text;
    });
    if (watch) watches.push(watch);
  }
  const secrets = readSecrets(environment, settings, faults);
  if (settings) faults.push(...placeFaults(settings, watches, secrets).map((fault) => `${shownPath(file)}: ${fault}`));
  if (settings?.archive.save_page_now && !secrets.waybackAccessKey)
    faults.push(
      `${shownPath(file)}: archive.save_page_now: needs WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY in the environment; set them, or write false`,
    );
  if (!settings || faults.length > 0) throw new ConfigError(faults);
  if (overrides.origins) settings.fetch.origins = { ...settings.fetch.origins, ...overrides.origins };
  if (overrides.listen) settings.web = { ...settings.web, ...overrides.listen };
  if (overrides.logLevel) settings.log.level = overrides.logLevel as Settings["log"]["level"];
  const data = overrides.data ?? environment.COMING_WEEKS_DATA;
  const dataDirectory = data ? resolve(data) : resolve(dirname(file), settings.data);
  return { settings, watches, dataDirectory, secrets, files };
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

function parseWatch(shown: string, text: string, faults: string[]): Watch | undefined {
  const watch = parseYaml(shown, text, watchSchema, faults);
  return watch && { ...watch, id: basename(shown).replace(/\.ya?ml$/, "") };
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

/** Reads YAML against a schema; faults are added to the list, and undefined comes back. */
function parseYaml<Schema extends z.ZodType>(
  shown: string,
  text: string,
  schema: Schema,
  faults: string[],
): z.output<Schema> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    for (const error of document.errors)
      faults.push(`${shown}: line ${lines.linePos(error.pos[0]).line}: not valid YAML (${error.message})`);
    return undefined;
  }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 50 }) ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) faults.push(`${shown}: ${sayIssue(issue, document.getIn(issue.path))}`);
  return undefined;
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

/** @param written what stands in the file at the fault's place */
function sayIssue(issue: z.core.$ZodIssue, written: unknown): string {
  const path = issue.path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    "",
  );
  const field = path === "" ? "" : `${path}: `;
  switch (issue.code) {
    case "unrecognized_keys":
      return `${field}${issue.keys.map((key) => `"${key}"`).join(", ")} is not a field here; check the spelling, or remove it`;
    case "invalid_type":
      return issue.input === undefined
        ? `${field}is missing; give ${article(issue.expected)}`
        : `${field}${quoted(issue.input)} is not ${article(issue.expected)}`;
    case "invalid_value":
      return `${field}${quoted(issue.input)} is not one of ${issue.values.map(String).join(", ")}`;
    case "too_big":
      return `${field}${quoted(written)} is too much; at most ${issue.maximum}`;
    case "too_small":
      return `${field}${quoted(written)} is too little; at least ${issue.minimum}`;
    default:
      return `${field}${issue.message.startsWith('"') ? "" : quoted(written)} ${issue.message}`.replace(/: +/, ": ");
  }
}

function quoted(value: unknown): string {
  return typeof value === "object" && value !== null ? "" : (JSON.stringify(value) ?? "nothing");
}

function article(type: string): string {
  const names: Record<string, string> = {
    string: "a text",
    number: "a number",
    int: "a whole number",
    array: "a list",
    object: "a group of fields",
    boolean: "true or false",
  };
  return names[type] ?? type;
}

/** What a place says that only the watches and the environment can tell to be wrong. */
function placeFaults({ discord }: Settings, watches: readonly Watch[], secrets: Secrets): string[] {
  const known = watches.map((watch) => watch.id);
  return discord.places.flatMap(({ channel, webhook, watches: named = [] }, index) => {
    const field = `discord.places[${index}]`;
    return [
      ...named.flatMap((id, at) =>
        known.includes(id) ? [] : [`${field}.watches[${at}]: there is no watch "${id}"; there is ${known.join(", ")}`],
      ),
      ...(channel && !secrets.discordToken
        ? [`${field}.channel: needs DISCORD_TOKEN in the environment, the token of the bot that is to write there`]
        : []),
      ...(webhook &&
      !secrets.discordWebhooks?.[webhook] &&
      !(webhook === "DISCORD_WEBHOOK_URL" && secrets.discordWebhookUrl)
        ? [`${field}.webhook: ${webhook} is not set in the environment; set it to the webhook's address`]
        : []),
    ];
  });
}

function readSecrets(environment: NodeJS.ProcessEnv, settings: Settings | undefined, faults: string[]): Secrets {
  const read = (name: string) => {
    const file = environment[`${name}_FILE`];
    if (!file) return environment[name]?.trim() || undefined;
    try {
      return readFileSync(file, "utf8").trim() || undefined;
    } catch {
      faults.push(`${name}_FILE: the file it names cannot be read; give the path of a file that holds the value`);
      return undefined;
    }
  };
  const variables = (settings?.discord.places ?? []).flatMap(({ webhook }) => webhook ?? []);
  const webhooks = ["DISCORD_WEBHOOK_URL", ...variables].map((name) => [name, read(name)] as const);
  for (const [name, url] of webhooks)
    if (url && !WEBHOOK.test(url))
      faults.push(`${name}: is not a webhook's address; it looks like https://discord.com/api/webhooks/<id>/<token>`);
  const secrets = {
    discordWebhookUrl: webhooks[0]?.[1],
    discordWebhooks: Object.fromEntries(webhooks.slice(1).flatMap(([name, url]) => (url ? [[name, url]] : []))),
    discordToken: read("DISCORD_TOKEN"),
    discordChannelId: read("DISCORD_CHANNEL_ID"),
    discordApiUrl: read("DISCORD_API_URL"),
    waybackAccessKey: read("WAYBACK_ACCESS_KEY"),
    waybackSecretKey: read("WAYBACK_SECRET_KEY"),
    webPassword: read("WEB_PASSWORD"),
  };
  if ((secrets.waybackAccessKey === undefined) !== (secrets.waybackSecretKey === undefined))
    faults.push(
      "WAYBACK_ACCESS_KEY, WAYBACK_SECRET_KEY: only one is set; both are needed, from archive.org/account/s3.php",
    );
  if (secrets.webPassword && secrets.webPassword.length < 12)
    faults.push("WEB_PASSWORD: is too short; give at least 12 characters");
  if (secrets.discordChannelId && !/^\d{5,21}$/.test(secrets.discordChannelId))
    faults.push("DISCORD_CHANNEL_ID: must be a channel's id, digits only");
  if (secrets.discordApiUrl && !URL.canParse(secrets.discordApiUrl))
    faults.push("DISCORD_API_URL: is not an address; it looks like https://discord.com/api");
  return secrets;
}

function shownPath(file: string): string {
  const path = relative(process.cwd(), resolve(file));
  return path.startsWith("..") ? resolve(file) : path;
}
