/** Evidence in, verdict and notices out: what one sighting means for a watch. */
import { isOfficial, type Watch } from "../watch/watch.ts";
import { assess } from "./assess.ts";
import { addressKey } from "./compare/identity.ts";
import { type Evidence, isProof, verdict } from "./evidence.ts";
import type { Told } from "./notice.ts";
import type { Judgement, Sighting } from "./sighting.ts";
import { changeKey, changesToTell, notice, verdictNotices } from "./tell.ts";

export function judge(sighting: Sighting, held: readonly Evidence[]): Judgement {
  const { watch, at, source } = sighting;
  const { evidence: found, follow, explained } = assess(sighting);
  if (follow.length > 0) return { follow: [...new Set(follow)], evidence: [...held], notices: [] };
  const evidence = corroborate(watch, withdraw(merge(held, found), sighting));
  const notices = verdictNotices(watch, held, evidence, at);
  const isTold = new Set([...explained, ...toldByVerdict(held, evidence).map((item) => item.url)].map(addressKey));
  if (sighting.moved) {
    const { moved, finalUrl, digest } = sighting;
    const told: Told = { kind: "changed", source: source.name ?? source.id, url: finalUrl, change: moved };
    const grounds = [{ rule: "source-moved", url: finalUrl, capture: digest }];
    notices.push(notice(watch, evidence, at, told, `moved:${source.id}:${addressKey(finalUrl)}:${at}`, grounds));
  }
  const ground = {
    rule: source.tell === "all" ? "watched-content-changed" : "mentions-the-subject",
    url: sighting.finalUrl,
    capture: sighting.digest,
  };
  for (const change of changesToTell(sighting)) {
    if (isTold.has(addressKey(change.url))) continue;
    const told: Told = { kind: "changed", source: source.name ?? source.id, url: sighting.finalUrl, change };
    notices.push(notice(watch, evidence, at, told, changeKey(change, sighting.digest), [ground]));
  }
  return { follow: [], evidence, notices };
}

/** Adds what was found. What a person dismissed stays dismissed, and what is held already keeps the time it was found. */
function merge(held: readonly Evidence[], found: readonly Evidence[]): Evidence[] {
  const merged = [...held];
  for (const item of found) {
    const index = merged.findIndex((other) => other.id === item.id);
    const known = merged[index];
    if (!known) merged.push(item);
    else if (known.state === "gone") merged[index] = { ...known, state: "standing" };
  }
  return merged;
}

/** Evidence that is new or back, or whose going changed the verdict: it needs no `changed` besides. */
function toldByVerdict(before: readonly Evidence[], after: readonly Evidence[]): Evidence[] {
  const known = new Map(before.map((item) => [item.id, item.state]));
  return after.filter(
    (item) =>
      !known.has(item.id) ||
      (known.get(item.id) === "gone" && item.state === "standing") ||
      (isProof(item) && verdict(before) !== verdict(after)),
  );
}

function withdraw(evidence: Evidence[], { changes, source }: Sighting): Evidence[] {
  const gone = new Set(
    changes
      .filter((change) => change.kind === "disappeared" && source.kind === "document")
      .map((change) => addressKey(change.url)),
  );
  return evidence.map((item) =>
    isProof(item) &&
    item.state === "standing" &&
    (gone.has(addressKey(item.url)) || (gone.size > 0 && item.source === source.id))
      ? { ...item, state: "gone" }
      : item,
  );
}

/** Two hosts of the publisher that each say it is issued corroborate one another; two pages of one host do not. */
function corroborate(watch: Watch, evidence: Evidence[]): Evidence[] {
  const rule = "two-official-sources-say-issued";
  const saying = evidence.filter(
    (item) =>
      item.state === "standing" &&
      (item.rule === "headline-says-issued" || item.rule === "title-without-document") &&
      isOfficial(watch, item.url),
  );
  const second = saying.find(
    (item) =>
      new URL(item.url).hostname.replace(/^www\./, "") !==
      new URL(saying[0]?.url ?? item.url).hostname.replace(/^www\./, ""),
  );
  if (!second || evidence.some((item) => item.rule === rule)) return evidence;
  return [
    ...evidence,
    { ...second, id: `${second.id}-2`, rule, publishedOn: second.date, note: `so does ${saying[0]?.url}` },
  ];
}
