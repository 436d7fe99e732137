/** The config of a bot as a process of its own: read anew at SIGHUP, and with faults in it, no reason to stay away. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { Fleet } from "../chaos/fleet.ts";
import { startSite } from "../chaos/site.ts";
import { folder } from "../stand-ins/folder.ts";

it("at SIGHUP a bot takes what was changed, and goes on", { timeout: 60_000 }, async () => {
  const directory = await folder();
  const site = await startSite(1, 1, 0, 0);
  onTestFinished(() => site.close());
  const fleet = new Fleet({ folder: directory, site, databaseUrl: undefined, every: 600, floor: 0.1 });
  await fleet.writeConfig();
  onTestFinished(() => fleet.stop());
  const bot = fleet.begin("one");
  const logged = async () => (await readFile(join(directory, "one.log"), "utf8").catch(() => "")).split("\n");
  const events = async () => (await logged()).flatMap((line) => /"event":"([^"]+)"/.exec(line)?.[1] ?? []);
  const soon = { timeout: 30_000, interval: 50 };
  await expect.poll(events, soon).toContain("checked");
  const file = join(directory, "config", "watches", "list-0.yaml");
  await writeFile(file, `${await readFile(file, "utf8")}paused: true\n`);
  bot.kill("SIGHUP");
  await expect.poll(events, { timeout: 1500, interval: 20 }).toContain("config-taken");
  expect(bot.exitCode).toBeNull();
});

it("a bot that is begun while its files have a fault goes on with the last good one, and says so", {
  timeout: 60_000,
}, async () => {
  const directory = await folder();
  const site = await startSite(1, 1, 0, 0);
  onTestFinished(() => site.close());
  const fleet = new Fleet({ folder: directory, site, databaseUrl: undefined, every: 600, floor: 0.1 });
  await fleet.writeConfig();
  onTestFinished(() => fleet.stop());
  const logged = async () => readFile(join(directory, "one.log"), "utf8").catch(() => "");
  const soon = { timeout: 30_000, interval: 50 };
  fleet.begin("one");
  await expect.poll(logged, soon).toContain('"event":"checked"');
  await fleet.kill("one");
  const file = join(directory, "config", "watches", "list-0.yaml");
  const good = await readFile(file, "utf8");
  await writeFile(file, good.replace("kind: listing", "kind: lisitng"));
  fleet.begin("one");
  await expect
    .poll(logged, soon)
    .toMatch(/goes on with the last good one:[\s\S]*"event":"started"[\s\S]*"event":"config-refused"/);
  await writeFile(file, good);
  await expect.poll(logged, soon).toContain('"event":"config-good"');
});
