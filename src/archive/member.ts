/**
 * The bytes of one record, unpacked, piece by piece: of a gzip member of its own, or uncompressed. Cut out here, because
 * warcio takes damaged gzip for plain text, and nothing in it has a bound.
 */
import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import { ArchiveError, breathe, type WarcFile } from "./source.ts";

const KILOBYTE = 1024;
const PIECE = 64 * KILOBYTE;
/** A member of no more than this is unpacked at once, which takes a tenth of the time. */
const SMALL = { packed: 32 * KILOBYTE, unpacked: 512 * KILOBYTE };
export const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

export function damaged(source: WarcFile, offset: number, what: string, next?: number): ArchiveError {
  return new ArchiveError(`${source.file}: ${what} at byte ${offset}`, { at: offset, next });
}

export function cutOff(source: WarcFile, offset: number): ArchiveError {
  return new ArchiveError(`${source.file}: the record at byte ${offset} is cut off`, { isCutOff: true, at: offset });
}

/** The pieces of a record, and at the end how many bytes it took in the file. */
type Pieces = AsyncGenerator<Buffer, number>;

/** Takes as much as is asked for from the record at a place. */
export class Flow {
  readonly isPacked: boolean;
  readonly #pieces: Pieces;
  #ahead: Buffer = Buffer.alloc(0);
  #taken = 0;
  #packedLength = 0;

  private constructor(source: WarcFile, offset: number, isPacked: boolean) {
    this.isPacked = isPacked;
    this.#pieces = isPacked ? unpacked(source, offset) : plain(source, offset);
  }

  static async at(source: WarcFile, offset: number): Promise<Flow> {
    return new Flow(source, offset, (await source.read(offset, 2)).equals(MAGIC.subarray(0, 2)));
  }

  /** Bytes taken so far, unpacked. */
  get taken(): number {
    return this.#taken;
  }

  /** What it takes in the file, once all of it was taken. */
  get length(): number {
    return this.isPacked ? this.#packedLength : this.#taken;
  }

  async #more(): Promise<Buffer | undefined> {
    await breathe();
    const { done, value } = await this.#pieces.next();
    if (!done) return value;
    this.#packedLength ||= value;
    return undefined;
  }

  /** What was read already, and not taken. */
  get ahead(): Buffer {
    return this.#ahead;
  }

  /** Up to `count` bytes, at least one; undefined at the end. */
  async some(count: number): Promise<Buffer | undefined> {
    if (this.#ahead.length === 0) this.#ahead = (await this.#more()) ?? this.#ahead;
    const piece = this.#ahead.subarray(0, count);
    this.#ahead = this.#ahead.subarray(piece.length);
    this.#taken += piece.length;
    return piece.length > 0 ? piece : undefined;
  }

  /** As many bytes; fewer at the end. */
  async take(count: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (let left = count; left > 0; ) {
      const piece = await this.some(left);
      if (!piece) break;
      pieces.push(piece);
      left -= piece.length;
    }
    return Buffer.concat(pieces);
  }

  /** Lines up to an empty one, as far as one stands within `limit` bytes. Nothing is taken yet. */
  async head(limit: number): Promise<Buffer | undefined> {
    for (let from = 0; ; ) {
      const end = this.#ahead.subarray(0, limit).indexOf("\r\n\r\n", from);
      if (end >= 0) return this.#ahead.subarray(0, end);
      if (this.#ahead.length >= limit) return undefined;
      from = Math.max(0, this.#ahead.length - 3);
      const piece = await this.#more();
      if (!piece) return undefined;
      this.#ahead = this.#ahead.length === 0 ? piece : Buffer.concat([this.#ahead, piece]);
    }
  }

  /** Lets go of what is not to be read any more. */
  async close(): Promise<void> {
    await this.#pieces.return(0);
  }
}

/** What follows a place, for as long as somebody asks: only its headers say how long an uncompressed record is. */
async function* plain(source: WarcFile, offset: number): Pieces {
  for (let at = offset; at < source.size; ) {
    const piece = await source.read(at, PIECE);
    if (piece.length === 0) break;
    yield piece;
    at += piece.length;
  }
  return 0;
}

/** One gzip member (RFC 1952 §2.3): a header, one deflate stream, and its CRC and size. */
async function* unpacked(source: WarcFile, offset: number): Pieces {
  const start = offset + (await gzipHeaderLength(source, offset));
  const small = await smallMember(source, offset, start);
  if (!small) return yield* largeMember(source, offset, start);
  const { bytes, packed } = small;
  const next = await afterTrailer(source, offset, start + packed, crc32(bytes), bytes.length);
  if (bytes.length > 0) yield bytes;
  return next - offset;
}

async function* largeMember(source: WarcFile, offset: number, start: number): Pieces {
  const inflate = createInflateRaw({ chunkSize: PIECE });
  let checksum = 0;
  let size = 0;
  try {
    // What follows the member is read as well, and the end of the one is no fault of the other.
    for await (const piece of pipeline(
      Readable.from(plain(source, start), { highWaterMark: 1 }),
      inflate,
      () => undefined,
    )) {
      checksum = crc32(piece as Buffer, checksum);
      size += piece.length;
      yield piece as Buffer;
    }
  } catch (error) {
    throw unpackingFault(source, offset, error);
  }
  return (await afterTrailer(source, offset, start + inflate.bytesWritten, checksum, size)) - offset;
}

async function afterTrailer(
  source: WarcFile,
  offset: number,
  end: number,
  checksum: number,
  size: number,
): Promise<number> {
  const trailer = await source.read(end, 8);
  if (trailer.length < 8) throw cutOff(source, offset);
  if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== size % 2 ** 32)
    throw damaged(source, offset, "the record’s bytes do not match their own checksum", end + 8);
  return end + 8;
}

async function smallMember(
  source: WarcFile,
  offset: number,
  start: number,
): Promise<{ bytes: Buffer; packed: number } | undefined> {
  const bytes = await source.read(start, SMALL.packed);
  try {
    const { buffer, engine } = inflateRawSync(bytes, { info: true, maxOutputLength: SMALL.unpacked }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return { bytes: buffer, packed: engine.bytesWritten };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") return undefined;
    if (code === "Z_BUF_ERROR" && start + bytes.length < source.size) return undefined;
    throw unpackingFault(source, offset, error);
  }
}

function unpackingFault(source: WarcFile, offset: number, error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  return (error as NodeJS.ErrnoException).code === "Z_BUF_ERROR"
    ? cutOff(source, offset)
    : damaged(source, offset, "the record cannot be unpacked");
}

export const GZIP = { crc: 2, extra: 4, name: 8, comment: 16 };
/** An extra field has at most 64 kB; a name or a comment may have as much again. */
const MAX_GZIP_HEADER = 256 * KILOBYTE;

export async function gzipHeaderLength(source: WarcFile, offset: number): Promise<number> {
  const beginning = await source.read(offset, 10);
  const flags = beginning[3] ?? 0;
  const head = flags === 0 ? beginning : await source.read(offset, MAX_GZIP_HEADER);
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
