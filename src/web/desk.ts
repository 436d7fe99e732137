/** What the pages are made from. */
import type { EventEmitter } from "node:events";
import type { Registry } from "prom-client";
import type { Shelves } from "../archive/shelves.ts";
import { parseWatch } from "../config/load.ts";
import type { Settings } from "../config/settings.ts";
import type { DraftingTools } from "../drafting/glimpse.ts";
import type { LogTap } from "../log/tap.ts";
import { type Overview, overview } from "../status/overview.ts";
import type { Store } from "../store/store.ts";
import type { Trouble } from "../store/unwritten.ts";
import type { WatchText } from "../store/watch-texts.ts";
import type { Clock } from "../time/clock.ts";
import type { InstantText } from "../time/instant.ts";
import type { HeldRecord } from "../track-record/held-record.ts";
import type { Keeping } from "../upkeep/save.ts";
import type { Watch } from "../watch/watch.ts";
import type { Keys } from "./guard/guard.ts";

interface Health {
  /** The schedule has ticked lately and the store takes writes. */
  isHealthy: boolean;
  /** That nothing can be written down, where that is so. */
  trouble?: Trouble | undefined;
  lastTick: string | undefined;
  pendingMessages: number;
}

/** What people changed about the config, and does not hold. */
export interface ConfigState {
  /** Why the newest was not taken, where it was not. */
  readonly refused: { since: InstantText; faults: readonly string[] } | undefined;
  /** Settings that hold from the next start on. */
  readonly untilRestart: readonly string[];
}

/** What people change from the pages. */
export interface Upkeep {
  /** Where the watches are kept now. */
  keeping(): Keeping;
  /** Takes what was just kept, without waiting for it to be noticed. */
  taken(): Promise<void>;
  /** Acts on what was just decided, and has it told. */
  decided(what: { watch: string; about: string; decision: string; by: string }): Promise<void>;
  /** Looks at addresses, as politely as the checks do. */
  drafting: DraftingTools;
  /** Aborts when nothing new may be started. */
  ending: AbortSignal;
}

export interface Desk {
  store: Store;
  watches: readonly Watch[];
  /** How such promises went before. */
  record: HeldRecord;
  /** How the config stands that people change while it runs; left out where nobody does. */
  config?: ConfigState | undefined;
  /** Left out where the pages only show. */
  upkeep?: Upkeep | undefined;
  settings: Settings;
  /** What opens the pages, besides the settings; left out where nothing does. */
  keys?: Keys | undefined;
  dataDirectory: string;
  shelves: Pick<Shelves, "find">;
  clock: Clock;
  tap: LogTap;
  /** Says "looked" after every look. */
  pulse: EventEmitter<{ looked: [] }>;
  metrics: Registry;
  health: () => Promise<Health>;
  /** Whether it does what it is there for; left out where that is to show what was seen. */
  isReady?: (() => boolean) | undefined;
}

export function overviewOf({ store, clock, settings }: Desk, watch: Watch): Promise<Overview> {
  return overview(watch, store, clock.now(), settings.schedule.patience);
}

export function isWatched({ watches }: Pick<Desk, "watches">, id: string): boolean {
  return watches.some((watch) => watch.id === id);
}

/** A watch, or one that was archived, as it was then: what was found of it can still be seen. */
export async function watchNamed(
  { watches, store }: Pick<Desk, "watches" | "store">,
  id: string | undefined,
): Promise<Watch | undefined> {
  const watched = watches.find((watch) => watch.id === id);
  if (watched || id === undefined) return watched;
  const [last] = await store.texts.versions(id, 1);
  const read = last?.isArchived ? parseWatch({ place: id, name: id, text: last.text }, []) : undefined;
  return read && { ...read, id };
}

/** Watches that are not watched any more, the newest first. */
export async function archivedWatches({ store }: Pick<Desk, "store">): Promise<WatchText[]> {
  const archived = (await store.texts.newest()).filter(({ isArchived }) => isArchived);
  return archived.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Whether every source was looked at. */
export async function isLookedAt({ store, watches }: Desk): Promise<boolean> {
  const looked = new Set((await store.sources.lookedAt()).map(({ watch, source }) => `${watch}/${source}`));
  return watches.every((watch) =>
    watch.sources.every(({ id, via }) => via !== undefined || looked.has(`${watch.id}/${id}`)),
  );
}
