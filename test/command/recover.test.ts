/** A damaged database is made anew from the archive: what was known, found and told is known again, and nothing is told twice. */
import { existsSync } from "node:fs";
import { cp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Store } from "../../src/store/store.ts";
import { type Rehearsal, rehearse } from "../stand-ins/bot.ts";
import { call } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { LATEST_PATH, listing, ordinaryRows, publishedReport } from "../stand-ins/ohchr.ts";
import { person } from "../stand-ins/persons.ts";

/** A bot that has looked, told, asked a person and found the report, and was ended. */
async function story(): Promise<Rehearsal & { data: string }> {
  const rehearsal = await rehearse();
  const { at, origin } = rehearsal;
  await at("2022-08-29T12:00:00Z");
  origin.pages[LATEST_PATH] = listing([{ title: "On Xinjiang", date: "30 August 2022" }, ...ordinaryRows()]);
  await at("2022-08-30T13:00:00Z");
  origin.pages[LATEST_PATH] = { status: 503 };
  await at("2022-08-30T14:00:00Z");
  await at("2022-08-31T02:00:00Z");
  Object.assign(origin.pages, publishedReport(), { [LATEST_PATH]: listing(ordinaryRows()) });
  await at("2022-08-31T21:50:00Z");
  await rehearsal.bot.deliver(0);
  await rehearsal.bot.store.discord.mute(
    "1",
    await rehearsal.bot.store.persons.handleOf(person("Ana")),
    "2022-08-31T22:00:00.000Z",
  );
  await rehearsal.bot.seal();
  await rehearsal.bot.store.settle();
  const data = join(await folder(), "data");
  await cp(rehearsal.config.dataDirectory, data, { recursive: true });
  await rm(join(data, "running"));
  return { ...rehearsal, data };
}

/** What a store says of itself that must be the same again. */
async function known(data: string) {
  const store = await Store.open(data);
  try {
    const { citations, cited, restedOn } = await store.citations.all();
    return {
      notices: (await store.notices.list({ limit: 100 })).map((notice) => JSON.stringify(notice)).sort(),
      evidence: await store.evidence.of("xinjiang-assessment"),
      citations: citations.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort(),
      ...{ cited: [...cited].sort(), restedOn: [...restedOn].sort() },
      end: { ...(await store.citations.end()), config: "" },
      memory: await store.watches.memory("xinjiang-assessment"),
      checkpoints: (await store.checkpoints.all()).map(({ digest }) => digest),
      pending: await store.waiting.count(),
    };
  } finally {
    await store.close();
  }
}

const database = (data: string) => join(data, "coming-weeks.db");

async function zeroed(data: string, from: number, length: number): Promise<void> {
  const bytes = await readFile(database(data));
  await writeFile(database(data), bytes.fill(0, from, from + length));
}

describe("a database", () => {
  it.each<[string, (data: string) => Promise<void>]>([
    ["that is gone", (data) => rm(database(data))],
    ["that is no database any more", (data) => writeFile(database(data), "hello")],
    ["that is cut off", (data) => truncate(database(data), 20_000)],
    ["with zeros in the middle", (data) => zeroed(data, 40_000, 60_000)],
    ["with nothing left of its first page", (data) => zeroed(data, 0, 4096)],
  ])("%s is made anew, and the bot goes on with it", { timeout: 60_000 }, async (_, damage) => {
    const { data, origin } = await story();
    const before = await known(data);
    await damage(data);
    const { out, error, code } = await call(["recover", "--data", data]);
    expect({ error, code }).toEqual({ error: "", code: expect.toSatisfy((one) => one === 0 || one === 1) });
    expect(out).toMatch(/From the archive +2022-08-29 to 2022-08-31: \d+ looks, \d+ messages/);
    expect(out).toMatch(/Verdict/);
    const after = await known(data);
    expect({ ...after, pending: 0 }).toEqual({ ...before, pending: 0 });
    expect((await call(["archive", "verify", "--data", data])).code).toBe(0);
    const again = await rehearse({ data, pages: origin.pages });
    const { notices } = await again.at("2022-08-31T23:00:00Z");
    expect(notices.map(({ kind }) => kind)).not.toContain("published");
    expect(notices.map(({ kind }) => kind)).not.toContain("started");
  });

  it("keeps what only it held, where that can be read", async () => {
    const { data } = await story();
    const { code, out } = await call(["recover", "--data", data]);
    expect([code, out]).toEqual([0, expect.stringMatching(/Places muted +1 from the database as it was/)]);
    expect(out).toMatch(/Who people are +1 from the database as it was/);
    expect((await readdir(data)).filter((name) => /^coming-weeks\.db\.damaged-.*Z$/.test(name))).toHaveLength(1);
  });

  it("is left as it is where the archive is damaged as well, or is not there", async () => {
    const { data } = await story();
    const without = join(await folder(), "data");
    await cp(data, without, { recursive: true });
    await rm(join(without, "archive"), { recursive: true });
    expect((await call(["recover", "--data", without])).error).toMatch(/holds no archive to make a database of/);
    const [name = ""] = await readdir(join(data, "archive"));
    const file = join(data, "archive", name);
    const bytes = await readFile(file);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 255;
    await writeFile(file, bytes);
    const before = await readFile(database(data));
    const { code, error } = await call(["recover", "--data", data]);
    expect([code, error.split("\n").length]).toEqual([2, 2]);
    expect((await readFile(database(data))).equals(before)).toBe(true);
    expect(existsSync(join(data, ".recovering"))).toBe(false);
  });
});

it("after an end that was not clean, a damaged database is found at the start, and said", async () => {
  const { data } = await story();
  await writeFile(join(data, "running"), "");
  await zeroed(data, 40_000, 60_000);
  const { code, error } = await call(["check", "--data", data]);
  expect([code, error]).toEqual([
    2,
    expect.stringMatching(/coming-weeks\.db: is damaged \(.*\); run `recover`, which makes it anew from the archive/),
  ]);
});

it("where the database is gone and the archive is not, nothing begins anew by itself", async () => {
  const { data } = await story();
  const { code } = await call(["status", "--data", data]);
  expect(code).toBe(0);
  for (const name of ["coming-weeks.db", "coming-weeks.db-wal", "coming-weeks.db-shm"])
    await rm(join(data, name), { force: true });
  const { code: refused, error } = await call(["check", "--data", data]);
  expect([refused, error]).toEqual([
    2,
    expect.stringMatching(
      /coming-weeks\.db: is not there, or empty, while the archive beside it is; .* `recover` makes it anew from the archive/,
    ),
  ]);
  expect((await call(["recover", "--data", data])).error).toBe("");
});
