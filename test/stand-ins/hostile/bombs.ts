/** Small bytes that unpack to many, built without ever holding what they unpack to. */
import { brotliCompressSync, constants, deflateRawSync, gzipSync } from "node:zlib";
import { type Bytes, joined, times } from "./case.ts";

const MEGABYTE = 1_000_000;

/** A chunk of about a megabyte, so that a bomb is a chunk packed once and repeated. */
function megabyteOf(text: string): Buffer {
  return times(text, Math.ceil(MEGABYTE / Buffer.byteLength(text)));
}

/** RFC 1952 §2.2: a gzip file is a series of members, which unpack to one text. */
export function gzipBomb(megabytes: number, text: string, head: Bytes = "", tail: Bytes = ""): Buffer {
  return joined(gzipSync(head), times(gzipSync(megabyteOf(text)), megabytes), gzipSync(tail));
}

/** A raw deflate stream: blocks that end on a byte and look at nothing before them can be repeated. */
export function deflateBomb(megabytes: number, text: string, head: Bytes = "", tail: Bytes = ""): Buffer {
  const blocks = (bytes: Bytes) => deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  return joined(blocks(head), times(blocks(megabyteOf(text)), megabytes), deflateRawSync(tail));
}

/** The same with zlib's head, as PDF has it. The checksum at its end is wrong: by then it has been unpacked. */
export function zlibBomb(megabytes: number, text: string, head: Bytes = "", tail: Bytes = ""): Buffer {
  return joined(Buffer.from([0x78, 0x01]), deflateBomb(megabytes, text, head, tail), Buffer.alloc(4));
}

export function brotliBomb(unpacked: Buffer): Buffer {
  return brotliCompressSync(unpacked, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

const ZSTD_BLOCK = 131_072;

/**
 * A frame of blocks that are one byte repeated (RFC 8878 §3.1.1.2.2).
 * @param windowByte how much the reader is asked to keep: 0x38 is 128 kB, 0xa8 is 2 GB
 */
export function zstdBomb(megabytes: number, byte: string, windowByte = 0x38): Buffer {
  const count = Math.ceil((megabytes * MEGABYTE) / ZSTD_BLOCK);
  const block = (isLast: boolean) => {
    const header = (isLast ? 1 : 0) | (1 << 1) | (ZSTD_BLOCK << 3);
    return Buffer.from([header & 0xff, (header >> 8) & 0xff, header >> 16, byte.charCodeAt(0)]);
  };
  return joined(Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, windowByte]), times(block(false), count - 1), block(true));
}
