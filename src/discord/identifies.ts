/**
 * How often the bot may begin a session on Discord's gateway. So many a day are allowed; over that, Discord ends all sessions and makes the
 * token anew ("Session Start Limit Object"). A session that does not last is begun again later and later.
 */
import type { APIGatewaySessionStartLimit, IIdentifyThrottler } from "discord.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Discord's own pace: one identify in so many milliseconds, of as many shards at once as it says. */
const STEP_MS = 5000;
const LONGEST_PAUSE_MS = 600_000;

/** Milliseconds, all of them. */
export interface Timing {
  now: () => number;
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export class Identifies {
  readonly #timing: Timing;
  readonly #step: number;
  #total = Number.POSITIVE_INFINITY;
  #left = Number.POSITIVE_INFINITY;
  #resetAt = Number.POSITIVE_INFINITY;
  /** When each shard began sessions in the last hour. */
  readonly #begun = new Map<number, number[]>();

  /** @param step Discord's own, but for a test */
  constructor(timing: Timing, step = STEP_MS) {
    this.#timing = timing;
    this.#step = step;
  }

  /**
   * Takes in what Discord says is left.
   * @param shards how many are to begin
   * @returns milliseconds until so many may, 0 at once
   */
  allow({ total, remaining, reset_after }: Omit<APIGatewaySessionStartLimit, "max_concurrency">, shards: number) {
    this.#total = total;
    this.#left = remaining;
    this.#resetAt = this.#timing.now() + reset_after;
    return remaining >= shards ? 0 : Math.max(reset_after, this.#step);
  }

  /**
   * Lets the shards of one connection identify, one after the other, while something is left of the day's limit.
   * @param onUsedUp told, when nothing is left, the milliseconds until there is again; until then it is waited
   */
  throttler(concurrency: number, onUsedUp: (wait: number) => void): IIdentifyThrottler {
    /** When the next may identify of the shards that share a place in the line ("Max Concurrency"). */
    const free = new Map<number, number>();
    return {
      waitForIdentify: async (shard, signal) => {
        const pause = this.#pauseOf(shard);
        if (pause > 0) await this.#timing.sleep(pause, signal);
        const key = shard % Math.max(1, concurrency);
        const at = Math.max(this.#timing.now(), free.get(key) ?? 0);
        free.set(key, at + this.#step);
        if (at > this.#timing.now()) await this.#timing.sleep(at - this.#timing.now(), signal);
        const left = this.#resetAt - this.#timing.now();
        if (this.#left <= 0 && left > 0) {
          onUsedUp(left);
          await this.#timing.sleep(left, signal);
        }
        const now = this.#timing.now();
        if (now >= this.#resetAt) this.#renew(now);
        this.#left -= 1;
        this.#begun.set(shard, [...this.#lately(shard), now]);
      },
    };
  }

  /** Discord counts by the day. */
  #renew(now: number): void {
    this.#left = this.#total;
    this.#resetAt = now + DAY_MS;
  }

  #lately(shard: number): number[] {
    const now = this.#timing.now();
    return (this.#begun.get(shard) ?? []).filter((at) => now - at < HOUR_MS);
  }

  /** Nothing before the first in an hour; before the next, double each time. */
  #pauseOf(shard: number): number {
    const lately = this.#lately(shard);
    const last = lately.at(-1);
    if (last === undefined || lately.length < 2) return 0;
    const pause = Math.min(this.#step * 2 ** (lately.length - 1), LONGEST_PAUSE_MS);
    return Math.max(0, last + pause - this.#timing.now());
  }
}
