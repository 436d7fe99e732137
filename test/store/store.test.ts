import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it, onTestFinished } from "vitest";
import { Store } from "../../src/store/store.ts";
import { folder } from "../stand-ins/folder.ts";

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
  stranger.exec("CREATE TABLE look_day (of_another_shape TEXT)");
  await expect(Store.open(data)).rejects.toThrow(/cannot be brought up to date: .*look_day already exists/);
  const tables = stranger.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'kysely%'");
  expect(tables.all()).toEqual([{ name: "look_day" }]);
});

it("writes through to the disk on every commit", async () => {
  const data = await folder();
  const store = await Store.open(data);
  onTestFinished(() => store.close());
  const beside = new DatabaseSync(join(data, "coming-weeks.db"));
  expect(beside.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
  beside.close();
});
