/** Several bots share the work by hosts: each source is looked at when it is due, each host by one at a time and at its pace. */
import { rm } from "node:fs/promises";
import pg from "pg";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { Bot } from "../../src/bot/bot.ts";
import { run } from "../../src/bot/run.ts";
import { loadConfig } from "../../src/config/load.ts";
import { HostTurns } from "../../src/schedule/host-turns.ts";
import { systemClock } from "../../src/time/clock.ts";
import { Ending } from "../../src/time/ending.ts";
import { Fleet } from "../chaos/fleet.ts";
import { startSite } from "../chaos/site.ts";
import { folder } from "../stand-ins/folder.ts";
import { newPostgres } from "../stand-ins/stores.ts";

const SILENT = pino({ level: "silent" });

it("every source is looked at again and again, and no host is asked by two or too soon", {
  timeout: 60_000,
}, async () => {
  const [directory, databaseUrl] = [await folder(), await newPostgres()];
  const site = await startSite(3, 2, 200);
  const fleet = new Fleet({ folder: directory, site, databaseUrl, every: 1, floor: 0.2 });
  await fleet.writeConfig();
  const looks = new Map<string, string[]>();
  const running = await Promise.all(
    ["one", "two"].map(async (name) => {
      const file = `${directory}/config/coming-weeks.yaml`;
      const environment = { DATABASE_URL: databaseUrl, WORKER_NAME: name };
      const config = loadConfig(file, environment, { data: `${directory}/${name}` });
      const bot = await Bot.open({
        ...{ config, clock: systemClock, log: SILENT, role: "worker" },
        onChecked: ({ watch, source }) => {
          const key = `${watch}/${source}`;
          looks.set(key, [...(looks.get(key) ?? []), name]);
        },
      });
      const its = run({ bot, clock: systemClock, log: SILENT, role: "worker" });
      return async () => {
        await its.stop();
        await bot.close();
      };
    }),
  );
  onTestFinished(async () => {
    await site.close();
    await rm(directory, { recursive: true, force: true });
  });
  const all = ["list-0", "list-1"].flatMap((list) => site.hosts.map(({ name }) => `${list}/at-${name}`));
  const looked = (times: number, by: readonly string[]) =>
    all.every((key) => (looks.get(key) ?? []).filter((name) => by.includes(name)).length >= times);
  const soon = { timeout: 40_000, interval: 100 };
  await expect.poll(() => looked(2, ["one", "two"]), soon).toBe(true);
  // What the one leaves, the other goes on with.
  await running[0]?.();
  looks.clear();
  await expect.poll(() => looked(2, ["two"]), soon).toBe(true);
  await running[1]?.();
  expect(site.faults).toEqual([]);
});

it("a host whose job another ended, as it knew nothing of it, has one again after a while", {
  timeout: 60_000,
}, async () => {
  const [directory, databaseUrl] = [await folder(), await newPostgres()];
  const site = await startSite(1, 1, 0);
  const fleet = new Fleet({ folder: directory, site, databaseUrl, every: 1, floor: 0.1 });
  await fleet.writeConfig();
  const environment = { DATABASE_URL: databaseUrl, WORKER_NAME: "one" };
  const config = loadConfig(`${directory}/config/coming-weeks.yaml`, environment, { data: `${directory}/one` });
  const bot = await Bot.open({ config, clock: systemClock, log: SILENT, role: "worker" });
  const { store, watcher } = bot;
  if (!store.shared) throw new Error("nothing is shared");
  const turns = await HostTurns.begin({
    ...{ watcher, store, shared: store.shared, clock: systemClock, log: SILENT, ending: new Ending() },
    seeTo: { fresh: 200, all: 400 },
  });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await turns.end();
    await bot.close();
    await site.close();
    await rm(directory, { recursive: true, force: true });
  });
  const requests = () => site.hosts[0]?.requests ?? 0;
  await expect.poll(requests, { timeout: 20_000 }).toBeGreaterThan(1);
  const ended = async () => (await client.query("DELETE FROM coming_weeks_jobs.job WHERE state = 'created'")).rowCount;
  await expect.poll(ended, { timeout: 20_000, interval: 20 }).toBe(1);
  const before = requests();
  await expect.poll(requests, { timeout: 20_000 }).toBeGreaterThan(before);
});
