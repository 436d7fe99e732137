/** One request at a time per host, with a floor between them, but for a short burst when a publication is found. */
import type { Clock } from "../time/clock.ts";
import { jitter } from "../time/jitter.ts";

/** Requests of one burst, which go one after the other without the pause between, and how seldom a host is asked so. */
const BURST = 3;
const BURST_EVERY_MS = 3_600_000;

interface Line {
  tail: Promise<unknown>;
  freeAt: number;
  /** When the last burst began, and how many requests it still has. */
  burstAt: number;
  left: number;
  /** Whether the host asked to be let be when it answered last. */
  isRefusing: boolean;
}

/** How a request is paced. Times in milliseconds. */
export interface Manner {
  /** The least time after it until the host's next. */
  floor: number;
  /** Whether it may go in a burst: news of the publication hangs on it, and the site asks for no delay of its own. */
  mayBurst: boolean;
}

export class Pace {
  readonly #lines = new Map<string, Line>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Runs `work` when the host's line is free, and keeps the host free for the floor (plus up to a fifth) after it.
   * @param isRefusal whether what came of it asks to be let be
   */
  async take<T>(
    host: string,
    { floor, mayBurst }: Manner,
    signal: AbortSignal | undefined,
    work: () => Promise<T>,
    isRefusal: (done: T) => boolean = () => false,
  ): Promise<T> {
    const line = this.#lines.get(host) ?? newLine();
    this.#lines.set(host, line);
    const turn = line.tail.then(async () => {
      const now = Date.parse(this.#clock.now());
      const wait = line.freeAt - now;
      // A clock that jumped back must not make anyone wait for hours.
      if (wait > 0 && !(mayBurst && this.#bursts(line, now)))
        await this.#clock.sleep(Math.min(wait, floor * 1.2), signal);
      try {
        const done = await work();
        line.isRefusing = isRefusal(done);
        return done;
      } finally {
        const ended = this.#clock.now();
        line.freeAt = Date.parse(ended) + floor * (1 + jitter(`${host} ${ended}`) / 5);
      }
    });
    // Nothing of what was had is kept with the line: it may be large.
    line.tail = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  /** @returns whether a request goes out at once, as one of a burst */
  #bursts(line: Line, now: number): boolean {
    if (line.isRefusing) return false;
    if (now - line.burstAt >= BURST_EVERY_MS) {
      line.burstAt = now;
      line.left = BURST;
    }
    if (line.left === 0) return false;
    line.left--;
    return true;
  }
}

function newLine(): Line {
  return { tail: Promise.resolve(), freeAt: 0, burstAt: Number.NEGATIVE_INFINITY, left: 0, isRefusing: false };
}
