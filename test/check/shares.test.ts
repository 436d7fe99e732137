/** How the memory of a container is shared out between the bot and what reads for it. */
import { expect, it } from "vitest";
import { shares } from "../../src/check/shares.ts";
import { settingsSchema } from "../../src/config/settings.ts";

const MEGABYTE = 1024 * 1024;
const settings = (reading: object = {}) => settingsSchema.parse({ reading });
const MAIN = 84 * MEGABYTE;

it("in a container the heap of a thread is what is left: main heap, thread and twice the largest body fit", () => {
  const { threads, bodies } = shares(settings(), 256 * MEGABYTE, MAIN);
  expect(threads.heap).toBeGreaterThanOrEqual(32);
  expect(threads.heap * MEGABYTE + MAIN + 2 * bodies.file).toBeLessThan(256 * MEGABYTE);
});

it("as many items of a list are read as fit the main heap beside each other, unless it is said how many", () => {
  const items = (main: number, reading = {}) => shares(settings(reading), undefined, main * MEGABYTE).bodies.items;
  expect([items(84), items(160), items(4096), items(2)]).toEqual([15_000, 30_000, 50_000, 1000]);
  expect(items(4096, { list_items: 200 })).toBe(200);
});

it("where nothing bounds it, a thread takes no more than 256 MB", () => {
  expect(shares(settings(), undefined, MAIN).threads.heap).toBe(256);
});

it("more threads have less each, and none too little to read with", () => {
  const { threads } = shares(settings({ threads: 2 }), 512 * MEGABYTE, MAIN);
  expect(threads).toMatchObject({ threads: 2, heap: expect.any(Number) });
  expect(threads.heap).toBeLessThan(shares(settings(), 512 * MEGABYTE, MAIN).threads.heap);
  expect(shares(settings({ threads: 8 }), 256 * MEGABYTE, MAIN).threads.heap).toBe(32);
});

it("a heap that was asked for and does not fit is one sentence that says what would", () => {
  expect(() => shares(settings({ heap_megabytes: 300 }), 256 * MEGABYTE, MAIN)).toThrow(
    /^reading\.heap_megabytes: 300 does not fit into the 256 MB that there are; .* there is room for \d+$/,
  );
  expect(shares(settings({ heap_megabytes: 300 }), 1024 * MEGABYTE, MAIN).threads.heap).toBe(300);
});
