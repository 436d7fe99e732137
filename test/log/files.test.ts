/** The log's files: rolled by day and size, so many kept, and a disk that takes nothing ends nobody. */
import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { logFiles, type Rolling, RollingFile } from "../../src/log/files.ts";
import { folder } from "../stand-ins/folder.ts";

const at = (day: number, hour = 12) => new Date(2022, 7, day, hour).getTime();

/** @param before what stands in the folder of the logs already */
async function aFile(rolling: Partial<Rolling> = {}, before: Record<string, string> = {}) {
  const data = await folder();
  await mkdir(join(data, "logs"));
  for (const [name, text] of Object.entries(before)) await writeFile(join(data, "logs", name), text);
  const clock = { now: at(30) };
  const file = new RollingFile(data, {
    bytes: 1000,
    keep: 60,
    makeFolder: () => undefined,
    now: () => clock.now,
    ...rolling,
  });
  const kept = async () =>
    Object.fromEntries(
      await Promise.all(
        (await readdir(join(data, "logs")))
          .sort()
          .map(async (name) => [name.replace(/^coming-weeks\./, ""), await readFile(join(data, "logs", name), "utf8")]),
      ),
    );
  return { data, clock, file, kept };
}

describe("a line goes into", () => {
  it("a file of its day, which begins at midnight", async () => {
    const { clock, file, kept } = await aFile();
    file.open();
    file.write("evening\n");
    clock.now = at(31, 0);
    file.write("night\n");
    file.close();
    expect(await kept()).toEqual({ "2022-08-30.1.log": "evening\n", "2022-08-31.1.log": "night\n" });
  });

  it("the next file of its day, where the one before is large enough", async () => {
    const { file, kept } = await aFile({ bytes: 10 });
    file.open();
    for (const line of ["one\n", "a longer one\n", "two\n"]) file.write(line);
    file.close();
    expect(await kept()).toEqual({ "2022-08-30.1.log": "one\na longer one\n", "2022-08-30.2.log": "two\n" });
  });

  it("the file that an earlier run left, and after the last of several", async () => {
    const { file, kept } = await aFile(
      { bytes: 5 },
      { "coming-weeks.2022-08-30.9.log": "123456", "coming-weeks.2022-08-30.10.log": "1" },
    );
    file.open();
    file.write("on\n");
    file.close();
    expect(await kept()).toMatchObject({ "2022-08-30.10.log": "1on\n" });
  });
});

it("a file of a day to come, by a clock that was set back since, does not have today's taken away", async () => {
  const later = Object.fromEntries([1, 2, 3].map((day) => [`coming-weeks.2022-09-0${day}.1.log`, "later\n"]));
  const { file, kept } = await aFile({ keep: 1 }, later);
  file.open();
  file.write("today\n");
  file.close();
  expect(await kept()).toEqual({ "2022-08-30.1.log": "today\n", "2022-09-03.1.log": "later\n" });
});

it("so many files are kept besides the newest, those of earlier runs among them, and what is no log is left alone", async () => {
  const before = Object.fromEntries(
    [27, 28, 29].map((day) => [`coming-weeks.2022-08-${day}.1.log`, "earlier\n"]).concat([["notes.log", "mine\n"]]),
  );
  const { data, file, clock, kept } = await aFile({ keep: 2 }, before);
  file.open();
  expect(logFiles(data).map((path) => path.slice(-16))).toEqual([
    "2022-08-28.1.log",
    "2022-08-29.1.log",
    "2022-08-30.1.log",
  ]);
  clock.now = at(31);
  file.write("today\n");
  file.close();
  expect(Object.keys(await kept())).toEqual(["2022-08-29.1.log", "2022-08-30.1.log", "2022-08-31.1.log", "notes.log"]);
});

describe("where nothing can be written", () => {
  it("lines are held until it can, looked for once a minute, and come in their order", async () => {
    let isAway = true;
    const { clock, file, kept } = await aFile({
      makeFolder: () => {
        if (isAway) throw Object.assign(new Error("away"), { code: "EROFS" });
      },
    });
    expect(() => file.open()).toThrow("away");
    file.write("one\n");
    isAway = false;
    file.write("two\n");
    expect(await kept()).toEqual({});
    clock.now += 60_000;
    file.write("three\n");
    file.close();
    expect(await kept()).toEqual({ "2022-08-30.1.log": "one\ntwo\nthree\n" });
  });

  it("no more is held than 256 KB, the first lines of it", async () => {
    const { clock, file, kept } = await aFile({
      bytes: 10_000_000,
      makeFolder: () => {
        if (clock.now === at(30)) throw new Error("away");
      },
    });
    expect(() => file.open()).toThrow("away");
    for (let line = 0; line < 40; line++) file.write(`${String(line).padEnd(9999)}\n`);
    clock.now = at(30, 13);
    file.write("again\n");
    file.close();
    const lines = Object.values(await kept())
      .join("")
      .split("\n");
    expect(lines.length).toBe(28);
    expect([lines[0]?.trim(), lines[25]?.trim(), lines[26]]).toEqual(["0", "25", "again"]);
  });

  it("a file goes on into the next day, where none can be begun", async () => {
    let isAway = false;
    const { clock, file, kept } = await aFile({
      makeFolder: () => {
        if (isAway) throw new Error("away");
      },
    });
    file.open();
    isAway = true;
    clock.now = at(31);
    file.write("today\n");
    file.close();
    expect(await kept()).toEqual({ "2022-08-30.1.log": "today\n" });
  });
});

// A disk of a few pages wants rights that not everybody has.
const small = spawnSync("unshare", ["-m", "true"]).status === 0;
it.runIf(small)("what a full disk cuts off is written from there when there is room again", async () => {
  const place = await folder();
  const script = `
    import { rmSync, writeFileSync } from "node:fs";
    import { RollingFile } from ${JSON.stringify(new URL("../../src/log/files.ts", import.meta.url).href)};
    const file = new RollingFile(process.argv[1], { bytes: 1e9, keep: 1, makeFolder: () => undefined });
    file.open();
    writeFileSync(process.argv[1] + "/else", Buffer.alloc(4096 * 5));
    for (let line = 0; line < 2000; line++) file.write("line " + line + "\\n");
    rmSync(process.argv[1] + "/else");
    file.write("room\\n");
    file.close();`;
  const shell = `mount -t tmpfs -o size=40k none "$0" && "$1" --input-type=module --eval "$2" "$0" && cat "$0"/logs/*`;
  const disk = join(place, "disk");
  await mkdir(disk);
  const ran = spawnSync("unshare", ["-m", "sh", "-c", shell, disk, process.execPath, script], { encoding: "utf8" });
  expect(ran.stderr).toBe("");
  expect(ran.stdout).toBe([...Array.from({ length: 2000 }, (_, line) => `line ${line}`), "room", ""].join("\n"));
});
