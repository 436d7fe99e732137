/**
 * The index of a WARC file: a line for each record that somebody may look up, by address and instant, with where it stands.
 * So one record is one read of a part of the file. The lines are those of pywb and OutbackCDX
 * (https://specs.webrecorder.net/cdxj/0.1.0/): a SURT, fourteen digits, JSON.
 */
import { basename } from "node:path";
import { getSurt } from "warcio";
import { headersByName } from "../fetch/capture.ts";
import type { ArchivedRecord } from "./record.ts";
import { type KeptFile, nameOf } from "./source.ts";
import { readableRecords } from "./warc.ts";

/** As cdxj-indexer has it by default. */
const INDEXED = new Set(["response", "revisit", "resource", "metadata"]);

/** The index as a file of its own. Of a file that is damaged, up to there. */
export async function indexOf(file: KeptFile): Promise<Buffer> {
  const lines: string[] = [];
  for await (const record of readableRecords(file, { keep: () => 0, withDigests: true }))
    lines.push(...linesOf(record, basename(nameOf(file))));
  return Buffer.from(lines.sort().join(""));
}

/** The line of a record, where it is one that somebody may look up. @param filename of the file in which it stands */
export function linesOf(record: IndexedRecord, filename: string): string[] {
  const { type, url, at, http, fields, offset, length, digest: recordDigest } = record;
  if (!INDEXED.has(type)) return [];
  const contentType = http ? headersByName(http.rawHeaders)["content-type"] : fields["content-type"];
  const about = {
    url,
    mime: type === "revisit" ? "warc/revisit" : contentType?.split(/[;\s]/)[0],
    status: http && `${http.status}`,
    digest: fields["warc-payload-digest"],
    length: `${length}`,
    offset: `${offset}`,
    filename,
    // By which a replayer that reads a part of the file alone can tell that it is whole (WACZ Auth 0.1.0, partially loaded).
    recordDigest: recordDigest && `sha256:${recordDigest}`,
  };
  const line = `${getSurt(url).replaceAll(" ", "%20")} ${at.slice(0, 19).replace(/\D/g, "")} ${JSON.stringify(about)}\n`;
  return [line];
}

type IndexedRecord = Omit<ArchivedRecord, "file" | "payload" | "doubts">;
