/** `move`: all that a folder holds, brought into a PostgreSQL, whatever happens on the way. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { TABLE_NAMES } from "../../src/store/keys.ts";
import { type Moved, move } from "../../src/store/move.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { tallyOf } from "../../src/store/rows-of.ts";
import { openSqliteBeside } from "../../src/store/sqlite.ts";
import { Store } from "../../src/store/store.ts";
import { later } from "../../src/time/instant.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { call, MAIN } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { LATEST_PATH, listing, ordinaryRows, publishedReport } from "../stand-ins/ohchr.ts";
import { addLooks, olderData } from "../stand-ins/older-data.ts";
import { person } from "../stand-ins/persons.ts";
import { newPostgres } from "../stand-ins/stores.ts";

const WATCH = "xinjiang-assessment";

/** The data of a bot that looked before and after the publication, and was told things on Discord: made once. */
const made = await mkdtemp(join(tmpdir(), "coming-weeks-move-"));
afterAll(() => rm(made, { recursive: true, force: true }));

async function data(): Promise<string> {
  if ((await readdir(made)).length === 0) await make();
  const directory = await folder();
  await cp(made, directory, { recursive: true });
  return directory;
}

async function make(): Promise<void> {
  const rehearsal = await rehearse();
  for (const hour of ["10", "11", "12"]) await rehearsal.at(`2022-08-30T${hour}:00:00Z`);
  rehearsal.origin.pages[LATEST_PATH] = listing([{ title: "On Xinjiang", url: "/en/1" }, ...ordinaryRows()]);
  await rehearsal.at("2022-08-30T13:00:00Z");
  Object.assign(rehearsal.origin.pages, publishedReport());
  await rehearsal.at("2022-08-31T22:00:00Z");
  const { store } = rehearsal.bot;
  await store.discord.mute("1", "somebody", "2022-08-31T22:00:00.000Z");
  await store.decisions.leave(
    WATCH,
    { evidence: "1", decision: "dismiss" },
    person("“me” 報告"),
    "2022-08-31T22:00:00.000Z",
  );
  // Closed, and opened again: everything is written.
  await rehearsal.restart();
  await cp(rehearsal.config.dataDirectory, made, { recursive: true });
}

/** More looks than one batch holds, over months. */
function withLooks(directory: string, count = 1500): void {
  const file = new DatabaseSync(join(directory, "coming-weeks.db"));
  file.exec(`INSERT INTO look_ending (number, month, outcome) VALUES (1001, '2022-01', 'unchanged'), (1002, '2022-02', 'unchanged');
    INSERT INTO source_number VALUES (1001, 'w', 'a');
    WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})
    INSERT INTO look SELECT 1001, 18993 + i % 59, i, 1001 + (i % 59 > 30), (i * 7919 - 500) << 40, i, 1, NULL FROM n`);
  file.close();
}

async function asked<T extends pg.QueryResultRow>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<T>(statement).finally(() => client.end());
  return rows;
}

/** What stands on both sides, table by table. */
async function bothSides(directory: string, url: string) {
  const here = await openSqliteBeside(directory);
  const { database: there } = await openPostgres(url);
  if (!here) throw new Error("no data");
  const sides: Record<string, unknown>[] = [{}, {}];
  for (const [index, database] of [here, there].entries())
    for (const table of TABLE_NAMES)
      Object.assign(sides[index] ?? {}, { [table]: await tallyOf(database, table, () => {}) });
  await Promise.all([here.destroy(), there.destroy()]);
  return sides;
}

