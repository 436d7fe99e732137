/** Everything the bot concluded follows from its archive: replayed elsewhere, it comes out the same. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { ARCHIVE_FOLDER, fileName } from "../../src/archive/file-names.ts";
import { JOURNAL_URI, readLines, writeLines } from "../../src/archive/journal.ts";
import { type Library, openLibrary } from "../../src/archive/library.ts";
import { encodeRecord, readRecords } from "../../src/archive/warc.ts";
import { Bot } from "../../src/bot/bot.ts";
import { configFromFiles } from "../../src/config/load.ts";
import { recordWith } from "../../src/config/record.ts";
import type { Notice } from "../../src/judge/notice.ts";
import { archivedHistory } from "../../src/replay/archived.ts";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import { openSqliteBeside } from "../../src/store/sqlite.ts";
import { Ending } from "../../src/time/ending.ts";
import { later } from "../../src/time/instant.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { answering } from "../stand-ins/apis/api.ts";
import { oaiRepository } from "../stand-ins/apis/oai.ts";
import { reliefWeb } from "../stand-ins/apis/reliefweb.ts";
import { type Rehearsal, rehearse } from "../stand-ins/bot.ts";
import { folder } from "../stand-ins/folder.ts";
import {
  article,
  DOCUMENT_PATH,
  documentPage,
  LATEST_PATH,
  listing,
  ordinaryRows,
  PDF_PATH,
  page,
  REPORT_TEXT,
  TITLE,
} from "../stand-ins/ohchr.ts";

const PDF = {
  headers: { "content-type": "application/pdf" },
  body: makePdf([TITLE, "31 August 2022"], 3, REPORT_TEXT),
};
const COUNTRY = "/en/countries/china";

/** A reminder under a record with rows of a person’s own: it is in the archive, and need not be on the machine that replays. */
async function ownRecord(): Promise<Rehearsal> {
  const text = `id,case,promise_date,phrase,speaker,kind,literal_earliest,literal_latest,actual_date,status,censored_on,found_by,sources
${[1, 2, 3].map((one) => `mine-${one},Library report ${one},2020-01-01,soon,them,vague-weeks,2020-01-08,2020-02-26,2020-02-01,published,,phrase,`).join("\n")}`;
  const bot = await rehearse({
    adjust: (config) => {
      config.record = recordWith([{ place: "mine.csv", text }]);
      config.files = { ...config.files, "record/mine.csv": text };
    },
  });
  for (const day of ["2021-12-20", "2021-12-28", "2022-02-05"]) await bot.at(`${day}T12:00:00.000Z`);
  Object.assign(bot.origin.pages, { [DOCUMENT_PATH]: documentPage(), [PDF_PATH]: PDF });
  await bot.at("2022-08-31T21:52:00.000Z");
  expect(bot.told.find(({ odds }) => odds)?.odds?.says.basis.rows).toBe(20);
  return bot;
}

/** Months on a site that changes, fails, hides behind a wall, misleads, publishes, takes away and brings back. */
async function longStory(): Promise<Rehearsal> {
  const bot = await rehearse();
  const { pages } = bot.origin;
  let number = 0;
  const noise = () => `<!-- ${number++} --><p class="banner">Notice ${number}</p>`;
  let rows = ordinaryRows();
  pages[LATEST_PATH] = () => ({ body: listing(rows, { banner: noise() }) });
  let now = "2021-12-20T12:00:00.000Z";
  const look = async (times: number, every = 3_600_000) => {
    for (let time = 0; time < times; time++) {
      await bot.at(now);
      now = later(now, every);
    }
  };
  await look(3);
  rows = [{ title: "Experts on Xinjiang", date: "20 December 2021" }, ...rows];
  await look(2);
  pages[COUNTRY] = page("<h1>China</h1><p>One line on Xinjiang.</p><p>Another line.</p>");
  await look(2, 86_400_000);
  pages[COUNTRY] = page("<h1>China</h1><p>One line on Xinjiang, edited.</p><p>Another line.</p>");
  await look(2);
  pages[COUNTRY] = page("<h1>China</h1><p>One line on Xinjiang.</p><p>Another line.</p>");
  await look(2);
  const listed = pages[LATEST_PATH];
  pages[LATEST_PATH] = { status: 503, body: "down" };
  await look(9);
  pages[LATEST_PATH] = "<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>";
  await look(3);
  pages[LATEST_PATH] = listed;
  await look(2);
  await bot.restart();
  rows = [{ title: TITLE, url: "https://copies.example.net/report", date: "10 January 2022" }, ...rows];
  await look(2);
  const [signal] = await bot.bot.store.evidence.of("xinjiang-assessment");
  bot.clock.moveTo(now);
  bot.told.push(
    ...(await bot.bot.watcher.people.decide("xinjiang-assessment", {
      evidence: signal?.id ?? "",
      decision: "dismiss",
      by: "Ana",
    })),
  );
  await look(3, 5 * 86_400_000);
  now = "2022-02-03T12:00:00.000Z";
  await look(4, 43_200_000);
  now = "2022-08-31T21:50:00.000Z";
  const release = "/en/press-releases/2022/08/issues";
  pages[release] = article({ title: "Office issues assessment of human rights concerns in Xinjiang" });
  rows = [
    { title: "Office issues assessment of human rights concerns in Xinjiang", url: release, date: "31 August 2022" },
    ...rows,
  ];
  await look(2);
  pages[DOCUMENT_PATH] = documentPage();
  pages[PDF_PATH] = PDF;
  await look(2);
  delete pages[DOCUMENT_PATH];
  delete pages[PDF_PATH];
  await look(9);
  pages[DOCUMENT_PATH] = documentPage({ text: "A line more." });
  pages[PDF_PATH] = PDF;
  await look(3);
  return bot;
}

