/** What is printed where nothing more can be: a disk that is full behind the output, or behind the log. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { MAIN } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { KNOWING_CONFIG } from "../stand-ins/knowing-config.ts";
import { SITE } from "../stand-ins/ohchr.ts";

const FULL = "/dev/full";

/** @param into shell's redirections */
function redirected(into: string, command: readonly string[]) {
  return spawn("sh", ["-c", `exec "$0" "$@" ${into}`, process.execPath, MAIN, ...command], {
    env: { ...process.env, COMING_WEEKS_CONFIG: KNOWING_CONFIG },
  });
}

describe.runIf(existsSync(FULL))("onto a full disk", () => {
  it.each([
    [
      "what a command prints is missed, and said",
      "status",
      `>${FULL}`,
      1,
      /^standard output: the disk is full; make room on it\n$/,
    ],
    ["what is wrong with a command", "status --nonsense", `2>${FULL}`, 2, /^$/],
    ["all of it", "phrases", `>${FULL} 2>&1`, 1, /^$/],
  ])("%s", async (_, command, into, exit, says) => {
    const data = command === "status" ? ["--data", await folder()] : [];
    const child = redirected(into, [...command.split(" "), ...data]);
    const [error, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect({ code, error }).toEqual({ code: exit, error: expect.stringMatching(says) });
  });

  it("neither what a bot tells in its terminal nor its log ends it", async () => {
    const listening = ["start", "--origin", `${SITE}=http://127.0.0.1:9`, "--listen", "0", "--data", await folder()];
    const child = redirected(`>${FULL} 2>${FULL}`, listening);
    onTestFinished(() => void child.kill("SIGKILL"));
    const heard = redirected(`>${FULL}`, [...listening.slice(0, -1), await folder()]);
    onTestFinished(() => void heard.kill("SIGKILL"));
    const log = await new Promise<string>((resolve) => {
      let said = "";
      heard.stderr.on("data", (piece) => {
        said += piece;
        if (said.includes("cannot-print")) resolve(said);
      });
    });
    expect(log).toContain("standard output: the disk is full");
    expect([child.exitCode, heard.exitCode]).toEqual([null, null]);
    heard.kill("SIGTERM");
    expect((await once(heard, "exit"))[0]).toBe(0);
    expect(child.exitCode).toBe(null);
  });
});
