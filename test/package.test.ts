/** The program as npm installs it: packed, unpacked under node_modules of an empty folder elsewhere, and run there. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";

const HOUSE = new URL("../", import.meta.url).pathname;
const ran = promisify(execFile);

/** A folder in which the package stands as `npm install` would put it, beside what it needs in production and nothing else. */
async function installedIn(room: string): Promise<string> {
  const [source, place] = [join(room, "source"), join(room, "elsewhere")];
  const isLeft = (path: string) => !/^(node_modules|test|dist|data|secrets|\.git)$/.test(path.slice(HOUSE.length));
  await cp(HOUSE, source, { recursive: true, filter: isLeft });
  await symlink(join(HOUSE, "node_modules"), join(source, "node_modules"));
  const { stdout } = await ran("npm", ["pack", "--silent", "--offline"], { cwd: source });
  await mkdir(join(place, "node_modules"), { recursive: true });
  await ran("tar", ["-xzf", join(source, stdout.trim()), "-C", join(place, "node_modules")]);
  await ran("mv", ["package", "coming-weeks"], { cwd: join(place, "node_modules") });
  const { packages } = JSON.parse(await readFile(join(HOUSE, "package-lock.json"), "utf8"));
  for (const [path, { dev }] of Object.entries<{ dev?: boolean }>(packages)) {
    if (dev || !/^node_modules\/(@[^/]+\/)?[^/]+$/.test(path)) continue;
    await mkdir(dirname(join(place, path)), { recursive: true });
    await symlink(join(HOUSE, path), join(place, path));
  }
  return place;
}

describe("what `npm pack` makes, installed in an empty folder", { timeout: 90_000 }, () => {
  let [room, place] = ["", ""];
  const PROGRAM = "node_modules/coming-weeks/bin/coming-weeks.cjs";
  const { COMING_WEEKS_CONFIG: _, ...environment } = process.env;
  const call = (...args: string[]) =>
    ran(process.execPath, [PROGRAM, ...args], { cwd: place, env: environment }).catch((failure) => failure);

  beforeAll(async () => {
    room = await mkdtemp(join(tmpdir(), "coming-weeks-package-"));
    place = await installedIn(room);
  }, 90_000);

  afterAll(() => rm(room, { recursive: true, force: true }));

  it("says its version and its help", async () => {
    const { version } = JSON.parse(await readFile(join(HOUSE, "package.json"), "utf8"));
    expect(await call("--version")).toMatchObject({ stdout: `${version}\n`, stderr: "" });
    expect((await call("--help")).stdout).toContain("Usage: coming-weeks");
  });

  it("replays the documented history, pages, files and all", async () => {
    expect((await call("replay", "--every", "12h")).stdout).toMatch(/False alarms +none/);
  });

  it("takes the watch that ships where the folder has none, keeps its data there, and changes nothing of what npm put there", async () => {
    expect((await call("status")).stdout).toContain("Nobody has looked yet");
    const refused = await call("watch", "pause", "xinjiang-assessment");
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/ships with the program.*`coming-weeks init`\n$/);
  });

  it("runs, and serves its page with all that belongs to it", async () => {
    // The clock's picture is drawn, and nothing is looked at: no source can be reached from here.
    const bot = spawn(process.execPath, [PROGRAM, "start", "--listen", "0"], {
      cwd: place,
      env: { ...environment, FETCH_PROXY: "http://127.0.0.1:9" },
    });
    onTestFinished(() => void bot.kill("SIGKILL"));
    const log: Record<string, unknown>[] = [];
    for await (const line of createInterface(bot.stderr)) {
      log.push(JSON.parse(line));
      if (log.at(-1)?.event === "started") break;
    }
    expect(log.map(({ event }) => event)).toContain("config-lent");
    const started = log.at(-1) as { page: string; data: string };
    expect(started.data).toBe(join(place, "data"));
    const page = await fetch(started.page);
    expect(page.status).toBe(200);
    const html = await page.text();
    const parts = [...html.matchAll(/(?:src|href)="(\/[^"#]*\.(?:css|js|svg|png)[^"]*)"/g)].map(
      ([, part = ""]) => part,
    );
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect([part, (await fetch(new URL(part, started.page))).status]).toEqual([part, 200]);
    bot.kill("SIGTERM");
    expect(await once(bot, "exit")).toEqual([0, null]);
  });

  it("is given settings and watches of one's own by `init`, which are then those that count", async () => {
    expect((await call("init")).stdout).toMatch(/^Written: config\/coming-weeks\.yaml/);
    expect((await call("watch", "pause", "xinjiang-assessment")).stdout).toContain("is paused");
    expect(await readFile(join(place, "config/watches/xinjiang-assessment.yaml"), "utf8")).toContain("paused");
    expect((await call("init")).stderr).toMatch(/holds a coming-weeks\.yaml already/);
  });
});
