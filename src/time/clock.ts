/** The only place where time comes in. Everything else is handed an instant. */
import { setTimeout as wait } from "node:timers/promises";
import { DAY_MS, type InstantText } from "./instant.ts";

export interface Clock {
  now(): InstantText;
  /** Resolves after the time has passed on this clock, or rejects when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** By how many milliseconds somebody set it within the last day, forward or back, as far as that is known. The machine may also have slept. */
  setBy?(): number;
}

/** What corrects a clock little by little does not do so at once. */
const LEAST_JUMP_MS = 300_000;
/** After that, the clock is believed to be right. */
const DOUBTED_FOR_MS = DAY_MS;

/**
 * @param shown milliseconds, as the machine's clock shows them
 * @param counted milliseconds, as the machine counts them by itself
 */
export function watchedClock(shown: () => number, counted: () => number): Clock {
  let jumps: { by: number; at: number }[] = [];
  let last: { shown: number; counted: number } | undefined;
  const see = () => {
    const now = { shown: shown(), counted: counted() };
    const by = last ? now.shown - last.shown - (now.counted - last.counted) : 0;
    if (Math.abs(by) >= LEAST_JUMP_MS) jumps.push({ by, at: now.counted });
    last = now;
    return now;
  };
  return {
    now: () => new Date(see().shown).toISOString(),
    setBy: () => {
      const now = see();
      jumps = jumps.filter(({ at }) => now.counted - at < DOUBTED_FOR_MS).slice(-100);
      const sum = jumps.reduce((sum, { by }) => sum + by, 0);
      return Math.abs(sum) >= LEAST_JUMP_MS ? sum : 0;
    },
    sleep: async (milliseconds, signal) => {
      await wait(milliseconds, undefined, signal ? { signal } : {});
    },
  };
}

export const systemClock: Clock = watchedClock(
  () => Date.now(),
  () => performance.now(),
);

/** Acts as if the process had started at an instant, and runs on from there. */
export function clockFrom(start: InstantText): Clock {
  const offset = Date.parse(start) - Date.now();
  return { ...systemClock, now: () => new Date(Date.now() + offset).toISOString() };
}

/** Time that passes only when somebody waits for it. */
export class SimulatedClock implements Clock {
  #milliseconds: number;
  constructor(start: InstantText) {
    this.#milliseconds = Date.parse(start);
  }
  now(): InstantText {
    return new Date(this.#milliseconds).toISOString();
  }
  async sleep(milliseconds: number): Promise<void> {
    this.#milliseconds += milliseconds;
  }
  /** Goes on to an instant, never back. */
  moveTo(instant: InstantText): void {
    this.#milliseconds = Math.max(this.#milliseconds, Date.parse(instant));
  }
  /** Shows an instant, as a clock that may have been set back did. */
  setTo(instant: InstantText): void {
    this.#milliseconds = Date.parse(instant);
  }
}
