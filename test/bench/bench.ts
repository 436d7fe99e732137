/** `npm run bench`: what the bot costs, as ratios beside a floor, and what hostile bodies cost it. `-- --help` lists the parts. */
import { parseArgs } from "node:util";
import { attackCost } from "./attack.ts";
import { checkCost, memoryCost } from "./checks.ts";
import { fanOut } from "./fan-out.ts";
import { growth } from "./growth.ts";
import { hostileCost } from "./hostile.ts";
import { idleCost } from "./idle.ts";
import { logCost } from "./log.ts";
import { pageCost } from "./pages.ts";
import { redactionCost } from "./redaction.ts";
import { scaleCost } from "./scale.ts";
import { startCost } from "./start.ts";
import { toldCost } from "./told.ts";

const PARTS: Readonly<Record<string, (words?: string) => Promise<void>>> = {
  checks: checkCost,
  told: toldCost,
  idle: idleCost,
  memory: memoryCost,
  log: logCost,
  redaction: redactionCost,
  page: pageCost,
  start: startCost,
  "fan-out": fanOut,
  scale: scaleCost,
  growth,
  hostile: hostileCost,
  attack: attackCost,
};

const { values, positionals } = parseArgs({
  options: { only: { type: "string" }, help: { type: "boolean" } },
  allowPositionals: true,
});
const part = values.only;
if (values.help || (part !== undefined && !Object.hasOwn(PARTS, part))) {
  console.error(
    `npm run bench -- [--only ${Object.keys(PARTS).join("|")}] [words that the name of a hostile case holds; numbers of places, or of sources]`,
  );
  process.exit(values.help ? 0 : 2);
}
for (const [name, measure] of Object.entries(PARTS))
  if (part === undefined || part === name) await measure(positionals.join(" "));