describe("the data of a bot", () => {
  it("is all there, said table by table, and a bot goes on with it", async () => {
    const directory = await data();
    const url = await newPostgres("template0");
    const { code, out, error } = await call(["move", "--to", url, "--data", directory]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toMatch(/^ {2}decision +1 row, the same on both sides$/m);
    expect(out).toContain(`The archive’s files stay in ${join(directory, "archive")}`);
    expect(out).not.toContain(" NUL ");
    const [here, there] = await bothSides(directory, url);
    expect(there).toEqual(here);
    const store = await Store.onPostgres(url, "test");
    onTestFinished(() => store.close());
    expect((await store.notices.list({ limit: 50 })).map(({ kind }) => kind)).toContain("published");
    // What is numbered from here on follows what was brought.
    const at = "2022-09-01T00:00:00.000Z";
    const look = { id: "0123456789abcdef", watch: WATCH, source: "a-new-one", at, outcome: "unchanged" as const };
    const nothing = {
      problem: null,
      detail: "of a new kind",
      status: 299,
      bytes: 0,
      milliseconds: 0,
      capture: null,
      changes: null,
    };
    await store.record(WATCH, { check: { ...look, ...nothing } });
    expect((await store.looks.one(look.id)).look).toEqual({ ...look, ...nothing });
  });

  it("is brought up to date first where an older version left it", async () => {
    const directory = await folder();
    const file = await olderData(directory, "0011-reading-digest");
    const from = "2021-12-30T00:00:00.000Z";
    addLooks(
      file,
      Array.from({ length: 700 }, (_, index) => ({
        ...{ id: index.toString(16).padStart(16, "0"), watch: "w", source: "a" },
        ...{ at: later(from, index * 600_000), outcome: index === 0 ? "baseline" : "unchanged" },
      })),
    );
    file.close();
    const url = await newPostgres();
    const { code, lines } = await call(["move", "--json", "--data", directory], { DATABASE_URL: url });
    expect({ code, lines }).toMatchObject({ code: 0, lines: [{ type: "moved", isSame: true, replaced: 0 }] });
    expect(await asked(url, "SELECT count(*)::int AS looks FROM look")).toEqual([{ looks: 699 }]);
  });

  it("may hold characters that PostgreSQL does not keep: another stands for each, and it is said", async () => {
    const directory = await data();
    const file = new DatabaseSync(join(directory, "coming-weeks.db"));
    file.exec(
      "UPDATE source SET detail = 'a' || char(0) || 'b' || char(0) WHERE source = (SELECT min(source) FROM source)",
    );
    file.close();
    const url = await newPostgres();
    const { code, out } = await call(["move", "--to", url, "--data", directory]);
    expect(code).toBe(0);
    expect(out).toContain("2 NUL characters, which PostgreSQL does not keep in text, stand there as U+FFFD.");
    expect(await asked(url, "SELECT detail FROM source WHERE detail LIKE 'a_b%'")).toEqual([
      { detail: "a\uFFFDb\uFFFD" },
    ]);
  });
});

describe("a move that is stopped", () => {
  async function large(): Promise<string> {
    const directory = await data();
    withLooks(directory);
    return directory;
  }

  it("goes on where it was, wherever that is: nothing is twice, and nothing lost", async () => {
    const [directory, url] = [await large(), await newPostgres()];
    let stopped = 0;
    for (let steps = 1; ; steps++) {
      let left = steps;
      const done = await move(directory, url, () => {
        left -= 1;
        if (left === 0) throw new Error("the plug was pulled");
      }).catch((error) => error);
      if (!(done instanceof Error)) {
        expect((done as Moved).tables.filter(({ isSame }) => !isSame)).toEqual([]);
        break;
      }
      expect(done.message).toBe("The move stopped: the plug was pulled; run it again, and it goes on where it stopped");
      stopped += 1;
      // Nothing is left to bring: it is only compared from here on.
      if (steps > 60) steps += 10_000;
    }
    expect(stopped).toBeGreaterThan(30);
    const [here, there] = await bothSides(directory, url);
    expect(there).toEqual(here);
  });

  it("goes on after its process was killed", async () => {
    const [directory, url] = [await large(), await newPostgres()];
    const killed = spawn(process.execPath, [MAIN, "move", "--data", directory], {
      env: { ...process.env, DATABASE_URL: url },
    });
    const count = async () => {
      const [row] = await asked<{ looks: number }>(url, "SELECT count(*)::int AS looks FROM look");
      return row?.looks ?? 0;
    };
    while ((await count()) === 0) if (killed.exitCode !== null) throw new Error("it ended by itself");
    killed.kill("SIGKILL");
    await once(killed, "exit");
    const { code } = await call(["move", "--to", url, "--data", directory]);
    expect(code).toBe(0);
    expect(await asked(url, "SELECT to_regclass('moving') AS moving")).toEqual([{ moving: null }]);
  });

  it("says that all is there already when it was killed before it could", async () => {
    const [directory, url] = [await data(), await newPostgres()];
    await move(directory, url, () => {});
    const { code, error } = await call(["move", "--to", url, "--data", directory]);
    expect(error).toMatch(/^All that this folder held when it was moved into this database is there: set DATABASE_URL/);
    expect(code).toBe(2);
  });

  it("says which table is not the same where somebody wrote to it meanwhile, and exits with 2", async () => {
    const [directory, url] = [await large(), await newPostgres()];
    await move(directory, url, (table) => {
      if (table === "look_day") throw new Error("stopped");
    }).catch(() => undefined);
    await asked(url, "UPDATE look SET bytes = bytes + 1 WHERE time = 77");
    await asked(url, "DELETE FROM source_memory");
    for (let time = 0; time < 2; time++) {
      const { code, out, error } = await call(["move", "--to", url, "--data", directory]);
      expect(code).toBe(2);
      expect(error).toMatch(/^Not the same on both sides: source_memory, look\. /);
      expect(out).toMatch(/^ {2}source_memory +\d+ rows, NOT the same: 0 there$/m);
    }
  });

  it("is not gone on with from another folder", async () => {
    const [directory, url] = [await large(), await newPostgres()];
    await move(directory, url, (table) => {
      if (table === "look_day") throw new Error("stopped");
    }).catch(() => undefined);
    const { code, error } = await call(["move", "--to", url, "--data", await data()]);
    expect({ code, error }).toMatchObject({
      code: 2,
      error: expect.stringContaining("The data of another folder is being moved"),
    });
  });
});

describe("a move is refused", () => {
  it("while a bot runs on the folder", async () => {
    const directory = await folder();
    const running = await Store.open(directory);
    onTestFinished(() => running.close());
    const { code, error } = await call(["move", "--to", await newPostgres(), "--data", directory]);
    expect({ code, error }).toMatchObject({
      code: 2,
      error: expect.stringContaining("another coming-weeks is already running"),
    });
  });

  it("into the data of another bot", async () => {
    const url = await newPostgres();
    await asked(url, "INSERT INTO discord_mute VALUES ('1', 'somebody', '2022-01-01T00:00:00.000Z')");
    const directory = await folder();
    await (await Store.open(directory)).close();
    const { code, error } = await call(["move", "--to", url, "--data", directory]);
    expect({ code, error }).toEqual({
      code: 2,
      error: "The database holds the data of a bot already; give an empty one\n",
    });
  });

  it.each([
    ["without an address", [], 2, /^Where to\? Give --to, or set DATABASE_URL/],
    [
      "to what is no PostgreSQL",
      ["--to", "mysql://me:hunter2@127.0.0.1/x"],
      2,
      /^--to: is not the address of a PostgreSQL/,
    ],
    ["to what is no address", ["--to", "me:hunter2@127.0.0.1"], 2, /^--to: is not the address of a PostgreSQL/],
    ["where nobody answers", ["--to", "postgres://me:hunter2@127.0.0.1:1/x"], 2, /nobody answers at 127\.0\.0\.1:1;/],
  ])("%s, and the password is not said", async (_, to, exit, says) => {
    const directory = await folder();
    await (await Store.open(directory)).close();
    const { code, out, error } = await call(["move", ...to, "--data", directory], { DATABASE_URL: "" });
    expect({ code, error }).toEqual({ code: exit, error: expect.stringMatching(says) });
    expect(out + error).not.toContain("hunter2");
  });

  it("where there is no data", async () => {
    const { code, error } = await call(["move", "--to", await newPostgres(), "--data", await folder()]);
    expect({ code, error }).toMatchObject({ code: 2, error: expect.stringContaining("there is no data to move") });
  });
});
