/** Reads what was fetched, in a thread of its own: no body, however small, is read on the thread that does everything else. */
import type { Answer } from "../fetch/capture.ts";
import type { ReadRobots } from "../fetch/robots-rules.ts";
import type { BodyLimits } from "../read/bounds.ts";
import type { HowToRead } from "../read/head.ts";
import type { Read } from "../read/read.ts";
import { problem } from "../read/reading.ts";
import type { BodiesInReading, FetchedBody } from "../store/in-reading.ts";
import type { Clock } from "../time/clock.ts";
import type { Task } from "./reading.worker.ts";
import { CutShort, type ThreadLimits, Threads } from "./threads.ts";

export interface Reader {
  /** The items of one list that are read; one in parts has no more. */
  readonly items: number;
  /**
   * @param zone the publisher's, in which days are counted
   * @param known the digest of content that need not be read again
   */
  read(answer: Answer, how: HowToRead, zone: string, known?: string): Promise<Unfinished | Read>;
}

/** A body that was not read to its end. Nobody could say from the body alone where that would be: it is written down. */
interface Unfinished extends Read {
  unfinished: string;
}

export function unfinished(why: string): Unfinished {
  return { reading: problem("too-costly", why), unfinished: why };
}

/** Several bots of one process share its threads, which end by themselves when there is nothing to read. */
const pools = new Map<string, Threads>();

function threadsOf(limits: ThreadLimits): Threads {
  const key = JSON.stringify(limits);
  const threads = pools.get(key) ?? new Threads(limits);
  pools.set(key, threads);
  return threads;
}

export class ReadingRoom implements Reader {
  readonly items: number;
  readonly #limits: BodyLimits;
  readonly #threads: Threads;
  readonly #remembered: { bodies: BodiesInReading; clock: Clock } | undefined;

  /** @param remembered keeps which bodies are being read, so that one that ends the process is known when it starts again */
  constructor(
    limits: { bodies: BodyLimits; threads: ThreadLimits },
    remembered?: { bodies: BodiesInReading; clock: Clock },
  ) {
    this.items = limits.bodies.items;
    this.#limits = limits.bodies;
    this.#threads = threadsOf(limits.threads);
    this.#remembered = remembered;
  }

  async read(answer: Answer, how: HowToRead, zone: string, known?: string): Promise<Unfinished | Read> {
    const { url, finalUrl, at, headers, wire } = answer;
    const { kind, select, region, ignore, dates } = how;
    const body = { url, finalUrl, at, headers, wire };
    const of: Task = { kind: "body", of: [body, { kind, select, region, ignore, dates }, zone, this.#limits, known] };
    const read = await this.#apart(answer, of);
    return read instanceof CutShort ? unfinished(read.message) : (read as Read);
  }

  readonly robots: ReadRobots = async (file, url, agent) => {
    const { digest, headers, wire } = file;
    const read = await this.#apart(file, {
      kind: "robots",
      of: [{ url: file.url, digest, headers, wire }, url, agent],
    });
    return read instanceof CutShort ? undefined : (read as Awaited<ReturnType<ReadRobots>>);
  };

  /** @returns what was read, or why it was not read to its end */
  #apart(body: FetchedBody, task: Task): Promise<unknown> {
    const { bodies, clock } = this.#remembered ?? {};
    this.#threads.isAlone = bodies !== undefined && clock !== undefined && bodies.isSuspecting(clock.now());
    return this.#threads.turn(async () => {
      const refusal = clock && bodies?.refusal(body, clock.now());
      if (refusal) return new CutShort(refusal);
      if (clock) bodies?.begin(body, clock.now());
      try {
        return await this.#threads.run(task);
      } catch (error) {
        if (error instanceof CutShort) return error;
        throw error;
      } finally {
        bodies?.end(body);
      }
    });
  }
}
