/** Floods against a bot in a process of its own, under the container's flags: it stays within the container's memory, and answers for its health. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { hashPassword } from "../../src/web/guard/password.ts";
import { AttackedBot } from "../stand-ins/attacked-bot.ts";
import { FLOODS, PASSWORD } from "../stand-ins/floods.ts";

/** MiB. */
const CONTAINER = 256;
/** The bench times it (`npm run bench -- --only attack`): here others keep the machine busy. */
const HEALTH_MS = 3000;

/** Those that each ask for something else; the bench goes through all of them. */
const TELLING = [
  "400 pages at once",
  "12 views of a capture of 40 MB",
  "400 guesses at once",
  "200 forms of a megabyte",
];

let bot: AttackedBot;
beforeAll(async () => {
  bot = await AttackedBot.prepare(40, { WEB_PASSWORD: await hashPassword(PASSWORD) });
});
afterAll(() => bot.remove());

it.each(FLOODS.filter(({ name }) => TELLING.includes(name)))("$name", { timeout: 60_000 }, async ({ attack }) => {
  await bot.begin();
  const { peak, health, unanswered } = await bot.cost(() => attack(bot));
  expect({ peak: peak < CONTAINER, health: health < HEALTH_MS, unanswered }).toEqual({
    peak: true,
    health: true,
    unanswered: 0,
  });
});
