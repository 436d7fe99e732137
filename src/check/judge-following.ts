/** Judges, and follows the links that judging asks for, until nothing more can be learnt. */

import type { Evidence } from "../judge/evidence.ts";
import { judge } from "../judge/judge.ts";
import { RULES } from "../judge/rules.ts";
import type { Followed, Judgement, Sighting } from "../judge/sighting.ts";
import { completed, heldBefore, isSettled } from "../judge/told-first.ts";
import { followedFrom } from "../read/head.ts";
import type { Link } from "../read/reading.ts";
import { isHosted, type Source } from "../watch/watch.ts";
import type { Asking } from "./errand.ts";
import { follow, putOff } from "./follow.ts";
import { inTurns } from "./turns.ts";

/** Fetches that one check may spend on following links. */
const MAX_FOLLOWED = 12;
/** Open signals whose links are followed again at each check. */
const MAX_AGAIN = 2;

/**
 * @param sighting `followed`: what was found behind links already
 * @returns the judgement, with what was found behind the links that were followed for it
 */
export async function judgeFollowing(
  tools: Asking,
  sighting: Sighting,
  held: readonly Evidence[],
  signal: AbortSignal | undefined,
): Promise<Judgement & { behind: ReadonlyMap<string, Followed> }> {
  const { watch, source, at, answer } = sighting;
  const { reader } = tools;
  // Another's source does not say how the publisher writes.
  const how = isHosted(watch, source.url) ? followedFrom(source) : undefined;
  const followed = new Map(sighting.followed);
  const room = followed.size + MAX_FOLLOWED;
  const told = sighting.before?.toldFirst;
  // A document that the watch names is told whole: its files are looked at already.
  const mayTellFirst = !told && source.kind !== "document" && !isSettled(held);
  const judged = async (known: readonly Evidence[]) => {
    for (;;) {
      const judgement = await reader.workingOn(answer, () => inTurns(judge({ ...sighting, followed }, known)));
      if (judgement.follow.length === 0 || (mayTellFirst && judgement.first)) return judgement;
      for (const url of judgement.follow) {
        const isUrgent = !held.some((item) => item.url === url);
        const found =
          followed.size < room ? await follow(tools, watch, { url, how, isUrgent, source }, signal) : undefined;
        followed.set(url, found ?? putOff(url, at));
        if (mayTellFirst && found && isFile(found)) break;
      }
    }
  };
  const whole = told && completed(await judged(heldBefore(held, told)), held, told);
  const judgement = whole ?? (await judged(held));
  return { ...judgement, behind: followed };
}

/** A file may prove: it is judged before anything else is asked for. */
function isFile({ reading }: Followed): boolean {
  return reading.kind === "document" && reading.form !== "html";
}

/** Hints of a source that were not decided yet: the document may be there by now. The publisher's own go first. */
export function openSignals(held: readonly Evidence[], source: Source): Link[] {
  const isOpen = ({ source: where, state, rule }: Evidence) =>
    where === source.id && state === "standing" && RULES[rule].strength === "hint" && rule !== "document-still-to-come";
  // A mail stays what it is, and leads nowhere by itself.
  const isFollowed = ({ url }: Evidence) => /^https?:/.test(url);
  const isOthers = (item: Evidence) => Number(item.rule === "said-by-others");
  return held
    .filter((item) => isOpen(item) && isFollowed(item))
    .toReversed()
    .sort((a, b) => isOthers(a) - isOthers(b))
    .slice(0, MAX_AGAIN)
    .map((item) => ({ url: item.url, text: item.title }));
}