/** A publication in three languages, told when the first of them proves it, and completed after a restart. */
async function toldFirst(): Promise<Rehearsal> {
  const bot = await rehearse();
  await bot.at("2022-08-31T20:00:00.000Z");
  const address = "/en/documents/country-reports/at-an-address-of-its-own";
  const files = [1, 2, 3].map((number) => `/sites/default/files/part-${number}.pdf`);
  const links = files.map((file) => `<p><a href="${file}">PDF</a></p>`).join("");
  Object.assign(bot.origin.pages, {
    [LATEST_PATH]: listing([{ title: TITLE, url: address, date: "31 August 2022" }, ...ordinaryRows()]),
    [address]: documentPage({ file: "", text: links }),
    ...Object.fromEntries(files.map((file) => [file, PDF])),
  });
  await bot.at("2022-08-31T22:00:00.000Z");
  await bot.restart();
  for (const minute of ["01", "11"]) await bot.at(`2022-08-31T22:${minute}:00.000Z`);
  return bot;
}

async function filesOf(bot: Rehearsal): Promise<string[]> {
  const folder = join(bot.config.dataDirectory, ARCHIVE_FOLDER);
  return (await readdir(folder)).sort().map((name) => join(folder, name));
}

/** Replays an archive with the config it holds, or another watch, on data of its own. */
async function replayed(library: Library, other?: Watch) {
  const data = await folder();
  for await (const happening of library.happenings()) {
    if (happening.kind !== "config") throw new Error("no config at the beginning");
    const held = configFromFiles(happening.files, "archive");
    const history = archivedHistory(library, other ? { ...held, watches: [other] } : held, !other, "archive");
    const config = {
      ...held,
      watches: [...history.watches()],
      dataDirectory: data,
      secrets: {},
      worker: "test",
      files: {},
    };
    const { clock, fetcher } = history;
    const log = pino({ level: "silent" });
    const bot = await Bot.open({
      config,
      clock,
      fetcher,
      log,
      archives: false,
      terminal: { write: () => {}, show: () => "" },
    });
    const told: Notice[] = [];
    for await (const notices of history.play(bot.watcher, new Ending())) told.push(...notices);
    await bot.close();
    return { told, data, ...history.conclude(told) };
  }
  throw new Error("an empty archive");
}

async function stateOf(data: string) {
  const database = await openSqliteBeside(data);
  if (!database) throw new Error("no data");
  const checks = await database
    .selectFrom("remarkable_look")
    .select(["id", "watch", "source", "at", "outcome", "problem", "detail", "changes", "capture"])
    .orderBy("id")
    .execute();
  const others = await database
    .selectFrom("look")
    .innerJoin("look_ending", "look_ending.number", "look.ending")
    .innerJoin("source_number", "source_number.number", "look.source")
    .select(sql<string>`CAST(look.id AS TEXT)`.as("id"))
    .select(["watch", "source_number.source", "day", "time", "outcome", "problem", "detail", "capture"])
    .orderBy("look.id")
    .execute();
  const memory = await database.selectFrom("source_memory").selectAll().orderBy("source").execute();
  const evidence = await database.selectFrom("evidence").selectAll().orderBy("id").execute();
  const notices = await database.selectFrom("notice").selectAll().orderBy("at").orderBy("id").execute();
  await database.destroy();
  return { checks, others, memory, evidence, notices };
}

