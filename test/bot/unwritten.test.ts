/** A bot that cannot write anything down goes on looking, says so where people are, once, and makes up for it when it can. */
import { readdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { type Running, run } from "../../src/bot/run.ts";
import { MachineFault } from "../../src/language/machine-fault.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { accessTo, startDiscord, toldIn } from "../stand-ins/discord/discord.ts";
import { headOf, textOf } from "../stand-ins/discord/said.ts";
import type { Discord } from "../stand-ins/discord/world.ts";
import { livingBot } from "../stand-ins/living-bot.ts";
import { officeListing, watchOf, watchOffice } from "../stand-ins/office.ts";
import { publishedReport } from "../stand-ins/ohchr.ts";

const WAYS = {
  webhook: (discord: Discord) => ({ discordWebhookUrl: discord.webhook }),
  bot: accessTo,
};

/** Takes away what the bot writes to; what it gives puts it back, as it was. */
const FAULTS = {
  "database is moved away": (data: string) => away(join(data, "coming-weeks.db")),
  "folder is unmounted": (data: string) => away(data),
};

async function away(path: string): Promise<() => Promise<void>> {
  await rename(path, `${path}.away`);
  return () => rename(`${path}.away`, path);
}

async function running(way: keyof typeof WAYS) {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  let now: Running | undefined;
  const rehearsal = await rehearse({
    secrets: WAYS[way](discord),
    onChecked: (checked) => now?.checked(checked),
    adjust: (config) => {
      config.settings.schedule.reminders = false;
    },
  });
  const { bot, clock, origin, config } = rehearsal;
  clock.setTo("2022-08-31T12:00:00Z");
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  now = run({ bot, clock, log });
  onTestFinished(() => now?.stop());
  const looks = () => origin.requests.length;
  return {
    ...{ discord, bot, clock, origin, logged, data: config.dataDirectory },
    heads: () => toldIn(discord).map(headOf),
    /** So much later, it ticks, and looks at what is due. */
    tick: async (minutes: number) => {
      await clock.sleep(minutes * 60_000);
      const before = looks();
      now?.followConfig();
      let last = -1;
      const isQuiet = () => {
        const before = last;
        last = looks() + discord.requests.length;
        return last === before;
      };
      await expect.poll(isQuiet, { interval: 250, timeout: 20_000 }).toBe(true);
      return looks() - before;
    },
  };
}

/** Whoever waits for the same ticks does so together. */
it("says so once on Discord and for as long as it is so on its page, tells what it sees as not on record, and properly when it can", {
  timeout: 120_000,
}, async () => {
  await Promise.all([
    isToldOnce("webhook", FAULTS["database is moved away"]),
    isToldOnce("bot", FAULTS["folder is unmounted"]),
    isShown(),
  ]);
});

async function isToldOnce(
  way: keyof typeof WAYS,
  breaks: (data: string) => Promise<() => Promise<void>>,
): Promise<void> {
  const { discord, origin, heads, tick, data, logged, clock, bot } = await running(way);
  const FIRST = ["Now watching: UN assessment on Xinjiang", "Overdue: UN assessment on Xinjiang"];
  await expect.poll(() => heads().toSorted()).toEqual(FIRST);
  // Noted as sent as well: through a webhook, nobody could tell that it was.
  await expect.poll(() => bot.store.waiting.count()).toBe(0);
  const before = heads();
  const mend = await breaks(data);
  Object.assign(origin.pages, publishedReport());
  await tick(11);
  await expect.poll(() => heads().length, { timeout: 20_000 }).toBeGreaterThanOrEqual(4);
  const [cannot, seen, ...more] = heads().slice(before.length);
  expect(cannot).toBe("I cannot write anything down");
  expect(seen).toBe("Seen, not yet on record: UN assessment on Xinjiang");
  for (const head of more) expect(head).toBe(seen);
  const said = heads();
  // Nothing is said again at every tick, and nobody is asked more often than otherwise.
  for (let ticks = 0; ticks < 3; ticks++) expect(await tick(0.5)).toBe(0);
  expect(await tick(11)).toBeGreaterThan(0);
  expect(heads()).toEqual(said);
  expect(said.join()).not.toContain("Published");
  await mend();
  await clock.sleep(60_000);
  await expect
    .poll(
      async () => {
        await tick(1);
        return heads().slice(said.length).toSorted();
      },
      { timeout: 30_000 },
    )
    .toEqual(["I can write things down again", "Published: UN assessment on Xinjiang"]);
  for (let ticks = 0; ticks < 3; ticks++) await tick(11);
  expect(heads()).toHaveLength(said.length + 2);
  expect(bot.store.unwritten.trouble).toBeUndefined();
  expect(logged.filter(({ event }) => event === "failed")).toEqual([]);
  for (const message of toldIn(discord)) expect(textOf(message)).not.toContain(data);
}

/** On its page, and to whoever asks for its health. */
async function isShown(): Promise<void> {
  const bot = await livingBot();
  const health = async () => {
    const answer = await bot.ask("/healthz");
    return { code: answer.status, ...((await answer.json()) as { why?: string }) };
  };
  await expect.poll(async () => (await bot.ask("/readyz")).status).toBe(200);
  expect(await health()).toMatchObject({ code: 200 });
  expect(await (await bot.ask("/")).text()).not.toContain("I cannot write anything down");
  const mend = await away(join(bot.data, "coming-weeks.db"));
  bot.lists.set("/list-0", [{ title: "On the harbour" }]);
  await bot.edit((document) => document.set("title", "Another report on the matter of the harbour"));
  await expect.poll(async () => (await health()).code, { timeout: 30_000 }).toBe(503);
  await expect
    .poll(async () => (await health()).why, { timeout: 30_000 })
    .toMatch(/^Nothing can be written down since \S+: the data are not where they were$/);
  const page = await (await bot.ask("/")).text();
  expect(page).toContain("I cannot write anything down");
  expect(page).not.toContain(bot.data);
  await mend();
  // Which is taken at once, and not at the next tick.
  await bot.edit((document) => document.set("title", "A third report on the matter of the harbour"));
  await expect.poll(async () => (await health()).code, { timeout: 30_000 }).toBe(200);
  expect(await (await bot.ask("/")).text()).not.toContain("I cannot write anything down");
}

it("keeps next to nothing in memory, however long it lasts, and archives nothing that no database cites", async () => {
  const item = (number: number) => ({ title: `Report on the harbour, part ${number}`, date: "1 March 2026" });
  const watch = watchOf({ title: "Report on the harbour", subject: [["harbour"]] }, "2026-01-10");
  const { bot, look, origin, config, clock } = await watchOffice(watch, officeListing());
  await look("2026-02-01");
  const archived = async () => (await readdir(join(config.dataDirectory, "archive"), { recursive: true })).length;
  const mend = await away(join(config.dataDirectory, "coming-weeks.db"));
  const size = async () => {
    const archive = join(config.dataDirectory, "archive");
    const files = await Promise.all((await readdir(archive)).map((file) => stat(join(archive, file))));
    return files.reduce((sum, { size }) => sum + size, 0);
  };
  const looks = async (from: number, to: number) => {
    for (let number = from; number < to; number++) {
      for (const [path, page] of Object.entries(officeListing(item(number))))
        origin.pages[path] = `${page}<!-- ${String(number).repeat(20_000)} -->`;
      await clock.sleep(600_000);
      await bot.watcher.pass(true).catch(unlessRefused);
      origin.requests.length = 0;
    }
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  await looks(0, 60);
  const [files, bytes, heap] = [await archived(), await size(), await looks(60, 70)];
  const grown = (await looks(70, 270)) - heap;
  // The pages alone were more than three times that; HTTP and the tests take a few kilobytes for each look.
  expect(grown / 1e6).toBeLessThan(4);
  expect([await archived(), await size()]).toEqual([files, bytes]);
  await mend();
  await bot.watcher.pass(true);
  expect((await bot.store.notices.list({ limit: 1000 })).length).toBeGreaterThan(1);
}, 120_000);

function unlessRefused(error: unknown): void {
  if (!(error instanceof MachineFault)) throw error;
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}
