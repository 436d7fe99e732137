/** Bodies, unpacked: at once and piece by piece, and no further than is asked for. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { beginning, Damaged, TooLarge, unpack, unpacking } from "../../src/fetch/content-encoding.ts";

const MEGABYTE = 1024 * 1024;

async function inPieces(wire: Buffer, encoding: string | undefined, limit: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of unpacking(wire, encoding, limit)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const twice = (bytes: Buffer) => brotliCompressSync(gzipSync(bytes));
const ENCODINGS: [string | undefined, (bytes: Buffer) => Buffer][] = [
  [undefined, (bytes) => bytes],
  ["identity", (bytes) => bytes],
  ["gzip", gzipSync],
  ["x-gzip", gzipSync],
  ["br", brotliCompressSync],
  ["zstd", zstdCompressSync],
  ["deflate", deflateSync],
  ["deflate", deflateRawSync],
  ["gzip, br", twice],
];

describe.each(ENCODINGS)("a body in %s", (encoding, pack) => {
  const whole = Buffer.from("hello ".repeat(100_000));

  it("is unpacked, at once and piece by piece", async () => {
    expect(unpack(pack(whole), encoding, MEGABYTE).equals(whole)).toBe(true);
    expect((await inPieces(pack(whole), encoding, MEGABYTE)).equals(whole)).toBe(true);
    expect((await beginning(pack(whole), encoding, 10)).toString()).toBe("hello hell");
  });

  it("that is larger than what is read is refused before it is held", async () => {
    const bomb = pack(Buffer.alloc(20 * MEGABYTE));
    expect(() => unpack(bomb, encoding, MEGABYTE)).toThrow(TooLarge);
    await expect(inPieces(bomb, encoding, MEGABYTE)).rejects.toThrow(TooLarge);
    expect(await beginning(bomb, encoding, 10)).toHaveLength(10);
  });
});

describe("a body that is not what it says it is", () => {
  it.each([
    ["cut off", gzipSync(Buffer.alloc(MEGABYTE, "x")).subarray(0, 500), "gzip"],
    ["not packed at all", Buffer.from("<p>hello"), "gzip"],
    ["in an encoding that nobody knows", Buffer.from("x"), "compress"],
    ["in one that JavaScript knows", Buffer.from("x"), "constructor"],
    ["packed four times over", Buffer.from("x"), "gzip, gzip, gzip, gzip"],
  ])("%s is damaged", async (_, wire, encoding) => {
    expect(() => unpack(wire, encoding, MEGABYTE)).toThrow(Damaged);
    await expect(inPieces(wire, encoding, MEGABYTE)).rejects.toThrow(Damaged);
  });
});