/** What one bot archived, as if three had: each step of any of them, with the number in which it was committed. */
async function sharedOut(files: readonly string[]): Promise<string[]> {
  const workers = ["a", "a-b", "c"];
  const archives = workers.map((): Buffer[] => []);
  let [order, append] = [0, 0];
  let captures: Buffer[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    for await (const { type, url, payload, offset, length } of readRecords(file)) {
      const member = bytes.subarray(offset, offset + length);
      if (type === "warcinfo" || type === "resource") for (const archive of archives) archive.push(member);
      else if (url !== JOURNAL_URI) captures.push(member);
      else {
        const lines = [...readLines(payload ?? Buffer.alloc(0))].map((line) =>
          "watch" in line ? { ...line, order: order++ } : line,
        );
        const at = lines[0]?.at ?? "";
        const journal = {
          type: "metadata",
          id: `urn:test:${append}`,
          at,
          url,
          payload: writeLines(lines.map((line) => JSON.stringify(line))),
        } as const;
        archives[((append++ * 7) % 5) % 3]?.push(...captures, await encodeRecord(journal));
        captures = [];
      }
    }
  }
  const directory = await folder();
  return Promise.all(
    workers.map(async (worker, index) => {
      const file = join(directory, fileName({ worker, day: "20211220", number: 1 }));
      await writeFile(file, Buffer.concat(archives[index] ?? []));
      return file;
    }),
  );
}

const EVERY_KIND = [
  ...["started", "changed", "signalled", "published", "withdrawn", "corrected", "overdue", "reminder"],
  ...["blind", "recovered"],
];

describe("an archive, replayed elsewhere", () => {
  it.each([
    ["months on a site", longStory, EVERY_KIND],
    ["a publication that was told first", toldFirst, ["started", "overdue", "published"]],
    ["a record of a person’s own", ownRecord, ["reminder", "overdue", "published"]],
  ])(
    "gives the same looks, readings, evidence and notices of %s, byte for byte",
    { timeout: 60_000 },
    async (...of) => {
      const [, story, kinds] = of;
      const live = await story();
      // Closed and opened again: everything is written.
      await live.restart();
      expect([...new Set(live.kinds())]).toEqual(expect.arrayContaining(kinds));
      const again = await replayed(await openLibrary(await filesOf(live)));
      expect(JSON.stringify(again.told)).toBe(JSON.stringify(live.told));
      expect(again).toMatchObject({ isGood: true, rows: [["As told then", `all ${live.told.length}, byte for byte`]] });
      const then = await stateOf(live.config.dataDirectory);
      const now = await stateOf(again.data);
      expect(now.checks).toEqual(then.checks);
      expect(now.others).toEqual(then.others);
      expect(now.memory).toEqual(then.memory);
      expect(now.evidence).toEqual(then.evidence);
      expect(now.notices).toEqual(then.notices);
      const published = now.notices.find(({ kind }) => kind === "published");
      expect(JSON.parse(published?.body ?? "").proofs[0].files).toHaveLength(story === toldFirst ? 3 : 1);
    },
  );
});

it("is the same of an API that is asked by POST, refuses in its own words, and answers", {
  timeout: 60_000,
}, async () => {
  const api = reliefWeb(["me"], [{ id: "1", title: TITLE, path: "/report/1", date: "2022-08-31" }]);
  const live = await rehearse({
    pages: { "*": answering([api]) },
    adjust: (config) => {
      const [name = "", text = ""] = Object.entries(config.files).find(([file]) => file.startsWith("watches/")) ?? [];
      const document = parseDocument(text);
      document.setIn(["publisher", "sisters"], [api.host]);
      document.addIn(["sources"], {
        ...{
          id: "api",
          kind: "json",
          url: `https://${api.host}/v2/reports?appname=me`,
          offered: "https://a.org/terms",
        },
        paths: {
          items: "$.data[*]",
          title: "$.fields.title",
          link: "$.fields.url_alias",
          date: "$.fields.date.original",
        },
        request: { body: { query: { value: "xinjiang" } } },
      });
      config.files = { ...config.files, [name]: String(document) };
      config.watches = configFromFiles(config.files, "test").watches;
      const [address = ""] = Object.values(config.settings.fetch.origins);
      config.settings.fetch.origins[`https://${api.host}`] = address;
    },
  });
  for (const [mood, at] of [
    ["limited", "2022-08-30T12:00:00.000Z"],
    ["limited", "2022-08-30T13:00:00.000Z"],
    ["redesigned", "2022-08-30T14:00:00.000Z"],
    ["well", "2022-09-01T12:00:00.000Z"],
    ["well", "2022-09-01T13:00:00.000Z"],
  ] as const) {
    api.mood = mood;
    await live.at(at);
  }
  await live.restart();
  expect(live.kinds()).toContain("signalled");
  const again = await replayed(await openLibrary(await filesOf(live)));
  expect(JSON.stringify(again.told)).toBe(JSON.stringify(live.told));
  const [then, now] = [await stateOf(live.config.dataDirectory), await stateOf(again.data)];
  expect(JSON.stringify(then)).toContain("answered 429: “API rate limit exceeded”");
  expect(now).toEqual(then);
});

