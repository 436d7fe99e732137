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

type Unpack = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const UNPACKERS: Record<string, Unpack> = {
  gzip: promisify(zlib.gunzip) as Unpack,
  "x-gzip": promisify(zlib.gunzip) as Unpack,
  br: promisify(zlib.brotliDecompress) as Unpack,
  zstd: promisify(zlib.zstdDecompress) as Unpack,
  deflate: async (bytes, options) =>
    promisify(zlib.inflate)(bytes, options).catch(() => promisify(zlib.inflateRaw)(bytes, options)) as Promise<Buffer>,
};

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
      bytes = await unpacker(bytes, { maxOutputLength: limit });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
        throw new TooLarge(`unpacks to more than ${limit} bytes`);
      throw new Error(`cannot be unpacked (${coding})`);
    }
  }
  return bytes;
}
