/** Loaded before a command: notes, as the process ends, the most memory that it took, in kilobytes. */
import { readFileSync, writeFileSync } from "node:fs";

process.on("exit", () => {
  const [, peak = "0"] = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  writeFileSync(process.env.WEIGHT_FILE ?? "", peak);
});
