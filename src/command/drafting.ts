/** What the commands that look at a site before it is watched work with. */
import { requestsKeyIn } from "../archive/chain/keys.ts";
import { requestSignerOf } from "../bot/parts.ts";
import { ReadingRoom } from "../check/reader.ts";
import { shares } from "../check/shares.ts";
import { loadSettings } from "../config/load.ts";
import type { DraftingTools } from "../drafting/glimpse.ts";
import { createFetcher } from "../fetch/fetcher.ts";
import { createLog } from "../log/log.ts";
import type { Clock } from "../time/clock.ts";
import { type CommonOptions, clockOf, endAtSignal } from "./context.ts";

export interface DraftingRoom {
  tools: DraftingTools;
  clock: Clock;
  /** Begins to be aborted at Ctrl-C. */
  signal: AbortSignal;
}

/** Lends the tools for as long as some work takes. The exit code is the signal's where one cut it short. */
export async function withTools(
  options: CommonOptions,
  work: (room: DraftingRoom) => Promise<number>,
): Promise<number> {
  const { config, data, origin, logLevel } = options;
  const found = loadSettings(config, process.env, {
    data,
    ...(origin ? { origins: origin } : {}),
    logLevel: logLevel ?? "error",
  });
  const { settings } = found;
  const clock = clockOf(options);
  const reading = new ReadingRoom(shares(settings));
  // By the key that the bot has; without one no site knows its signature yet.
  const sign = requestSignerOf(found, requestsKeyIn);
  const fetcher = createFetcher({ settings: settings.fetch, clock, readsRobots: reading.robots, sign });
  const log = createLog(settings.log.level);
  const ending = endAtSignal();
  try {
    const tools = { clock, fetcher, log, room: reading, schedule: settings.schedule };
    const code = await work({ tools, clock, signal: ending.begun });
    return ending.begun.aborted ? ending.exitCode : code;
  } catch (error) {
    if (!ending.begun.aborted) throw error;
    process.stderr.write("Stopped; nothing was written.\n");
    return ending.exitCode;
  } finally {
    await fetcher.close();
  }
}
