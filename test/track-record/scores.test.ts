import { describe, expect, it } from "vitest";
import { type Scores, scoreLeavingOut } from "../../src/track-record/scores.ts";
import { SHIPPED } from "./record.ts";

describe("how good it is, one document left out at a time", () => {
  const told: [number, number][] = [];
  const scored = scoreLeavingOut(SHIPPED.rows, (done, of) => told.push([done, of]));

  it("counts 354 promises of 214 documents, and tells of each as it goes", () => {
    expect(scored).toMatchObject({ rows: 354, cases: 214 });
    expect(told).toHaveLength(214);
    expect([told[0], told.at(-1)]).toEqual([
      [1, 214],
      [214, 214],
    ]);
  });

  it.each<[string, Scores | undefined, Omit<Scores, "within">, [number, number, number]]>([
    [
      "this method, by kind",
      scored?.byKind,
      { logScore: 4.274, curveError: 35.3, brier30: 0.092, brier90: 0.107, late90: 0.162 },
      [0.49, 0.82, 0.9],
    ],
    [
      "the literal reading",
      scored?.literal,
      { logScore: 5.13, curveError: 49.3, brier30: 0.117, brier90: 0.167, late90: 0.166 },
      [0.31, 0.46, 0.54],
    ],
  ])("%s scores as its specification has it", (_, found, { curveError, ...scores }, within) => {
    for (const [name, score] of Object.entries(scores))
      expect(Math.abs((found?.[name as keyof typeof scores] ?? 0) - score), name).toBeLessThanOrEqual(0.01);
    // Given to one decimal.
    expect(found?.curveError.toFixed(1)).toBe(curveError.toFixed(1));
    const { half, eightInTen, nineInTen } = found?.within ?? { half: 0, eightInTen: 0, nineInTen: 0 };
    for (const [at, share] of [half, eightInTen, nineInTen].entries())
      expect(Math.abs(share - (within[at] ?? 0))).toBeLessThanOrEqual(0.02);
  });

  it("is the same whatever the order of the rows", () => {
    expect(scoreLeavingOut(SHIPPED.rows.toReversed())).toEqual(scored);
  });

  it("says nothing of rows that are too few", () => {
    expect(scoreLeavingOut([])).toBeUndefined();
    expect(scoreLeavingOut(SHIPPED.rows.slice(0, 3))).toBeUndefined();
  });
});
