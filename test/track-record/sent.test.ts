/** Forecasts that were told, held against what came. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Odds } from "../../src/track-record/odds.ts";
import { type Ending, meanScores, type Sent, scoreSent } from "../../src/track-record/sent.ts";

const odds = (chance: number): Odds => ({
  promise: { kind: "vague-weeks", said: "2022-01-01", earliestDay: 7, latestDay: 56, phrase: "in the coming weeks" },
  on: "2022-02-01",
  day: 31,
  asOf: "2021-12-31",
  says: {
    kind: "chance",
    basis: { rows: 17, kept: 8, cases: 13, allRows: 327, leansOnAll: false },
    nextDays: { by: "2022-03-02", chance, low: chance / 2, high: (1 + chance) / 2 },
    byLatest: undefined,
    by: [],
    middle: undefined,
    span: { from: undefined, to: undefined },
  },
});
const sent = (chance = 0.4, watch = "harbour"): Sent => ({ watch, odds: odds(chance) });
const ending = (given: Partial<Ending>): Ending => ({ isDropped: false, seenUntil: "2022-02-20", ...given });

describe("a forecast", () => {
  it.each([
    ["came true where it is out within its days", { publishedOn: "2022-02-15" }, true],
    ["came true on its last day", { publishedOn: "2022-03-02" }, true],
    ["came true on the day it was made", { publishedOn: "2022-02-01" }, true],
    ["did not where it came a day later", { publishedOn: "2022-03-03" }, false],
    ["did not where its last day is over, and nothing was seen", { seenUntil: "2022-03-02" }, false],
  ])("%s", (_, given, came) => {
    expect(scoreSent(sent(), ending(given))).toMatchObject({ came, chance: 0.4, by: "2022-03-02" });
  });

  it.each([
    ["before its last day is over", {}],
    ["where nobody looked until its last day", { seenUntil: "2022-03-01" }],
    ["of what is dropped: every chance meant that it is not", { isDropped: true, seenUntil: "2023-01-01" }],
    ["of what was out before it was made", { publishedOn: "2022-01-31" }],
  ])("is not scored %s", (_, given) => {
    expect(scoreSent(sent(), ending(given))).toBeUndefined();
  });

  it("has no score where it gave no number", () => {
    const says = { kind: "too-few-like-this", because: "late", basis: odds(0.1).says.basis } as const;
    expect(
      scoreSent({ watch: "harbour", odds: { ...odds(0.1), says } }, ending({ publishedOn: "2022-02-15" })),
    ).toBeUndefined();
  });
});

it("the score is the mean of squares, and of logarithms, beside that of the literal reading", () => {
  const scored = [sent(0.4), sent(0.8, "library")].flatMap(
    (one) => scoreSent(one, ending({ publishedOn: "2022-02-15" })) ?? [],
  );
  const means = meanScores(scored);
  expect(means).toMatchObject({ forecasts: 2, watches: 2 });
  expect(means?.own.brier).toBeCloseTo((0.6 ** 2 + 0.2 ** 2) / 2, 10);
  expect(means?.own.log).toBeCloseTo(-(Math.log(0.4) + Math.log(0.8)) / 2, 10);
  // 1 − S(60) ÷ S(30), with 95 in 100 spread over the days 7 to 56, and of the rest half in each 57 days.
  const [at30, at60] = [1 - (0.95 * 24) / 50, 0.05 * 0.5 ** (4 / 57)];
  expect(scored[0]?.literal).toBeCloseTo(1 - at60 / at30, 10);
  expect(meanScores([])).toBeUndefined();
});

it("no score is without end, and none is below nothing", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (chance, came) => {
      const scored = scoreSent(
        sent(chance),
        ending(came ? { publishedOn: "2022-02-15" } : { seenUntil: "2022-04-01" }),
      );
      const { own } = meanScores(scored ? [scored] : []) ?? {};
      expect(own?.brier).toBeGreaterThanOrEqual(0);
      expect(own?.brier).toBeLessThanOrEqual(1);
      expect(own?.log).toBeGreaterThanOrEqual(-0);
      expect(own?.log).toBeLessThan(7);
    }),
  );
});
