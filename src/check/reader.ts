/** Reads what was fetched, in a thread of its own: no body, however small, is read on the thread that does everything else. */
import type { Answer } from "../fetch/capture.ts";
import type { ReadRobots } from "../fetch/robots-rules.ts";
import type { BodyLimits } from "../read/bounds.ts";
import type { HowToRead, Read } from "../read/read.ts";
import { problem } from "../read/reading.ts";
import { CutShort, type ThreadLimits, Threads } from "./threads.ts";

export interface Reader {
  /**
   * @param zone the publisher's, for machine-written times
   * @param known the digest of content that need not be read again
   */
  read(answer: Answer, how: HowToRead, zone: string, known?: string): Promise<Unfinished | Read>;
}

/** A body that was not read to its end. Nobody could say from the body alone where that would be: it is written down. */
export interface Unfinished extends Read {
  unfinished: string;
}

/** Several bots of one process share its threads. */
const pools = new Map<string, { threads: Threads; users: number }>();

export class ReadingRoom implements Reader {
  readonly #limits: BodyLimits;
  readonly #key: string;
  readonly #threads: Threads;

  constructor({ bodies, threads }: { bodies: BodyLimits; threads: ThreadLimits }) {
    this.#limits = bodies;
    this.#key = JSON.stringify(threads);
    const pool = pools.get(this.#key) ?? { threads: new Threads(threads), users: 0 };
    pool.users += 1;
    pools.set(this.#key, pool);
    this.#threads = pool.threads;
  }

  async read(answer: Answer, how: HowToRead, zone: string, known?: string): Promise<Unfinished | Read> {
    const { url, finalUrl, headers, wire } = answer;
    const { kind, select, region, ignore } = how;
    const of = [{ url, finalUrl, headers, wire }, { kind, select, region, ignore }, zone, this.#limits, known] as const;
    try {
      return (await this.#threads.run({ kind: "body", of: [...of] })) as Read;
    } catch (error) {
      return unfinished(sentence(error));
    }
  }

  readonly robots: ReadRobots = async ({ finalUrl, headers, wire }, url, agent) => {
    try {
      const of = [{ finalUrl, headers, wire }, url, agent] as const;
      return (await this.#threads.run({ kind: "robots", of: [...of] })) as Awaited<ReturnType<ReadRobots>>;
    } catch (error) {
      sentence(error);
      return undefined;
    }
  };

  async close(): Promise<void> {
    const pool = pools.get(this.#key);
    if (!pool || --pool.users > 0) return;
    pools.delete(this.#key);
    await pool.threads.close();
  }
}

function sentence(error: unknown): string {
  if (error instanceof CutShort) return error.message;
  throw error;
}

export function unfinished(why: string): Unfinished {
  return { reading: problem("too-costly", why), unfinished: why };
}
