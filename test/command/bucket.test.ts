/** The archive of a bot whose files are in a folder, in a bucket, or in both: every command does the same with it. */
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { sha256 } from "../../src/archive/digest.ts";
import { ARCHIVE_FOLDER, readFileName } from "../../src/archive/file-names.ts";
import { openLibrary } from "../../src/archive/library.ts";
import { nameOf } from "../../src/archive/source.ts";
import { readRecords } from "../../src/archive/warc.ts";
import { readSecrets } from "../../src/config/secrets.ts";
import { noticeId } from "../../src/judge/notice.ts";
import { Store } from "../../src/store/store.ts";
import { captureBytes } from "../../src/web/evidence/capture-page.ts";
import { type Rehearsal, rehearse } from "../stand-ins/bot.ts";
import { call } from "../stand-ins/command.ts";
import { unpacked } from "../stand-ins/exported.ts";
import { folder } from "../stand-ins/folder.ts";
import { LATEST_PATH, listing, ordinaryRows, publishedReport } from "../stand-ins/ohchr.ts";
import { startOrigin } from "../stand-ins/origin.ts";
import { type S3, startS3 } from "../stand-ins/s3.ts";
import { newPostgres } from "../stand-ins/stores.ts";

const WEEK = 7 * 86_400_000;

let s3: S3;
let bot: Rehearsal;
let archive: string;
let published: string;

/** A bot that looked on five days and saw the publication; all of its files but the last are in the bucket. */
beforeEach(async () => {
  s3 = await startS3();
  bot = await rehearse({
    secrets: readSecrets(s3.environment, undefined, "", []),
    adjust: ({ settings }) => {
      settings.archive.keep_uploaded = WEEK;
    },
  });
  archive = join(bot.config.dataDirectory, ARCHIVE_FOLDER);
  for (const day of ["20", "25", "28"]) await bot.at(`2022-08-${day}T12:00:00Z`);
  Object.assign(bot.origin.pages, publishedReport());
  await bot.at("2022-08-31T21:50:00Z");
  await bot.at("2022-09-02T21:50:00Z");
  await bot.bot.upload();
  const [notice] = bot.told.filter(({ kind }) => kind === "published");
  published = notice ? noticeId(notice) : "";
});

const run = (...command: string[]) => call([...command, "--data", bot.config.dataDirectory], s3.environment);
const local = async () => (await readdir(archive)).sort().map((name) => join(archive, name));

/** A week later what was uploaded leaves the folder. */
async function aWeekLater(): Promise<void> {
  const before = await local();
  await bot.clock.sleep(WEEK + 1);
  await bot.bot.upload();
  expect(await local()).toEqual(before.slice(-1));
}

async function exported(): Promise<Buffer> {
  const out = join(await folder(), "case.wacz");
  expect(await run("evidence", "export", published, "--out", out)).toMatchObject({ code: 0 });
  return readFile(join(await unpacked(out), "archive", "data.warc.gz"));
}

/** What an exported archive holds, but for what is numbered anew each time. */
async function recordsOf(warc: Buffer): Promise<string[]> {
  const path = join(await folder(), "x.warc.gz");
  await writeFile(path, warc);
  const records: string[] = [];
  for await (const { type, url, payload } of readRecords(path)) records.push(`${type} ${url} ${payload}`);
  return records;
}

it("replay tells the same of the folder, of the bucket, and of what is in both", { timeout: 60_000 }, async () => {
  const files = await local();
  const told = async (...names: string[]) => {
    const { code, lines, error } = await call(
      ["replay", "--json", ...names, "--config", "config/coming-weeks.yaml", "--data", bot.config.dataDirectory],
      s3.environment,
    );
    expect({ code, error }).toEqual({ code: 0, error: "" });
    return lines;
  };
  const all = await told(...files);
  expect(all.length).toBeGreaterThan(3);
  expect(await told()).toEqual(all);
  await aWeekLater();
  expect(await told()).toEqual(all);
  expect(await told(...(await local()), "s3://bucket/archive")).toEqual(all);
  const each = files
    .slice(0, -1)
    .map((file) => file.replace(archive, "s3://bucket/archive"))
    .reverse();
  expect(await told(...each, ...(await local()))).toEqual(all);
});

