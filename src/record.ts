/** The end of a check: what its source's row becomes, and everything written down in one transaction. */
import type { Source, Watch } from "./config/watch.ts";
import type { Capture } from "./fetch/capture.ts";
import type { Change, Memory } from "./judge/change.ts";
import type { Problem } from "./read/reading.ts";
import { nextDue } from "./schedule/due.ts";
import type { SourceRow } from "./store/database.ts";
import type { Recorded } from "./store/store.ts";
import type { Checked, Tools } from "./walk.ts";

interface Finished {
  outcome: Checked["outcome"];
  capture: Capture;
  changes: Change[];
  problem?: Problem;
  recorded: Recorded;
}

export async function finish(
  { store, log, clock, schedule }: Tools,
  watch: Watch,
  row: SourceRow,
  { outcome, capture, changes, problem: found, recorded }: Finished,
): Promise<Checked> {
  const bytes = capture.kind === "answer" ? capture.wire.length : 0;
  const at = clock.now();
  const isConjecture = isConjectural(watch, row);
  const source: SourceRow = {
    ...row,
    checked_at: at,
    due_at: nextDue(watch, row.source, schedule, { at, isConjecture, capture }),
  };
  const check = {
    watch: watch.id,
    source: row.source,
    at,
    outcome,
    problem: found?.problem ?? null,
    detail: found?.detail ?? null,
    status: capture.kind === "answer" ? capture.status : null,
    bytes,
    milliseconds: capture.milliseconds,
    capture: recorded.captures?.[0]?.digest ?? null,
    changes: changes.length > 0 ? JSON.stringify(changes.slice(0, 100)) : null,
  };
  log.debug({ event: "record" }, "recording");
  const isUneventful = outcome === "unchanged" && Object.keys(recorded).length === 0;
  if (isUneventful) await store.recordUneventful(source, check);
  const notices = isUneventful ? [] : await store.record(watch.id, { ...recorded, source, check });
  const level =
    outcome === "problem" && !isConjecture ? "warn" : outcome === "unchanged" || isConjecture ? "debug" : "info";
  log[level](
    {
      event: "checked",
      watch: watch.id,
      source: row.source,
      outcome,
      ...(found ? { problem: found.problem, detail: found.detail } : {}),
      changes: changes.length,
      bytes,
    },
    "checked",
  );
  return {
    watch: watch.id,
    source: row.source,
    outcome,
    ...(found ? { problem: found } : {}),
    isConjecture,
    changes,
    notices,
    bytes,
    milliseconds: capture.milliseconds,
  };
}

/** The last good reading stays; only the trouble is written down. */
export async function finishProblem(
  tools: Tools,
  watch: Watch,
  source: Source,
  row: SourceRow,
  capture: Capture,
  found: Problem,
  memory?: Memory,
): Promise<Checked> {
  const startsBlindSpell = row.failing_since === null;
  const next: SourceRow = {
    ...row,
    failing_since: row.failing_since ?? tools.clock.now(),
    problem: found.problem,
    detail: found.detail,
  };
  const captures = startsBlindSpell && capture.kind === "answer" && source.existence === "confirmed" ? [capture] : [];
  return finish(tools, watch, next, {
    outcome: "problem",
    capture,
    changes: [],
    problem: found,
    recorded: { captures, ...(memory ? { memory } : {}) },
  });
}

export function goodRow(
  row: SourceRow,
  capture: Capture,
  address: string,
  at: string,
  changes: number,
): Partial<SourceRow> {
  if (capture.kind === "failure") return {};
  const isFull = capture.status !== 304;
  return {
    good_at: at,
    failing_since: null,
    problem: null,
    detail: null,
    told_blind_at: null,
    address,
    ...(row.told_blind_at ? { recovered_since: row.failing_since, recovered_changes: changes } : {}),
    ...(isFull
      ? {
          full_at: at,
          final_url: capture.finalUrl,
          etag: capture.headers.etag ?? null,
          last_modified: capture.headers["last-modified"] ?? null,
          wire_digest: capture.digest,
        }
      : {}),
  };
}

/** Never confirmed, never read, and plainly not there. */
function isConjectural(watch: Watch, row: SourceRow): boolean {
  return (
    row.good_at === null &&
    row.problem === "gone" &&
    watch.sources.find((source) => source.id === row.source)?.existence === "likely"
  );
}

export function blankRow(watch: string, source: string): SourceRow {
  return {
    watch,
    source,
    checked_at: null,
    due_at: null,
    good_at: null,
    full_at: null,
    failing_since: null,
    problem: null,
    detail: null,
    told_blind_at: null,
    recovered_since: null,
    recovered_changes: null,
    address: null,
    final_url: null,
    etag: null,
    last_modified: null,
    wire_digest: null,
    content_digest: null,
  };
}
