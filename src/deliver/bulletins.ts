/**
 * What is told past the outbox, which stands in the database: that nothing can be written down, each thing that is seen meanwhile, and that
 * it is over. Each is told once in a place, by a process; all of it stands in memory, and is bounded.
 */
import type { Logger } from "pino";
import { type Notice, noticeId } from "../judge/notice.ts";
import { MOST_URGENT, TOLD_WHEN_MUTED, URGENCY } from "../judge/urgency.ts";
import type { Bulletin } from "../message/unwritten.ts";
import type { Store } from "../store/store.ts";
import type { Trouble } from "../store/unwritten.ts";
import type { Clock } from "../time/clock.ts";
import { DAY_MS, elapsed, type InstantText, isToCome, later } from "../time/instant.ts";
import type { NoticeKind } from "../watch/names.ts";
import { isMuted, type Watch } from "../watch/watch.ts";
import type { Channel } from "./channel.ts";
import type { Outbox } from "./outbox.ts";
import { pauseAfter } from "./pause.ts";

/** What a look finds; the clock and the reminder wait. */
const TOLD: readonly NoticeKind[] = [
  "published",
  "withdrawn",
  "corrected",
  "signalled",
  "proposed",
  "edition",
  "changed",
];
/** Things seen in one trouble that are told one by one: what comes besides is told when it is on record. */
const MOST_SEEN = 100;
/** No place asks to be let be for longer. */
const LONGEST_REST_MS = DAY_MS;
/** A database that is away may be back at once: it is told when it stays away. */
const AWAY_PATIENCE_MS = 300_000;

interface Parts {
  watches: () => readonly Watch[];
  outbox: Outbox;
  store: Store;
}

/** How far a place is. */
interface Told {
  hasHeard: boolean;
  seen: number;
  failures: number;
  triedAt?: InstantText | undefined;
  restUntil?: InstantText | undefined;
}

export class Bulletins {
  readonly #clock: Clock;
  readonly #log: Logger;
  #parts: Parts | undefined;
  #trouble: Trouble | undefined;
  /** What the last trouble ended with, until every place that heard of it has heard of that. */
  #over: Extract<Bulletin, { kind: "can-write" }> | undefined;
  #seen: Notice[] = [];
  readonly #known = new Set<string>();
  readonly #places = new Map<string, Told>();
  #draining: Promise<void> | undefined;

  constructor(clock: Clock, log: Logger) {
    this.#clock = clock;
    this.#log = log;
  }

  /** From here on, it tells of this bot. What the one before could not write, this one can, where it was not opened just to read. */
  follow(parts: Parts): void {
    this.#parts = parts;
    const { store } = parts;
    store.unwritten.listen({
      began: (trouble) => {
        // The same goes on.
        if (this.#trouble) return;
        this.#log.error({ event: "cannot-write", error: trouble.says }, "the looks go on; nothing is written down");
        this.#begin(trouble);
      },
      saw: (notices) => void this.#saw(notices),
      ended: ({ since }, at) => this.#end(since, at),
    });
    if (this.#trouble && !store.isToRead) this.#end(this.#trouble.since, this.#clock.now());
  }

  #begin(trouble: Trouble): void {
    // A place that has not heard yet that it was over hears nothing of it: it is not.
    this.#over = undefined;
    this.#trouble = trouble;
    void this.drain();
  }

  #end(since: InstantText, at: InstantText): void {
    this.#log.info({ event: "can-write", since }, "what was seen meanwhile is looked at anew");
    this.#trouble = undefined;
    this.#seen = [];
    for (const told of this.#places.values()) told.seen = 0;
    this.#known.clear();
    this.#over = { kind: "can-write", since, at };
    void this.drain();
  }

  /** What is on record already, or was told before, is nothing new. */
  async #saw(notices: readonly Notice[]): Promise<void> {
    for (const notice of notices) {
      const id = noticeId(notice);
      if (!TOLD.includes(notice.kind) || this.#known.has(id) || this.#known.size >= MOST_SEEN) continue;
      this.#known.add(id);
      const isOnRecord = await this.#parts?.store.notices.one(id).catch(() => undefined);
      if (!isOnRecord && this.#known.has(id)) this.#seen.push(notice);
    }
    await this.drain();
  }

  /** Tells each place what it has not heard yet. */
  async drain(): Promise<void> {
    // Who comes while others are at it has them look again.
    const before = this.#draining ?? Promise.resolve();
    const draining = before.then(() => this.#drain());
    this.#draining = draining;
    await draining;
  }

  async #drain(): Promise<void> {
    if (!this.#trouble && !this.#over) return;
    const channels = this.#parts?.outbox.ownChannels ?? [];
    await Promise.all(channels.map((channel) => this.#tell(channel)));
    const owed = channels.some(({ id }) => this.#places.get(id)?.hasHeard);
    if (this.#over && !owed) this.#over = undefined;
    if (!this.#trouble && !this.#over) this.#places.clear();
  }

  async #tell(channel: Channel): Promise<void> {
    const told = this.#places.get(channel.id) ?? { hasHeard: false, seen: 0, failures: 0 };
    this.#places.set(channel.id, told);
    for (;;) {
      const now = this.#clock.now();
      if (told.restUntil && isToCome(told.restUntil, now, LONGEST_REST_MS)) return;
      const next = this.#nextFor(channel, told, now);
      if (!next) return;
      const triedAgo = told.triedAt === undefined ? undefined : Math.abs(elapsed(told.triedAt, now));
      told.triedAt ??= now;
      const sent = (await channel.tell?.(next, triedAgo)) ?? { kind: "sent" };
      if (sent.kind === "later" || sent.kind === "stopped") {
        told.failures += 1;
        told.restUntil = later(now, pauseAfter(told.failures, sent).urgent);
        const about = { notice: next.kind, channel: channel.id, error: sent.error };
        this.#log.warn({ event: "send-later", ...about, wait: elapsed(now, told.restUntil) }, "not sent yet");
        return;
      }
      Object.assign(told, { failures: 0, triedAt: undefined, restUntil: undefined });
      if (next.kind === "seen") told.seen += 1;
      else told.hasHeard = next.kind === "cannot-write";
    }
  }

  #nextFor(channel: Channel, told: Told, now: InstantText): Bulletin | undefined {
    const trouble = this.#trouble;
    if (!trouble) return told.hasHeard ? this.#over : undefined;
    const { kind: why, since } = trouble;
    while (told.seen < this.#seen.length && !this.#isFor(channel, this.#seen[told.seen], now)) told.seen += 1;
    const notice = this.#seen[told.seen];
    // Whoever hears of something seen hears first what "not yet on record" means.
    const isHeldBack = why === "away" && !notice && Math.abs(elapsed(since, now)) < AWAY_PATIENCE_MS;
    if (!told.hasHeard) return isHeldBack ? undefined : { kind: "cannot-write", why, since };
    return notice && { kind: "seen", why, notice };
  }

  /** Whatever is not told here is told when it is on record, as everything is. */
  #isFor(channel: Channel, notice: Notice | undefined, now: InstantText): boolean {
    const watch = this.#parts?.watches().find(({ id }) => id === notice?.watch);
    if (!notice || !watch || !channel.takes(notice)) return false;
    if (isMuted(watch, now) && !TOLD_WHEN_MUTED.includes(notice.kind)) return false;
    return URGENCY[notice.kind] === MOST_URGENT || channel.quietUntil?.(now) === undefined;
  }
}
