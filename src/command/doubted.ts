/** What `validate` and `doctor` say of a config that can be used: what of it cannot be right, and what may be. */
import { type Doubts, doubtsOf } from "../config/doubts.ts";
import { fieldName } from "../config/fault.ts";
import type { ReadConfig } from "../config/load.ts";
import { hindsight } from "../judge/hindsight.ts";
import type { InstantText } from "../time/instant.ts";

export function doubted(read: ReadConfig, now: InstantText): Doubts {
  const { faults, warnings } = doubtsOf(read, now);
  const foreseen = read.config.watches.flatMap((watch) =>
    hindsight(watch).map(({ path, says }) => `${read.place(watch.id, path)}${fieldName(path)}${says}`),
  );
  return { faults, warnings: [...warnings, ...foreseen] };
}
