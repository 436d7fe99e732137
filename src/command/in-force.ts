/** The config that holds beside a running bot, for commands that show or change something of it. */
import { configBeside, lastGoodOf } from "../bot/config-in-force.ts";
import { ConfigError } from "../config/fault.ts";
import type { Config, ReadConfig } from "../config/load.ts";
import { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { Keeping } from "../upkeep/save.ts";
import { ASKS_NOTHING, type CommonOptions, clockOf, context, type Need } from "./context.ts";

/** The config with the watches that hold: where several share a database, they stand there. */
export async function contextInForce(options: CommonOptions, quietLevel?: string, need: Need = {}) {
  const found = context(options, quietLevel, need);
  const { config } = found;
  if (!config.secrets.databaseUrl) return found;
  return { ...found, config: await Store.beside(config, (store) => configBeside(config, store)) };
}

/** All of a command's work with the watches where they are kept. */
export async function withKeeping(
  options: CommonOptions,
  work: (keeping: Keeping) => Promise<void>,
  need: Need = ASKS_NOTHING,
): Promise<number> {
  await whereKept(options, work, need);
  return 0;
}

/**
 * Works with the watches where they are kept, beside a running bot, and gives what the work gives.
 * @param need what it can do without
 */
export async function whereKept<T>(
  options: CommonOptions,
  work: (keeping: Keeping) => Promise<T>,
  need: Need,
): Promise<T> {
  const { config, clock } = await contextInForce(options, "warn", need);
  return Store.beside(config, (store) => work({ config, store, now: clock.now() }));
}

/**
 * As `contextInForce`; and where the files have faults, what the bot that runs goes on with.
 * @throws {ConfigError} when nothing was noted of an earlier one
 */
export async function lastGood(
  options: CommonOptions,
  quietLevel?: string,
  need: Need = {},
): Promise<{ config: Config; clock: Clock; read?: ReadConfig; faults: readonly string[] }> {
  try {
    return { ...(await contextInForce(options, quietLevel, need)), faults: [] };
  } catch (error) {
    const rest = error instanceof ConfigError ? (error.rest as Config | undefined) : undefined;
    if (!(error instanceof ConfigError) || !rest) throw error;
    const texts = (await Store.beside(rest, async (store) => store?.texts.newest())) ?? [];
    const config = lastGoodOf(rest, texts);
    if (!config) throw error;
    return { config, clock: clockOf(options), faults: error.faults };
  }
}

/** Says on stderr what is not taken. */
export function sayFaults(faults: readonly string[]): void {
  if (faults.length === 0) return;
  process.stderr.write(`The config has faults; the bot goes on with the last good one:\n${faults.join("\n")}\n\n`);
}
