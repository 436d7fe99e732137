/** The places on Discord that a running bot writes to: those of the settings, and those that people set up with a command. */
import type { Logger } from "pino";
import { BOTS_LINE, channelWay, discordPlaces, placeDefaults } from "../../../config/places.ts";
import { type Secrets, WEBHOOK } from "../../../config/secrets.ts";
import type { Settings } from "../../../config/settings.ts";
import { pageAt } from "../../../config/web.ts";
import { catalogue } from "../../../message/languages.ts";
import { type Overview, overview } from "../../../status/overview.ts";
import type { DiscordMemory } from "../../../store/discord.ts";
import type { DiscordPlaceRow } from "../../../store/discord-tables.ts";
import { fromRow } from "../../../store/row-json.ts";
import type { Store } from "../../../store/store.ts";
import type { Clock } from "../../../time/clock.ts";
import type { InstantText } from "../../../time/instant.ts";
import type { HeldRecord } from "../../../track-record/held-record.ts";
import type { Card, Language, NoticeKind, RecordSaid } from "../../../watch/names.ts";
import type { Place, Rehearsal } from "../../../watch/place.ts";
import type { Watch } from "../../../watch/watch.ts";
import type { Channel } from "../../channel.ts";
import { cardMark, cardOpening } from "./card.ts";
import { discordChannel } from "./channel.ts";
import { ChannelWriter } from "./channel-writer.ts";
import { PICTURE } from "./embed.ts";
import { Hushed } from "./hushed.ts";
import { Pictures } from "./pictures.ts";
import { named } from "./plain.ts";
import { TAKES_NO_MESSAGES } from "./refusal.ts";
import { Requests } from "./requests.ts";
import { WebhookWriter } from "./webhook-writer.ts";
import type { Posted, Threads, Writer } from "./writer.ts";

export interface OpenPlace {
  place: Place;
  writer: Writer;
  channel: Channel;
  /** Whether the settings name it: then no command changes it. */
  isFixed: boolean;
}

export interface PlacesParts {
  settings: Settings;
  secrets: Secrets;
  watches: readonly Watch[];
  record: HeldRecord;
  store: Store;
  clock: Clock;
  log: Logger;
  rehearsal?: Rehearsal | undefined;
}

export class DiscordPlaces {
  readonly #parts: PlacesParts;
  #watches: readonly Watch[];
  #record: HeldRecord;
  readonly #open = new Map<string, OpenPlace>();
  /** Those that people set up, by channel. */
  readonly #rows = new Map<string, DiscordPlaceRow>();
  readonly hushed: Hushed;
  /** Threads that were begun, and could not be noted: none is begun twice. */
  readonly #begun = new Map<string, Posted>();
  #onLeft: () => Promise<void> = async () => undefined;
  /** All that is asked as the bot, and as webhooks by their API's address. */
  readonly #bot: Requests;
  readonly #pictures: Pictures;
  readonly #webhooks = new Map<string, Requests>();

