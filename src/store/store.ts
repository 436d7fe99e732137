/** What the bot knows, kept: opened, migrated, and handed out noun by noun. */
import type { Signed, Stamped } from "../archive/chain/signed.ts";
import type { Archive, ConfigFiles } from "../archive/citation.ts";
import type { Learnt } from "../judge/known.ts";
import type { Notice } from "../judge/notice.ts";
import type { MachineFault } from "../language/machine-fault.ts";
import { Channels } from "./channels.ts";
import { Checkpoints, writeCheckpoint, writeStamp } from "./checkpoints.ts";
import { Citations, forgetFiles } from "./citations.ts";
import { Claims } from "./claims.ts";
import { Alone, AmongOthers, type Uneventful } from "./committing.ts";
import { Decisions } from "./decisions.ts";
import { Deliveries } from "./deliveries.ts";
import { DiscordMemory } from "./discord.ts";
import { HeldEvidence } from "./evidence.ts";
import { identify } from "./identity.ts";
import { LeftForStart } from "./left.ts";
import { LookNumbers } from "./look-numbers.ts";
import { LookRecords } from "./looks.ts";
import { Notices } from "./notices.ts";
import { Persons } from "./persons.ts";
import { Readers } from "./readers.ts";
import { type Recorded, type Routes, writeStep } from "./record.ts";
import { KnownRobots } from "./robots.ts";
import type { Shared } from "./shared.ts";
import { Sources } from "./sources.ts";
import { type Opening, openSqlite, openSqliteBeside } from "./sqlite.ts";
import { Statements } from "./statements.ts";
import { type Basis, OwnSteps, type Steps } from "./steps.ts";
import { Submissions } from "./submissions.ts";
import type { CheckRow, Database, Tables } from "./tables.ts";
import { tryWriting } from "./trial.ts";
import { openUnwritable } from "./unwritable.ts";
import { Unwritten } from "./unwritten.ts";
import { ArchiveUploads } from "./uploads.ts";
import { WaitingDeliveries } from "./waiting.ts";
import { WatchTexts } from "./watch-texts.ts";
import { Watches } from "./watches.ts";
import { Writing } from "./writing.ts";

/** Where what is kept stands: in a folder, or in a PostgreSQL that several share. */
export interface Home {
  dataDirectory: string;
  secrets: { databaseUrl?: string | undefined };
  /** By which name this process is known among those that share it. */
  worker: string;
}

/** A look that found nothing new waits no longer for others to be written with, where other processes are to see it. */
const SHOWN_WITHIN_MS = 100;

export class Store {
  readonly watches: Watches;
  readonly texts: WatchTexts;
  readonly sources: Sources;
  readonly evidence: HeldEvidence;
  readonly notices: Notices;
  readonly deliveries: Deliveries;
  readonly waiting: WaitingDeliveries;
  readonly left: LeftForStart;
  readonly channels: Channels;
  readonly claims: Claims;
  readonly persons: Persons;
  readonly decisions: Decisions;
  readonly statements: Statements;
  readonly citations: Citations;
  readonly checkpoints: Checkpoints;
  readonly uploads: ArchiveUploads;
  readonly submissions: Submissions;
  readonly looks: LookRecords;
  readonly readers: Readers;
  readonly discord: DiscordMemory;
  readonly robots: KnownRobots;
  /** How far each watch is. */
  readonly steps: Steps;
  /** Where several processes share the database. */
  readonly shared: Shared | undefined;
  /** What the machine did not let it write. */
  readonly unwritten = new Unwritten();
  readonly #database: Database;
  readonly #release: () => void;
  readonly #writing: Writing;
  /** Set where it was opened to be read, and no more. */
  #trial: (() => Promise<void>) | undefined;
  #channels: () => Promise<Routes["channels"]> = async () => [];
  #pagesToSave: Routes["pagesToSave"] = () => [];

