/** The most memory that three passes over many changing sources take, in MiB. */
import { listingSource, SITE, withBot } from "./measured-bot.ts";

const [address = "", count = "1000", ...besides] = process.argv.slice(2);
const sources = Array.from({ length: Number(count) }, (_, index) =>
  listingSource(`source-${index}`, `${SITE}/changed/${index}`),
);
for (const path of besides) sources.push({ ...listingSource(`besides-${path}`, SITE + path), kind: "document" });
let peak = 0;
const watching = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20);
await withBot(address, [sources], async (bot, clock) => {
  for (let pass = 0; pass < 3; pass++) {
    await clock.sleep(600_000);
    await bot.watcher.pass(true);
  }
});
clearInterval(watching);
process.send?.(peak / 1024 / 1024);
process.disconnect?.();
