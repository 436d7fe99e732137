/** Notices: what a change of the verdict, or a change on a page, is told as, and under which key. */
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { type Change, shortened } from "./compare/change.ts";
import { addressKey } from "./compare/identity.ts";
import { type Evidence, finding, isProof } from "./evidence.ts";
import type { Matcher } from "./match.ts";
import type { Ground, Notice, Told } from "./notice.ts";
import { rank } from "./rules.ts";
import type { Sighting } from "./sighting.ts";
import type { SourceHealth } from "./source-health.ts";
import { status } from "./status.ts";

const MAX_CHANGES_TOLD = 20;
/** So many signals of one look are told one by one; of more, so many are named beside the first. */
const MOST_APART = 3;
const MOST_NAMED = 5;

export function verdictNotices(
  watch: Watch,
  before: readonly Evidence[],
  after: readonly Evidence[],
  at: InstantText,
  uncounted = 0,
): Notice[] {
  const was = finding(before);
  const is = finding(after);
  const tell = (told: Told, key: string, items: readonly Evidence[]) =>
    notice(watch, after, at, told, key, grounds(items));
  const standing = after.filter((item) => item.state === "standing");
  const proofs = standing.filter(isProof);
  if (is === "published" && was === "withdrawn") {
    const [back] = proofs;
    return back ? [tell({ kind: "corrected", correction: "returned", evidence: back }, `returned:${at}`, proofs)] : [];
  }
  // What a person took back, and is so after all, was told under its usual name already.
  const [again] = proofs.filter(({ id }) => before.some((item) => item.id === id && item.state === "dismissed"));
  if (is === "published" && was !== "published" && again && isProof(before.find(({ id }) => id === again.id) ?? again))
    return [tell({ kind: "corrected", correction: "reinstated", evidence: again }, `reinstated:${at}`, proofs)];
  if (is === "published" && was !== "published")
    return [tell({ kind: "published", proofs }, `published:${proofs.map((item) => item.id).join(",")}`, proofs)];
  if (is === "withdrawn" && was !== "withdrawn") {
    const gone = after.filter((item) => isProof(item) && item.state === "gone");
    return [tell({ kind: "withdrawn", proofs: gone }, `withdrawn:${at}`, gone)];
  }
  if (is === "published" || is === "withdrawn") return [];
  const known = new Set(before.map((item) => item.id));
  const fresh = standing.filter((item) => !known.has(item.id)).sort((a, b) => rank(b.rule) - rank(a.rule));
  if (fresh.length + uncounted <= MOST_APART)
    return fresh.map((signal) => tell({ kind: "signalled", signal }, `signalled:${signal.id}`, [signal]));
  // A flood is one message with a count; what is surest stands first.
  const [signal, ...rest] = fresh;
  if (!signal) return [];
  const others = rest.slice(0, MOST_NAMED);
  const more = rest.length - others.length + uncounted;
  return [tell({ kind: "signalled", signal, others, more }, `signalled:${signal.id}`, [signal, ...others])];
}

/** @param isTold whether a change, of its lines those that would be told, says nothing that is not told already */
export function* changesToTell(
  { changes, source, matcher, watch }: Pick<Sighting, "changes" | "source" | "matcher" | "watch">,
  isTold: (change: Change) => boolean,
): Generator<void, { changes: Change[]; more: number }> {
  const since = watch.statements.map((statement) => statement.on).sort()[0] ?? "";
  const wanted: Change[] = [];
  for (const change of changes) {
    yield;
    const isWanted = source.tell === "all" || !change.date || change.date >= since;
    const told = source.tell === "all" ? [change] : isWanted ? yield* onTopic(change, matcher) : [];
    wanted.push(...told.filter((one) => !isTold(one)));
  }
  return {
    changes: wanted.slice(0, MAX_CHANGES_TOLD).map(shortened),
    more: Math.max(0, wanted.length - MAX_CHANGES_TOLD),
  };
}

/** A change that mentions the subject, with those of its lines that do. */
function* onTopic(change: Change, matcher: Matcher): Generator<void, Change[]> {
  if (change.kind === "moved") return [];
  if (change.file) return [change];
  const added = change.added && (yield* mentioning(change.added, matcher));
  const removed = change.removed && (yield* mentioning(change.removed, matcher));
  if ((added?.length ?? 0) + (removed?.length ?? 0) > 0) return [{ ...change, added, removed }];
  if (change.added || change.removed) return [];
  return matcher.mentions(`${change.title} ${change.before ?? ""}`) ? [change] : [];
}

function* mentioning(lines: readonly string[], matcher: Matcher): Generator<void, string[]> {
  const found: string[] = [];
  for (const line of lines) {
    if (matcher.mentions(line)) found.push(line);
    yield;
  }
  return found;
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

/** @param sources how they have been doing, where it comes of no reading itself */
export function notice(
  watch: Watch,
  evidence: readonly Evidence[],
  at: InstantText,
  told: Told,
  key: string,
  on: Ground[],
  sources?: readonly SourceHealth[],
): Notice {
  return { ...told, key, watch: watch.id, at, status: status(watch, evidence, at, sources), grounds: on };
}
