/**
 * The running bot: node-cron ticks, and each tick does what has come due. What is due is kept in the store, so a sleep, a
 * restart or a clock that jumps only means that more, or less, is due at the next tick.
 */
import cron from "node-cron";
import type { Logger } from "pino";
import type { Checked } from "../check/errand.ts";
import { MachineFault } from "../language/machine-fault.ts";
import { lookingOf } from "../schedule/looking.ts";
import { clockAhead } from "../status/clock-ahead.ts";
import { DatabaseAway } from "../store/fault.ts";
import type { Clock } from "../time/clock.ts";
import { Ending } from "../time/ending.ts";
import { elapsed, type InstantText } from "../time/instant.ts";
import type { Bot } from "./bot.ts";
import type { Heartbeat } from "./heartbeat.ts";
import { DUTIES, type Role } from "./role.ts";
import { Speaking, type Speech } from "./speaking.ts";

const EVERY_TEN_SECONDS = "*/10 * * * * *";
const TIDY_EVERY_MS = 86_400_000;
/** No tick and no check ended for this long: stuck, and the health check says so. */
const STUCK_AFTER_MS = 600_000;
/** How long one tick waits for a channel that asks to wait; the next tick goes on. */
const DELIVERY_PATIENCE_MS = 8000;

export interface Running {
  /** A source has been checked: it is counted, and told at once where there is news. */
  checked(checked: Checked): void;
  /** Whether ticks end, or a long one goes on from source to source. */
  isTicking(): boolean;
  /** Whether it has begun to do what it is there for. */
  isReady(): boolean;
  /** Whether it speaks on Discord, where several processes could. */
  isSpeaking(): boolean;
  lastTick(): string;
  /** Another config holds: what is new in it is looked at, and told, at once. */
  followConfig(): void;
  /** Sends what was just recorded without waiting for the next tick. */
  tellNow(): void;
  /** Finishes the check in hand, and starts nothing more. */
  stop(): Promise<void>;
}

interface Parts {
  bot: Bot;
  clock: Clock;
  log: Logger;
  role?: Role;
  /** What is done while this process speaks on Discord. */
  speech?: Speech;
  /** Where somebody is told that all is well. */
  heartbeat?: Heartbeat | undefined;
}

