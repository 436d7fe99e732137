/** A person's decision, acted on and recorded. */
import { decide } from "../judge/decide.ts";
import type { Decision } from "../judge/decision.ts";
import type { Notice } from "../judge/notice.ts";
import type { Watch } from "../watch/watch.ts";
import type { Tools } from "./errand.ts";

/**
 * @param watch left out when there is no watch of that name any more: then it is only noted that nothing came of it
 * @param id the decision's, where a person left it in the store
 */
export async function actOn(
  { clock, store }: Tools,
  watchId: string,
  watch: Watch | undefined,
  { evidence, decision, by, reason }: Decision,
  id?: string,
): Promise<Notice[]> {
  const at = clock.now();
  const taken = { evidence, decision, by, ...(reason ? { reason } : {}) };
  const judgement = watch && decide(watch, await store.evidence.of(watch.id), taken, at);
  return store.record(watchId, {
    line: { kind: "decision", at, watch: watchId, ...taken, notices: judgement?.notices },
    evidence: judgement?.evidence,
    notices: judgement?.notices,
    appliedDecision: id,
  });
}
