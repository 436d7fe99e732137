import { describe, expect, it } from "vitest";
import { chanceBetween, rangeBetween } from "../../src/track-record/chance.ts";
import { type Chance, curve, type Forecast, fitRecord, forecast } from "../../src/track-record/forecast.ts";
import { type DatedPromise, KINDS, type Kind, type OpenPromise } from "../../src/track-record/promise.ts";
import { fc, test } from "../stand-ins/properties.ts";
import { SHIPPED } from "./record.ts";

const RECORD = fitRecord(SHIPPED.rows);
const round = (value: number) => Math.round(value * 1000) / 1000;
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const SAID = "2021-01-01";
const promise = (kind: Kind, earliestDay: number, latestDay: number): OpenPromise => ({
  ...{ kind, said: SAID, earliestDay, latestDay },
});

describe("the record, fitted", () => {
  it("has its pooled rate and its lateness", () => {
    const { keptShare, lateness, rows } = RECORD.all;
    expect([rows, round(keptShare)]).toEqual([330, 0.539]);
    expect([Math.exp(lateness?.logScale ?? 0), Math.exp(lateness?.logShape ?? 0)].map(round)).toEqual([0.887, 1.076]);
    expect(lateness?.covariance.map((value) => value.toFixed(4))).toEqual(["0.0260", "-0.0018", "0.0046"]);
  });

  it.each<[Kind, number, number, number, number, number | undefined]>([
    ["exact-date", 47, 42, 46, 0.842, undefined],
    ["deadline", 167, 79, 125, 0.476, 1.548],
    ["season", 38, 9, 33, 0.289, 1.751],
    ["vague-weeks", 18, 8, 14, 0.474, 1.666],
    ["vague-days", 9, 5, 8, 0.548, 1.261],
    ["vague-soon", 28, 19, 28, 0.648, 0.86],
    ["vague-months", 9, 4, 9, 0.489, 1.39],
    ["vague-asap", 9, 8, 7, 0.724, 0.99],
    ["vague-due-course", 5, 4, 5, 0.64, 1.127],
  ])("knows of %s: %i rows, %i kept, %i documents", (kind, rows, kept, cases, keptShare, shape) => {
    const found = RECORD.all.kinds[kind];
    expect([found.rows, found.kept, found.cases, round(found.keptShare)]).toEqual([rows, kept, cases, keptShare]);
    if (shape !== undefined) expect(round(found.shape)).toBe(shape);
  });
});

/** Kind, E, L, s, u; the chance; the range of all rows, and the one that is shown. */
type Acceptance = [Kind, number, number, number, number, number, [number, number], [number, number]];

describe("a chance, with its range", () => {
  it.each<Acceptance>([
    ["vague-weeks", 7, 56, -1, 30, 0.149, [0.081, 0.259], [0.081, 0.415]],
    ["vague-weeks", 7, 56, -1, 56, 0.474, [0.308, 0.645], [0.308, 0.832]],
    ["vague-weeks", 7, 56, 56, 86, 0.363, [0.301, 0.431], [0.301, 0.582]],
    ["vague-weeks", 7, 56, 119, 149, 0.225, [0.191, 0.264], [0.191, 0.335]],
    ["deadline", 0, 79, -1, 30, 0.11, [0.081, 0.148], [0.081, 0.267]],
    ["deadline", 0, 79, 72, 79, 0.107, [0.079, 0.143], [0.079, 0.238]],
    ["season", 60, 151, 151, 241, 0.393, [0.328, 0.462], [0.328, 0.613]],
    ["exact-date", 10, 10, -1, 10, 0.842, [0.743, 0.908], [0.743, 0.959]],
    ["exact-date", 10, 10, 10, 40, 0.77, [0.705, 0.824], [0.705, 0.906]],
    ["vague-soon", 1, 92, 20, 50, 0.25, [0.192, 0.318], [0.192, 0.407]],
    // 0.10846 here; 0.109 is what 0.1085 rounds to.
    ["vague-due-course", 31, 365, -1, 90, 0.109, [0.044, 0.242], [0.044, 0.285]],
  ])(
    "%s, %i to %i, unpublished on day %i, by day %i: %f",
    (kind, earliest, latest, since, until, chance, own, shown) => {
      const asked = promise(kind, earliest, latest);
      const found = forecast(RECORD, asked, dayAfter(SAID, since + 1), [dayAfter(SAID, until)]);
      const [by] = found.kind === "chance" ? found.by : [];
      const range = rangeBetween(RECORD.all, asked, since, until);
      const isRoundedTwice = kind === "vague-due-course";
      expect(Math.abs((by?.chance ?? 0) - chance)).toBeLessThan(isRoundedTwice ? 0.00055 : 0.0005);
      expect([round(range.low), round(range.high)]).toEqual(own);
      expect([round(by?.low ?? 0), round(by?.high ?? 0)]).toEqual(shown);
    },
  );
});

