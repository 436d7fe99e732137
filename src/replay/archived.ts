/**
 * A history that stands in WARC files: the same looks at the same instants, answered from the archive. With another
 * watch, or files that other tools made, every capture of an address that the watch names is a look.
 */

import type { Happening, Library } from "../archive/library.ts";
import type { HeldConfig } from "../config/load.ts";
import { addressKey } from "../judge/compare/identity.ts";
import type { Notice } from "../judge/notice.ts";
import { RULES_EDITION } from "../judge/rules.ts";
import type { Watcher } from "../schedule/watcher.ts";
import { SimulatedClock } from "../time/clock.ts";
import { DAY_MS, type InstantText, later, startOfDay } from "../time/instant.ts";
import type { Source, Watch } from "../watch/watch.ts";
import { ArchiveFetcher } from "./archive-fetcher.ts";
import { byTodaysRules } from "./editions.ts";
import { heldConfig, within } from "./held-config.ts";
import type { History } from "./history.ts";

/** The watch with only those sources that the files hold something of, and the ids of the others. */
function covered(watch: Watch, library: Library): { watch: Watch; uncovered: string[] } {
  const keys = new Set([...library.addresses].map(addressKey));
  const isCovered = (source: Source) => addresses(source).some((address) => keys.has(addressKey(address)));
  return {
    watch: { ...watch, sources: watch.sources.filter(isCovered) },
    uncovered: watch.sources.filter((source) => !isCovered(source)).map((source) => source.id),
  };
}

function addresses(source: Source): string[] {
  return [source.url, ...source.formerly];
}

const keysOfSources = new WeakMap<Source, ReadonlyMap<string, string>>();

/** Address → its key, of a source: asked for at every capture. */
function keysOf(source: Source): ReadonlyMap<string, string> {
  const kept = keysOfSources.get(source);
  if (kept) return kept;
  const keys = new Map(addresses(source).map((address) => [address, addressKey(address)]));
  keysOfSources.set(source, keys);
  return keys;
}

/** The starts of the days between two instants: what the calendar alone says is said on its day. */
function* midnights(from: InstantText, to: InstantText): Generator<InstantText> {
  for (let day = later(startOfDay(from), DAY_MS); day < to; day = later(day, DAY_MS)) yield day;
}

function keyOf({ watch, key }: { watch: string; key: string }): string {
  return `${watch} ${key}`;
}

type Look = Pick<Extract<Happening, { kind: "look" }>, "began" | "at" | "exchanges" | "id">;

/**
 * @param given the config that the files begin with, or what to use instead
 * @param isOwnWatch whether the watches are those that were run when the files were written
 * @param place where the files are, for faults in the config they hold
 */
