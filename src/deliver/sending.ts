/** One message: sent, brought up to date or passed on, and what became of it marked. */
import type { Logger } from "pino";
import { beginningOf } from "../config/redaction.ts";
import { MOST_URGENT } from "../judge/urgency.ts";
import type { Deliverable } from "../store/deliveries.ts";
import type { Store } from "../store/store.ts";
import type { DeliveryRow } from "../store/tables.ts";
import type { Clock } from "../time/clock.ts";
import { DAY_MS, elapsed, later } from "../time/instant.ts";
import type { NoticeKind } from "../watch/names.ts";
import type { Channel, Sent } from "./channel.ts";
import type { Claims } from "./claims.ts";

/** Passing on that failed is tried again so much later, where the other side does not say when. */
const PASS_ON_AGAIN_MS = 600_000;

/** The earlier message, of the same watch, that a message belongs to. */
const ANSWERS: Partial<Record<NoticeKind, readonly NoticeKind[]>> = {
  published: ["signalled"],
  withdrawn: ["published"],
  corrected: ["published", "withdrawn", "signalled"],
  edition: ["published"],
  stated: ["proposed"],
  recovered: ["blind"],
  changed: ["signalled", "proposed"],
};
/** What a page shows within so long of a signal is most likely the same event; an answer to it says no more than that. */
const SAME_EVENT_MS = 600_000;

const MOST_OF_A_REASON = 300;

/** What is done about a message. */
export type Task = "send" | "amend" | "pass-on";

export class Sending {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #claims: Claims;

