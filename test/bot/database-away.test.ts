/** A database that cannot be reached is said once; the work waits, and goes on. */
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { run } from "../../src/bot/run.ts";
import { Store } from "../../src/store/store.ts";
import { startProxy } from "../chaos/proxy.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { newPostgres } from "../stand-ins/stores.ts";

it("a database that goes away is told once, and so is that it is back", { timeout: 60_000 }, async () => {
  const url = new URL(await newPostgres());
  const proxy = await startProxy({ host: url.hostname, port: Number(url.port) });
  onTestFinished(() => proxy.close());
  url.port = String(proxy.port);
  const { bot, clock } = await rehearse({ openStore: () => Store.onPostgres(url.href, "test") });
  const lines: { event: string; error?: string }[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const running = run({ bot, clock, log, role: "discord" });
  onTestFinished(() => running.stop());
  const events = () =>
    lines.map(({ event }) => event).filter((event) => event.startsWith("database") || event === "failed");
  await expect.poll(() => running.isReady(), { timeout: 20_000 }).toBe(true);
  proxy.cut();
  for (let times = 0; times < 3; times++) running.tellNow();
  await expect.poll(events, { timeout: 20_000 }).toEqual(["database-away"]);
  expect(lines.find(({ event }) => event === "database-away")?.error).toMatch(/^the database is away: /);
  expect(JSON.stringify(lines)).not.toContain(url.password);
  expect(await bot.store.isWritable()).toBe(false);
  proxy.open();
  await expect
    .poll(
      () => {
        running.tellNow();
        return events();
      },
      { timeout: 20_000 },
    )
    .toEqual(["database-away", "database-back"]);
  expect(await bot.store.isWritable()).toBe(true);
});
