/** A source that is read at another address than before: the whole scheme may have changed. */
import type { Capture } from "../fetch/capture.ts";
import type { Change } from "../judge/compare/change.ts";
import type { SourceRow } from "../store/tables.ts";
import type { Source } from "../watch/watch.ts";

export function movedSource(row: SourceRow, source: Source, capture: Capture): Change | undefined {
  if (source.kind === "document" || !row.final_url || capture.kind === "failure") return undefined;
  const place = (url: string) => new URL(url).origin + new URL(url).pathname;
  if (place(row.final_url) === place(capture.finalUrl)) return undefined;
  return { kind: "moved", title: source.name ?? source.id, url: capture.finalUrl, from: row.final_url };
}
