/** One request at a time per host, with a floor between them, but for a short burst when a publication is found. */
import type { Clock } from "../time/clock.ts";
import { elapsed } from "../time/instant.ts";
import { jitter } from "../time/jitter.ts";

/** Requests of one burst, which go one after the other without the pause between, and how seldom a host is asked so. */
const BURST = 3;
const BURST_EVERY_MS = 3_600_000;

/** A host that asks to be let be for longer is left to the schedule. */
const LONGEST_REST_MS = 10_000;

/** How a host's line stands. Times in milliseconds from now. */
export interface Line {
  /** Until the host may be asked again; negative where it could have been before. */
  freeIn: number;
  /** Since the last burst began, and how many requests it still has. */
  burstAgo: number;
  left: number;
  /** Whether the host asked to be let be when it answered last. */
  isRefusing: boolean;
}

/** The lines of hosts: this process's own, or such as several share. */
export interface Lines {
  /**
   * Waits until this process has the line, alone among all that share it.
   * @param pause milliseconds that the host is to be let be after a request, should this process end before it lets go
   */
  take(host: string, pause: number, signal: AbortSignal | undefined): Promise<Line>;
  /** Whether it still has it. */
  isHeld(host: string): boolean;
  /** Aborts when it may soon be another's: what is asked must stop. */
  endOf(host: string): AbortSignal | undefined;
  letGo(host: string, line: Line): Promise<void>;
}

/** Those of one process alone. */
export class OwnLines implements Lines {
  readonly #clock: Clock;
  readonly #lines = new Map<string, Line & { at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async take(host: string): Promise<Line> {
    const line = this.#lines.get(host);
    if (!line) return { freeIn: 0, burstAgo: Number.POSITIVE_INFINITY, left: 0, isRefusing: false };
    const passed = this.#now() - line.at;
    return { ...line, freeIn: line.freeIn - passed, burstAgo: line.burstAgo + passed };
  }

  isHeld(): boolean {
    return true;
  }

  endOf(): undefined {}

  async letGo(host: string, line: Line): Promise<void> {
    this.#lines.set(host, { ...line, at: this.#now() });
  }

  #now(): number {
    return Date.parse(this.#clock.now());
  }
}

/** How a request is paced. Times in milliseconds. */
export interface Manner {
  /** The least time after it until the host's next. */
  floor: number;
  /** Whether it may go in a burst: news of the publication hangs on it, and the site asks for no delay of its own. */
  mayBurst: boolean;
}

export class Pace {
  /** The last of each host that this process wants to ask. */
  readonly #tails = new Map<string, Promise<unknown>>();
  readonly #clock: Clock;
  readonly #lines: Lines;

  constructor(clock: Clock, lines: Lines) {
    this.#clock = clock;
    this.#lines = lines;
  }

  /**
   * Runs `work` when the host's line is free, and keeps the host free for the floor (plus up to a fifth) after it. It is given what
   * aborts when the line is lost.
   * @param restAsked milliseconds for which what came of it asks to be let be; undefined when it does not
   */
  async take<T>(
    host: string,
    manner: Manner,
    signal: AbortSignal | undefined,
    work: (end: AbortSignal | undefined) => Promise<T>,
    restAsked: (done: T) => number | undefined = () => undefined,
  ): Promise<T> {
    const turn = (this.#tails.get(host) ?? Promise.resolve()).then(() =>
      this.#inLine(host, manner, signal, work, restAsked),
    );
    // Nothing of what was had is kept with the line: it may be large.
    const tail = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#tails.set(host, tail);
    return turn;
  }

  async #inLine<T>(
    host: string,
    { floor, mayBurst }: Manner,
    signal: AbortSignal | undefined,
    work: (end: AbortSignal | undefined) => Promise<T>,
    restAsked: (done: T) => number | undefined,
  ): Promise<T> {
    for (;;) {
      const line = await this.#lines.take(host, floor * 1.2, signal);
      try {
        // A clock that jumped back must not make anyone wait for hours.
        const most = Math.max(floor * 1.2, LONGEST_REST_MS);
        if (line.freeIn > 0 && !(mayBurst && bursts(line))) {
          const wait = Math.min(line.freeIn, most);
          await this.#clock.sleep(wait, signal);
          line.freeIn -= wait;
          line.burstAgo += wait;
        }
        // Held up for so long that another has it by now.
        if (!this.#lines.isHeld(host)) continue;
        let rest: number | undefined;
        const began = this.#clock.now();
        try {
          const done = await work(this.#lines.endOf(host));
          rest = restAsked(done);
          line.isRefusing = rest !== undefined;
          return done;
        } finally {
          const ended = this.#clock.now();
          const usual = floor * (1 + jitter(`${host} ${ended}`) / 5);
          line.freeIn = Math.max(usual, Math.min(rest ?? 0, LONGEST_REST_MS));
          line.burstAgo += elapsed(began, ended);
        }
      } finally {
        await this.#lines.letGo(host, line);
      }
    }
  }
}

/** @returns whether a request goes out at once, as one of a burst */
function bursts(line: Line): boolean {
  if (line.isRefusing) return false;
  if (line.burstAgo >= BURST_EVERY_MS) {
    line.burstAgo = 0;
    line.left = BURST;
  }
  if (line.left === 0) return false;
  line.left--;
  return true;
}
