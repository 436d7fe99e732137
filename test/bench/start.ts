/** What the start of the command line costs, beside Node's own: on a store with a year of history, with nothing compiled and with what is kept. */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../../src/config/load.ts";
import { MAIN } from "../stand-ins/command.ts";
import { withHistory } from "./history.ts";

const ROUNDS = 5;
const CONFIG = new URL("../../config/coming-weeks.yaml", import.meta.url).pathname;
/** Says at its end what a process took, in seconds of CPU, user and system. */
const SAYS = `data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write("took "+(user+system)/1e6)})`;

export async function startCost(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "coming-weeks-bench-start-"));
  const data = join(folder, "data");
  await withHistory(data, loadConfig(CONFIG, {}, { data }).watches, { days: 365, now: new Date().toISOString() });
  const environment = { ...process.env, XDG_CACHE_HOME: join(folder, "cache"), NODE_COMPILE_CACHE: "" };
  const took = (args: readonly string[], isAnew = false) => {
    const env = isAnew ? { ...environment, NODE_DISABLE_COMPILE_CACHE: "1" } : environment;
    const { stderr } = spawnSync(process.execPath, ["--import", SAYS, ...args], { env, encoding: "utf8" });
    return Number(/took ([\d.]+)/.exec(stderr)?.[1]);
  };
  const status = [MAIN, "status", "--config", CONFIG, "--data", data];
  console.log("CPU of a command, in s (user and system, the least of five)\n");
  console.log("                    compiled anew    kept");
  for (const [name, args] of [
    ["--help", [MAIN, "--help"]],
    ["status", status],
    ["floor: node -e 0", ["-e", "0"]],
  ] as const) {
    const least = (isAnew: boolean) => Math.min(...Array.from({ length: ROUNDS }, () => took(args, isAnew)));
    console.log(`${name.padEnd(20)} ${least(true).toFixed(3).padStart(12)} ${least(false).toFixed(3).padStart(7)}`);
  }
  await rm(folder, { recursive: true });
}
