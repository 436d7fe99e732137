/** One connection to Discord's gateway, with as many shards as Discord asks for; within it, discord.js reconnects and resumes. */
import {
  type APIGatewayBotInfo,
  Client,
  DiscordAPIError,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  type Interaction,
  Options,
  Routes,
} from "discord.js";
import type { Logger } from "pino";
import { restOptions } from "../deliver/channels/discord/requests.ts";
import type { Identifies } from "./identifies.ts";
import type { Answerable } from "./packets.ts";
import { Shards } from "./shards.ts";

/** Ends of a connection that no new one mends (Discord's documentation, "Gateway Close Event Codes"). */
const FINAL = new Map<number, string>([
  [GatewayCloseCodes.AuthenticationFailed, "Discord does not accept the token (4004); copy it anew into DISCORD_TOKEN"],
  [
    GatewayCloseCodes.DisallowedIntents,
    "Discord disallows the intents (4014); the bot asks for none but Guilds, so check the application on its Bot page",
  ],
  [GatewayCloseCodes.InvalidIntents, "Discord knows no such intents (4013); a newer version of coming-weeks is needed"],
  [
    GatewayCloseCodes.InvalidAPIVersion,
    "Discord speaks no such version of its gateway any more (4012); a newer version of coming-weeks is needed",
  ],
]);
/** Ends that a new connection mends: with as many shards as Discord then asks for. */
const ANEW: readonly number[] = [GatewayCloseCodes.ShardingRequired, GatewayCloseCodes.InvalidShard];
/** Of these, nothing is ever looked up. */
const UNCACHED = [
  "ApplicationCommandManager",
  "AutoModerationRuleManager",
  "GuildBanManager",
  "GuildEmojiManager",
  "GuildInviteManager",
  "GuildScheduledEventManager",
  "GuildStickerManager",
  "MessageManager",
  "PresenceManager",
  "ReactionManager",
  "StageInstanceManager",
  "ThreadMemberManager",
  "VoiceStateManager",
] as const;

export interface Heard {
  onReady: (client: Client<true>) => Promise<void>;
  onInteraction: (interaction: Interaction) => void;
  /** An interaction that discord.js can make nothing of. */
  onStrange: (client: Client, answerable: Answerable, error: unknown) => void;
}

export interface Access {
  token: string;
  api: string | undefined;
}

/** Why a connection ended, and after how many milliseconds, at the least, the next may begin. */
export interface End {
  why: string;
  wait: number;
  isFinal?: boolean;
}

/** What outlasts a connection. */
interface Around {
  log: Logger;
  identifies: Identifies;
  stray: Promise<Error>;
  signal: AbortSignal;
}

/**
 * One connection, from its beginning to its end.
 * @param stray resolves when Discord's client broke where nobody could catch it
 * @returns undefined when the signal ended it
 */
export async function connection(
  { token, api }: Access,
  heard: Heard,
  { log, identifies, stray, signal }: Around,
): Promise<End | undefined> {
  const { promise: ended, resolve: end } = Promise.withResolvers<End | undefined>();
  let isLost = false;
  const over = new AbortController();
  let shards: Shards | undefined;
  let concurrency = 1;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: "auto",
    allowedMentions: { parse: [] },
    // Nothing but servers, channels and roles is ever looked up.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ...Object.fromEntries(UNCACHED.map((name) => [name, 0])),
      GuildMemberManager: { maxSize: 50, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 100, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    rest: restOptions(api),
    ws: {
      buildStrategy: (manager) => {
        shards = new Shards(manager, {
          isReady: () => client.isReady(),
          application: () => client.application?.id,
          onStrange: strange,
          ended: over.signal,
        });
        return shards;
      },
      buildIdentifyThrottler: () => identifies.throttler(concurrency, waiting),
    },
  });

  function waiting(pause: number): void {
    const about = { event: "gateway-failed", step: "identify", error: usedUp(pause), wait: pause };
    log.warn(about, "Discord’s gateway; trying again");
  }
  function strange(answerable: Answerable | undefined, error: unknown): void {
    log.warn({ event: "gateway-error", error: String(error) }, "something from Discord that nobody knows");
    if (answerable) heard.onStrange(client, answerable, error);
  }

  const trouble = ({ message }: Error) => log.warn({ event: "gateway-error", error: message }, "gateway error");
  client.on(Events.Error, trouble);
  client.on(Events.ShardError, trouble);
  // discord.js tries twice a second; one line says it.
  client.on(Events.ShardReconnecting, () => {
    if (isLost || signal.aborted) return;
    isLost = true;
    log.warn({ event: "gateway-lost" }, "connection lost; reconnecting");
  });
  for (const event of [Events.ShardResume, Events.ShardReady] as const)
    client.on(event, () => {
      if (isLost) log.info({ event: "gateway-resumed" }, "connected again");
      isLost = false;
    });
  client.on(Events.ShardDisconnect, ({ code }) => {
    const why = FINAL.get(code);
    if (why) end({ why, wait: 0, isFinal: true });
    else if (ANEW.includes(code)) end({ why: `Discord asks for another number of shards (${code})`, wait: 0 });
  });
  client.on(Events.ClientReady, (ready) => {
    const { size } = ready.guilds.cache;
    log.info({ event: "gateway-ready", servers: size, shards: ready.ws.shards.size }, "listening on Discord");
    shards?.release();
    void heard.onReady(ready);
  });
  client.on(Events.InteractionCreate, heard.onInteraction);

  async function begin(): Promise<void> {
    client.rest.setToken(token);
    const about = (await client.rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
    const { session_start_limit: limit, shards: count } = about;
    if (over.signal.aborted) return;
    concurrency = limit.max_concurrency;
    const pause = identifies.allow(limit, count);
    if (pause > 0) return end({ why: usedUp(pause), wait: pause });
    await client.login(token);
  }

  const abort = () => end(undefined);
  signal.addEventListener("abort", abort, { once: true });
  void stray.then(({ message }) => end({ why: `Discord’s client broke: ${message}`, wait: 0 }));
  try {
    if (signal.aborted) return undefined;
    begin().catch((error) => end(endOf(error)));
    return await ended;
  } finally {
    over.abort();
    await client.destroy().catch((error) => strange(undefined, error));
    signal.removeEventListener("abort", abort);
  }
}

function endOf(error: unknown): End {
  const isToken = error instanceof DiscordAPIError && error.status === 401;
  const why = FINAL.get(GatewayCloseCodes.AuthenticationFailed);
  return isToken && why ? { why, wait: 0, isFinal: true } : { why: (error as Error).message, wait: 0 };
}

function usedUp(pause: number): string {
  return `Discord lets the bot begin no more sessions for ${Math.ceil(pause / 60_000)} minutes (session_start_limit)`;
}
