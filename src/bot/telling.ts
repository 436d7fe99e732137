/** How a bot tells: its channels and what waits for them, of several processes only those that are its own, and what no record holds. */
import type { Logger } from "pino";
import { BOTS_PLACES } from "../config/places.ts";
import { Bulletins } from "../deliver/bulletins.ts";
import type { Channel } from "../deliver/channel.ts";
import type { DiscordPlaces } from "../deliver/channels/discord/places.ts";
import type { Messengers } from "../deliver/channels/kinds.ts";
import { type Drained, Outbox } from "../deliver/outbox.ts";
import { FOR_START } from "../store/left.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { Watch } from "../watch/watch.ts";
import { type BotParts, channelsOf, type Discord, discordOf, type GoingOn, messengersOf } from "./parts.ts";
import { DUTIES } from "./role.ts";

export class Telling {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #outbox: Outbox;
  readonly #bulletins: Bulletins;
  readonly #unwritable: GoingOn | undefined;
  readonly #discord: Discord | undefined;
  readonly #messengers: Messengers | undefined;
  /** Those of now. */
  readonly #held: { watches: readonly Watch[] };
  /** Whether it speaks for the bot's token, where several processes could. */
  #isSpeaking = false;

  private constructor(
    parts: BotParts,
    store: Store,
    discord: Discord | undefined,
    messengers: Messengers | undefined,
    held: { watches: readonly Watch[] },
  ) {
    const { clock, log, unwritable } = parts;
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
    this.#held = held;
    this.#unwritable = unwritable;
    this.#discord = discord;
    this.#messengers = messengers;
    this.#outbox = new Outbox(store, channelsOf(parts, discord, messengers), clock, log);
    this.#outbox.mute(held.watches);
    this.#bulletins = unwritable?.bulletins ?? new Bulletins(clock, log);
    this.#bulletins.follow({ watches: () => held.watches, outbox: this.#outbox, store });
    discord?.places.whenLeft(() => this.followPlaces());
    store.deliverTo(parts.leaves ? async () => FOR_START : () => this.#allThereAre());
    // Where several processes share the work, each writes to some of the channels.
    const { looks } = DUTIES[parts.role ?? "all"];
    if (store.shared) this.#outbox.writeOnlyTo((id) => (id.startsWith(BOTS_PLACES) ? this.#isSpeaking : looks));
  }

  static async open(parts: BotParts, store: Store): Promise<Telling> {
    const discord = parts.leaves ? undefined : await discordOf(parts, store);
    const held = { watches: parts.config.watches };
    const messengers = await messengersOf(parts, store, () => held.watches);
    return new Telling(parts, store, discord, messengers, held);
  }

  /** From here on, it tells of these watches. */
  use({ watches, record }: Pick<BotParts["config"], "watches" | "record">): void {
    this.#held.watches = watches;
    this.places?.useWatches(watches, record);
    this.#outbox.mute(watches);
  }

  /** Sends what is pending; waits for channels that are let be for so many milliseconds. */
  async deliver(patience: number, signal?: AbortSignal): Promise<Drained> {
    // A command beside this process may have had somebody forgotten who was told in person.
    if (!this.#store.shared && (await this.places?.refresh())) await this.followPlaces();
    return this.#outbox.drain(patience, signal);
  }

  /** Tells the places what is on no record, as nothing can be written down, where that is so; and tries whether it can. */
  async tellUnwritten(): Promise<void> {
    await this.#bulletins.drain();
    const store = this.#store;
    if (!store.isToRead) await store.touch();
    await store.unwritten.tryAgain(async () => {
      await store.tryWriting();
      if (store.isToRead) this.#unwritable?.onWritable();
    }, this.#clock.now());
  }

  /** What was left for the bot that `start` runs is this one's to tell from here on. */
  async takeOver(): Promise<void> {
    const notices = await this.#store.takeOver();
    if (notices > 0) this.#log.info({ event: "taken-over", notices }, "to be told here: it was left by a command");
  }

  /** Brings the status cards up to date. News does not wait for it. */
  async showCards(signal?: AbortSignal): Promise<void> {
    if (this.#store.shared && !this.#isSpeaking) return;
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

  /** The channels that news is addressed to, whichever process writes to them. */
  async #allThereAre(): Promise<Channel[]> {
    await this.#messengers?.refresh();
    const all = this.#outbox.channels;
    if (!this.#store.shared) return all;
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

  close(): void {
    this.places?.close();
  }
}
