/** Slows down who guesses passwords, and nobody else: only a wrong one is ever held back, or counted. */
import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";

/** Wrong passwords of one client, within so many milliseconds, that are told to be wrong; those past it are told to come later. */
const MOST = 8;
const WITHIN_MS = 60_000;
const MOST_CLIENTS = 10_000;
/** Each wrong one waits for twice as long as the one before it, in milliseconds. */
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 2000;
/** Of all clients, at once: who waits takes memory. */
const MOST_WAITING = 64;

export class Guesses {
  readonly #wrong = new LRUCache<string, { count: number }>({ max: MOST_CLIENTS, ttl: WITHIN_MS });
  #waiting = 0;

  /**
   * Notes a wrong one, and holds it back.
   * @param left aborts when nobody waits for the answer any more
   * @returns undefined once its time has come; else, in seconds, when to come again
   */
  async wrong(client: string, left: AbortSignal): Promise<number | undefined> {
    const known = this.#wrong.get(client) ?? { count: 0 };
    if (known.count === 0) this.#wrong.set(client, known);
    known.count += 1;
    if (known.count > MOST || this.#waiting >= MOST_WAITING)
      return Math.max(1, Math.ceil(this.#wrong.getRemainingTTL(client) / 1000));
    this.#waiting += 1;
    try {
      await sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** known.count), undefined, { signal: left });
    } catch {
      // Nobody reads the answer.
    } finally {
      this.#waiting -= 1;
    }
    return undefined;
  }
}
