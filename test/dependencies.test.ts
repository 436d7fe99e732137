/** What comes with the packages: nothing runs when they are installed but what SECURITY.md names and gives a reason for. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const { packages } = JSON.parse(read("package-lock.json")) as {
  packages: Record<string, { hasInstallScript?: boolean; dev?: boolean }>;
};
const { allowScripts } = JSON.parse(read("package.json")) as { allowScripts: Record<string, boolean> };

/** `node_modules/a/node_modules/@b/c` → `@b/c` */
const nameOf = (path: string) => path.split("node_modules/").at(-1) ?? "";
const withScripts = Object.entries(packages).filter(([, one]) => one.hasInstallScript);

it("nothing that runs in production has an install script", () => {
  expect(withScripts.filter(([, one]) => !one.dev).map(([path]) => nameOf(path))).toEqual([]);
});

it("nor has anything that builds the image, and each of it is known by its digest", () => {
  const { packages: tools } = JSON.parse(read("image/package-lock.json")) as {
    packages: Record<string, { hasInstallScript?: boolean; integrity?: string }>;
  };
  const unsafe = Object.entries(tools).filter(([path, one]) => path !== "" && (one.hasInstallScript || !one.integrity));
  expect(unsafe).toEqual([]);
});

it("whatever has one is named in SECURITY.md, with its reason, and nothing else is allowed to run one", () => {
  const named = [...read("SECURITY.md").matchAll(/^- `([^`]+)`: \S+/gm)].map(([, name = ""]) => name);
  const isNamed = (name: string) =>
    named.some((one) => one === name || (one.endsWith("/*") && name.startsWith(one.slice(0, -1))));
  expect(withScripts.map(([path]) => nameOf(path)).filter((name) => !isNamed(name))).toEqual([]);
  expect(Object.keys(allowScripts).filter((name) => !isNamed(name))).toEqual([]);
});

it("every test that SECURITY.md names is there", async () => {
  const { globSync } = await import("node:fs");
  const files = [...read("SECURITY.md").matchAll(/`(test\/[^`]+)`/g)].map(([, name = ""]) => name);
  expect(files.length).toBeGreaterThan(10);
  for (const pattern of files)
    expect(globSync(pattern, { cwd: new URL("..", import.meta.url).pathname }), pattern).not.toEqual([]);
});