it("a library that is asked by days, and piece by piece, is asked for the same in a replay", async () => {
  const old = Array.from({ length: 12 }, (_, id) => ({
    ...{ id: `${id}`, title: `Report ${id}`, date: "2022-08-01", datestamp: "2022-08-29" },
  }));
  const library = oaiRepository("library.example.org", [...old]);
  const live = await rehearse({
    pages: { "*": answering([library]) },
    adjust: (config) => {
      const [[name, text] = ["", ""]] = Object.entries(config.files).filter(([file]) => file.includes("xinjiang"));
      const document = parseDocument(text);
      document.setIn(["publisher", "sisters"], [library.host]);
      const url = `https://${library.host}/oai2d`;
      document.addIn(["sources"], { id: "library", kind: "oai", url, oai: { prefix: "marcxml" } });
      config.files = { ...config.files, [name]: String(document) };
      config.watches = configFromFiles(config.files, "test").watches;
      const [address = ""] = Object.values(config.settings.fetch.origins);
      config.settings.fetch.origins[`https://${library.host}`] = address;
    },
  });
  await live.at("2022-08-30T23:59:59.999Z");
  library.forgets = true;
  await live.at("2022-08-31T00:00:00.000Z");
  library.forgets = false;
  await live.at("2022-09-01T12:00:00.000Z");
  library.records.push({ id: "99", title: TITLE, date: "2022-08-31", datestamp: "2022-09-20" });
  await live.at("2022-09-20T12:00:00.000Z");
  await live.at("2022-09-21T12:00:00.000Z");
  await live.restart();
  expect(live.kinds()).toContain("signalled");
  const again = await replayed(await openLibrary(await filesOf(live)));
  expect(JSON.stringify(again.told)).toBe(JSON.stringify(live.told));
  const [then, now] = [await stateOf(live.config.dataDirectory), await stateOf(again.data)];
  expect(JSON.stringify(then)).toContain("badResumptionToken");
  expect(now).toEqual(then);
});

it("the archives of three that shared a watch tell the same as if there had been one", {
  timeout: 60_000,
}, async () => {
  const live = await longStory();
  await live.restart();
  const files = await sharedOut(await filesOf(live));
  for (const named of [files, files.toReversed()]) {
    const again = await replayed(await openLibrary(named));
    expect(JSON.stringify(again.told)).toBe(JSON.stringify(live.told));
    expect(again.isGood).toBe(true);
  }
});

describe("another watch, on the same archive", () => {
  it("says what it would have said", { timeout: 60_000 }, async () => {
    const live = await longStory();
    await live.restart();
    const [watch] = live.config.watches;
    if (!watch) throw new Error("no watch");
    const briefings: Watch = {
      ...watch,
      id: "briefings",
      title: "Briefings on country 3",
      evidence: { ...watch.evidence, topic: ["country 3"], titles: ["Briefing on the situation in country 3"] },
      // Two sources of one address: both are looked at.
      sources: watch.sources
        .filter((source) => source.kind === "listing")
        .flatMap((source) => ["my", "your"].map((whose) => ({ ...source, id: `${whose}-${source.id}` }))),
    };
    const { told, isGood } = await replayed(await openLibrary(await filesOf(live)), briefings);
    expect(isGood).toBe(true);
    expect(new Set(told.map((notice) => notice.watch))).toEqual(new Set(["briefings"]));
    expect(told.map((notice) => notice.kind)).toContain("started");
    expect(told.map((notice) => notice.kind)).toContain("overdue");
    expect(told.map((notice) => notice.kind)).not.toContain("published");
  });
});
