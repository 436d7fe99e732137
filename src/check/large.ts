/**
 * What is large is held by one check at a time: floods of several sources at once would take more of the main heap, in which
 * everything is compared and judged, than there is.
 */

/** More than several checks may hold at the same time, in characters (read/size.ts: `weightOf`). */
export const LARGE = 300_000;

export class Large {
  /** Who holds something large or waits for it, and how they let it go. */
  readonly #holders = new Map<object, () => void>();
  #last: Promise<void> = Promise.resolve();

  get isFree(): boolean {
    return this.#holders.size === 0;
  }

  isHeldBy(who: object): boolean {
    return this.#holders.has(who);
  }

  /** Resolves when nobody else holds anything large; at once for who does already. */
  async take(who: object): Promise<void> {
    if (this.#holders.has(who)) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = this.#last;
    this.#last = promise;
    this.#holders.set(who, resolve);
    await before;
  }

  letGo(who: object): void {
    this.#holders.get(who)?.();
    this.#holders.delete(who);
  }
}
