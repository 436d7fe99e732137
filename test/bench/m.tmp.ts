import { HOSTILE } from "../stand-ins/hostile.ts";
import { HostileBot } from "../stand-ins/hostile-bot.ts";

const bot = await HostileBot.start();
const [pick, times] = process.argv.slice(2);
for (let k = 0; k < Number(times); k++)
  for (const [index, { name }] of HOSTILE.entries()) {
    if (!name.includes(pick)) continue;
    const o: any = await bot.look(index);
    const m = o.memory;
    console.log(
      index,
      name.slice(0, 50),
      o.peak.toFixed(0),
      Object.entries(m ?? {})
        .map(([k, v]: any) => k + " " + (v / 1048576).toFixed(0))
        .join(" "),
      o.outcomes?.[1]?.detail ?? "",
    );
  }
await bot.stop();
