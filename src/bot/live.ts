/** A bot that runs, or its part of one: it looks and tells, serves its page, and listens on Discord, until it is stopped. */
import { EventEmitter } from "node:events";
import type { Hono } from "hono";
import type { Logger } from "pino";
import type { Checked } from "../check/errand.ts";
import type { Config } from "../config/load.ts";
import type { Conversation } from "../discord/conversation.ts";
import type { Desk as Conversing } from "../discord/desk.ts";
import { UsageError } from "../language/plain-error.ts";
import type { LogTap } from "../log/tap.ts";
import { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { Ending } from "../time/ending.ts";
import type { Desk } from "../web/desk.ts";
import { createMetrics, type Metrics } from "../web/metrics.ts";
import { createPages, createVitals, listen } from "../web/server.ts";
import { Bot } from "./bot.ts";
import { shelvesOf } from "./parts.ts";
import { DUTIES, type Role } from "./role.ts";
import { type Running, run } from "./run.ts";

export interface Live {
  /** The page's address, where there is one. */
  page: string | undefined;
  /** Finishes what is in hand, and lets go of everything. */
  stop(): Promise<void>;
}

interface Parts {
  config: Config;
  clock: Clock;
  log: Logger;
  /** What the log says is heard here by the page. */
  tap: LogTap;
  ending: Ending;
  role: Role;
}

/** What is done besides showing pages. */
interface Work {
  store: Store;
  running: Running | undefined;
  stop(): Promise<void>;
}

/** @throws {UsageError} when the page's port is taken, or there is nobody to share the work with */
export async function goLive(parts: Parts): Promise<Live> {
  const { config, clock, tap, role } = parts;
  const { settings, watches, dataDirectory, secrets } = config;
  const { looks, speaks, shows } = DUTIES[role];
  if (role !== "all" && !secrets.databaseUrl)
    throw new UsageError(`--role ${role}: needs a database that the others share; set DATABASE_URL, or leave it out`);
  const pulse: Desk["pulse"] = new EventEmitter<{ looked: [] }>().setMaxListeners(0);
  let store: Store | undefined;
  let running: Running | undefined;
  const metrics = createMetrics({
    watches,
    clock,
    patience: settings.schedule.patience,
    store: shows ? () => store : undefined,
    speaks: speaks && secrets.databaseUrl ? () => running?.isSpeaking() ?? false : undefined,
  });
  const work = looks || speaks ? await beginWork(parts, metrics, pulse) : await justTheStore(config);
  running = work.running;
  store = work.store;
  work.store.shared?.listen((word) => {
    if (word === "recorded") pulse.emit("looked");
    else running?.tellNow();
  });
  const shelves = shelvesOf(config);
  const desk: Desk = {
    store: work.store,
    watches,
    settings,
    password: secrets.webPassword,
    dataDirectory,
    shelves,
    clock,
    tap,
    pulse,
    metrics: metrics.registry,
    health: async () => ({
      isHealthy: (running?.isTicking() ?? true) && (await work.store.isWritable()),
      lastTick: running?.lastTick(),
      pendingMessages: await work.store.waiting.count().catch(() => 0),
    }),
    isReady: shows ? undefined : work.running?.isReady,
  };
  const server = await serve(shows ? createPages(desk) : createVitals(desk), settings.web).catch(async (error) => {
    await work.stop();
    throw error;
  });
  return {
    page: server?.address,
    stop: async () => {
      await work.stop();
      await server?.close();
      await shelves.bucket?.close();
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

async function justTheStore({ secrets, worker }: Config): Promise<Work> {
  const store = await Store.onPostgres(secrets.databaseUrl ?? "", worker);
  return { store, running: undefined, stop: () => store.close() };
}

async function beginWork(parts: Parts, metrics: Metrics, pulse: Desk["pulse"]): Promise<Work> {
  const { config, clock, log, role } = parts;
  let running: Running | undefined;
  const onChecked = (checked: Checked) => {
    metrics.count(checked);
    pulse.emit("looked");
    running?.checked(checked);
  };
  const bot = await Bot.open({ config, clock, log, onChecked, role });
  let conversation: Conversation | undefined;
  const speech = {
    begin: async (rest: number) => {
      bot.places?.pause(rest);
      await bot.speak(true);
      conversation = await conversationOf(parts, bot, () => running?.tellNow());
    },
    end: async () => {
      await conversation?.stop();
      await bot.speak(false);
    },
  };
  running = run({ bot, clock, log, role, speech });
  return {
    store: bot.store,
    running,
    stop: async () => {
      await running.stop();
      await bot.close();
    },
  };
}

/** Listens on Discord where there is a bot's token, unless the settings say otherwise. Loaded only then: it is large. */
async function conversationOf(
  { config: { settings, secrets, watches }, clock, log, ending }: Parts,
  bot: Bot,
  tellNow: Conversing["tellNow"],
): Promise<Conversation | undefined> {
  const { places, store, watcher } = bot;
  if (!places || !secrets.discordToken || !settings.discord.conversation) return undefined;
  const { converse } = await import("../discord/conversation.ts");
  const followPlaces = () => bot.followPlaces();
  const desk = { clock, log, ending, tellNow, store, watcher, places, watches, settings, followPlaces };
  return converse(desk, secrets);
}
