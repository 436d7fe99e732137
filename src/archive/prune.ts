/** Which of the archive's files may go: the oldest first, and never one that a notice, evidence or a source rests on. */
import { type InstantText, later } from "../time/instant.ts";
import type { Citation } from "./citation.ts";
import { byFileName, readFileName } from "./file-names.ts";

export interface ArchiveFile {
  name: string;
  bytes: number;
}

export interface Limits {
  /** Milliseconds that a file is kept for. */
  keep: number;
  maxBytes: number;
}

/**
 * @param files of each worker, the last may be being written to
 * @param digests payloads that notices and evidence cite
 * @param records records that sources rest on
 */
export function prunable(
  files: readonly ArchiveFile[],
  citations: readonly Citation[],
  digests: ReadonlySet<string>,
  records: ReadonlySet<string>,
  { keep, maxBytes }: Limits,
  now: InstantText,
): string[] {
  const needed = new Set(
    citations.filter(({ digest, record }) => digests.has(digest) || records.has(record)).map(({ file }) => file),
  );
  // What is referred to is needed for what refers to it.
  const payloads = new Set(citations.filter(({ record }) => records.has(record)).map(({ digest }) => digest));
  for (const { digest, kind, file } of citations) if (kind === "response" && payloads.has(digest)) needed.add(file);
  const oldest = later(now, -keep).slice(0, 10).replaceAll("-", "");
  const inOrder = files.toSorted((a, b) => byFileName(a.name, b.name));
  const newest = new Set(new Map(inOrder.map(({ name }) => [readFileName(name)?.worker, name])).values());
  const dayOf = (name: string) => readFileName(name)?.day ?? "";
  let left = files.reduce((sum, file) => sum + file.bytes, 0);
  const gone: string[] = [];
  for (const { name, bytes } of inOrder.sort((a, b) => Number(dayOf(a.name)) - Number(dayOf(b.name)))) {
    if (newest.has(name) || needed.has(name) || (dayOf(name) >= oldest && left <= maxBytes)) continue;
    gone.push(name);
    left -= bytes;
  }
  return gone;
}
