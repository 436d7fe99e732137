/** Who speaks on Discord for the bot's token: one process at a time, as Discord has one gateway and one count of requests for it. */
import type { Logger } from "pino";
import { BOTS_LINE } from "../config/places.ts";
import type { Store } from "../store/store.ts";

/** What is done while this process speaks. */
export interface Speech {
  /** @param rest milliseconds that Discord wanted no request for, as the one knows who spoke before */
  begin(rest: number): Promise<void>;
  end(): Promise<void>;
}

export class Speaking {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #speech: Speech;
  #isSpeaking = false;
  #working = Promise.resolve(false);

  constructor(store: Store, log: Logger, speech: Speech) {
    this.#store = store;
    this.#log = log;
    this.#speech = speech;
  }

  get isSpeaking(): boolean {
    return this.#isSpeaking;
  }

  /** Begins where nobody else speaks, and ends where another does by now. @returns whether it has just begun */
  async see(): Promise<boolean> {
    this.#working = this.#working.then(
      () => this.#see(),
      () => this.#see(),
    );
    return this.#working;
  }

  async #see(): Promise<boolean> {
    const lines = this.#store.shared?.lines;
    const isLost = this.#isSpeaking && lines?.isHeld(BOTS_LINE) === false;
    if (isLost) await this.#end();
    if (this.#isSpeaking) return false;
    const line = await lines?.tryToTake(BOTS_LINE);
    if (lines && !line) return false;
    this.#isSpeaking = true;
    if (lines) this.#log.info({ event: "speaking" }, "speaks on Discord for all");
    await this.#speech.begin(Math.max(0, line?.freeIn ?? 0));
    return true;
  }

  async #end(): Promise<void> {
    this.#isSpeaking = false;
    await this.#speech.end();
  }

  /** Lets another speak. */
  async end(): Promise<void> {
    await this.#working.catch(() => undefined);
    if (!this.#isSpeaking) return;
    await this.#end();
    await this.#store.shared?.lines.letGo(BOTS_LINE);
  }
}
