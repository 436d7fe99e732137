import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverage as coverageOf, overall, statesOver } from "../../src/judge/coverage.ts";
import type { LookRecord } from "../../src/judge/look-record.ts";
import { later } from "../../src/time/instant.ts";

const FROM = "2022-01-01T00:00:00.000Z";
const TO = "2022-01-02T00:00:00.000Z";
const HOUR = 3_600_000;
const patient = (hours: number) => ({ patience: hours * HOUR, existence: "confirmed" as const });
const at = (hours: number) => later(FROM, hours * HOUR);

type Looked = LookRecord & { source: string; goodBefore: string | undefined; firstLookAt: string | undefined };

function coverage(looked: Looked, asked: Omit<Parameters<typeof coverageOf>[0], "id">, from: string, to: string) {
  return coverageOf({ ...asked, id: looked.source }, { ...looked, record: looked }, from, to);
}

function stateOver(sources: Parameters<typeof statesOver>[0], from: string, to: string) {
  return statesOver(sources, [{ from, to }])[0];
}

function record(change: Partial<Looked> = {}): Looked {
  return {
    source: "latest",
    looks: 144,
    failed: 0,
    goodBefore: at(-0.1),
    firstLookAt: at(-24),
    firstGood: at(0.1),
    lastGood: at(24),
    failuresBeforeGood: 0,
    failuresAfterGood: 0,
    gaps: [],
    causes: [],
    ...change,
  };
}

describe("coverage", () => {
  it("is whole while every reading is followed by another within the patience", () => {
    expect(coverage(record(), patient(6), FROM, TO)).toMatchObject({ covered: 1, blind: [] });
  });

  it("counts a gap from when the last good reading has grown too old", () => {
    const gap = { from: at(6), to: at(18), failures: 70 };
    const { covered, blind, longestGap } = coverage(record({ gaps: [gap] }), patient(6), FROM, TO);
    expect(covered).toBeCloseTo(0.75);
    expect(blind).toEqual([{ from: at(12), to: at(18), failures: 70 }]);
    expect(longestGap).toEqual(gap);
  });

  it("counts a bot that was off like one that was refused, and tells them apart", () => {
    const off = coverage(record({ gaps: [{ from: at(1), to: at(23), failures: 0 }] }), patient(1), FROM, TO);
    const refused = coverage(record({ gaps: [{ from: at(1), to: at(23), failures: 9 }] }), patient(1), FROM, TO);
    expect(off.covered).toBe(refused.covered);
    expect(stateOver([off], at(3), at(20))).toBe("unlooked");
    expect(stateOver([refused], at(3), at(20))).toBe("unread");
    expect(stateOver([off, coverage(record(), patient(1), FROM, TO)], at(3), at(20))).toBe("partly");
  });

  it("is nothing at all for a source that was never read", () => {
    const never = record({
      looks: 9,
      failed: 9,
      goodBefore: undefined,
      firstLookAt: FROM,
      firstGood: undefined,
      lastGood: undefined,
      failuresBeforeGood: 9,
    });
    expect(coverage(never, patient(6), FROM, TO)).toMatchObject({
      covered: 0,
      blind: [{ from: FROM, to: TO, failures: 9 }],
    });
  });

  it("knows that a source was blind already when the period began", () => {
    const { blind, longestGap } = coverage(record({ goodBefore: at(-48), firstGood: at(3) }), patient(6), FROM, TO);
    expect(blind).toEqual([{ from: FROM, to: at(3), failures: 0 }]);
    expect(longestGap).toEqual({ from: FROM, to: at(3), failures: 0 });
  });

  it("owes nothing of an address that was only likely before it was first read", () => {
    const guessed = record({ goodBefore: undefined, firstGood: at(12), failed: 70, failuresBeforeGood: 70 });
    const found = coverage(guessed, { ...patient(6), existence: "likely" }, FROM, TO);
    expect(found).toMatchObject({ covered: 1, blind: [], from: at(12) });
    expect(stateOver([found], FROM, at(6))).toBe("unwatched");
    expect(stateOver([found], at(13), at(18))).toBe("read");
  });

  it("begins with the first look: of the time before there was a bot, or before the source was added, nothing is owed", () => {
    const begun = { goodBefore: undefined, firstGood: at(12), firstLookAt: at(12), gaps: [] };
    const added = coverage(record(begun), patient(6), FROM, TO);
    expect(added).toMatchObject({ covered: 1, blind: [], from: at(12), longestGap: undefined });
    expect(stateOver([added], FROM, at(6))).toBe("unwatched");
    const refused = { ...begun, firstGood: at(18), failuresBeforeGood: 7, firstLookAt: at(12) };
    const found = coverage(record(refused), patient(6), FROM, TO);
    expect(found).toMatchObject({ covered: 0.5, blind: [{ from: at(12), to: at(18), failures: 7 }] });
    expect(stateOver([found], at(6), at(12))).toBe("unwatched");
    expect(stateOver([added, coverage(record(), patient(6), FROM, TO)], FROM, at(6))).toBe("read");
  });

  it.each([
    [
      "nobody has looked yet",
      record({ firstLookAt: undefined, goodBefore: undefined, firstGood: undefined, lastGood: undefined }),
      FROM,
      TO,
    ],
    [
      "the period is over before the first look",
      record({ firstLookAt: at(30), goodBefore: undefined, firstGood: undefined, lastGood: undefined }),
      FROM,
      TO,
    ],
    ["the period is no time at all", record(), FROM, FROM],
  ])("is none where %s", (_, looked, from, to) => {
    expect(coverage(looked, patient(6), from, to)).toMatchObject({ covered: undefined, blind: [] });
    expect(overall([coverage(looked, patient(6), from, to)]).covered).toBeUndefined();
    expect(overall([coverage(looked, patient(6), from, to), coverage(record(), patient(6), FROM, TO)]).covered).toBe(1);
  });

  it("is a share, and never covers what lies in a gap", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 24, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 30 * HOUR }),
        (hours, patience) => {
          const good = hours.toSorted((a, b) => a - b).map(at);
          const gaps = good.slice(1).map((to, index) => ({ from: good[index] ?? to, to, failures: 0 }));
          const found = coverage(
            record({ goodBefore: undefined, firstLookAt: good[0], firstGood: good[0], lastGood: good.at(-1), gaps }),
            { patience, existence: "confirmed" },
            FROM,
            TO,
          );
          expect(found.covered ?? 0).toBeGreaterThanOrEqual(0);
          expect(found.covered ?? 1).toBeLessThanOrEqual(1);
          for (const [index, gap] of found.blind.entries()) {
            expect(gap.from < gap.to).toBe(true);
            expect((found.blind[index - 1]?.to ?? "") <= gap.from).toBe(true);
          }
        },
      ),
    );
  });
});

it("several sources together have the longest gap of any, and the mean of their cover", () => {
  const poor = coverage(
    record({ source: "pdf", failed: 5, gaps: [{ from: at(0), to: at(24), failures: 5 }] }),
    patient(0),
    FROM,
    TO,
  );
  const good = coverage(record(), patient(6), FROM, TO);
  expect(overall([good, poor])).toMatchObject({
    looks: 288,
    failed: 5,
    longestGap: { source: "pdf", from: at(0), to: at(24) },
  });
  expect(overall([good, poor]).covered).toBeCloseTo((Number(good.covered) + Number(poor.covered)) / 2);
});
