import { readFileSync } from "node:fs";
import { HOSTILE } from "../stand-ins/hostile.ts";
import { HostileBot } from "../stand-ins/hostile-bot.ts";

const bot = await HostileBot.start();
const [from, to, every] = process.argv.slice(2).map(Number);
for (const [index, { name }] of HOSTILE.entries()) {
  if (index < from || index >= to) continue;
  const o: any = await bot.look(index);
  const m = o.memory;
  if (index % every === 0) {
    console.log(
      index,
      name.slice(0, 40),
      o.peak.toFixed(0),
      Object.entries(m ?? {})
        .map(([k, v]: any) => k + " " + (v / 1048576).toFixed(0))
        .join(" "),
    );
    const pid = (bot as any).pid;
    const st = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    console.log(/Anonymous:.*/.exec(st)?.[0], /Private_Dirty:.*/.exec(st)?.[0]);
  }
}
const pid = (bot as any).pid;
const sm = readFileSync(`/proc/${pid}/smaps`, "utf8")
  .split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
  .map((b) => ({ h: b.split("\n")[0].slice(0, 90), rss: Number(/Rss:\s+(\d+)/.exec(b)?.[1] ?? 0) / 1024 }))
  .sort((a, b) => b.rss - a.rss)
  .slice(0, 12);
for (const x of sm) console.log(x.rss.toFixed(0), x.h);
await bot.stop();
