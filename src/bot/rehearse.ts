/** A bot that goes through a history, on data of its own that is gone with it. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "../config/load.ts";
import type { History } from "../replay/history.ts";
import { Bot } from "./bot.ts";
import type { BotParts } from "./parts.ts";

/** Time enough to read one message before the next. */
const PACE_MS = 2500;

/** The people on Discord that a history is played to. */
export type Audience = Pick<Config, "settings" | "secrets">;

export async function openForHistory(
  history: History,
  { audience, ...parts }: Pick<BotParts, "log" | "terminal" | "onChecked"> & { audience?: Audience | undefined },
): Promise<{ bot: Bot; close: () => Promise<void> }> {
  const { clock, fetcher, unreadThen, settings } = history;
  const directory = await mkdtemp(join(tmpdir(), "coming-weeks-replay-"));
  const bot = await Bot.open({
    ...parts,
    config: {
      settings: audience
        ? { ...settings, delivery: audience.settings.delivery, discord: audience.settings.discord }
        : settings,
      watches: [...history.watches()],
      dataDirectory: directory,
      secrets: { ...audience?.secrets, databaseUrl: undefined },
      worker: "replay",
      files: {},
    },
    ...(audience ? { rehearsal: { name: randomBytes(4).toString("hex"), pace: PACE_MS } } : {}),
    clock,
    fetcher,
    unreadThen,
    archives: false,
    isLasting: false,
  });
  const close = async () => {
    await bot.close();
    await history.close();
    await rm(directory, { recursive: true, force: true });
  };
  return { bot, close };
}
