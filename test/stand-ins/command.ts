/** The command line as people and scripts use it: what is printed, and the exit code. */
import { execFile, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { onTestFinished, vi } from "vitest";
import { commandLine } from "../../src/command/command-line.ts";
import type { Discord } from "./discord/world.ts";
import { folder } from "./folder.ts";
import { KNOWING_CONFIG } from "./knowing-config.ts";
import { LATEST_PATH, listing, ordinaryRows, SITE } from "./ohchr.ts";
import { type Pages, startOrigin } from "./origin.ts";

export const MAIN = new URL("../../src/main.ts", import.meta.url).pathname;

/** What a command came to, with what it printed. */
export interface Ran {
  code: number;
  out: string;
  error: string;
  /** What was printed as JSON, a line each. */
  lines: Record<string, unknown>[];
}

/** Runs a command in a real process. @param input what is piped into it */
export function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}, input = ""): Promise<Ran> {
  return new Promise((resolve) => {
    const { stdin } = execFile(
      process.execPath,
      [MAIN, ...args],
      { env: { ...process.env, COMING_WEEKS_CONFIG: KNOWING_CONFIG, ...environment } },
      (failure, out, error) => resolve(ran({ code: failure ? Number(failure.code) : 0, out, error })),
    );
    // Most read nothing, and may have ended before this.
    stdin?.on("error", () => undefined).end(input);
  });
}

/** Runs a command in this process, where the program is loaded already. Its log goes where that of the tests goes. */
export async function call(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  for (const [name, value] of Object.entries({ COMING_WEEKS_CONFIG: KNOWING_CONFIG, ...environment }))
    vi.stubEnv(name, value);
  const { exitCode } = process;
  try {
    return ran(
      await said(async () => {
        await commandLine(args);
        return Number(process.exitCode ?? 0);
      }),
    );
  } finally {
    process.exitCode = exitCode;
    vi.unstubAllEnvs();
  }
}

/** What work prints in this process, which listens to signals no longer than it works. */
async function said(work: () => Promise<number>): Promise<Omit<Ran, "lines">> {
  const printed = { out: "", error: "" };
  const into = (stream: keyof typeof printed) => (text: string | Uint8Array) => {
    printed[stream] += text;
    return true;
  };
  const out = vi.spyOn(process.stdout, "write").mockImplementation(into("out"));
  const error = vi.spyOn(process.stderr, "write").mockImplementation(into("error"));
  const signals = ["SIGINT", "SIGTERM"] as const;
  const heard = new Set(signals.flatMap((signal) => process.listeners(signal)));
  try {
    return { code: await work(), ...printed };
  } finally {
    out.mockRestore();
    error.mockRestore();
    for (const signal of signals)
      for (const listener of process.listeners(signal)) if (!heard.has(listener)) process.off(signal, listener);
  }
}

/** What was printed, with what of it is JSON. */
export function ran(said: Omit<Ran, "lines">): Ran {
  const lines = said.out.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
  return { ...said, lines };
}

/** A site to look at, and a data folder. `common`: the options that name both. */
export async function rehearsal(pages: Pages = {}) {
  const origin = await startOrigin({ [LATEST_PATH]: listing(ordinaryRows()), ...pages });
  const data = await folder();
  onTestFinished(() => origin.close());
  const common = ["--data", data, "--origin", `${SITE}=${origin.address}`];
  return { origin, data, common, check: (...more: string[]) => call(["check", ...common, ...more]) };
}

/** A bot that `start` runs in a process of its own. @param given the site and the folder, where there are such already */
export async function started(
  discord: Discord,
  pages: Pages = {},
  access?: NodeJS.ProcessEnv,
  given?: readonly string[],
) {
  const common = given ?? (await rehearsal(pages)).common;
  const bot = spawn(process.execPath, [MAIN, "start", ...common, "--listen", "0"], {
    env: { ...process.env, ...(access ?? { DISCORD_WEBHOOK_URL: discord.webhook }) },
  });
  onTestFinished(() => void bot.kill("SIGKILL"));
  const log: Record<string, unknown>[] = [];
  const lines = createInterface(bot.stderr).on("line", (line) => log.push(JSON.parse(line)));
  const until = (event: string) =>
    new Promise<Record<string, unknown>>((resolve) => {
      const look = () => {
        const found = log.find((line) => line.event === event);
        if (found) resolve(found);
      };
      lines.on("line", look);
      look();
    });
  return { bot, log, until, common };
}
