/** What a bot is built of, from its config: the archive, the channels, Discord, who asks for copies. */
import { join } from "node:path";
import type { Logger } from "pino";
import { openArchive } from "../archive/archive.ts";
import { Bucket } from "../archive/bucket/bucket.ts";
import { requestsKeyOf } from "../archive/chain/keys.ts";
import type { Archive, ConfigFiles } from "../archive/citation.ts";
import { ARCHIVE_FOLDER } from "../archive/file-names.ts";
import { Shelves } from "../archive/shelves.ts";
import { Uploader } from "../archive/upload.ts";
import type { Checked } from "../check/errand.ts";
import { openChannels } from "../config/channels.ts";
import type { Config } from "../config/load.ts";
import { discordPlaces } from "../config/places.ts";
import { pageAt } from "../config/web.ts";
import type { Bulletins } from "../deliver/bulletins.ts";
import type { Channel } from "../deliver/channel.ts";
import type { Cards } from "../deliver/channels/discord/cards.ts";
import type { DiscordPlaces } from "../deliver/channels/discord/places.ts";
import type { Messengers } from "../deliver/channels/kinds.ts";
import { forPeople, terminalChannel } from "../deliver/channels/terminal.ts";
import type { Answer } from "../fetch/capture.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import { requestSigner, type SignRequest } from "../fetch/signing.ts";
import { type Notice, noticeId } from "../judge/notice.ts";
import { RULES_EDITION } from "../judge/rules.ts";
import { withoutRecord } from "../judge/with-record.ts";
import { WAYBACK } from "../memento/cdx.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { InstantText } from "../time/instant.ts";
import type { Rehearsal } from "../watch/place.ts";
import { SOFTWARE } from "../watch/software.ts";
import type { Watch } from "../watch/watch.ts";
import { Saver } from "../wayback/save.ts";
import type { Role } from "./role.ts";

export interface BotParts {
  config: Config;
  clock: Clock;
  log: Logger;
  /** Where the terminal channel writes, and how it shows a notice; a plain message on stdout by default. */
  terminal?: { write: (text: string) => void; show: (notice: Notice) => string } | undefined;
  /** Channels besides the configured ones. */
  channels?: readonly Channel[];
  /** Called as each source has been checked. */
  onChecked?: (checked: Checked) => void;
  /** Reads pages from elsewhere than the web: a replay. */
  fetcher?: Fetcher | undefined;
  /** Why what is had from there was not read to its end when it was read first, where it was not: a replay. */
  unreadThen?: ((answer: Answer) => string | undefined) | undefined;
  /** Set where a history is played to people on Discord. */
  rehearsal?: Rehearsal | undefined;
  /** Whether what is read is archived; true by default. */
  archives?: boolean | undefined;
  /** Whether what it finds is left for the bot that `start` runs, rather than told by this one; false by default. */
  leaves?: boolean | undefined;
  /** Which part of a bot it is; all of it by default. */
  role?: Role | undefined;
  /** Opens the store; by default the one in SQLite, in the data folder. */
  openStore?: (() => Promise<Store>) | undefined;
  /** Whether its data must outlive a machine that loses its power; true by default. What is thrown away at the end need not. */
  isLasting?: boolean | undefined;
  /** Whether it ends within seconds, so that others wait for it; false by default. */
  isBrief?: boolean | undefined;
  /** Set where it goes on although nothing can be written as it begins. */
  unwritable?: GoingOn | undefined;
}

/** How a bot goes on that can write nothing down from its beginning. */
export interface GoingOn {
  /** What places were told, which the bots before it and after it know as well. */
  bulletins: Bulletins;
  /** By now it could: another is to begin in its place. */
  onWritable(): void;
}

export interface Discord {
  places: DiscordPlaces;
  cards: Cards;
}

export const MEGABYTE = 1024 * 1024;

export async function archiveOf(config: Config, store: Store, now: InstantText): Promise<Archive> {
  const { file_megabytes, reserve_megabytes } = config.settings.archive;
  return openArchive(
    {
      directory: join(config.dataDirectory, ARCHIVE_FOLDER),
      worker: store.shared?.worker,
      maxFileBytes: file_megabytes * MEGABYTE,
      minFreeBytes: reserve_megabytes * MEGABYTE,
      config: filesToArchive(config),
      software: SOFTWARE,
      edition: RULES_EDITION,
    },
    await store.citations.end(store.shared?.worker),
    now,
  );
}

