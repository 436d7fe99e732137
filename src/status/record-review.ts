/** A review of what the store recorded of one watch: looks, gaps, changes, notices, deliveries, coverage. */
import type { Change } from "../judge/compare/change.ts";
import { type Coverage, overall } from "../judge/coverage.ts";
import type { Gap } from "../judge/look-record.ts";
import { fromRow } from "../store/row-json.ts";
import type { Store } from "../store/store.ts";
import { elapsed, type InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { overview } from "./overview.ts";

export interface WatchReview {
  watch: string;
  title: string;
  since: InstantText;
  until: InstantText;
  looks: number;
  failed: number;
  /** 0 to 1; of no time, none. */
  coveredShare: number | undefined;
  changes: { at: InstantText; source: string; check: string; what: string }[];
  /** By kind, and deliveries by state. */
  notices: Record<string, number>;
  deliveries: Record<string, number>;
  sources: Omit<Coverage, "blind" | "from" | "to">[];
  /** The longest stretches in which what a source said last had grown too old. */
  gaps: SharedGap[];
  moreGaps: number;
}

/** A gap that several sources had at the same time. */
type SharedGap = Gap & { sources: string[] };

/** Shorter ones come of one source's being looked at after the other. */
const LEAST_GAP_MS = 60_000;
const MAX_GAPS = 20;
const MAX_CHANGES = 30;
const MAX_NOTICES = 10_000;

export async function recordReview(
  store: Store,
  watch: Watch,
  { since, until, source }: { since: InstantText; until: InstantText; source?: string | undefined },
  patience: number,
): Promise<WatchReview> {
  const { sources } = await overview(watch, store, until, patience);
  const counted = sources.filter((one) => (source ? one.id === source : !one.isConjecture));
  const first = (await store.looks.wholeFrom()) ?? since;
  // Before anybody installed it, the bot owed no look; and of what was forgotten, nothing can be said.
  const begun = first > since ? first : since;
  const from = begun < until ? begun : until;
  const coverage = await store.looks.coverage(watch.id, counted, from, until);
  const gaps = shared(coverage.flatMap((one) => one.blind.map((gap) => ({ source: one.source, ...gap }))))
    .map((gap) => ({ gap, length: elapsed(gap.from, gap.to) }))
    .sort((a, b) => b.length - a.length)
    .map(({ gap }) => gap);
  const { looks, failed, covered } = overall(coverage);
  const changed = await store.looks.changed({
    watch: watch.id,
    source,
    since,
    until,
    limit: MAX_CHANGES,
  });
  const notices = await store.notices.list({ watch: watch.id, since, until, limit: MAX_NOTICES });
  return {
    watch: watch.id,
    title: watch.title,
    since: from,
    until,
    looks,
    failed,
    coveredShare: covered,
    changes: changed.flatMap(({ at, source: where, id, changes }) =>
      fromRow<Change[]>("remarkable_look", changes ?? "[]")
        .slice(0, 5)
        .map((change) => ({
          at,
          source: where,
          check: id,
          what: `${change.kind} “${change.title}”`,
        })),
    ),
    notices: countBy(notices.map(({ kind }) => kind)),
    deliveries: Object.fromEntries(
      (await store.deliveries.counts(since, until, watch.id)).map(({ state, count }) => [state, count]),
    ),
    sources: coverage.map(({ blind: _, from: _from, to: _to, ...one }) => one),
    gaps: gaps.slice(0, MAX_GAPS),
    moreGaps: Math.max(0, gaps.length - MAX_GAPS),
  };
}

/** Gaps that began and ended in the same minutes, as one. */
function shared(gaps: readonly (Gap & { source: string })[]): SharedGap[] {
  const long = gaps.filter((gap) => elapsed(gap.from, gap.to) >= LEAST_GAP_MS);
  const groups = Object.groupBy(long, ({ from, to }) => `${from.slice(0, 15)} ${to.slice(0, 15)}`);
  return Object.values(groups).flatMap((group = []) => {
    const [first] = group;
    return first
      ? [{ from: first.from, to: first.to, failures: first.failures, sources: group.map(({ source }) => source) }]
      : [];
  });
}

function countBy(kinds: readonly string[]): Record<string, number> {
  const groups = Object.entries(Object.groupBy(kinds, (kind) => kind));
  return Object.fromEntries(groups.map(([kind, all = []]) => [kind, all.length]));
}
