/** Evidence in, verdict and notices out: what one sighting, or one person's decision, means for a watch. */

import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { isOfficial } from "../watch/watch.ts";
import { assess, type Sighting } from "./assess.ts";
import type { Change } from "./change.ts";
import { addressKey } from "./compare.ts";
import { type Evidence, isProof, verdict } from "./evidence.ts";
import type { Ground, Notice, Told } from "./notice.ts";
import { status } from "./status.ts";

export interface Judgement {
  /** Addresses to follow before judging again; nothing else counts while there are any. */
  follow: string[];
  evidence: Evidence[];
  notices: Notice[];
}

const MAX_CHANGES_TOLD = 20;

export function judge(sighting: Sighting, held: readonly Evidence[]): Judgement {
  const { watch, at, source } = sighting;
  const { evidence: found, follow, explained } = assess(sighting);
  if (follow.length > 0) return { follow: [...new Set(follow)], evidence: [...held], notices: [] };
  const evidence = corroborate(watch, withdraw(merge(held, found), sighting));
  const notices = verdictNotices(watch, held, evidence, at);
  const isTold = new Set([...explained, ...toldByVerdict(held, evidence).map((item) => item.url)].map(addressKey));
  if (sighting.movedFrom) {
    const told: Told = {
      kind: "changed",
      source: source.name ?? source.id,
      url: sighting.finalUrl,
      change: { kind: "moved", title: source.name ?? source.id, url: sighting.finalUrl, from: sighting.movedFrom },
    };
    notices.push(
      notice(watch, evidence, at, told, `moved:${source.id}:${addressKey(sighting.finalUrl)}:${at}`, [
        { rule: "source-moved", url: sighting.finalUrl, capture: sighting.digest },
      ]),
    );
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

/** A person's word on a piece of evidence. Confirming makes a signal proof; dismissing takes it out of the verdict for good. */
export interface Decision {
  evidence: string;
  decision: "confirm" | "dismiss";
  by: string;
  reason?: string | undefined;
}

export function decide(
  watch: Watch,
  held: readonly Evidence[],
  { evidence: id, decision, by, reason }: Decision,
  at: InstantText,
): Judgement {
  const target = held.find((item) => item.id === id);
  if (!target) return { follow: [], evidence: [...held], notices: [] };
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
  if (decision === "confirm") return { follow: [], evidence, notices: verdictNotices(watch, held, evidence, at) };
  const wasPublished = verdict(held) === "published" && verdict(evidence) !== "published";
  const correction = wasPublished ? "dismissed" : "signal-dismissed";
  return {
    follow: [],
    evidence,
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

function verdictNotices(
  watch: Watch,
  before: readonly Evidence[],
  after: readonly Evidence[],
  at: InstantText,
): Notice[] {
  const was = verdict(before);
  const is = verdict(after);
  const tell = (told: Told, key: string, items: readonly Evidence[]) =>
    notice(watch, after, at, told, key, grounds(items));
  const standing = after.filter((item) => item.state === "standing");
  const proofs = standing.filter(isProof);
  if (is === "published" && was === "withdrawn") {
    const [back] = proofs;
    return back ? [tell({ kind: "corrected", correction: "returned", evidence: back }, `returned:${at}`, proofs)] : [];
  }
  if (is === "published" && was !== "published")
    return [tell({ kind: "published", proofs }, `published:${proofs.map((item) => item.id).join(",")}`, proofs)];
  if (is === "withdrawn" && was !== "withdrawn") {
    const gone = after.filter((item) => isProof(item) && item.state === "gone");
    return [tell({ kind: "withdrawn", proofs: gone }, `withdrawn:${at}`, gone)];
  }
  if (is === "published" || is === "withdrawn") return [];
  const known = new Set(before.map((item) => item.id));
  return standing
    .filter((item) => !known.has(item.id))
    .map((signal) => tell({ kind: "signalled", signal }, `signalled:${signal.id}`, [signal]));
}

function changesToTell({ changes, source, matcher, watch }: Sighting): Change[] {
  if (source.tell === "all") return changes.slice(0, MAX_CHANGES_TOLD);
  const onTopic = changes.flatMap((change): Change[] => {
    if (change.kind === "moved") return [];
    const added = change.added?.filter((line) => matcher.mentions(line));
    const removed = change.removed?.filter((line) => matcher.mentions(line));
    if ((added?.length ?? 0) + (removed?.length ?? 0) > 0) return [{ ...change, added, removed }];
    if (change.added || change.removed) return [];
    return matcher.mentions(`${change.title} ${change.before ?? ""}`) ? [change] : [];
  });
  return onTopic
    .filter((change) => !change.date || change.date >= (watch.statements[0]?.on ?? ""))
    .slice(0, MAX_CHANGES_TOLD);
}

/** An item that stands on three listings is told once: the key names the item, not the place. */
function changeKey(change: Change, digest: string): string {
  if (change.file)
    return `changed:file:${change.file.what}:${addressKey(change.url)}:${change.file.after?.sha256 ?? ""}`;
  if (change.added || change.removed) return `changed:${addressKey(change.url)}:${digest}`;
  return `changed:${change.kind}:${change.title.toLowerCase()}:${change.date ?? ""}:${change.before ?? ""}`;
}

function grounds(evidence: readonly Evidence[]): Ground[] {
  return evidence.map(({ rule, url, capture }) => ({ rule, url, capture }));
}

export function notice(
  watch: Watch,
  evidence: readonly Evidence[],
  at: InstantText,
  told: Told,
  key: string,
  on: Ground[],
): Notice {
  return { ...told, key, watch: watch.id, at, status: status(watch, evidence, at), grounds: on };
}
