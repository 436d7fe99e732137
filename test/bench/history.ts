/** A store with a history, as a bot leaves it that looked every ten minutes: now and then refused, sometimes switched off. */
import { randomUUID } from "node:crypto";
import { blankRow } from "../../src/check/row.ts";
import { countLooks } from "../../src/store/look-days.ts";
import { LookNumbers } from "../../src/store/look-numbers.ts";
import { writeLooks } from "../../src/store/look-rows.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import type { CheckRow } from "../../src/store/tables.ts";
import { later } from "../../src/time/instant.ts";
import type { Watch } from "../../src/watch/watch.ts";

const EVERY_MS = 600_000;
const HOUR = 3_600_000;
/** Rows that are written at once: SQLite takes so many values of one statement. */
const AT_ONCE = 500;

/** @param days before `now`, in which every source was looked at */
export async function withHistory(
  directory: string,
  watches: readonly Watch[],
  { days, now }: { days: number; now: string },
): Promise<void> {
  const { database, release } = await openSqlite(directory);
  const looks = Math.max(1, Math.floor((days * 24 * HOUR) / EVERY_MS));
  await database.transaction().execute(async (transaction) => {
    const numbers = new LookNumbers(transaction);
    for (const { id: watch, sources } of watches) {
      const rows: CheckRow[] = [];
      for (let turn = 0; turn < looks; turn++) {
        if (isOff(turn)) continue;
        for (const [index, { id }] of sources.entries())
          rows.push(lookOf(watch, id, later(now, (turn - looks) * EVERY_MS + index), (turn + index) % 97, turn));
      }
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        const some = rows.slice(from, from + AT_ONCE);
        await writeLooks(transaction, await numbers.rowsOf(some));
        await countLooks(transaction, some);
      }
      for (const { id } of sources)
        await transaction
          .insertInto("source")
          .values({ ...blankRow(watch, id), checked_at: now, good_at: now, due_at: later(now, EVERY_MS) })
          .execute();
    }
  });
  await database.destroy();
  release();
}

/** A weekend now and then. */
function isOff(turn: number): boolean {
  return Math.floor(turn / (48 * 6)) % 20 === 7;
}

function lookOf(watch: string, source: string, at: string, chance: number, turn: number): CheckRow {
  const isProblem = chance === 5 || (turn % 9000 > 8900 && chance % 2 === 0);
  const isNews = chance === 50 && turn % 50 === 3;
  return {
    id: randomUUID().slice(0, 16),
    watch,
    source,
    at,
    outcome: isProblem ? "problem" : isNews ? "changed" : "unchanged",
    problem: isProblem ? "blocked" : null,
    detail: isProblem ? "answered 403" : null,
    status: isProblem ? 403 : 200,
    bytes: 20_000,
    milliseconds: 150,
    capture: isNews ? "0".repeat(64) : null,
    changes: isNews ? JSON.stringify([{ kind: "appeared", title: "An item", url: "https://www.example.org/1" }]) : null,
  };
}
