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
  const site = await startSite(3, 2, 400);
  const fleet = new Fleet({ folder: directory, site, databaseUrl, every: 2, floor: 0.4 });
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
  const least = () => Math.min(...[...looks.values()].map((by) => by.length));
  await expect.poll(() => looks.size === 6 && least() >= 3, { timeout: 40_000, interval: 100 }).toBe(true);
  await Promise.all(running.map((stop) => stop()));
  expect(site.faults).toEqual([]);
  expect(new Set([...looks.values()].flat())).toEqual(new Set(["one", "two"]));
});
