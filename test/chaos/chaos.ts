/**
 * Several bots that share a database are killed at random, their database is stopped and cut off, and in the end everything that changed on
 * the pages must have been told once, nothing twice, no host asked by two or too soon, and the archives be whole. `npm run chaos -- --help`.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Command } from "commander";
import { startDiscord, toldIn } from "../stand-ins/discord/discord.ts";
import { textOf } from "../stand-ins/discord/said.ts";
import { startPostgres } from "../stand-ins/postgres.ts";
import { Fleet } from "./fleet.ts";
import { startProxy } from "./proxy.ts";
import { startSite } from "./site.ts";

const MAIN = new URL("../../src/main.ts", import.meta.url).pathname;

const whole = (text: string) => Number.parseInt(text, 10);
const { kills, workers, hosts, lists, keep } = new Command("chaos")
  .description(
    "Kills workers at random, stops and cuts off their database, and says what was lost, told twice or rudely asked",
  )
  .option("--kills <count>", "SIGKILLs in all", whole, 200)
  .option("--workers <count>", "processes at the same time", whole, 3)
  .option("--hosts <count>", "hosts that they ask", whole, 8)
  .option("--lists <count>", "lists on each host: a watch each", whole, 3)
  .option("--keep", "leave the logs and data where they are, and say where")
  .parse()
  .opts<{ kills: number; workers: number; hosts: number; lists: number; keep?: boolean }>();

const EVERY_SECONDS = 5;
const FLOOR_SECONDS = 1;
/** After the last kill: a dead worker's turns are another's within a minute, and then each list is looked at. */
const SETTLE_MS = 90_000;

const say = (text: string) => process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
const random = (most: number) => Math.floor(Math.random() * most);

const folder = await mkdtemp(join(tmpdir(), "coming-weeks-chaos-"));
const postgres = await startPostgres([]);
await postgres.createDatabase("chaos");
const { hostname, port } = new URL(postgres.address);
const proxy = await startProxy({ host: hostname, port: Number(port) });
const discord = await startDiscord();
const site = await startSite(hosts, lists, FLOOR_SECONDS * 1000);
const names = Array.from({ length: workers }, (_, index) => `worker-${index + 1}`);
const fleet = new Fleet({
  folder,
  site,
  databaseUrl: `postgres://postgres:secret@127.0.0.1:${proxy.port}/chaos`,
  webhook: discord.webhook,
  every: EVERY_SECONDS,
  floor: FLOOR_SECONDS,
});
await fleet.writeConfig();
const published: string[] = [];
let isOver = false;

/** Something new on some list, now and then. */
async function publish(): Promise<void> {
  // What stands there at the first look is no news.
  await wait(45_000);
  for (let number = 1; !isOver; number++) {
    const host = site.hosts[random(site.hosts.length)];
    const title = `Note ${number} on other things`;
    host?.lists.get(`/list-${random(lists)}`)?.unshift({ title });
    published.push(title);
    await wait(2000 + random(3000));
  }
}

async function killing(): Promise<void> {
  await wait(50_000);
  const trouble = new Map([
    [Math.floor(kills * 0.3), restart],
    [Math.floor(kills * 0.5), cutOff],
    [Math.floor(kills * 0.7), restart],
  ]);
  for (let killed = 1; killed <= kills; killed++) {
    const name = names[random(names.length)] ?? "";
    await fleet.kill(name);
    await wait(random(1500));
    fleet.begin(name);
    if (killed % 10 === 0) say(`${killed} killed, ${published.length} published, ${toldIn(discord).length} messages`);
    await trouble.get(killed)?.();
    await wait(500 + random(6000));
  }
}

async function restart(): Promise<void> {
  say("PostgreSQL is stopped, and started again");
  await postgres.restart();
}

async function cutOff(): Promise<void> {
  say("PostgreSQL cannot be reached for half a minute");
  proxy.hold();
  await wait(15_000);
  proxy.cut();
  await wait(15_000);
  proxy.open();
}

for (const name of names) fleet.begin(name);
say(`${workers} workers, ${hosts} hosts with ${lists} lists each, ${kills} kills${keep ? `; ${folder}` : ""}`);
const publishing = publish();
await killing();
isOver = true;
await publishing;
say("no more kills; what is still to be told is waited for");
await wait(SETTLE_MS);
await fleet.stop();
proxy.open();

const texts = toldIn(discord).map(textOf);
const told = published.map((title) => ({ title, times: texts.filter((text) => text.includes(`${title}`)).length }));
const faults = [
  ...told.filter(({ times }) => times === 0).map(({ title }) => `${title}: never told`),
  ...told.filter(({ times }) => times > 1).map(({ title, times }) => `${title}: told ${times} times`),
  ...site.faults,
  ...names.flatMap((name) => verified(name)),
  ...replayed(),
];
for (const fault of faults) say(fault);
const requests = site.hosts.reduce((sum, host) => sum + host.requests, 0);
say(
  `${kills} kills, ${published.length} published, ${texts.length} messages, ${requests} requests: ${faults.length} faults`,
);
await site.close();
proxy.close();
await discord.close();
await postgres.stop();
if (!keep) await rm(folder, { recursive: true, force: true });
process.exit(faults.length > 0 ? 1 : 0);

/** The files of a worker's archive: none where others had every turn. */
function archiveOf(name: string): string[] {
  const directory = join(folder, name, "archive");
  const files = existsSync(directory) ? readdirSync(directory) : [];
  return files.filter((file) => file.endsWith(".warc.gz")).map((file) => join(directory, file));
}

/** Whether a worker's archive is what the database says. */
function verified(name: string): string[] {
  if (archiveOf(name).length === 0) return [];
  return faultsOf(name, ["archive", "verify", "--data", join(folder, name)], name);
}

/** Whether all that was told comes of what all workers archived. */
function replayed(): string[] {
  return faultsOf("replay", ["replay", ...names.flatMap(archiveOf)], "nobody");
}

function faultsOf(what: string, words: string[], worker: string): string[] {
  const env = { PATH: process.env.PATH, DATABASE_URL: `${postgres.address}/chaos`, WORKER_NAME: worker };
  const config = join(folder, "config", "coming-weeks.yaml");
  try {
    execFileSync(process.execPath, [MAIN, ...words, "--config", config], { env, stdio: "pipe" });
    return [];
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    return [`${what}: ${`${stderr}`.trim() || `${stdout}`.trim().slice(-500)}`.split("\n").slice(0, 5).join(" | ")];
  }
}
