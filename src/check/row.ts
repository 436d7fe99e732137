/** A source's row: blank, and after a good look. */
import type { SourceRow } from "../store/tables.ts";
import type { Seen } from "./account.ts";

/** What a good look changes in its source's row. */
export function goodRow({ row, rules, capture, address, at }: Seen, changes: number): Partial<SourceRow> {
  if (capture.kind === "failure") return {};
  const isFull = capture.status !== 304;
  return {
    good_at: at,
    failing_since: null,
    problem: null,
    detail: null,
    told_blind_at: null,
    address,
    rules,
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
    rules: null,
  };
}

/** A source that is to be read anew: nothing that it said before counts, and nothing is taken for granted. */
export function anew(row: SourceRow): SourceRow {
  const { watch, source, again_at: _, good_record, problem_record, ...rest } = row;
  const { address, final_url, full_at, again_at } = blankRow(watch, source);
  return {
    ...rest,
    watch,
    source,
    good_record,
    problem_record,
    ...NOTHING_TO_REST_ON,
    address,
    final_url,
    full_at,
    again_at,
  };
}

/** Of what was read last nothing lets the next look be short. */
export const NOTHING_TO_REST_ON = {
  etag: null,
  last_modified: null,
  wire_digest: null,
  content_digest: null,
  reading_digest: null,
};
