/** Closed files of the archive on their way to a bucket: each arrives once and whole, whatever happens on the way. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { openArchive } from "../../src/archive/archive.ts";
import { Bucket } from "../../src/archive/bucket/bucket.ts";
import type { ArchiveEnd } from "../../src/archive/citation.ts";
import { sha256 } from "../../src/archive/digest.ts";
import { type Uploaded, Uploader, type Uploads } from "../../src/archive/upload.ts";
import { readRecordAt } from "../../src/archive/warc.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import { answer } from "../stand-ins/answer.ts";
import { folder } from "../stand-ins/folder.ts";
import { type S3, S3_KEYS, startS3 } from "../stand-ins/s3.ts";
import { STORES } from "../stand-ins/stores.ts";

const NOW = "2022-08-31T21:50:00.000Z";
const DAY = 86_400_000;
const FILES = [1, 2, 3].map((number) => `coming-weeks-a-20220831-000${number}.warc.gz`);
const [FIRST, SECOND, OPEN] = FILES as [string, string, string];

/** Three files of a worker's, the last of them open, beside one of another's. */
async function written(): Promise<{ directory: string; end: ArchiveEnd }> {
  const directory = join(await folder(), "archive");
  const settings = {
    directory,
    maxFileBytes: 1,
    minFreeBytes: 0,
    config: { "c.yaml": "x: y\n" },
    software: "test",
    edition: 2,
  };
  const other = await openArchive({ ...settings, worker: "a-b" }, undefined, NOW);
  await other.append([], [], NOW);
  other.close();
  const archive = await openArchive({ ...settings, worker: "a" }, undefined, NOW);
  let end: ArchiveEnd | undefined;
  for (const text of ["one", "two", "three"]) {
    const url = `https://www.ohchr.org/en/${text}?b=1&a=2`;
    const page = answer({
      url,
      at: NOW,
      wire: Buffer.from(text),
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    ({ end } = await archive.append([], [{ record: `urn:x:${text}`, answer: page }], NOW));
  }
  archive.close();
  return { directory, end: end as ArchiveEnd };
}

function remembered(): Uploads & { rows: Map<string, Uploaded> } {
  const rows = new Map<string, Uploaded>();
  return { rows, all: async () => [...rows.values()], note: async (row) => void rows.set(row.file, row) };
}

async function started({
  s3,
  keep = 7 * DAY,
  bucket,
  ...given
}: {
  s3: S3;
  keep?: number;
  bucket?: Bucket;
  uploads?: Uploads;
  directory?: string;
  end?: ArchiveEnd;
}) {
  const { directory, end } = given.directory ? { directory: given.directory, end: given.end } : await written();
  const clock = new SimulatedClock(NOW);
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => void lines.push(JSON.parse(line)) });
  const uploads = given.uploads ?? remembered();
  const parts = {
    directory,
    worker: "a",
    bucket: bucket ?? s3.bucket,
    uploads,
    end: async () => end,
    keep,
    clock,
    log,
  };
  return { directory, end, clock, lines, uploads, uploader: new Uploader(parts) };
}

async function held(bucket: Bucket): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of bucket.list()) names.push(name);
  return names;
}

it.each(STORES)(
  "what is closed arrives with its index and is noted; what is open, or another’s, stays (%s)",
  async (_, open) => {
    const s3 = await startS3();
    const store = await open();
    onTestFinished(() => store.close());
    const { directory, uploader, lines } = await started({ s3, uploads: store.uploads });
    await uploader.pass();
    expect(await held(s3.bucket)).toEqual([FIRST, `${FIRST}.cdxj`, SECOND, `${SECOND}.cdxj`]);
    const bytes = await readFile(join(directory, FIRST));
    expect(await s3.bucket.standing(FIRST)).toEqual({ bytes: bytes.length, digest: sha256(bytes) });
    expect(await store.uploads.all()).toMatchObject([
      { file: FIRST, bytes: bytes.length, digest: sha256(bytes), uploaded_at: NOW, removed_at: null },
      { file: SECOND },
    ]);
    expect(lines.map(({ event, file }) => [event, file])).toEqual([
      ["uploaded", FIRST],
      ["uploaded", SECOND],
    ]);
    s3.requests.length = 0;
    await uploader.pass();
    expect(s3.requests).toEqual([]);
  },
);

