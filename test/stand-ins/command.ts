/** The command line as people and scripts use it: what is printed, and the exit code. */
import { execFile } from "node:child_process";
import { vi } from "vitest";
import { commandLine } from "../../src/command/command-line.ts";
import { KNOWING_CONFIG } from "./knowing-config.ts";

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

function ran(said: Omit<Ran, "lines">): Ran {
  const lines = said.out.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
  return { ...said, lines };
}
