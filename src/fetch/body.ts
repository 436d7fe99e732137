/** Bodies within bounds: as they come off the wire, and unpacked. */
import { promisify } from "node:util";
import zlib from "node:zlib";

export class TooLarge extends Error {}

/** Collects a body. @throws {TooLarge} as soon as it passes `limit` bytes */
export async function collect(
  body: AsyncIterable<Buffer> & { destroy?: () => void },
  limit: number,
  announced: string | undefined,
): Promise<Buffer> {
  if (announced && Number(announced) > limit) throw new TooLarge(`announces ${announced} bytes; the limit is ${limit}`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw new TooLarge(`is larger than ${limit} bytes`);
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

interface Bounds {
  maxOutputLength: number;
  chunkSize: number;
}

interface Unpacker {
  soon: (bytes: Buffer, options: Bounds) => Promise<Buffer>;
  /** For a body so small that handing it to another thread costs more than unpacking it. */
  now: (bytes: Buffer, options: Bounds) => Buffer;
}

const SMALL = 128 * 1024;
const CHUNK = 64 * 1024;

const gzip: Unpacker = { soon: promisify<Buffer, Bounds, Buffer>(zlib.gunzip), now: zlib.gunzipSync };
const UNPACKERS: Record<string, Unpacker> = {
  gzip,
  "x-gzip": gzip,
  br: { soon: promisify<Buffer, Bounds, Buffer>(zlib.brotliDecompress), now: zlib.brotliDecompressSync },
  zstd: { soon: promisify<Buffer, Bounds, Buffer>(zlib.zstdDecompress), now: zlib.zstdDecompressSync },
  deflate: { soon: async (bytes, options) => inflate(bytes, options), now: inflate },
};

/** Some servers send the bare stream for "deflate", without zlib's head (RFC 9110 §8.4.1.2 notes it). */
function inflate(bytes: Buffer, options: Bounds): Buffer {
  const hasHead = ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;
  return hasHead ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options);
}

/** The encodings a request may be answered with. */
export const ACCEPTED_ENCODINGS = "gzip, br, zstd, deflate";

/**
 * Undoes Content-Encoding (RFC 9110 §8.4), the last one applied first.
 * @throws {TooLarge} when it unpacks to more than `limit` bytes; an Error when it is damaged or of an unknown encoding
 */
export async function unpack(wire: Buffer, encoding: string | undefined, limit: number): Promise<Buffer> {
  const codings = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
  if (codings.length > 3) throw new Error("is compressed more than three times over");
  let bytes = wire;
  for (const coding of codings.reverse()) {
    const unpacker = UNPACKERS[coding];
    if (!unpacker) throw new Error(`is in an unknown encoding (${coding.slice(0, 40)})`);
    try {
      const options = { maxOutputLength: limit, chunkSize: CHUNK };
      bytes = bytes.length <= SMALL ? unpacker.now(bytes, options) : await unpacker.soon(bytes, options);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
        throw new TooLarge(`unpacks to more than ${limit} bytes`);
      throw new Error(`cannot be unpacked (${coding})`);
    }
  }
  return bytes;
}
