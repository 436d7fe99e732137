/** Several bots share the work by hosts: each source is looked at when it is due, each host by one at a time and at its pace. */
import { rm } from "node:fs/promises";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { Bot } from "../../src/bot/bot.ts";
import { run } from "../../src/bot/run.ts";
import { loadConfig } from "../../src/config/load.ts";
import { systemClock } from "../../src/time/clock.ts";
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
  const all = ["list-0", "list-1"].flatMap((list) =>
    site.hosts.map(({ name }) => `${list}/at-${name.replaceAll(".", "-")}`),
  );
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
