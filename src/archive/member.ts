/**
 * Where one record stands in a file and what its bytes are: a gzip member of its own, or uncompressed. Cut out here, because
 * warcio takes damaged gzip for plain text, and its headers have no bound.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { crc32, inflateRawSync } from "node:zlib";
import { PlainError } from "../language/plain-error.ts";

/** A file that is not a WARC, is damaged, or goes past what is read. The message names the file and the place. */
export class ArchiveError extends PlainError {
  /** Whether the file only stops too early: it was being written. */
  readonly isCutOff: boolean;
  constructor(message: string, isCutOff = false) {
    super(message);
    this.isCutOff = isCutOff;
  }
}

const MEGABYTE = 1024 * 1024;
/** A record may unpack to no more than this; what the bot itself keeps is bounded by fetch.max_wire_megabytes. */
const MAX_RECORD = 600 * MEGABYTE;
export const MAX_HEADERS = 256 * 1024;
const WINDOW = MEGABYTE;

export interface WarcFile {
  file: string;
  size: number;
  /** Up to `count` bytes from a place; fewer at the end. */
  read(offset: number, count: number): Buffer;
  close(): void;
}

export function openWarc(file: string): WarcFile {
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

export function damaged(source: WarcFile, offset: number, what: string): ArchiveError {
  return new ArchiveError(`${source.file}: ${what} at byte ${offset}`);
}

function cutOff(source: WarcFile, offset: number): ArchiveError {
  return new ArchiveError(`${source.file}: the record at byte ${offset} is cut off`, true);
}

/** One gzip member (RFC 1952 §2.3): a header, one deflate stream, and its CRC and size. */
export function unpackMember(source: WarcFile, offset: number): { bytes: Buffer; length: number } {
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

function gzipHeaderLength(source: WarcFile, offset: number): number {
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
export function cutPlainRecord(source: WarcFile, offset: number): { bytes: Buffer; length: number } {
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