export function archivedHistory(library: Library, given: HeldConfig, isOwnWatch: boolean, place: string): History {
  const clock = new SimulatedClock(library.from);
  const fetcher = new ArchiveFetcher(library, clock, given.settings.fetch);
  /** What is remembered of what was told, then and now. */
  const remember = (...texts: readonly string[]) => library.room.take(place, ...texts);
  const taken = new Set<string>();
  /** A look of an id is taken once: another is a copy, or made up. */
  const take = (id: string) => {
    if (taken.has(id)) return false;
    remember(id);
    taken.add(id);
    return true;
  };
  const recorded = new Map<string, string>();
  /** The edition of the rules that the journal was written under. */
  let edition = 1;
  const uncovered: string[] = [];
  const prepare = (config: HeldConfig) => {
    if (library.hasJournal && isOwnWatch) return config;
    const watches = config.watches.map((watch) => {
      const reduced = covered(watch, library);
      uncovered.push(...reduced.uncovered);
      return reduced.watch;
    });
    return { ...config, watches: watches.filter((watch) => watch.sources.length > 0) };
  };
  let { watches, settings, record } = prepare(given);
  const seen = new Set<string>();
  /** Looked over as if it had only the sources that have been captured by then: the others may come years later. */
  const lookOver = (watcher: Watcher, watch: Watch) => {
    const sources = watch.sources.filter((source) => seen.has(`${watch.id}/${source.id}`));
    return sources.length > 0 ? watcher.lookOver({ ...watch, sources }) : Promise.resolve([]);
  };

  async function look(watcher: Watcher, happening: Look, urls: readonly string[]): Promise<Notice[]> {
    const keys = new Set(urls.map(addressKey));
    const told: Notice[] = [];
    clock.setTo(happening.began);
    for (const named of watches) {
      const watch = await watcher.known(named);
      for (const source of watch.sources) {
        const keysHere = [...keysOf(source)];
        const others = keysHere.filter(([, key]) => !keys.has(key)).map(([address]) => address);
        if (others.length === keysHere.length) continue;
        clock.setTo(happening.began);
        fetcher.begin(happening.at, happening.exchanges, others);
        const id = `${happening.id} ${watch.id} ${source.id}`;
        if (!take(id)) continue;
        told.push(...((await watcher.look(watch, source, id))?.notices ?? []));
        seen.add(`${watch.id}/${source.id}`);
        told.push(...(await lookOver(watcher, watch)));
      }
    }
    return told;
  }

  async function play(watcher: Watcher, happening: Exclude<Happening, { kind: "config" }>): Promise<Notice[]> {
    const named = isOwnWatch
      ? watches.find((watch) => "watch" in happening && watch.id === happening.watch)
      : undefined;
    clock.setTo("began" in happening ? happening.began : happening.at);
    const own = named && (await watcher.known(named));
    for (const notice of ("notices" in happening && happening.notices) || []) {
      if (recorded.has(keyOf(notice))) continue;
      const text = JSON.stringify(notice);
      remember(keyOf(notice), text);
      recorded.set(keyOf(notice), text);
    }
    switch (happening.kind) {
      case "unfinished":
        return [];
      case "rules":
        edition = happening.edition;
        return [];
      case "look-over":
        clock.setTo(happening.at);
        return own ? watcher.lookOver(own) : [];
      case "decision":
      case "statement":
        clock.setTo(happening.at);
        return own ? watcher.people.decide(own.id, happening) : [];
      case "revision": {
        if (!isOwnWatch) return [];
        const { watch, version, by, before, after } = happening;
        for (const { text } of [after, ...(before ? [before] : [])]) within(place, `watch ${watch}`, text);
        return watcher.people.revise({ watch, version, by, before, after });
      }
      case "capture": {
        const { at, url, record } = happening;
        return look(watcher, { began: at, at, id: record, exchanges: [] }, [url]);
      }
      case "look": {
        const source = own?.sources.find((candidate) => candidate.id === happening.source);
        if (!own || !source)
          return look(
            watcher,
            happening,
            happening.exchanges.map((exchange) => exchange.url),
          );
        if (!take(happening.id)) return [];
        clock.setTo(happening.began);
        fetcher.begin(happening.at, happening.exchanges);
        return (await watcher.look(own, source, happening.id))?.notices ?? [];
      }
    }
  }

  return {
    from: library.from,
    to: library.to,
    clock,
    fetcher,
    unreadThen: (answer) => fetcher.whyUnfinished(answer),
    settings,
    get record() {
      return record;
    },
    watches: () => watches,
    introduction: [
      `An archive of ${library.records.toLocaleString("en")} records, ${library.from.slice(0, 10)} to ${library.to.slice(0, 10)}`,
      library.hasJournal && isOwnWatch
        ? "The looks that the bot took then, taken again at the same instants, with the same answers."
        : "Each capture of an address that the watch names is a look, at the capture’s own time.",
      ...(uncovered.length > 0 ? [`Not in the archive, and left out: ${uncovered.join(", ")}.`] : []),
    ],
    async *play(watcher) {
      let last = library.from;
      for await (const happening of library.happenings()) {
        if (happening.kind === "config") {
          if (!isOwnWatch) continue;
          const held = heldConfig(happening);
          // One that was played to the bot holds none (replay --keep).
          if (held.watches.length === 0) continue;
          ({ watches, settings, record } = held);
          fetcher.use(settings.fetch);
          watcher.use(held);
          continue;
        }
        if (happening.kind === "capture")
          for (const midnight of midnights(last, happening.at)) {
            clock.setTo(midnight);
            for (const watch of watches) yield lookOver(watcher, watch);
          }
        last = happening.at;
        const told = await play(watcher, happening);
        for (const notice of told) remember(JSON.stringify(notice));
        yield told;
      }
    },
    conclude: (told) => {
      const left = [
        ...(fetcher.lost > 0 ? [["Not in the files", `${fetcher.lost} captures that looks rested on`] as const] : []),
        ...(library.repeated > 0 ? [["Left out", `${library.repeated} records that stand there twice`] as const] : []),
      ];
      if (!library.hasJournal) return { isGood: true, rows: left };
      const then = [...recorded.values()];
      const now = told.map((notice) => JSON.stringify(notice));
      if (edition !== RULES_EDITION && isOwnWatch)
        return { isGood: true, rows: [...byTodaysRules(then, now, edition), ...left] };
      const toldNow = new Set(now);
      const same = then.filter((notice) => toldNow.has(notice)).length;
      const isSame = same === then.length && same === now.length;
      const verdict = isSame
        ? `all ${same}, byte for byte`
        : `${same} of ${then.length} byte for byte; ${told.filter((notice) => !recorded.has(keyOf(notice))).length} only now`;
      return { isGood: isSame || !isOwnWatch, rows: [["As told then", verdict], ...left] };
    },
    close: async () => undefined,
  };
}
