/** What the record says of a watch: which of its promises counts, when nothing is said, and what it comes to on four days of the first watch. */
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { beforehandOf, curveOf, oddsOf, rowsLike } from "../../src/track-record/odds.ts";
import type { Statement } from "../../src/watch/statement.ts";
import type { Watch } from "../../src/watch/watch.ts";

const { watches, record } = loadConfig(new URL("../../config/coming-weeks.yaml", import.meta.url).pathname, {});
const XINJIANG = watches[0] as Watch;

const said = (on: string, phrase: string, bearing: Statement["bearing"] = "promise"): Statement => ({
  on,
  by: "the office",
  phrase,
  bearing,
});

const of = (...statements: Statement[]) => ({ statements });

describe("the first watch, with its own rows left out", () => {
  it.each([
    ["2021-12-10", 0, "vague-weeks", [17, 8, 13], [0.147, 0.078, 0.401], [0.91, 0.859, 0.983], "2022-02-06"],
    ["2022-02-05", 57, "vague-weeks", [17, 8, 13], [0.366, 0.303, 0.582], [0.823, 0.764, 0.933], "2022-03-26"],
    ["2022-06-13", 0, "deadline", [165, 77, 124], [0.105, 0.076, 0.259], [0.47, 0.4, 0.728], "2022-09-06"],
    ["2022-08-25", 73, "deadline", [165, 77, 124], [0.311, 0.261, 0.517], [0.104, 0.077, 0.238], "2022-10-27"],
  ])("asked on %s", (on, day, kind, [rows, kept, cases], next, byAugust, middle) => {
    const odds = oddsOf(XINJIANG, record, on, ["2022-08-31"]);
    expect(odds).toMatchObject({ day, promise: { kind }, asOf: "2026-06-28" });
    if (odds?.says.kind !== "chance") throw new Error("no chance");
    const { says } = odds;
    expect(says.basis).toMatchObject({ rows, kept, cases, leansOnAll: false });
    const [chance, low, high] = next as [number, number, number];
    expect(says.nextDays.chance).toBeCloseTo(chance, 3);
    expect(says.nextDays.low).toBeCloseTo(low, 3);
    expect(says.nextDays.high).toBeCloseTo(high, 3);
    expect(says.by[0]?.chance).toBeCloseTo(byAugust[0] as number, 3);
    expect(says.by[0]?.low).toBeCloseTo(byAugust[1] as number, 3);
    expect(says.by[0]?.high).toBeCloseTo(byAugust[2] as number, 3);
    expect(says.middle).toBe(middle);
  });

  it("gave 91 in 100 by the day it came, seen from the first promise", () => {
    const found = beforehandOf(XINJIANG, record, "2022-08-31");
    expect(found).toMatchObject({ day: 264, promise: { phrase: "in the coming weeks" }, basis: { rows: 17 } });
    expect(found?.chance.chance).toBeCloseTo(0.91, 3);
  });

  it("is not among the rows that are shown", () => {
    const rows = rowsLike(XINJIANG, record, "vague-weeks");
    expect(rows).toHaveLength(17);
    expect(rows.filter((row) => row.case === "OHCHR Xinjiang assessment")).toEqual([]);
    const days = rows.map((row) => row.said);
    expect(days).toEqual(days.toSorted().reverse());
  });

  it("has a curve from the day it was said to well past today, which falls, within its band", () => {
    const curve = curveOf(XINJIANG, record, "2022-02-05");
    expect(curve?.points[0]).toMatchObject({ day: "2021-12-10" });
    expect(curve?.points.at(-1)?.day).toBe("2022-05-06");
    const shares = (curve?.points ?? []).map(({ unpublished }) => unpublished);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    for (const { low, unpublished, high } of curve?.points ?? []) {
      expect(low).toBeLessThanOrEqual(unpublished);
      expect(high).toBeGreaterThanOrEqual(unpublished);
    }
  });
});

describe("of several statements", () => {
  const FIRST = said("2022-01-10", "in the coming weeks");
  it.each([
    [
      "the newest dated promise counts, broken or not",
      [FIRST, said("2022-02-01", "by 30 June 2022")],
      "2022-08-01",
      "2022-02-01",
    ],
    [
      "one that is said later is not known yet",
      [FIRST, said("2022-02-01", "by 30 June 2022")],
      "2022-01-31",
      "2022-01-10",
    ],
    [
      "one without a date leaves the clock running",
      [FIRST, said("2022-02-01", "no date yet", "no-date")],
      "2022-02-02",
      "2022-01-10",
    ],
    [
      "a floor leaves it running, from its day on",
      [FIRST, said("2022-02-01", "not before 4 March 2022", "floor")],
      "2022-03-04",
      "2022-01-10",
    ],
    [
      "a floor that names no day that is understood does not stop it",
      [FIRST, said("2022-02-01", "not before they are ready", "floor")],
      "2022-02-02",
      "2022-01-10",
    ],
    [
      "what is promised again after it was taken back is a new day 0",
      [FIRST, said("2022-02-01", "it will not come", "withdrawal"), said("2022-03-01", "soon")],
      "2022-03-02",
      "2022-03-01",
    ],
  ])("%s", (_, statements, on, from) => {
    expect(oddsOf(of(...statements), record, on)?.promise.said).toBe(from);
  });

  it.each([
    ["before the first of them", [FIRST], "2022-01-09"],
    ["of a withdrawal", [FIRST, said("2022-02-01", "it will not come", "withdrawal")], "2022-02-02"],
    ["before the day of a floor", [FIRST, said("2022-02-01", "not before 4 March 2022", "floor")], "2022-03-03"],
    ["of what names no day", [said("2022-01-10", "when pigs fly")], "2022-02-02"],
  ])("nothing is said %s", (_, statements, on) => {
    expect(oddsOf(of(...statements), record, on)).toBeUndefined();
    expect(curveOf(of(...statements), record, on)).toBeUndefined();
  });

  it("nothing is said where the watch has it switched off", () => {
    const off = { ...XINJIANG, record: "off" as const };
    expect(oddsOf(off, record, "2022-02-05")).toBeUndefined();
    expect(beforehandOf(off, record, "2022-08-31")).toBeUndefined();
  });

  it("no number is given so late that hardly any was, nor for years ahead", () => {
    expect(oddsOf(of(said("2022-01-10", "in the coming days")), record, "2024-01-10")?.says).toMatchObject({
      kind: "too-few-like-this",
      because: "late",
    });
    expect(oddsOf(of(said("2022-01-10", "by the end of 2026")), record, "2022-01-11")?.says).toMatchObject({
      because: "far",
    });
  });
});

it("what is kept of a chance is the same on every machine: six digits", () => {
  const odds = oddsOf(XINJIANG, record, "2022-02-05", ["2022-08-31"]);
  const shares = JSON.stringify(odds).match(/\d\.\d+/g) ?? [];
  expect(shares.length).toBeGreaterThan(5);
  expect(shares.filter((share) => share.length > 8)).toEqual([]);
});
