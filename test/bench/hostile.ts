/** What each hostile body costs a bot that runs as it does in its container. */
import { HOSTILE } from "../stand-ins/hostile.ts";
import { HostileBot, type Outcome } from "../stand-ins/hostile-bot.ts";

/** @param only words that a case's name must hold */
export async function hostileCost(only = ""): Promise<void> {
  const bot = await HostileBot.start({ isAsked: true });
  const worst = { cpu: 0, seconds: 0, peak: 0, health: 0 };
  const ended: string[] = [];
  console.log("  CPU s       s  peak MiB  /healthz ms  what became of it");
  for (const [index, { name, kind }] of HOSTILE.entries()) {
    if (!`${kind} ${name}`.includes(only)) continue;
    const outcome = await bot.look(index);
    console.log(`${row(outcome)}  ${kind} ${name}: ${became(outcome)}`);
    if (!outcome.outcomes) ended.push(name);
    for (const figure of ["cpu", "seconds", "peak", "health"] as const)
      worst[figure] = Math.max(worst[figure], outcome[figure] || 0);
  }
  await bot.stop();
  console.log(`${row(worst)}  the worst of each; ${ended.length} ended the process`);
}

function row({ cpu, seconds, peak, health }: Pick<Outcome, "cpu" | "seconds" | "peak" | "health">): string {
  return `${cpu.toFixed(2).padStart(7)} ${seconds.toFixed(2).padStart(7)} ${peak.toFixed(0).padStart(9)} ${health.toFixed(0).padStart(12)}`;
}

function became({ outcomes }: Outcome): string {
  if (!outcomes) return "ENDED";
  const [before, hostile, after] = outcomes;
  const isBeside = [before, after].every((one) => one?.outcome && one.outcome !== "problem");
  const { outcome, problem = "", detail = "" } = hostile ?? {};
  return `${outcome} ${problem} ${detail}`.trim().slice(0, 110) + (isBeside ? "" : " — NEIGHBOURS FAILED");
}
