/** After a pass that went well, an address is called that whoever watches the bot gave: when it is called no longer, they hear of it there. */
import type { Logger } from "pino";
import type { Clock } from "../time/clock.ts";
import { elapsed, type InstantText } from "../time/instant.ts";

/** Services that wait for such a call count minutes. */
const EVERY_MS = 60_000;
const ANSWERED_WITHIN_MS = 10_000;

export class Heartbeat {
  readonly #url: string;
  readonly #clock: Clock;
  readonly #log: Logger;
  #last: InstantText | undefined;
  #calling: Promise<void> | undefined;
  #isFailing = false;

  constructor(url: string, clock: Clock, log: Logger) {
    this.#url = url;
    this.#clock = clock;
    this.#log = log;
  }

  /** Calls it, where a minute has gone by since; nothing waits for the answer. */
  beat(): void {
    const now = this.#clock.now();
    if (this.#calling || (this.#last && Math.abs(elapsed(this.#last, now)) < EVERY_MS)) return;
    this.#last = now;
    this.#calling = this.#call().finally(() => {
      this.#calling = undefined;
    });
  }

  async #call(): Promise<void> {
    const why = await callHeartbeat(this.#url);
    if (why === undefined) {
      if (this.#isFailing) this.#log.info({ event: "heartbeat-back" }, "the heartbeat’s address answers again");
    } else if (!this.#isFailing)
      // Once, however long it lasts.
      this.#log.warn({ event: "heartbeat-failed", error: why }, "the heartbeat’s address does not answer");
    this.#isFailing = why !== undefined;
  }

  /** Once a call that is under way is over. */
  async end(): Promise<void> {
    await this.#calling;
  }
}

/** @returns why it did not answer as it should; undefined where it did */
export async function callHeartbeat(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWERED_WITHIN_MS) });
    await answer.body?.cancel();
    return answer.ok ? undefined : `it answered ${answer.status}`;
  } catch (error) {
    return whyOf(error);
  }
}

function whyOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}
