/**
 * The end of a check: what its source's row becomes, what goes into the archive, and everything written down in one
 * transaction.
 *
 * All answers of a check that says something new are archived. Of one that says nothing new, the journal names the
 * archived answer that says the same.
 */

import { digestOfText } from "../archive/digest.ts";
import { asExchanged, type Capture } from "../fetch/capture.ts";
import { type Change, type Comparison, shortened } from "../judge/compare/change.ts";
import { emptyMemory, type Memory } from "../judge/compare/memory.ts";
import type { Evidence } from "../judge/evidence.ts";
import { firstDue } from "../judge/later.ts";
import { type Notice, noticeId } from "../judge/notice.ts";
import type { Judgement } from "../judge/sighting.ts";
import { rememberTold } from "../judge/told-first.ts";
import { withRecord } from "../judge/with-record.ts";
import { MachineFault } from "../language/machine-fault.ts";
import type { Digests } from "../read/read.ts";
import { isWalled, type Problem, problem } from "../read/reading.ts";
import type { SourceRow } from "../store/tables.ts";
import type { HeldRecord } from "../track-record/held-record.ts";
import type { Watch } from "../watch/watch.ts";
import { account, type Finished, ownRecord, type Seen } from "./account.ts";
import { nextDue } from "./due.ts";
import type { Checked, Tools } from "./errand.ts";
import type { Remembered } from "./recall.ts";
import { goodRow, NOTHING_TO_REST_ON } from "./row.ts";

/** Changes of one look that are kept with it; all of them are in what was captured. */
const MOST_KEPT = 100;

/** Nothing new was said. @param digests those that were made: how far the bytes were looked into */
export async function recordUnchanged(tools: Tools, seen: Seen, { content, reading }: Digests): Promise<Checked> {
  const digests = { ...(content ? { content_digest: content } : {}), ...(reading ? { reading_digest: reading } : {}) };
  return record(tools, seen, { row: { ...goodRow(seen, 0), ...digests }, outcome: "unchanged" });
}

/** What a reading came to, compared and judged. */
interface Read {
  compared: Comparison;
  moved: Change | undefined;
  /** What was remembered, and the evidence that was held, before it. */
  before: Remembered | undefined;
  held: readonly Evidence[];
  judgement: Judgement;
  digests: Digests;
  /** What was read is in the parts that the answer names: that it is the same says nothing of them. */
  isInParts: boolean;
  /** Why some of it was not read. */
  unread: Problem | undefined;
}

export async function recordRead(tools: Tools, seen: Seen, read: Read): Promise<Checked> {
  const { compared, moved, before, held, judgement, digests, isInParts, unread } = read;
  const { memory, isBaseline } = compared;
  const { evidence, proposals, notices, completes } = judgement;
  const changes = [...(moved ? [moved] : []), ...compared.changes];
  const outcome = isBaseline ? "baseline" : changes.length > 0 ? "changed" : "unchanged";
  const isHeld = new Set(evidence.map(({ id }) => id));
  const forgotten = held.flatMap(({ id }) => (isHeld.has(id) ? [] : [id]));
  const isTold = outcome !== "unchanged" || notices.length > 0;
  const kept = JSON.stringify(memory);
  const isNews = isTold || kept !== before?.text || JSON.stringify(held) !== JSON.stringify(evidence);
  return record(tools, seen, {
    row: {
      ...goodRow(seen, changes.length),
      content_digest: digests.content ?? null,
      reading_digest: digests.reading ?? null,
      again_at: firstDue(memory.putOff),
      ...(isMissing(memory) || isInParts ? NOTHING_TO_REST_ON : {}),
      ...(unread ? stillFailing(seen.row, seen.at, unread) : {}),
    },
    outcome,
    changes,
    news: isNews ? { memory: kept, evidence, forgotten, proposals, notices, completes } : undefined,
  });
}

/** The publication is told before the look is over. Of what the source shows nothing is remembered: it is looked at again, at once. */
export async function recordFirst(
  tools: Tools,
  seen: Seen,
  first: NonNullable<Judgement["first"]>,
  before: Memory | undefined,
): Promise<Checked> {
  const { evidence, notice } = first;
  const memory: Memory = { ...(before ?? emptyMemory()), toldFirst: rememberTold(first) };
  return record(tools, seen, {
    row: { ...NOTHING_TO_REST_ON, rules: seen.rules, again_at: seen.at, due_at: seen.at },
    outcome: "changed",
    news: { memory: JSON.stringify(memory), evidence, notices: [notice] },
  });
}

/** What is read of a source does not make it well: what is not read of it is told after the usual patience, and so is its end. */
function stillFailing(row: SourceRow, at: string, { problem, detail }: Problem): Partial<SourceRow> {
  const { told_blind_at, recovered_since, recovered_changes } = row;
  return {
    ...NOTHING_TO_REST_ON,
    failing_since: failingSince(row, at),
    problem,
    detail,
    told_blind_at,
    recovered_since,
    recovered_changes,
  };
}

/** A failure that is to begin yet was noted by a clock that was set back since. */
function failingSince({ failing_since }: Pick<SourceRow, "failing_since">, at: string): string {
  return failing_since === null || failing_since > at ? at : failing_since;
}

/** While something is missing, every look must count: none may be cut short as "the same as last time". */
function isMissing({ missing }: Memory): boolean {
  return Object.keys(missing).length > 0;
}

