/** What a replay leaves behind, and what it shows. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { call, MAIN } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";

const MADE_BEFORE = new URL("../replay/made-before/archive/", import.meta.url).pathname;
const FILES = (await readdir(MADE_BEFORE)).map((name) => join(MADE_BEFORE, name));

/** A replay in a process of its own, whose temporary files are in a folder of the test's. */
async function replaying(...args: string[]) {
  const temporary = await folder();
  const child = spawn(process.execPath, [MAIN, "replay", ...args], { env: { ...process.env, TMPDIR: temporary } });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  child.stdout.on("data", (text) => {
    out += text;
  });
  const ended = once(child, "exit");
  const said = async (what: RegExp) => {
    while (!what.test(out)) await once(child.stdout, "data");
    return what.exec(out)?.[1] ?? "";
  };
  return { child, ended, said, left: () => readdir(temporary) };
}

describe("replay", () => {
  it("leaves nothing behind, and says how to look at it", async () => {
    const { ended, said, left } = await replaying(...FILES);
    await said(/(With --keep it ends on a page to look at\.)/);
    expect(await ended).toEqual([0, null]);
    expect(await left()).toEqual([]);
  });

  it.each([
    ["Ctrl-C", ["SIGINT"], 130],
    ["SIGTERM", ["SIGTERM"], 143],
    ["Ctrl-C, twice", ["SIGINT", "SIGINT"], 130],
    ["the end of its terminal", ["SIGHUP"], 129],
  ] as const)("leaves nothing behind at %s", async (_, signals, code) => {
    const { child, ended, said, left } = await replaying("--every", "1d");
    await said(/(Now watching)/);
    expect(await left()).toHaveLength(1);
    for (const signal of signals) child.kill(signal);
    expect(await ended).toEqual([code, null]);
    expect(await left()).toEqual([]);
  });

  it("--keep shows what came of it on a page until Ctrl-C, and keeps what it is made from", async () => {
    const { child, ended, said, left } = await replaying(...FILES, "--keep");
    const address = await said(/^Look at it: (http:\S+) \(until Ctrl-C\)$/m);
    const data = await said(/^It is kept in (\S+)\n/m);
    const page = await (await fetch(address)).text();
    expect(page).toContain('Last read <time datetime="2022-09-01T12:50:00.000Z">');
    child.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
    expect(await left()).toHaveLength(1);
    expect((await call(["archive", "verify", "--data", data])).code).toBe(0);
  });

  it("--keep says that its page’s port is taken", async () => {
    const { child, said } = await replaying(...FILES, "--keep");
    const { port } = new URL(await said(/^Look at it: (\S+)/m));
    const ran = await call(["replay", ...FILES, "--keep", "--listen", port]);
    expect(ran).toMatchObject({
      code: 2,
      error: `127.0.0.1:${port} cannot be listened on (EADDRINUSE); choose another with --listen\n`,
    });
    child.kill("SIGINT");
  });
});

it("had the site refused robots: a sister signals it within minutes, copies make it very likely, a person makes it published", {
  timeout: 60_000,
}, async () => {
  const { code, lines } = await call(["replay", "--walled", "--every", "1d", "--json"]);
  expect(code).toBe(0);
  const told = lines.filter(({ type }) => type === "notice") as unknown as { kind: string; at: string }[];
  const night = told.filter(({ at }) => at >= "2022-08-31T21:47" && at < "2022-09-01T04");
  expect(night.map(({ kind }) => kind)).toEqual(["signalled", "signalled", "signalled", "published"]);
  expect((night[0]?.at ?? "") < "2022-08-31T22:05").toBe(true);
  expect(JSON.stringify(night.at(-1))).toMatch(/as web\.archive\.org has it/);
  const reminders = told.filter(({ kind, at }) => kind === "reminder" && at > "2021-12-22");
  expect(reminders.length).toBeGreaterThan(20);
  expect(reminders.every((notice) => JSON.stringify(notice).includes("a publication can only be signalled"))).toBe(
    true,
  );
});