export function run({ bot, clock, log, role = "all", speech = SILENT, heartbeat }: Parts): Running {
  const { looks, speaks } = DUTIES[role];
  const ending = new Ending();
  const looking = lookingOf({ watcher: bot.watcher, store: bot.store, clock, log, ending });
  const speaking = new Speaking(bot.store, log, speech);
  let lastTick = clock.now();
  let hasTicked = false;
  let tidiedAt = clock.now();
  let today = newDay(tidiedAt);
  let awaySince: InstantText | undefined;
  let setBy = 0;
  const working = new Set<Promise<void>>();
  const delivering = new Set<Promise<void>>();
  /** What one tick began, and the next does not begin again before it is done: by its name. */
  const underWay = new Map<string, Promise<void>>();

  async function look(): Promise<void> {
    if (speaks && (await speaking.see())) void tellNow();
    if (!looks) return;
    const notices = await looking.tick();
    heartbeat?.beat();
    today.notices += notices;
    if (notices > 0) void tellNow();
    if (Math.abs(elapsed(tidiedAt, clock.now())) > TIDY_EVERY_MS) {
      // What a wrong clock has forgotten is gone.
      if (!clock.setBy?.()) await bot.tidy();
      // What was just found is part of the day: it is told before the day is counted.
      await Promise.all(delivering);
      tidiedAt = clock.now();
      log.info({ event: "day", ...today, pending: await bot.store.waiting.count() }, "a day’s work");
      today = newDay(tidiedAt);
    }
  }

  async function deliver(): Promise<void> {
    await bot.telling.takeOver();
    const { sent } = await bot.deliver(DELIVERY_PATIENCE_MS, ending.begun);
    today.sent += sent;
  }

  async function guard(name: string, work: () => Promise<void>): Promise<void> {
    const { unwritten } = bot.store;
    try {
      await work();
      unwritten.wrote(name, clock.now());
      // What is to be delivered is always asked of the database.
      if (name === "deliver" && awaySince) sayBack(awaySince);
    } catch (error) {
      // What is seen, told and tried meanwhile: store/unwritten.ts.
      if (error instanceof MachineFault) unwritten.refuse(name, error, clock.now());
      if (error instanceof DatabaseAway) sayAway(error);
      else if (!(error instanceof MachineFault))
        log.error({ event: "failed", step: name, error: String(error) }, "failed; tried again at the next tick");
    }
  }

  /** Once, however long it lasts. */
  function sayAway({ message }: DatabaseAway): void {
    if (!awaySince) log.error({ event: "database-away", error: message }, "the work waits for the database");
    awaySince ??= clock.now();
  }

  function sayBack(since: InstantText): void {
    log.info({ event: "database-back", since }, "the database is back; the work goes on");
    awaySince = undefined;
  }

  /** What was just recorded does not wait for what is being sent: the outbox takes the most urgent thing next. */
  const tellNow = (): Promise<void> => {
    const telling = guard("deliver", deliver).finally(() => delivering.delete(telling));
    delivering.add(telling);
    return telling;
  };
  const unlessUnderWay = (name: string, work: () => Promise<void>) => {
    if (!underWay.has(name))
      underWay.set(
        name,
        guard(name, work).finally(() => underWay.delete(name)),
      );
  };
  /** Once, each time that somebody set it. */
  function sayClock(): void {
    const by = clock.setBy?.() ?? 0;
    if (by !== 0 && by !== setBy)
      log.warn(
        { event: "clock-set", by },
        by > 0
          ? "the clock was set forward, or the machine slept: for a day, nothing is told late, or forgotten, on its word alone"
          : "the clock was set back: everything is due, and nothing is lost",
      );
    setBy = by;
  }
  const tick = () => {
    sayClock();
    // A slow host must hold up neither the clock, nor the messages, nor the watches that have nothing to do with it.
    const looked = guard("look", look).finally(() => {
      lastTick = clock.now();
      hasTicked ||= awaySince === undefined;
      working.delete(looked);
    });
    working.add(looked);
    if (delivering.size === 0) void tellNow();
    unlessUnderWay("cards", () => bot.telling.showCards(ending.begun));
    unlessUnderWay("write", () => bot.telling.tellUnwritten());
    void guard("upload", () => bot.upload());
    if (!looks) return;
    unlessUnderWay("save", () => bot.saveCopies(ending.begun));
    unlessUnderWay("seal", () => bot.seal());
    unlessUnderWay("stamp", () => bot.stamp(ending.begun));
  };
  void guard("clock", async () => {
    const ahead = await clockAhead(bot.config.watches, bot.store, clock.now());
    if (ahead) log.warn({ event: "clock-ahead", noted: ahead.noted }, ahead.says);
  });
  const task = cron.schedule(EVERY_TEN_SECONDS, tick, { name: "tick", suppressMissedWarning: true });
  tick();

  return {
    checked: ({ outcome, isConjecture, notices }) => {
      today.looks += 1;
      if (outcome === "problem" && !isConjecture) today.failed += 1;
      if (outcome === "changed") today.changes += 1;
      today.notices += notices.length;
      // The rest of what is due may take minutes.
      if (notices.length > 0) void tellNow();
    },
    isTicking: () => {
      const now = clock.now();
      const quiet = Math.min(...[bot.watcher.lastLookAt, lastTick].map((last) => Math.abs(elapsed(last, now))));
      return quiet < STUCK_AFTER_MS;
    },
    isReady: () => hasTicked,
    isSpeaking: () => speaking.isSpeaking,
    lastTick: () => lastTick,
    followConfig: () => {
      void guard("look", () => looking.followConfig());
      tick();
    },
    tellNow: () => void tellNow(),
    stop: async () => {
      await task.destroy();
      ending.begin();
      await guard("speak", () => speaking.end());
      await Promise.all([...working, guard("look", () => looking.end())]);
      await Promise.all([...delivering, ...underWay.values(), heartbeat?.end()]);
      await guard("deliver", async () => void (await bot.deliver(0)));
    },
  };
}

const SILENT: Speech = { begin: async () => undefined, end: async () => undefined };

/** What is counted for the daily line of the log. */
function newDay(since: string) {
  return { since, looks: 0, failed: 0, changes: 0, notices: 0, sent: 0 };
}
