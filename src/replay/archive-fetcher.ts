/** A fetcher that reads an archive instead of the web. */
import type { Withheld } from "../archive/answer.ts";
import type { Exchange } from "../archive/journal.ts";
import type { Library } from "../archive/library.ts";
import type { Config } from "../config/load.ts";
import type { Answer, Capture } from "../fetch/capture.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import { addressKey } from "../judge/compare/identity.ts";
import type { SimulatedClock } from "../time/clock.ts";
import { DAY_MS, type InstantText } from "../time/instant.ts";

const MEGABYTE = 1024 * 1024;
const MAX_HOPS = 5;

type Bounds = Pick<Config["settings"]["fetch"], "max_wire_megabytes">;

interface Known {
  at: InstantText;
  record: string;
}

/** Answers from the archive: what the look in hand had, or what is known of an address by then. */
export class ArchiveFetcher implements Fetcher {
  readonly #library: Library;
  readonly #clock: SimulatedClock;
  #exchanges: Exchange[] = [];
  #at: InstantText = "";
  #otherAddresses = new Set<string>();
  /** Address → its captures, the oldest first. */
  readonly #known = new Map<string, Known[]>();
  readonly #unfinished = new WeakMap<Answer, string>();
  #bounds: Bounds;
  /** Captures that the journal names and the files do not hold. */
  lost = 0;

  /** @param bounds what the bot itself keeps: no more is read of anything here */
  constructor(library: Library, clock: SimulatedClock, bounds: Bounds) {
    this.#library = library;
    this.#clock = clock;
    this.#bounds = bounds;
    for (const { url, at, record } of library.captures) this.#learn(url, at, record);
  }

  /** Goes on within the bounds of another config. */
  use(bounds: Bounds): void {
    this.#bounds = bounds;
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
    const place = countUntil(captures, (capture) => capture.at <= at);
    if (captures[place - 1]?.record === record) return;
    this.#library.room.take(url, key);
    captures.splice(place, 0, { at, record });
  }

  async fetch(url: string): Promise<Capture> {
    this.#clock.setTo(this.#at);
    const index = this.#exchanges.findIndex((exchange) => exchange.url === url);
    const [exchange] = index < 0 ? [] : this.#exchanges.splice(index, 1);
    if (exchange) return this.#asItWas(exchange);
    return this.#otherAddresses.has(addressKey(url)) ? notHeld(url, this.#at) : this.#asItStood(url);
  }

  /** Why an answer was not read to its end then, where it was not. */
  whyUnfinished(answer: Answer): string | undefined {
    return this.#unfinished.get(answer);
  }

  async close(): Promise<void> {}

  async #asItWas(exchange: Exchange): Promise<Capture> {
    const { url } = exchange;
    const at = this.#at;
    if ("failure" in exchange)
      return { kind: "failure", url, at, cause: exchange.failure, detail: exchange.detail, milliseconds: 0 };
    if (exchange.status === 304) return notModified(url, at);
    const answer = exchange.record ? await this.#held(exchange.record) : undefined;
    if (answer && answer.kind !== "answer") return withheld(url, at, answer);
    if (!answer) this.lost += 1;
    const hops = (exchange.hops ?? []).map((hop) => ({ url: hop, status: 302, rawHeaders: [] }));
    if (!answer) return notHeld(url, at);
    const given: Answer = { ...answer, url, at, hops };
    if (exchange.unfinished) this.#unfinished.set(given, exchange.unfinished);
    return given;
  }

  #held(record: string): Promise<Answer | Withheld | undefined> {
    return this.#library.answer(record, this.#bounds.max_wire_megabytes * MEGABYTE);
  }

  /** What stood there at the time: the nearest capture of a day around, or the last before. */
  async #asItStood(url: string, hops = 0): Promise<Capture> {
    const found = nearest(this.#known.get(addressKey(url)) ?? [], this.#at);
    const answer = found && (await this.#held(found.record));
    if (!answer) return notHeld(url, this.#at);
    if (answer.kind !== "answer") return withheld(url, this.#at, answer);
    const location = answer.headers.location;
    const isRedirect = answer.status >= 300 && answer.status < 400 && location && URL.canParse(location, url);
    if (isRedirect && hops < MAX_HOPS) {
      const end = await this.#asItStood(new URL(location, url).href, hops + 1);
      return { ...end, url };
    }
    return { ...answer, url, at: this.#at };
  }
}

/** Of captures in the order of time: the nearest of a day around, the earlier of two as near; or the last before. */
function nearest(captures: readonly Known[], at: InstantText): Known | undefined {
  const place = countUntil(captures, (capture) => capture.at <= at);
  const [before, after] = [captures[place - 1], captures[place]];
  const away = (capture: Known | undefined) =>
    capture ? Math.abs(Date.parse(capture.at) - Date.parse(at)) : Number.POSITIVE_INFINITY;
  if (away(after) <= DAY_MS && away(after) < away(before)) return after;
  if (!before || away(before) > DAY_MS) return before;
  return captures[countUntil(captures, (capture) => capture.at < before.at)];
}

/** How many stand at the beginning of which something holds. */
function countUntil(captures: readonly Known[], holds: (capture: Known) => boolean): number {
  let [low, high] = [0, captures.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(captures[middle] as Known)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withheld(url: string, at: InstantText, { detail }: Withheld): Capture {
  return { kind: "failure", url, at, cause: "too-large", detail, milliseconds: 0 };
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
