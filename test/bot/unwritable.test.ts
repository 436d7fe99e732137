/** A bot that can write nothing from its very beginning goes on all the same, says so once, and makes up for it when it can write. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, cp, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it, onTestFinished } from "vitest";
import { rehearse } from "../stand-ins/bot.ts";
import { MAIN } from "../stand-ins/command.ts";
import { startDiscord, toldIn } from "../stand-ins/discord/discord.ts";
import { headOf } from "../stand-ins/discord/said.ts";
import { folder } from "../stand-ins/folder.ts";
import { KNOWING_CONFIG } from "../stand-ins/knowing-config.ts";
import { LATEST_PATH, listing, ordinaryRows, publishedReport, SITE } from "../stand-ins/ohchr.ts";
import { startOrigin } from "../stand-ins/origin.ts";

/** Somebody else than root, who may do anything. */
const SOMEBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

async function give(place: string, mode: number): Promise<void> {
  for (const path of ["", ...(await readdir(place, { recursive: true }))])
    if (SOMEBODY.uid) await chown(join(place, path), SOMEBODY.uid, SOMEBODY.gid);
  await chmod(place, mode);
}

/** A bot in a process of its own, in a folder that takes no writes. */
async function begun(prepare: (data: string) => Promise<unknown>) {
  const [discord, place] = [await startDiscord(), await folder()];
  const origin = await startOrigin({ [LATEST_PATH]: listing(ordinaryRows()), ...publishedReport() });
  onTestFinished(async () => {
    await discord.close();
    await origin.close();
  });
  const data = join(place, "data");
  await mkdir(data);
  await prepare(data);
  await cp(join(KNOWING_CONFIG, ".."), join(place, "config"), { recursive: true });
  for (const path of [place, join(place, "config")]) await chmod(path, 0o755);
  await give(data, 0o555);
  const args = ["start", "--data", data, "--origin", `${SITE}=${origin.address}`, "--listen", "0"];
  const bot = spawn(process.execPath, [MAIN, ...args], {
    ...SOMEBODY,
    env: {
      ...{ PATH: process.env.PATH, HOME: "/nonexistent", DISCORD_WEBHOOK_URL: discord.webhook },
      COMING_WEEKS_CONFIG: join(place, "config", "coming-weeks.yaml"),
    },
  });
  onTestFinished(() => void bot.kill("SIGKILL"));
  const logged: Record<string, unknown>[] = [];
  const said: string[] = [];
  createInterface(bot.stderr).on("line", (line) =>
    line.startsWith("{") ? logged.push(JSON.parse(line)) : said.push(line),
  );
  return { data, bot, logged, said, heads: () => toldIn(discord).map(headOf) };
}

const CANNOT = "I cannot write anything down";
const SEEN = "Seen, not yet on record: UN assessment on Xinjiang";
const CAN = "I can write things down again";
const PUBLISHED = "Published: UN assessment on Xinjiang";
const PATIENCE = { timeout: 60_000, interval: 200 };

/** What a bot saw in its time, which ended properly. */
async function seenBefore(data: string): Promise<void> {
  const { config, at, restart } = await rehearse();
  await at("2022-06-01T12:00:00Z");
  await restart();
  const filter = (file: string) => !/-(?:wal|shm|journal)$|\/running$/.test(file);
  await cp(config.dataDirectory, data, { recursive: true, filter });
}

it("where there is nothing yet, and where something is known", { timeout: 120_000 }, async () => {
  const bots = [await begun(async () => undefined), await begun(seenBefore)];
  for (const { heads, logged } of bots) {
    await expect.poll(heads, PATIENCE).toContain(SEEN);
    expect(heads()[0]).toBe(CANNOT);
    expect(heads().filter((head) => head !== SEEN)).toEqual([CANNOT]);
    expect(logged.find(({ event }) => event === "cannot-write")?.error).toMatch(/takes no writes; give the bot's user/);
  }
  const page = String(bots[1]?.logged.find(({ event }) => event === "started")?.page);
  const pages = await Promise.all(["", "healthz"].map(async (path) => fetch(`${page}${path}`)));
  expect(pages.map(({ status }) => status)).toEqual([200, 503]);
  expect(await pages[0]?.text()).toContain(CANNOT);
  for (const { data } of bots) await give(data, 0o755);
  for (const { heads, logged, bot, data } of bots) {
    await expect.poll(heads, PATIENCE).toContain(PUBLISHED);
    expect(heads().filter((head) => head === CANNOT)).toHaveLength(1);
    expect(heads().filter((head) => head === CAN)).toHaveLength(1);
    expect(heads().filter((head) => head === PUBLISHED)).toHaveLength(1);
    expect(logged.filter(({ event }) => event === "failed" || event === "broken")).toEqual([]);
    expect(await readdir(data)).toEqual(expect.arrayContaining(["archive", "coming-weeks.db"]));
    bot.kill("SIGTERM");
    expect(await once(bot, "exit")).toEqual([0, null]);
  }
  // At the same address as before.
  expect(bots[1]?.logged.filter(({ event }) => event === "config-taken")).toEqual([]);
});

it("where what is there cannot be read either, it ends with a sentence", { timeout: 60_000 }, async () => {
  const { bot, said, heads } = await begun(async (data) => {
    await seenBefore(data);
    await chmod(join(data, "coming-weeks.db"), 0o000);
  });
  expect(await once(bot, "close")).toEqual([2, null]);
  expect(said).toEqual([expect.stringMatching(/^\S+ takes no writes; give the bot's user the right to write there/)]);
  expect(heads()).toEqual([]);
});
