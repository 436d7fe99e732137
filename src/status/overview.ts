/** Where a watch stands now, from the store: what the command line, the status card and the page all show. */

import type { Evidence } from "../judge/evidence.ts";
import { known, NOTHING_LEARNT } from "../judge/known.ts";
import type { Proposal } from "../judge/proposal.ts";
import { isCalledFor, type SourceHealth } from "../judge/source-health.ts";
import { type Status, status } from "../judge/status.ts";
import { type Timeline, timeline, timelineStart } from "../message/timeline.ts";
import type { SourceStanding } from "../store/sources.ts";
import type { Store } from "../store/store.ts";
import type { Trouble } from "../store/unwritten.ts";
import { type CivilDate, civilDateAt } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import type { HeldRecord } from "../track-record/held-record.ts";
import { type Beforehand, beforehandOf, curveOf, type Odds, oddsOf } from "../track-record/odds.ts";
import { isHosted, type Source, type Watch } from "../watch/watch.ts";

export interface Overview {
  watch: Watch;
  at: InstantText;
  status: Status;
  sources: SourceHealth[];
  /** The newest look at any source, and the newest that read it. */
  lookedAt: InstantText | undefined;
  readAt: InstantText | undefined;
  evidence: readonly Evidence[];
  /** Statements on timing that wait for a person's word. */
  proposed: Proposal[];
  /** That nothing can be written down, where that is so. */
  trouble?: Trouble | undefined;
}

/** @param patience of sources that name none of their own, in milliseconds */
export async function overview(
  named: Watch,
  store: Store | undefined,
  at: InstantText,
  patience: number,
): Promise<Overview> {
  const learnt = (await store?.learnt(named.id)) ?? NOTHING_LEARNT;
  const { evidence, proposals } = learnt;
  const watch = known(named, learnt, civilDateAt(at, named.publisher.zone));
  const rows = (await store?.sources.of(watch.id)) ?? [];
  const dueAt = new Map(rows.map(({ source, due_at }) => [source, due_at ?? undefined]));
  const sources = healthOf(watch, rows, patience).map((source) => ({ ...source, dueAt: dueAt.get(source.id) }));
  const newest = (instants: readonly (InstantText | undefined)[]) =>
    instants.reduce((last, instant) => (instant && instant > (last ?? "") ? instant : last), undefined);
  return {
    watch,
    at,
    status: status(watch, evidence, at, sources),
    sources,
    lookedAt: newest(sources.map((source) => source.checkedAt)),
    readAt: newest(sources.map((source) => source.goodAt)),
    evidence,
    proposed: proposals.filter(({ state }) => state === "open"),
    trouble: store?.unwritten.trouble,
  };
}

/** Every piece of evidence, with the watch it is about. */
export function allEvidence(watches: readonly Watch[], store: Store): Promise<{ watch: Watch; item: Evidence }[]> {
  return ofAll(watches, (watch) => store.evidence.of(watch));
}

/** Every statement that was proposed, with the watch it is about. */
export function allProposals(watches: readonly Watch[], store: Store): Promise<{ watch: Watch; item: Proposal }[]> {
  return ofAll(watches, (watch) => store.statements.of(watch));
}

async function ofAll<Item>(
  watches: readonly Watch[],
  itemsOf: (watch: string) => Promise<Item[]>,
): Promise<{ watch: Watch; item: Item }[]> {
  const found = await Promise.all(
    watches.map(async (watch) => (await itemsOf(watch.id)).map((item) => ({ watch, item }))),
  );
  return found.flat();
}

/**
 * The time line of a watch up to now. Sources that nobody confirmed, and that were never read, do not count.
 * @param record left out where nothing is to be said of it
 */
export async function timelineOf(
  { watch, status: now, sources, at }: Overview,
  store: Store,
  record?: HeldRecord,
): Promise<Timeline> {
  const counted = sources.filter((source) => !source.isConjecture);
  const coverage = await store.looks.coverage(watch.id, counted, timelineStart(watch), at);
  const curve = record && isOpen(now) ? curveOf(watch, record, now.today) : undefined;
  return { ...timeline(watch, now, coverage, at), ...(curve ? { curve } : {}) };
}

/** What the record says of a watch on a day: while it is open; or what it gave beforehand to what is out. */
export interface OddsOn extends Pick<Status, "verdict" | "today"> {
  odds?: Odds | undefined;
  beforehand?: Beforehand | undefined;
}

/**
 * @param day in the publisher’s zone; of an earlier one what was to be said then
 * @param by further days to give the chance for
 */
export function oddsOn(
  { watch, status: now }: Overview,
  record: HeldRecord,
  day: CivilDate,
  by?: readonly CivilDate[],
): OddsOn {
  const { publishedOn } = now;
  const isOut = !isOpen(now) && (!publishedOn || publishedOn < day);
  // Of a day before it was out nobody knew what was found since.
  const verdict = isOut || isOpen(now) ? now.verdict : "unpublished";
  if (isOut)
    return { verdict, today: day, beforehand: publishedOn ? beforehandOf(watch, record, publishedOn) : undefined };
  return { verdict, today: day, odds: oddsOf(watch, record, day, by) };
}

function isOpen({ verdict }: Status): boolean {
  return verdict !== "published" && verdict !== "withdrawn";
}

/** How each source of a watch has been doing. @param patience of those that name none of their own, in milliseconds */
export function healthOf(watch: Watch, rows: readonly SourceStanding[], patience: number): SourceHealth[] {
  const standing = new Map(rows.map((row) => [row.source, row]));
  const wanted = watch.sources.filter((source) => isCalledFor(source, (id) => standing.get(id)));
  return wanted.map((source) => ({
    ...sourceHealth(source, standing.get(source.id), patience),
    isOwn: source.via === undefined && source.kind !== "mail" && isHosted(watch, source.url),
    ...(watch.paused || source.paused ? { isPaused: true } : {}),
  }));
}

function sourceHealth(source: Source, row: SourceStanding | undefined, patience: number): Omit<SourceHealth, "isOwn"> {
  return {
    id: source.id,
    name: source.name ?? source.id,
    url: source.url,
    existence: source.existence,
    isConjecture: source.existence === "likely" && row?.good_at == null,
    checkedAt: row?.checked_at ?? undefined,
    goodAt: row?.good_at ?? undefined,
    failingSince: row?.failing_since ?? undefined,
    problem: (row?.problem ?? undefined) as SourceHealth["problem"],
    detail: row?.detail ?? "",
    patience: source.patience ?? patience,
    toldBlindAt: row?.told_blind_at ?? undefined,
    recovered: row?.recovered_since ? { since: row.recovered_since, changes: row.recovered_changes ?? 0 } : undefined,
  };
}
