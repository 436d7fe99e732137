/** The record that an export's WARC begins with: what it says of itself. It is in no chain, and so may hold nothing else. */
import type { InstantText } from "../../time/instant.ts";
import { SOFTWARE } from "../../watch/software.ts";
import type { ArchivedRecord } from "../record.ts";
import { newId } from "../records.ts";
import type { NewRecord } from "../warc.ts";
import { WARC } from "./layout.ts";

/** @param id of what is exported */
export function warcInfo(id: string, at: InstantText): NewRecord {
  const says = `software: ${SOFTWARE}\r\nformat: WARC File Format 1.1\r\ndescription: what ${id} rests on; each record as it stands in the archive, byte for byte\r\n`;
  return { type: "warcinfo", id: newId(), at, fields: { "WARC-Filename": WARC }, payload: Buffer.from(says) };
}

/** Whether a record is that one, of whatever version, with nothing besides. */
export function isWarcInfo({ type, offset, payload, fields }: ArchivedRecord): boolean {
  const isBare = Object.keys(fields).every((name) => FIELDS.has(name));
  return type === "warcinfo" && offset === 0 && isBare && SAYS.test(payload?.toString() ?? "");
}

const SAYS =
  /^software: [\w./ -]{1,80}\r\nformat: WARC File Format 1\.1\r\ndescription: what [0-9a-f]{1,64} rests on; each record as it stands in the archive, byte for byte\r\n$/;
const FIELDS = new Set([
  ...["warc-type", "warc-date", "warc-record-id", "warc-block-digest", "warc-payload-digest", "warc-filename"],
  ...["content-type", "content-length"],
]);
