/** The tools that a watch is drafted with, on a site that a test makes. */
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { ReadingRoom } from "../../src/check/reader.ts";
import { shares } from "../../src/check/shares.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import type { DraftingTools } from "../../src/drafting/glimpse.ts";
import { createFetcher } from "../../src/fetch/fetcher.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import { type Origin, type Pages, startOrigin } from "./origin.ts";

/** @param sites those that the pages stand in for, each by its origin */
export async function drafting(
  pages: Pages,
  sites: readonly string[],
  at = "2022-06-01T12:00:00Z",
): Promise<{ tools: DraftingTools; origin: Origin }> {
  const origin = await startOrigin(pages);
  const settings = settingsSchema.parse({});
  const origins = Object.fromEntries(sites.map((site) => [site, origin.address]));
  const clock = new SimulatedClock(at);
  const room = new ReadingRoom(shares(settings));
  const fetcher = createFetcher({
    settings: { ...settings.fetch, origins, retries: 0 },
    clock,
    readsRobots: room.robots,
  });
  onTestFinished(async () => {
    await fetcher.close();
    await origin.close();
  });
  return { tools: { clock, fetcher, log: pino({ level: "silent" }), room, schedule: settings.schedule }, origin };
}
