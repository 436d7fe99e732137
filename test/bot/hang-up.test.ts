/** SIGHUP has a running bot read its config anew. */
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
