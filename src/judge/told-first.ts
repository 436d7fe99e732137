/**
 * On the day of a publication it is told as soon as one document proves it. The look ends there, and remembers nothing of what it saw
 * but what it told. The next look, at once, goes through everything as if that had not been, and completes what was told.
 */
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import type { ToldFirst } from "./compare/memory.ts";
import { type Evidence, verdict } from "./evidence.ts";
import type { Judgement } from "./sighting.ts";
import { verdictNotices } from "./tell.ts";

/** @returns undefined where it is not published by this evidence, or was before */
export function toldFirst(
  watch: Watch,
  held: readonly Evidence[],
  evidence: Evidence[],
  at: InstantText,
): Judgement["first"] {
  const wasSettled = ["published", "withdrawn"].includes(verdict(held));
  if (wasSettled || verdict(evidence) !== "published") return undefined;
  const notice = verdictNotices(watch, held, evidence, at).find(({ kind }) => kind === "published");
  return notice && { evidence, notice };
}

/** What was held before it was told; undefined where it was dismissed since, or is gone: then it is as any other evidence. */
export function heldBefore(held: readonly Evidence[], told: ToldFirst | undefined): Evidence[] | undefined {
  const isTold = ({ id }: Evidence) => told?.evidence.includes(id) === true;
  const standing = held.filter((item) => isTold(item) && item.state === "standing");
  if (!told || standing.length < told.evidence.length) return undefined;
  return held.filter((item) => !isTold(item));
}

/**
 * A judgement made as if nothing had been told yet, as what it adds to what was.
 * @param held with what was told
 * @returns undefined where it does not prove any more what was told
 */
export function completed(judgement: Judgement, held: readonly Evidence[], told: ToldFirst): Judgement | undefined {
  const published = judgement.notices.find((notice) => notice.kind === "published");
  if (published?.kind !== "published") return undefined;
  const toldOf = new Map(held.filter(({ id }) => told.evidence.includes(id)).map((item) => [item.id, item]));
  const asTold = (item: Evidence) => ({ ...item, ...toldOf.get(item.id), files: item.files });
  return {
    ...judgement,
    evidence: judgement.evidence.map(asTold),
    notices: judgement.notices.filter((notice) => notice !== published),
    completes: { ...published, key: told.key, at: told.at, proofs: published.proofs.map(asTold) },
  };
}
