/** Who speaks on Discord for the bot's token: one process at a time, as Discord has one gateway and one count of requests for it. */
import type { Logger } from "pino";
import type { Store } from "../store/store.ts";

const LINE = "speaks on Discord";

/** What is done while this process speaks. */
export interface Speech {
  begin(): Promise<void>;
  end(): Promise<void>;
}

export class Speaking {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #speech: Speech;
  #isSpeaking = false;
  #working = Promise.resolve();

  constructor(store: Store, log: Logger, speech: Speech) {
    this.#store = store;
    this.#log = log;
    this.#speech = speech;
  }

  get isSpeaking(): boolean {
    return this.#isSpeaking;
  }

  /** Begins where nobody else speaks, and ends where another does by now. */
  async see(): Promise<void> {
    this.#working = this.#working.then(
      () => this.#see(),
      () => this.#see(),
    );
    return this.#working;
  }

  async #see(): Promise<void> {
    const lines = this.#store.shared?.lines;
    const isLost = this.#isSpeaking && lines?.isHeld(LINE) === false;
    if (isLost) await this.#end();
    if (this.#isSpeaking || (lines && !(await lines.tryToTake(LINE)))) return;
    this.#isSpeaking = true;
    if (lines) this.#log.info({ event: "speaking" }, "speaks on Discord for all");
    await this.#speech.begin();
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
    await this.#store.shared?.lines.letGo(LINE);
  }
}
