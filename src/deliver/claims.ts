/** Who writes to a channel: one at a time, in this process and among all that share the store. */
import type { Store } from "../store/store.ts";

export class Claims {
  readonly #store: Store;
  readonly #made = new Set<string>();
  #isMine: (channel: string) => boolean = () => true;

  constructor(store: Store) {
    this.#store = store;
  }

  /** From here on, only these channels are this process's to write to. */
  makeOnly(isMine: (channel: string) => boolean): void {
    this.#isMine = isMine;
  }

  /** Those that are being written to here. */
  get busy(): ReadonlySet<string> {
    return this.#made;
  }

  /** Those that are another process's to write to. */
  others(channels: readonly string[]): string[] {
    return channels.filter((id) => !this.#isMine(id));
  }

  /** @returns whether the channel is the caller's until it lets go */
  async make(channel: string): Promise<boolean> {
    if (this.#made.has(channel) || !this.#isMine(channel)) return false;
    this.#made.add(channel);
    const { shared } = this.#store;
    let has = false;
    try {
      has = shared === undefined || (await shared.lines.tryToTake(lineOf(channel))) !== undefined;
    } finally {
      if (!has) this.#made.delete(channel);
    }
    return has;
  }

  /** Whether a claim still holds: who is held up for long loses it to another process. */
  holds(channel: string): boolean {
    return this.#store.shared?.lines.isHeld(lineOf(channel)) ?? true;
  }

  async letGo(channel: string): Promise<void> {
    try {
      await this.#store.shared?.lines.letGo(lineOf(channel));
    } finally {
      this.#made.delete(channel);
    }
  }
}

function lineOf(channel: string): string {
  return `channel ${channel}`;
}
