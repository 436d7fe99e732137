/**
 * The threads that read, one pool a process: started on need, ended when idle, and ended in the middle of their work when it
 * takes too long or too much. A thread's own limit counts its heap alone; what a small body unpacks to lies outside it, so
 * the whole process is watched as well.
 */
import { getCompileCacheDir } from "node:module";
import { dirname, extname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import pLimit from "p-limit";
import { Piscina } from "piscina";
import { memoryHeld, roomLeft } from "./memory.ts";
import type { Task } from "./reading.worker.ts";

export interface ThreadLimits {
  threads: number;
  /** Of one thing to read, in time of the processor: on a machine that is busy with other things nothing takes longer by that. */
  milliseconds: number;
  /** A thread's heap, in megabytes. */
  heap: number;
  /** How much the process may grow while it reads, in bytes. */
  growth: number;
}

/** Too much of what a thing to read takes. The message completes "the source …". */
export class CutShort extends Error {}

/** A thread that ended by itself: out of its heap, or for whatever else. */
class Ended extends CutShort {
  /** Whether it had read nothing before. */
  readonly wasFresh: boolean;
  constructor(message: string, wasFresh: boolean) {
    super(message);
    this.wasFresh = wasFresh;
  }
}

/** What unpacks to gigabytes takes a hundred megabytes in a few hundredths of a second. */
const WATCH_EVERY_MS = 5;
/** So many times what it may take of the processor. */
const LONGEST_BY_THE_CLOCK = 4;
const IDLE_MS = 30_000;
const LONGEST_END_MS = 500;
/**
 * V8 takes a third of it, rounded up to a power of two, before it looks for garbage. Reading a page of 100 KB makes 2 MB; where much
 * less than several pages fit, each is moved among the old before it is garbage, and those are gone through four times as often.
 */
const YOUNG_MEGABYTES = 16;
const STACK_MEGABYTES = 4;

// A page's tree lives as long as its page is read. Where V8 finds most of one alive each time that it looks for garbage, it puts all that
// follow among the old at once, where they stay until all of the heap is gone through: reading took half as much again. V8 has this flag
// for a process and not for a thread.
setFlagsFromString("--no-allocation-site-pretenuring");

export class Threads {
  readonly #pool: Piscina;
  readonly #turns: ReturnType<typeof pLimit>;
  readonly #limits: ThreadLimits;
  /** Whether the next thing is read in a thread that has read nothing yet. */
  #isFresh = true;

  constructor(limits: ThreadLimits) {
    const compiled = getCompileCacheDir();
    this.#limits = limits;
    this.#turns = pLimit(limits.threads);
    this.#pool = new Piscina({
      filename: new URL(`reading.worker${extname(import.meta.url)}`, import.meta.url).href,
      minThreads: 0,
      maxThreads: limits.threads,
      idleTimeout: IDLE_MS,
      // No secret of the environment is where hostile pages are read. What Node keeps compiled saves a thread half its start.
      env: compiled ? { NODE_COMPILE_CACHE: dirname(compiled) } : {},
      resourceLimits: {
        maxOldGenerationSizeMb: limits.heap,
        maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
        stackSizeMb: STACK_MEGABYTES,
      },
    });
    // A thread that dies in the middle of a task is told there.
    this.#pool.on("error", () => undefined);
  }

  /** Whether one thing is read at a time, whatever the limits say. */
  set isAlone(isAlone: boolean) {
    this.#turns.concurrency = isAlone ? 1 : this.#limits.threads;
  }

  /** Does what is to be done around a reading when its turn has come. */
  turn<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns(work);
  }

  /**
   * Reads one thing. It is for its turn to call this.
   * @throws {CutShort} when it takes more than its limits
   */
  async run(task: Task): Promise<unknown> {
    try {
      return await this.#attempt(task);
    } catch (error) {
      // A thread that ends by itself may end of what it read before: what it was reading is given to a fresh one.
      if (!(error instanceof Ended) || error.wasFresh) throw error;
      return this.#attempt(task);
    }
  }

  async #attempt(task: Task): Promise<unknown> {
    const { milliseconds, growth } = this.#limits;
    const before = memoryHeld();
    // Most bodies are read before it is looked.
    let most: number | undefined;
    const cut = new AbortController();
    const worked = process.cpuUsage();
    const timer = globalThis.setTimeout(() => cut.abort(new CutShort(TOO_LONG)), milliseconds * LONGEST_BY_THE_CLOCK);
    const watch = setInterval(() => {
      const { user, system } = process.cpuUsage(worked);
      if ((user + system) / 1000 > milliseconds) cut.abort(new CutShort(TOO_LONG));
      most ??= before + Math.min(growth, roomLeft(before));
      if (memoryHeld() > most) cut.abort(new CutShort(TOO_MUCH));
    }, WATCH_EVERY_MS);
    const wasFresh = this.#isFresh;
    this.#isFresh = true;
    try {
      const read = await this.#pool.run(task, { signal: cut.signal });
      this.#isFresh = false;
      return read;
    } catch (error) {
      clearInterval(watch);
      await hasEnded(before);
      if (cut.signal.aborted) throw cut.signal.reason;
      const isOfMemory = (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
      throw new Ended(isOfMemory ? TOO_MUCH : ENDED, wasFresh);
    } finally {
      clearTimeout(timer);
      clearInterval(watch);
    }
  }
}

/** Waits until a thread that was ended has given back what it held, so that the next does not stand beside it. @param before what was held then */
async function hasEnded(before: number): Promise<void> {
  for (let waited = 0; waited < LONGEST_END_MS && memoryHeld() > before; waited += WATCH_EVERY_MS)
    await setTimeout(WATCH_EVERY_MS);
}

const TOO_LONG = "takes too long to read";
const TOO_MUCH = "takes too much memory to read";
const ENDED = "ended the thread that read it";
