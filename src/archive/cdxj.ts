/**
 * The index of a WARC file: a line for each record that somebody may look up, by address and instant, with where it stands.
 * So one record is one read of a part of the file. The lines are those of pywb and OutbackCDX
 * (https://specs.webrecorder.net/cdxj/0.1.0/): a SURT, fourteen digits, JSON.
 */
import { basename } from "node:path";
import { getSurt } from "warcio";
import { headersByName } from "../fetch/capture.ts";
import type { ArchivedRecord } from "./record.ts";
import { ArchiveError, type KeptFile, nameOf } from "./source.ts";
import { readRecords } from "./warc.ts";

/** As cdxj-indexer has it by default. */
const INDEXED = new Set(["response", "revisit", "resource", "metadata"]);

/** The index as a file of its own. Of a file that is damaged, up to there. */
export async function indexOf(file: KeptFile): Promise<Buffer> {
  const lines: string[] = [];
  try {
    for await (const record of readRecords(file, { keep: () => 0 }))
      if (INDEXED.has(record.type)) lines.push(lineOf(record, basename(nameOf(file))));
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
  }
  return Buffer.from(lines.sort().join(""));
}

function lineOf({ type, url, at, http, fields, offset, length }: ArchivedRecord, filename: string): string {
  const contentType = http ? headersByName(http.rawHeaders)["content-type"] : fields["content-type"];
  const about = {
    url,
    mime: type === "revisit" ? "warc/revisit" : contentType?.split(/[;\s]/)[0],
    status: http && `${http.status}`,
    digest: fields["warc-payload-digest"],
    length: `${length}`,
    offset: `${offset}`,
    filename,
  };
  return `${getSurt(url).replaceAll(" ", "%20")} ${at.slice(0, 19).replace(/\D/g, "")} ${JSON.stringify(about)}\n`;
}
