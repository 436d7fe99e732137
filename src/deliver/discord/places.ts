/** Discord, through a webhook or a bot's REST, with discord.js's client for it. No gateway is needed to post. */
import {
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  REST,
  RESTJSONErrorCodes,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from "discord.js";
import type { Secrets } from "../../config/load.ts";
import type { Channel, Outgoing, Sent } from "../channel.ts";
import { embed } from "./embed.ts";

/** Discord's JSON error codes that no retry mends: unknown channel, unknown webhook, missing access, missing permissions. */
const FINAL_CODES = new Map<number, string>([
  [10003, "the channel does not exist (10003); check DISCORD_CHANNEL_ID"],
  [10015, "the webhook does not exist any more (10015); make a new one and set DISCORD_WEBHOOK_URL"],
  [50001, "the bot cannot see the channel (50001); give it View Channel there"],
  [50013, "the bot may not write there (50013); give it Send Messages and Embed Links in the channel"],
]);
const FINAL_STATUS = new Map<number, string>([
  [401, "Discord does not accept the token (401); check DISCORD_TOKEN or DISCORD_WEBHOOK_URL"],
  [403, "Discord refuses (403); check what the bot or webhook may do in the channel"],
  [404, "Discord knows no such place (404); check the channel's id or the webhook's address"],
]);
const TIMEOUT_MS = 15_000;
const RECENT = 50;

interface Place {
  id: string;
  rest: REST;
  post(body: RESTPostAPIChannelMessageJSONBody): Promise<{ id?: string }>;
  edit(message: string, body: RESTPatchAPIChannelMessageJSONBody): Promise<unknown>;
  /** The id of a message that already carries this delivery's mark; undefined where it cannot be looked up. */
  find(deliveryId: string): Promise<string | undefined>;
}

export function discordChannels(secrets: Secrets, mentionRole: string | undefined, takes: Channel["takes"]): Channel[] {
  const places = [webhook(secrets), bot(secrets)].filter((place) => place !== undefined);
  return places.map((place) => ({
    id: place.id,
    takes,
    close: async () => place.rest.clearHandlerSweeper(),
    send: (outgoing, isRetry) =>
      attempt(async () => {
        const posted = isRetry ? await place.find(outgoing.id) : undefined;
        return posted ?? (await place.post(body(outgoing, mentionRole))).id;
      }),
    amend: (outgoing, remoteId) =>
      attempt(async () => {
        if (remoteId) await place.edit(remoteId, { embeds: [embed(outgoing)], allowed_mentions: { parse: [] } });
        return remoteId;
      }),
  }));
}

async function attempt(work: () => Promise<string | undefined>): Promise<Sent> {
  try {
    return { kind: "sent", remoteId: await work() };
  } catch (error) {
    return sayFailure(error);
  }
}

function body(outgoing: Outgoing, mentionRole: string | undefined): RESTPostAPIChannelMessageJSONBody {
  const mentions = outgoing.notice.kind === "published" && mentionRole ? [mentionRole] : [];
  return {
    ...(mentions.length > 0 ? { content: `<@&${mentions[0]}>` } : {}),
    embeds: [embed(outgoing)],
    allowed_mentions: { parse: [], roles: mentions },
  };
}

function webhook({ discordWebhookUrl, discordApiUrl }: Secrets): Place | undefined {
  const [, api, id, token] = /^(.+?)\/webhooks\/([^/]+)\/([^/?#]+)/.exec(discordWebhookUrl ?? "") ?? [];
  if (!api || !id || !token) return undefined;
  const rest = client(discordApiUrl ?? api);
  const thread = new URL(discordWebhookUrl ?? "").searchParams.get("thread_id");
  const query = new URLSearchParams({ wait: "true", ...(thread ? { thread_id: thread } : {}) });
  return {
    id: `discord-webhook:${id}`,
    rest,
    post: (message) =>
      rest.post(Routes.webhook(id, token), { body: message, query, auth: false }) as Promise<{ id?: string }>,
    edit: (message, changed) =>
      rest.patch(Routes.webhookMessage(id, token, message), {
        body: changed,
        auth: false,
        ...(thread ? { query: new URLSearchParams({ thread_id: thread }) } : {}),
      }),
    // A webhook cannot read the channel it writes to.
    find: async () => undefined,
  };
}

function bot({ discordToken, discordChannelId, discordApiUrl }: Secrets): Place | undefined {
  if (!discordToken || !discordChannelId) return undefined;
  const rest = client(discordApiUrl).setToken(discordToken);
  return {
    id: `discord-channel:${discordChannelId}`,
    rest,
    post: (message) => {
      const deliveryId = message.embeds?.[0]?.footer?.text.split(" ").at(-1) ?? "";
      return rest.post(Routes.channelMessages(discordChannelId), {
        body: { ...message, nonce: deliveryId, enforce_nonce: true },
      }) as Promise<{ id?: string }>;
    },
    edit: (message, changed) => rest.patch(Routes.channelMessage(discordChannelId, message), { body: changed }),
    find: async (deliveryId) => {
      const messages = (await rest.get(Routes.channelMessages(discordChannelId), {
        query: new URLSearchParams({ limit: String(RECENT) }),
      })) as { id: string; embeds?: { footer?: { text?: string } }[] }[];
      return messages.find((message) => message.embeds?.some((item) => item.footer?.text?.endsWith(deliveryId)))?.id;
    },
  };
}

/** The outbox does the retrying, so that a wait outlives the process; the client only sends. */
export function client(api: string | undefined): REST {
  const [, base, version] = /^(.*?)(?:\/v(\d+))?\/?$/.exec(api ?? "") ?? [];
  return new REST({
    ...(base ? { api: base } : {}),
    ...(version ? { version } : {}),
    retries: 0,
    timeout: TIMEOUT_MS,
    rejectOnRateLimit: () => true,
  });
}

function sayFailure(error: unknown): Sent {
  if (error instanceof RateLimitError)
    return { kind: "later", error: "Discord asks to wait (429)", wait: error.retryAfter };
  if (error instanceof DiscordAPIError) {
    // Somebody deleted it: there is nothing left to bring up to date.
    if (error.code === RESTJSONErrorCodes.UnknownMessage) return { kind: "sent" };
    const final = FINAL_CODES.get(Number(error.code)) ?? FINAL_STATUS.get(error.status);
    if (final) return { kind: "stopped", error: final };
    return { kind: "later", error: `Discord answered ${error.status} (${error.code}: ${error.message.slice(0, 200)})` };
  }
  if (error instanceof HTTPError) {
    const final = FINAL_STATUS.get(error.status);
    return final ? { kind: "stopped", error: final } : { kind: "later", error: `Discord answered ${error.status}` };
  }
  const { code, name } = error as NodeJS.ErrnoException;
  return { kind: "later", error: `Discord could not be reached (${code ?? name ?? "no answer"})` };
}
