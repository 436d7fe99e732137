/** What a person's decision means for a watch. */
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import type { Decision } from "./decision.ts";
import { type Evidence, isProof, verdict } from "./evidence.ts";
import type { Judgement } from "./sighting.ts";
import { grounds, notice, verdictNotices } from "./tell.ts";

export function decide(
  watch: Watch,
  held: readonly Evidence[],
  { evidence: id, decision, by, reason }: Decision,
  at: InstantText,
): Judgement {
  const target = held.find((item) => item.id === id);
  if (!target) return { follow: [], evidence: [...held], notices: [], putOff: [] };
  const evidence = held.map((item): Evidence => {
    if (item !== target) return item;
    if (decision === "dismiss") return { ...item, state: "dismissed" };
    return {
      ...item,
      state: "standing",
      rule: isProof(item) ? item.rule : "confirmed-by-a-person",
      publishedOn: item.publishedOn ?? item.date,
      note: `confirmed by ${by}${reason ? `: ${reason}` : ""}`,
    };
  });
  if (decision === "confirm")
    return { follow: [], evidence, notices: verdictNotices(watch, held, evidence, at), putOff: [] };
  const wasPublished = verdict(held) === "published" && verdict(evidence) !== "published";
  const correction = wasPublished ? "dismissed" : "signal-dismissed";
  return {
    follow: [],
    evidence,
    putOff: [],
    notices: [
      notice(
        watch,
        evidence,
        at,
        { kind: "corrected", correction, evidence: target, by, reason },
        `corrected:${id}:${at}`,
        grounds([target]),
      ),
    ],
  };
}