describe("the first watch, without its own rows", () => {
  const record = fitRecord(SHIPPED.rows, { without: "OHCHR Xinjiang assessment" });
  const weeks: OpenPromise = { kind: "vague-weeks", said: "2021-12-10", earliestDay: 7, latestDay: 56 };
  const term: OpenPromise = { kind: "deadline", said: "2022-06-13", earliestDay: 0, latestDay: 79 };

  it("leaves them out", () => {
    expect(record.rows.filter((row) => row.case === "OHCHR Xinjiang assessment")).toEqual([]);
    expect([record.all.keptShare, Math.exp(record.all.lateness?.logScale ?? 0)].map(round)).toEqual([0.538, 0.877]);
    expect(round(Math.exp(record.all.lateness?.logShape ?? 0))).toBe(1.076);
  });

  const shown = (chance: Chance | undefined) => chance && [chance.chance, chance.low, chance.high].map(round);
  it.each<[string, OpenPromise, number[], number[] | undefined, number[], number[], string]>([
    [
      "2021-12-10",
      weeks,
      [17, 8, 13],
      [0.492, 0.321, 0.832],
      [0.147, 0.078, 0.401],
      [0.91, 0.859, 0.983],
      "2022-02-06",
    ],
    ["2022-02-05", weeks, [17, 8, 13], undefined, [0.366, 0.303, 0.582], [0.823, 0.764, 0.933], "2022-03-26"],
    ["2022-06-13", term, [165, 77, 124], [0.47, 0.4, 0.728], [0.105, 0.076, 0.259], [0.47, 0.4, 0.728], "2022-09-06"],
    [
      "2022-08-25",
      term,
      [165, 77, 124],
      [0.104, 0.077, 0.238],
      [0.311, 0.261, 0.517],
      [0.104, 0.077, 0.238],
      "2022-10-27",
    ],
  ])("asked on %s", (on, asked, [rows, kept, cases], byLatest, nextDays, byAugust, middle) => {
    const found = forecast(record, asked, on, ["2022-08-31"]);
    if (found.kind !== "chance") throw new Error(found.kind);
    expect(found.basis).toEqual({ rows, kept, cases, allRows: 327, leansOnAll: false });
    expect(shown(found.byLatest)).toEqual(byLatest);
    expect(shown(found.nextDays)).toEqual(nextDays);
    expect(shown(found.by[0])).toEqual(byAugust);
    expect(found.middle).toBe(middle);
    expect(found.span.from?.localeCompare(middle)).toBeLessThanOrEqual(0);
    expect(found.span.to?.localeCompare(middle)).toBeGreaterThanOrEqual(0);
  });

  it("has a curve, a point a day, each within its band", () => {
    const points = curve(record, weeks, "2022-08-31");
    expect(points).toHaveLength(265);
    expect(points.at(-1)).toMatchObject({ day: "2022-08-31" });
    expect(round(1 - (points.at(-1)?.unpublished ?? 0))).toBe(0.91);
    for (const { unpublished, low, high } of points) expect(low <= unpublished && unpublished <= high).toBe(true);
  });

  it("has no more points than a picture shows, and the last day among them", () => {
    const points = curve(record, weeks, "2026-08-31");
    expect(points.length).toBeLessThanOrEqual(401);
    expect(points.at(-1)?.day).toBe("2026-08-31");
  });
});

describe("what the record does not say", () => {
  const soon = promise("vague-soon", 1, 92);
  const dueCourse = promise("vague-due-course", 31, 365);
  it.each<[string, () => Forecast, unknown]>([
    [
      "nothing of fewer than 8 rows",
      () => forecast(fitRecord(SHIPPED.rows.slice(0, 6)), soon, SAID),
      { kind: "no-record" },
    ],
    ["nothing of none", () => forecast(fitRecord([]), soon, SAID), { kind: "no-record" }],
    [
      "no number more than 8 widths late",
      () => forecast(RECORD, soon, dayAfter(SAID, 92 + 8 * 93 + 1)),
      { kind: "too-few-like-this", because: "late" },
    ],
    ["one at 8 widths", () => forecast(RECORD, soon, dayAfter(SAID, 92 + 8 * 93)), { kind: "chance" }],
    [
      "no number for more than three years ahead",
      () => forecast(RECORD, promise("deadline", 0, 1097), SAID),
      { kind: "too-few-like-this", because: "far" },
    ],
    ["one for three years", () => forecast(RECORD, promise("deadline", 0, 1096), SAID), { kind: "chance" }],
    [
      "that few are worded like it",
      () => forecast(RECORD, dueCourse, SAID),
      { kind: "chance", basis: { rows: 5, allRows: 330, leansOnAll: true } },
    ],
  ])("says %s", (_, ask, expected) => {
    expect(ask()).toMatchObject(expected as object);
  });

  it("has no curve where it has no number", () => {
    expect(curve(fitRecord([]), soon, "2022-01-01")).toEqual([]);
    expect(curve(RECORD, promise("deadline", 0, 1097), "2022-01-01")).toEqual([]);
  });

  it("refuses days before the promise, and before the day asked on", () => {
    expect(() => forecast(RECORD, soon, "2020-12-31")).toThrow(RangeError);
    expect(() => forecast(RECORD, soon, "2021-02-01", ["2021-01-31"])).toThrow(RangeError);
    expect(() => curve(RECORD, soon, "2020-12-31")).toThrow(RangeError);
    expect(() => forecast(RECORD, soon, "soon")).toThrow(RangeError);
  });

  it("says nothing of lateness that its rows do not settle", () => {
    const kept = SHIPPED.rows.filter(({ scored }) => "kind" in scored && scored.isKept);
    expect(fitRecord(kept).all.lateness).toBeUndefined();
    expect(forecast(fitRecord(kept), soon, SAID).kind).toBe("too-few-like-this");
  });
});

