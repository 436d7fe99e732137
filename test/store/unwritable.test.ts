/** The data of a bot that begins where nothing can be written: what is there is read, and nothing is made of it. */
import { cp, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { MachineFault, type MachineFaultKind } from "../../src/language/machine-fault.ts";
import { lock } from "../../src/store/holding.ts";
import { Store } from "../../src/store/store.ts";
import { folder } from "../stand-ins/folder.ts";

const FULL = new MachineFault("full", "/data");
const TEXT = {
  watch: "harbour",
  text: "title: The harbour",
  at: "2022-06-01T12:00:00.000Z",
  by: "",
  isArchived: false,
  after: 0,
};

/** Of a bot that noted a watch. @param isCutOff whether what it wrote last stands in SQLite's log */
async function noted(isCutOff = false): Promise<string> {
  const data = await folder();
  const store = await Store.open(data);
  await store.texts.put([TEXT]);
  if (!isCutOff) {
    await store.close();
    return data;
  }
  const copy = join(await folder(), "data");
  await cp(data, copy, { recursive: true });
  await store.close();
  await rm(join(copy, "coming-weeks.db-shm"));
  return copy;
}

async function opened(data: string): Promise<Store> {
  const store = await Store.unwritable(data, FULL);
  onTestFinished(() => store.close());
  return store;
}

it.each([
  ["that ended properly", false],
  ["that was cut off", true],
])("what a bot noted %s is known", async (_, isCutOff) => {
  const data = await noted(isCutOff);
  const store = await opened(data);
  expect((await store.texts.newest()).map(({ text }) => text)).toEqual([TEXT.text]);
  await expect(store.texts.put([{ ...TEXT, after: 1 }])).rejects.toBe(FULL);
});

it("where nothing was ever noted nothing is known, and nothing is made", async () => {
  const data = await folder();
  const store = await opened(data);
  expect(await store.texts.newest()).toEqual([]);
  await expect(store.texts.put([TEXT])).rejects.toBe(FULL);
  await expect(store.touch()).rejects.toBeInstanceOf(MachineFault);
  expect((await readdir(data)).filter((file) => !file.startsWith("lock.db"))).toEqual([]);
});

it("whether it can be written by now is tried for good, and the folder is for whoever comes next", async () => {
  const data = await noted();
  const store = await Store.unwritable(data, FULL);
  await store.tryWriting();
  expect(() => lock(data)).toThrow(/already running/);
  await store.close();
  await (await Store.open(data)).close();
});

it("it cannot as long as the archive takes nothing", async () => {
  const data = await noted();
  await writeFile(join(data, "archive"), "");
  const store = await opened(data);
  await expect(store.tryWriting()).rejects.toThrow(/archive.*: cannot be used/);
});

describe("a bot does not go on", () => {
  it.each<MachineFaultKind>(["damaged", "gone", "held", "unusable", "away"])(
    "where it is told that the data are %s",
    async (kind) => {
      const fault = new MachineFault(kind, "/data");
      await expect(Store.unwritable(await noted(), fault)).rejects.toBe(fault);
    },
  );

  it.each<[string, (data: string) => Promise<unknown>, RegExp]>([
    [
      "whose database is a text",
      (data) => writeFile(join(data, "coming-weeks.db"), "a text. ".repeat(9999)),
      /damaged/,
    ],
    [
      "whose database is lost, and the archive is not",
      async (data) => {
        await rm(join(data, "coming-weeks.db"));
        await cp(new URL(".", import.meta.url).pathname, join(data, "archive"), { recursive: true });
        await writeFile(join(data, "archive", "coming-weeks-20220601-0001.warc.gz"), "");
      },
      /is not there, or empty, while the archive beside it is/,
    ],
    [
      "that an older version wrote",
      async (data) => {
        const database = new DatabaseSync(join(data, "coming-weeks.db"));
        database.exec("DELETE FROM kysely_migration WHERE name = '0017-chain'");
        database.close();
      },
      /the disk is full/,
    ],
    [
      "that another bot has",
      async (data) => {
        const other = await Store.open(data);
        onTestFinished(() => other.close());
      },
      /another coming-weeks is already running/,
    ],
  ])("on data %s", async (_, does, says) => {
    const data = await noted();
    await does(data);
    await expect(Store.unwritable(data, FULL)).rejects.toThrow(says);
  });
});
