/** Who a process is among those that share a database. */
import { expect, it } from "vitest";
import { identify, workerIn } from "../../src/store/identity.ts";
import { folder } from "../stand-ins/folder.ts";

function nameIn(directory: string, given: string): string {
  const { worker, release } = identify(directory, given);
  release();
  return worker;
}

it("a folder keeps its name, whatever the next container’s host is called: its archive goes on in its own files", async () => {
  const directory = await folder();
  expect(workerIn(directory)).toBeUndefined();
  const name = nameIn(directory, "0a481e424a6f");
  expect(name).toMatch(/^0a481e424a6f-[0-9a-f]{6}$/);
  expect([nameIn(directory, "f0be7c22d101"), workerIn(directory)]).toEqual([name, name]);
});

it("two folders have two names, also where people gave them the same", async () => {
  expect(nameIn(await folder(), "worker")).not.toBe(nameIn(await folder(), "worker"));
});

it("one process at a time has a folder", async () => {
  const directory = await folder();
  const { release } = identify(directory, "worker-1");
  expect(() => identify(directory, "worker-2")).toThrow(`${directory}: another coming-weeks is already running`);
  release();
  expect(nameIn(directory, "worker-2")).toMatch(/^worker-1-/);
});