  constructor(store: Store, clock: Clock, log: Logger, claims: Claims) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
    this.#claims = claims;
  }

  /**
   * @param all what one message is about: one thing or, summed up, several
   * @returns undefined when nothing was done: it was held up for so long that another process writes to the channel by now
   */
  async do(task: Task, channel: Channel, all: readonly Deliverable[]): Promise<Sent | undefined> {
    const [first] = all;
    if (!first) return { kind: "sent" };
    switch (task) {
      case "send":
        return this.#send(channel, all, first);
      case "amend":
        return this.#amend(channel, first);
      case "pass-on":
        return this.#passOn(channel, first);
    }
  }

  async #send(channel: Channel, all: readonly Deliverable[], first: Deliverable): Promise<Sent | undefined> {
    const now = this.#clock.now();
    // Any of the tries may have arrived: it counts from the first.
    const attempted_at = first.attempted_at ?? now;
    const ago = elapsed(attempted_at, now);
    // In the future: the clock was set back since, and how long ago it was nobody knows; a day is long enough.
    const triedAgo = first.attempted_at === null ? undefined : ago < 0 ? DAY_MS : ago;
    // Before it is sent, so that what is learnt meanwhile makes it stale again.
    await this.#mark(channel, all, { attempted_at, attempts: first.attempts + 1, is_stale: 0 });
    const outgoing = all.map(({ notice, body, sequel }) => ({ notice: body, id: notice, sequel }));
    const [only] = outgoing;
    const what =
      first.sum_up === null && only
        ? { ...only, answers: await this.#answered(first) }
        : { id: first.sum_up ?? "", of: outgoing };
    // Asked last of all: whatever was done before may have taken long.
    if (!this.#claims.holds(channel.id)) return undefined;
    this.#log.debug({ event: "send", ...about(first) }, "sending");
    const sent = await said(() => channel.send(what, triedAgo));
    this.#log.debug({ event: "answered", ...about(first) }, "answered");
    await this.#note(channel, all, first, sent);
    return sent;
  }

  /** The message in the same channel that a message is to answer. */
  async #answered({ channel, body }: Deliverable): Promise<string | undefined> {
    const kinds = ANSWERS[body.kind];
    const since = body.kind === "changed" ? later(body.at, -SAME_EVENT_MS) : undefined;
    return kinds && (await this.#store.deliveries.lastSent(channel, body.watch, kinds, { since, until: body.at }));
  }

  async #note(channel: Channel, all: readonly Deliverable[], first: Deliverable, sent: Sent): Promise<void> {
    const at = this.#clock.now();
    switch (sent.kind) {
      case "sent": {
        const { remoteId = null, lacks = null } = sent;
        const state = first.sum_up === null ? "sent" : "summed-up";
        const isPassedOn = channel.passOn && state === "sent" && first.urgency === MOST_URGENT;
        const pass_on_at = isPassedOn ? at : null;
        await this.#mark(channel, all, { state, sent_at: at, remote_id: remoteId, error: lacks, pass_on_at });
        if (lacks) this.#log.warn({ event: "sent-plainer", ...about(first), error: lacks }, "sent in a plainer form");
        const named = all.length > 1 ? { notices: all.map(({ notice }) => notice) } : {};
        const check = first.check ? { check: first.check } : {};
        this.#log.info({ event: "sent", ...about(first), ...check, ...named }, "sent");
        return;
      }
      case "refused":
        // One of several may be what is refused: each is told by itself.
        if (first.sum_up !== null) {
          await this.#mark(channel, all, { sum_up: null, error: sent.error });
          this.#log.warn({ event: "sum-up-refused", ...about(first), error: sent.error }, "each is told by itself");
          return;
        }
        await this.#mark(channel, all, { state: "refused", error: sent.error });
        this.#log.error({ event: "refused", ...about(first), error: sent.error }, "refused for good; set aside");
        return;
      default: {
        // What is told to wait, or not let in, has not arrived.
        const hasNotArrived = sent.kind === "stopped" || sent.wait !== undefined;
        const before = hasNotArrived ? { attempted_at: first.attempted_at } : {};
        await this.#mark(channel, all, { error: sent.error, ...before });
      }
    }
  }

  async #amend(channel: Channel, delivery: Deliverable): Promise<Sent | undefined> {
    if (!this.#claims.holds(channel.id)) return undefined;
    const { notice, body, sequel, remote_id, error } = delivery;
    const sent = await said(() => channel.amend({ notice: body, id: notice, sequel }, remote_id ?? undefined));
    if (sent.kind === "refused") {
      await this.#mark(channel, [delivery], { is_stale: 0, error: sent.error });
      this.#log.error({ event: "refused", ...about(delivery), error: sent.error }, "not brought up to date");
    }
    if (sent.kind !== "sent") return sent;
    await this.#store.deliveries.markAmended(delivery, error);
    this.#log.info({ event: "amended", ...about(delivery) }, "brought up to date");
    return sent;
  }

  /** Only so many an hour are taken: a channel where one is not is written to all the same. */
  async #passOn(channel: Channel, delivery: Deliverable): Promise<Sent | undefined> {
    if (!this.#claims.holds(channel.id)) return undefined;
    const sent = (await channel.passOn?.(delivery.remote_id ?? "")) ?? { kind: "sent" };
    const again = sent.kind === "later" ? later(this.#clock.now(), sent.wait ?? PASS_ON_AGAIN_MS) : null;
    await this.#mark(channel, [delivery], { pass_on_at: again });
    if (sent.kind === "sent") return sent;
    const { error } = sent;
    if (again) this.#log.warn({ event: "pass-on-later", ...about(delivery), error }, "not passed on to followers yet");
    else this.#log.error({ event: "not-passed-on", ...about(delivery), error }, "not passed on to followers");
    return { kind: "refused", error };
  }

  async #mark(channel: Channel, all: readonly Deliverable[], change: Partial<DeliveryRow>): Promise<void> {
    await this.#store.deliveries.mark(
      channel.id,
      all.map(({ notice }) => notice),
      change,
    );
  }
}

/** Whatever a channel makes of what a service says: it may be anything, and is that channel's alone. */
async function said(work: () => Promise<Sent>): Promise<Sent> {
  try {
    const sent = await work();
    return sent.kind === "sent" && typeof sent.remoteId !== "string" ? { ...sent, remoteId: undefined } : sent;
  } catch (error) {
    return {
      kind: "later",
      error: `it failed: ${beginningOf(String((error as Error)?.message ?? error), MOST_OF_A_REASON)}`,
    };
  }
}

/** By what the log names a message. */
function about({ notice, sum_up, channel, body }: Deliverable) {
  return { notice: sum_up ?? notice, channel, kind: body.kind };
}
