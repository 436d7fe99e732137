import { readFile, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readRecords } from "../../src/archive/warc.ts";
import { call } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import {
  DOCUMENT_PATH,
  documentPage,
  LATEST_PATH,
  listing,
  ordinaryRows,
  PDF_PATH,
  reportPdf,
  SITE,
  TITLE,
} from "../stand-ins/ohchr.ts";
import { startWayback } from "../stand-ins/wayback.ts";

const OLD = "https://www.ohchr.org/EN/NewsEvents/Pages/NewsSearch.aspx";

const quiet = listing(ordinaryRows());
const news = listing([{ title: TITLE, url: DOCUMENT_PATH, date: "31 August 2022" }, ...ordinaryRows()]);
const HELD = [
  { timestamp: "20211220120000", url: OLD, body: quiet },
  { timestamp: "20220301120000", url: SITE + LATEST_PATH, body: quiet },
  { timestamp: "20220401120000", url: SITE + LATEST_PATH, body: quiet },
  { timestamp: "20220901010000", url: SITE + LATEST_PATH, body: news },
  { timestamp: "20220902120000", url: SITE + LATEST_PATH, body: quiet },
  { timestamp: "20220901010500", url: SITE + DOCUMENT_PATH, body: documentPage() },
  { timestamp: "20220901010600", url: SITE + PDF_PATH, body: reportPdf().body },
  // The year is over in Geneva.
  { timestamp: "20221231233000", url: SITE + LATEST_PATH, body: "never asked for" },
];

async function rehearsal() {
  const wayback = await startWayback(HELD);
  onTestFinished(() => wayback.close());
  const data = await folder();
  const origin = `https://web.archive.org=${wayback.address}`;
  const common = ["backfill", "--data", data, "--origin", origin, "--from", "2021-12-10", "--to", "2022-12-31"];
  const backfill = (...more: string[]) => call([...common, ...more]);
  return { wayback, backfill, file: join(data, "backfill", "xinjiang-assessment.warc.gz") };
}

async function recordsOf(file: string) {
  const records = [];
  for await (const { type, url, at, fields } of readRecords(file))
    records.push({ type, url, at, from: fields["warc-source-uri"] });
  return records;
}

it("fetches what the Wayback Machine holds of a watch’s addresses, and replays it", async () => {
  const { backfill, file, wayback } = await rehearsal();
  const { code, out, error } = await backfill();
  expect({ code, error }).toMatchObject({ code: 0, error: expect.stringContaining("6 captures") });
  expect(await recordsOf(file)).toEqual([
    expect.objectContaining({ type: "response", url: OLD, at: "2021-12-20T12:00:00.000Z" }),
    expect.objectContaining({ type: "revisit", url: SITE + LATEST_PATH, at: "2022-03-01T12:00:00.000Z" }),
    expect.objectContaining({
      type: "response",
      at: "2022-09-01T01:00:00.000Z",
      from: expect.stringContaining("/web/20220901010000id_/"),
    }),
    expect.objectContaining({ type: "response", url: SITE + DOCUMENT_PATH }),
    expect.objectContaining({ type: "response", url: SITE + PDF_PATH }),
    expect.objectContaining({ type: "revisit", at: "2022-09-02T12:00:00.000Z" }),
  ]);
  expect(out).toMatch(/2022-09-01 01:00 {2}Published/);
  expect(out).toMatch(/2022-02-05 00:00 {2}Overdue/);
  expect(out).toContain("left out: press-releases");
  expect(wayback.requests.filter(({ path }) => path.includes("id_/")).length).toBe(4);
});

it("goes on where it was stopped, even in the middle of a record", async () => {
  const { backfill, file, wayback } = await rehearsal();
  await backfill("--no-replay");
  const whole = await readFile(file);
  const fetched = () => wayback.requests.filter(({ path }) => path.includes("id_/")).length;
  expect(fetched()).toBe(4);
  expect((await backfill("--no-replay")).error).toContain("6 known");
  expect(fetched()).toBe(4);
  await truncate(file, whole.length - 700);
  expect((await backfill("--no-replay")).code).toBe(0);
  expect((await recordsOf(file)).length).toBe(6);
  expect((await stat(file)).size).toBeGreaterThan(whole.length - 100);
});

it("says what to do when the Wayback Machine asks to be left alone", async () => {
  const { backfill, wayback } = await rehearsal();
  wayback.pages["*"] = { status: 429 };
  expect(await backfill()).toMatchObject({ code: 1, error: expect.stringContaining("slow down (429)") });
});

it("wants a day to begin with, and one that comes before the last", async () => {
  const { backfill } = await rehearsal();
  expect(await backfill("--from", "tomorrow")).toMatchObject({
    code: 2,
    error: expect.stringContaining("Write a day"),
  });
  expect(await backfill("--from", "2023-01-01")).toMatchObject({
    code: 2,
    error: expect.stringContaining("is after --to"),
  });
});
