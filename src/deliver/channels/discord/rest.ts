/** Discord's REST through discord.js's client for it, and what its refusals mean. */
import { DiscordAPIError, HTTPError, RateLimitError, REST, RESTJSONErrorCodes, type RESTOptions } from "discord.js";
import type { Sent } from "../../channel.ts";

/** Discord's JSON error codes that no retry mends (Discord's documentation, "Opcodes and Status Codes"). */
const FINAL_CODES = new Map<number, string>([
  [RESTJSONErrorCodes.UnknownChannel, "the channel does not exist (10003); check DISCORD_CHANNEL_ID"],
  [
    RESTJSONErrorCodes.UnknownWebhook,
    "the webhook does not exist any more (10015); make a new one and set DISCORD_WEBHOOK_URL",
  ],
  [RESTJSONErrorCodes.MissingAccess, "the bot cannot see the channel (50001); give it View Channel there"],
  [
    RESTJSONErrorCodes.MissingPermissions,
    "the bot may not write there (50013); give it Send Messages, Embed Links and Attach Files in the channel",
  ],
  [RESTJSONErrorCodes.ThreadLocked, "the thread is locked (160005); unlock it, or name another"],
  [
    RESTJSONErrorCodes.WebhooksPostedToForumChannelsMustHaveAThreadNameOrThreadId,
    "the webhook writes to a forum (220001); add ?thread_id= with a post's id to its address",
  ],
]);
const FINAL_STATUS = new Map<number, string>([
  [401, "Discord does not accept the token (401); check DISCORD_TOKEN or DISCORD_WEBHOOK_URL"],
  [403, "Discord refuses (403); check what the bot or webhook may do in the channel"],
  [404, "Discord knows no such place (404); check the channel's id or the webhook's address"],
]);
const TIMEOUT_MS = 15_000;

/** How every client of ours speaks HTTP. @param api the API's address, with or without a version; Discord's own by default */
export function restOptions(api: string | undefined): Partial<RESTOptions> {
  const [, base, version] = /^(.*?)(?:\/v(\d+))?\/?$/.exec(api ?? "") ?? [];
  return {
    ...(base ? { api: base } : {}),
    ...(version ? { version } : {}),
    // discord.js's undici takes no form data beside another version of undici (discordjs/discord.js issues 10946 and 11525);
    // Node's own fetch does.
    makeRequest: (url, { dispatcher: _, ...init }) => fetch(url, init as RequestInit),
  };
}

/** The outbox does the retrying, so that a wait outlives the process; the client only sends. */
export function client(api: string | undefined): REST {
  return new REST({
    ...restOptions(api),
    retries: 0,
    timeout: TIMEOUT_MS,
    rejectOnRateLimit: () => true,
  });
}

export function isUnknownMessage(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage;
}

/** What an error means for what was to be sent. */
export function refusal(error: unknown): Exclude<Sent, { kind: "sent" }> {
  if (error instanceof RateLimitError)
    return { kind: "later", error: "Discord asks to wait (429)", wait: error.retryAfter };
  if (error instanceof DiscordAPIError) {
    const final = FINAL_CODES.get(Number(error.code)) ?? FINAL_STATUS.get(error.status);
    if (final) return { kind: "stopped", error: final };
    return { kind: "later", error: `Discord answered ${error.status} (${error.code}: ${error.message.slice(0, 200)})` };
  }
  if (error instanceof HTTPError) {
    const final = FINAL_STATUS.get(error.status);
    return final ? { kind: "stopped", error: final } : { kind: "later", error: `Discord answered ${error.status}` };
  }
  // Of what goes wrong on the way, fetch says only that it failed; the reason is its cause.
  const { code, name } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  return { kind: "later", error: `Discord could not be reached (${code ?? name ?? "no answer"})` };
}
