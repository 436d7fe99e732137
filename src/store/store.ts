/** What the bot knows, kept: the state of watches and sources, the record of looks, evidence, notices and their deliveries. */
import { createHash, randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import pLimit from "p-limit";
import {
  type Appended,
  type Archive,
  type ArchiveEnd,
  type Citation,
  keepsNothing,
  type ToArchive,
} from "../archive/citation.ts";
import type { JournalLine } from "../archive/journal.ts";
import type { Memory } from "../judge/compare/memory.ts";
import type { Decision } from "../judge/decision.ts";
import type { Evidence } from "../judge/evidence.ts";
import type { WatchMemory } from "../judge/look-over.ts";
import type { Notice, Sequel } from "../judge/notice.ts";
import type { InstantText } from "../time/instant.ts";
import {
  asDiskFull,
  type CheckRow,
  type Database,
  type DeliveryRow,
  openDatabase,
  type SourceRow,
  type SubmissionRow,
  type Tables,
} from "./database.ts";
import { DiscordMemory } from "./discord-memory.ts";
import { LookRecords } from "./look-records.ts";

export interface Recorded {
  source?: SourceRow | undefined;
  memory?: Memory | undefined;
  check?: CheckRow | undefined;
  /** The account of this step for the archive, and the answers to archive with it. */
  line?: JournalLine | undefined;
  answers?: readonly ToArchive[] | undefined;
  watchMemory?: WatchMemory | undefined;
  evidence?: readonly Evidence[] | undefined;
  notices?: readonly Notice[] | undefined;
  /** Sources whose blindness or recovery the notices tell. */
  toldBlind?: readonly string[] | undefined;
  toldRecovered?: readonly string[] | undefined;
  appliedDecision?: string | undefined;
}

export type PendingDelivery = DeliveryRow & { body: Notice; check: string | null; sequel: Sequel };

interface Uneventful {
  source: SourceRow;
  check: CheckRow;
  line: JournalLine;
}

/** Looks without news that wait to be written together. */
const MAX_UNEVENTFUL = 50;

export class Store {
  readonly #database: Database;
  readonly #release: () => void;
  /** What is appended to the archive and the transaction that cites it go together, one pair after the other. */
  readonly #oneAtATime = pLimit(1);
  #archive: Archive = keepsNothing;
  #uneventful: Uneventful[] = [];
  readonly #latest = new Map<string, SourceRow>();
  /** Read at every check and seldom changed; this store is its only writer. */
  readonly #evidence = new Map<string, readonly Evidence[]>();
  /** A notice goes to every channel of this list that takes its kind. */
  #channels: readonly { id: string; takes: (notice: Notice) => boolean }[] = [];
  #pagesToSave: (notice: Notice) => string[] = () => [];

  constructor(database: Database, release: () => void = () => undefined) {
    this.#database = database;
    this.#release = release;
  }

  /** @throws {StoreError} when the data is in use or too new */
  static async open(directory: string): Promise<Store> {
    const { database, release } = await openDatabase(directory);
    return new Store(database, release);
  }

  /** The record of looks, with those that wait to be written. */
  get looks(): LookRecords {
    return new LookRecords(this.#database, () => this.#flush());
  }

  /** What is remembered of Discord. */
  get discord(): DiscordMemory {
    return new DiscordMemory(this.#database);
  }

  deliverTo(channels: readonly { id: string; takes: (notice: Notice) => boolean }[]): void {
    this.#channels = channels;
  }

  /** From here on, what is recorded is archived first. */
  archiveTo(archive: Archive): void {
    this.#archive = archive;
  }

  async archiveEnd(): Promise<ArchiveEnd | undefined> {
    return this.#database.selectFrom("archive_end").select(["file", "size", "config"]).executeTakeFirst();
  }

  async close(): Promise<void> {
    try {
      await this.#flush();
    } finally {
      this.#archive.close();
      await this.#database.destroy();
      this.#release();
    }
  }

  async source(watch: string, source: string): Promise<SourceRow | undefined> {
    const waiting = this.#latest.get(`${watch}/${source}`);
    if (waiting) return waiting;
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
  async recordUneventful(source: SourceRow, check: CheckRow, line: JournalLine): Promise<void> {
    this.#uneventful.push({ source, check, line });
    this.#latest.set(`${source.watch}/${source.source}`, source);
    if (this.#uneventful.length < MAX_UNEVENTFUL) return;
    try {
      await this.#flush();
    } catch (error) {
      // With no room left nothing piles up in memory: a look that cannot be written is a gap, and shows as one.
      this.#uneventful = this.#uneventful.slice(0, MAX_UNEVENTFUL - 1);
      throw error;
    }
  }

  async #flush(): Promise<void> {
    if (this.#uneventful.length > 0) await this.#write({}, async () => undefined);
  }

  /**
   * Archives what was found and what waits to be written with it, then writes both in one transaction. When there is no
   * room for it nothing is written, and what waits goes on waiting.
   */
  async #write<T>(found: Recorded, work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.#oneAtATime(async () => {
      const waiting = [...this.#uneventful];
      const lines = [...waiting.map(({ line }) => line), ...(found.line ? [found.line] : [])];
      const answers = await this.#withKnownPayloads(found.answers ?? []);
      const at = lines.at(-1)?.at;
      const appended = at ? await this.#archive.append(lines, answers, at) : undefined;
      const written = this.#database.transaction().execute(async (transaction) => {
        if (appended) await cite(transaction, appended);
        await keepUneventful(transaction, waiting);
        return work(transaction);
      });
      const done = await written.catch((error) => {
        throw asDiskFull(error);
      });
      this.#uneventful = this.#uneventful.slice(waiting.length);
      for (const { source } of waiting)
        if (this.#latest.get(`${source.watch}/${source.source}`) === source)
          this.#latest.delete(`${source.watch}/${source.source}`);
      return done;
    });
  }

  /** A payload that is archived already is referred to, not written again. */
  async #withKnownPayloads(answers: readonly ToArchive[]): Promise<ToArchive[]> {
    return Promise.all(
      answers.map(async (item) => {
        const known = await this.#database
          .selectFrom("archived")
          .select(["record", "url", "at"])
          .where("digest", "=", item.answer.digest)
          .where("kind", "=", "response")
          .executeTakeFirst();
        return known ? { ...item, same: known } : item;
      }),
    );
  }

  /** The archived answer of an address that is the newest. */
  async newestRecord(url: string): Promise<string | undefined> {
    const row = await this.#database
      .selectFrom("archived")
      .select("record")
      .where("url", "=", url)
      .orderBy("at", "desc")
      .limit(1)
      .executeTakeFirst();
    return row?.record;
  }

  /**
   * Writes all that one step found out, in one transaction: a crash loses all of it or none.
   * @returns the notices that are new; one whose key was told before is dropped
   * @throws {DiskFull} when there is no room to archive it; nothing is written then
   */
  async record(watch: string, found: Recorded): Promise<Notice[]> {
    const told = await this.#write(found, async (transaction) => {
      if (found.source) await transaction.replaceInto("source").values(found.source).execute();
      if (found.check) await transaction.insertInto("check_record").values(found.check).execute();
      if (found.memory)
        await transaction
          .replaceInto("source_memory")
          .values({ watch, source: found.source?.source ?? "", memory: JSON.stringify(found.memory) })
          .execute();
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
      if (found.appliedDecision) {
        await this.#outdate(transaction, watch, found.appliedDecision);
        await transaction
          .updateTable("decision")
          .set({ applied_at: at ?? new Date(0).toISOString() })
          .where("id", "=", found.appliedDecision)
          .execute();
      }
      const fresh: Notice[] = [];
      for (const notice of found.notices ?? [])
        if (await this.#keepNotice(transaction, notice, found.check?.id)) fresh.push(notice);
      return fresh;
    });
    if (found.evidence) this.#evidence.delete(watch);
    return told;
  }

  /** The messages that were sent about a piece of evidence are to show what was decided about it. */
  async #outdate(transaction: Transaction<Tables>, watch: string, decision: string): Promise<void> {
    const decided = await transaction
      .selectFrom("decision")
      .select("evidence")
      .where("id", "=", decision)
      .executeTakeFirst();
    const rows = await transaction
      .selectFrom("notice")
      .select(["id", "body"])
      .where("watch", "=", watch)
      .where("kind", "in", ["signalled", "published"])
      .execute();
    const about = rows.filter(({ body }) => decided && evidenceOf(JSON.parse(body)).includes(decided.evidence));
    for (const { id } of about)
      await transaction.updateTable("delivery").set({ is_stale: 1 }).where("notice", "=", id).execute();
  }

  async #keepNotice(transaction: Transaction<Tables>, notice: Notice, check: string | undefined): Promise<boolean> {
    const id = noticeId(notice);
    const { watch, kind, at, key } = notice;
    const result = await transaction
      .insertInto("notice")
      .values({ id, watch, kind, at, key, body: JSON.stringify(notice), check: check ?? null })
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
          is_stale: 0,
        })
        .execute();
    for (const url of this.#pagesToSave(notice))
      await transaction
        .insertInto("submission")
        .values({ notice: id, url, state: "pending", job: null, attempts: 0, due_at: at, saved_url: null, error: null })
        .execute();
    return true;
  }

  /** What a channel is to be sent, and what it was sent and that is to be brought up to date. */
  async pending(channel: string): Promise<PendingDelivery[]> {
    const rows = await this.#database
      .selectFrom("delivery")
      .innerJoin("notice", "notice.id", "delivery.notice")
      .selectAll("delivery")
      .select(["notice.body", "notice.check"])
      .where((e) => e.or([e("state", "=", "pending"), e.and([e("state", "=", "sent"), e("is_stale", "=", 1)])]))
      .where("channel", "=", channel)
      // News goes before what only brings an older message up to date.
      .orderBy("state")
      .orderBy("notice.at")
      .orderBy("notice.kind", (order) => order.desc())
      .limit(500)
      .execute();
    return Promise.all(
      rows.map(async (row) => {
        const body = JSON.parse(row.body) as Notice;
        return { ...row, body, sequel: await this.sequel(row.notice, body) };
      }),
    );
  }

  /** The addresses of copies that the Wayback Machine made of what a notice rests on. */
  async #copies(notice: string): Promise<string[]> {
    const rows = await this.#database
      .selectFrom("submission")
      .select("saved_url")
      .where("notice", "=", notice)
      .where("state", "=", "saved")
      .orderBy("url")
      .execute();
    return rows.flatMap(({ saved_url }) => saved_url ?? []);
  }

  /** What was learnt of a notice since it was recorded. */
  async sequel(id: string, notice: Notice): Promise<Sequel> {
    const evidence = evidenceOf(notice);
    const rows = await this.#database
      .selectFrom("decision")
      .select(["evidence", "decision", "by", "reason", "at"])
      .where("watch", "=", notice.watch)
      .where("evidence", "in", evidence.length > 0 ? evidence : [""])
      .where("applied_at", "is not", null)
      .orderBy("at")
      .execute();
    return {
      copies: await this.#copies(id),
      rulings: rows.map(({ reason, ...row }) => ({ ...row, ...(reason ? { reason } : {}) })),
    };
  }

  /** From here on, these pages of a notice are submitted to the Wayback Machine. */
  submitPages(pagesToSave: (notice: Notice) => string[]): void {
    this.#pagesToSave = pagesToSave;
  }

  async openSubmissions(now: InstantText): Promise<SubmissionRow[]> {
    return this.#database
      .selectFrom("submission")
      .selectAll()
      .where("state", "in", ["pending", "requested"])
      .where("due_at", "<=", now)
      .orderBy("due_at")
      .execute();
  }

  /** Notes how a submission goes. A page that is saved makes the messages that were sent about it stale. */
  async markSubmission({ notice, url }: SubmissionRow, change: Partial<SubmissionRow>): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable("submission")
        .set(change)
        .where("notice", "=", notice)
        .where("url", "=", url)
        .execute();
      if (change.state === "saved")
        await transaction.updateTable("delivery").set({ is_stale: 1 }).where("notice", "=", notice).execute();
    });
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

  /** Notes that a message shows this sequel. It stays stale when more was learnt meanwhile. */
  async markAmended({ notice, channel, body, sequel }: PendingDelivery): Promise<void> {
    if (JSON.stringify(await this.sequel(notice, body)) === JSON.stringify(sequel))
      await this.markDelivery(notice, channel, { is_stale: 0, error: null });
  }

  async notices(filter: {
    watch?: string | undefined;
    since?: InstantText | undefined;
    until?: InstantText | undefined;
    limit: number;
  }): Promise<Notice[]> {
    let query = this.#database.selectFrom("notice").select("body").orderBy("at", "desc").limit(filter.limit);
    if (filter.watch) query = query.where("watch", "=", filter.watch);
    if (filter.since) query = query.where("at", ">=", filter.since);
    if (filter.until) query = query.where("at", "<=", filter.until);
    return (await query.execute()).map((row) => JSON.parse(row.body) as Notice).reverse();
  }

  async notice(id: string): Promise<Notice | undefined> {
    const row = await this.#database.selectFrom("notice").select("body").where("id", "=", id).executeTakeFirst();
    return row && (JSON.parse(row.body) as Notice);
  }

  /** Where the payload of a digest stands in the archive. */
  async citation(digest: string): Promise<Citation | undefined> {
    return this.#database
      .selectFrom("archived")
      .selectAll()
      .where("digest", "=", digest)
      .where("kind", "=", "response")
      .executeTakeFirst();
  }

  /** Every archived answer, every digest that a notice or a piece of evidence cites, every record that a source rests on. */
  async archived(): Promise<{ citations: Citation[]; cited: Set<string>; restedOn: Set<string> }> {
    const citations = await this.#database.selectFrom("archived").selectAll().execute();
    const notices = await this.#database.selectFrom("notice").select("body").execute();
    const evidence = await this.#database.selectFrom("evidence").select("body").execute();
    const digests = [
      ...notices.flatMap(({ body }) => (JSON.parse(body) as Notice).grounds.map((ground) => ground.capture)),
      ...evidence.map(({ body }) => (JSON.parse(body) as Evidence).capture),
    ];
    const restedOn = (await this.allSources()).flatMap((row) =>
      [row.good_record ?? [], row.problem_record ?? []].flat(),
    );
    return { citations, cited: new Set(digests.filter((digest) => digest !== "")), restedOn: new Set(restedOn) };
  }

  /** Forgets what stood in files of the archive that are to be removed. */
  async forgetFiles(files: readonly string[]): Promise<void> {
    if (files.length > 0) await this.#database.deleteFrom("archived").where("file", "in", files).execute();
  }

  /** How messages about a watch stand, from one instant to another. */
  async deliveries(
    since: InstantText,
    until: InstantText,
    watch?: string,
  ): Promise<{ state: string; count: number }[]> {
    let query = this.#database
      .selectFrom("delivery")
      .innerJoin("notice", "notice.id", "delivery.notice")
      .select((e) => ["delivery.state", e.fn.countAll<number>().as("count")])
      .where("notice.at", ">=", since)
      .where("notice.at", "<=", until)
      .groupBy("delivery.state");
    if (watch) query = query.where("notice.watch", "=", watch);
    return query.execute();
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

  async isWritable(): Promise<boolean> {
    try {
      await this.#database.updateTable("watch").set({ id: "" }).where("id", "=", "").execute();
      return true;
    } catch {
      return false;
    }
  }
}

/** The evidence that a notice names, by id. */
function evidenceOf(notice: Notice): string[] {
  if (notice.kind === "signalled") return [notice.signal.id];
  return notice.kind === "published" ? notice.proofs.map((proof) => proof.id) : [];
}

/** A notice's name: the same in every run that reaches the same conclusion. */
export function noticeId(notice: Pick<Notice, "watch" | "key">): string {
  return createHash("sha256").update(`${notice.watch}\n${notice.key}`).digest("hex").slice(0, 16);
}

async function keepUneventful(transaction: Transaction<Tables>, waiting: readonly Uneventful[]): Promise<void> {
  if (waiting.length === 0) return;
  await transaction
    .replaceInto("source")
    .values([...new Map(waiting.map(({ source }) => [`${source.watch}/${source.source}`, source])).values()])
    .execute();
  await transaction
    .insertInto("check_record")
    .values(waiting.map(({ check }) => check))
    .execute();
}

async function cite(transaction: Transaction<Tables>, { citations, end }: Appended): Promise<void> {
  if (citations.length > 0) await transaction.insertInto("archived").values(citations).execute();
  await transaction
    .replaceInto("archive_end")
    .values({ id: 1, ...end })
    .execute();
}
