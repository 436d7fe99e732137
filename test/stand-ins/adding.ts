/** `add` in a process of its own, as a person meets it: answers typed one after the other, and a folder that it writes into. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MAIN, type Ran, ran } from "./command.ts";
import { folder as ownFolder } from "./folder.ts";

export interface Adding {
  config: string;
  /** The files in the folder of the watches: name → text. */
  files(): Record<string, string>;
  /** @param answers typed one after the other, each with Enter */
  add(options: readonly string[], answers?: readonly string[]): Promise<Ran>;
  /** The process, once it has said something. */
  addUntil(options: readonly string[], answers: readonly string[], said: string): Promise<ChildProcess>;
}

/** A bot of which nothing is there but its settings. */
export async function adding(): Promise<Adding> {
  const folder = await ownFolder();
  const watches = join(folder, "watches");
  const config = join(folder, "coming-weeks.yaml");
  mkdirSync(watches);
  writeFileSync(config, "fetch: { retries: 0 }\nschedule: { jitter: 0 }\n");
  const begin = (options: readonly string[], answers: readonly string[]) => {
    const child = spawn(process.execPath, [MAIN, "add", "--config", config, ...options], { env: process.env });
    child.stdin.on("error", () => undefined);
    child.stdin.write(answers.map((answer) => `${answer}\n`).join(""));
    return child;
  };
  return {
    config,
    files: () =>
      Object.fromEntries(readdirSync(watches).map((name) => [name, readFileSync(join(watches, name), "utf8")])),
    add: (options, answers = []) =>
      new Promise((resolve) => {
        const child = begin(options, answers);
        child.stdin.end();
        const printed = { out: "", error: "" };
        child.stdout.on("data", (piece) => {
          printed.out += piece;
        });
        child.stderr.on("data", (piece) => {
          printed.error += piece;
        });
        child.on("close", (code) => resolve(ran({ code: code ?? -1, ...printed })));
      }),
    addUntil: (options, answers, said) =>
      new Promise((resolve) => {
        const child = begin(options, answers);
        let text = "";
        child.stderr.on("data", (piece) => {
          text += piece;
          if (text.includes(said)) resolve(child);
        });
      }),
  };
}
