/**
 * A history that stands in WARC files: the same looks at the same instants, answered from the archive. With another
 * watch, or files that other tools made, every capture of an address that the watch names is a look.
 */
import type { Exchange } from "../archive/journal.ts";
import type { Happening, Library } from "../archive/library.ts";
import type { Bot } from "../bot.ts";
import { later, SimulatedClock } from "../clock.ts";
import { type Config, configFromFiles } from "../config/load.ts";
import type { Source, Watch } from "../config/watch.ts";
import { unpack } from "../fetch/body.ts";
import type { Answer, Capture } from "../fetch/capture.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import { addressKey } from "../judge/compare.ts";
import type { Notice } from "../judge/notice.ts";
import type { InstantText } from "../language/civil-date.ts";
import type { History } from "./replay.ts";

const MAX_BODY = 256 * 1024 * 1024;
const MAX_HOPS = 5;
const DAY_MS = 86_400_000;

/** Answers from the archive: what the look in hand had, or what is known of an address by then. */
class ArchiveFetcher implements Fetcher {
  readonly #library: Library;
  readonly #clock: SimulatedClock;
  #exchanges: Exchange[] = [];
  #at: InstantText = "";
  #otherAddresses = new Set<string>();
  /** Address → its captures, the oldest first. */
  readonly #known = new Map<string, { at: InstantText; record: string }[]>();
  /** Captures that the journal names and the files do not hold. */
  lost = 0;

  constructor(library: Library, clock: SimulatedClock) {
    this.#library = library;
    this.#clock = clock;
    for (const { url, at, record } of library.captures) this.#learn(url, at, record);
  }

  /**
   * From here on, answers as at an instant.
   * @param otherAddresses a source's addresses that were not asked then
   */
  begin(at: InstantText, exchanges: readonly Exchange[], otherAddresses: readonly string[] = []): void {
    this.#at = at;
    this.#exchanges = [...exchanges];
    this.#otherAddresses = new Set(otherAddresses.map(addressKey));
    for (const exchange of exchanges)
      if ("status" in exchange && exchange.record) this.#learn(exchange.url, at, exchange.record);
  }

