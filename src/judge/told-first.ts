/**
 * On the day of a publication it is told as soon as one document proves it. The look ends there, and remembers nothing of what it saw
 * but what it told. The next look, at once, goes through everything as if that had not been, and completes what was told.
 */
import { elapsed, type InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { addressKey } from "./compare/identity.ts";
import type { ToldFirst } from "./compare/memory.ts";
import { type Evidence, finding, isProof } from "./evidence.ts";
import { merge } from "./merge.ts";
import { decidable } from "./notice.ts";
import type { Judgement } from "./sighting.ts";
import { verdictNotices } from "./tell.ts";
import { MAX_FILES } from "./weigh.ts";

/** @returns undefined where it is not published by these proofs, or was before */
export function toldFirst(
  watch: Watch,
  held: readonly Evidence[],
  proofs: readonly Evidence[],
  at: InstantText,
): Judgement["first"] {
  if (proofs.length === 0 || isSettled(held)) return undefined;
  const evidence = merge(held, proofs);
  const notice = verdictNotices(watch, held, evidence, at).find(({ kind }) => kind === "published");
  return notice && { evidence, notice };
}

/** Whether it was published before, whatever became of it: then nothing is told first. */
export function isSettled(held: readonly Evidence[]): boolean {
  return ["published", "withdrawn"].includes(finding(held));
}

/** What is remembered of it. */
export function rememberTold({ notice }: NonNullable<Judgement["first"]>): ToldFirst {
  return { key: notice.key, at: notice.at, evidence: decidable(notice) };
}

/** How long a look that could not see all of it again is followed by others that may complete it. */
const COMPLETED_WITHIN_MS = 3_600_000;

/** What is still to be completed after a look that did not, or did. */
export function stillToComplete(told: ToldFirst | undefined, { completes }: Judgement, at: InstantText) {
  return told && !completes && elapsed(told.at, at) < COMPLETED_WITHIN_MS ? told : undefined;
}

/** What was held before it was told: without it, and without what others proved since. */
export function heldBefore(held: readonly Evidence[], told: ToldFirst): Evidence[] {
  return held.filter((item) => !isSince(item, told));
}

function isSince(item: Evidence, { evidence, at }: ToldFirst): boolean {
  return evidence.includes(item.id) || (isProof(item) && item.foundAt >= at);
}

/**
 * A judgement made as if nothing had been told yet, as what it adds to what was: what was told keeps its name, what people said of it
 * since, and its files beside those that were looked at now.
 * @param held with what was told
 * @returns undefined where it does not prove any more what was told
 */
export function completed(judgement: Judgement, held: readonly Evidence[], told: ToldFirst): Judgement | undefined {
  const published = judgement.notices.find((notice) => notice.kind === "published");
  if (published?.kind !== "published") return undefined;
  const since = held.filter((item) => isSince(item, told));
  const before = new Set(heldBefore(held, told).map(({ id }) => id));
  const toldAs = (item: Evidence) =>
    before.has(item.id)
      ? undefined
      : (since.find(({ id }) => id === item.id) ??
        since.find(({ url }) => isProof(item) && addressKey(url) === addressKey(item.url)));
  const asTold = (item: Evidence): Evidence => {
    const was = toldAs(item);
    return was ? { ...item, ...was, files: together(was.files, item.files) } : item;
  };
  const evidence = judgement.evidence.map(asTold);
  const found = new Set(evidence.map(({ id }) => id));
  return {
    ...judgement,
    evidence: [...evidence, ...since.filter(({ id }) => !found.has(id))],
    notices: judgement.notices.filter((notice) => notice !== published),
    completes: { ...published, key: told.key, at: told.at, proofs: published.proofs.map(asTold) },
  };
}

function together(told: Evidence["files"] = [], found: Evidence["files"] = []): Evidence["files"] {
  const all = [...found, ...told.filter(({ url }) => !found.some((file) => file.url === url))];
  return all.length > 0 ? all.slice(0, MAX_FILES) : undefined;
}
