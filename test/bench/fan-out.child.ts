/** A bot that writes to many places, under the memory of the container: its first notice, its cards, and in their midst "published". */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { Bot } from "../../src/bot/bot.ts";
import { blankRow } from "../../src/check/row.ts";
import { loadConfig } from "../../src/config/load.ts";
import { systemClock } from "../../src/time/clock.ts";
import { TOKEN } from "../stand-ins/discord/ids.ts";
import { notice, told } from "../stand-ins/every-notice.ts";

const { api, channels } = JSON.parse(process.argv[2] ?? "{}") as { api: string; channels: string[] };
const data = await mkdtemp(join(tmpdir(), "coming-weeks-fan-out-"));
const config = loadConfig(new URL("../../config/coming-weeks.yaml", import.meta.url).pathname, {}, { data });
config.settings.discord.places = channels.map((channel) => ({ channel }));
const bot = await Bot.open({
  config: { ...config, secrets: { discordToken: TOKEN, discordApiUrl: api } },
  clock: systemClock,
  log: pino({ level: "silent" }),
  terminal: { write: () => undefined, show: () => "" },
});
const watch = config.watches[0]?.id ?? "";
let peak = 0;
const watching = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);

async function tell(kind: "started" | "published"): Promise<number> {
  const what = told.find((one) => one.kind === kind);
  if (!what) throw new Error(kind);
  await bot.store.record(watch, { notices: [notice(what, { key: kind, watch, at: systemClock.now() })] });
  const began = performance.now();
  await bot.deliver(600_000);
  return performance.now() - began;
}

for (const { id } of config.watches[0]?.sources ?? []) {
  const at = systemClock.now();
  await bot.store.record(watch, { source: { ...blankRow(watch, id), checked_at: at, good_at: at, due_at: at } });
}
const first = await tell("started");
// The cards are brought up to date while it is published.
const cards = bot.telling.showCards(AbortSignal.timeout(5000));
const recorded = Date.now();
const published = await tell("published");
await cards;
clearInterval(watching);
process.send?.({ first, published, recorded, peak: peak / 1024 / 1024 });
await bot.close();
await rm(data, { recursive: true });
process.disconnect?.();
