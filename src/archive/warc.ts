/**
 * WARC/1.1 records, written and read one at a time (ISO 28500:2017). Each is a gzip member of its own, so that any can be
 * read alone. warcio makes and parses the records; the members are cut out here, because warcio takes damaged gzip for
 * plain text, and its headers have no bound.
 */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { crc32, gzipSync, inflateRawSync } from "node:zlib";
import { AsyncIterReader, WARCParser, WARCRecord, WARCSerializer, type WARCType } from "warcio";
import { type Header, headersByName } from "../fetch/capture.ts";

/** A file that is not a WARC, is damaged, or goes past what is read. The message names the file and the place. */
export class ArchiveError extends Error {
  /** Whether the file only stops too early: it was being written. */
  readonly isCutOff: boolean;
  constructor(message: string, isCutOff = false) {
    super(message);
    this.isCutOff = isCutOff;
  }
}

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

const MEGABYTE = 1024 * 1024;
/** A record may unpack to no more than this; what the bot itself keeps is bounded by fetch.max_wire_megabytes. */
const MAX_RECORD = 600 * MEGABYTE;
const MAX_HEADERS = 256 * 1024;
const WINDOW = MEGABYTE;

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
  const source = openSource(file);
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
  const source = openSource(file);
  try {
    return await readAt(source, offset);
  } finally {
    source.close();
  }
}

interface Source {
  file: string;
  size: number;
  /** Up to `count` bytes from a place; fewer at the end. */
  read(offset: number, count: number): Buffer;
  close(): void;
}

function openSource(file: string): Source {
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch (error) {
    throw new ArchiveError(
      `${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? error}); give an existing WARC file`,
    );
  }
  return {
    file,
    size: fstatSync(descriptor).size,
    read: (offset, count) => {
      const bytes = Buffer.allocUnsafe(count);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, count, offset));
    },
    close: () => closeSync(descriptor),
  };
}

async function readAt(source: Source, offset: number): Promise<ArchivedRecord> {
  const head = source.read(offset, 2);
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  const { bytes, length } = isGzip ? unpackMember(source, offset) : cutPlainRecord(source, offset);
  return { ...(await parse(source, offset, bytes)), length };
}

function damaged(source: Source, offset: number, what: string): ArchiveError {
  return new ArchiveError(`${source.file}: ${what} at byte ${offset}`);
}

function cutOff(source: Source, offset: number): ArchiveError {
  return new ArchiveError(`${source.file}: the record at byte ${offset} is cut off`, true);
}

/** One gzip member (RFC 1952 §2.3): a header, one deflate stream, and its CRC and size. */
function unpackMember(source: Source, offset: number): { bytes: Buffer; length: number } {
  const start = offset + gzipHeaderLength(source, offset);
  for (let window = WINDOW; ; window *= 4) {
    const packed = source.read(start, window);
    const isAll = start + packed.length >= source.size;
    try {
      const { buffer, engine } = inflateRawSync(packed, { info: true, maxOutputLength: MAX_RECORD }) as unknown as {
        buffer: Buffer;
        engine: { bytesWritten: number };
      };
      const trailer = source.read(start + engine.bytesWritten, 8);
      if (trailer.length < 8) throw cutOff(source, offset);
      if (trailer.readUInt32LE(0) !== crc32(buffer) || trailer.readUInt32LE(4) !== buffer.length % 2 ** 32)
        throw damaged(source, offset, "the record’s bytes do not match their own checksum");
      return { bytes: buffer, length: start + engine.bytesWritten + 8 - offset };
    } catch (error) {
      if (error instanceof ArchiveError) throw error;
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ERR_BUFFER_TOO_LARGE")
        throw damaged(source, offset, `a record unpacks to more than ${MAX_RECORD / MEGABYTE} MB`);
      if (code !== "Z_BUF_ERROR") throw damaged(source, offset, "the record cannot be unpacked");
      if (isAll) throw cutOff(source, offset);
    }
  }
}

const GZIP = { crc: 2, extra: 4, name: 8, comment: 16 };

function gzipHeaderLength(source: Source, offset: number): number {
  const head = source.read(offset, MAX_HEADERS);
  const flags = head[3] ?? 0;
  let length = 10;
  if (flags & GZIP.extra) length += 2 + (head.length >= length + 2 ? head.readUInt16LE(length) : 0);
  for (const flag of [GZIP.name, GZIP.comment]) {
    if (!(flags & flag)) continue;
    const end = head.indexOf(0, length);
    length = end < 0 ? head.length + 1 : end + 1;
  }
  if (flags & GZIP.crc) length += 2;
  if (length > head.length || head[2] !== 8) throw damaged(source, offset, "the gzip header is cut off or damaged");
  return length;
}

/** An uncompressed record: its headers say how long it is. */
function cutPlainRecord(source: Source, offset: number): { bytes: Buffer; length: number } {
  const head = source.read(offset, MAX_HEADERS);
  if (!head.subarray(0, 7).equals(Buffer.from("WARC/1.")))
    throw damaged(source, offset, offset === 0 ? "is not a WARC file: no record starts" : "no record starts");
  const end = head.indexOf("\r\n\r\n");
  const size = Number(
    /\r\ncontent-length: *(\d{1,15})\r\n/i.exec(head.subarray(0, end + 2).toString("latin1"))?.[1] ?? Number.NaN,
  );
  if (end < 0 || Number.isNaN(size)) throw damaged(source, offset, "the record’s headers are cut off or damaged");
  if (size > MAX_RECORD) throw damaged(source, offset, `a record holds more than ${MAX_RECORD / MEGABYTE} MB`);
  const length = end + 4 + size + 4;
  const bytes = source.read(offset, length);
  if (bytes.length < length) throw cutOff(source, offset);
  return { bytes, length };
}

async function parse(source: Source, offset: number, bytes: Buffer): Promise<Omit<ArchivedRecord, "length">> {
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

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
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

const ALGORITHMS: Record<string, string> = {
  sha1: "sha1",
  sha256: "sha256",
  "sha-256": "sha256",
  "sha-1": "sha1",
  md5: "md5",
};

/** Whether bytes have a labelled digest, in hex or Base32 (RFC 4648). One of an algorithm we do not know is let be. */
function isDigestOf(bytes: Buffer, labelled: string | undefined): boolean {
  const [label = "", value = ""] = labelled?.split(":") ?? [];
  const algorithm = ALGORITHMS[label.toLowerCase()];
  if (!algorithm) return true;
  const digest = createHash(algorithm).update(bytes).digest();
  return value.toLowerCase() === digest.toString("hex") || value.toUpperCase().replace(/=+$/, "") === base32(digest);
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((group) => BASE32[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
}