it("by its index, one record is one read of a part of the file", async () => {
  const s3 = await startS3();
  const { uploader } = await started({ s3 });
  await uploader.pass();
  const { bytes = 0 } = (await s3.bucket.standing(`${FIRST}.cdxj`)) ?? {};
  const pieces: Buffer[] = [];
  for await (const piece of s3.bucket.file(`${FIRST}.cdxj`).bytes(0, bytes)) pieces.push(piece);
  const lines = Buffer.concat(pieces).toString().split("\n").slice(0, -1);
  expect(lines).toEqual(lines.toSorted());
  const [, key, at, json] = /^(\S+) (\d{14}) (\{.*\})$/.exec(lines.find((line) => line.startsWith("org,")) ?? "") ?? [];
  expect([key, at]).toEqual(["org,ohchr)/en/one?a=2&b=1", "20220831215000"]);
  const about = JSON.parse(json ?? "");
  expect(about).toMatchObject({
    url: "https://www.ohchr.org/en/one?b=1&a=2",
    mime: "text/html",
    status: "200",
    digest: `sha256:${sha256(Buffer.from("one"))}`,
    filename: FIRST,
  });
  s3.requests.length = 0;
  const place = { offset: Number(about.offset), length: Number(about.length) };
  expect(String((await readRecordAt(s3.bucket.file(FIRST), place)).payload)).toBe("one");
  expect(s3.requests).toEqual([`GET /bucket/archive/${FIRST} ${place.offset}-${place.offset + place.length - 1}`]);
});

describe("an uploaded file", () => {
  it("leaves the folder when it was kept for as long as it is to be, and is still in the bucket", async () => {
    const s3 = await startS3();
    const { directory, uploader, clock } = await started({ s3 });
    await uploader.pass();
    await clock.sleep(6 * DAY);
    await uploader.pass();
    expect(await readdir(directory)).toContain(FIRST);
    await clock.sleep(2 * DAY);
    await uploader.pass();
    expect((await readdir(directory)).sort()).toEqual([OPEN, "coming-weeks-a-b-20220831-0001.warc.gz"]);
  });

  it("that somebody removed from the bucket is uploaded anew, and stays", async () => {
    const s3 = await startS3();
    const { directory, uploader, clock, uploads } = await started({ s3 });
    await uploader.pass();
    await s3.bucket.remove(FIRST);
    await clock.sleep(8 * DAY);
    await uploader.pass();
    expect(await held(s3.bucket)).toContain(FIRST);
    expect((await uploads.all())[0]?.uploaded_at).toBe(clock.now());
    expect(await readdir(directory)).toContain(FIRST);
  });

  it("that is no longer needed leaves the folder, and is not uploaded anew", async () => {
    const s3 = await startS3();
    const uploads = remembered();
    const { directory, uploader } = await started({ s3, uploads });
    uploads.rows.set(FIRST, { file: FIRST, bytes: 1, digest: "", uploaded_at: NOW, removed_at: NOW });
    await uploader.pass();
    expect(await held(s3.bucket)).toEqual([SECOND, `${SECOND}.cdxj`]);
    expect(await readdir(directory)).not.toContain(FIRST);
  });
});

it("killed before any of its requests is answered, it goes on: nothing is lost, and nothing arrives under two names", async () => {
  const s3 = await startS3();
  for (let killed = 1, isOver = false; !isOver; killed++) {
    for (const name of await held(s3.bucket)) await s3.bucket.remove(name);
    const hasty = new Bucket(
      {
        endpoint: s3.environment.AWS_ENDPOINT_URL_S3 ?? "",
        region: "us-east-1",
        ...S3_KEYS,
      },
      { bucket: "bucket", prefix: "archive/" },
      { tries: 1 },
    );
    const { directory, end, uploader, uploads } = await started({ s3, bucket: hasty });
    let count = 0;
    s3.meets = () => (++count >= killed ? { kind: "resets", after: 0 } : undefined);
    await uploader.pass();
    isOver = count < killed;
    s3.meets = () => undefined;
    await hasty.close();
    if (!end) throw new Error("nothing was written");
    await (await started({ s3, directory, end, uploads })).uploader.pass();
    expect(await held(s3.bucket)).toEqual([FIRST, `${FIRST}.cdxj`, SECOND, `${SECOND}.cdxj`]);
    for (const file of [FIRST, SECOND]) {
      const bytes = await readFile(join(directory, file));
      expect(await s3.bucket.digestOf(file, bytes.length)).toBe(sha256(bytes));
    }
    expect((await uploads.all()).map(({ file }) => file)).toEqual([FIRST, SECOND]);
  }
});

