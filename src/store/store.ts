/** What the bot knows, kept: the state of watches and sources, the record of looks, evidence, notices and their deliveries. */
import { createHash, randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { elapsed } from "../clock.ts";
import type { Answer } from "../fetch/capture.ts";
import type { Memory } from "../judge/change.ts";
import type { Evidence } from "../judge/evidence.ts";
import type { Decision } from "../judge/judge.ts";
import type { WatchMemory } from "../judge/look-over.ts";
import type { Looks, Notice } from "../judge/notice.ts";
import type { InstantText } from "../language/civil-date.ts";
import {
  type CheckRow,
  type Database,
  type DeliveryRow,
  openDatabase,
  type SourceRow,
  type Tables,
} from "./database.ts";

export interface Recorded {
  source?: SourceRow | undefined;
  memory?: Memory | undefined;
  check?: Omit<CheckRow, "id"> | undefined;
  captures?: readonly Answer[] | undefined;
  watchMemory?: WatchMemory | undefined;
  evidence?: readonly Evidence[] | undefined;
  notices?: readonly Notice[] | undefined;
  /** Sources whose blindness or recovery the notices tell. */
  toldBlind?: readonly string[] | undefined;
  toldRecovered?: readonly string[] | undefined;
  appliedDecision?: string | undefined;
}

export type PendingDelivery = DeliveryRow & { body: Notice };

interface Uneventful {
  source: SourceRow;
  check: Omit<CheckRow, "id">;
}

/** Looks without news that wait to be written together. */
const MAX_UNEVENTFUL = 50;

export class Store {
  readonly #database: Database;
  readonly #release: () => void;
  readonly #uneventful = new Map<string, Uneventful>();
  /** Read at every check and seldom changed; this store is its only writer. */
  readonly #evidence = new Map<string, readonly Evidence[]>();
  /** A notice goes to every channel of this list that takes its kind. */
  #channels: readonly { id: string; takes: (notice: Notice) => boolean }[] = [];

  constructor(database: Database, release: () => void = () => undefined) {
    this.#database = database;
    this.#release = release;
  }

  /** @throws {StoreError} when the data is in use or too new */
  static async open(directory: string): Promise<Store> {
    const { database, release } = await openDatabase(directory);
    return new Store(database, release);
  }

  deliverTo(channels: readonly { id: string; takes: (notice: Notice) => boolean }[]): void {
    this.#channels = channels;
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#database.destroy();
    this.#release();
  }

  async source(watch: string, source: string): Promise<SourceRow | undefined> {
    const waiting = this.#uneventful.get(`${watch}/${source}`);
    if (waiting) return waiting.source;
    return this.#database
      .selectFrom("source")
      .selectAll()
      .where("watch", "=", watch)
      .where("source", "=", source)
      .executeTakeFirst();
  }

  async sources(watch: string): Promise<SourceRow[]> {
    await this.#flush();
    return this.#database.selectFrom("source").selectAll().where("watch", "=", watch).execute();
  }

  async allSources(): Promise<SourceRow[]> {
    await this.#flush();
    return this.#database.selectFrom("source").selectAll().execute();
  }

  async memory(watch: string, source: string): Promise<Memory | undefined> {
    const row = await this.#database
      .selectFrom("source_memory")
      .select("memory")
      .where("watch", "=", watch)
      .where("source", "=", source)
      .executeTakeFirst();
    return row && (JSON.parse(row.memory) as Memory);
  }

  async watchMemory(watch: string): Promise<WatchMemory> {
    const row = await this.#database.selectFrom("watch").select("memory").where("id", "=", watch).executeTakeFirst();
    return row ? (JSON.parse(row.memory) as WatchMemory) : {};
  }

  async evidence(watch: string): Promise<Evidence[]> {
    const known = this.#evidence.get(watch);
    if (known) return [...known];
    const rows = await this.#database
      .selectFrom("evidence")
      .select("body")
      .where("watch", "=", watch)
      .orderBy("id")
      .execute();
    const evidence = rows.map((row) => JSON.parse(row.body) as Evidence);
    this.#evidence.set(watch, evidence);
    return [...evidence];
  }

  /**
   * Notes a look that found nothing new, to be written together with others: at most with the next thing that is
   * recorded or asked for. A crash before that loses only the note, and the source is simply looked at again.
   */
  async recordUneventful(source: SourceRow, check: Omit<CheckRow, "id">): Promise<void> {
    this.#uneventful.set(`${source.watch}/${source.source}`, { source, check });
    if (this.#uneventful.size >= MAX_UNEVENTFUL) await this.#flush();
  }

  #takeUneventful(): Uneventful[] {
    const waiting = [...this.#uneventful.values()];
    this.#uneventful.clear();
    return waiting;
  }

  async #flush(): Promise<void> {
    const waiting = this.#takeUneventful();
    if (waiting.length > 0)
      await this.#database.transaction().execute((transaction) => keepUneventful(transaction, waiting));
  }

  /**
   * Writes all that one step found out, in one transaction: a crash loses all of it or none.
   * @returns the notices that are new; one whose key was told before is dropped
   */
  async record(watch: string, found: Recorded): Promise<Notice[]> {
    const waiting = this.#takeUneventful();
    const told = await this.#database.transaction().execute(async (transaction) => {
      await keepUneventful(transaction, waiting);
      if (found.source) await transaction.replaceInto("source").values(found.source).execute();
      if (found.check)
        await transaction
          .insertInto("check_record")
          .values({ id: randomUUID(), ...found.check })
          .execute();
      if (found.memory)
        await transaction
          .replaceInto("source_memory")
          .values({ watch, source: found.source?.source ?? "", memory: JSON.stringify(found.memory) })
          .execute();
      for (const answer of found.captures ?? []) await keepCapture(transaction, answer);
      if (found.watchMemory)
        await transaction
          .replaceInto("watch")
          .values({ id: watch, memory: JSON.stringify(found.watchMemory) })
          .execute();
      for (const item of found.evidence ?? [])
        await transaction
          .replaceInto("evidence")
          .values({ watch, id: item.id, body: JSON.stringify(item) })
          .execute();
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
      if (found.appliedDecision)
        await transaction
          .updateTable("decision")
          .set({ applied_at: at ?? new Date(0).toISOString() })
          .where("id", "=", found.appliedDecision)
          .execute();
      const fresh: Notice[] = [];
      for (const notice of found.notices ?? []) if (await this.#keepNotice(transaction, notice)) fresh.push(notice);
      return fresh;
    });
    if (found.evidence) this.#evidence.delete(watch);
    return told;
  }

  async #keepNotice(transaction: Transaction<Tables>, notice: Notice): Promise<boolean> {
    const id = noticeId(notice);
    const { watch, kind, at, key } = notice;
    const result = await transaction
      .insertInto("notice")
      .values({ id, watch, kind, at, key, body: JSON.stringify(notice) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (result.numInsertedOrUpdatedRows === 0n) return false;
    for (const channel of this.#channels.filter((candidate) => candidate.takes(notice)))
      await transaction
        .insertInto("delivery")
        .values({
          notice: id,
          channel: channel.id,
          state: "pending",
          attempts: 0,
          due_at: at,
          attempted_at: null,
          sent_at: null,
          remote_id: null,
          error: null,
        })
        .execute();
    return true;
  }

  async pending(channel: string): Promise<PendingDelivery[]> {
    const rows = await this.#database
      .selectFrom("delivery")
      .innerJoin("notice", "notice.id", "delivery.notice")
      .selectAll("delivery")
      .select("notice.body")
      .where("state", "=", "pending")
      .where("channel", "=", channel)
      .orderBy("notice.at")
      .orderBy("notice.kind", (order) => order.desc())
      .limit(500)
      .execute();
    return rows.map((row) => ({ ...row, body: JSON.parse(row.body) as Notice }));
  }

  async pendingCount(): Promise<number> {
    const row = await this.#database
      .selectFrom("delivery")
      .select((e) => e.fn.countAll<number>().as("count"))
      .where("state", "=", "pending")
      .executeTakeFirst();
    return row?.count ?? 0;
  }

  async markDelivery(notice: string, channel: string, change: Partial<DeliveryRow>): Promise<void> {
    await this.#database
      .updateTable("delivery")
      .set(change)
      .where("notice", "=", notice)
      .where("channel", "=", channel)
      .execute();
  }

  async notices(filter: {
    watch?: string | undefined;
    since?: InstantText | undefined;
    limit: number;
  }): Promise<Notice[]> {
    let query = this.#database.selectFrom("notice").select("body").orderBy("at", "desc").limit(filter.limit);
    if (filter.watch) query = query.where("watch", "=", filter.watch);
    if (filter.since) query = query.where("at", ">=", filter.since);
    return (await query.execute()).map((row) => JSON.parse(row.body) as Notice).reverse();
  }

  /** How well some sources of a watch were looked after from one instant to another. */
  async looks(watch: string, sources: readonly string[], since: InstantText, until: InstantText): Promise<Looks> {
    const rows = await this.#database
      .selectFrom("check_record")
      .select(["source", "at", "outcome"])
      .where("watch", "=", watch)
      .where("source", "in", sources.length > 0 ? sources : [""])
      .where("at", ">=", since)
      .where("at", "<=", until)
      .orderBy("at")
      .execute();
    const lastGood = new Map(sources.map((source) => [source, since]));
    let longestGap: Looks["longestGap"];
    const close = (source: string, to: InstantText) => {
      const from = lastGood.get(source) ?? since;
      if (!longestGap || elapsed(from, to) > elapsed(longestGap.from, longestGap.to)) longestGap = { source, from, to };
      lastGood.set(source, to);
    };
    for (const row of rows) if (row.outcome !== "problem") close(row.source, row.at);
    for (const source of sources) close(source, until);
    return { since, checks: rows.length, problems: rows.filter((row) => row.outcome === "problem").length, longestGap };
  }

  /** Leaves a person's decision for the bot to act on. */
  async leaveDecision(watch: string, decision: Decision, at: InstantText): Promise<void> {
    const { evidence, by, reason } = decision;
    await this.#database
      .insertInto("decision")
      .values({
        id: randomUUID(),
        watch,
        evidence,
        decision: decision.decision,
        by,
        reason: reason ?? null,
        at,
        applied_at: null,
      })
      .execute();
  }

  async openDecisions(): Promise<(Decision & { id: string; watch: string; at: InstantText })[]> {
    const rows = await this.#database
      .selectFrom("decision")
      .selectAll()
      .where("applied_at", "is", null)
      .orderBy("at")
      .execute();
    return rows.map(({ reason, ...row }) => ({ ...row, ...(reason ? { reason } : {}) }));
  }

  /** Removes the record of looks older than an instant; those that led to something are kept. */
  async forgetChecks(before: InstantText): Promise<void> {
    await this.#database
      .deleteFrom("check_record")
      .where("at", "<", before)
      .where("outcome", "in", ["unchanged", "problem"])
      .execute();
  }

  async isWritable(): Promise<boolean> {
    try {
      await this.#database.updateTable("watch").set({ id: "" }).where("id", "=", "").execute();
      return true;
    } catch {
      return false;
    }
  }
}

/** A notice's name: the same in every run that reaches the same conclusion. */
export function noticeId(notice: Pick<Notice, "watch" | "key">): string {
  return createHash("sha256").update(`${notice.watch}\n${notice.key}`).digest("hex").slice(0, 16);
}

async function keepUneventful(transaction: Transaction<Tables>, waiting: readonly Uneventful[]): Promise<void> {
  if (waiting.length === 0) return;
  await transaction
    .replaceInto("source")
    .values(waiting.map(({ source }) => source))
    .execute();
  await transaction
    .insertInto("check_record")
    .values(waiting.map(({ check }) => ({ id: randomUUID(), ...check })))
    .execute();
}

async function keepCapture(
  transaction: Transaction<Tables>,
  { digest, url, finalUrl, at, status, headers, wire }: Answer,
): Promise<void> {
  const { "set-cookie": _, ...kept } = headers;
  await transaction
    .insertInto("capture")
    .values({ digest, url, final_url: finalUrl, at, status, headers: JSON.stringify(kept), wire })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
