/** A real bot on real SQLite and real HTTP, with the shipped watch, on a clock that a test moves. */
import { rmSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { Bot } from "../../src/bot/bot.ts";
import type { Checked } from "../../src/check/errand.ts";
import { type Config, loadConfig } from "../../src/config/load.ts";
import type { Secrets } from "../../src/config/secrets.ts";
import type { Notice } from "../../src/judge/notice.ts";
import type { Pass } from "../../src/schedule/watcher.ts";
import { statusRecord } from "../../src/status/status-record.ts";
import { Store } from "../../src/store/store.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import { KNOWING_CONFIG } from "./knowing-config.ts";
import { LATEST_PATH, listing, ordinaryRows, SITE } from "./ohchr.ts";
import { type Origin, type Pages, startOrigin } from "./origin.ts";

export interface Rehearsal {
  origin: Origin;
  bot: Bot;
  clock: SimulatedClock;
  config: Config;
  /** Every notice so far, and what the terminal channel was sent. */
  told: Notice[];
  shown: Notice[];
  /** One pass over every source at an instant. */
  at(instant: string): Promise<Pass & { of(source: string): Checked }>;
  kinds(): string[];
  status(): Promise<Awaited<ReturnType<typeof statusRecord>>>;
  /** Closes the bot and opens it anew on the same data. */
  restart(): Promise<void>;
}

export interface RehearsalOptions {
  pages?: Pages;
  secrets?: Secrets;
  data?: string;
  adjust?: (config: Config) => void;
  onChecked?: (checked: Checked) => void;
  /** Another store than SQLite in a folder of its own. */
  openStore?: () => Promise<Store>;
}

const LOADED = loadConfig(KNOWING_CONFIG, {});

/** The data of a bot that has seen nothing yet: what a rehearsal begins with, rather than to make every table anew. */
const EMPTY = await mkdtemp(join(tmpdir(), "coming-weeks-empty-"));
await (await Store.open(EMPTY, { isLasting: false })).close();
process.on("exit", () => rmSync(EMPTY, { recursive: true, force: true }));

export async function rehearse({
  pages = {},
  secrets = {},
  data,
  adjust,
  onChecked = () => undefined,
  openStore,
}: RehearsalOptions = {}): Promise<Rehearsal> {
  const origin = await startOrigin({ [LATEST_PATH]: listing(ordinaryRows()), ...pages });
  const directory = data ?? (await mkdtemp(join(tmpdir(), "coming-weeks-test-")));
  if (!data) await cp(EMPTY, directory, { recursive: true });
  const { record, ...loaded } = LOADED;
  const config = { ...structuredClone(loaded), record, dataDirectory: directory, secrets };
  config.settings.fetch.origins = { [SITE]: origin.address };
  config.settings.schedule.jitter = 0;
  config.settings.fetch.retries = 0;
  adjust?.(config);
  const clock = new SimulatedClock("2021-12-10T12:00:00Z");
  const told: Notice[] = [];
  const shown: Notice[] = [];
  const show = (notice: Notice) => {
    shown.push(notice);
    return "";
  };
  const open = () =>
    Bot.open({
      ...{ config, clock, log: pino({ level: "silent" }), terminal: { write: () => undefined, show }, onChecked },
      ...{ isLasting: false, openStore },
    });
  const rehearsal: Rehearsal = {
    origin,
    bot: await open(),
    clock,
    config,
    told,
    shown,
    at: async (instant) => {
      clock.moveTo(instant);
      const pass = await rehearsal.bot.watcher.pass(true);
      told.push(...pass.notices);
      return {
        ...pass,
        of: (source) => {
          const found = pass.checked.find((checked) => checked.source === source);
          if (!found) throw new Error(`${source} was not checked`);
          return found;
        },
      };
    },
    kinds: () => told.map((notice) => notice.kind),
    status: () => {
      const [watch] = config.watches;
      if (!watch) throw new Error("no watch");
      return statusRecord(watch, rehearsal.bot.store, clock.now(), config.settings.schedule.patience);
    },
    restart: async () => {
      await rehearsal.bot.close();
      rehearsal.bot = await open();
    },
  };
  onTestFinished(async () => {
    await rehearsal.bot.close();
    await origin.close();
    if (!data) await rm(directory, { recursive: true, force: true });
  });
  return rehearsal;
}
