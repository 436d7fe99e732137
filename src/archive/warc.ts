/**
 * WARC/1.1 records, written and read one at a time (ISO 28500:2017). Each is a gzip member of its own, so that any can be
 * read alone. warcio makes them; record.ts and member.ts read them, as of a stranger's file nothing else has a bound.
 */
import { promisify } from "node:util";
import { constants, gzip, gzipSync } from "node:zlib";
import { WARCRecord, WARCSerializer, type WARCType } from "warcio";
import type { Header } from "../fetch/capture.ts";
import { digestOfStretch, sha256 } from "./digest.ts";
import { type ArchivedRecord, type Keep, openAt, piecesOf, readAt } from "./record.ts";
import { ArchiveError, type KeptFile, openWarc } from "./source.ts";

/** What is larger is compressed beside everything else: 20 MB take half a second, and a small record less than a thread is asked in. */
const SMALL = 64 * 1024;
const compressBeside = promisify(gzip);

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
  const bytes = await WARCSerializer.serialize(record, { gzip: false });
  // What was sent compressed becomes no smaller, and costs the most to find that out.
  const level = http?.rawHeaders.some(isPacked) ? constants.Z_NO_COMPRESSION : constants.Z_DEFAULT_COMPRESSION;
  return bytes.length <= SMALL ? gzipSync(bytes, { level }) : compressBeside(bytes, { level });
}

function isPacked([name, value]: Header): boolean {
  return name.toLowerCase() === "content-encoding" && value !== "identity";
}

export interface ReadOptions {
  /** Where the first stands. */
  from?: number;
  /** MAX_PAYLOAD of each by default. */
  keep?: Keep;
  /** Called with the bytes that were reached since the last call. */
  onBytes?: (bytes: number) => void;
  /** Whether the digest of each is wanted as it stands in the file. */
  withDigests?: boolean;
}

/** The most that the settings let the bot itself keep of one answer (fetch.max_wire_megabytes). */
const MAX_PAYLOAD = 512 * 1024 * 1024;

/**
 * The records of a file, in order. A gzip member holds one record; an uncompressed file is read as well.
 * @throws {ArchiveError} at the first that cannot be read
 */
export async function* readRecords(
  file: KeptFile,
  { from = 0, keep = () => MAX_PAYLOAD, onBytes, withDigests = false }: ReadOptions = {},
): AsyncGenerator<ArchivedRecord> {
  const source = await openWarc(file, { from, onBytes });
  try {
    let offset = from;
    while (offset < source.size) {
      const record = await readAt(source, offset, keep);
      yield withDigests ? { ...record, digest: await digestOfStretch(source, offset, record.length) } : record;
      offset += record.length;
    }
  } finally {
    source.close();
  }
}

/** The same of a file that is damaged, or being written: up to there. */
export async function* readableRecords(file: KeptFile, options: ReadOptions): AsyncGenerator<ArchivedRecord> {
  try {
    yield* readRecords(file, options);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
  }
}

/**
 * The record at a place.
 * @param length bytes that it takes in the file, where that is known: of a file that is kept elsewhere, no more is had
 * @param most bytes of its payload to hold
 * @throws {ArchiveError} when there is none, or it is damaged
 */
export async function readRecordAt(
  file: KeptFile,
  { offset, length }: { offset: number; length?: number | undefined },
  most = MAX_PAYLOAD,
): Promise<ArchivedRecord> {
  const source = await openWarc(file, { from: offset, to: length && offset + length });
  try {
    return await readAt(source, offset, () => most);
  } finally {
    source.close();
  }
}

/** A record that is read piece by piece, and of which nothing is kept. */
export interface OpenRecord {
  http: ArchivedRecord["http"];
  /** Bytes of its payload. */
  size: number;
  /** To be gone through once. @throws {ArchiveError} where it breaks off */
  payload: AsyncGenerator<Buffer>;
  /** Lets go of the file, however often it is called. */
  close(): Promise<void>;
}

/**
 * Opens the record at a place; whoever asked for it closes it. Its digests are not compared (`archive verify` does that).
 * @throws {ArchiveError} when there is none, or its headers are damaged
 */
export async function openRecordAt(
  file: KeptFile,
  { offset, length }: { offset: number; length: number },
): Promise<OpenRecord> {
  const source = await openWarc(file, { from: offset, to: offset + length });
  try {
    const opened = await openAt(source, offset);
    const { http, size, flow } = opened;
    let closing: Promise<void> | undefined;
    const close = () => {
      closing ??= flow.close().finally(() => source.close());
      return closing;
    };
    return { http, size, payload: copied(piecesOf(source, offset, opened), flow.isPacked), close };
  } catch (error) {
    source.close();
    throw error;
  }
}

/** What is not unpacked stands in a window of the file, which turns to what comes next. */
async function* copied(pieces: AsyncGenerator<Buffer>, isPacked: boolean): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield isPacked ? piece : Buffer.from(piece);
}
