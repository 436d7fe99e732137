/** What a bot costs while nothing is due: a tick of one watch with seven sources, of 1,000 watches, and what that is in an hour. */
import type { Bot } from "../../src/bot/bot.ts";
import { startSite } from "./checks.ts";
import { listingSource, SITE, withBot } from "./measured-bot.ts";

const TICKS = 400;
const TICKS_AN_HOUR = 360;

export async function idleCost(): Promise<void> {
  const { site, address } = await startSite();
  const sources = (watch: number, count: number) =>
    Array.from({ length: count }, (_, index) => listingSource(`source-${index}`, `${SITE}/same/${watch}-${index}`));
  try {
    const seven = await withBot(address, [sources(0, 7)], tickCost);
    const thousand = await withBot(
      address,
      Array.from({ length: 1000 }, (_, watch) => sources(watch, 1)),
      tickCost,
    );
    console.log("\nnothing due, CPU of a tick in ms (least of five rounds)\n");
    console.log(
      `1 watch, 7 sources   ${seven.toFixed(2)}   (${((seven * TICKS_AN_HOUR) / 1000).toFixed(1)} s an hour)`,
    );
    console.log(`1,000 watches        ${thousand.toFixed(2)}`);
  } finally {
    site.kill();
  }
}

/** As a running bot ticks (bot/run.ts). */
async function tickCost(bot: Bot): Promise<number> {
  await bot.watcher.pass(true);
  await bot.deliver(0);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage();
    for (let tick = 0; tick < TICKS / 5; tick++)
      await Promise.all([bot.watcher.pass(), bot.deliver(0), bot.telling.showCards(), bot.saveCopies()]);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000 / (TICKS / 5));
  }
  return least;
}
