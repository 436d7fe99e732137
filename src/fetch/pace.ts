/** One request at a time per host, with a floor between them. */
import type { Clock } from "../time/clock.ts";
import { jitter } from "../time/jitter.ts";

interface Line {
  tail: Promise<unknown>;
  freeAt: number;
}

export class Pace {
  readonly #lines = new Map<string, Line>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Runs `work` when the host's line is free, and keeps the host free for `floor` milliseconds (plus up to a fifth) after it. */
  async take<T>(host: string, floor: number, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(host) ?? { tail: Promise.resolve(), freeAt: 0 };
    this.#lines.set(host, line);
    const turn = line.tail.then(async () => {
      const wait = line.freeAt - Date.parse(this.#clock.now());
      // A clock that jumped back must not make anyone wait for hours.
      if (wait > 0) await this.#clock.sleep(Math.min(wait, floor * 1.2), signal);
      try {
        return await work();
      } finally {
        const now = this.#clock.now();
        line.freeAt = Date.parse(now) + floor * (1 + jitter(`${host} ${now}`) / 5);
      }
    });
    // Nothing of what was had is kept with the line: it may be large.
    line.tail = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }
}
