/** The parts of a bot, each a process of its own in life: a worker looks, a page shows what it saw, both say how they do. */
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { goLive } from "../../src/bot/live.ts";
import type { Role } from "../../src/bot/role.ts";
import { loadConfig } from "../../src/config/load.ts";
import { noticeId } from "../../src/judge/notice.ts";
import { LogTap } from "../../src/log/tap.ts";
import { FOR_START } from "../../src/store/left.ts";
import { Store } from "../../src/store/store.ts";
import { systemClock } from "../../src/time/clock.ts";
import { Ending } from "../../src/time/ending.ts";
import { Fleet } from "../chaos/fleet.ts";
import { startSite } from "../chaos/site.ts";
import { startDiscord, toldIn } from "../stand-ins/discord/discord.ts";
import { textOf } from "../stand-ins/discord/said.ts";
import { notice, told } from "../stand-ins/every-notice.ts";
import { folder } from "../stand-ins/folder.ts";
import { newPostgres } from "../stand-ins/stores.ts";

async function world() {
  const [directory, databaseUrl] = [await folder(), await newPostgres()];
  const site = await startSite(1, 1, 0, 0);
  onTestFinished(() => site.close());
  await new Fleet({ folder: directory, site, databaseUrl, every: 600, floor: 0.1 }).writeConfig();
  const begin = async (role: Role, environment: Record<string, string> = { DATABASE_URL: databaseUrl }) => {
    const config = loadConfig(`${directory}/config/coming-weeks.yaml`, environment, { data: `${directory}/${role}` });
    Object.assign(config.settings.web, { enabled: true, host: "127.0.0.1", port: 0 });
    const log = pino({ level: "silent" });
    const live = await goLive({ config, clock: systemClock, log, tap: new LogTap(), ending: new Ending(), role });
    onTestFinished(() => live.stop());
    const ask = async (path: string) => fetch(`${live.page}${path}`);
    return { ask };
  };
  return { begin, site, databaseUrl };
}

const ready = { timeout: 30_000, interval: 50 };

it("a page shows what a worker saw, within two seconds, and says so to whoever watches it", {
  timeout: 60_000,
}, async () => {
  const { begin } = await world();
  const web = await begin("web");
  expect((await web.ask("/readyz")).status).toBe(503);
  const events = await web.ask("/events");
  const reader = events.body?.getReader();
  const worker = await begin("worker");
  await expect.poll(async () => (await worker.ask("/readyz")).status, ready).toBe(200);
  const told = new TextDecoder().decode((await reader?.read())?.value);
  expect(told).toContain("event: looked");
  await reader?.cancel();
  await expect.poll(async () => (await web.ask("/readyz")).status, ready).toBe(200);
  const [watch] = (await (await web.ask("/api/watches")).json()) as { sources: { state: string; read_at: string }[] }[];
  expect(watch?.sources).toEqual([expect.objectContaining({ state: "read", read_at: expect.any(String) })]);
  expect(await (await web.ask("/")).text()).toContain("Report on the matter of list-0");
});

it("a worker says how it does, and shows no page", { timeout: 60_000 }, async () => {
  const { begin } = await world();
  const { ask } = await begin("worker");
  await expect.poll(async () => (await ask("/readyz")).status, ready).toBe(200);
  expect((await ask("/")).status).toBe(404);
  expect(await (await ask("/healthz")).json()).toMatchObject({ status: "ok", pendingMessages: expect.any(Number) });
  await expect.poll(async () => (await ask("/metrics")).text(), ready).toMatch(/coming_weeks_looks_total\{.*\} 1/);
});

it("what a command leaves beside a running worker is told there at once", { timeout: 60_000 }, async () => {
  const { begin, databaseUrl } = await world();
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  await begin("worker", { DATABASE_URL: databaseUrl, DISCORD_WEBHOOK_URL: discord.webhook });
  const store = await Store.onPostgres(databaseUrl, "by-hand");
  onTestFinished(() => store.close());
  store.deliverTo(async () => FOR_START);
  const [what] = told.filter(({ kind }) => kind === "changed");
  if (!what) throw new Error("nothing to tell");
  const left = notice(what, { key: "left", watch: "w", at: systemClock.now() });
  await store.record("w", { notices: [left] });
  const mark = expect.stringContaining(noticeId(left));
  await expect.poll(() => toldIn(discord).map(textOf), { timeout: 8000, interval: 50 }).toContainEqual(mark);
  expect(await store.left.count()).toBe(0);
});

it("Discord’s part is ready when it stands by", { timeout: 60_000 }, async () => {
  const { begin } = await world();
  const { ask } = await begin("discord");
  await expect.poll(async () => (await ask("/readyz")).status, ready).toBe(200);
  expect((await ask("/healthz")).status).toBe(200);
  const metrics = await (await ask("/metrics")).text();
  expect(metrics).toContain("coming_weeks_speaks_on_discord 1");
  expect(metrics).not.toContain("coming_weeks_pending_messages");
});

it.each<Role>(["worker", "discord", "web"])("%s has nobody to share with where there is no database", async (role) => {
  const { begin } = await world();
  await expect(begin(role, {})).rejects.toThrow(
    `--role ${role}: needs a database that the others share; set DATABASE_URL`,
  );
});