describe("for any promise", () => {
  const asked = fc
    .tuple(fc.constantFrom(...KINDS), fc.nat(1096), fc.nat(1096), fc.nat(2000))
    .map(([kind, one, other, since]) => {
      const latest = Math.max(one, other);
      return { of: promise(kind, kind === "exact-date" ? latest : Math.min(one, other), latest), since: since - 1 };
    });

  test("a chance is a chance, and its range holds it", [asked, fc.nat(3000)], ({ of, since }, ahead) => {
    for (const fit of [RECORD.all, RECORD.neutral]) {
      const chance = chanceBetween(fit, of, since, since + ahead);
      const { low, high } = rangeBetween(fit, of, since, since + ahead);
      expect(0 < low && low <= chance && chance <= high && high < 1).toBe(true);
    }
  });

  test(
    "a chance never falls as the day moves out",
    [asked, fc.nat(3000), fc.nat(3000)],
    ({ of, since }, one, other) => {
      const chance = (ahead: number) => chanceBetween(RECORD.all, of, since, since + ahead);
      expect(chance(Math.min(one, other))).toBeLessThanOrEqual(chance(Math.max(one, other)));
    },
  );

  test(
    "the curve never rises, and its band holds it",
    [asked],
    ({ of }) => {
      const points = curve(RECORD, of, dayAfter(SAID, of.latestDay + 300));
      for (const [at, { unpublished, low, high }] of points.entries()) {
        expect(low <= unpublished && unpublished <= high).toBe(true);
        expect(unpublished).toBeLessThanOrEqual(points[at - 1]?.unpublished ?? 1);
      }
    },
    20,
  );

  test("as many come before the middle guess as after", [asked], ({ of, since }) => {
    const found = forecast(RECORD, of, dayAfter(SAID, since + 1));
    if (found.kind !== "chance" || !found.middle) return;
    const middle = (Date.parse(found.middle) - Date.parse(SAID)) / 86_400_000;
    expect(chanceBetween(RECORD.all, of, since, middle)).toBeGreaterThanOrEqual(0.5);
    if (middle > since + 1) expect(chanceBetween(RECORD.all, of, since, middle - 1)).toBeLessThan(0.5);
  });

  test(
    "nothing changes with the order of the rows, to the last bit",
    [fc.shuffledSubarray(SHIPPED.rows, { minLength: SHIPPED.rows.length })],
    (rows) => {
      expect(fitRecord(rows)).toEqual(RECORD);
    },
    30,
  );

  it.each([
    ["late", false],
    ["kept", true],
  ])(
    "a record of rows that were all %s gives a chance that is neither none nor certain, and a wide range",
    (_, isKept) => {
      const rows = SHIPPED.rows
        .filter(({ scored }) => "kind" in scored && scored.tells && scored.isKept === isKept)
        .slice(0, 40);
      const lateness = isKept
        ? SHIPPED.rows.filter(({ scored }) => "kind" in scored && scored.isLate && !scored.tells)
        : [];
      const found = forecast(fitRecord([...rows, ...lateness]), promise("vague-weeks", 7, 56), SAID);
      if (found.kind !== "chance") throw new Error("no chance");
      for (const { chance, low, high } of [found.nextDays, ...(found.byLatest ? [found.byLatest] : [])])
        expect(0 < low && low <= chance && chance <= high && high < 1).toBe(true);
    },
  );

  test(
    "any part of the record can be asked",
    [asked, fc.subarray(SHIPPED.rows, { maxLength: 40 })],
    ({ of, since }, rows: DatedPromise[]) => {
      const found = forecast(fitRecord(rows), of, dayAfter(SAID, since + 1));
      if (found.kind !== "chance") return;
      for (const { chance, low, high } of [found.nextDays, ...(found.byLatest ? [found.byLatest] : [])])
        expect(0 < low && low <= chance && chance <= high && high < 1).toBe(true);
    },
    300,
  );
});
