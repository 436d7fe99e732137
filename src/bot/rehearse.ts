/** A bot that goes through a history, on data of its own that is gone with it unless it is kept. */
import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "../config/load.ts";
import { UsageError } from "../language/plain-error.ts";
import { LogTap } from "../log/tap.ts";
import type { History } from "../replay/history.ts";
import type { Desk } from "../web/desk.ts";
import { listen } from "../web/listening.ts";
import { createMetrics } from "../web/metrics.ts";
import { createPages } from "../web/server.ts";
import { Bot } from "./bot.ts";
import { type BotParts, shelvesOf } from "./parts.ts";

/** Time enough to read one message before the next. */
const PACE_MS = 2500;

/** The people on Discord that a history is played to. */
export type Audience = Pick<Config, "settings" | "secrets">;

interface Manner extends Pick<BotParts, "log" | "terminal" | "onChecked"> {
  audience?: Audience | undefined;
  /** Whether its data is kept, with the captures that everything rests on. */
  isKept?: boolean | undefined;
}

export interface Rehearsed {
  bot: Bot;
  /** Where its data is. */
  directory: string;
  /** Shows what came of it on a page. @returns the page's address */
  show: (listenOn: { host: string; port: number }) => Promise<string>;
  close: () => Promise<void>;
}

export async function openForHistory(
  history: History,
  { audience, isKept = false, ...parts }: Manner,
): Promise<Rehearsed> {
  const { clock, fetcher, unreadThen, settings } = history;
  const directory = mkdtempSync(join(tmpdir(), "coming-weeks-replay-"));
  // However the process ends: at a second Ctrl-C as well, or with its terminal.
  const remove = () => {
    if (!isKept) rmSync(directory, { recursive: true, force: true });
  };
  process.once("exit", remove);
  const hangUp = () => process.exit(129);
  process.once("SIGHUP", hangUp);
  const config: Config = {
    settings: audience
      ? { ...settings, delivery: audience.settings.delivery, discord: audience.settings.discord }
      : settings,
    watches: [...history.watches()],
    record: history.record,
    dataDirectory: directory,
    secrets: { ...audience?.secrets, databaseUrl: undefined },
    worker: "replay",
    files: {},
  };
  const bot = await Bot.open({
    ...parts,
    config,
    ...(audience ? { rehearsal: { name: randomBytes(4).toString("hex"), pace: PACE_MS } } : {}),
    clock,
    fetcher,
    unreadThen,
    archives: isKept,
    isLasting: false,
  });
  let page: Awaited<ReturnType<typeof listen>> | undefined;
  return {
    bot,
    directory,
    show: async ({ host, port }) => {
      const web = { ...config.settings.web, host, port };
      const desk = deskOf({ ...config, settings: { ...config.settings, web } }, history, bot);
      page = await listen(createPages(desk), host, port).catch((error) => {
        throw new UsageError(
          `${host}:${port} cannot be listened on (${(error as NodeJS.ErrnoException).code}); choose another with --listen`,
        );
      });
      return `http://${host}:${page.port}/`;
    },
    close: async () => {
      await page?.close();
      await bot.close();
      await history.close();
      process.off("exit", remove);
      process.off("SIGHUP", hangUp);
      remove();
    },
  };
}

/** The page of a history that is over: nothing more happens, and its clock stands still. */
function deskOf({ settings, secrets, dataDirectory }: Config, history: History, { store }: Bot): Desk {
  const watches = [...history.watches()];
  return {
    ...{ store, watches, settings, dataDirectory, record: history.record },
    clock: history.clock,
    shelves: shelvesOf({ dataDirectory, secrets: {} }),
    tap: new LogTap(),
    pulse: new EventEmitter<{ looked: [] }>(),
    metrics: createMetrics({
      ...{ watches: () => watches, clock: history.clock, patience: () => settings.schedule.patience },
      store: () => store,
    }).registry,
    health: async () => ({ isHealthy: true, lastTick: undefined, pendingMessages: 0 }),
    keys: { password: secrets.webPassword, proxySecret: secrets.webProxySecret },
  };
}
