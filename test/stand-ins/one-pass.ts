/** One pass over every source and one delivery, by a bot that is opened for it. */
import type { Logger } from "pino";
import { Bot } from "../../src/bot/bot.ts";
import { loadConfig } from "../../src/config/load.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import { accessTo } from "./discord/discord.ts";
import { KNOWING_CONFIG } from "./knowing-config.ts";
import { SITE } from "./ohchr.ts";

export interface OnePass {
  data: string;
  /** Where the publisher's site, and Discord's API, stand. */
  origin: string;
  api: string;
  at: string;
}

export async function onePass({ data, origin, api, at }: OnePass, log: Logger): Promise<void> {
  const config = {
    ...loadConfig(KNOWING_CONFIG, {}, { data, origins: { [SITE]: origin } }),
    secrets: accessTo({ api }),
  };
  config.settings.fetch.retries = 0;
  // The addresses that nobody confirmed go through the same steps once more, and find nothing.
  for (const watch of config.watches)
    watch.sources = watch.sources.filter((source) => source.existence === "confirmed");
  const bot = await Bot.open({ config, clock: new SimulatedClock(at), log });
  await bot.watcher.pass(true);
  await bot.deliver(60_000);
  await bot.telling.showCards();
  await bot.close();
}
