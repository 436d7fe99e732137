/** A reading that shares hardly anything with what its source showed before: a redesign first, a new baseline when it stays. */
import { type Good, type Problem, problem } from "../../read/reading.ts";
import type { Comparison } from "./change.ts";
import { digest, type Memory, remember } from "./memory.ts";

/** A strange layout that stays for this many readings is the new layout. */
const ACCEPTED_AFTER = 3;

export function* baseline(memory: Memory, reading: Good): Generator<void, Comparison> {
  yield* remember(memory, reading);
  return { isBaseline: true, changes: [], memory };
}

/** @param shows what is strange about the reading, as it is said of the source */
export function* redesigned(memory: Memory, reading: Good, shows: string): Generator<void, Comparison | Problem> {
  const readings = timesInARow(memory, reading);
  if (readings >= ACCEPTED_AFTER) return yield* baseline(memory, reading);
  return problem("redesigned", `${shows} (${readings} of ${ACCEPTED_AFTER} readings)`);
}

/** A strange layout is remembered although the reading was a problem: it may be the new one. */
export function rememberStrange(before: Memory | undefined, reading: Good): Memory | undefined {
  const layout = layoutOf(reading);
  if (!before || layout === undefined) return before;
  return { ...before, strange: { layout, readings: timesInARow(before, reading) } };
}

function timesInARow({ strange }: Memory, reading: Good): number {
  return strange && strange.layout === layoutOf(reading) ? strange.readings + 1 : 1;
}

function layoutOf(reading: Good): string | undefined {
  switch (reading.kind) {
    case "entries":
      return reading.layout;
    case "page":
      return digest(reading.lines.slice(0, 3).join("\n"));
    default:
      return undefined;
  }
}
