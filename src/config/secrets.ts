/** Secrets: only ever from the environment, or from files that it names. */
import { readFileSync } from "node:fs";
import type { Settings } from "./settings.ts";

/** A webhook's address in its parts. */
export const WEBHOOK = /^(?<api>https?:\/\/.+)\/webhooks\/(?<id>[^/]+)\/(?<token>[^/?#]+)/;

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
  /** `postgres://user:password@host/database`: what is kept stands there, and several bots may share it. */
  databaseUrl?: string | undefined;
  /** Who knows it may see the status page; everybody may when there is none. */
  webPassword?: string | undefined;
}

/** Reads them; faults are added to the list, and never say what a secret is. */
export function readSecrets(environment: NodeJS.ProcessEnv, settings: Settings | undefined, faults: string[]): Secrets {
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
    databaseUrl: read("DATABASE_URL"),
    webPassword: read("WEB_PASSWORD"),
  };
  if ((secrets.waybackAccessKey === undefined) !== (secrets.waybackSecretKey === undefined))
    faults.push(
      "WAYBACK_ACCESS_KEY, WAYBACK_SECRET_KEY: only one is set; both are needed, from archive.org/account/s3.php",
    );
  if (secrets.webPassword && secrets.webPassword.length < 12)
    faults.push("WEB_PASSWORD: is too short; give at least 12 characters");
  if (secrets.databaseUrl && !/^postgres(?:ql)?:\/\/[^/]+\/[^/]+$/.test(secrets.databaseUrl))
    faults.push(
      "DATABASE_URL: is not a PostgreSQL address; it looks like postgres://<user>:<password>@<host>/<database>",
    );
  if (secrets.discordChannelId && !/^\d{5,21}$/.test(secrets.discordChannelId))
    faults.push("DISCORD_CHANNEL_ID: must be a channel's id, digits only");
  if (secrets.discordApiUrl && !URL.canParse(secrets.discordApiUrl))
    faults.push("DISCORD_API_URL: is not an address; it looks like https://discord.com/api");
  return secrets;
}
