/**
 * The looks at a source, counted day by day (UTC) as they are written, so that what is said of a year need not go through all its
 * looks. A day's row says what its looks say (judge/look-record.ts); where they came out of their order, it is counted again from them.
 */
import type { Kysely } from "kysely";
import { type Cause, type Gap, type LookRecord, recordOf, together } from "../judge/look-record.ts";
import type { ProblemName } from "../read/reading.ts";
import { type InstantText, startOfDay } from "../time/instant.ts";
import { prepared } from "./prepared.ts";
import { put } from "./put.ts";
import type { CheckRow, LookDayRow, Tables } from "./tables.ts";

/** Of shorter gaps, a day's row keeps the longest only: so it has room for all. */
export const KEPT_GAP_MS = 3_600_000;
/** Rows that are written at once: SQLite takes so many values of one statement. */
const AT_ONCE = 500;

export type Look = Pick<CheckRow, "id" | "watch" | "source" | "at" | "outcome" | "problem">;

export const dayOf = (at: InstantText) => at.slice(0, 10);
/** Sorts after every instant of the day. */
export const endOf = (day: string): InstantText => `${day}T24:00:00.000Z`;

/** Counts looks that were just written, in the same transaction. */
export async function countLooks(transaction: Kysely<Tables>, looks: readonly Look[]): Promise<void> {
  for (const its of Map.groupBy(looks, ({ watch, source, at }) => `${dayOf(at)} ${watch}/${source}`).values()) {
    const added = rowOf(its);
    const { watch, source, day } = added;
    const [row] = await countedOn(transaction, { watch, source, day });
    if (!row) await replaceDay(transaction, added);
    else if (row.last_at < added.first_at) await replaceDay(transaction, continued(row, added));
    else await replaceDay(transaction, rowOf(await looksOf(transaction, watch, startOfDay(day), endOf(day), [source])));
  }
}

const countedOn = prepared((tables, { watch, source, day }: Pick<LookDayRow, "watch" | "source" | "day">) =>
  tables
    .selectFrom("look_day")
    .selectAll()
    .where("watch", "=", watch)
    .where("source", "=", source)
    .where("day", "=", day),
);
const replaceDay = prepared((tables, row: LookDayRow) => put(tables, "look_day", row));

/** Counts the looks of a watch again, from those that are kept: all, or up to a day. */
export async function recountDays(database: Kysely<Tables>, watch: string, until = "9999-12-31"): Promise<void> {
  await database.deleteFrom("look_day").where("watch", "=", watch).where("day", "<=", until).execute();
  for (let last = ""; ; ) {
    const next = await database
      .selectFrom("check_record")
      .select("at")
      .where("watch", "=", watch)
      .where("at", ">", last)
      .orderBy("at")
      .limit(1)
      .executeTakeFirst();
    if (!next || dayOf(next.at) > until) return;
    last = endOf(dayOf(next.at));
    const looks = await looksOf(database, watch, next.at, last);
    await write(database, [...Map.groupBy(looks, ({ source }) => source).values()].map(rowOf));
  }
}

/** Every watch that was ever looked at. */
export async function watchesLookedAt(database: Kysely<Tables>): Promise<string[]> {
  const watches: string[] = [];
  for (;;) {
    // One after the other by the index: the looks may be millions.
    const next = await database
      .selectFrom("check_record")
      .select((e) => e.fn.min("watch").as("watch"))
      .where("watch", ">", watches.at(-1) ?? "")
      .executeTakeFirst();
    if (!next?.watch) return watches;
    watches.push(next.watch);
  }
}

/** Looks at a watch's sources, or at some of them, from one instant to another. */
export async function looksOf(
  database: Kysely<Tables>,
  watch: string,
  from: InstantText,
  to: InstantText,
  sources?: readonly string[],
): Promise<Look[]> {
  let query = database
    .selectFrom("check_record")
    .select(["id", "watch", "source", "at", "outcome", "problem"])
    .where("watch", "=", watch)
    .where("at", ">=", from)
    .where("at", "<=", to);
  if (sources) query = query.where("source", "in", sources);
  return query.execute();
}

/** What looks at one source say, in whatever order they are given. */
export function recordOfLooks(looks: readonly Look[], leastGap: number): LookRecord {
  const inOrder = looks.toSorted((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1));
  const cause = ({ outcome, problem }: Look) =>
    outcome === "problem" ? ((problem ?? "unreadable") as ProblemName) : undefined;
  return together(
    inOrder.map((look) => recordOf(look.at, cause(look))),
    leastGap,
  );
}

/** What a day's row says of gaps longer than KEPT_GAP_MS, and of the rest. */
export function recordOfDay(row: LookDayRow): LookRecord {
  return {
    looks: row.looks,
    failed: row.failed,
    firstGood: row.first_good ?? undefined,
    lastGood: row.last_good ?? undefined,
    failuresBeforeGood: row.failures_before_good,
    failuresAfterGood: row.failures_after_good,
    gaps: listed<Gap>(row.gaps),
    causes: listed<Cause>(row.causes),
  };
}

/** Of most days the lists are empty, and pages read thousands of days. */
function listed<Item>(json: string): Item[] {
  return json === "[]" ? [] : (JSON.parse(json) as Item[]);
}

/** Of at least one look, and of one source and day. */
function rowOf(looks: readonly Look[]): LookDayRow {
  const instants = looks.map(({ at }) => at).sort();
  const [{ watch, source } = { watch: "", source: "" }] = looks;
  const [first_at = "", last_at = ""] = [instants[0], instants.at(-1)];
  return { watch, source, day: dayOf(first_at), first_at, last_at, ...columnsOf(recordOfLooks(looks, KEPT_GAP_MS)) };
}

function continued(row: LookDayRow, added: LookDayRow): LookDayRow {
  const record = together([recordOfDay(row), recordOfDay(added)], KEPT_GAP_MS);
  return { ...row, last_at: added.last_at, ...columnsOf(record) };
}

function columnsOf(record: LookRecord) {
  return {
    looks: record.looks,
    failed: record.failed,
    first_good: record.firstGood ?? null,
    last_good: record.lastGood ?? null,
    failures_before_good: record.failuresBeforeGood,
    failures_after_good: record.failuresAfterGood,
    gaps: JSON.stringify(record.gaps),
    causes: JSON.stringify(record.causes),
  };
}

async function write(database: Kysely<Tables>, rows: readonly LookDayRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await put(database, "look_day", ...rows.slice(from, from + AT_ONCE)).execute();
}
