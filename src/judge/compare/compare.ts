/**
 * A reading against the last good one. A first reading is a baseline and differs from nothing. A reading that shares
 * nothing with what the source is known to hold is a redesign first, and a new baseline only when it stays.
 */
import type { Good, Problem } from "../../read/reading.ts";
import type { InstantText } from "../../time/instant.ts";
import type { Comparison, Disappearance } from "./change.ts";
import { compareDocuments, isAboutDocument } from "./documents.ts";
import { compareEntries } from "./entries.ts";
import { copied, emptyMemory, type Memory } from "./memory.ts";
import { comparePages } from "./pages.ts";
import { baseline } from "./redesign.ts";

/**
 * Compares a good reading with what the source remembers, step by step. Gives a problem instead when it is not the same thing at
 * all.
 * @param goodAt when the source was read well last
 */
export function* compare(
  before: Memory | undefined,
  reading: Good,
  url: string,
  at: InstantText,
  disappearance: Disappearance,
  goodAt: InstantText | undefined,
): Generator<void, Comparison | Problem> {
  const memory = before ? copied(before) : emptyMemory();
  const last = memory.lastGood;
  if (!last) return yield* baseline(memory, reading);
  if (reading.kind === "entries" && last.kind === "entries")
    return yield* compareEntries(memory, last, reading, at, disappearance);
  if (reading.kind === "page" && last.kind === "page") return yield* comparePages(memory, last, reading, url);
  if (isAboutDocument(reading) && isAboutDocument(last))
    return yield* compareDocuments(memory, last, reading, url, at, disappearance, goodAt);
  return yield* baseline(emptyMemory(), reading);
}
