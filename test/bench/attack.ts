/** What floods of requests cost a bot that runs as it does in its container: its most memory, and the longest that /healthz took. */
import { hashPassword } from "../../src/web/guard/password.ts";
import { AttackedBot } from "../stand-ins/attacked-bot.ts";
import { FLOODS, PASSWORD, type Tally } from "../stand-ins/floods.ts";

/** What its container has, in MiB; and milliseconds beyond what the same asking takes of a bare server on the same machine. */
const MOST = { memory: 256, health: 100 };
const FILE_MEGABYTES = 40;

/** @param words that a flood's name must hold */
export async function attackCost(words = ""): Promise<void> {
  const bot = await AttackedBot.prepare(FILE_MEGABYTES, { WEB_PASSWORD: await hashPassword(PASSWORD) });
  console.log("\n  peak MiB  /healthz ms  floor ms  lost %  under which load, and what was answered");
  const over: string[] = [];
  try {
    for (const { name, attack } of FLOODS.filter((flood) => flood.name.includes(words))) {
      await bot.begin();
      let tally: Tally = new Map();
      const { peak, health, unanswered, floor } = await bot.cost(async () => {
        tally = await attack(bot);
      });
      const figures = [peak.toFixed(0).padStart(8), health.toFixed(0).padStart(12), floor.toFixed(0).padStart(9)];
      const answered = [...tally].map(([status, count]) => `${count} × ${status}`).join(", ");
      console.log(`  ${figures.join(" ")} ${(100 * unanswered).toFixed(0).padStart(7)}  ${name}: ${answered || "–"}`);
      if (peak > MOST.memory || health > MOST.health + floor || unanswered > 0) over.push(name);
    }
  } finally {
    await bot.remove();
  }
  console.log(`  over ${MOST.memory} MiB, or ${MOST.health} ms past the floor: ${over.join(", ") || "none"}`);
}
