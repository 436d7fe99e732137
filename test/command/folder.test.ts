/** A data folder that cannot be used: one sentence, whichever command meets it, and nothing is left behind. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderFault } from "../../src/store/folder.ts";
import { call } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { SITE } from "../stand-ins/ohchr.ts";

const READING = [["status"], ["notices"], ["log", "review"], ["statement", "list"], ["statement", "export"]];
const NEEDING = [
  ["archive", "verify"],
  ["evidence", "export", "x"],
  ["confirm", "x"],
  ["dismiss", "x"],
  ["statement", "add", "x"],
  ["move", "--to", "postgres://bot@127.0.0.1:9/bot"],
];
const WRITING = [["check"], ["start"], ["backfill", "--from", "2022-01-01"]];
const named = (commands: string[][]) => commands.map((command) => [command.join(" "), command] as const);

describe.each(named([...READING, ...NEEDING, ...WRITING]))("%s", (_, command) => {
  it.each([
    [
      "whose path has a slip in it",
      "dtaa/bot",
      /^\S+\/dtaa\/bot: there is no folder \S+\/dtaa for it; check the path \(--data, .*\)\n$/,
    ],
    ["that is a file", "file", /^\S+\/file: is not a folder; give one with --data\n$/],
    ["below a file", "file/bot", /^\S+\/file: is not a folder; give one with --data\n$/],
  ])("says of a folder %s what is wrong, and makes none", async (_, name, says) => {
    const place = await folder();
    await writeFile(join(place, "file"), "");
    const ran = await call([...command, "--data", join(place, name)]);
    expect(ran).toMatchObject({ code: 2, out: "", error: expect.stringMatching(says) });
    expect(await readdir(place)).toEqual(["file"]);
  });
});

it.each(named([...READING, ...NEEDING]))("%s makes no folder where none is", async (_, command) => {
  const place = await folder();
  await call([...command, "--data", join(place, "data")]);
  expect(await readdir(place)).toEqual([]);
});

describe("doctor", () => {
  it("says of the same what it would say as another command, and makes nothing", async () => {
    const place = await folder();
    const doctor = (name: string) =>
      call(["doctor", "--data", join(place, name), "--origin", `${SITE}=http://127.0.0.1:9`]);
    expect((await doctor("none/bot")).out).toMatch(
      /^FAIL {2}store: \S+\/none\/bot: there is no folder \S+ for it; check/m,
    );
    expect((await doctor("data")).out).toMatch(
      /^ok {4}store: \S+\/data is not there yet; it is made when the bot begins$/m,
    );
    expect(await readdir(place)).toEqual([]);
  });
});

it("a file that is no database is not taken for one", async () => {
  const place = await folder();
  await writeFile(join(place, "coming-weeks.db"), "a text, and a long one at that: ".repeat(100));
  for (const command of ["status", "check"])
    expect(await call([command, "--data", place])).toMatchObject({
      code: 2,
      error: expect.stringContaining(`${place}: what is kept there is damaged, or no data of coming-weeks`),
    });
});

describe("a folder of somebody else’s", () => {
  it.each([
    ["on a disk", { code: "EACCES" }, /takes no writes; give the bot's user the right to write there/],
    ["mounted read-only", { code: "EROFS" }, /takes no writes; it is mounted read-only/],
    ["of a SQLite that may not make its files", { errcode: 14 }, /takes no writes; give the bot's user/],
    ["of a SQLite that may not write", { errcode: 8 | (3 << 8) }, /takes no writes; give the bot's user/],
  ])("%s is told with what to do", async (_, error, says) => {
    const place = await folder();
    expect(folderFault(place, error)).toMatchObject({ message: expect.stringMatching(says), exitCode: 2 });
  });

  it("is nothing that any other fault is taken for", () => {
    const other = new Error("anything else");
    expect(folderFault("/data", other)).toBe(other);
  });

  // Root may write anywhere.
  it.skipIf(process.getuid?.() === 0)("is told of by each command that writes", async () => {
    const place = await folder();
    await mkdir(join(place, "data"), { mode: 0o555 });
    for (const [command] of WRITING)
      expect(
        (
          await call([
            command ?? "",
            ...(command === "backfill" ? ["--from", "2022-01-01"] : []),
            "--data",
            join(place, "data"),
          ])
        ).error,
      ).toMatch(/takes no writes; give/);
  });
});
