/** What a step with news writes: all that it found out, in one transaction, so that a crash loses all of it or none. */
import type { Transaction } from "kysely";
import type { ToArchive } from "../archive/citation.ts";
import type { JournalLine } from "../archive/journal.ts";
import type { Evidence } from "../judge/evidence.ts";
import type { WatchMemory } from "../judge/look-over.ts";
import { decidable, type Notice, noticeId } from "../judge/notice.ts";
import type { Proposal } from "../judge/proposal.ts";
import { URGENCY } from "../judge/urgency.ts";
import type { InstantText } from "../time/instant.ts";
import type { Turn } from "./lines.ts";
import { prepared } from "./prepared.ts";
import { put } from "./put.ts";
import { fromRow } from "./row-json.ts";
import { Overtaken, type Step } from "./steps.ts";
import type { CheckRow, SourceRow, Tables } from "./tables.ts";

export interface Recorded {
  source?: SourceRow | undefined;
  /** A source's `Memory`, as JSON. */
  memory?: string | undefined;
  check?: CheckRow | undefined;
  /** The account of this step for the archive, and the answers to archive with it. */
  line?: JournalLine | undefined;
  answers?: readonly ToArchive[] | undefined;
  watchMemory?: WatchMemory | undefined;
  evidence?: readonly Evidence[] | undefined;
  /** Evidence that is held no longer, as there is too much of its kind: its names. */
  forgotten?: readonly string[] | undefined;
  /** Statements that are newly proposed, or about which something was decided. */
  proposals?: readonly Proposal[] | undefined;
  notices?: readonly Notice[] | undefined;
  /** A notice that was told, as it is now that more is known of what it tells. */
  completes?: Notice | undefined;
  /** Sources whose blindness or recovery the notices tell. */
  toldBlind?: readonly string[] | undefined;
  toldRecovered?: readonly string[] | undefined;
  /** The decision that this step acts on, where a person left it in the store. */
  applied?: { id: string; about: string } | undefined;
  /** How far the watch was when this began to be judged; left out where nothing was. */
  basis?: Step["basis"];
  /** In whose course a look was made, where several processes look. */
  turn?: Turn | undefined;
}

/** Whether a step changes what others are judged by. */
export function hasNews(found: Recorded): boolean {
  const { memory, watchMemory, evidence, forgotten, proposals, notices, completes, applied } = found;
  const some = [memory, watchMemory, evidence, completes, applied].some((one) => one !== undefined);
  return some || [forgotten, proposals, notices].some((list) => list !== undefined && list.length > 0);
}

/** Who is to be told of a notice, and which of its pages the Wayback Machine is asked to keep. */
export interface Routes {
  channels: readonly { id: string; takes: (notice: Notice) => boolean }[];
  pagesToSave: (notice: Notice) => string[];
}

export const replaceSource = prepared((tables, row: SourceRow) => put(tables, "source", row));
const replaceMemory = prepared((tables, row: Tables["source_memory"]) => put(tables, "source_memory", row));

/** @returns the notices that are new; one whose key was told before is dropped */
export async function writeStep(
  transaction: Transaction<Tables>,
  watch: string,
  found: Recorded,
  routes: Routes,
): Promise<Notice[]> {
  if (found.source) await replaceSource(transaction, found.source);
  if (found.memory)
    await replaceMemory(transaction, { watch, source: found.source?.source ?? "", memory: found.memory });
  if (found.watchMemory)
    await put(transaction, "watch", { id: watch, memory: JSON.stringify(found.watchMemory) }).execute();
  if (found.forgotten?.length)
    await transaction.deleteFrom("evidence").where("watch", "=", watch).where("id", "in", found.forgotten).execute();
  for (const item of found.evidence ?? [])
    await put(transaction, "evidence", { watch, id: item.id, body: JSON.stringify(item) }).execute();
  for (const item of found.proposals ?? [])
    await put(transaction, "statement", { watch, id: item.id, body: JSON.stringify(item) }).execute();
  if (found.completes) await complete(transaction, found.completes, routes);
  const at = found.notices?.[0]?.at ?? null;
  if (found.toldBlind?.length)
    await transaction
      .updateTable("source")
      .set({ told_blind_at: at })
      .where("watch", "=", watch)
      .where("source", "in", found.toldBlind)
      .execute();
  if (found.toldRecovered?.length)
    await transaction
      .updateTable("source")
      .set({ recovered_since: null, recovered_changes: null })
      .where("watch", "=", watch)
      .where("source", "in", found.toldRecovered)
      .execute();
  if (found.applied) {
    const { id, about } = found.applied;
    await outdate(transaction, watch, about);
    const applied_at = at ?? new Date(0).toISOString();
    let isOpen = false;
    for (const table of ["decision", "statement_decision"] as const) {
      const open = transaction
        .updateTable(table)
        .set({ applied_at })
        .where("id", "=", id)
        .where("applied_at", "is", null);
      isOpen = (await open.executeTakeFirst()).numUpdatedRows > 0n || isOpen;
    }
    // Another has acted on it.
    if (!isOpen) throw new Overtaken(watch);
  }
  const fresh: Notice[] = [];
  for (const notice of found.notices ?? [])
    if (await keepNotice(transaction, notice, found.check?.id, routes)) fresh.push(notice);
  return fresh;
}

