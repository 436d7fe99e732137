/** What a person changed about a watch, and what of it people should know. */
import type { InstantText } from "../time/instant.ts";
import type { Statement } from "../watch/statement.ts";
import type { Source, Watch } from "../watch/watch.ts";
import type { Evidence } from "./evidence.ts";
import { withStatements } from "./known.ts";
import type { Notice } from "./notice.ts";
import type { Proposal } from "./proposal.ts";
import { REVISIONS, type Revision, type RevisionKind } from "./revision.ts";
import { notice } from "./tell.ts";

/** One version of a watch, and the one before it. */
export interface Versions {
  /** Undefined of a watch that is new. */
  before: { watch: Watch; isArchived: boolean } | undefined;
  after: { watch: Watch; isArchived: boolean };
  /** Of the newer one. */
  version: number;
  /** Who wrote it; undefined where it was changed in its file. */
  by: string | undefined;
}

/**
 * @param learnt what was proposed and found while the bot ran
 * @returns what people should be told. Of a new watch nothing: the first look at it is told. A statement that is new is told by itself
 */
export function revisionNotices(
  { before, after, version, by }: Versions,
  { proposals, evidence }: { proposals: readonly Proposal[]; evidence: readonly Evidence[] },
  at: InstantText,
): Notice[] {
  if (!before) return [];
  const then = withStatements(before.watch, proposals);
  const now = withStatements(after.watch, proposals);
  const who = by === undefined ? {} : { by };
  const notices: Notice[] = [];
  const revisions = revised(before, after);
  if (revisions.length > 0)
    notices.push(notice(now, evidence, at, { kind: "revised", revisions, ...who }, `revised:${version}`, []));
  if (after.isArchived || before.isArchived) return notices;
  for (const { statement, isTakenBack } of saidOtherwise(then.statements, now.statements)) {
    const told = { kind: "stated", statement, ...who, ...(isTakenBack ? { isTakenBack } : {}) } as const;
    const ground = statement.link ? [{ rule: "word-on-timing", url: statement.link, capture: "" }] : [];
    notices.push(notice(now, evidence, at, told, `stated:${statement.on}:${statement.phrase}:${version}`, ground));
  }
  return notices;
}

function revised(before: NonNullable<Versions["before"]>, after: Versions["after"]): Revision[] {
  if (after.isArchived) return before.isArchived ? [] : [{ what: "archived" }];
  const [then, now] = [before.watch, after.watch];
  const found: Revision[] = [...(before.isArchived ? [{ what: "returned" } as const] : [])];
  if (Boolean(then.paused) !== Boolean(now.paused)) found.push({ what: now.paused ? "paused" : "resumed" });
  if (then.mute_until !== now.mute_until)
    found.push(now.mute_until ? { what: "muted", until: now.mute_until } : { what: "unmuted" });
  found.push(...sourcesRevised(then, now));
  if (then.title !== now.title || !isSame(then.evidence.titles, now.evidence.titles)) found.push({ what: "title" });
  if (!isSame(then.publisher.hosts, now.publisher.hosts)) found.push({ what: "hosts" });
  const { titles: _then, ...rulesThen } = then.evidence;
  const { titles: _now, ...rulesNow } = now.evidence;
  if (!isSame(rulesThen, rulesNow)) found.push({ what: "words" });
  return found.sort((a, b) => REVISIONS.indexOf(a.what) - REVISIONS.indexOf(b.what));
}

function sourcesRevised(then: Watch, now: Watch): Revision[] {
  const before = new Map(then.sources.map((source) => [source.id, source]));
  const after = new Map(now.sources.map((source) => [source.id, source]));
  const one = (what: RevisionKind, { id, name = id, url }: Source): Revision => ({ what, source: { name, url } });
  return [
    ...now.sources.flatMap((source) => {
      const old = before.get(source.id);
      if (!old) return [one("source-added", source)];
      if (Boolean(old.paused) !== Boolean(source.paused))
        return [one(source.paused ? "source-paused" : "source-resumed", source)];
      return isSame(whatIsRead(old), whatIsRead(source)) ? [] : [one("source-changed", source)];
    }),
    ...then.sources.filter(({ id }) => !after.has(id)).map((source) => one("source-removed", source)),
  ];
}

/** What a source is, but for how often it is looked at and what people call it. */
function whatIsRead({ kind, url, formerly, select, region, ignore, dates }: Source): unknown {
  return { kind, url, formerly, select, region, ignore, dates };
}

/** Statements that were not there before, or say another time now, and those that are gone. */
function saidOtherwise(
  then: readonly Statement[],
  now: readonly Statement[],
): { statement: Statement; isTakenBack?: true }[] {
  const added = now.filter((one) => !then.some((other) => isSame(timeOf(one), timeOf(other))));
  const isSaid = ({ on, by }: Statement) => now.some((other) => other.on === on && other.by === by);
  const gone = then.filter((one) => !isSaid(one));
  return [
    ...added.map((statement) => ({ statement })),
    ...gone.map((statement) => ({ statement, isTakenBack: true as const })),
  ];
}

/** Who added it, and where it was reported, is no news. */
function timeOf({ on, phrase, bearing, horizon }: Statement): unknown {
  return { on, phrase, bearing, horizon };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
