/**
 * The running bot: node-cron ticks, and each tick does what has come due. What is due is kept in the store, so a sleep, a
 * restart or a clock that jumps only means that more, or less, is due at the next tick.
 */
import cron from "node-cron";
import type { Logger } from "pino";
import type { Clock } from "../time/clock.ts";
import { Ending } from "../time/ending.ts";
import { elapsed } from "../time/instant.ts";
import type { Bot } from "./bot.ts";

const EVERY_TEN_SECONDS = "*/10 * * * * *";
const TIDY_EVERY_MS = 86_400_000;
/** No tick and no check ended for this long: stuck, and the health check says so. */
const STUCK_AFTER_MS = 600_000;
/** How long one tick waits for a channel that asks to wait; the next tick goes on. */
const DELIVERY_PATIENCE_MS = 8000;

export interface Running {
  /** Whether ticks end, or a long one goes on from source to source. */
  isTicking(): boolean;
  lastTick(): string;
  /** Sends what was just recorded without waiting for the next tick. */
  tellNow(): void;
  /** Finishes the check in hand, and starts nothing more. */
  stop(): Promise<void>;
}

export function run(bot: Bot, clock: Clock, log: Logger): Running {
  const ending = new Ending();
  let lastTick = clock.now();
  let tidiedAt = clock.now();
  let today = newDay(tidiedAt);
  const working = new Set<Promise<void>>();
  const delivering = new Set<Promise<void>>();
  let showing: Promise<void> | undefined;
  let saving: Promise<void> | undefined;

  async function look(): Promise<void> {
    const { checked, notices } = await bot.watcher.pass(false, ending);
    const problems = checked.filter((one) => one.outcome === "problem" && !one.isConjecture).length;
    if (checked.length > 0)
      log.debug({ event: "pass", checks: checked.length, problems, notices: notices.length }, "looked");
    today.looks += checked.length;
    today.failed += problems;
    today.changes += checked.filter((one) => one.outcome === "changed").length;
    today.notices += notices.length;
    if (notices.length > 0) void tellNow();
    if (Math.abs(elapsed(tidiedAt, clock.now())) > TIDY_EVERY_MS) {
      await bot.tidy();
      // What was just found is part of the day: it is told before the day is counted.
      await Promise.all(delivering);
      tidiedAt = clock.now();
      log.info({ event: "day", ...today, pending: await bot.store.waiting.count() }, "a day’s work");
      today = newDay(tidiedAt);
    }
  }

  async function deliver(): Promise<void> {
    const { sent } = await bot.deliver(DELIVERY_PATIENCE_MS, ending.begun);
    today.sent += sent;
  }

  function guard(name: string, work: () => Promise<void>): Promise<void> {
    return work().catch((error) =>
      log.error({ event: "failed", step: name, error: String(error) }, "failed; tried again at the next tick"),
    );
  }

  /** What was just recorded does not wait for what is being sent: the outbox takes the most urgent thing next. */
  const tellNow = (): Promise<void> => {
    const telling = guard("deliver", deliver).finally(() => delivering.delete(telling));
    delivering.add(telling);
    return telling;
  };
  const tick = () => {
    // A slow host must hold up neither the clock, nor the messages, nor the watches that have nothing to do with it.
    const looking = guard("look", look).finally(() => {
      lastTick = clock.now();
      working.delete(looking);
    });
    working.add(looking);
    if (delivering.size === 0) void tellNow();
    showing ??= guard("cards", () => bot.showCards(ending.begun)).finally(() => {
      showing = undefined;
    });
    saving ??= guard("save", () => bot.saveCopies(ending.begun)).finally(() => {
      saving = undefined;
    });
    void guard("upload", () => bot.upload());
  };
  const task = cron.schedule(EVERY_TEN_SECONDS, tick, { name: "tick", suppressMissedWarning: true });
  tick();

  return {
    isTicking: () => {
      const now = clock.now();
      const quiet = Math.min(...[bot.watcher.lastLookAt, lastTick].map((last) => Math.abs(elapsed(last, now))));
      return quiet < STUCK_AFTER_MS;
    },
    lastTick: () => lastTick,
    tellNow: () => void tellNow(),
    stop: async () => {
      await task.destroy();
      ending.begin();
      await Promise.all(working);
      await Promise.all([...delivering, showing, saving]);
      await guard("deliver", async () => void (await bot.deliver(0)));
    },
  };
}

/** What is counted for the daily line of the log. */
function newDay(since: string) {
  return { since, looks: 0, failed: 0, changes: 0, notices: 0, sent: 0 };
}
