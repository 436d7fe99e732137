/** A bot with many sources on a simulated clock, for measuring. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { Bot } from "../../src/bot/bot.ts";
import { shares } from "../../src/check/shares.ts";
import { loadConfig } from "../../src/config/load.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import type { Source } from "../../src/watch/watch.ts";
import { CONTAINER_MEMORY } from "../stand-ins/container.ts";

export const SITE = "https://www.ohchr.org";

/** @param sources of each watch */
export async function withBot<T>(
  address: string,
  sources: readonly Source[][],
  work: (bot: Bot, clock: SimulatedClock) => Promise<T>,
): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), "coming-weeks-bench-"));
  const config = loadConfig(
    new URL("../../config/coming-weeks.yaml", import.meta.url).pathname,
    {},
    { data, origins: { [SITE]: address } },
  );
  const [watch] = config.watches;
  if (!watch) throw new Error("no watch");
  config.settings.schedule.reminders = false;
  config.settings.reading.heap_megabytes = shares(config.settings, CONTAINER_MEMORY).threads.heap;
  const clock = new SimulatedClock("2022-03-01T12:00:00Z");
  const bot = await Bot.open({
    config: { ...config, watches: sources.map((of, index) => ({ ...watch, id: `watch-${index}`, sources: of })) },
    clock,
    log: pino({ level: "silent" }),
    terminal: { write: () => undefined, show: () => "" },
  });
  try {
    return await work(bot, clock);
  } finally {
    await bot.close();
    await rm(data, { recursive: true });
  }
}

export function listingSource(id: string, url: string): Source {
  return { id, kind: "listing", url, formerly: [], existence: "confirmed", ignore: [], tell: "subject", pages: 1 };
}
