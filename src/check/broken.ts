/** A check that broke: what is the source's trouble, and what is everybody's. */
import { beginningOf } from "../config/redaction.ts";
import { PlainError } from "../language/plain-error.ts";
import { type Problem, problem } from "../read/reading.ts";
import { isStores } from "../store/fault.ts";
import type { JudgedBy, Seen } from "./account.ts";
import { isToBeReadAnew } from "./due.ts";
import type { Errand, Tools } from "./errand.ts";
import type { Exchanged } from "./exchanges.ts";
import { blankRow } from "./row.ts";

/** What a check had when it broke. */
export interface Attempt {
  seen?: Seen;
  exchanges: Exchanged[];
}

const MOST_SAID = 200;

/** Not the source's: what the machine refuses, a store that cannot be read or written. */
export function isOfSource(error: unknown): boolean {
  return !(error instanceof PlainError || isStores(error));
}

export function brokenBy(error: unknown): Problem {
  const said = error instanceof Error ? error.message : String(error);
  return problem("unreadable", `could not be looked at: ${beginningOf(said, MOST_SAID)}`);
}

/** A look that did not come as far as an answer. */
export async function unseen({ store, clock }: Tools, errand: Errand, by: JudgedBy): Promise<Seen> {
  const { watch, source } = errand;
  const at = clock.now();
  const detail = "was not asked";
  const row = (await store.sources.one(watch.id, source.id)) ?? blankRow(watch.id, source.id);
  return {
    ...by,
    errand,
    row,
    isAnew: isToBeReadAnew(row, by.rules),
    began: at,
    at,
    capture: { kind: "failure", url: source.url, at, cause: "unreachable", detail, milliseconds: 0 },
    exchanges: [],
    address: source.url,
  };
}
