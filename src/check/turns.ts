/** Long work in short turns, so that the page and Discord are answered meanwhile. */
import { setImmediate } from "node:timers/promises";

/** A request goes through several turns until it is answered. */
const TURN_MS = 5;

/** Goes through work that can stop after each of its steps. */
export async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  for (let began = performance.now(); ; ) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - began < TURN_MS) continue;
    await setImmediate();
    began = performance.now();
  }
}
