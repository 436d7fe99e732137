/** A source's row: blank, and after a good look. */
import type { SourceRow } from "../store/tables.ts";
import type { Seen } from "./account.ts";

/** What a good look changes in its source's row. */
export function goodRow({ row, capture, address, at }: Seen, changes: number): Partial<SourceRow> {
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
    reading_digest: null,
    good_record: null,
    problem_record: null,
    again_at: null,
  };
}
