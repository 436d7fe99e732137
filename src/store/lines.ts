/**
 * Lines that several processes stand in: for a host, that one asks at a time and at its pace; for a channel, that one writes to; for what
 * only one does at all. Who has a line, and how it stands, is told by PostgreSQL's clock, as those of the processes may differ.
 */
import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Line, Lines } from "../fetch/pace.ts";
import type { Database, Tables } from "./tables.ts";

/** Who has a line says so this often; who has not for so long is taken to be gone. */
const RENEW_EVERY_MS = 5000;
const HELD_MS = 20_000;
/** What is done with a line ends so long before it may be another's. */
const END_BEFORE_MS = 5000;
/** How often it is asked whether another has let go. */
const ASK_AGAIN_MS = 250;

const MOST_DRAWN = 2 ** 48 - 1;

/** The right to record looks at a host's sources: ends when another begins. */
export interface Turn {
  host: string;
  number: number;
}

/** Another has the turn by now: nothing of the look was written. */
export class TurnLost extends Error {
  constructor(host: string) {
    super(`the turn at ${host} is another’s by now`);
  }
}

const NOW = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;
const soon = (milliseconds: number): RawBuilder<number> => sql<number>`${NOW} + ${Math.round(milliseconds)}::bigint`;

interface Held {
  line: Line;
  /** How often the line was had: another's taking makes it more. */
  taken: number;
  /** By this process's own steady clock. */
  until: number;
  end: AbortController;
}

export class SharedLines implements Lines {
  readonly #database: Database;
  /** No two processes have the same. */
  readonly #me = randomUUID();
  readonly #held = new Map<string, Held>();
  #renewing: NodeJS.Timeout | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Begins a turn at a host: what is still to be recorded in the one before is void. */
  async begin(host: string): Promise<Turn> {
    // Drawn, not counted: of what a server that breaks down has forgotten, no number comes again.
    const number = randomInt(1, MOST_DRAWN);
    await this.#database
      .insertInto("line")
      .values({ name: host, turn: number, ...FREE })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ turn: number }))
      .execute();
    return { host, number };
  }

  async take(name: string, pause: number, signal?: AbortSignal): Promise<Line> {
    for (;;) {
      const line = await this.tryToTake(name, pause);
      if (line) return line;
      await wait(ASK_AGAIN_MS, undefined, signal ? { signal } : {});
    }
  }

  /** Undefined while another has it. */
  async tryToTake(name: string, pause = 0): Promise<Line | undefined> {
    const asked = performance.now();
    const had = await this.#asked(name, pause);
    if (!had) return undefined;
    this.#held.set(name, { ...had, until: asked + HELD_MS, end: new AbortController() });
    this.#renewing ??= setInterval(() => this.#renew(), RENEW_EVERY_MS).unref();
    return had.line;
  }

  async #asked(name: string, pause: number): Promise<Pick<Held, "line" | "taken"> | undefined> {
    const mine = { held_by: this.#me, held_until: soon(HELD_MS), pause: Math.round(pause) };
    const row = await this.#database
      .insertInto("line")
      .values({ name, turn: 0, ...FREE, ...mine, taken: 1 })
      .onConflict((conflict) =>
        conflict
          .column("name")
          .doUpdateSet({
            ...mine,
            taken: sql`line.taken + 1`,
            // Who was gone while it had the line may have asked to the very end.
            free_at: sql`CASE WHEN line.held_by IS NULL THEN line.free_at ELSE line.held_until + line.pause END`,
          })
          .where((e) => e.or([e("line.held_by", "is", null), e("line.held_until", "<", NOW)])),
      )
      .returning(["taken", "free_at", "burst_at", "burst_left", "is_refusing", NOW.as("now")])
      .executeTakeFirst();
    if (!row) return undefined;
    const line = {
      freeIn: row.free_at - row.now,
      burstAgo: row.now - row.burst_at,
      left: row.burst_left,
      isRefusing: row.is_refusing === 1,
    };
    return { line, taken: row.taken };
  }

  isHeld(name: string): boolean {
    const held = this.#held.get(name);
    return held !== undefined && performance.now() < held.until;
  }

  endOf(name: string): AbortSignal | undefined {
    return this.#held.get(name)?.end.signal;
  }

  async letGo(name: string, line?: Line): Promise<void> {
    const held = this.#held.get(name);
    this.#held.delete(name);
    if (this.#held.size === 0) {
      clearInterval(this.#renewing);
      this.#renewing = undefined;
    }
    if (!held) return;
    const { freeIn, burstAgo, left, isRefusing } = line ?? held.line;
    await this.#mine(name, held)
      .set({
        held_by: null,
        held_until: 0,
        free_at: soon(freeIn),
        burst_at: soon(-burstAgo),
        burst_left: left,
        is_refusing: isRefusing ? 1 : 0,
      })
      .execute();
  }

  /** Has the next who takes the line know that it is to rest for so long. */
  async rest(name: string, milliseconds: number): Promise<void> {
    const held = this.#held.get(name);
    if (!held) return;
    held.line.freeIn = milliseconds;
    await this.#mine(name, held)
      .set({ free_at: soon(milliseconds), pause: Math.round(milliseconds) })
      .execute();
  }

  #mine(name: string, { taken }: Held) {
    return this.#database
      .updateTable("line")
      .where("name", "=", name)
      .where("held_by", "=", this.#me)
      .where("taken", "=", taken);
  }

  /** A line that could not be renewed is lost when its time is over: what is done with it ends before, and nothing is begun. */
  #renew(): void {
    for (const [name, held] of this.#held) {
      if (performance.now() > held.until - END_BEFORE_MS) held.end.abort();
      void this.#renewOne(name, held);
    }
  }

  async #renewOne(name: string, held: Held): Promise<void> {
    const asked = performance.now();
    const renewed = await this.#mine(name, held)
      .set({ held_until: soon(HELD_MS) })
      .executeTakeFirst()
      .catch(() => undefined);
    if (renewed && renewed.numUpdatedRows > 0n) held.until = asked + HELD_MS;
  }
}

const FREE = {
  taken: 0,
  held_by: null,
  held_until: 0,
  pause: 0,
  free_at: 0,
  burst_at: 0,
  burst_left: 0,
  is_refusing: 0,
} as const;

/** Which of some turns are lost. Those that are not stay so until the transaction ends. */
export async function lostTurns(transaction: Transaction<Tables>, turns: readonly Turn[]): Promise<Set<Turn>> {
  if (turns.length === 0) return new Set();
  const rows = await transaction
    .selectFrom("line")
    .select(["name", "turn"])
    .where("name", "in", [...new Set(turns.map(({ host }) => host))].sort())
    .orderBy("name")
    .forShare()
    .execute();
  const numbers = new Map(rows.map(({ name, turn }) => [name, turn]));
  return new Set(turns.filter(({ host, number }) => numbers.get(host) !== number));
}
