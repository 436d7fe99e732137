/** Whether an archive still is what it was: every record's digests, and every citation of the store. */
import { basename } from "node:path";
import type { ArchiveEnd, Citation } from "./citation.ts";
import { ArchiveError } from "./member.ts";
import { readRecords } from "./warc.ts";

export interface Verified {
  files: number;
  records: number;
  captures: number;
  /** Citations that lead to their record. */
  cited: number;
  /** One sentence each. */
  faults: string[];
}

/** What the store says of the archive. */
export interface Cited {
  citations: readonly Citation[];
  /** Payloads that notices and evidence rest on. */
  cited: ReadonlySet<string>;
  end: ArchiveEnd | undefined;
}

/**
 * Reads WARC files from beginning to end.
 * @param onBytes called with the bytes that were looked through since the last call
 */
export async function verify(
  files: readonly string[],
  store: Cited | undefined,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Verified> {
  const verified: Verified = { files: files.length, records: 0, captures: 0, cited: 0, faults: [] };
  const places = new Map<string, { place: string; digest: string }>();
  const payloads = new Set<string>();
  for (const file of files) {
    try {
      for await (const record of readRecords(file)) {
        const { id, type, offset, length, mismatches, fields } = record;
        verified.records += 1;
        onBytes(length);
        for (const part of mismatches)
          verified.faults.push(`${file}: the ${part} of the record at byte ${offset} is not what its digest says`);
        if (type !== "response" && type !== "revisit") continue;
        verified.captures += 1;
        const digest = /^sha256:([0-9a-f]{64})$/.exec(fields["warc-payload-digest"] ?? "")?.[1] ?? "";
        places.set(id, { place: `${basename(file)} ${offset}`, digest });
        if (type === "response" && !mismatches.includes("payload")) payloads.add(digest);
      }
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      verified.faults.push(error.message);
    }
  }
  if (store) verifyCitations(store, places, payloads, verified);
  return verified;
}

function verifyCitations(
  { citations, cited, end }: Cited,
  places: ReadonlyMap<string, { place: string; digest: string }>,
  payloads: ReadonlySet<string>,
  verified: Verified,
): void {
  for (const { record, file, offset, digest, url } of citations) {
    const found = places.get(record);
    if (found?.place === `${file} ${offset}` && found.digest === digest) verified.cited += 1;
    else verified.faults.push(`the capture of ${url} (${digest.slice(0, 16)}…) is not in ${file} at byte ${offset}`);
  }
  for (const digest of cited)
    if (!payloads.has(digest))
      verified.faults.push(`a notice rests on the capture ${digest}, which is not in the archive`);
  if (citations.length > 0 && !end) verified.faults.push("the store does not say where the archive ends");
}
