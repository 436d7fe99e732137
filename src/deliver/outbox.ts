/**
 * The outbox: what was recorded as to be told is sent, the most urgent first, then the oldest, and what became of it is marked. A channel
 * that fails is let be for a while, and holds up no other; a message that is refused for good is set aside, and holds up no other either.
 */
import { createHash } from "node:crypto";
import type { Logger } from "pino";
import { MOST_URGENT } from "../judge/urgency.ts";
import type { Deliverable } from "../store/deliveries.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import { elapsed, type InstantText, later } from "../time/instant.ts";
import { isMuted, type Watch } from "../watch/watch.ts";
import { nextUnit } from "./backlog.ts";
import type { Channel, Sent } from "./channel.ts";
import { Claims } from "./claims.ts";
import { pauseAfter } from "./pause.ts";
import { Sending, type Task } from "./sending.ts";

/** Channels that are written to at once. */
const AT_ONCE = 16;

export interface Drained {
  sent: number;
  pending: number;
  errors: string[];
}

/** One message: of one thing, or of several. */
interface Work {
  channel: Channel;
  deliveries: Deliverable[];
  task: Task;
}

export class Outbox {
  readonly #store: Store;
  #channels: ReadonlyMap<string, Channel>;
  /** Watches that are to be muted for a while, past or to come. */
  #muted: readonly Watch[] = [];
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #sending: Sending;
  /** Whether the store knows which channels there are. */
  #isOpen = false;
  readonly #claims: Claims;
  readonly #workers = new Set<Promise<void>>();
  /** Why workers ended before their time. */
  readonly #faults: unknown[] = [];
  /** How often somebody asked to drain: who found nothing looks again when it was asked meanwhile. */
  #asked = 0;

  constructor(store: Store, channels: readonly Channel[], clock: Clock, log: Logger) {
    this.#store = store;
    this.#channels = byId(channels);
    this.#clock = clock;
    this.#log = log;
    this.#claims = new Claims(store);
    this.#sending = new Sending(store, clock, log, this.#claims);
  }

  /** From here on, another process writes to the other channels. */
  writeOnlyTo(isMine: (channel: string) => boolean): void {
    this.#claims.makeOnly(isMine);
  }

  /** From here on, less is told of those of these watches that are muted. */
  mute(watches: readonly Watch[]): void {
    this.#muted = watches.filter(({ mute_until }) => mute_until !== undefined);
  }

  get channels(): Channel[] {
    return [...this.#channels.values()];
  }

  /** Those that this process writes to. */
  get ownChannels(): Channel[] {
    const others = new Set(this.#others);
    return this.channels.filter(({ id }) => !others.has(id));
  }

  get #others(): string[] {
    return this.#claims.others([...this.#channels.keys()]);
  }

  /** Those that would wait for others at the server that they share: meanwhile, the rest is written to. */
  get #behindBusyServers(): string[] {
    const { busy } = this.#claims;
    const taken = new Map<string, number>();
    for (const id of busy) {
      const server = this.#channels.get(id)?.server;
      if (server) taken.set(server.name, (taken.get(server.name) ?? 0) + 1);
    }
    return this.channels
      .filter(({ id, server }) => server && !busy.has(id) && (taken.get(server.name) ?? 0) >= server.atOnce)
      .map(({ id }) => id);
  }

