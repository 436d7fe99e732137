/** A fetcher that reads an archive instead of the web. */
import type { Exchange } from "../archive/journal.ts";
import type { Library } from "../archive/library.ts";
import type { Answer, Capture } from "../fetch/capture.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import { addressKey } from "../judge/compare/identity.ts";
import type { SimulatedClock } from "../time/clock.ts";
import { DAY_MS, type InstantText } from "../time/instant.ts";

const MAX_HOPS = 5;

/** Answers from the archive: what the look in hand had, or what is known of an address by then. */
export class ArchiveFetcher implements Fetcher {
  readonly #library: Library;
  readonly #clock: SimulatedClock;
  #exchanges: Exchange[] = [];
  #at: InstantText = "";
  #otherAddresses = new Set<string>();
  /** Address → its captures, the oldest first. */
  readonly #known = new Map<string, { at: InstantText; record: string }[]>();
  readonly #unfinished = new WeakMap<Answer, string>();
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
    const answer = exchange.record ? await this.#library.answer(exchange.record) : undefined;
    if (!answer) this.lost += 1;
    const hops = (exchange.hops ?? []).map((hop) => ({ url: hop, status: 302, rawHeaders: [] }));
    if (!answer) return notHeld(url, at);
    const given: Answer = { ...answer, url, at, hops };
    if (exchange.unfinished) this.#unfinished.set(given, exchange.unfinished);
    return given;
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
