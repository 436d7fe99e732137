/** A bot that runs: it looks and tells, serves its page, and listens on Discord, until it is stopped. */
import { EventEmitter } from "node:events";
import type { Logger } from "pino";
import type { Checked } from "../check/errand.ts";
import type { Config } from "../config/load.ts";
import type { Conversation } from "../discord/conversation.ts";
import type { Desk as Conversing } from "../discord/desk.ts";
import { UsageError } from "../language/plain-error.ts";
import type { LogTap } from "../log/tap.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { Ending } from "../time/ending.ts";
import type { Desk } from "../web/desk.ts";
import { createMetrics } from "../web/metrics.ts";
import { createPages, listen } from "../web/server.ts";
import { Bot } from "./bot.ts";
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
}

/** @throws {UsageError} when the page's port is taken */
export async function goLive({ config, clock, log, tap, ending }: Parts): Promise<Live> {
  const { settings, watches, dataDirectory, secrets } = config;
  const pulse: Desk["pulse"] = new EventEmitter<{ looked: [] }>().setMaxListeners(0);
  let store: Store | undefined;
  const metrics = createMetrics(watches, () => store);
  let running: Running | undefined;
  const onChecked = (checked: Checked) => {
    metrics.count(checked);
    pulse.emit("looked");
    // The rest of the pass may take minutes.
    if (checked.notices.length > 0) running?.tellNow();
  };
  const bot = await Bot.open({ config, clock, log, onChecked });
  store = bot.store;
  running = run(bot, clock, log);
  const pages = createPages({
    store: bot.store,
    watches,
    settings,
    password: secrets.webPassword,
    dataDirectory,
    shelves: bot.shelves,
    clock,
    tap,
    pulse,
    metrics: metrics.registry,
    health: async () => ({
      isHealthy: running.isTicking() && (await bot.store.isWritable()),
      lastTick: running.lastTick(),
      pendingMessages: await bot.store.waiting.count(),
    }),
  });
  const { web } = settings;
  const server = web.enabled
    ? await listen(pages, web.host, web.port).catch(async (error: NodeJS.ErrnoException) => {
        await running.stop();
        await bot.close();
        throw new UsageError(
          `web.port: ${web.host}:${web.port} cannot be listened on (${error.code}); choose another with --listen or in the settings, or set web.enabled to false`,
        );
      })
    : undefined;
  const conversation = await conversationOf(config, bot, { clock, log, ending, tellNow: () => running.tellNow() });
  return {
    page: server && `http://${web.host}:${server.port}`,
    stop: async () => {
      await conversation?.stop();
      await running.stop();
      await server?.close();
      await bot.close();
    },
  };
}

/** Listens on Discord where there is a bot's token, unless the settings say otherwise. Loaded only then: it is large. */
async function conversationOf(
  { settings, secrets, watches }: Config,
  bot: Bot,
  desk: Pick<Conversing, "clock" | "log" | "ending" | "tellNow">,
): Promise<Conversation | undefined> {
  const { places, store, watcher } = bot;
  if (!places || !secrets.discordToken || !settings.discord.conversation) return undefined;
  const { converse } = await import("../discord/conversation.ts");
  const followPlaces = () => bot.followPlaces();
  return converse({ ...desk, store, watcher, places, watches, settings, followPlaces }, secrets);
}
