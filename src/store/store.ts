/** What the bot knows, kept: opened, migrated, and handed out noun by noun. */
import type { Archive } from "../archive/citation.ts";
import type { Learnt } from "../judge/known.ts";
import type { Notice } from "../judge/notice.ts";
import { Channels } from "./channels.ts";
import { Citations } from "./citations.ts";
import { Claims } from "./claims.ts";
import { Decisions } from "./decisions.ts";
import { Deliveries } from "./deliveries.ts";
import { DiscordMemory } from "./discord.ts";
import { HeldEvidence } from "./evidence.ts";
import { LookRecords } from "./looks.ts";
import { Notices } from "./notices.ts";
import { openPostgres } from "./postgres.ts";
import { type Recorded, type Routes, writeStep } from "./record.ts";
import { Sources } from "./sources.ts";
import { openSqlite, openSqliteBeside } from "./sqlite.ts";
import { Statements } from "./statements.ts";
import { Submissions } from "./submissions.ts";
import type { Database } from "./tables.ts";
import { ArchiveUploads } from "./uploads.ts";
import { WaitingDeliveries } from "./waiting.ts";
import { Watches } from "./watches.ts";
import { type Uneventful, Writing } from "./writing.ts";

export class Store {
  readonly watches: Watches;
  readonly sources: Sources;
  readonly evidence: HeldEvidence;
  readonly notices: Notices;
  readonly deliveries: Deliveries;
  readonly waiting: WaitingDeliveries;
  readonly channels: Channels;
  readonly claims: Claims;
  readonly decisions: Decisions;
  readonly statements: Statements;
  readonly citations: Citations;
  readonly uploads: ArchiveUploads;
  readonly submissions: Submissions;
  readonly looks: LookRecords;
  readonly discord: DiscordMemory;
  readonly #database: Database;
  readonly #release: () => void;
  readonly #writing: Writing;
  #routes: Routes = { channels: [], pagesToSave: () => [] };

  constructor(database: Database, release: () => void = () => undefined) {
    this.#database = database;
    this.#release = release;
    this.looks = new LookRecords(database, () => this.#writing.flush());
    this.#writing = new Writing(database, (looks) => this.looks.noted(looks));
    this.watches = new Watches(database);
    this.sources = new Sources(database, this.#writing);
    this.evidence = new HeldEvidence(database);
    this.notices = new Notices(database);
    this.deliveries = new Deliveries(database, this.notices);
    this.waiting = new WaitingDeliveries(database, this.notices);
    this.channels = new Channels(database);
    this.claims = new Claims(database);
    this.decisions = new Decisions(database);
    this.statements = new Statements(database);
    this.citations = new Citations(database);
    this.uploads = new ArchiveUploads(database);
    this.submissions = new Submissions(database);
    this.discord = new DiscordMemory(database);
  }

  /**
   * @param isLasting whether what is written must outlive a machine that loses its power
   * @throws {StoreError} when the data is in use or too new
   */
  static async open(directory: string, { isLasting = true } = {}): Promise<Store> {
    const { database, release } = await openSqlite(directory, isLasting);
    return new Store(database, release);
  }

  /**
   * @param url of a PostgreSQL database, which others may write to as well
   * @throws {StoreError} when it cannot be used
   */
  static async onPostgres(url: string): Promise<Store> {
    return new Store(await openPostgres(url));
  }

  /** Works with the data beside a running bot; there may be none yet. */
  static async beside<T>(directory: string, work: (store: Store | undefined) => Promise<T>): Promise<T> {
    const database = await openSqliteBeside(directory);
    const store = database && new Store(database);
    try {
      return await work(store);
    } finally {
      await store?.close();
    }
  }

  /** What was learnt of a watch while the bot ran. */
  async learnt(watch: string): Promise<Learnt> {
    return { evidence: await this.evidence.of(watch), proposals: await this.statements.of(watch) };
  }

  /** From here on, what is recorded is archived first. */
  archiveTo(archive: Archive): void {
    this.#writing.archiveTo(archive);
  }

  /** From here on, a notice goes to every channel of this list that takes its kind. */
  deliverTo(channels: Routes["channels"]): void {
    this.#routes = { ...this.#routes, channels };
  }

  /** From here on, these pages of a notice are submitted to the Wayback Machine. */
  submitPages(pagesToSave: Routes["pagesToSave"]): void {
    this.#routes = { ...this.#routes, pagesToSave };
  }

  /**
   * Writes all that one step found out, in one transaction: a crash loses all of it or none.
   * @returns the notices that are new; one whose key was told before is dropped
   * @throws {DiskFull} when there is no room to archive it; nothing is written then
   */
  async record(watch: string, found: Recorded): Promise<Notice[]> {
    const told = await this.#writing.write(found, (transaction) => writeStep(transaction, watch, found, this.#routes));
    if (found.evidence) this.evidence.forget(watch);
    if (found.proposals) this.statements.forget(watch);
    return told;
  }

  /** Notes a look that found nothing new; it is written with others, or before anything is asked for (writing.ts). */
  async recordUneventful(uneventful: Uneventful): Promise<void> {
    await this.#writing.note(uneventful);
  }

  async isWritable(): Promise<boolean> {
    try {
      await this.#database.updateTable("watch").set({ id: "" }).where("id", "=", "").execute();
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    try {
      await this.#writing.close();
    } finally {
      await this.#database.destroy();
      this.#release();
    }
  }
}
