/** What the conversation works with, and what its answers are made of. */
import type { ChatInputCommandInteraction, InteractionReplyOptions, User } from "discord.js";
import type { Logger } from "pino";
import type { Settings } from "../config/settings.ts";
import type { DiscordPlaces, OpenPlace } from "../deliver/channels/discord/places.ts";
import { plain } from "../deliver/channels/discord/plain.ts";
import type { DraftingTools } from "../drafting/glimpse.ts";
import type { Talk } from "../message/catalogue.ts";
import { catalogue, languageFor } from "../message/languages.ts";
import type { Watcher } from "../schedule/watcher.ts";
import { type Overview, overview } from "../status/overview.ts";
import type { Person } from "../store/persons.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { Ending } from "../time/ending.ts";
import type { HeldRecord } from "../track-record/held-record.ts";
import type { Keeping } from "../upkeep/save.ts";
import type { Language } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";

/** What people change about the watches themselves. */
export interface Upkeep {
  /** Where the watches are kept now. */
  keeping(): Keeping;
  /** Takes what was just kept, without waiting for it to be noticed. */
  taken(): Promise<void>;
  /** Looks at addresses, as politely as the checks do. */
  drafting: DraftingTools;
  /** Aborts when nothing new may be started. */
  ending: AbortSignal;
}

export interface Desk {
  store: Store;
  watcher: Watcher;
  places: DiscordPlaces;
  watches: readonly Watch[];
  /** How such promises went before. */
  record: HeldRecord;
  /** Left out where they are only talked about. */
  upkeep?: Upkeep | undefined;
  settings: Settings;
  clock: Clock;
  log: Logger;
  ending: Ending;
  /** Has the places that were just set up, or taken down, written to or no longer. */
  followPlaces: () => Promise<void>;
  /** Has what was just recorded sent at once. */
  tellNow: () => void;
}

/** Who asks, as the store knows people. */
export function personOf({ id: account, username: name }: User): Person {
  return { from: "discord", account, name };
}

/** A slash command that was given. */
export type Command = ChatInputCommandInteraction;

export type Reply = Pick<InteractionReplyOptions, "embeds" | "files" | "content" | "components">;

/** Where somebody speaks to the bot, and in which language. */
export interface Asked {
  guildId: string | null;
  channelId: string | null;
  channel: { isThread?: () => boolean; parentId?: string | null } | null;
  locale: string;
}

/** The place that a channel is, or that a post belongs to. */
export function placeHere({ places }: Desk, { channelId, channel }: Asked): OpenPlace | undefined {
  return places.inChannel(channelId ?? "") ?? places.inChannel(channel?.parentId ?? "");
}

/** What concerns one person is said in their language; what all see, in the channel's. */
export function languageOf(desk: Desk, asked: Asked, isPrivate: boolean): Language {
  return (isPrivate ? undefined : placeHere(desk, asked)?.place.language) ?? languageFor(asked.locale);
}

export function talkIn(language: Language): Talk {
  return catalogue(language).talk;
}

/** The watch that was named, or all. Undefined when there is none of that name. */
export function watchesNamed({ watches }: Desk, name: string | null): readonly Watch[] | undefined {
  if (!name) return watches;
  const found = watches.find((watch) => watch.id === name || watch.title === name);
  return found && [found];
}

export function overviewOf({ store, clock, settings }: Desk, watch: Watch): Promise<Overview> {
  return overview(watch, store, clock.now(), settings.schedule.patience);
}

export function noSuchWatch({ options }: Command, language: Language): Reply {
  return { content: talkIn(language).noSuchWatch(plain(options.getString("watch") ?? "", 100)) };
}
