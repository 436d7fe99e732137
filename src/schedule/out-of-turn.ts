/**
 * Looks that a person asked for, where several processes look. Whoever looks takes the host's turn: what another has in hand there is void.
 * Those of this process go one after the other, and where another took the turn meanwhile, it is looked again.
 */
import pLimit from "p-limit";
import { type Turn, TurnLost } from "../store/lines.ts";
import type { Store } from "../store/store.ts";

/** Who lost the turn so often gives up. */
const MOST_TRIES = 5;

export class OutOfTurn {
  readonly #store: Store;
  readonly #hosts = new Map<string, ReturnType<typeof pLimit>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * @param look is given the turn; none where one process alone looks
   * @throws {TurnLost} when others take it time after time
   */
  async look<T>(host: string, look: (turn: Turn | undefined) => Promise<T>): Promise<T> {
    const { shared } = this.#store;
    if (!shared) return look(undefined);
    const oneAtATime = this.#hosts.get(host) ?? pLimit(1);
    this.#hosts.set(host, oneAtATime);
    return oneAtATime(async () => {
      for (let tries = 1; ; tries++) {
        // What it found in an earlier turn of its own is not void.
        await this.#store.settle();
        try {
          return await look(await shared.lines.begin(host));
        } catch (error) {
          if (!(error instanceof TurnLost) || tries === MOST_TRIES) throw error;
        }
      }
    });
  }
}
