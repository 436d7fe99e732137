/** Looks at addresses that people ask for: a few at once, each no longer than somebody waits, and others are told that it is busy. */
import pLimit from "p-limit";
import { PlainError } from "../../language/plain-error.ts";

const AT_ONCE = 2;
const MOST_WAITING = 4;

export class Looks {
  readonly #limit = pLimit(AT_ONCE);
  readonly #ending: AbortSignal;

  constructor(ending: AbortSignal) {
    this.#ending = ending;
  }

  /**
   * @param within milliseconds after which it is cut short
   * @param left aborts when nobody waits for it any more: its place is another's at once, whatever it still waits for
   * @throws {PlainError} when too many wait already
   */
  async look<T>(within: number, work: (signal: AbortSignal) => Promise<T>, left?: AbortSignal): Promise<T> {
    if (this.#limit.pendingCount >= MOST_WAITING)
      throw new PlainError("Others are having pages looked at just now; try again in a minute.", 1);
    return this.#limit(async () => {
      const signal = AbortSignal.any([this.#ending, AbortSignal.timeout(within), ...(left ? [left] : [])]);
      if (!left) return work(signal);
      const working = work(signal);
      working.catch(() => undefined);
      return Promise.race([working, rejectedAt(left)]);
    });
  }
}

function rejectedAt(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
