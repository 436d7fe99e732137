/** Draws so many pictures, each another, as the bot does, and prints by how much the process was larger than before at most, in megabytes. */
import { loadConfig } from "../../src/config/load.ts";
import { status } from "../../src/judge/status.ts";
import { clockPicture } from "../../src/message/picture.ts";
import { timeline } from "../../src/message/timeline.ts";

const [watch] = loadConfig(new URL("../../config/coming-weeks.yaml", import.meta.url).pathname, {}).watches;
if (!watch) throw new Error("no watch ships");
const now = status(watch, [], "2022-01-27T12:00:00.000Z");
const draw = (title: string) =>
  clockPicture(timeline(watch, { ...now, title, short: undefined }, [], "2022-01-27T12:00:00.000Z"), "en");
await draw("The first one loads what all need");
const before = process.memoryUsage().rss;
let most = 0;
for (let count = 0; count < Number(process.argv[2]); count++) {
  await Promise.all([draw(`Report ${count}`), draw(`تقييم ${count}`), draw(`评估报告 ${count}`)]);
  most = Math.max(most, process.memoryUsage().rss - before);
}
process.stdout.write(String(most / 1e6));
