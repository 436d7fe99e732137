/** Secrets: only ever from the environment, or from files that it names. */
import { readFileSync } from "node:fs";
import { hostOf, type Source, type Watch } from "../watch/watch.ts";
import { SOURCE_SECRET } from "./asking.ts";
import { type BucketPlace, bucketPlace, readS3Access, type S3Access } from "./bucket.ts";
import { keepReaders, variablesOf } from "./channels.ts";
import { ConfigError, type Fault } from "./fault.ts";
import { PROXY_FORM, proxyAddress } from "./formats.ts";
import { secretsHere, standsIn } from "./redaction.ts";
import { LEAST_SECRET } from "./secret-forms.ts";
import type { Settings } from "./settings.ts";

/** A webhook's address in its parts. */
export const WEBHOOK = /^(?<api>https?:\/\/.+)\/webhooks\/(?<id>[^/]+)\/(?<token>[^/?#]+)/;

/** What only the environment, or a file it names, may hold. */
export interface Secrets {
  discordWebhookUrl?: string | undefined;
  /** Webhooks that `discord.places` names, by their variable. */
  discordWebhooks?: Record<string, string> | undefined;
  /** What `delivery.channels` names, by its variable. */
  channels?: Record<string, string> | undefined;
  discordToken?: string | undefined;
  discordChannelId?: string | undefined;
  discordApiUrl?: string | undefined;
  /** By which all is fetched; it may hold a password. */
  fetchProxy?: string | undefined;
  /** Called while all is well. */
  heartbeatUrl?: string | undefined;
  /** For Save Page Now: an Internet Archive account's S3-like keys. */
  waybackAccessKey?: string | undefined;
  waybackSecretKey?: string | undefined;
  /** `postgres://user:password@host/database`: what is kept stands there, and several bots may share it. */
  databaseUrl?: string | undefined;
  /** Who knows it may see the status page; everybody may when there is none. */
  webPassword?: string | undefined;
  /** What a named proxy sends with every request (X-Proxy-Secret), so that nobody else at its address is taken for it. */
  webProxySecret?: string | undefined;
  /** Secrets that sources name, by their variable. */
  sources?: Record<string, string> | undefined;
  /** Where closed files of the archive are taken to. */
  archiveBucket?: BucketPlace | undefined;
  s3?: S3Access | undefined;
}

export const NO_POSTGRES_ADDRESS =
  "is not the address of a PostgreSQL; it looks like postgres://<user>:<password>@<host>/<database>, where a password’s / ? # % are written %2F %3F %23 %25";

export function isPostgresAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, pathname } = new URL(address);
  try {
    for (const part of [username, password, pathname]) decodeURIComponent(part);
  } catch {
    return false;
  }
  return /^postgres(?:ql)?:$/.test(protocol) && hostname !== "" && /^\/[^/]+$/.test(pathname);
}

/** The variables whose values are secrets. Each may stand in a file instead, which the same name with `_FILE` names. */
export const SECRET_VARIABLES = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "DATABASE_URL",
  "DISCORD_TOKEN",
  "DISCORD_WEBHOOK_URL",
  "FETCH_PROXY",
  "HEARTBEAT_URL",
  "WAYBACK_ACCESS_KEY",
  "WAYBACK_SECRET_KEY",
  "WEB_PASSWORD",
  "WEB_PROXY_SECRET",
] as const;

/** Of these it is said by itself what they must look like, which is longer. */
const HAS_A_FORM = /_URL$|^WEB_|^FETCH_/;
/** What is no password yet stands in any text: that it does is not said of it. */
const FORMS: Readonly<Record<string, { form: RegExp; says: string }>> = {
  WEB_PASSWORD: { form: /^.{12,}$/s, says: "is too short; give at least 12 characters" },
  WEB_PROXY_SECRET: {
    form: /^[!-~]{16,256}$/,
    says: "must be 16 to 256 letters, digits and signs, as `openssl rand -hex 24` makes them",
  },
};
/** RFC 9110 §5.5: what a header may hold. */
const HEADER = {
  form: /^[\x20-\x7e]+$/,
  says: "holds what no header can; it must be one line of letters, digits and signs",
};
const PASSWORD = { form: /^[^\p{Cc}]+$/u, says: "holds what no password of a mailbox does; it must be one line" };
/** What is longer was read from some other file by mistake. */
const MOST_SECRET = 8192;
const MOST_OF_READERS = 65_536;

/** What is in the environment of a variable: its own name, or that with `_FILE`. */
function set(name: string, environment: NodeJS.ProcessEnv): string {
  return environment[`${name}_FILE`] ? `${name}_FILE` : name;
}

