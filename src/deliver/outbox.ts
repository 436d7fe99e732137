/**
 * The outbox: what was recorded as to be told is sent, in order, channel by channel, and marked as sent. A try that got
 * no answer may have arrived, so the next one looks for its own message first where the channel can be read.
 */
import type { Logger } from "pino";
import type { PendingDelivery } from "../store/deliveries.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import { elapsed, later } from "../time/instant.ts";
import type { Channel } from "./channel.ts";

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 600_000;

export interface Drained {
  sent: number;
  pending: number;
  errors: string[];
}

export class Outbox {
  readonly #store: Store;
  #channels: readonly Channel[];
  readonly #clock: Clock;
  readonly #log: Logger;
  /** Channels that a person must mend; tried again when the bot is started anew. */
  readonly #stopped = new Set<string>();
  readonly #draining = new Set<string>();

  constructor(store: Store, channels: readonly Channel[], clock: Clock, log: Logger) {
    this.#store = store;
    this.#channels = channels;
    this.#clock = clock;
    this.#log = log;
    store.deliverTo(channels);
  }

  /** From here on, these are the channels whose ids begin so. What is pending for one that is gone is kept. */
  replace(beginning: string, channels: readonly Channel[]): void {
    const gone = this.#channels.filter((channel) => channel.id.startsWith(beginning) && !channels.includes(channel));
    for (const { id } of gone) this.#stopped.delete(id);
    this.#channels = [...this.#channels.filter((channel) => !channel.id.startsWith(beginning)), ...channels];
    this.#store.deliverTo(this.#channels);
  }

  /**
   * Sends what is pending. Waits for a channel that asks to wait while `patience` (milliseconds) lasts; what is left
   * then stays pending.
   */
  async drain(patience: number, signal?: AbortSignal): Promise<Drained> {
    const drained: Drained = { sent: 0, pending: 0, errors: [] };
    await Promise.all(this.#channels.map((channel) => this.#drainChannel(channel, patience, signal, drained)));
    return drained;
  }

  /** A channel that is being drained already is left to it: two at once would post twice. */
  async #drainChannel(
    channel: Channel,
    patience: number,
    signal: AbortSignal | undefined,
    drained: Drained,
  ): Promise<void> {
    if (this.#draining.has(channel.id)) return;
    this.#draining.add(channel.id);
    try {
      await this.#sendPending(channel, patience, signal, drained);
    } finally {
      this.#draining.delete(channel.id);
    }
  }

  async #sendPending(
    channel: Channel,
    patience: number,
    signal: AbortSignal | undefined,
    drained: Drained,
  ): Promise<void> {
    const started = performance.now();
    if (this.#stopped.has(channel.id)) return;
    const pending = await this.#store.deliveries.pending(channel.id);
    for (const [index, delivery] of pending.entries()) {
      for (;;) {
        const wait = elapsed(this.#clock.now(), delivery.due_at);
        const left = patience - (performance.now() - started);
        // A delivery that is due far off only because the clock jumped back is not made to wait for it.
        if (signal?.aborted || (wait > left && wait <= LONGEST_WAIT_MS)) {
          drained.pending += pending.length - index;
          return;
        }
        if (wait > 0 && wait <= left) await this.#clock.sleep(wait, signal).catch(() => undefined);
        const outcome = await this.#send(channel, delivery);
        if (outcome === "sent") {
          drained.sent += 1;
          break;
        }
        if (delivery.error && !drained.errors.includes(delivery.error)) drained.errors.push(delivery.error);
        if (outcome === "stopped") {
          this.#stopped.add(channel.id);
          drained.pending += pending.length - index;
          return;
        }
      }
    }
  }

  async #send(channel: Channel, delivery: PendingDelivery): Promise<"sent" | "later" | "stopped"> {
    const { notice, attempts, body, sequel } = delivery;
    const isAmendment = delivery.state === "sent";
    const isRetry = delivery.attempted_at !== null;
    delivery.attempted_at = this.#clock.now();
    // Before it is sent, so that what is learnt meanwhile makes it stale again.
    await this.#store.deliveries.mark(notice, channel.id, {
      attempted_at: delivery.attempted_at,
      ...(isAmendment ? {} : { is_stale: 0 }),
    });
    this.#log.debug({ event: "send", notice, channel: channel.id, isAmendment }, "sending");
    const outgoing = { notice: body, id: notice, sequel };
    const result = isAmendment
      ? await channel.amend(outgoing, delivery.remote_id ?? undefined)
      : await channel.send(outgoing, isRetry);
    this.#log.debug({ event: "answered", notice, channel: channel.id }, "answered");
    const at = this.#clock.now();
    switch (result.kind) {
      case "sent":
        if (isAmendment) await this.#store.deliveries.markAmended(delivery);
        else
          await this.#store.deliveries.mark(notice, channel.id, {
            state: "sent",
            sent_at: at,
            remote_id: result.remoteId ?? null,
            error: null,
            attempts: attempts + 1,
          });
        this.#log.info(
          {
            event: "sent",
            notice,
            channel: channel.id,
            kind: body.kind,
            ...(delivery.check ? { check: delivery.check } : {}),
          },
          isAmendment ? "brought up to date" : "sent",
        );
        return "sent";
      case "later": {
        const wait = result.wait ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts, 10));
        delivery.attempts = attempts + 1;
        delivery.due_at = later(at, wait);
        delivery.error = result.error;
        await this.#store.deliveries.mark(notice, channel.id, {
          due_at: delivery.due_at,
          error: result.error,
          attempts: delivery.attempts,
        });
        this.#log.warn({ event: "send-later", notice, channel: channel.id, error: result.error, wait }, "not sent yet");
        return "later";
      }
      case "stopped":
        delivery.error = result.error;
        await this.#store.deliveries.mark(notice, channel.id, { error: result.error, attempts: attempts + 1 });
        this.#log.error(
          { event: "channel-stopped", channel: channel.id, error: result.error },
          "channel stopped; its notices are kept",
        );
        return "stopped";
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#channels.map((channel) => channel.close()));
  }
}
