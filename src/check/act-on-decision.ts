/** A person's decision, acted on and recorded. */
import { decide, decideStatement } from "../judge/decide.ts";
import type { Decision, StatementDecision } from "../judge/decision.ts";
import { withStatements } from "../judge/known.ts";
import { promisesKnown } from "../judge/look-over.ts";
import type { Notice } from "../judge/notice.ts";
import { withRecord } from "../judge/with-record.ts";
import { cameFrom } from "../store/persons.ts";
import type { Basis } from "../store/steps.ts";
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import type { Tools } from "./errand.ts";

/** A decision in the store. */
export interface Left {
  id: string;
  at: InstantText;
}

function since(left: Left | undefined) {
  return left ? { decided: left.at } : {};
}

/**
 * @param basis how far the watch was when it was known so
 * @param watch left out when there is no watch of that name any more: then it is only noted that nothing came of it
 * @param left which it is in the store, and since when, where a person left it there
 */
export async function actOn(
  tools: Tools,
  watchId: string,
  watch: Watch | undefined,
  decision: Decision | StatementDecision,
  basis: Basis,
  left?: Left,
): Promise<Notice[]> {
  return "statement" in decision
    ? actOnStatement(tools, watchId, watch, decision, basis, left)
    : actOnEvidence(tools, watchId, watch, decision, basis, left);
}

async function actOnEvidence(
  { clock, record, store }: Tools,
  watchId: string,
  watch: Watch | undefined,
  { evidence, decision, by, reason }: Decision,
  basis: Basis,
  left: Left | undefined,
): Promise<Notice[]> {
  const at = clock.now();
  const taken = { evidence, decision, by, ...(reason ? { reason } : {}) };
  const judgement = watch && decide(watch, await store.evidence.of(watch.id), taken, at);
  const notices = watch && judgement?.notices.map((notice) => withRecord(notice, watch, record));
  return store.record(watchId, {
    line: {
      kind: "decision",
      at,
      watch: watchId,
      ...taken,
      ...cameFrom(by),
      ...since(left),
      notices,
    },
    evidence: judgement?.evidence,
    notices,
    applied: left && { id: left.id, about: evidence },
    basis,
  });
}

async function actOnStatement(
  { clock, store }: Tools,
  watchId: string,
  watch: Watch | undefined,
  { statement, decision, by, as }: StatementDecision,
  basis: Basis,
  left: Left | undefined,
): Promise<Notice[]> {
  const at = clock.now();
  const taken = { statement, decision, by, ...(as ? { as } : {}) };
  const [held, memory] = [await store.statements.of(watchId), await store.watches.memory(watchId)];
  const outcome = watch && decideStatement(watch, held, await store.evidence.of(watchId), taken, at);
  return store.record(watchId, {
    line: {
      kind: "statement",
      at,
      watch: watchId,
      ...taken,
      ...cameFrom(by),
      ...since(left),
      notices: outcome?.notices,
    },
    proposals: outcome?.proposals,
    watchMemory: outcome && {
      ...memory,
      promises: promisesKnown(withStatements(watch, outcome.proposals), memory, at),
    },
    notices: outcome?.notices,
    applied: left && { id: left.id, about: statement },
    basis,
  });
}
