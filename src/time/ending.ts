/** The two steps of a clean end: start nothing more, and a while later cut short what has still not finished. */

/** Long enough for a page that is on its way, short enough to be gone before a container is killed. */
const GRACE_MS = 6000;

export class Ending {
  readonly #begun = new AbortController();
  readonly #cut = new AbortController();

  /** Aborts when nothing new may be started. */
  get begun(): AbortSignal {
    return this.#begun.signal;
  }

  /** Aborts when what is going on must stop where it is. */
  get cut(): AbortSignal {
    return this.#cut.signal;
  }

  /** What a command ends with that was stopped: 128 and the signal's number, as shells say it. */
  exitCode = 130;

  begin(exitCode = 130): void {
    if (this.begun.aborted) return;
    this.exitCode = exitCode;
    this.#begun.abort();
    setTimeout(() => this.#cut.abort(), GRACE_MS).unref();
  }
}
