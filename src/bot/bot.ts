/** One bot: its parts put together, and taken apart again. */
import type { Logger } from "pino";
import type { Shelves } from "../archive/shelves.ts";
import type { Uploader } from "../archive/upload.ts";
import { ReadingRoom } from "../check/reader.ts";
import { shares } from "../check/shares.ts";
import type { Config } from "../config/load.ts";
import type { Drained } from "../deliver/outbox.ts";
import type { DraftingTools } from "../drafting/glimpse.ts";
import { createFetcher, type Fetcher } from "../fetch/fetcher.ts";
import { RULES_EDITION } from "../judge/rules.ts";
import { MachineFault } from "../language/machine-fault.ts";
import { hasten } from "../schedule/hasten.ts";
import { Watcher } from "../schedule/watcher.ts";
import { BodiesInReading } from "../store/in-reading.ts";
import { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import { SOFTWARE } from "../watch/software.ts";
import type { Saver } from "../wayback/save.ts";
import { configAtStart } from "./config-in-force.ts";
import { archiveOf, type BotParts, filesToArchive, requestSignerOf, saverOf, shelvesOf, uploaderOf } from "./parts.ts";
import { Sealing } from "./sealing.ts";
import { Stamping } from "./stamping.ts";
import { Telling } from "./telling.ts";
import { tidy } from "./tidy.ts";

export class Bot {
  readonly store: Store;
  readonly watcher: Watcher;
  readonly telling: Telling;
  /** Looks at addresses that are not watched yet, in one line with the checks. */
  readonly drafting: DraftingTools;
  /** Where what it archived can be read. */
  readonly shelves: Shelves;
  #config: Config;
  readonly #fetcher: Fetcher;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #saver: Saver | undefined;
  readonly #uploader: Uploader | undefined;
  readonly #bodies: BodiesInReading;
  readonly #sealing: Sealing;
  readonly #stamping: Stamping;

  private constructor(parts: BotParts, store: Store, telling: Telling) {
    const { config, clock, log } = parts;
    const { schedule, fetch } = config.settings;
    this.store = store;
    this.#config = config;
    this.#clock = clock;
    this.#log = log;
    this.telling = telling;
    this.#saver = saverOf(parts, store);
    this.shelves = shelvesOf(config);
    this.#uploader = uploaderOf(parts, this.shelves, store);
    this.#sealing = new Sealing({ store, dataDirectory: config.dataDirectory, clock, log });
    this.#stamping = new Stamping({ store, config: () => this.#config, clock, log });
    this.#bodies = new BodiesInReading(config.dataDirectory, `${SOFTWARE}, edition ${RULES_EDITION}`, clock.now());
    const { unreadThen } = parts;
    const room = new ReadingRoom(shares(config.settings), { remembered: { bodies: this.#bodies, clock }, unreadThen });
    const { shared, robots: robotsMemory } = store;
    this.#fetcher =
      parts.fetcher ??
      createFetcher({
        ...{ settings: fetch, clock, readsRobots: room.robots, lines: shared?.lines, robotsMemory },
        sign: requestSignerOf(config),
        secretOf: (variable) => this.#config.secrets.sources?.[variable],
      });
    const { record } = config;
    const tools = { clock, log, store, record, schedule, fetcher: this.#fetcher, room, fullRead: fetch.full_read };
    this.drafting = tools;
    this.watcher = new Watcher(config.watches, tools, parts.onChecked);
  }

  /**
   * @throws {StoreError} when the data is in use by another bot, or too new; {MachineFault} when it cannot be opened
   * @throws {ArchiveError} when the archive is not as the store knows it; {ConfigError} when the watches in the database are none
   */
  static async open(given: BotParts): Promise<Bot> {
    const { config, unwritable } = given;
    try {
      return await Bot.#with(given, await (given.openStore?.() ?? Store.of(config, given)));
    } catch (error) {
      if (!unwritable || !(error instanceof MachineFault) || config.secrets.databaseUrl) throw error;
      const store = await Store.unwritable(config.dataDirectory, error);
      const bot = await Bot.#with({ ...given, archives: false }, store);
      store.unwritten.refuse("begin", error, given.clock.now());
      return bot;
    }
  }

  static async #with(given: BotParts, store: Store): Promise<Bot> {
    try {
      const now = given.clock.now();
      const parts = { ...given, config: await configAtStart(given.config, store, now) };
      if (parts.archives ?? true) store.archiveTo(await archiveOf(parts.config, store, now));
      return new Bot(parts, store, await Telling.open(parts, store));
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /** The one that holds. */
  get config(): Config {
    return this.#config;
  }

  /** Goes on under another config. What was built at the start stays as it is: living-config.ts says what that is. */
  async use(config: Config): Promise<void> {
    const { watches, settings } = this.#config;
    await hasten(
      this.store,
      { watches, schedule: settings.schedule },
      { watches: config.watches, schedule: config.settings.schedule },
    );
    await this.store.holdConfig(filesToArchive(config), () => {
      this.#config = config;
      this.watcher.use(config);
      this.telling.use(config);
    });
  }

  /** Sends what is pending; waits for channels that are let be for so many milliseconds. */
  deliver(patience: number, signal?: AbortSignal): Promise<Drained> {
    return this.telling.deliver(patience, signal);
  }

  /** Goes on with asking the Wayback Machine for copies, where that is configured. */
  async saveCopies(signal?: AbortSignal): Promise<void> {
    const saver = this.#saver;
    if (saver) await this.#alone("saves copies", () => saver.drain(signal));
  }

  /** Where several processes share the work, one at a time does this. */
  async #alone(what: string, work: () => Promise<void>): Promise<void> {
    const { shared } = this.store;
    await (shared ? shared.alone(what, work) : work());
  }

  /** Takes closed files of the archive to the bucket, where there is one. */
  async upload(): Promise<void> {
    await this.#uploader?.pass();
  }

  /** Forgets what the settings say need not be kept. */
  async tidy(): Promise<void> {
    await tidy(this.#config.settings, this.shelves, this.store, this.#log, this.#clock.now(), this.#sealing);
  }

  /** Signs the day's checkpoint, where there is none yet. */
  async seal(): Promise<void> {
    await this.#alone("seals", () => this.#sealing.seal());
  }

  /** Has an outside authority stamp the day's checkpoint, where the settings name one. */
  async stamp(signal: AbortSignal): Promise<void> {
    await this.#alone("stamps", () => this.#stamping.stamp(signal));
  }

  async close(): Promise<void> {
    await this.#uploader?.close();
    await this.shelves.bucket?.close();
    await this.#saver?.close();
    await this.#fetcher.close();
    this.telling.close();
    this.#bodies.close();
    await this.store.close();
  }
}
