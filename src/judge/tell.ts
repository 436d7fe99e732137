/** Notices: what a change of the verdict, or a change on a page, is told as, and under which key. */
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import type { Change } from "./compare/change.ts";
import { addressKey } from "./compare/identity.ts";
import { type Evidence, isProof, verdict } from "./evidence.ts";
import type { Ground, Notice, Told } from "./notice.ts";
import type { Sighting } from "./sighting.ts";
import { status } from "./status.ts";

const MAX_CHANGES_TOLD = 20;

export function verdictNotices(
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

export function changesToTell({ changes, source, matcher, watch }: Sighting): Change[] {
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
export function changeKey(change: Change, digest: string): string {
  if (change.file)
    return `changed:file:${change.file.what}:${addressKey(change.url)}:${change.file.after?.sha256 ?? ""}`;
  if (change.added || change.removed) return `changed:${addressKey(change.url)}:${digest}`;
  return `changed:${change.kind}:${change.title.toLowerCase()}:${change.date ?? ""}:${change.before ?? ""}`;
}

export function grounds(evidence: readonly Evidence[]): Ground[] {
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
