/** The only place where time comes in. Everything else is handed an instant. */
import { setTimeout as wait } from "node:timers/promises";
import type { InstantText } from "./instant.ts";

export interface Clock {
  now(): InstantText;
  /** Resolves after the time has passed on this clock, or rejects when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, signal ? { signal } : {});
  },
};

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
