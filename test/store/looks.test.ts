/** The record of looks, counted by the database. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { blankRow } from "../../src/check/row.ts";
import { Store } from "../../src/store/store.ts";
import { later } from "../../src/time/instant.ts";

const HOUR = 3_600_000;
const FROM = "2022-01-01T00:00:00.000Z";
const at = (hours: number) => later(FROM, hours * HOUR);

async function withLooks(looks: readonly (readonly [source: string, hour: number, isGood: boolean])[]) {
  const data = await mkdtemp(join(tmpdir(), "coming-weeks-looks-"));
  const store = await Store.open(data);
  onTestFinished(async () => {
    await store.close();
    await rm(data, { recursive: true });
  });
  for (const [index, [source, hour, isGood]] of looks.entries()) {
    const check = {
      id: `${index}`,
      watch: "w",
      source,
      at: at(hour),
      outcome: isGood ? ("unchanged" as const) : ("problem" as const),
      problem: isGood ? null : "blocked",
      detail: null,
      status: null,
      bytes: 0,
      milliseconds: 0,
      capture: null,
      changes: null,
    };
    const line = {
      kind: "look" as const,
      id: `${index}`,
      began: at(hour),
      at: at(hour),
      watch: "w",
      source,
      outcome: check.outcome,
      exchanges: [],
    };
    await store.recordUneventful({ source: blankRow("w", source), check, line });
  }
  return store;
}

it("pairs good readings, counts what failed between them, and sees what was before and after", async () => {
  const store = await withLooks([
    ["a", -3, true],
    ["a", 1, false],
    ["a", 2, true],
    ["a", 3, true],
    ["a", 4, false],
    ["a", 5, false],
    ["a", 14, true],
    ["a", 20, false],
    ["b", 1, true],
    ["b", 12, true],
  ]);
  const [a, b, c] = await store.looks.coverage(
    "w",
    ["a", "b", "c"].map((id) => ({ id, patience: 6 * HOUR, existence: "confirmed" as const })),
    FROM,
    at(24),
  );
  expect(a).toMatchObject({
    looks: 7,
    failed: 4,
    causes: [{ problem: "blocked", count: 4 }],
    longestGap: { from: at(3), to: at(14), failures: 2 },
    blind: [
      { from: at(9), to: at(14), failures: 2 },
      { from: at(20), to: at(24), failures: 1 },
    ],
  });
  expect(a?.covered).toBeCloseTo(15 / 24);
  expect(b).toMatchObject({ looks: 2, failed: 0, longestGap: { from: at(12), to: at(24), failures: 0 } });
  expect(c).toMatchObject({ looks: 0, covered: 0 });
});

it("knows from when on the record is whole, when old looks have been forgotten", async () => {
  const store = await withLooks([
    ["a", -240, true],
    ["a", -24, true],
    ["a", 1, true],
  ]);
  expect(await store.looks.wholeFrom()).toBe(at(-240));
  await store.looks.forget(at(-30));
  expect(await store.looks.wholeFrom()).toBe(at(-24));
});