  private constructor(parts: PlacesParts, hushed: Hushed) {
    this.#parts = parts;
    this.#watches = parts.watches;
    this.#record = parts.record;
    this.hushed = hushed;
    const { discordToken: token, discordApiUrl: api } = parts.secrets;
    const { shared } = parts.store;
    const onLimit = shared && ((milliseconds: number) => void shared.lines.rest(BOTS_LINE, milliseconds));
    this.#bot = new Requests({ token, api, onLimit });
    this.#pictures = new Pictures(
      parts.store,
      () => this.#record,
      (watch, at) => this.#overview(watch, at),
    );
  }

  static async open(parts: PlacesParts): Promise<DiscordPlaces> {
    const places = new DiscordPlaces(parts, await Hushed.of(parts.store.discord));
    const { settings, secrets, rehearsal } = parts;
    for (const place of discordPlaces(settings, secrets))
      places.#add(rehearsal ? { ...place, rehearsal, card: "off" } : place, true);
    await places.#followRows();
    return places;
  }

  /** As they are kept: another process may have changed them. @returns whether any is another now */
  async refresh(): Promise<boolean> {
    await this.hushed.refresh();
    return this.#followRows();
  }

  async #followRows(): Promise<boolean> {
    if (!this.#parts.secrets.discordToken) return false;
    const rows = new Map((await this.memory.places()).map((row) => [row.channel, row]));
    const gone = [...this.#rows.keys()].filter((channel) => !rows.has(channel));
    for (const channel of gone) this.#forget(channel);
    for (const [channel, known] of this.#rows)
      if (JSON.stringify(known) === JSON.stringify(rows.get(channel))) rows.delete(channel);
    for (const row of rows.values()) this.#addRow(row);
    return gone.length + rows.size > 0;
  }

  #addRow(row: DiscordPlaceRow): void {
    this.#rows.set(row.channel, row);
    this.#add(placeOf(row, this.#parts.settings), false, row.guild === "");
  }

  #forget(channel: string): void {
    this.#rows.delete(channel);
    const { id } = channelWay(channel);
    if (!this.#open.get(id)?.isFixed) this.#open.delete(id);
  }

  get memory(): DiscordMemory {
    return this.#parts.store.discord;
  }

  get all(): OpenPlace[] {
    return [...this.#open.values()];
  }

  get channels(): Channel[] {
    return this.all.map(({ channel }) => channel);
  }

  /** The place that a channel of Discord's is. */
  inChannel(channel: string): OpenPlace | undefined {
    return this.#open.get(channelWay(channel).id);
  }

  /** The watches whose messages go to a place. */
  watchesOf({ watches }: Pick<Place, "watches">): Watch[] {
    return this.#watches.filter((watch) => watches?.includes(watch.id) ?? true);
  }

  /** From here on, these are the watches. */
  useWatches(watches: readonly Watch[], record: HeldRecord): void {
    this.#record = record;
    this.#watches = watches;
  }

  /** Discord let another process of the bot's know that it wants no request for so long. */
  pause(milliseconds: number): void {
    this.#bot.pause(milliseconds);
  }

  /** Writes to a channel from now on. */
  async setUp(row: DiscordPlaceRow): Promise<void> {
    await this.memory.keepPlace(row);
    this.#addRow(row);
  }

  /** Writes to a channel no longer. */
  async takeDown(channel: string): Promise<void> {
    await this.memory.forgetPlace(channel);
    this.#forget(channel);
  }

  /** What is done when a person takes no more messages of the bot's. */
  whenLeft(work: () => Promise<void>): void {
    this.#onLeft = work;
  }

  /** A person who takes no more messages is sent none, and nobody else need know. */
  #untilLeft(channel: Channel, id: string): Channel {
    return {
      ...channel,
      send: async (what, triedAgo) => {
        const sent = await channel.send(what, triedAgo);
        if (sent.kind !== "stopped" || sent.error !== TAKES_NO_MESSAGES) return sent;
        await this.takeDown(id);
        await this.#onLeft();
        return { kind: "refused", error: sent.error };
      },
    };
  }

  #add(place: Place, isFixed: boolean, isPersons = false): void {
    const known = this.#open.get(place.id);
    if (known?.isFixed && !isFixed) return;
    const { settings, clock, log } = this.#parts;
    const writer = this.#writerOf(place, {
      known: async (watch) => this.#begun.get(`${place.id} ${watch}`) ?? (await this.memory.card(place.id, watch)),
      keep: async (watch, post) => {
        const key = `${place.id} ${watch}`;
        this.#begun.set(key, post);
        await this.memory.keepCard({ place: place.id, watch, ...post });
        this.#begun.delete(key);
      },
      opening: async (watch, isFurther, isPictured) => {
        const shown = await this.#overview(watch, clock.now());
        const picture = isPictured ? await this.#pictures.draw(shown, place.language) : undefined;
        const above = isFurther ? [catalogue(place.language).card.furtherThread] : [];
        const parts = { mark: cardMark(place.id, watch), above, hasPicture: picture !== undefined };
        return {
          name: named(shown.watch.title, 100),
          body: {
            message: cardOpening(shown, place.language, parts),
            ...(picture ? { files: [{ name: PICTURE, data: picture.png, contentType: "image/png" }] } : {}),
          },
        };
      },
    });
    const channel = discordChannel({
      place,
      writer,
      log,
      whereOf: ({ watch }, id) => ({
        page: place.rehearsal ? undefined : pageAt(settings.web, `notices/${id}`),
        hosts: this.#watches.find((one) => one.id === watch)?.publisher.hosts ?? [],
      }),
      firstWatch: () => this.watchesOf(place)[0]?.id,
      pictures: (notice, language) => this.#pictures.of(notice, language),
      isHushed: (notice) => this.hushed.covers(place, notice),
      hasButtons: settings.discord.conversation && !place.rehearsal,
    });
    const { way } = place;
    const lasting = isPersons && way.kind === "channel" ? this.#untilLeft(channel, way.channel) : channel;
    this.#open.set(place.id, { place, writer, channel: lasting, isFixed });
  }

  #writerOf({ way, threads: hasThreads = false }: Place, threads: Threads): Writer {
    const { secrets, log } = this.#parts;
    if (way.kind === "channel") return new ChannelWriter({ channel: way.channel, hasThreads }, this.#bot, threads, log);
    const own = secrets.discordApiUrl ?? WEBHOOK.exec(way.url)?.groups?.api;
    const requests = this.#webhooks.get(own ?? "") ?? new Requests({ api: own });
    this.#webhooks.set(own ?? "", requests);
    return new WebhookWriter(way.url, requests, threads, secrets.discordToken ? this.#bot : undefined);
  }

  async #overview(id: string, at: InstantText): Promise<Overview> {
    const { store, settings } = this.#parts;
    const watch = this.#watches.find((candidate) => candidate.id === id);
    if (!watch) throw new Error(`there is no watch "${id}" any more`);
    return overview(watch, store, at, settings.schedule.patience);
  }

  close(): void {
    this.#bot.close();
    for (const requests of this.#webhooks.values()) requests.close();
  }
}

function placeOf(row: DiscordPlaceRow, settings: Settings): Place {
  const usual = placeDefaults(settings);
  return {
    ...channelWay(row.channel),
    watches: row.watches ? fromRow<string[]>("discord_place", row.watches) : undefined,
    kinds: row.kinds ? fromRow<NoticeKind[]>("discord_place", row.kinds) : usual.kinds,
    mentionRole: row.mention_role ?? undefined,
    mentionKinds: usual.mentionKinds,
    language: row.language as Language,
    card: row.card as Card,
    record: (row.record as RecordSaid | null) ?? usual.record,
  };
}