it("verify counts each file once, wherever it is, and reads every copy", async () => {
  const before = (await run("archive", "verify", "--json")).lines[0];
  expect(before).toMatchObject({ faulty: 0, files: (await local()).length });
  await aWeekLater();
  const after = (await run("archive", "verify", "--json")).lines[0];
  expect(after).toEqual(before);
  expect(await run("archive", "verify", "s3://bucket/archive/")).toMatchObject({ code: 0 });
});

it("verify finds what was changed in a bucket, or is gone from it, although the folder still has it", async () => {
  const [first = "", second = ""] = await readdir(archive);
  s3.meets = (asked) => (asked.startsWith("GET") && asked.endsWith(first) ? { kind: "corrupts", at: 50 } : undefined);
  await s3.bucket.remove(second);
  const { code, error } = await run("archive", "verify");
  expect({ code, error: error.trim().split("\n") }).toEqual({
    code: 2,
    error: [
      `s3://bucket/archive/${first}: its bytes are not those that were uploaded`,
      `s3://bucket/archive/${second}: was uploaded, and is there no longer as it was`,
    ],
  });
});

it("export gives the same, from wherever the captures are", async () => {
  const before = await recordsOf(await exported());
  expect(before.length).toBeGreaterThan(5);
  await aWeekLater();
  expect(await recordsOf(await exported())).toEqual(before);
});

it("a page shows a capture from the bucket by one request for a part of a file", async () => {
  const { citations } = await bot.bot.store.citations.all();
  const shelves = bot.bot.shelves;
  const shown = () =>
    Promise.all(
      citations.map(async ({ digest }) => {
        const found = await captureBytes({ store: bot.bot.store, shelves }, digest);
        const pieces: Buffer[] = [];
        for await (const piece of found?.record.payload ?? []) pieces.push(piece);
        await found?.record.close();
        return { digest, is: sha256(Buffer.concat(pieces)) };
      }),
    );
  const before = await shown();
  expect(before).toEqual(citations.map(({ digest }) => ({ digest, is: digest })));
  await aWeekLater();
  s3.requests.length = 0;
  expect(await shown()).toEqual(before);
  expect(s3.requests.length).toBeGreaterThan(0);
  for (const request of s3.requests)
    expect(request).toMatch(/^GET \/bucket\/archive\/coming-weeks-\d{8}-0001.warc.gz \d+-\d+$/);
});

it("what goes with the years goes from both, with its index, and never what is cited", async () => {
  await aWeekLater();
  const before = (await bot.bot.store.uploads.all()).length;
  bot.config.settings.archive.keep = 1;
  await bot.bot.tidy();
  const { citations, cited } = await bot.bot.store.citations.all();
  const held: string[] = [];
  for await (const { name } of s3.bucket.list()) held.push(name);
  const files = held.filter((name) => name.endsWith(".warc.gz"));
  expect(files.length).toBeGreaterThan(0);
  expect(files.length).toBeLessThan(before);
  expect(held).toEqual(files.flatMap((name) => [name, `${name}.cdxj`]));
  for (const digest of cited) expect(citations.map((citation) => citation.digest)).toContain(digest);
  expect(await run("archive", "verify")).toMatchObject({ code: 0 });
});

it("a bucket that is not to be had while old files go is told, and the next day they go", async () => {
  await aWeekLater();
  bot.config.settings.archive.keep = 1;
  s3.meets = (asked) =>
    asked.startsWith("DELETE") ? { kind: "answers", status: 403, code: "AccessDenied" } : undefined;
  await bot.bot.tidy();
  s3.meets = () => undefined;
  await bot.bot.tidy();
  expect((await bot.bot.store.uploads.all()).filter(({ removed_at }) => removed_at !== null).length).toBeGreaterThan(0);
  expect(await run("archive", "verify")).toMatchObject({ code: 0 });
});

