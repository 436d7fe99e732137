/** The program by its name, as the Node that comes first on a machine runs it. */
import { execFile, spawn } from "node:child_process";
import { cp, mkdir, readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { rehearsal } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { KNOWING_CONFIG } from "../stand-ins/knowing-config.ts";

const HOUSE = new URL("../../", import.meta.url).pathname;

/** The bin beside packages of a test's own, run by a Node that says it is of another version. */
async function ranBy(version: string, args: string[], packages: (modules: string) => Promise<unknown>) {
  const house = await folder();
  for (const part of ["bin", "src", "package.json"])
    await cp(join(HOUSE, part), join(house, part), { recursive: true });
  await mkdir(join(house, "node_modules"));
  await packages(join(house, "node_modules"));
  const pretend = `Object.defineProperty(process.versions, "node", { value: ${JSON.stringify(version)} })`;
  return new Promise<{ code: number; out: string; error: string }>((resolve) => {
    execFile(
      process.execPath,
      ["--import", `data:text/javascript,${pretend}`, join(house, "bin/coming-weeks.cjs"), ...args],
      (failure, out, error) => resolve({ code: Number(failure?.code ?? 0), out, error }),
    );
  });
}

const none = async () => undefined;
const all = async (modules: string) => {
  for (const name of await readdir(join(HOUSE, "node_modules")))
    await symlink(join(HOUSE, "node_modules", name), join(modules, name));
};

/** What it logged, once nobody holds its log any more; a process that was left running would. */
async function untilTerminated(program: string, args: string[]): Promise<{ code: number | null; log: string }> {
  const { common } = await rehearsal();
  const bot = spawn(program, [...args, ...common, "--listen", "0"], {
    cwd: HOUSE,
    env: { ...process.env, COMING_WEEKS_CONFIG: KNOWING_CONFIG },
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  onTestFinished(() => {
    try {
      process.kill(-(bot.pid ?? 0), "SIGKILL");
    } catch {
      // None of them is left.
    }
  });
  let log = "";
  return new Promise((resolve) => {
    bot.stderr.on("data", (piece) => {
      const wasStarted = log.includes('"event":"started"');
      log += String(piece);
      if (!wasStarted && log.includes('"event":"started"')) bot.kill("SIGTERM");
    });
    bot.on("close", (code) => resolve({ code, log }));
  });
}

it.each([
  ["npm start", "npm", ["start", "--"]],
  ["node bin/coming-weeks.cjs start", "node", ["bin/coming-weeks.cjs", "start"]],
])("a bot that was begun with `%s` ends when that is terminated", { timeout: 60_000 }, async (_, program, args) => {
  expect(await untilTerminated(program, args)).toEqual({ code: 0, log: expect.stringContaining('"event":"stopped"') });
});

describe("coming-weeks", () => {
  it.each(["16.20.2", "20.20.2", "22.12.0"])(
    "on Node %s, without a newer one beside it, says what to do",
    async (version) => {
      expect(await ranBy(version, ["status"], none)).toEqual({
        code: 2,
        out: "",
        error: expect.stringMatching(/^This is Node [\d.]+, and coming-weeks needs 24 or newer: run `npm ci`.*\n$/),
      });
    },
  );

  it("on an old Node runs on the one that came with the packages, and ends as that ends", async () => {
    expect(await ranBy("20.20.2", ["phrases", "when pigs fly"], all)).toMatchObject({
      code: 1,
      error: expect.stringContaining("is not understood"),
    });
  });

  it("without its packages says so", async () => {
    expect(await ranBy(process.versions.node, ["status"], none)).toEqual({
      code: 2,
      out: "",
      error: expect.stringMatching(/^The packages .* are not there: run `npm ci`.*\n$/),
    });
  });
});