/** What the archive holds of a config. */
export function filesToArchive({ files, settings }: Pick<Config, "files" | "settings">): ConfigFiles {
  const { origins } = settings.fetch;
  // A rehearsal's captures must never pass for the publisher's.
  const isRehearsal = Object.keys(origins).length > 0;
  return { ...files, ...(isRehearsal ? { "served-by-stand-ins.json": JSON.stringify(origins) } : {}) };
}

/**
 * Who signs what is fetched, where the settings want that.
 * @param keyOf gives the key in the data folder, which is made where there is none
 */
export function requestSignerOf(
  { settings: { fetch, web }, dataDirectory }: Pick<Config, "settings" | "dataDirectory">,
  keyOf: typeof requestsKeyOf = requestsKeyOf,
): SignRequest | undefined {
  const key = fetch.sign && web.public_url ? keyOf(dataDirectory) : undefined;
  return key && web.public_url ? requestSigner(key, web.public_url) : undefined;
}

/** Where its files are kept, to read them. */
export function shelvesOf({ dataDirectory, secrets }: Pick<Config, "dataDirectory" | "secrets">): Shelves {
  const { archiveBucket, s3 } = secrets;
  const bucket = archiveBucket && s3 ? new Bucket(s3, archiveBucket) : undefined;
  return new Shelves(join(dataDirectory, ARCHIVE_FOLDER), bucket);
}

export function uploaderOf(
  { config, clock, log, archives = true }: BotParts,
  { directory, bucket }: Shelves,
  store: Store,
): Uploader | undefined {
  const { keep_uploaded: keep } = config.settings.archive;
  const { uploads } = store;
  if (!bucket || !archives) return undefined;
  return new Uploader({
    ...{ directory, bucket, uploads, keep, clock, log },
    worker: store.shared?.worker,
    end: () => store.citations.end(store.shared?.worker),
  });
}

/** Pages of a rehearsal are not the publisher's: nobody is asked to keep them, unless the Wayback Machine is a stand-in too. */
export function saverOf({ config: { settings, secrets }, clock, log }: BotParts, store: Store): Saver | undefined {
  const { waybackAccessKey: accessKey, waybackSecretKey: secretKey } = secrets;
  const { origins } = settings.fetch;
  const isRehearsal = Object.keys(origins).length > 0 && !(WAYBACK in origins);
  if (!settings.archive.save_page_now || !accessKey || !secretKey || isRehearsal) return undefined;
  return new Saver(store, settings.fetch, { accessKey, secretKey }, clock, log);
}

/** Loaded only where it is used: discord.js is the largest thing in the house. */
export async function discordOf(
  { config, clock, log, rehearsal }: BotParts,
  store: Store,
): Promise<Discord | undefined> {
  const { settings, secrets, watches, record } = config;
  if (!secrets.discordToken && discordPlaces(settings, secrets).length === 0) return undefined;
  const { DiscordPlaces } = await import("../deliver/channels/discord/places.ts");
  const { Cards } = await import("../deliver/channels/discord/cards.ts");
  const places = await DiscordPlaces.open({ settings, secrets, watches, record, store, clock, log, rehearsal });
  return { places, cards: new Cards({ places, store, clock, log, patience: settings.schedule.patience }) };
}

/** The channels besides Discord and the terminal. A history is played to none of them. */
export async function messengersOf(
  { config, rehearsal, leaves = false }: BotParts,
  store: Store,
  watches: () => readonly Watch[],
): Promise<Messengers | undefined> {
  if (rehearsal || leaves || openChannels(config.settings, config.secrets.channels).length === 0) return undefined;
  const { openMessengers } = await import("../deliver/channels/kinds.ts");
  return openMessengers(config, watches, store.readers);
}

export function channelsOf(
  { config, terminal, channels = [], leaves = false }: BotParts,
  discord: Discord | undefined,
  messengers: Messengers | undefined,
): Channel[] {
  if (leaves) return [];
  const { delivery } = config.settings;
  const takes = (notice: Notice) => delivery.kinds.includes(notice.kind);
  const there = [...(discord?.places.channels ?? []), ...(messengers?.all.map(({ channel }) => channel) ?? [])];
  const wantsTerminal =
    terminal !== undefined || delivery.terminal === "on" || (delivery.terminal === "auto" && there.length === 0);
  const { write, show: shown } = terminal ?? {
    write: (text: string) => process.stdout.write(text),
    show: (notice: Notice) =>
      forPeople(notice, pageAt(config.settings.web, `notices/${noticeId(notice)}`), delivery.language),
  };
  const show = (notice: Notice) => shown(delivery.record === "off" ? withoutRecord(notice) : notice);
  return [...there, ...channels, ...(wantsTerminal ? [terminalChannel(write, show, takes)] : [])];
}