it("doctor says whether the bucket can be written and read, and leaves nothing there", async () => {
  const origin = await startOrigin({});
  const doctor = () =>
    call(
      [
        "doctor",
        "--data",
        join(bot.config.dataDirectory, "none"),
        "--origin",
        `https://www.ohchr.org=${origin.address}`,
      ],
      s3.environment,
    );
  expect((await doctor()).out).toContain("ok    archive: s3://bucket/archive/ can be written and read\n");
  s3.meets = () => ({ kind: "answers", status: 301, headers: { "x-amz-bucket-region": "eu-west-3" } });
  expect((await doctor()).out).toMatch(/FAIL {2}archive: s3:\/\/bucket\/archive\/doctor-.*set AWS_REGION to it\n/);
  await origin.close();
  await rm(join(bot.config.dataDirectory, "none"), { recursive: true, force: true });
});

it("without its keys, a bucket’s address is answered with what is missing", async () => {
  const { code, error } = await call(["replay", "s3://bucket/archive"], {
    ...s3.environment,
    AWS_SECRET_ACCESS_KEY: "",
  });
  expect({ code, error }).toEqual({
    code: 2,
    error: expect.stringContaining("needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"),
  });
  expect(await call(["replay", "s3://b"], s3.environment)).toMatchObject({
    code: 2,
    error: expect.stringContaining("is not the address of a bucket"),
  });
  expect(await call(["replay", "s3://bucket/nothing"], s3.environment)).toMatchObject({
    code: 2,
    error: expect.stringContaining("holds no WARC files"),
  });
});

it("moved to a PostgreSQL, it holds for somebody as well who has none of its folders", async () => {
  const environment = { ...s3.environment, DATABASE_URL: await newPostgres() };
  bot.origin.pages[LATEST_PATH] = listing(ordinaryRows(16));
  await bot.at("2022-09-03T12:00:00Z");
  const copy = await folder();
  await cp(bot.config.dataDirectory, copy, { recursive: true });
  expect((await call(["move", "--data", copy], environment)).code).toBe(0);
  expect(await call(["archive", "verify", "--data", await folder()], environment)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/With other workers +\d+, in files that are not uploaded yet/),
  });
});

it("two bots that share a database take their files to one bucket, and one account comes of them", {
  timeout: 60_000,
}, async () => {
  const database = await newPostgres();
  const secrets = readSecrets((await startS3("shared/")).environment, undefined, "", []);
  const open = (worker: string) => rehearse({ secrets, openStore: () => Store.onPostgres(database, worker) });
  const bots = [await open("a"), await open("a-b")];
  for (const day of ["20", "21", "22", "23", "24"])
    for (const [index, one] of bots.entries()) await one.at(`2022-08-${day}T${10 + index}:00:00Z`);
  for (const one of bots) {
    await one.restart();
    await one.bot.upload();
  }
  const files = [...((await bots[0]?.bot.shelves.all()) ?? []), ...((await bots[1]?.bot.shelves.all()) ?? [])];
  expect(files.some((file) => typeof file !== "string")).toBe(true);
  const once = new Map(files.map((file) => [basename(nameOf(file)), file]));
  const orders: number[] = [];
  for await (const happening of (await openLibrary([...once.values()])).happenings())
    if ("order" in happening && happening.order !== undefined) orders.push(happening.order);
  expect(orders.length).toBeGreaterThan(20);
  expect(orders).toEqual(orders.toSorted((a, b) => a - b));
  expect(new Set([...once.keys()].map((name) => readFileName(name)?.worker))).toEqual(new Set(["a", "a-b"]));
});
