/** A bot that runs, or its part of one: it looks and tells, serves its page, and listens on Discord, until it is stopped. */
import { EventEmitter } from "node:events";
import type { Hono } from "hono";
import type { Logger } from "pino";
import type { Checked } from "../check/errand.ts";
import { ReadingRoom } from "../check/reader.ts";
import { shares } from "../check/shares.ts";
import type { Config } from "../config/load.ts";
import type { Conversation } from "../discord/conversation.ts";
import type { Desk as Conversing } from "../discord/desk.ts";
import type { DraftingTools } from "../drafting/glimpse.ts";
import { createFetcher } from "../fetch/fetcher.ts";
import { UsageError } from "../language/plain-error.ts";
import type { LogTap } from "../log/tap.ts";
import { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { Ending } from "../time/ending.ts";
import type { Watch } from "../watch/watch.ts";
import type { Desk, Upkeep } from "../web/desk.ts";
import { listen } from "../web/listening.ts";
import { createMetrics, type Metrics } from "../web/metrics.ts";
import { createPages, createVitals } from "../web/server.ts";
import { Bot } from "./bot.ts";
import { configAtStart } from "./config-in-force.ts";
import { Heartbeat } from "./heartbeat.ts";
import { LivingConfig } from "./living-config.ts";
import { type GoingOn, requestSignerOf, shelvesOf } from "./parts.ts";
import { DUTIES, type Role } from "./role.ts";
import { type Running, run } from "./run.ts";

export interface Live {
  /** The page's address, where there is one. */
  page: string | undefined;
  /** Takes what was changed about the config, without waiting for it to be noticed. */
  reload(): Promise<void>;
  /** Finishes what is in hand, and lets go of everything. */
  stop(): Promise<void>;
}

export interface LiveParts {
  config: Config;
  clock: Clock;
  log: Logger;
  /** What the log says is heard here by the page. */
  tap: LogTap;
  ending: Ending;
  role: Role;
  /** Set where it goes on although nothing can be written as it begins. */
  unwritable?: GoingOn | undefined;
  /** Where the page is served, in place of what the settings say. */
  port?: number | undefined;
}

/** What is done besides showing pages. */
interface Work {
  store: Store;
  /** The config that holds as it begins. */
  config: Config;
  running: Running | undefined;
  /** Goes on under another config. */
  use(config: Config): Promise<void>;
  /** Acts on what people decided just now; left out where another process does. */
  act?(): Promise<unknown>;
  drafting: DraftingTools;
  stop(): Promise<void>;
}

/** What changes while it runs, for those who are made before it does. */
interface Now {
  watches(): readonly Watch[];
  upkeep(): Upkeep | undefined;
}

/**
 * @throws {UsageError} when the page's port is taken, or there is nobody to share the work with
 * @throws {ConfigError} when the watches that stand in the database are none
 */
export async function goLive(parts: LiveParts): Promise<Live> {
  const { config, clock, log, tap, role } = parts;
  const { settings, dataDirectory, secrets } = config;
  const { looks, speaks, shows } = DUTIES[role];
  if (role !== "all" && !secrets.databaseUrl)
    throw new UsageError(`--role ${role}: needs a database that the others share; set DATABASE_URL, or leave it out`);
  const pulse: Desk["pulse"] = new EventEmitter<{ looked: [] }>().setMaxListeners(0);
  let work: Work | undefined;
  let living: LivingConfig | undefined;
  let upkeep: Upkeep | undefined;
  const watches = () => (living?.config ?? work?.config ?? config).watches;
  const metrics = createMetrics({
    watches,
    clock,
    patience: () => (living?.config ?? config).settings.schedule.patience,
    store: shows ? () => work?.store : undefined,
    speaks: speaks && secrets.databaseUrl ? () => work?.running?.isSpeaking() ?? false : undefined,
  });
  const begun =
    looks || speaks
      ? await beginWork(parts, metrics, pulse, { watches, upkeep: () => upkeep })
      : await justTheStore(parts);
  work = begun;
  const { store, running } = begun;
  const take = async (next: Config) => {
    await begun.use(next);
    running?.followConfig();
    pulse.emit("looked");
  };
  const reloading = new LivingConfig({ config: begun.config, store, clock, log, take });
  living = reloading;
  await reloading.begin();
  store.shared?.listen((word) => {
    if (word === "recorded") pulse.emit("looked");
    else if (word === "revised") void reloading.see("all").catch(() => undefined);
    else running?.tellNow();
  });
  const shelves = shelvesOf(config);
  const stopping = new AbortController();
  upkeep = {
    keeping: () => ({ config: reloading.config, store, now: clock.now() }),
    taken: () => reloading.see("kept"),
    decided: async ({ by, ...what }) => {
      await begun.act?.();
      log.info({ event: "decided", ...what, by }, "decided");
      running?.tellNow();
    },
    drafting: begun.drafting,
    ending: stopping.signal,
  };
  const desk: Desk = {
    store,
    get watches() {
      return watches();
    },
    get record() {
      return reloading.config.record;
    },
    config: reloading,
    upkeep,
    get settings() {
      return reloading.config.settings;
    },
    keys: { password: secrets.webPassword, proxySecret: secrets.webProxySecret },
    dataDirectory,
    shelves,
    clock,
    tap,
    pulse,
    metrics: metrics.registry,
    health: async () => ({
      isHealthy: (running?.isTicking() ?? true) && !store.unwritten.trouble && (await store.isWritable()),
      trouble: store.unwritten.trouble,
      lastTick: running?.lastTick(),
      pendingMessages: await store.waiting.count().catch(() => 0),
    }),
    isReady: shows ? undefined : running?.isReady,
  };
  const stop = async () => {
    stopping.abort();
    await reloading.stop();
    await begun.stop();
    await shelves.bucket?.close();
  };
  const server = await serve(shows ? createPages(desk) : createVitals(desk), {
    ...settings.web,
    ...(parts.port ? { port: parts.port } : {}),
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    page: server?.address,
    reload: () => reloading.see("all"),
    stop: async () => {
      await stop();
      await server?.close();
    },
  };
}

async function serve(pages: Hono, { enabled, host, port }: Config["settings"]["web"]) {
  if (!enabled) return undefined;
  try {
    const server = await listen(pages, host, port);
    return { address: `http://${host}:${server.port}`, close: server.close };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `web.port: ${host}:${port} cannot be listened on (${code}); choose another with --listen or in the settings, or set web.enabled to false`,
    );
  }
}

async function justTheStore({ config, clock, log }: LiveParts): Promise<Work> {
  const store = await Store.onPostgres(config.secrets.databaseUrl ?? "", config.worker);
  const { fetch, schedule } = config.settings;
  const room = new ReadingRoom(shares(config.settings));
  const { shared, robots: robotsMemory } = store;
  const fetcher = createFetcher({
    ...{ settings: fetch, clock, readsRobots: room.robots, lines: shared?.lines, robotsMemory },
    sign: requestSignerOf(config),
  });
  return {
    store,
    config: await configAtStart(config, store, clock.now()),
    running: undefined,
    use: async () => undefined,
    drafting: { clock, log, fetcher, room, schedule },
    stop: async () => {
      await fetcher.close();
      await store.close();
    },
  };
}

async function beginWork(parts: LiveParts, metrics: Metrics, pulse: Desk["pulse"], now: Now): Promise<Work> {
  const { config, clock, log, role, unwritable } = parts;
  let running: Running | undefined;
  const onChecked = (checked: Checked) => {
    metrics.count(checked);
    pulse.emit("looked");
    running?.checked(checked);
  };
  const bot = await Bot.open({ config, clock, log, onChecked, role, unwritable });
  let conversation: Conversation | undefined;
  const speech = {
    begin: async (rest: number) => {
      bot.telling.places?.pause(rest);
      await bot.telling.speak(true);
      conversation = await conversationOf(parts, bot, now, () => running?.tellNow());
    },
    end: async () => {
      await conversation?.stop();
      await bot.telling.speak(false);
    },
  };
  const { settings, secrets } = config;
  const heartbeatUrl = secrets.heartbeatUrl ?? settings.heartbeat_url;
  const heartbeat = heartbeatUrl ? new Heartbeat(heartbeatUrl, clock, log) : undefined;
  running = run({ bot, clock, log, role, speech, heartbeat });
  return {
    store: bot.store,
    config: bot.config,
    running,
    use: (next) => bot.use(next),
    act: () => bot.watcher.people.act(),
    drafting: bot.drafting,
    stop: async () => {
      await running.stop();
      await bot.close();
    },
  };
}

/** Listens on Discord where there is a bot's token, unless the settings say otherwise. Loaded only then: it is large. */
async function conversationOf(
  { config: { settings, secrets }, clock, log, ending }: LiveParts,
  bot: Bot,
  now: Now,
  tellNow: Conversing["tellNow"],
): Promise<Conversation | undefined> {
  const { store, watcher } = bot;
  const { places } = bot.telling;
  if (!places || !secrets.discordToken || !settings.discord.conversation) return undefined;
  const { converse } = await import("../discord/conversation.ts");
  const followPlaces = () => bot.telling.followPlaces();
  const desk: Conversing = {
    ...{ clock, log, ending, tellNow, store, watcher, places, settings, followPlaces },
    get watches() {
      return now.watches();
    },
    get record() {
      return bot.config.record;
    },
    get upkeep() {
      return now.upkeep();
    },
  };
  return converse(desk, secrets);
}
