/** Content-Encoding undone (RFC 9110 §8.4): at once or piece by piece, and no further than is asked for. */
import { type Duplex, pipeline } from "node:stream";
import zlib from "node:zlib";

export class TooLarge extends Error {}
/** Not what its Content-Encoding says, or in one that is not known. */
export class Damaged extends Error {}

const MEGABYTE = 1024 * 1024;
/** What is packed twice is unpacked no further on the way. */
const MOST_ON_THE_WAY = 64 * MEGABYTE;

interface Unpacker {
  whole: (bytes: Buffer, options: { maxOutputLength: number; chunkSize: number }) => Buffer;
  stream: (head: Buffer) => Duplex;
}

const CHUNK = 64 * 1024;
/** RFC 8878 §3.1.1.1.2: a decoder need not give a frame more than 8 MB to look back on; RFC 9659 holds the web to that. */
const ZSTD = { params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 } };

/** What gzip says at its end that it unpacks to (RFC 1952 §2.3.1), so that it is unpacked in one piece, within what is a page's size. */
function sizeSaid(bytes: Buffer): number {
  const size = bytes.length < 4 ? 0 : bytes.readUInt32LE(bytes.length - 4);
  return Math.min(Math.max(CHUNK, size + 1), MEGABYTE);
}

const gzip: Unpacker = {
  whole: (bytes, options) => zlib.gunzipSync(bytes, { ...options, chunkSize: sizeSaid(bytes) }),
  stream: () => zlib.createGunzip({ chunkSize: CHUNK }),
};
const UNPACKERS: Readonly<Record<string, Unpacker>> = {
  gzip,
  "x-gzip": gzip,
  br: { whole: zlib.brotliDecompressSync, stream: () => zlib.createBrotliDecompress({ chunkSize: CHUNK }) },
  zstd: {
    whole: (bytes, options) => zlib.zstdDecompressSync(bytes, { ...options, ...ZSTD }),
    stream: () => zlib.createZstdDecompress({ chunkSize: CHUNK, ...ZSTD }),
  },
  deflate: {
    whole: (bytes, options) =>
      hasZlibHead(bytes) ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options),
    stream: (head) =>
      hasZlibHead(head) ? zlib.createInflate({ chunkSize: CHUNK }) : zlib.createInflateRaw({ chunkSize: CHUNK }),
  },
};

/** Some servers send the bare stream for "deflate", without zlib's head (RFC 9110 §8.4.1.2 notes it). */
function hasZlibHead([first = 0, second = 0]: Buffer): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

/** The encodings a request may be answered with. */
export const ACCEPTED_ENCODINGS = "gzip, br, zstd, deflate";

interface Coding {
  name: string;
  unpacker: Unpacker;
}

/** The codings of a Content-Encoding (RFC 9110 §8.4), the last one applied first. @throws {Damaged} */
function codingsOf(encoding: string | undefined): Coding[] {
  const names = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
  if (names.length > 3) throw new Damaged("is compressed more than three times over");
  return names.reverse().map((name) => {
    const unpacker = Object.hasOwn(UNPACKERS, name) ? UNPACKERS[name] : undefined;
    if (!unpacker) throw new Damaged(`is in an unknown encoding (${name.slice(0, 40)})`);
    return { name, unpacker };
  });
}

/**
 * Undoes Content-Encoding, all at once.
 * @throws {TooLarge} when it unpacks to more than `limit` bytes; {Damaged}
 */
export function unpack(wire: Buffer, encoding: string | undefined, limit: number): Buffer {
  return undo(wire, codingsOf(encoding), limit);
}

function undo(wire: Buffer, codings: readonly Coding[], limit: number): Buffer {
  let bytes = wire;
  for (const { name, unpacker } of codings) {
    try {
      bytes = unpacker.whole(bytes, { maxOutputLength: limit, chunkSize: CHUNK });
    } catch (error) {
      throw unpackingError(error, name, limit);
    }
  }
  if (bytes.length > limit) throw tooMuch(limit);
  return bytes;
}

/**
 * Undoes Content-Encoding piece by piece, for what need not be held as a whole.
 * @throws as `unpack` does
 */
export async function* unpacking(
  wire: Buffer,
  encoding: string | undefined,
  limit: number,
): AsyncGenerator<Buffer, void, undefined> {
  const codings = codingsOf(encoding);
  const last = codings.pop();
  const packed = undo(wire, codings, limit);
  if (!last) {
    for (let from = 0; from < packed.length; from += CHUNK) yield packed.subarray(from, from + CHUNK);
    return;
  }
  const stream = last.unpacker.stream(packed);
  stream.end(packed);
  yield* within(stream, last.name, limit);
}

/**
 * Unpacks what is a gzip file itself, as it comes.
 * @throws as `unpack` does
 */
export function gunzipping(pieces: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer, void, undefined> {
  const stream = zlib.createGunzip({ chunkSize: CHUNK });
  // What goes wrong is thrown where the stream is read.
  pipeline(pieces, stream, () => undefined);
  return within(stream, "gzip", limit);
}

async function* within(stream: Duplex, name: string, limit: number): AsyncGenerator<Buffer, void, undefined> {
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw tooMuch(limit);
      yield chunk;
    }
  } catch (error) {
    throw unpackingError(error, name, limit);
  }
}

/** As much of a body as is asked for, unpacked while other work goes on. @throws {Damaged} */
export async function beginning(wire: Buffer, encoding: string | undefined, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of unpacking(wire, encoding, MOST_ON_THE_WAY)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= most) break;
  }
  return Buffer.concat(pieces).subarray(0, most);
}

function tooMuch(limit: number): TooLarge {
  return new TooLarge(`unpacks to more than ${Math.round(limit / MEGABYTE)} MB`);
}

function unpackingError(error: unknown, name: string, limit: number): Error {
  if (error instanceof TooLarge) return error;
  return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
    ? tooMuch(limit)
    : new Damaged(`cannot be unpacked (${name})`);
}
