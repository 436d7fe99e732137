/**
 * WARC/1.1 records, written and read one at a time (ISO 28500:2017). Each is a gzip member of its own, so that any can be
 * read alone. warcio makes and parses the records; member.ts cuts them out.
 */
import { gzipSync } from "node:zlib";
import { AsyncIterReader, WARCParser, WARCRecord, WARCSerializer, type WARCType } from "warcio";
import { type Header, headersByName } from "../fetch/capture.ts";
import { isDigestOf, sha256 } from "./digest.ts";
import { cutPlainRecord, damaged, MAX_HEADERS, openWarc, unpackMember, type WarcFile } from "./member.ts";

/** One record as it stands in a file. */
export interface ArchivedRecord {
  file: string;
  offset: number;
  /** Bytes it takes in the file. */
  length: number;
  type: string;
  /** WARC-Record-ID without its brackets. */
  id: string;
  /** WARC-Date. */
  at: string;
  /** WARC-Target-URI. */
  url: string;
  /** The record's own headers, by lower-case name. */
  fields: Record<string, string>;
  /** The HTTP message's status line and headers, of a response, revisit or request that has them. */
  http?: { statusLine: string; status: number; rawHeaders: Header[] } | undefined;
  /** What follows the HTTP headers, or the whole block. */
  payload: Buffer;
  /** Digests the record names that its bytes do not have: "block", "payload". */
  mismatches: string[];
}

export interface NewRecord {
  type: WARCType;
  id: string;
  at: string;
  url?: string | undefined;
  fields?: Record<string, string>;
  http?: { statusLine: string; rawHeaders: readonly Header[] };
  payload: Uint8Array;
}

/** One record as a gzip member. Digests are SHA-256 in hex, as `sha256sum` prints them. */
export async function encodeRecord({ type, id, at, url, fields = {}, http, payload }: NewRecord): Promise<Buffer> {
  const head = http ? [http.statusLine, ...http.rawHeaders.map((header) => header.join(": ")), "", ""] : [];
  const block = Buffer.concat([Buffer.from(head.join("\r\n"), "latin1"), payload]);
  const digests = {
    "WARC-Block-Digest": `sha256:${sha256(block)}`,
    ...(type === "revisit" ? {} : { "WARC-Payload-Digest": `sha256:${sha256(payload)}` }),
  };
  const record = WARCRecord.create(
    {
      type,
      date: at,
      ...(url ? { url } : {}),
      warcVersion: "WARC/1.1",
      warcHeaders: { "WARC-Record-ID": `<${id}>`, ...digests, ...fields },
    },
    [block],
  );
  // warcio would fold headers of one name into one; the HTTP message goes in as it was.
  record.httpHeaders = null;
  return gzipSync(await WARCSerializer.serialize(record, { gzip: false }));
}

/**
 * The records of a file, in order, from `from` on. A gzip member holds one record; an uncompressed file is read as well.
 * @throws {ArchiveError} at the first that cannot be read
 */
export async function* readRecords(file: string, from = 0): AsyncGenerator<ArchivedRecord> {
  const source = openWarc(file);
  try {
    let offset = from;
    while (offset < source.size) {
      const record = await readAt(source, offset);
      yield record;
      offset += record.length;
    }
  } finally {
    source.close();
  }
}

/** The record at a place. @throws {ArchiveError} when there is none, or it is damaged */
export async function readRecordAt(file: string, offset: number): Promise<ArchivedRecord> {
  const source = openWarc(file);
  try {
    return await readAt(source, offset);
  } finally {
    source.close();
  }
}

async function readAt(source: WarcFile, offset: number): Promise<ArchivedRecord> {
  const head = source.read(offset, 2);
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  const { bytes, length } = isGzip ? unpackMember(source, offset) : cutPlainRecord(source, offset);
  return { ...(await parse(source, offset, bytes)), length };
}

async function parse(source: WarcFile, offset: number, bytes: Buffer): Promise<Omit<ArchivedRecord, "length">> {
  const end = bytes.subarray(0, MAX_HEADERS).indexOf("\r\n\r\n");
  if (end < 0 || !bytes.subarray(0, 7).equals(Buffer.from("WARC/1.")))
    throw damaged(source, offset, "no WARC record stands");
  const block = bytes.subarray(end + 4, -4);
  const record = await WARCParser.parse(new AsyncIterReader([bytes], null), {
    keepHeadersCase: true,
    parseHttp: false,
  });
  const fields = headersByName([...(record?.warcHeaders.headers ?? [])].map(([name, value]) => [name, value]));
  const type = fields["warc-type"];
  const id = fields["warc-record-id"]?.replace(/^<|>$/g, "");
  const at = fields["warc-date"];
  if (Number(fields["content-length"]) !== block.length || bytes.subarray(-4).toString() !== "\r\n\r\n")
    throw damaged(source, offset, "the record is not as long as it says");
  if (!type || !id || !at || Number.isNaN(Date.parse(at)))
    throw damaged(source, offset, "the record lacks a type, an id or a date");
  const http = ["response", "revisit", "request"].includes(type) ? parseHttp(block) : undefined;
  const payload = http ? block.subarray(http.length) : block;
  return {
    file: source.file,
    offset,
    type,
    id,
    at: new Date(at).toISOString(),
    url: (fields["warc-target-uri"] ?? "").replace(/^<|>$/g, ""),
    fields,
    ...(http ? { http: http.message } : {}),
    payload,
    mismatches: [
      ...(isDigestOf(block, fields["warc-block-digest"]) ? [] : ["block"]),
      // A revisit names the digest of the payload it leaves out.
      ...(type === "revisit" || isDigestOf(payload, fields["warc-payload-digest"]) ? [] : ["payload"]),
    ],
  };
}

function parseHttp(block: Buffer): { message: NonNullable<ArchivedRecord["http"]>; length: number } | undefined {
  const end = block.subarray(0, MAX_HEADERS).indexOf("\r\n\r\n");
  if (end < 0 || !/^(?:HTTP\/|[A-Z]+ )/.test(block.toString("latin1", 0, 10))) return undefined;
  const [statusLine = "", ...lines] = block.toString("latin1", 0, end).split("\r\n");
  const rawHeaders = lines.flatMap((line): Header[] => {
    const colon = line.indexOf(":");
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : [];
  });
  return {
    message: { statusLine, status: Number(/^HTTP\/\S+ (\d{3})/.exec(statusLine)?.[1] ?? 0), rawHeaders },
    length: end + 4,
  };
}
