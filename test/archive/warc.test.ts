/** WARC files as they are written, as others read them, and as hostile or damaged files are met. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createGunzip, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import WARCStream from "warc";
import type { ArchivedRecord } from "../../src/archive/record.ts";
import { ArchiveError } from "../../src/archive/source.ts";
import { encodeRecord, readRecordAt, readRecords } from "../../src/archive/warc.ts";
import type { Header } from "../../src/fetch/capture.ts";
import { folder } from "../stand-ins/folder.ts";
import { mutationsOf } from "../stand-ins/mutations.ts";
import { fc, test } from "../stand-ins/properties.ts";

async function file(bytes: Uint8Array): Promise<string> {
  const path = join(await folder(), "x.warc.gz");
  await writeFile(path, bytes);
  return path;
}

async function all(path: string): Promise<ArchivedRecord[]> {
  const records: ArchivedRecord[] = [];
  for await (const record of readRecords(path)) records.push(record);
  return records;
}

const response = (
  payload: Uint8Array = Buffer.from("a page"),
  rawHeaders: Header[] = [["Content-Type", "text/html"]],
) =>
  encodeRecord({
    type: "response",
    id: "urn:uuid:00000000-0000-4000-8000-000000000001",
    at: "2022-08-31T21:50:00.123Z",
    url: "https://www.ohchr.org/en/latest",
    http: { statusLine: "HTTP/1.1 200 OK", rawHeaders },
    payload,
  });

const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/);
const value = fc.stringMatching(/^[!-~\u00a1-\u00ff]([ -~\u00a1-\u00ff]{0,30}[!-~\u00a1-\u00ff])?$/);

test(
  "what is written is read back byte for byte, headers of one name apart and in order",
  [fc.uint8Array({ maxLength: 3000 }), fc.array(fc.tuple(token, value), { maxLength: 8 })],
  async (payload, headers) => {
    const path = await file(Buffer.concat([await response(payload, headers), await response()]));
    const [first, second] = await all(path);
    expect(first?.payload?.equals(Buffer.from(payload))).toBe(true);
    expect(first?.http?.rawHeaders).toEqual(headers);
    expect([first?.doubts, second?.doubts]).toEqual([[], []]);
    expect(String((await readRecordAt(path, { offset: second?.offset ?? 0 })).payload)).toBe("a page");
  },
);

it("opens in a reader that others wrote", async () => {
  const path = await file(Buffer.concat([await response(Buffer.from("one")), await response(Buffer.from("two"))]));
  const found: { headers: Record<string, string>; content: Buffer }[] = [];
  const stream = createReadStream(path).pipe(createGunzip()).pipe(new WARCStream());
  stream.on("data", (record: (typeof found)[number]) => found.push(record));
  await once(stream, "end");
  expect(found.map(({ headers }) => [headers["WARC-Type"], headers["WARC-Target-URI"], headers["WARC-Date"]])).toEqual(
    Array(2).fill(["response", "https://www.ohchr.org/en/latest", "2022-08-31T21:50:00.123Z"]),
  );
  expect(found.map(({ content }) => content.toString().split("\r\n\r\n").at(-1))).toEqual(["one", "two"]);
});

it("an uncompressed file is read as well", async () => {
  const plain = Buffer.concat([gunzipSync(await response()), gunzipSync(await response(Buffer.from("two")))]);
  expect((await all(await file(plain))).map(({ payload }) => String(payload))).toEqual(["a page", "two"]);
});

it.each([
  ["compressed", (record: Buffer) => record],
  ["plain", (record: Buffer) => gunzipSync(record)],
])(
  "%s: a body far larger than what is read at once is the same byte for byte, and so is what follows",
  async (_, as) => {
    const body = Buffer.concat(
      Array.from({ length: 70_000 }, (_, index) => createHash("sha512").update(`${index}`).digest()),
    );
    const path = await file(Buffer.concat([as(await response(body)), as(await response())]));
    const [large, small] = await all(path);
    expect(large?.payload?.equals(body)).toBe(true);
    expect([large?.doubts, small?.doubts, String(small?.payload)]).toEqual([[], [], "a page"]);
  },
);

describe("a file that cannot be read", () => {
  it.each([
    ["that is something else", async () => Buffer.from("<html>not an archive</html>"), "is not a WARC file"],
    ["that is cut off", async () => (await response()).subarray(0, -20), "is cut off"],
    ["whose bytes were changed", async () => flipped(await response(), 60), /cannot be unpacked|checksum/],
    ["that is gzip of something else", async () => gzipSync("hello"), "no WARC record stands"],
    [
      "that claims to be enormous",
      async () => Buffer.from("WARC/1.1\r\nContent-Length: 99999999999\r\n\r\n"),
      "is cut off",
    ],
    [
      "with headers without end",
      async () => Buffer.concat([Buffer.from("WARC/1.1\r\n"), Buffer.alloc(400_000, "a")]),
      "headers are cut off or damaged",
    ],
  ])("%s is said in one sentence that names it and the place", { timeout: 30_000 }, async (_, make, sentence) => {
    const path = await file(await make());
    const error = await all(path).catch((caught: Error) => caught);
    expect(error).toBeInstanceOf(ArchiveError);
    expect(String(error)).toMatch(sentence);
    expect(String(error)).toContain(path);
    expect(String(error)).toContain("byte 0");
  });

  it("does not exist", async () => {
    await expect(all("/nowhere/x.warc.gz")).rejects.toThrow("/nowhere/x.warc.gz: cannot be read (ENOENT)");
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

describe("thousands of mutated files", () => {
  it.each([
    ["compressed", async () => Buffer.concat([await response(), await response(Buffer.from("two"))])],
    ["plain", async () => gunzipSync(Buffer.concat([await response(), await response(Buffer.from("two"))]))],
  ])("%s: each is read, or refused in one sentence", { timeout: 120_000 }, async (_, make) => {
    const whole = await make();
    const path = await file(whole);
    await fc.assert(
      fc.asyncProperty(mutationsOf(whole), async (bytes) => {
        await writeFile(path, bytes);
        const found = await all(path).catch((error: Error) => error);
        if (!Array.isArray(found)) expect(found).toBeInstanceOf(ArchiveError);
      }),
      { numRuns: 2000 },
    );
    await writeFile(path, whole);
    expect((await readFile(path)).equals(whole)).toBe(true);
  });
});