  private constructor(database: Database, shared?: Shared, release: () => void = () => undefined) {
    this.#database = database;
    this.#release = release;
    this.shared = shared;
    const own = new OwnSteps();
    this.steps = shared?.steps ?? own;
    const committing = shared ? new AmongOthers(database, shared.steps, shared.worker) : new Alone(database, own);
    this.robots = new KnownRobots(database);
    const numbers = new LookNumbers(database);
    this.looks = new LookRecords(database, numbers, () => this.#writing.flush());
    const within = shared ? SHOWN_WITHIN_MS : undefined;
    const noteLooks = (looks: readonly CheckRow[]) => {
      this.looks.noted(looks);
      if (looks.length > 0) shared?.noteRecorded();
    };
    this.#writing = new Writing({ database, numbers, committing, within, noteLooks, unwritten: this.unwritten });
    this.watches = new Watches(database);
    this.texts = new WatchTexts(database);
    this.sources = new Sources(database, this.#writing);
    this.evidence = new HeldEvidence(database, this.steps);
    this.notices = new Notices(database);
    this.deliveries = new Deliveries(database, this.notices);
    this.waiting = new WaitingDeliveries(database, this.notices);
    this.left = new LeftForStart(database);
    this.channels = new Channels(database);
    this.claims = new Claims(database);
    this.persons = new Persons(database);
    this.decisions = new Decisions(database, this.persons);
    this.statements = new Statements(database, this.steps, this.persons);
    this.citations = new Citations(database);
    this.checkpoints = new Checkpoints(database);
    this.uploads = new ArchiveUploads(database);
    this.submissions = new Submissions(database);
    this.readers = new Readers(database);
    this.discord = new DiscordMemory(database);
  }

  /** @throws {StoreError} when what is kept there cannot be used, is in use or too new */
  static async of({ dataDirectory, secrets, worker: name }: Home, opening: Opening = {}): Promise<Store> {
    if (!secrets.databaseUrl || opening.isLasting === false) return Store.open(dataDirectory, opening);
    const { worker, release } = identify(dataDirectory, name);
    try {
      return await Store.onPostgres(secrets.databaseUrl, worker, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** @throws {StoreError} when the data is in use or too new */
  static async open(directory: string, opening: Opening = {}): Promise<Store> {
    const { database, release } = await openSqlite(directory, opening);
    return new Store(database, undefined, release);
  }

  /**
   * Where nothing can be written as a bot begins: what was written is read, and whether it can by now is what `tryWriting` tells.
   * @param fault that kept it from being opened
   * @throws {MachineFault} where that bot cannot go on; {StoreError}
   */
  static async unwritable(directory: string, fault: MachineFault): Promise<Store> {
    const { database, trial, release } = await openUnwritable(directory, fault);
    const store = new Store(database, undefined, release);
    store.#trial = trial;
    return store;
  }

  /**
   * @param url of a PostgreSQL database, which others may write to as well
   * @param worker by which name this process is known among them
   * @throws {StoreError} when it cannot be used
   */
  static async onPostgres(url: string, worker: string, release?: () => void): Promise<Store> {
    // Loaded only where it is used.
    const { notBeingMoved, openPostgres } = await import("./postgres.ts");
    const { Shared } = await import("./shared.ts");
    const opened = await openPostgres(url);
    const { database } = opened;
    try {
      await notBeingMoved(database);
    } catch (error) {
      await database.destroy();
      throw error;
    }
    return new Store(database, new Shared(opened, url, worker), release);
  }

  /** Works with the data beside a running bot; there may be none yet. */
  static async beside<T>(
    { dataDirectory, secrets, worker }: Home,
    work: (store: Store | undefined) => Promise<T>,
  ): Promise<T> {
    const store = secrets.databaseUrl
      ? await Store.onPostgres(secrets.databaseUrl, worker)
      : await Store.#besideSqlite(dataDirectory);
    try {
      return await work(store);
    } finally {
      await store?.close();
    }
  }

  static async #besideSqlite(directory: string): Promise<Store | undefined> {
    const database = await openSqliteBeside(directory);
    return database && new Store(database);
  }

  /** All rows of a table, as of one moment. */
  async all<T extends Exclude<keyof Tables, "look">>(table: T): Promise<Tables[T][]> {
    return (await this.#database
      .selectFrom(table as "notice")
      .selectAll()
      .execute()) as unknown as Tables[T][];
  }

  /**
   * What was learnt of a watch while the bot ran.
   * @param basis how far the watch is, where that is known
   */
  async learnt(watch: string, basis?: Basis): Promise<Learnt> {
    return { evidence: await this.evidence.of(watch, basis), proposals: await this.statements.of(watch, basis) };
  }

  /** From here on, what is recorded is archived first. */
  archiveTo(archive: Archive): void {
    this.#writing.archiveTo(archive);
  }

  /**
   * From here on, what is recorded was made under another config. What was judged under the one before, and is not recorded yet, is
   * overtaken.
   * @param hold takes it into use, between two things that are recorded
   */
  async holdConfig(files: ConfigFiles, hold: () => void): Promise<void> {
    await this.#writing.holdConfig(files, hold);
  }

  /** From here on, a notice goes to every channel of this list that takes its kind; they are asked for whenever there is one. */
  deliverTo(channels: () => Promise<Routes["channels"]>): void {
    this.#channels = channels;
  }

  /**
   * What was left for the bot that `start` runs, which this is, goes to the channels of this list.
   * @returns how many notices that were
   */
  async takeOver(): Promise<number> {
    if ((await this.left.count()) === 0) return 0;
    const taken = await this.left.addressTo(await this.#channels());
    if (taken > 0) await this.shared?.say("told");
    return taken;
  }

  /** From here on, these pages of a notice are submitted to the Wayback Machine. */
  submitPages(pagesToSave: Routes["pagesToSave"]): void {
    this.#pagesToSave = pagesToSave;
  }

  /**
   * Writes all that one step found out, in one transaction: a crash loses all of it or none.
   * @returns the notices that are new; one whose key was told before is dropped
   * @throws {MachineFault} when it cannot be archived or written; nothing is then
   * @throws {Overtaken} when something else was recorded of the watch since this began to be judged; {TurnLost}
   */
  async record(watch: string, found: Recorded): Promise<Notice[]> {
    const channels = found.notices?.length ? await this.#channels() : [];
    const routes = { channels, pagesToSave: this.#pagesToSave };
    const told = await this.#writing.write(watch, found, (transaction) => writeStep(transaction, watch, found, routes));
    if (told.length > 0) await this.shared?.say("told");
    return told;
  }

  /** Writes a checkpoint into the journal, and notes it. @throws {MachineFault} */
  async seal(checkpoint: Signed): Promise<void> {
    const line = { kind: "checkpoint" as const, ...checkpoint };
    await this.#writing.write(undefined, { line }, (transaction) => writeCheckpoint(transaction, checkpoint));
  }

  /** Writes an authority's stamp of a checkpoint into the journal, and notes it. @throws {DiskFull} */
  async stamp(stamped: Stamped): Promise<void> {
    const line = { kind: "timestamp" as const, ...stamped };
    await this.#writing.write(undefined, { line }, (transaction) => writeStamp(transaction, stamped));
  }

  /**
   * Writes the stubs of files into the journal, and forgets what stood in one of them.
   * @param stubs of the file, and of earlier ones that its own held
   * @throws {MachineFault}
   */
  async forgetFile(file: string, stubs: readonly Signed[]): Promise<void> {
    for (const [index, stub] of stubs.entries()) {
      const line = { kind: "forgotten" as const, ...stub };
      const isLast = index === stubs.length - 1;
      await this.#writing.write(undefined, { line }, async (transaction) => {
        if (isLast) await forgetFiles(transaction, [file]);
      });
    }
  }

  /** Notes a look that found nothing new; it is written with others, or before anything is asked for (writing.ts). */
  async recordUneventful(uneventful: Uneventful): Promise<void> {
    await this.#writing.note(uneventful);
  }

  /** What waits to be written with others is written when this ends. */
  async settle(): Promise<void> {
    await this.#writing.settle();
  }

  async isWritable(): Promise<boolean> {
    return this.touch().then(
      () => true,
      () => false,
    );
  }

  /** Asks whether it may write, and writes nothing: a full disk is not noticed by that. @throws {MachineFault} where it may not */
  async touch(): Promise<void> {
    await this.#database.updateTable("watch").set({ id: "" }).where("id", "=", "").execute();
  }

  /** Writes something, which is nothing in the end. @throws {MachineFault} where that is refused */
  async tryWriting(): Promise<void> {
    await (this.#trial?.() ?? tryWriting(this.#database));
  }

  /** Whether it was opened to be read, and no more. */
  get isToRead(): boolean {
    return this.#trial !== undefined;
  }

  async close(): Promise<void> {
    try {
      await this.#writing.close();
    } catch (error) {
      // What waits was refused before, and is looked at again.
      if (!this.isToRead) throw error;
    } finally {
      await this.shared?.close();
      await this.#database.destroy();
      this.#release();
    }
  }
}
