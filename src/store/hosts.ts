/**
 * The hosts, where several processes ask them: whose request it is, which pace each is asked at, whose turn it is to look at its sources.
 * What is kept of a host is told by PostgreSQL's clock, as those of the processes may differ.
 */
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Line, Lines } from "../fetch/pace.ts";
import type { Database, Tables } from "./tables.ts";

/** Who has a host's line says so this often; who has not for so long is taken to be gone. */
const RENEW_EVERY_MS = 5000;
const HELD_MS = 20_000;
/** How often it is asked whether another has let go. */
const ASK_AGAIN_MS = 250;

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
const soon = (milliseconds: number): RawBuilder<number> => sql<number>`${NOW} + ${milliseconds}::bigint`;

interface Held {
  line: Line;
  /** How often the line was had: another's taking makes it more. */
  taken: number;
  /** By this process's own steady clock. */
  until: number;
}

export class Hosts implements Lines {
  readonly #database: Database;
  /** No two processes have the same. */
  readonly #me = `${hostname()} ${process.pid} ${performance.timeOrigin}`;
  readonly #held = new Map<string, Held>();
  #renewing: NodeJS.Timeout | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Begins a turn: what is still to be recorded in the one before is void. */
  async begin(host: string): Promise<Turn> {
    const { turn } = await this.#database
      .insertInto("host")
      .values({ host, turn: 1, ...FREE })
      .onConflict((conflict) => conflict.column("host").doUpdateSet({ turn: sql`host.turn + 1` }))
      .returning("turn")
      .executeTakeFirstOrThrow();
    return { host, number: turn };
  }

  async take(host: string, pause: number, signal?: AbortSignal): Promise<Line> {
    for (;;) {
      const asked = performance.now();
      const had = await this.#tryToTake(host, pause);
      if (had) {
        this.#held.set(host, { ...had, until: asked + HELD_MS });
        this.#renewing ??= setInterval(() => void this.#renew(), RENEW_EVERY_MS).unref();
        return had.line;
      }
      await wait(ASK_AGAIN_MS, undefined, signal ? { signal } : {});
    }
  }

  async #tryToTake(host: string, pause: number): Promise<Omit<Held, "until"> | undefined> {
    const mine = { held_by: this.#me, held_until: soon(HELD_MS), pause };
    const row = await this.#database
      .insertInto("host")
      .values({ host, turn: 0, ...FREE, ...mine, taken: 1 })
      .onConflict((conflict) =>
        conflict
          .column("host")
          .doUpdateSet({
            ...mine,
            taken: sql`host.taken + 1`,
            // Who was gone while it had the line may have asked to the very end.
            free_at: sql`CASE WHEN host.held_by IS NULL THEN host.free_at ELSE host.held_until + host.pause END`,
          })
          .where((e) => e.or([e("host.held_by", "is", null), e("host.held_until", "<", NOW)])),
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

  isHeld(host: string): boolean {
    const held = this.#held.get(host);
    return held !== undefined && performance.now() < held.until;
  }

  async letGo(host: string, { freeIn, burstAgo, left, isRefusing }: Line): Promise<void> {
    const held = this.#held.get(host);
    this.#held.delete(host);
    if (this.#held.size === 0) {
      clearInterval(this.#renewing);
      this.#renewing = undefined;
    }
    if (!held) return;
    await this.#mine(host, held)
      .set({
        held_by: null,
        held_until: 0,
        free_at: soon(Math.round(freeIn)),
        burst_at: soon(-Math.round(burstAgo)),
        burst_left: left,
        is_refusing: isRefusing ? 1 : 0,
      })
      .execute();
  }

  #mine(host: string, { taken }: Held) {
    return this.#database
      .updateTable("host")
      .where("host", "=", host)
      .where("held_by", "=", this.#me)
      .where("taken", "=", taken);
  }

  /** A line that could not be renewed is lost when its time is over: nothing is asked then. */
  async #renew(): Promise<void> {
    for (const [host, held] of this.#held) {
      const asked = performance.now();
      const renewed = await this.#mine(host, held)
        .set({ held_until: soon(HELD_MS) })
        .executeTakeFirst()
        .catch(() => undefined);
      if (renewed && renewed.numUpdatedRows > 0n) held.until = asked + HELD_MS;
    }
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
    .selectFrom("host")
    .select(["host", "turn"])
    .where("host", "in", [...new Set(turns.map(({ host }) => host))].sort())
    .orderBy("host")
    .forShare()
    .execute();
  const numbers = new Map(rows.map(({ host, turn }) => [host, turn]));
  return new Set(turns.filter(({ host, number }) => numbers.get(host) !== number));
}
