/** The bot, until it is told to stop. */
import { EventEmitter, once } from "node:events";
import { join } from "node:path";
import { ARCHIVE_FOLDER, Bot } from "../bot/bot.ts";
import { run } from "../bot/run.ts";
import type { Checked } from "../check/errand.ts";
import type { Config } from "../config/load.ts";
import type { Conversation } from "../discord/conversation.ts";
import type { Desk as Conversing } from "../discord/desk.ts";
import { UsageError } from "../language/plain-error.ts";
import { createLog, logStreams } from "../log/log.ts";
import { LogTap } from "../log/tap.ts";
import type { Store } from "../store/store.ts";
import type { Desk } from "../web/desk.ts";
import { createMetrics } from "../web/metrics.ts";
import { createPages, listen } from "../web/server.ts";
import { type CommonOptions, context, endAtSignal } from "./context.ts";

/** SIGTERM to the end of the process, at the most. */
const STOP_WITHIN_MS = 9000;

export async function start(options: CommonOptions): Promise<number> {
  const { config, clock } = context(options);
  const { web } = config.settings;
  const streams = await logStreams(config.settings, config.dataDirectory);
  const tap = new LogTap();
  const log = createLog(config.settings.log.level, config.secrets, tap.on(streams.stream));
  const ending = endAtSignal();
  const pulse: Desk["pulse"] = new EventEmitter<{ looked: [] }>().setMaxListeners(0);
  let store: Store | undefined;
  const metrics = createMetrics(config.watches, () => store);
  const onChecked = (checked: Checked) => {
    metrics.count(checked);
    pulse.emit("looked");
  };
  const bot = await Bot.open({ config, clock, log, onChecked });
  store = bot.store;
  const running = run(bot, clock, log);
  const pages = createPages({
    store: bot.store,
    watches: config.watches,
    settings: config.settings,
    password: config.secrets.webPassword,
    dataDirectory: config.dataDirectory,
    archiveDirectory: join(config.dataDirectory, ARCHIVE_FOLDER),
    clock,
    tap,
    pulse,
    metrics: metrics.registry,
    health: async () => ({
      isHealthy: running.isTicking() && (await bot.store.isWritable()),
      lastTick: running.lastTick(),
      pendingMessages: await bot.store.deliveries.pendingCount(),
    }),
  });
  const server = web.enabled
    ? await listen(pages, web.host, web.port).catch(async (error: NodeJS.ErrnoException) => {
        await running.stop();
        await bot.close();
        throw new UsageError(
          `web.port: ${web.host}:${web.port} cannot be listened on (${error.code}); choose another with --listen or in the settings, or set web.enabled to false`,
        );
      })
    : undefined;
  const conversation = await conversationOf(config, { bot, clock, log, ending, tellNow: () => running.tellNow() });
  log.info(
    {
      event: "started",
      watches: config.watches.map((watch) => watch.id),
      sources: config.watches.reduce((sum, watch) => sum + watch.sources.length, 0),
      data: config.dataDirectory,
      ...(server
        ? {
            page: `http://${web.host}:${server.port}/`,
            health: `http://${web.host}:${server.port}/healthz`,
          }
        : {}),
    },
    "started",
  );
  if (!ending.begun.aborted) await once(ending.begun, "abort");
  log.info({ event: "stopping" }, "stopping");
  // A host that never answers must not hold up the end; nothing is lost, as each step was recorded whole.
  const deadline = setTimeout(() => {
    log.warn({ event: "stopped", isClean: false }, "stopped without waiting any longer");
    process.exit(0);
  }, STOP_WITHIN_MS);
  await conversation?.stop();
  await running.stop();
  await server?.close();
  await bot.close();
  clearTimeout(deadline);
  log.info({ event: "stopped", isClean: true }, "stopped");
  streams.close();
  // A gateway that is down goes on being connected to by discord.js, even after its client was destroyed.
  process.exit(0);
}

/** Listens on Discord where there is a bot's token, unless the settings say otherwise. */
async function conversationOf(
  { settings, secrets, watches }: Config,
  desk: Pick<Conversing, "bot" | "clock" | "log" | "ending" | "tellNow">,
): Promise<Conversation | undefined> {
  const { places } = desk.bot;
  if (!places || !secrets.discordToken || !settings.discord.conversation) return undefined;
  const { converse } = await import("../discord/conversation.ts");
  return converse({ ...desk, places, watches, settings }, secrets);
}
