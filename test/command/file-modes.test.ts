/** What the bot keeps is for its own user; what it makes for people is theirs. */
import { chmod, cp, lstat, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { rehearsal, run } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { KNOWING_CONFIG } from "../stand-ins/knowing-config.ts";

/** Every mode that stands in a folder, and its own: `folder 700`. */
async function modesIn(directory: string): Promise<Set<string>> {
  const paths = [directory, ...(await readdir(directory, { recursive: true })).map((name) => join(directory, name))];
  const found = await Promise.all(paths.map((path) => lstat(path)));
  return new Set(found.map((one) => `${one.isDirectory() ? "folder" : "file"} ${(one.mode & 0o777).toString(8)}`));
}

/** The settings that the tests use, with another line for who may read. */
async function settingsWith(access: string): Promise<string> {
  const place = await folder();
  await cp(dirname(KNOWING_CONFIG), place, { recursive: true });
  const file = join(place, "coming-weeks.yaml");
  await writeFile(file, (await readFile(file, "utf8")).replace(/^data_access: .*$/m, access));
  return file;
}

describe("the data folder, with all that is in it", () => {
  it.each([
    ["for its own user, unless the settings say otherwise", "", ["file 600", "folder 700"]],
    ["for its group as well", "data_access: group", ["file 640", "folder 750"]],
    ["for everyone", "data_access: everyone", ["file 644", "folder 755"]],
  ])("is %s", async (_, setting, modes) => {
    const { common, data } = await rehearsal();
    const place = join(data, "kept");
    const { code, error } = await run(["check", ...common.with(1, place)], {
      COMING_WEEKS_CONFIG: await settingsWith(setting),
    });
    expect([code, error.match(/Something unexpected/)]).toEqual([expect.any(Number), null]);
    // The keys are for nobody else, whatever else is shared.
    const found = await modesIn(place);
    for (const one of ["file 600", "folder 700"]) if (!modes.includes(one)) found.delete(one);
    expect([...found].sort()).toEqual(modes);
    expect(await modesIn(join(place, "keys"))).toEqual(new Set(["file 600", "folder 700"]));
  });

  it("that others can read is named by doctor, with what to do", async () => {
    const { common, data, check } = await rehearsal();
    await check();
    await chmod(data, 0o755);
    const { out, code } = await run(["doctor", ...common]);
    expect(code).toBe(1);
    expect(out).toContain(`(chmod -R go= ${data}), or say \`data_access\` in the settings`);
    await run(["doctor", ...common]);
    await chmod(data, 0o700);
    expect((await run(["doctor", ...common])).out).not.toContain("can be read by others");
  });
});

it("a watch that is written out is as any other program would make it", async () => {
  const out = join(await folder(), "out");
  const { data } = await rehearsal();
  await run(["watch", "export", "--out", out, "--data", data]);
  const umask = process.umask(0o022);
  process.umask(umask);
  const usual = (mode: number) => (mode & ~umask).toString(8);
  expect(await modesIn(out)).toEqual(new Set([`folder ${usual(0o777)}`, `file ${usual(0o666)}`]));
});
