/**
 * Lets a few do what takes memory or time, has some wait, and tells the rest to come later. Who came last goes first: who has waited for long
 * has often left, and a flood keeps nobody out who comes after it.
 */
import { setImmediate } from "node:timers/promises";

/** There was no place in time: come later. */
export class Busy extends Error {}
/** One for all: where it is made says nothing, and would be kept with whatever was under way there. */
const BUSY = new Busy("there was no place in time");

interface Bounds {
  atOnce: number;
  /** How many wait at the most, and for how many milliseconds. */
  waiting: number;
  within: number;
}

interface Waiting {
  enter(): void;
  refuse(why: unknown): void;
}

export class Gate {
  readonly #bounds: Bounds;
  readonly #waiting: Waiting[] = [];
  #places: number;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
    this.#places = bounds.atOnce;
  }

  /**
   * @param left aborts when nobody waits for it any more
   * @throws {Busy} when there is no place in time; why `left` was aborted; what the work throws
   */
  async through<T>(work: () => T | Promise<T>, left?: AbortSignal): Promise<T> {
    const leave = await this.enter(left);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /**
   * Takes a place for as long as it is wanted.
   * @returns what gives it back, however often that is called
   * @throws as `through` does
   */
  async enter(left?: AbortSignal): Promise<() => void> {
    left?.throwIfAborted();
    if (this.#places > 0) this.#places -= 1;
    else await this.#wait(left);
    let isIn = true;
    return () => {
      if (isIn) void this.#giveBack();
      isIn = false;
    };
  }

  async #wait(left: AbortSignal | undefined): Promise<void> {
    const { waiting, within } = this.#bounds;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    // Who is refused leaves the line at once: a place that was given to them would be lost.
    const refuse = (why: unknown) => {
      const at = this.#waiting.indexOf(one);
      if (at < 0) return;
      this.#waiting.splice(at, 1);
      reject(why);
    };
    const one: Waiting = { enter: resolve, refuse };
    this.#waiting.push(one);
    if (this.#waiting.length > waiting) this.#waiting[0]?.refuse(BUSY);
    const tooLong = setTimeout(() => one.refuse(BUSY), within);
    const gone = () => one.refuse(left?.reason);
    left?.addEventListener("abort", gone);
    try {
      await promise;
    } finally {
      // What stayed behind would keep all that the request holds.
      clearTimeout(tooLong);
      left?.removeEventListener("abort", gone);
    }
  }

  /** Whatever else the process has to do has its turn first: who waits may want nothing but the processor. */
  async #giveBack(): Promise<void> {
    await setImmediate();
    const next = this.#waiting.pop();
    if (next) next.enter();
    else this.#places += 1;
  }
}