  #learn(url: string, at: InstantText, record: string): void {
    const key = addressKey(url);
    const captures = this.#known.get(key) ?? [];
    this.#known.set(key, captures);
    if (captures.at(-1)?.record !== record) captures.push({ at, record });
  }

  async fetch(url: string): Promise<Capture> {
    this.#clock.setTo(this.#at);
    const index = this.#exchanges.findIndex((exchange) => exchange.url === url);
    const [exchange] = index < 0 ? [] : this.#exchanges.splice(index, 1);
    if (exchange) return this.#asItWas(exchange);
    return this.#otherAddresses.has(addressKey(url)) ? notHeld(url, this.#at) : this.#asItStood(url);
  }

  unpack(answer: Answer): Promise<Buffer> {
    return unpack(answer.wire, answer.headers["content-encoding"], MAX_BODY);
  }

  async close(): Promise<void> {}

  async #asItWas(exchange: Exchange): Promise<Capture> {
    const { url } = exchange;
    const at = this.#at;
    if ("failure" in exchange)
      return { kind: "failure", url, at, cause: exchange.failure, detail: exchange.detail, milliseconds: 0 };
    if (exchange.status === 304) return notModified(url, at);
    const answer = exchange.record ? await this.#library.answer(exchange.record) : undefined;
    if (!answer) this.lost += 1;
    return answer ? { ...answer, url, at } : notHeld(url, at);
  }

  /** What stood there at the time: the nearest capture of a day around, or the last before. */
  async #asItStood(url: string, hops = 0): Promise<Capture> {
    const captures = this.#known.get(addressKey(url)) ?? [];
    const away = ({ at }: { at: InstantText }) => Math.abs(Date.parse(at) - Date.parse(this.#at));
    const near = captures.filter((capture) => away(capture) <= DAY_MS).sort((a, b) => away(a) - away(b))[0];
    const found = near ?? captures.findLast((capture) => capture.at <= this.#at);
    const answer = found && (await this.#library.answer(found.record));
    if (!answer) return notHeld(url, this.#at);
    const location = answer.headers.location;
    const isRedirect = answer.status >= 300 && answer.status < 400 && location && URL.canParse(location, url);
    if (isRedirect && hops < MAX_HOPS) {
      const end = await this.#asItStood(new URL(location, url).href, hops + 1);
      return { ...end, url };
    }
    return { ...answer, url, at: this.#at };
  }
}

function notHeld(url: string, at: InstantText): Capture {
  const detail = "is not in the archive for that time";
  return { kind: "failure", url, at, cause: "not-archived", detail, milliseconds: 0 };
}

function notModified(url: string, at: InstantText): Answer {
  return {
    kind: "answer",
    url,
    finalUrl: url,
    at,
    status: 304,
    headers: {},
    rawHeaders: [],
    sentHeaders: [],
    hops: [],
    wire: Buffer.alloc(0),
    digest: "",
    wasConditional: true,
    milliseconds: 0,
  };
}

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

/** The starts of the days between two instants: what the calendar alone says is said on its day. */
function* midnights(from: InstantText, to: InstantText): Generator<InstantText> {
  for (let day = later(`${from.slice(0, 10)}T00:00:00.000Z`, DAY_MS); day < to; day = later(day, DAY_MS)) yield day;
}

type Look = Pick<Extract<Happening, { kind: "look" }>, "began" | "at" | "exchanges" | "id">;

/**
 * @param config of the files, where they hold one, or what to use instead
 * @param isOwnWatch whether the watch is the one that was run when the files were written
 */
export function archivedHistory(
  library: Library,
  given: Pick<Config, "settings" | "watches">,
  isOwnWatch: boolean,
  place: string,
): History {
  const clock = new SimulatedClock(library.from);
  const fetcher = new ArchiveFetcher(library, clock);
  const recorded = new Map<string, string>();
  const uncovered: string[] = [];
  const prepare = (config: Pick<Config, "settings" | "watches">) => {
    if (library.hasJournal && isOwnWatch) return config;
    const watches = config.watches.map((watch) => {
      const reduced = covered(watch, library);
      uncovered.push(...reduced.uncovered);
      return reduced.watch;
    });
    return { ...config, watches: watches.filter((watch) => watch.sources.length > 0) };
  };
  let { watches, settings } = prepare(given);
  const seen = new Set<string>();
  /** Looked over as if it had only the sources that have been captured by then: the others may come years later. */
  const lookOver = (bot: Bot, watch: Watch) => {
    const sources = watch.sources.filter((source) => seen.has(`${watch.id}/${source.id}`));
    return sources.length > 0 ? bot.lookOver({ ...watch, sources }) : Promise.resolve([]);
  };

  async function look(bot: Bot, happening: Look, urls: readonly string[]): Promise<Notice[]> {
    const keys = new Set(urls.map(addressKey));
    const told: Notice[] = [];
    for (const watch of watches)
      for (const source of watch.sources) {
        const others = addresses(source).filter((address) => !keys.has(addressKey(address)));
        if (others.length === addresses(source).length) continue;
        clock.setTo(happening.began);
        fetcher.begin(happening.at, happening.exchanges, others);
        told.push(...((await bot.look(watch, source, happening.id))?.notices ?? []));
        seen.add(`${watch.id}/${source.id}`);
        told.push(...(await lookOver(bot, watch)));
      }
    return told;
  }

  async function play(bot: Bot, happening: Exclude<Happening, { kind: "config" }>): Promise<Notice[]> {
    const own = isOwnWatch ? watches.find((watch) => "watch" in happening && watch.id === happening.watch) : undefined;
    for (const notice of ("notices" in happening && happening.notices) || []) {
      const key = `${notice.watch} ${notice.key}`;
      if (!recorded.has(key)) recorded.set(key, JSON.stringify(notice));
    }
    switch (happening.kind) {
      case "unfinished":
        return [];
      case "look-over":
        clock.setTo(happening.at);
        return own ? bot.lookOver(own) : [];
      case "decision":
        clock.setTo(happening.at);
        return own ? bot.decide(own.id, happening) : [];
      case "capture": {
        const { at, url, record } = happening;
        return look(bot, { began: at, at, id: record, exchanges: [] }, [url]);
      }
      case "look": {
        const source = own?.sources.find((candidate) => candidate.id === happening.source);
        if (!own || !source)
          return look(
            bot,
            happening,
            happening.exchanges.map((exchange) => exchange.url),
          );
        clock.setTo(happening.began);
        fetcher.begin(happening.at, happening.exchanges);
        return (await bot.look(own, source, happening.id))?.notices ?? [];
      }
    }
  }

  return {
    from: library.from,
    to: library.to,
    clock,
    fetcher,
    settings,
    watches: () => watches,
    introduction: [
      `An archive of ${library.records.toLocaleString("en")} records, ${library.from.slice(0, 10)} to ${library.to.slice(0, 10)}`,
      library.hasJournal && isOwnWatch
        ? "The looks that the bot took then, taken again at the same instants, with the same answers."
        : "Each capture of an address that the watch names is a look, at the capture’s own time.",
      ...(uncovered.length > 0 ? [`Not in the archive, and left out: ${uncovered.join(", ")}.`] : []),
    ],
    async *play(bot) {
      let last = library.from;
      for await (const happening of library.happenings()) {
        if (happening.kind === "config") {
          if (!isOwnWatch) continue;
          ({ watches, settings } = configFromFiles(happening.files, place));
          bot.use({ watches, settings });
          continue;
        }
        if (happening.kind === "capture")
          for (const midnight of midnights(last, happening.at)) {
            clock.setTo(midnight);
            for (const watch of watches) yield lookOver(bot, watch);
          }
        last = happening.at;
        yield play(bot, happening);
      }
    },
    conclude: (told) => {
      const lost =
        fetcher.lost > 0 ? [["Not in the files", `${fetcher.lost} captures that looks rested on`] as const] : [];
      if (!library.hasJournal) return { isGood: true, rows: lost };
      const now = new Map(told.map((notice) => [`${notice.watch} ${notice.key}`, JSON.stringify(notice)]));
      const same = [...recorded].filter(([key, notice]) => now.get(key) === notice).length;
      const isSame = same === recorded.size && same === now.size;
      const verdict = isSame
        ? `all ${same}, byte for byte`
        : `${same} of ${recorded.size} byte for byte; ${now.size - [...now.keys()].filter((key) => recorded.has(key)).length} only now`;
      return { isGood: isSame || !isOwnWatch, rows: [["As told then", verdict], ...lost] };
    },
    close: async () => undefined,
  };
}