/** A variable's value, or that of the file it names; what is secret of it is cut out of all that is said from here on. */
function reader(environment: NodeJS.ProcessEnv, faults: string[], webhooks: readonly string[] = [], openly = "") {
  const known = new Set<string>([...SECRET_VARIABLES, ...webhooks]);
  const isSecret = (name: string) => known.has(name) || SOURCE_SECRET.test(name);
  return (name: string): string | undefined => {
    const value = readVariable(environment, name, faults);
    if (value === undefined) return undefined;
    if (!isSecret(name)) secretsHere.keepCredentials(value, openly);
    else if (value.length < LEAST_SECRET && !webhooks.includes(name) && !HAS_A_FORM.test(name))
      faults.push(
        `${set(name, environment)}: is shorter than ${LEAST_SECRET} characters, so that it could not be kept out of the log and the messages; see that it is there whole, or choose a longer one`,
      );
    else if (FORMS[name]?.form.test(value) === false) faults.push(`${name}: ${FORMS[name].says}`);
    else if (value.length > MOST_SECRET)
      faults.push(
        `${set(name, environment)}: is longer than ${MOST_SECRET.toLocaleString("en")} characters, which no secret is; see that it is the right one`,
      );
    else if (openly.includes(value) || standsIn(value, openly))
      faults.push(
        `${name}: stands in the settings or in a watch as well, where it can be read; take it out there, or choose another`,
      );
    else secretsHere.keep(value, openly);
    return value;
  };
}

function readVariable(environment: NodeJS.ProcessEnv, name: string, faults: string[]): string | undefined {
  const file = environment[`${name}_FILE`];
  if (!file) return environment[name]?.trim() || undefined;
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch {
    faults.push(`${name}_FILE: the file it names cannot be read; give the path of a file that holds the value`);
    return undefined;
  }
}

/**
 * Reads them; faults are added to the list, and never say what a secret is.
 * @param openly the text of the settings and the watches
 */
export function readSecrets(
  environment: NodeJS.ProcessEnv,
  settings: Settings | undefined,
  openly: string,
  faults: string[],
): Secrets {
  const variables = (settings?.discord.places ?? []).flatMap(({ webhook }) => webhook ?? []);
  const ofChannels = (settings?.delivery.channels ?? []).flatMap(variablesOf);
  const rights = ofChannels.flatMap(({ field, name }) => (field === "to" ? [] : [name]));
  const read = reader(environment, faults, [...variables, ...rights], openly);
  const webhooks = ["DISCORD_WEBHOOK_URL", ...variables].map((name) => [name, read(name)] as const);
  for (const [name, url] of webhooks)
    if (url && !WEBHOOK.test(url))
      faults.push(`${name}: is not a webhook's address; it looks like https://discord.com/api/webhooks/<id>/<token>`);
  const secrets = {
    discordWebhookUrl: webhooks[0]?.[1],
    discordWebhooks: Object.fromEntries(webhooks.slice(1).flatMap(([name, url]) => (url ? [[name, url]] : []))),
    channels: readChannels(ofChannels, read, environment, openly, faults),
    discordToken: read("DISCORD_TOKEN"),
    discordChannelId: read("DISCORD_CHANNEL_ID"),
    discordApiUrl: read("DISCORD_API_URL"),
    fetchProxy: readProxy(read, faults),
    heartbeatUrl: read("HEARTBEAT_URL"),
    waybackAccessKey: read("WAYBACK_ACCESS_KEY"),
    waybackSecretKey: read("WAYBACK_SECRET_KEY"),
    databaseUrl: read("DATABASE_URL"),
    webPassword: read("WEB_PASSWORD"),
    webProxySecret: read("WEB_PROXY_SECRET"),
    ...readArchiveBucket(read, faults),
  };
  if ((secrets.waybackAccessKey === undefined) !== (secrets.waybackSecretKey === undefined))
    faults.push(
      "WAYBACK_ACCESS_KEY, WAYBACK_SECRET_KEY: only one is set; both are needed, from archive.org/account/s3.php",
    );
  if (secrets.databaseUrl && !isPostgresAddress(secrets.databaseUrl))
    faults.push(`DATABASE_URL: ${NO_POSTGRES_ADDRESS}`);
  if (secrets.discordChannelId && !/^\d{5,21}$/.test(secrets.discordChannelId))
    faults.push("DISCORD_CHANNEL_ID: must be a channel's id, digits only");
  if (secrets.heartbeatUrl && !/^https?:\/\//.test(secrets.heartbeatUrl))
    faults.push("HEARTBEAT_URL: is not an address; it looks like https://hc.example.org/ping/<id>");
  if (secrets.discordApiUrl && !URL.canParse(secrets.discordApiUrl))
    faults.push("DISCORD_API_URL: is not an address; it looks like https://discord.com/api");
  return secrets;
}

/**
 * What sources name of the environment; faults are added to the list.
 * @param may to which hosts each may be sent, as the settings say: whoever edits a watch must not have a secret sent elsewhere
 * @param faults is given each with the field of its watch
 * @param openly the text of the settings and the watches
 * @param mayBeMissing where nothing is asked: what is in the environment is kept out of all that is said, and what is not is no fault
 */
export function readSourceSecrets(
  environment: NodeJS.ProcessEnv,
  { sources }: Pick<Watch, "sources">,
  may: Settings["fetch"]["secrets"] | undefined,
  openly: string,
  faults: Fault[],
  mayBeMissing = false,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [index, source] of sources.entries()) {
    const { request, mail } = source;
    if (request?.secret)
      read(source, request.secret.variable, ["sources", index, "request", "secret", "variable"], HEADER);
    if (mail) read(source, mail.secret, ["sources", index, "mail", "secret"], PASSWORD);
  }
  function read(
    { url, formerly }: Source,
    variable: string,
    path: Fault["path"],
    { form, says: wrong }: typeof HEADER,
  ): void {
    const said: string[] = [];
    const value = reader(environment, said, [], openly)(variable);
    if (value === undefined && mayBeMissing) said.length = 0;
    else if (value === undefined && said.length === 0)
      said.push(`${variable}: is not in the environment; set it, or ${variable}_FILE`);
    else if (value !== undefined && !form.test(value)) said.push(`${variable}: ${wrong}`);
    const elsewhere = [url, ...formerly].map(hostOf).find((host) => may && !may[variable]?.includes(host));
    if (elsewhere)
      said.push(
        `${variable}: may not be sent to ${elsewhere}; if it is meant to be, add to the settings under fetch: \`secrets: { ${variable}: [${elsewhere}] }\``,
      );
    faults.push(...said.map((says) => ({ path, says })));
    if (value !== undefined) found[variable] = value;
  }
  return found;
}

