/** One bot: its parts put together, and taken apart again. */
import type { Logger } from "pino";
import type { Shelves } from "../archive/shelves.ts";
import type { Uploader } from "../archive/upload.ts";
import { ReadingRoom } from "../check/reader.ts";
import { shares } from "../check/shares.ts";
import type { Config } from "../config/load.ts";
import { BOTS_PLACES } from "../config/places.ts";
import { Bulletins } from "../deliver/bulletins.ts";
import type { Channel } from "../deliver/channel.ts";
import type { DiscordPlaces } from "../deliver/channels/discord/places.ts";
import type { Messengers } from "../deliver/channels/kinds.ts";
import { type Drained, Outbox } from "../deliver/outbox.ts";
import type { DraftingTools } from "../drafting/glimpse.ts";
import { createFetcher, type Fetcher } from "../fetch/fetcher.ts";
import { RULES_EDITION } from "../judge/rules.ts";
import { MachineFault } from "../language/machine-fault.ts";
import { hasten } from "../schedule/hasten.ts";
import { Watcher } from "../schedule/watcher.ts";
import { BodiesInReading } from "../store/in-reading.ts";
import { FOR_START } from "../store/left.ts";
import { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import { SOFTWARE } from "../watch/software.ts";
import type { Saver } from "../wayback/save.ts";
import { configAtStart } from "./config-in-force.ts";
import {
  archiveOf,
  type BotParts,
  channelsOf,
  type Discord,
  discordOf,
  filesToArchive,
  type GoingOn,
  messengersOf,
  requestSignerOf,
  saverOf,
  shelvesOf,
  uploaderOf,
} from "./parts.ts";
import { DUTIES, type Role } from "./role.ts";
import { Sealing } from "./sealing.ts";
import { Stamping } from "./stamping.ts";
import { tidy } from "./tidy.ts";

export class Bot {
  readonly store: Store;
  readonly watcher: Watcher;
  /** Looks at addresses that are not watched yet, in one line with the checks. */
  readonly drafting: DraftingTools;
  /** Where what it archived can be read. */
  readonly shelves: Shelves;
  #config: Config;
  readonly #fetcher: Fetcher;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #outbox: Outbox;
  readonly #bulletins: Bulletins;
  readonly #unwritable: GoingOn | undefined;
  readonly #discord: Discord | undefined;
  readonly #messengers: Messengers | undefined;
  readonly #saver: Saver | undefined;
  readonly #uploader: Uploader | undefined;
  readonly #bodies: BodiesInReading;
  readonly #sealing: Sealing;
  readonly #stamping: Stamping;
  /** Whether it speaks for the bot's token, where several processes could. */
  #isSpeaking = false;

  private constructor(
    parts: BotParts,
    store: Store,
    outbox: Outbox,
    discord: Discord | undefined,
    messengers: Messengers | undefined,
  ) {
    const { config, clock, log } = parts;
    const { schedule, fetch } = config.settings;
    this.store = store;
    this.#config = config;
    this.#clock = clock;
    this.#log = log;
    this.#outbox = outbox;
    this.#unwritable = parts.unwritable;
    this.#bulletins = parts.unwritable?.bulletins ?? new Bulletins(clock, log);
    this.#bulletins.follow({ watches: () => this.#config.watches, outbox, store });
    this.#discord = discord;
    this.#messengers = messengers;
    discord?.places.whenLeft(() => this.followPlaces());
    store.deliverTo(parts.leaves ? async () => FOR_START : () => this.#allThereAre());
    this.#followDuties(DUTIES[parts.role ?? "all"]);
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
      const discord = parts.leaves ? undefined : await discordOf(parts, store);
      let watches = () => parts.config.watches;
      const messengers = await messengersOf(parts, store, () => watches());
      const outbox = new Outbox(store, channelsOf(parts, discord, messengers), parts.clock, parts.log);
      outbox.mute(parts.config.watches);
      const bot = new Bot(parts, store, outbox, discord, messengers);
      watches = () => bot.config.watches;
      return bot;
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
      this.places?.useWatches(config.watches, config.record);
      this.#outbox.mute(config.watches);
    });
  }

  /** Sends what is pending; waits for channels that are let be for so many milliseconds. */
  async deliver(patience: number, signal?: AbortSignal): Promise<Drained> {
    // A command beside this process may have had somebody forgotten who was told in person.
    if (!this.store.shared && (await this.places?.refresh())) await this.followPlaces();
    return this.#outbox.drain(patience, signal);
  }

  /** Tells the places what is on no record, as nothing can be written down, where that is so; and tries whether it can. */
  async tellUnwritten(): Promise<void> {
    await this.#bulletins.drain();
    const { store } = this;
    if (!store.isToRead) await store.touch();
    await store.unwritten.tryAgain(async () => {
      await store.tryWriting();
      if (store.isToRead) this.#unwritable?.onWritable();
    }, this.#clock.now());
  }

  /** What was left for the bot that `start` runs is this one's to tell from here on. */
  async takeOver(): Promise<void> {
    const notices = await this.store.takeOver();
    if (notices > 0) this.#log.info({ event: "taken-over", notices }, "to be told here: it was left by a command");
  }

  /** Brings the status cards up to date. News does not wait for it. */
  async showCards(signal?: AbortSignal): Promise<void> {
    if (this.store.shared && !this.#isSpeaking) return;
    await this.#discord?.cards.refresh(signal);
  }

  /** The places on Discord, where there are any or may be. */
  get places(): DiscordPlaces | undefined {
    return this.#discord?.places;
  }

  /** Has the places that were just set up, or taken down, written to or no longer. */
  async followPlaces(): Promise<void> {
    await this.#outbox.replace(BOTS_PLACES, this.places?.channels ?? []);
  }

  /** Where several processes share the work, each writes to some of the channels, and routes to all there are. */
  #followDuties({ looks }: (typeof DUTIES)[Role]): void {
    if (!this.store.shared) return;
    this.#outbox.writeOnlyTo((id) => (id.startsWith(BOTS_PLACES) ? this.#isSpeaking : looks));
  }

  /** The channels that news is addressed to, whichever process writes to them. */
  async #allThereAre(): Promise<Channel[]> {
    await this.#messengers?.refresh();
    const all = this.#outbox.channels;
    if (!this.store.shared) return all;
    await this.places?.refresh();
    const isBots = ({ id }: Channel) => id.startsWith(BOTS_PLACES);
    return [...all.filter((one) => !isBots(one)), ...(this.places?.channels ?? []).filter(isBots)];
  }

  /** From here on, this process writes to the places of the bot's token, or no longer. */
  async speak(isSpeaking: boolean): Promise<void> {
    this.#isSpeaking = isSpeaking;
    await this.places?.refresh();
    if (isSpeaking) await this.followPlaces();
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
    this.places?.close();
    this.#messengers?.close();
    this.#bodies.close();
    await this.store.close();
  }
}
