/** Judges, and follows the links that judging asks for, until nothing more can be learnt. */
import type { Evidence } from "../judge/evidence.ts";
import { judge } from "../judge/judge.ts";
import type { Followed, Judgement, Sighting } from "../judge/sighting.ts";
import type { Link } from "../read/reading.ts";
import type { Source } from "../watch/watch.ts";
import type { Tools } from "./errand.ts";
import { follow, notFollowed } from "./follow.ts";

/** Fetches that one check may spend on following links. */
const MAX_FOLLOWED = 12;
/** Open signals whose links are followed again at each check. */
const MAX_AGAIN = 2;

/** @returns the judgement, with how many links were followed for it */
export async function judgeFollowing(
  tools: Tools,
  sighting: Omit<Sighting, "followed">,
  held: readonly Evidence[],
  signal: AbortSignal | undefined,
): Promise<Judgement & { followed: number }> {
  const { watch, at } = sighting;
  const followed = new Map<string, Followed>();
  for (;;) {
    const judgement = judge({ ...sighting, followed }, held);
    if (judgement.follow.length === 0) return { ...judgement, followed: followed.size };
    for (const url of judgement.follow)
      followed.set(url, followed.size < MAX_FOLLOWED ? await follow(tools, watch, url, signal) : notFollowed(url, at));
  }
}

/** Signals of a source that were not decided yet: what they led to may be there by now. */
export function openSignals(held: readonly Evidence[], source: Source): Link[] {
  return held
    .filter(
      (item) =>
        item.source === source.id &&
        item.state === "standing" &&
        (item.rule === "title-without-document" || item.rule === "headline-says-issued"),
    )
    .slice(-MAX_AGAIN)
    .map((item) => ({ url: item.url, text: item.title }));
}
