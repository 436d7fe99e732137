/** A bot that looks once and then listens on Discord, in a process of its own, until its input ends. Run by stray.test.ts. */
import { pino } from "pino";
import { Bot } from "../../src/bot/bot.ts";
import { loadConfig } from "../../src/config/load.ts";
import { converse } from "../../src/discord/conversation.ts";
import { systemClock } from "../../src/time/clock.ts";
import { Ending } from "../../src/time/ending.ts";
import { accessTo } from "./discord/discord.ts";
import { KNOWING_CONFIG } from "./knowing-config.ts";
import { QUICK_WAITS } from "./waits.ts";

const [data = "", api = ""] = process.argv.slice(2);
const log = pino({ level: "debug" }, process.stdout);
const secrets = accessTo({ api });
const config = { ...loadConfig(KNOWING_CONFIG, {}, { data }), secrets };
const { watches, record, settings } = config;
const bot = await Bot.open({ config, clock: systemClock, log });
const { store, watcher } = bot;
const { places } = bot.telling;
if (!places) throw new Error("no places");
const desk = { store, watcher, places, watches, record, settings, clock: systemClock, log, ending: new Ending() };
const conversation = converse(
  { ...desk, followPlaces: () => bot.telling.followPlaces(), tellNow: () => undefined },
  secrets,
  QUICK_WAITS,
);
process.stdin.resume().once("end", async () => {
  await conversation.stop();
  await bot.close();
});
