/** What Discord's client throws where nobody can catch it ends no process: seen in one of its own. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { systemClock } from "../../src/time/clock.ts";
import { startDiscord } from "../stand-ins/discord/discord.ts";
import type { Discord } from "../stand-ins/discord/world.ts";
import { until } from "../stand-ins/talk.ts";

const CHILD = new URL("../stand-ins/listening.child.ts", import.meta.url).pathname;

async function listening(discord: Discord) {
  const data = await mkdtemp(join(tmpdir(), "coming-weeks-test-"));
  const child = spawn(process.execPath, ["--no-warnings", CHILD, data, discord.api]);
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
    await discord.close();
    await rm(data, { recursive: true, force: true });
  });
  await until(() => discord.commands.size > 0);
  return { child, ended, said: () => said };
}

const op = (code: number, d?: unknown) => JSON.stringify({ op: code, d });

/** A command that is given until it is answered: one that comes while nobody is connected is lost. */
async function isAnswered({ gateway }: Discord): Promise<void> {
  let isDone = false;
  while (!isDone) {
    const answered = gateway.command("help").then(({ body }) => body.embeds?.[0]?.title === "coming-weeks");
    isDone = await Promise.race([answered, systemClock.sleep(500).then(() => false)]);
  }
}

it("what is no packet, or none that anybody knows, ends no process", async () => {
  const discord = await startDiscord();
  const { child, ended } = await listening(discord);
  for (const text of [
    "{",
    "7",
    "null",
    "[]",
    op(99, {}),
    JSON.stringify({ op: 0, t: null, s: null }),
    JSON.stringify({ op: 0, t: "READY", s: 1, d: { session_id: "x", user: {} } }),
  ]) {
    discord.gateway.raw(text);
    await isAnswered(discord);
  }
  child.stdin.end();
  expect(await ended).toBe(0);
}, 40_000);

it.each([
  ["an invalid session that does not say whether it can be resumed", op(9)],
  ["a greeting without a heartbeat", op(10, null)],
  ["a session that says nothing of itself", JSON.stringify({ op: 0, t: "READY", s: 1, d: null })],
])(
  "%s, which Discord’s client throws at, ends its connection and no more",
  async (_, text) => {
    const discord = await startDiscord();
    const { child, ended, said } = await listening(discord);
    discord.gateway.raw(text);
    await until(() => said().includes("Discord’s client broke"));
    await isAnswered(discord);
    child.stdin.end();
    expect(await ended).toBe(0);
  },
  40_000,
);
