import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { StoreError } from "../../src/store/migrations/migrate.ts";
import { salvage } from "../../src/store/rebuild.ts";
import { copySqlite } from "../../src/store/sqlite.ts";
import { Store } from "../../src/store/store.ts";
import { folder } from "../stand-ins/folder.ts";
import { newPostgres } from "../stand-ins/stores.ts";

it("lets one bot write at a time, and says so to a second", async () => {
  const data = await folder();
  const first = await Store.open(data);
  await expect(Store.open(data)).rejects.toThrow(/another coming-weeks is already running/);
  await first.close();
  await (await Store.open(data)).close();
});

it("refuses data that a newer version wrote, and leaves it as it is", async () => {
  const data = await folder();
  await (await Store.open(data)).close();
  const newer = new DatabaseSync(join(data, "coming-weeks.db"));
  newer.exec("INSERT INTO kysely_migration VALUES ('9999-from-the-future', '2030-01-01T00:00:00Z')");
  newer.close();
  await expect(Store.open(data)).rejects.toThrow(/newer version/);
  await expect(Store.open(data)).rejects.toThrow(/newer version/);
});

it("brings data up to date in all steps or in none", async () => {
  const data = await folder();
  const stranger = new DatabaseSync(join(data, "coming-weeks.db"));
  onTestFinished(() => stranger.close());
  for (const table of ["watch", "source", "notice"]) stranger.exec(`CREATE TABLE ${table} (of_another_shape TEXT)`);
  await expect(Store.open(data)).rejects.toThrow(/cannot be brought up to date: .*watch already exists/);
  const tables = stranger.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'kysely%'");
  expect(tables.all()).toEqual([{ name: "watch" }, { name: "source" }, { name: "notice" }]);
});

it("writes through to the disk on every commit", async () => {
  const data = await folder();
  const store = await Store.open(data);
  onTestFinished(() => store.close());
  const beside = new DatabaseSync(join(data, "coming-weeks.db"));
  expect(beside.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
  beside.close();
});

describe("a PostgreSQL", () => {
  it.each([
    [
      "that nobody answers at",
      "postgres://someone:hunter2@127.0.0.1:1/x",
      /cannot be used: nobody answers at 127\.0\.0\.1:1;/,
    ],
    ["whose password is another", "somebody", /cannot be used: .*authentication failed/],
    ["that has no such database", "nobody", /cannot be used: database "nothing" does not exist/],
  ])("%s is said to be so, and never with its password", async (_, address, says) => {
    const server = new URL(inject("postgres"));
    if (address === "somebody") server.password = "hunter2";
    if (address === "nobody") server.pathname = "/nothing";
    const error = await Store.onPostgres(URL.canParse(address) ? address : server.href, "test").catch(
      (refused) => refused,
    );
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toMatch(says);
    expect(`${error.message} ${error.stack}`).not.toMatch(/hunter2|secret/);
  });

  it("that several bots find without tables gets them once", async () => {
    const url = await newPostgres("template0");
    const stores = await Promise.all([1, 2, 3].map(() => Store.onPostgres(url, "test")));
    expect(await stores[2]?.isWritable()).toBe(true);
    await Promise.all(stores.map((store) => store.close()));
  });

  it("that a newer version wrote is refused", async () => {
    const url = await newPostgres();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("INSERT INTO kysely_migration VALUES ('9999-from-the-future', '2030-01-01T00:00:00Z')");
    await client.end();
    await expect(Store.onPostgres(url, "test")).rejects.toThrow(/newer version/);
  });
});

describe("another program’s database", () => {
  it("is refused, and stays as it is", async () => {
    const data = await folder();
    const file = join(data, "coming-weeks.db");
    const stranger = new DatabaseSync(file);
    stranger.exec("CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('https://www.example.org/')");
    stranger.close();
    const before = await readFile(file);
    const refused = /coming-weeks\.db: is another program’s database; give another folder with --data, or move that/;
    for (const opens of [
      () => Store.open(data),
      () => Store.beside({ dataDirectory: data, secrets: {}, worker: "" }, async () => undefined),
      () => copySqlite(data, join(data, "copy")),
    ])
      await expect(opens()).rejects.toThrow(refused);
    expect(await readFile(file)).toEqual(before);
    expect((await readdir(data)).sort()).toEqual(["coming-weeks.db", "lock.db"]);
  });

  it("is none where nothing was put in it yet: a bot that was killed as it began goes on", async () => {
    const data = await folder();
    const begun = new DatabaseSync(join(data, "coming-weeks.db"));
    begun.exec("CREATE TABLE kysely_migration (name varchar(255) primary key, timestamp varchar(255))");
    begun.close();
    await (await Store.open(data)).close();
  });
});

it("a row that was spoilt is told of as damage, and what to do, and is not salvaged", async () => {
  const data = await folder();
  await (await Store.open(data)).close();
  const [file, made] = [join(data, "coming-weeks.db"), join(data, "made.db")];
  await cp(file, made);
  const spoiling = new DatabaseSync(file);
  const insert = spoiling.prepare(
    "INSERT INTO notice (id, watch, kind, at, key, body) VALUES (?, 'w', 'changed', '2022-01-01T00:00:00.000Z', ?, ?)",
  );
  for (const [id, body] of Object.entries({ cut: '{"kind": "chang', empty: "", nothing: "null", whole: "{}" }))
    insert.run(id, id, body);
  spoiling.close();
  const store = await Store.open(data);
  onTestFinished(() => store.close());
  for (const id of ["cut", "empty", "nothing"])
    await expect(store.notices.one(id)).rejects.toThrow(
      /^the database: is damaged \(a row of notice is not as it was written\); run `recover`, which makes it anew/,
    );
  expect(await store.notices.one("whole")).toEqual({});
  // What the archive tells as well is written from there.
  expect(salvage(file, made)).toMatchObject({ rows: { notice: 1 }, lost: [] });
});

describe("who opens the data while another has it", () => {
  it("waits for one who is soon done with it", async () => {
    const data = await folder();
    const brief = await Store.open(data, { isBrief: true });
    const waiting = Store.open(data);
    await brief.close();
    await (await waiting).close();
  });

  it("hears at once of a bot that runs", async () => {
    const data = await folder();
    const running = await Store.open(data);
    onTestFinished(() => running.close());
    await expect(Store.open(data, { isBrief: true })).rejects.toMatchObject({ isBrief: false });
  });
});
