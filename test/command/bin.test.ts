/** The program by its name, as the Node that comes first on a machine runs it. */
import { execFile } from "node:child_process";
import { cp, mkdir, readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder } from "../stand-ins/folder.ts";

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
