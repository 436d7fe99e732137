/** A bucket of an S3 service: what is put there and read back, also on the service's bad days. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Bucket } from "../../src/archive/bucket/bucket.ts";
import { sha256 } from "../../src/archive/digest.ts";
import { openWarc } from "../../src/archive/source.ts";
import { bucketPlace } from "../../src/config/bucket.ts";
import { folder } from "../stand-ins/folder.ts";
import { type S3, startS3, type Trouble } from "../stand-ins/s3.ts";

const BYTES = Buffer.alloc(600_000, "0123456789abcdef-");
const FINGERPRINT = { bytes: BYTES.length, digest: sha256(BYTES) };

async function names(bucket: Bucket): Promise<string[]> {
  const found: string[] = [];
  for await (const { name } of bucket.list()) found.push(name);
  return found;
}

describe("its address", () => {
  it.each([
    ["s3://bucket", { bucket: "bucket", prefix: "" }],
    ["s3://bucket/", { bucket: "bucket", prefix: "" }],
    ["s3://my.bucket-1/a/b c/", { bucket: "my.bucket-1", prefix: "a/b c/" }],
  ])("%s", (address, place) => expect(bucketPlace(address)).toEqual(place));

  it.each(["s3://", "s3://b", "s3://key:secret@bucket/x", "s3://bucket//x", "s3://bucket/../x", "https://bucket/x"])(
    "%s is none",
    (address) => expect(bucketPlace(address)).toBeUndefined(),
  );
});

it("gives back what was put there, whole and in parts, and forgets what is removed", async () => {
  const { bucket } = await startS3("a folder/of mine/");
  const path = join(await folder(), "file");
  await writeFile(path, BYTES);
  await bucket.put("file+1 é", path, FINGERPRINT);
  expect(await bucket.standing("file+1 é")).toEqual(FINGERPRINT);
  expect(await bucket.digestOf("file+1 é", BYTES.length)).toBe(FINGERPRINT.digest);
  expect(await names(bucket)).toEqual(["file+1 é"]);
  await bucket.remove("file+1 é");
  expect(await bucket.standing("file+1 é")).toBeUndefined();
});

it("lists what is there page by page", async () => {
  const s3 = await startS3();
  const all = ["a", "b", "c/d", "e & <f>", "g"];
  for (const name of all)
    await s3.bucket.put(name, Buffer.from(name), { bytes: name.length, digest: sha256(Buffer.from(name)) });
  expect(await names(s3.bucket)).toEqual(all);
  // The server that stands in has its pages' tokens made by a cipher that Node no longer has.
  const key = (name: string) =>
    `<Contents><Key>archive/${name}</Key><Size>1</Size><Owner><ID>x</ID></Owner></Contents>`;
  const pages = [key("a") + key("b"), key("c/d") + key("e &amp; &lt;f&gt;"), key("g")];
  s3.meets = (asked) => {
    const number = Number(/continuation-token=t&(\d)/.exec(asked)?.[1] ?? 0);
    const next = number < 2 ? `<NextContinuationToken>t&amp;${number + 1}</NextContinuationToken>` : "";
    return { kind: "answers", status: 200, text: `<ListBucketResult>${pages[number]}${next}</ListBucketResult>` };
  };
  expect(await names(s3.bucket)).toEqual(all);
});

describe("a file that is read in windows", () => {
  async function stored(): Promise<S3> {
    const s3 = await startS3();
    await s3.bucket.put("file", BYTES, FINGERPRINT);
    s3.requests.length = 0;
    return s3;
  }

  it("from beginning to end is a short request and a long one", async () => {
    const s3 = await stored();
    const source = await openWarc(s3.bucket.file("file"));
    for (let at = 0; at < BYTES.length; at += 10_000)
      expect((await source.read(at, 10_000)).equals(BYTES.subarray(at, at + 10_000))).toBe(true);
    source.close();
    expect(s3.requests).toEqual([
      "HEAD /bucket/archive/file",
      `GET /bucket/archive/file 0-16383`,
      `GET /bucket/archive/file 16384-${BYTES.length - 1}`,
    ]);
  });

  it("where a record stands is known, is one request", async () => {
    const s3 = await stored();
    const source = await openWarc(s3.bucket.file("file"), { from: 5000, to: 405_000 });
    for (let at = 5000; at < 405_000; at += 40_000)
      expect((await source.read(at, 40_000)).equals(BYTES.subarray(at, at + 40_000))).toBe(true);
    source.close();
    expect(s3.requests).toEqual(["GET /bucket/archive/file 5000-404999"]);
  });

  it("forwards and back is as it is on a disk", async () => {
    const s3 = await stored();
    const path = join(await folder(), "file");
    await writeFile(path, BYTES);
    const [there, here] = [await openWarc(s3.bucket.file("file")), await openWarc(path)];
    for (const [at, count] of [
      [0, 10],
      [500_000, 9],
      [100, 300_000],
      [99, 5],
      [350_000, 64_000],
      [599_990, 100],
      [600_000, 1],
    ] as const)
      expect(Buffer.from(await there.read(at, count)).equals(await here.read(at, count))).toBe(true);
    there.close();
    here.close();
  });
});

describe("on a bad day", () => {
  const once = (trouble: Trouble) => (_: string, count: number) => (count === 1 ? trouble : undefined);
  const always = (trouble: Trouble) => () => trouble;
  const PASSING: [string, Trouble][] = [
    ["503 SlowDown", { kind: "answers", status: 503, code: "SlowDown" }],
    ["500", { kind: "answers", status: 500, code: "InternalError" }],
    ["429 without a word", { kind: "answers", status: 429 }],
    ["a bucket that is not known everywhere yet", { kind: "answers", status: 307, code: "TemporaryRedirect" }],
    ["a connection that is reset before the answer", { kind: "resets", after: 0 }],
    ["a connection that is reset in the middle", { kind: "resets", after: 300_000 }],
    ["an answer that stops short", { kind: "stops", after: 10_000 }],
    ["an answer that stalls", { kind: "stalls", after: 20_000 }],
  ];

  it.each(PASSING)("%s is passed over", async (_, trouble) => {
    const s3 = await startS3();
    s3.meets = once(trouble);
    await s3.bucket.put("file", BYTES, FINGERPRINT);
    expect(await s3.bucket.digestOf("file", BYTES.length)).toBe(FINGERPRINT.digest);
    expect(await s3.bucket.standing("file")).toEqual(FINGERPRINT);
    expect(await names(s3.bucket)).toEqual(["file"]);
  });

  it.each<[string, Trouble, string]>([
    [
      "503 without end",
      { kind: "answers", status: 503, code: "SlowDown" },
      "the service cannot do it now (503 SlowDown); try again later",
    ],
    [
      "a wrong key",
      { kind: "answers", status: 403, code: "InvalidAccessKeyId" },
      "the keys are not accepted (403 InvalidAccessKeyId); check AWS_ACCESS_KEY_ID",
    ],
    [
      "a wrong secret",
      { kind: "answers", status: 403, code: "SignatureDoesNotMatch" },
      "the keys are not accepted (403 SignatureDoesNotMatch)",
    ],
    [
      "a right that lacks",
      { kind: "answers", status: 403, code: "AccessDenied" },
      "the keys do not have the right to it (403 AccessDenied); let them",
    ],
    [
      "a clock that is wrong",
      { kind: "answers", status: 403, code: "RequestTimeTooSkewed" },
      "this machine’s clock is wrong",
    ],
    [
      "a bucket that is not there",
      { kind: "answers", status: 404, code: "NoSuchBucket" },
      "there is no such bucket; create it, or name another",
    ],
    [
      "another region",
      { kind: "answers", status: 301, code: "PermanentRedirect", headers: { "x-amz-bucket-region": "eu-central-1" } },
      "the bucket is in another region (eu-central-1); set AWS_REGION to it",
    ],
    [
      "another region, in the words of a signature",
      {
        kind: "answers",
        status: 400,
        text: "<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-3</Region></Error>",
      },
      "the bucket is in another region (eu-west-3); set AWS_REGION to it",
    ],
    ["an answer of another kind", { kind: "answers", status: 418 }, "the service refuses it (418); look for that"],
    ["connections that are reset without end", { kind: "resets", after: 0 }, "cannot be reached, or broke off ("],
  ])("%s ends in a sentence", async (_, trouble, sentence) => {
    const s3 = await startS3();
    s3.meets = always(trouble);
    for (const work of [
      () => s3.bucket.put("file", BYTES, FINGERPRINT),
      () => s3.bucket.digestOf("file", BYTES.length),
      () => names(s3.bucket),
      () => s3.bucket.tryOut(),
    ])
      await expect(work()).rejects.toThrow(sentence);
    await expect(s3.bucket.put("file", BYTES, FINGERPRINT)).rejects.toThrow(/^s3:\/\/bucket\/archive\/file: /);
  });

  it("a service that is not there ends in a sentence", async () => {
    const access = { endpoint: "http://127.0.0.1:1", region: "us-east-1", accessKeyId: "a", secretAccessKey: "b" };
    const bucket = new Bucket(access, { bucket: "bucket", prefix: "" }, { tries: 2, pause: 1, silence: 500 });
    await expect(bucket.tryOut()).rejects.toThrow("cannot be reached, or broke off (ECONNREFUSED)");
    await bucket.close();
  });

  it("a list that is none, or never ends, is said", async () => {
    const s3 = await startS3();
    s3.meets = () => ({ kind: "answers", status: 200 });
    await expect(names(s3.bucket)).rejects.toThrow("broke off (no list of files)");
  });

  it("a byte that is read back wrong is seen", async () => {
    const s3 = await startS3();
    await s3.bucket.put("file", BYTES, FINGERPRINT);
    s3.meets = () => ({ kind: "corrupts", at: 1000 });
    expect(await s3.bucket.digestOf("file", BYTES.length)).not.toBe(FINGERPRINT.digest);
    await expect(s3.bucket.tryOut()).resolves.toBeUndefined();
  });
});
