/** Judges, and follows the links that judging asks for, until nothing more can be learnt, or the publication stands. */

import { type Evidence, verdict } from "../judge/evidence.ts";
import { judge } from "../judge/judge.ts";
import { RULES } from "../judge/rules.ts";
import type { Followed, Judgement, Sighting } from "../judge/sighting.ts";
import { followedFrom } from "../read/head.ts";
import type { Link } from "../read/reading.ts";
import { isHosted, type Source } from "../watch/watch.ts";
import type { CheckTools } from "./errand.ts";
import { follow, putOff } from "./follow.ts";
import { inTurns } from "./turns.ts";

/** Fetches that one check may spend on following links. */
const MAX_FOLLOWED = 12;
/** Open signals whose links are followed again at each check. */
const MAX_AGAIN = 2;

const TOO_MANY = "too many links at once";
const TOLD_FIRST = "the publication was told first";

/**
 * @param sighting `followed`: what was found behind links already
 * @returns the judgement, with how many links were followed for it
 */
export async function judgeFollowing(
  tools: CheckTools,
  sighting: Sighting,
  held: readonly Evidence[],
  signal: AbortSignal | undefined,
): Promise<Judgement & { followed: number }> {
  const { watch, source, at, answer } = sighting;
  const { reader } = tools;
  // Another's source does not say how the publisher writes.
  const how = isHosted(watch, source.url) ? followedFrom(source) : undefined;
  const isPublished = verdict(held) === "published";
  const followed = new Map(sighting.followed);
  const room = followed.size + MAX_FOLLOWED;
  for (;;) {
    const judgement = await reader.workingOn(answer, () => inTurns(judge({ ...sighting, followed }, held)));
    if (judgement.follow.length === 0) return { ...judgement, followed: followed.size - sighting.followed.size };
    for (const url of judgement.follow) {
      const left = judgement.isProved ? TOLD_FIRST : followed.size >= room ? TOO_MANY : undefined;
      const isUrgent = !held.some((item) => item.url === url);
      const found = left ? putOff(url, at, left) : await follow(tools, watch, { url, how, isUrgent }, signal);
      followed.set(url, found);
      if (mayProve(found) && !isPublished) break;
    }
  }
}

/** What may prove by itself, or leads to what may, is judged before anything else is asked for. */
function mayProve({ reading }: Followed): boolean {
  return reading.kind === "document";
}

/** Hints of a source that were not decided yet: the document may be there by now. The publisher's own go first. */
export function openSignals(held: readonly Evidence[], source: Source): Link[] {
  const isOpen = ({ source: where, state, rule }: Evidence) =>
    where === source.id && state === "standing" && RULES[rule].strength === "hint" && rule !== "document-still-to-come";
  const isOthers = (item: Evidence) => Number(item.rule === "said-by-others");
  return held
    .filter(isOpen)
    .toReversed()
    .sort((a, b) => isOthers(a) - isOthers(b))
    .slice(0, MAX_AGAIN)
    .map((item) => ({ url: item.url, text: item.title }));
}
