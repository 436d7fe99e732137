/** Data that an earlier version wrote (0.1, in November 2026): its store opens, and its archive replays the same. */
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { pino } from "pino";
import { expect, it } from "vitest";
import { ARCHIVE_FOLDER } from "../../src/archive/file-names.ts";
import { verify } from "../../src/archive/verify.ts";
import { Bot } from "../../src/bot/bot.ts";
import { openForHistory } from "../../src/bot/rehearse.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { Notice } from "../../src/judge/notice.ts";
import { RULES_EDITION } from "../../src/judge/rules.ts";
import { historyOf } from "../../src/replay/files.ts";
import { statusRecord } from "../../src/status/status-record.ts";
import { Store } from "../../src/store/store.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import { Ending } from "../../src/time/ending.ts";
import { folder } from "../stand-ins/folder.ts";

const MADE_BEFORE = new URL("made-before/", import.meta.url).pathname;
const CONFIG = new URL("../../config/coming-weeks.yaml", import.meta.url).pathname;
const SILENT = pino({ level: "silent" });
const LAST_LOOK = "2022-09-01T11:50:00.000Z";

async function archiveFiles(): Promise<string[]> {
  const directory = join(MADE_BEFORE, "archive");
  return (await readdir(directory)).sort().map((name) => join(directory, name));
}

/** The data folder as the earlier version left it. */
async function dataFolder(): Promise<string> {
  const data = await folder();
  await writeFile(join(data, "coming-weeks.db"), gunzipSync(await readFile(join(MADE_BEFORE, "coming-weeks.db.gz"))));
  await cp(join(MADE_BEFORE, "archive"), join(data, ARCHIVE_FOLDER), { recursive: true });
  return data;
}

it("the archive of an earlier version is read by the rules of today, which say where they differ, and why", async () => {
  const history = await historyOf(await archiveFiles(), undefined, CONFIG);
  const { bot, close } = await openForHistory(history, { log: SILENT, terminal: { write: () => {}, show: () => "" } });
  try {
    const told: Notice[] = [];
    for await (const notices of history.play(bot.watcher, new Ending())) told.push(...notices);
    const { isGood, rows } = history.conclude(told);
    expect(isGood).toBe(true);
    expect(rows[0]).toEqual(["Told under", `edition 1 of the rules; read here by edition ${RULES_EDITION}`]);
    expect(rows).toContainEqual([
      "2021-12-20 12:00",
      "started; now started, “Now watching: OHCHR assessment of the human rights situation in Xinjiang”",
    ]);
    expect(rows).toContainEqual(["2021-12-23 03:00", "blind; now blind, “Cannot look: 1 source unread”"]);
    // Its file has fourteen words: a document that anybody could have promised has more.
    const [, published] = rows.find(([, what]) => what.startsWith("published")) ?? [];
    expect(published).toMatch(/^published; now signalled, “Very likely published: .*only 14 words of text were found/);
  } finally {
    await close();
  }
}, 60_000);

it("the store of an earlier version opens, says what it said, and every citation holds", async () => {
  const data = await dataFolder();
  const store = await Store.open(data);
  try {
    const cited = { ...(await store.citations.all()), ends: await store.citations.ends() };
    const files = (await readdir(join(data, ARCHIVE_FOLDER))).map((name) => join(data, ARCHIVE_FOLDER, name));
    expect(await verify(files, cited)).toMatchObject({ faults: [], cited: 37 });
    expect((await store.notices.list({ limit: 100 })).map((notice) => notice.kind).join(" ")).toBe(
      "started changed changed changed blind recovered changed reminder reminder overdue reminder signalled overdue overdue published withdrawn changed corrected",
    );
    expect((await store.evidence.of("xinjiang-assessment")).map(({ rule, state }) => `${rule} ${state}`)).toEqual([
      "headline-says-issued standing",
      "document-at-known-address gone",
      "document-at-known-address standing",
    ]);
  } finally {
    await store.close();
  }
});

it("a bot goes on with it: nothing is told anew, and the verdict stands", async () => {
  const config = loadConfig(CONFIG, {}, { data: await dataFolder() });
  const clock = new SimulatedClock(LAST_LOOK);
  const bot = await Bot.open({ config, clock, log: SILENT, terminal: { write: () => {}, show: () => "" } });
  try {
    const [watch] = config.watches;
    if (!watch) throw new Error("no watch");
    expect(await bot.watcher.lookOver(watch)).toEqual([]);
    expect(await bot.watcher.people.act()).toEqual([]);
    const { schedule } = config.settings;
    expect(await statusRecord(watch, bot.store, clock.now(), schedule.patience)).toMatchObject({
      verdict: "published",
      published_on: "2022-09-01",
    });
  } finally {
    await bot.close();
  }
});