  /** From here on, these are the channels whose ids begin so. What is pending for one that is gone is kept. */
  async replace(beginning: string, channels: readonly Channel[]): Promise<void> {
    const others = [...this.#channels.values()].filter(({ id }) => !id.startsWith(beginning));
    this.#channels = byId([...others, ...channels]);
    await this.#store.channels.open([...this.#channels.keys()], { isStart: false, areAll: true });
  }

  /**
   * Sends what is pending. Waits for channels that are let be while `patience` (milliseconds) lasts; what is left then stays pending.
   * Several may drain at once: a channel is written to by one at a time.
   */
  async drain(patience: number, signal?: AbortSignal): Promise<Drained> {
    const areAll = this.#store.shared === undefined;
    if (!this.#isOpen) await this.#store.channels.open([...this.#channels.keys()], { isStart: true, areAll });
    this.#isOpen = true;
    const drained: Drained = { sent: 0, pending: 0, errors: [] };
    const started = { real: performance.now(), told: this.#clock.now() };
    // A simulated clock goes on by what is waited for alone.
    const spent = () => Math.max(performance.now() - started.real, elapsed(started.told, this.#clock.now()));
    do await this.#workAll(drained, signal);
    while (await this.#waitForTry(patience - spent(), signal));
    drained.pending = await this.#store.waiting.count();
    return drained;
  }

  /** @returns whether a channel that was let be can be tried now */
  async #waitForTry(left: number, signal: AbortSignal | undefined): Promise<boolean> {
    const at = left > 0 && !signal?.aborted ? await this.#store.waiting.nextTry(this.#others) : undefined;
    const wait = at === undefined ? Number.POSITIVE_INFINITY : elapsed(this.#clock.now(), at);
    if (wait > left) return false;
    await this.#clock.sleep(Math.max(1, wait), signal).catch(() => undefined);
    return !signal?.aborted;
  }

  async #workAll(drained: Drained, signal: AbortSignal | undefined): Promise<void> {
    this.#asked++;
    this.#hire(drained, signal);
    while (this.#workers.size > 0) await Promise.all(this.#workers);
    const [fault] = this.#faults.splice(0);
    if (fault !== undefined) throw fault;
  }

  /** One more worker, where there may be more: each who finds something to do brings another. */
  #hire(drained: Drained, signal: AbortSignal | undefined): void {
    if (this.#workers.size >= AT_ONCE) return;
    // Who is hired later is watched as well: what fails of it is told when all have ended.
    const worker = this.#work(drained, signal)
      .catch((fault: unknown) => void this.#faults.push(fault))
      .finally(() => this.#workers.delete(worker));
    this.#workers.add(worker);
  }

  async #work(drained: Drained, signal: AbortSignal | undefined): Promise<void> {
    // Where one could not write down what became of a message, no other is begun.
    while (!signal?.aborted && this.#faults.length === 0) {
      const asked = this.#asked;
      const work = await this.#take();
      if (!work && asked === this.#asked) return;
      if (!work) continue;
      this.#hire(drained, signal);
      try {
        await this.#do(work, drained);
      } finally {
        await this.#claims.letGo(work.channel.id);
      }
    }
  }

  /** Takes the next thing that is to be done: news before what only brings an older message up to date. Its channel is busy then. */
  async #take(): Promise<Work | undefined> {
    const { deliveries, waiting } = this.#store;
    return (
      (await this.#takeFirst("send", (now, except) => waiting.nextChannel(now, except))) ??
      (await this.#takeFirst("amend", (now, except) => deliveries.nextStale(now, except))) ??
      (await this.#takeFirst("pass-on", (now, except) => deliveries.nextToPassOn(now, except)))
    );
  }

  /** @param find what is to be done first, but for some channels: those of others, and those that have been passed over */
  async #takeFirst(
    task: Task,
    find: (now: InstantText, except: readonly string[]) => Promise<string | Deliverable | undefined>,
  ): Promise<Work | undefined> {
    const passedOver = this.#others;
    for (;;) {
      const found = await find(this.#clock.now(), [...this.#claims.busy, ...this.#behindBusyServers, ...passedOver]);
      if (found === undefined) return undefined;
      const id = typeof found === "string" ? found : found.channel;
      const known = this.#channels.get(id);
      const channel = known && (await this.#claims.make(id)) ? known : undefined;
      const deliveries = channel ? await this.#chosenFor(task, channel, found) : [];
      if (channel && deliveries.length > 0) return { channel, deliveries, task };
      if (channel) await this.#claims.letGo(id);
      passedOver.push(id);
    }
  }

  /** What is to be done in a channel, now that it is this process's alone. */
  async #chosenFor(task: Task, channel: Channel, found: string | Deliverable): Promise<Deliverable[]> {
    if (typeof found === "string") return this.#chosen(channel);
    const again = await this.#store.deliveries.load(channel.id, [found.notice]);
    return again.filter((one) => (task === "amend" ? one.is_stale === 1 : one.pass_on_at !== null));
  }

  /** What a channel is to be sent next. What is summed up is noted before it is sent, so that another try sends the same. */
  async #chosen(channel: Channel): Promise<Deliverable[]> {
    const { deliveries, waiting } = this.#store;
    const now = this.#clock.now();
    const muted = this.#muted.filter((watch) => isMuted(watch, now)).map(({ id }) => id);
    const unit = nextUnit(await waiting.of(channel.id, muted), now);
    if (!unit) return [];
    const quiet = channel.quietUntil?.(now);
    if (quiet && (unit.kind === "sum-up" || unit.one.urgency !== MOST_URGENT)) {
      await this.#store.channels.letBe(channel.id, quiet, now);
      return [];
    }
    if (unit.kind === "one") return deliveries.load(channel.id, [unit.one.notice]);
    const notices = unit.of.map(({ notice }) => notice);
    if (!unit.id) await deliveries.mark(channel.id, notices, { sum_up: sumUpId(channel.id, notices) });
    return deliveries.load(channel.id, notices);
  }

  async #do({ channel, deliveries, task }: Work, drained: Drained): Promise<void> {
    const sent = await this.#sending.do(task, channel, deliveries);
    if (!sent) return;
    switch (sent.kind) {
      case "sent":
        await this.#store.channels.recovered(channel.id);
        if (task === "send") drained.sent += deliveries.length;
        return;
      case "refused":
        return;
      default:
        if (!drained.errors.includes(sent.error)) drained.errors.push(sent.error);
        await this.#letBe(channel, deliveries[0]?.notice, sent);
    }
  }

  /** Lets a channel be for a while, the longer the oftener it failed in a row. */
  async #letBe(
    channel: Channel,
    notice: string | undefined,
    sent: Extract<Sent, { kind: "later" | "stopped" }>,
  ): Promise<void> {
    const { error, kind } = sent;
    const failures = ((await this.#store.channels.one(channel.id))?.failures ?? 0) + 1;
    const rest = pauseAfter(failures, sent);
    const now = this.#clock.now();
    await this.#store.channels.failed(channel.id, {
      failures,
      rested_at: now,
      rest_until: later(now, rest.usual),
      urgent_rest_until: later(now, rest.urgent),
      error,
      is_stopped: kind === "stopped" ? 1 : 0,
    });
    const about = { notice, channel: channel.id, error, wait: rest.usual };
    if (kind === "stopped")
      this.#log.error({ event: "channel-stopped", ...about }, "channel stopped; its notices are kept");
    else this.#log.warn({ event: "send-later", ...about }, "not sent yet");
  }
}

function byId(channels: readonly Channel[]): Map<string, Channel> {
  return new Map(channels.map((channel) => [channel.id, channel]));
}

function sumUpId(channel: string, notices: readonly string[]): string {
  return createHash("sha256")
    .update([channel, ...notices].join("\n"))
    .digest("hex")
    .slice(0, 16);
}
