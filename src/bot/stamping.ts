/** An outside authority stamps each checkpoint (archive/stamp/), where the settings name one. Nothing waits for it, and it is asked again until it has. */
import type { Logger } from "pino";
import { authorityIn } from "../archive/stamp/roots.ts";
import type { Config } from "../config/load.ts";
import { PlainError } from "../language/plain-error.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import { DAY_MS, elapsed, type InstantText, isToCome, later } from "../time/instant.ts";

interface Parts {
  store: Store;
  /** The one that holds. */
  config: () => Config;
  clock: Clock;
  log: Logger;
}

/** A checkpoint is made once a day. */
const LOOK_EVERY_MS = 60_000;
/** As long again as it has waited, within these. */
const AGAIN_MS = { least: 600_000, most: DAY_MS };
/** What is older is covered by the stamps of those that came after. */
const OLDEST_MS = 7 * DAY_MS;

export class Stamping {
  readonly #parts: Parts;
  #notBefore: InstantText | undefined;
  #isFailing = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Asks for one stamp, where one is due. */
  async stamp(signal: AbortSignal): Promise<void> {
    const { store, config, clock, log } = this.#parts;
    const at = clock.now();
    if (!config().settings.archive.time_stamps || (this.#notBefore && isToCome(this.#notBefore, at, LOOK_EVERY_MS)))
      return;
    this.#notBefore = later(at, LOOK_EVERY_MS);
    const due = await store.checkpoints.toStamp(at, later(at, -OLDEST_MS));
    if (!due) return;
    const waited = Math.max(0, elapsed(due.at, at));
    const wait = Math.min(AGAIN_MS.most, Math.max(AGAIN_MS.least, waited));
    await store.checkpoints.putOffStamp(due.digest, later(at, wait));
    try {
      const authority = authorityIn(config());
      if (!authority) return;
      // Loaded where the settings name an authority, once a day.
      const { askForStamp } = await import("../archive/stamp/asking.ts");
      const { token, stamp } = await askForStamp(authority, due.text, at, signal);
      await store.stamp({ at, of: due.digest, authority: authority.url, token: token.toString("base64") });
      log.info({ event: "stamped", authority: stamp.authority }, "an outside authority stamped the checkpoint");
      this.#isFailing = false;
    } catch (error) {
      if (!(error instanceof PlainError)) throw error;
      // Once, however long it lasts.
      if (!this.#isFailing && !signal.aborted)
        log.warn({ event: "stamp-failed", error: error.message }, "the time authority gave no stamp");
      this.#isFailing = !signal.aborted;
    }
  }
}
