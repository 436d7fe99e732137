/** What each hostile body costs a bot that runs as it does in its container. */
import { HOSTILE } from "../stand-ins/hostile.ts";
import { HostileBot } from "../stand-ins/hostile-bot.ts";

/** @param only words that a case's name must hold */
export async function hostileCost(only = ""): Promise<void> {
  const bot = await HostileBot.start();
  console.log("  CPU s      s  peak MiB  /healthz ms  what became of it");
  for (const [index, { name, kind }] of HOSTILE.entries()) {
    if (!`${kind} ${name}`.includes(only)) continue;
    const { outcomes, cpu, seconds, peak, health } = await bot.look(index);
    const [before, hostile, after] = outcomes ?? [];
    const isBeside = [before, after].every((one) => one && one.outcome !== "problem");
    const became = outcomes ? `${hostile?.outcome} ${hostile?.problem ?? ""} ${hostile?.detail ?? ""}` : "ENDED";
    console.log(
      `${cpu.toFixed(2).padStart(7)} ${seconds.toFixed(2).padStart(6)} ${peak.toFixed(0).padStart(9)} ${health.toFixed(0).padStart(12)}  ${kind} ${name}: ${became.slice(0, 110)}${isBeside ? "" : " — NEIGHBOURS FAILED"}`,
    );
  }
  await bot.stop();
}
