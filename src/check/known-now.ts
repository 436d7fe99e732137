/** A watch as far as it is known now, and what is judged by that. */
import { known } from "../judge/known.ts";
import { type Basis, Overtaken } from "../store/steps.ts";
import { civilDateAt } from "../time/civil-date.ts";
import type { Watch } from "../watch/watch.ts";
import type { Tools } from "./errand.ts";

/** Who is overtaken so often gives up for now. Where many sources are looked at for the first time, one after the other is. */
const MOST_TRIES = 20;

/**
 * @param watch as the config that holds now has it
 * @returns the watch with what was learnt while the bot ran, and how far it was then: what is judged by it is overtaken when it is further, or
 * another config holds
 */
export async function knownNow(
  { clock, store, current }: Pick<Tools, "clock" | "store" | "current">,
  watch: Watch,
): Promise<{ watch: Watch; basis: Basis }> {
  // Before anything else: what is recorded meanwhile is noticed.
  const basis = { ...(await store.steps.of(watch.id)), isCurrent: () => current(watch) === watch };
  const learnt = await store.learnt(watch.id, basis);
  return { watch: known(watch, learnt, civilDateAt(clock.now(), watch.publisher.zone)), basis };
}

/**
 * Judges, and records what came of it; again when that was overtaken.
 * @throws {Overtaken} when it is so time after time
 */
export async function judging<T>(judge: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await judge();
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === MOST_TRIES) throw error;
    }
  }
}