/** What channels name. Readers are no password: their list may be long, and who stands openly in the settings is known anyway. */
function readChannels(
  named: ReturnType<typeof variablesOf>,
  read: (name: string) => string | undefined,
  environment: NodeJS.ProcessEnv,
  openly: string,
  faults: string[],
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { field, name } of named) {
    const value = field === "to" ? readVariable(environment, name, faults) : read(name);
    if (value === undefined) continue;
    found[name] = value;
    if (field !== "to") continue;
    if (value.length > MOST_OF_READERS)
      faults.push(
        `${set(name, environment)}: is longer than ${MOST_OF_READERS.toLocaleString("en")} characters, which no list of readers is; see that it is the right one`,
      );
    else keepReaders(value, openly);
  }
  return found;
}

/** By which proxy all is fetched, as the environment says; undefined where it does not. @throws {ConfigError} */
export function fetchProxyFrom(environment: NodeJS.ProcessEnv): string | undefined {
  const faults: string[] = [];
  const proxy = readProxy(reader(environment, faults), faults);
  if (faults.length > 0) throw new ConfigError(faults);
  return proxy;
}

function readProxy(read: (name: string) => string | undefined, faults: string[]): string | undefined {
  const address = read("FETCH_PROXY");
  // What stands there may be a password's.
  if (address !== undefined && !proxyAddress.safeParse(address).success) faults.push(`FETCH_PROXY: ${PROXY_FORM}`);
  return address;
}

/** Who is asked for what an address of a bucket names. @throws {ConfigError} when the environment does not say */
export function s3AccessFrom(environment: NodeJS.ProcessEnv): S3Access {
  const faults: string[] = [];
  const access = readS3Access(reader(environment, faults), true, faults);
  if (!access) throw new ConfigError(faults);
  return access;
}

function readArchiveBucket(read: (name: string) => string | undefined, faults: string[]) {
  const address = read("ARCHIVE_URL");
  const archiveBucket = address === undefined ? undefined : bucketPlace(address);
  if (address !== undefined && !archiveBucket)
    faults.push("ARCHIVE_URL: is not the address of a bucket; it looks like s3://bucket/prefix");
  return { archiveBucket, s3: readS3Access(read, archiveBucket !== undefined, faults) };
}
