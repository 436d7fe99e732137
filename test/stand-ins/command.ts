/** The command line as people and scripts use it: a real process, its output and its exit code. */
import { execFile } from "node:child_process";
import { KNOWING_CONFIG } from "./knowing-config.ts";

export const MAIN = new URL("../../src/main.ts", import.meta.url).pathname;

export interface Ran {
  code: number;
  out: string;
  error: string;
  /** What was printed as JSON, a line each. */
  lines: Record<string, unknown>[];
}

export function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [MAIN, ...args],
      { env: { ...process.env, COMING_WEEKS_CONFIG: KNOWING_CONFIG, ...environment } },
      (failure, out, error) => {
        const lines = out.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
        resolve({ code: failure ? Number(failure.code) : 0, out, error, lines });
      },
    );
  });
}