async function complete(transaction: Transaction<Tables>, notice: Notice, { pagesToSave }: Routes): Promise<void> {
  const id = noticeId(notice);
  await submit(transaction, id, notice.at, pagesToSave(notice));
  await transaction
    .updateTable("notice")
    .set({ body: JSON.stringify(notice) })
    .where("id", "=", id)
    .execute();
  await makeStale(transaction, id);
}

/** The messages about a notice that were sent are to be brought up to date. */
export async function makeStale(transaction: Transaction<Tables>, notice: string): Promise<void> {
  await transaction.updateTable("delivery").set({ is_stale: 1 }).where("notice", "=", notice).execute();
}

/** The messages that were sent about a piece of evidence, or a proposed statement, are to show what people did about it. */
export async function outdate(transaction: Transaction<Tables>, watch: string, decided: string): Promise<void> {
  const rows = await transaction
    .selectFrom("notice")
    .select(["id", "body"])
    .where("watch", "=", watch)
    .where("kind", "in", ["signalled", "published", "proposed"])
    .execute();
  for (const { id } of rows.filter(({ body }) => decidable(fromRow<Notice>("notice", body)).includes(decided)))
    await makeStale(transaction, id);
}

/** Deliveries that are written at once: SQLite takes so many values of one statement, and more besides. */
const AT_ONCE = 200;
const PENDING = {
  state: "pending",
  attempts: 0,
  attempted_at: null,
  sent_at: null,
  remote_id: null,
  error: null,
  is_stale: 0,
  sum_up: null,
  pass_on_at: null,
} as const;

async function keepNotice(
  transaction: Transaction<Tables>,
  notice: Notice,
  check: string | undefined,
  { channels, pagesToSave }: Routes,
): Promise<boolean> {
  const id = noticeId(notice);
  const { watch, kind, at, key } = notice;
  const result = await transaction
    .insertInto("notice")
    .values({ id, watch, kind, at, key, body: JSON.stringify(notice), check: check ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows === 0n) return false;
  await address(transaction, notice, channels);
  await submit(transaction, id, at, pagesToSave(notice));
  return true;
}

/** A notice is to be sent to every channel that takes it, once. */
export async function address(
  transaction: Transaction<Tables>,
  notice: Notice,
  channels: Routes["channels"],
): Promise<void> {
  const { kind, at } = notice;
  const row = { ...PENDING, notice: noticeId(notice), urgency: URGENCY[kind], noticed_at: at };
  const takers = channels.filter((channel) => channel.takes(notice)).map((channel) => channel.id);
  for (let from = 0; from < takers.length; from += AT_ONCE)
    await transaction
      .insertInto("delivery")
      .values(takers.slice(from, from + AT_ONCE).map((channel) => ({ ...row, channel })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

async function submit(
  transaction: Transaction<Tables>,
  notice: string,
  due_at: InstantText,
  pages: readonly string[],
): Promise<void> {
  for (const url of pages)
    await transaction
      .insertInto("submission")
      .values({ notice, url, state: "pending", job: null, attempts: 0, due_at, saved_url: null, error: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
