/** When each watch was gone over last, and when there is next something to do about it: a tick asks this of all, and of most there is nothing. */
import { type InstantText, later } from "../time/instant.ts";

interface Round {
  at: InstantText;
  /** When the first of its sources is due. */
  due: InstantText;
  /** When there is next something to say whatever the sources show. */
  next: InstantText;
}

export class Rounds {
  readonly #last = new Map<string, Round>();
  /** Counts what may make something due at once: decisions, another config. */
  #revision = 0;

  /** @param what whether it is asked for looks as well, or only for what no look can say */
  isToBeMade(watch: string, now: InstantText, what: "looks" | "look-over"): boolean {
    const last = this.#last.get(watch);
    // A clock that was set back makes everything due.
    if (!last || now < last.at || now >= last.next) return true;
    return what === "looks" && now >= last.due;
  }

  begin(): number {
    return this.#revision;
  }

  /** What was found out in it holds, unless something came up since it was begun. */
  end(begun: number, watch: string, round: Round): void {
    if (begun === this.#revision) this.#last.set(watch, round);
  }

  /** The next is to be made no later than so many milliseconds after the last. */
  bringForward(watch: string, after: number): void {
    const last = this.#last.get(watch);
    if (!last) return;
    const soon = later(last.at, after);
    if (soon < last.next) this.#last.set(watch, { ...last, next: soon });
  }

  /** Something came up: of one watch, or of all. */
  forget(watch?: string): void {
    this.#revision++;
    if (watch === undefined) this.#last.clear();
    else this.#last.delete(watch);
  }
}
