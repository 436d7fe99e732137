/** What several processes share through one PostgreSQL, besides the tables: the hosts, a word to each other, and connections for jobs. */
import pg from "pg";
import { asPostgres } from "./fault.ts";
import { SharedLines } from "./lines.ts";
import { naming, type Opened } from "./postgres.ts";
import { SharedSteps } from "./steps.ts";
import type { Database } from "./tables.ts";

/**
 * What one process tells the others of. `recorded`: there is something new to be seen; `told`: there is something to be sent; `revised`: a
 * person changed a watch.
 */
const WORDS = ["recorded", "told", "revised"] as const;
export type Word = (typeof WORDS)[number];

/** Where pg-boss has its tables. */
export const JOBS_SCHEMA = "coming_weeks_jobs";

const CHANNEL = "coming_weeks";
const SAY_WITHIN_MS = 1000;
/** A listener whose connection broke is there again so much later: what was said meanwhile, everybody finds by looking. */
const LISTEN_AGAIN_MS = 2000;
/** How often it is seen whether the connection still is one, and how long that may take. */
const ASK_EVERY_MS = 20_000;
const ANSWERED_WITHIN_MS = 10_000;

export class Shared {
  readonly lines: SharedLines;
  readonly steps: SharedSteps;
  /** By which name this process is known among those that share the database. */
  readonly worker: string;
  readonly #soft: Database;
  readonly #pool: pg.Pool;
  readonly #named = naming();
  readonly #url: string;
  #listener: pg.Client | undefined;
  #again: NodeJS.Timeout | undefined;
  #telling: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param worker by which name this process is known */
  constructor({ database, soft, softPool: pool }: Opened, url: string, worker: string) {
    this.#soft = soft;
    this.lines = new SharedLines(soft);
    this.steps = new SharedSteps(database);
    this.worker = worker;
    this.#pool = pool;
    this.#url = url;
  }

  /** For what has statements of its own: pg-boss. */
  async executeSql(text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
    return this.#pool.query(this.#named(text, values)).catch((error) => {
      throw asPostgres(error);
    });
  }

  /** Does something that only one does at a time; nothing where another is at it. */
  async alone(what: string, work: () => Promise<void>): Promise<void> {
    if (!(await this.lines.tryToTake(what))) return;
    try {
      await work();
    } finally {
      await this.lines.letGo(what);
    }
  }

  /** Tells the others. Who does not hear of it finds it by looking. */
  async say(word: Word): Promise<void> {
    await this.#pool.query("SELECT pg_notify($1, $2)", [CHANNEL, word]).catch(() => undefined);
  }

  /** Tells the others that there is something new to be seen: once for all that comes within a second, and after it is written. */
  noteRecorded(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      void this.say("recorded");
    }, SAY_WITHIN_MS).unref();
  }

  /** From here on, is told what the others say; and everything once, whenever something may have been missed. */
  listen(onWord: (word: Word) => void): void {
    if (this.#isClosed) return;
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: "coming-weeks",
      query_timeout: ANSWERED_WITHIN_MS,
    });
    this.#listener = client;
    let isOver = false;
    // A way that is gone without a word is noticed by asking.
    const asking = setInterval(() => void client.query("SELECT 1").catch(() => listenAgain()), ASK_EVERY_MS).unref();
    const listenAgain = () => {
      if (isOver) return;
      isOver = true;
      clearInterval(asking);
      void client.end().catch(() => undefined);
      if (!this.#isClosed) this.#again = setTimeout(() => this.listen(onWord), LISTEN_AGAIN_MS).unref();
    };
    client.on("error", listenAgain);
    client.on("end", listenAgain);
    client.on("notification", ({ payload }) => {
      const word = WORDS.find((one) => one === payload);
      if (word) onWord(word);
    });
    client
      .connect()
      .then(() => client.query(`LISTEN ${CHANNEL}`))
      .then(() => WORDS.forEach(onWord), listenAgain);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#again);
    clearTimeout(this.#telling);
    await this.#listener?.end().catch(() => undefined);
    await this.#soft.destroy();
  }
}