/** The last good reading stays; only the trouble is written down, and archived when it is not the trouble of last time. */
export async function recordProblem(tools: Tools, seen: Seen, found: Problem, known?: Memory): Promise<Checked> {
  const { row, at, rules, isAnew } = seen;
  // What was read by other rules is forgotten: the next good reading is the first.
  const memory = known ?? (isAnew ? emptyMemory() : undefined);
  const isNew = row.problem !== found.problem || row.detail !== found.detail || memory !== undefined;
  return record(tools, seen, {
    row: {
      failing_since: failingSince(row, at),
      problem: found.problem,
      detail: found.detail,
      ...(isAnew ? { rules } : {}),
    },
    outcome: "problem",
    problem: found,
    news: isNew ? { memory: memory && JSON.stringify(memory) } : undefined,
  });
}

/** Nothing is concluded from what cannot be kept: the look counts as a failure, with the disk as its cause. */
async function recordUnkept(tools: Tools, seen: Seen, why: string): Promise<Checked> {
  const detail = `answered, but what it said could not be kept: ${why}`;
  const { url, at, milliseconds } = seen.capture;
  const capture: Capture = { kind: "failure", url, at, cause: "unkept", detail, milliseconds };
  return recordProblem(tools, { ...seen, capture, exchanges: [{ capture }] }, problem("unkept", detail));
}

function withOdds(news: NonNullable<Finished["news"]>, watch: Watch, record: HeldRecord): typeof news {
  const { notices, completes } = news;
  return {
    ...news,
    ...(notices ? { notices: notices.map((notice) => withRecord(notice, watch, record)) } : {}),
    ...(completes ? { completes: withRecord(completes, watch, record) } : {}),
  };
}

function completion(notice: Notice): { key: string; digest: string } {
  return { key: notice.key, digest: digestOfText(JSON.stringify(notice)) };
}

async function record(tools: Tools, seen: Seen, finished: Finished): Promise<Checked> {
  const { store, log, schedule } = tools;
  const { errand, basis, began, at, capture } = seen;
  const { watch, source, id } = errand;
  const { outcome, changes = [], problem: found } = finished;
  const news = finished.news && withOdds(finished.news, watch, tools.record);
  const { exchanges, answers, own } = await account(store, seen, finished);
  const row: SourceRow = { ...seen.row, ...finished.row, ...(own ? { [ownRecord(outcome)]: own } : {}) };
  const isConjecture = row.good_at === null && row.problem === "gone" && source.existence === "likely";
  const walledSince = isWalled(row) ? row.failing_since : null;
  // What is given in pieces may say with the last that was asked for when to come again.
  const last = found && source.kind === "oai" ? (seen.exchanges.at(-1)?.capture ?? capture) : capture;
  const usual = nextDue(watch, source, schedule, { at, isConjecture, capture: last, walledSince });
  const next = { ...row, checked_at: at, due_at: finished.row.due_at ?? usual };
  const kept = changes.slice(0, MOST_KEPT).map(shortened);
  const bytes = capture.kind === "answer" ? capture.wire.length : 0;
  const check = {
    id,
    watch: watch.id,
    source: source.id,
    at,
    outcome,
    problem: next.problem,
    detail: next.detail,
    status: capture.kind === "answer" ? capture.status : null,
    bytes,
    milliseconds: capture.milliseconds,
    capture:
      capture.kind === "answer" && answers.some(({ answer }) => answer === asExchanged(capture))
        ? capture.digest
        : null,
    changes: kept.length > 0 ? JSON.stringify(kept) : null,
  };
  const line = {
    kind: "look" as const,
    id,
    began,
    at,
    watch: watch.id,
    source: source.id,
    outcome,
    exchanges,
    ...(news?.notices?.length ? { notices: news.notices } : {}),
    ...(news?.completes ? { completed: [completion(news.completes)] } : {}),
  };
  log.debug({ event: "record" }, "recording");
  const { turn } = errand;
  const write = async (): Promise<Notice[]> => {
    if (news || found || answers.length > 0)
      return store.record(watch.id, { ...news, source: next, check, line, answers, basis, turn });
    await store.recordUneventful({ source: next, check, line, turn, isCurrent: basis.isCurrent });
    return [];
  };
  let notices: Notice[];
  try {
    notices = await write();
    // That it could not be kept is written, and it is not.
    if (found?.problem !== "unkept") store.unwritten.wroteLook(next, at);
  } catch (error) {
    if (!(error instanceof MachineFault)) throw error;
    store.unwritten.refuseLook(next, error, { ...next, due_at: usual }, news?.notices ?? []);
    if (answers.length === 0) throw error;
    return recordUnkept(tools, seen, error.what);
  }
  const level = next.problem && !isConjecture ? "warn" : outcome === "unchanged" || isConjecture ? "debug" : "info";
  const trouble = next.problem ? { problem: next.problem, detail: next.detail } : {};
  log[level](
    {
      event: "checked",
      watch: watch.id,
      source: source.id,
      outcome,
      ...trouble,
      changes: changes.length,
      bytes,
      ...(notices.length > 0 ? { notices: notices.map(noticeId) } : {}),
    },
    "checked",
  );
  const { milliseconds } = capture;
  return {
    watch: watch.id,
    source: source.id,
    outcome,
    problem: found,
    isConjecture,
    changes: kept,
    changed: changes.length,
    notices,
    bytes,
    milliseconds,
  };
}
