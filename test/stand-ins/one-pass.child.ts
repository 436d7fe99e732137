/** One pass and one delivery in a process of its own, which kills itself the hard way at its nth step. Run by crash.test.ts. */
import { pino } from "pino";
import { Bot } from "../../src/bot.ts";
import { SimulatedClock } from "../../src/clock.ts";
import { loadConfig } from "../../src/config/load.ts";
import { SITE } from "./ohchr.ts";

const [data = "", origin = "", api = "", at = "", killAt = "0"] = process.argv.slice(2);
let step = 0;
// Every step of a check and of a delivery leaves a line in the log: the line is where the process dies.
const log = pino(
  { level: "debug" },
  {
    write: () => {
      if (++step === Number(killAt)) process.kill(process.pid, "SIGKILL");
    },
  },
);
const secrets = { discordToken: "a.bot.token", discordChannelId: "223456789012345678", discordApiUrl: api };
const config = {
  ...loadConfig(
    new URL("../../config/coming-weeks.yaml", import.meta.url).pathname,
    {},
    { data, origins: { [SITE]: origin } },
  ),
  secrets,
};
config.settings.fetch.retries = 0;
const bot = await Bot.open({ config, clock: new SimulatedClock(at), log });
await bot.pass(true);
await bot.deliver(1000);
await bot.close();
process.stdout.write(`${step}\n`);
