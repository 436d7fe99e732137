/**
 * A bot under the container's flags, a watch a hostile case: one healthy source before it, one after it, and the page that
 * answers meanwhile. Run by hostile-bot.ts, which says when to look at which watch.
 */
import { EventEmitter } from "node:events";
import { pino } from "pino";
import { Bot } from "../../src/bot/bot.ts";
import { shares } from "../../src/check/shares.ts";
import { LogTap } from "../../src/log/tap.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import type { Source, Watch } from "../../src/watch/watch.ts";
import { listen } from "../../src/web/listening.ts";
import { createMetrics } from "../../src/web/metrics.ts";
import { createPages } from "../../src/web/server.ts";
import { CONTAINER_MEMORY } from "./container.ts";
import { hostileConfig, watchOf } from "./hostile-bot.ts";

const [data = "", origin = "", time] = process.argv.slice(2);
const config = hostileConfig(data, origin);
const { settings } = config;
settings.reading.heap_megabytes = shares(settings, CONTAINER_MEMORY).threads.heap;
if (time !== undefined) settings.reading.time = Number(time);
const clock = new SimulatedClock("2022-03-01T12:00:00Z");
const bot = await Bot.open({
  config,
  clock,
  log: pino({ level: "silent" }),
  terminal: { write: () => undefined, show: () => "" },
});
const { registry } = createMetrics({
  ...{ watches: () => config.watches, clock, patience: () => settings.schedule.patience },
  store: () => bot.store,
});
const pages = createPages({
  store: bot.store,
  watches: config.watches,
  record: config.record,
  settings,
  dataDirectory: data,
  shelves: bot.shelves,
  clock,
  tap: new LogTap(),
  pulse: new EventEmitter<{ looked: [] }>(),
  metrics: registry,
  health: async () => ({
    isHealthy: await bot.store.isWritable(),
    lastTick: clock.now(),
    pendingMessages: await bot.store.waiting.count(),
  }),
});
const { port } = await listen(pages, "127.0.0.1", 0);

/** Looks at the watches of some cases, all at the same time. */
process.on("message", async (indexes: number[]) => {
  const before = process.cpuUsage();
  const watches = indexes.map((index) => watchOf(config, index));
  const checked = (await Promise.all(watches.map((named) => bot.watcher.lookAt(named)))).flatMap(
    (pass) => pass.checked,
  );
  const { user, system } = process.cpuUsage(before);
  const outcomeOf = ({ id: watch }: Watch, { id: source }: Source) => {
    const { outcome, problem } = checked.find((one) => one.watch === watch && one.source === source) ?? {};
    return { outcome, problem: problem?.problem, detail: problem?.detail };
  };
  process.send?.({
    outcomes: watches.flatMap((watch) => watch.sources.map((source) => outcomeOf(watch, source))),
    cpu: (user + system) / 1e6,
  });
});
process.on("disconnect", () => process.exit(0));
process.send?.({ port });
