/**
 * The looks at a source, counted day by day (UTC) as they are written, so that what is said of a year need not go through all its
 * looks. A day's row says what its looks say (judge/look-record.ts); where they came out of their order, it is counted again from them.
 */
import type { Kysely } from "kysely";
import { type Cause, type Gap, type LookRecord, recordOf, together } from "../judge/look-record.ts";
import type { ProblemName } from "../read/reading.ts";
import { type InstantText, startOfDay } from "../time/instant.ts";
import { type Look, leanLooksOf, looksOf, remarkableLooksOf } from "./look-rows.ts";
import { prepared } from "./prepared.ts";
import { put } from "./put.ts";
import { fromRow } from "./row-json.ts";
import type { LookDayRow, Tables } from "./tables.ts";

/** Of shorter gaps, a day's row keeps the longest only: so it has room for all. */
export const KEPT_GAP_MS = 3_600_000;
/** Rows that are written at once: SQLite takes so many values of one statement. */
const AT_ONCE = 500;

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
    else await replaceDay(transaction, rowOf(await looksOf(transaction, watch, [source], startOfDay(day), endOf(day))));
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

/**
 * Counts some of a watch's looks again, where those from one instant to another are forgotten, and only what they led to is kept.
 * @param sources of that watch
 */
export async function recountDays(
  transaction: Kysely<Tables>,
  watch: string,
  sources: readonly string[],
  from: InstantText,
  to: InstantText,
): Promise<void> {
  await transaction
    .deleteFrom("look_day")
    .where("watch", "=", watch)
    .where("source", "in", sources)
    .where("day", ">=", dayOf(from))
    .where("day", "<=", dayOf(to))
    .execute();
  const end = endOf(dayOf(to));
  await writeDays(transaction, [
    ...(await leanLooksOf(transaction, watch, sources, to, end)),
    ...(await remarkableLooksOf(transaction, watch, sources, startOfDay(from), end)),
  ]);
}

/** Counts looks of days of which none was counted. */
export async function writeDays(database: Kysely<Tables>, looks: readonly Look[]): Promise<void> {
  const rows = [...Map.groupBy(looks, ({ watch, source, at }) => `${dayOf(at)} ${watch}/${source}`).values()].map(
    rowOf,
  );
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await put(database, "look_day", ...rows.slice(from, from + AT_ONCE)).execute();
}

/** What looks at one source say, in whatever order they are given. */
export function recordOfLooks(looks: readonly Look[], leastGap: number): LookRecord {
  const said = looks.map(({ at, outcome, problem }) => ({
    at,
    cause: outcome === "problem" ? ((problem ?? "unreadable") as ProblemName) : undefined,
  }));
  // Of two at the same instant, a good one comes first.
  said.sort((a, b) => byteOrder(a.at, b.at) || byteOrder(a.cause ?? "", b.cause ?? ""));
  return together(
    said.map(({ at, cause }) => recordOf(at, cause)),
    leastGap,
  );
}

const byteOrder = (one: string, other: string) => (one < other ? -1 : Number(one > other));

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
  return json === "[]" ? [] : fromRow<Item[]>("look_day", json);
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
