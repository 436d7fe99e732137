/**
 * Looks as the tables hold them. One that led to nothing, as nearly all do, is a row of small numbers: whose it was and how it ended
 * stand once, in tables of their own. Looks that led to something are few, are kept for good, and stand there as they are.
 */
import type { ExpressionBuilder, Kysely, Transaction } from "kysely";
import { sha256 } from "../archive/digest.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { DAY_MS, type InstantText } from "../time/instant.ts";
import { prepared } from "./prepared.ts";
import type { CheckRow, Database, LookRow, Tables } from "./tables.ts";

/** What coverage is reckoned from. */
export type Look = Pick<CheckRow, "watch" | "source" | "at" | "outcome" | "problem">;
/** A look as it is written. */
export type Written = { lean: LookRow } | { remarkable: CheckRow };

export function isRemarkable({ outcome }: Pick<CheckRow, "outcome">): boolean {
  return outcome === "baseline" || outcome === "changed";
}

const insertLean = prepared((tables, row: LookRow) => tables.insertInto("look").values(row));
const insertRemarkable = prepared((tables, row: CheckRow) => tables.insertInto("remarkable_look").values(row));

export async function writeLooks(transaction: Transaction<Tables>, rows: readonly Written[]): Promise<void> {
  for (const row of rows)
    if ("lean" in row) await insertLean(transaction, row.lean);
    else await insertRemarkable(transaction, row.remarkable);
}

/** Looks at some sources of a watch, from one instant to another. */
export async function looksOf(...asked: Parameters<typeof leanLooksOf>): Promise<Look[]> {
  return [...(await leanLooksOf(...asked)), ...(await remarkableLooksOf(...asked))];
}

/** Only those that led to nothing. */
export async function leanLooksOf(
  database: Kysely<Tables>,
  watch: string,
  sources: readonly string[],
  from: InstantText,
  to: InstantText,
): Promise<Look[]> {
  const rows = await inWords(database)
    .select(["source_number.source", "day", "time", "outcome", "problem"])
    .where("watch", "=", watch)
    .where("source_number.source", "in", sources)
    .where("day", ">=", placeOf(from).day)
    .where("day", "<=", placeOf(to).day)
    .execute();
  const dates = new Map([...new Set(rows.map(({ day }) => day))].map((day) => [day, dateOf(day)]));
  const looks: Look[] = [];
  for (const { source, day, time, outcome, problem } of rows) {
    const at = `${dates.get(day)}T${clockOf(time)}Z`;
    if (at >= from && at <= to) looks.push({ watch, source, at, outcome, problem });
  }
  return looks;
}

/** Only those that led to something. */
export async function remarkableLooksOf(
  database: Kysely<Tables>,
  watch: string,
  sources: readonly string[],
  from: InstantText,
  to: InstantText,
): Promise<Look[]> {
  return database
    .selectFrom("remarkable_look")
    .select(["watch", "source", "at", "outcome", "problem"])
    .where("watch", "=", watch)
    .where("at", ">=", from)
    .where("at", "<=", to)
    .where("source", "in", sources)
    .execute();
}

/** A look by its id. */
export async function lookOf(database: Database, id: string): Promise<CheckRow | undefined> {
  const remarkable = await database.selectFrom("remarkable_look").selectAll().where("id", "=", id).executeTakeFirst();
  if (remarkable) return remarkable;
  const row = await inWords(database)
    .select(["watch", "source_number.source", "day", "time", "outcome", "problem", "status", "detail"])
    .select(["bytes", "milliseconds", "capture"])
    .where("look.id", "=", idOf(id))
    .executeTakeFirst();
  if (!row) return undefined;
  const { day, time, capture, ...look } = row;
  const at = instantAt(day, time);
  return { id, at, ...look, capture: capture && Buffer.from(capture).toString("hex"), changes: null };
}

/** With the words that a row's numbers stand for. */
function inWords(database: Kysely<Tables>) {
  return database
    .selectFrom("source_number")
    .innerJoin("look", "look.source", "source_number.number")
    .innerJoin("look_ending", "look_ending.number", "look.ending");
}

/** When the first of the looks was that are forgotten after a while. */
export async function firstLean(database: Database): Promise<InstantText | undefined> {
  // For each source its index knows it.
  const ofSource = (e: ExpressionBuilder<Tables, "source_number">) =>
    e
      .selectFrom("look")
      .select((look) => look.fn.min("day").as("day"))
      .whereRef("look.source", "=", "source_number.number");
  const { day } = await database
    .selectFrom("source_number")
    .select((e) => e.fn.min<number | null>(ofSource(e)).as("day"))
    .executeTakeFirstOrThrow();
  if (day === null) return undefined;
  const { time } = await database
    .selectFrom("look")
    .select((e) => e.fn.min("time").as("time"))
    .where("source", "in", (e) => e.selectFrom("source_number").select("number"))
    .where("day", "=", day)
    .executeTakeFirstOrThrow();
  return instantAt(day, time);
}

/** Removes looks of some sources that are older than an instant. */
export async function removeLean(
  transaction: Transaction<Tables>,
  sources: readonly number[],
  before: InstantText,
): Promise<void> {
  const { day, time } = placeOf(before);
  await transaction
    .deleteFrom("look")
    .where("source", "in", sources)
    // By this the index knows them.
    .where("day", "<=", day)
    .where((e) => e.or([e("day", "<", day), e("time", "<", time)]))
    .execute();
}

/** The day, counted from the beginning of 1970 (UTC), and the milliseconds since it began. */
export function placeOf(at: InstantText): Pick<LookRow, "day" | "time"> {
  const instant = Date.parse(at);
  const day = Math.floor(instant / DAY_MS);
  return { day, time: instant - day * DAY_MS };
}

function instantAt(day: number, time: number): InstantText {
  return `${dateOf(day)}T${clockOf(time)}Z`;
}

function dateOf(day: number): CivilDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Pages ask it of ten thousands of looks: `Date` takes three times as long. */
function clockOf(time: number): string {
  const seconds = Math.floor(time / 1000);
  const minutes = Math.floor(seconds / 60);
  const clock = `${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds % 60]}`;
  return `${clock}.${String(time % 1000).padStart(3, "0")}`;
}

/** Numbers, in two digits. */
const TWO = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** Ids are eight bytes, in hexadecimal. What archives of others name their looks is as long as they like: its digest stands for it. */
export function idOf(id: string): bigint {
  const hex = /^[0-9a-f]{16}$/.test(id) ? id : sha256(Buffer.from(id)).slice(0, 16);
  return BigInt.asIntN(64, BigInt(`0x${hex}`));
}