describe("what fails", () => {
  it("is told and tried again, less and less often, and arrives when it can", async () => {
    const s3 = await startS3();
    const { uploader, clock, lines, uploads } = await started({ s3 });
    s3.meets = () => ({ kind: "answers", status: 403, code: "InvalidAccessKeyId" });
    for (let minute = 0; minute < 30; minute++) {
      await uploader.pass();
      await clock.sleep(60_000);
    }
    expect(lines.map(({ wait }) => wait)).toEqual([
      10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 640_000, 1_280_000,
    ]);
    expect(lines[0]).toMatchObject({
      event: "upload-failed",
      file: FIRST,
      error: expect.stringContaining("check AWS_ACCESS_KEY_ID"),
    });
    s3.meets = () => undefined;
    await clock.sleep(3_600_000);
    await uploader.pass();
    expect(await uploads.all()).toHaveLength(2);
  });

  it("a file that is read back wrong does not count as uploaded, and is put there anew", async () => {
    const s3 = await startS3();
    const { uploader, clock, lines, uploads } = await started({ s3 });
    s3.meets = (asked) => (asked.startsWith("GET") ? { kind: "corrupts", at: 3 } : undefined);
    await uploader.pass();
    expect(lines[0]?.error).toBe(`s3://bucket/archive/${FIRST}: what is read back is not what was sent`);
    expect(await uploads.all()).toEqual([]);
    s3.meets = () => undefined;
    await clock.sleep(60_000);
    await uploader.pass();
    expect(await uploads.all()).toHaveLength(2);
  });

  it("a file whose name another has is let be with what to mend, and the others go on", async () => {
    const s3 = await startS3();
    const { directory, uploader, lines, clock } = await started({ s3 });
    const other = Buffer.from("what somebody else’s worker of that name wrote");
    await s3.bucket.put(FIRST, other, { bytes: other.length, digest: sha256(other) });
    await uploader.pass();
    await clock.sleep(DAY);
    await uploader.pass();
    expect(lines.map(({ event, file }) => [event, file])).toEqual([
      ["upload-failed", FIRST],
      ["uploaded", SECOND],
    ]);
    expect(lines[0]?.error).toMatch(/another file has this name already; give each worker a WORKER_NAME of its own/);
    expect(await s3.bucket.digestOf(FIRST, other.length)).toBe(sha256(other));
    expect(await readdir(directory)).toContain(FIRST);
  });

  it("a file that cannot be read holds up no other, and is tried less and less often", async () => {
    const s3 = await startS3();
    const { directory, uploader, clock, uploads, lines } = await started({ s3 });
    await rm(join(directory, FIRST));
    await mkdir(join(directory, FIRST));
    for (let minute = 0; minute < 6; minute++) {
      await uploader.pass();
      await clock.sleep(60_000);
    }
    expect((await uploads.all()).map(({ file }) => file)).toEqual([SECOND]);
    const waits = lines.filter(({ event }) => event === "upload-failed").map(({ wait }) => wait);
    expect(waits).toEqual([10_000, 10_000, 20_000, 40_000, 80_000]);
  });

  it("what one bot wrote before there were several arrives with the files of whoever has its folder", async () => {
    const s3 = await startS3();
    const { directory, uploader } = await started({ s3 });
    await writeFile(join(directory, "coming-weeks-20211210-0001.warc.gz"), "alone");
    await uploader.pass();
    expect(await held(s3.bucket)).toContain("coming-weeks-20211210-0001.warc.gz");
  });

  it("what others keep under the prefix is let be", async () => {
    const s3 = await startS3();
    const { directory, uploader } = await started({ s3 });
    await s3.bucket.put("notes.txt", Buffer.from("x"), { bytes: 1, digest: sha256(Buffer.from("x")) });
    await writeFile(join(directory, "notes.txt"), "y");
    await uploader.pass();
    expect(await s3.bucket.digestOf("notes.txt", 1)).toBe(sha256(Buffer.from("x")));
  });
});
