/** What the record says, as people read it. */
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { en } from "../../src/message/en.ts";
import { fr } from "../../src/message/fr.ts";
import {
  allOddsWords,
  beforehandSentence,
  biasSentence,
  oddsWords,
  rowWords,
  signsOf,
} from "../../src/message/odds-words.ts";
import { beforehandOf, type Odds, oddsOf, rowsLike } from "../../src/track-record/odds.ts";
import type { Watch } from "../../src/watch/watch.ts";

const { watches, record } = loadConfig(new URL("../../config/coming-weeks.yaml", import.meta.url).pathname, {});
const XINJIANG = watches[0] as Watch;
const SAID = "2021-12-10";
const FIRST = { promisedOn: SAID, verdict: "unpublished" as const };

function odds(on = "2022-02-05"): Odds {
  const found = oddsOf(XINJIANG, record, on);
  if (!found) throw new Error("nothing said");
  return found;
}

function withChance(chance: number, low: number, high: number): Odds {
  const found = odds();
  if (found.says.kind !== "chance") throw new Error("no chance");
  return { ...found, says: { ...found.says, nextDays: { ...found.says.nextDays, chance, low, high } } };
}

describe("the two sentences of a message", () => {
  it("say how such promises went, and the chance with its range, in whole numbers", () => {
    expect(oddsWords(en, odds(), FIRST)).toMatchObject({
      sentences: [
        "Of 17 promises worded in weeks (13 documents), 8 were kept by the end of the longest reading.",
        "Not out by day 57. In the next 30 days: about 37 in 100 (30 to 58). As many come before 26 March as after.",
      ],
      small: "By a record of 327 promises, as of 28 June 2026; every chance means: unless it is dropped",
    });
    expect(oddsWords(fr, odds(), FIRST).sentences).toEqual([
      "Sur 17 promesses formulées en semaines (13 documents), 8 ont été tenues avant la fin de la lecture la plus longue.",
      "Pas publié au jour 57. Dans les 30 jours qui viennent : environ 37 sur 100 (de 30 à 58). Autant arrivent avant le 26 mars qu’après.",
    ]);
  });

  it("name the promise where it is not the one that the clock runs from", () => {
    expect(oddsWords(en, odds("2022-08-25"), FIRST).sentences[1]).toBe(
      "Not out by day 73 since “before the end of her term, 31 August 2022”. In the next 30 days: about 31 in 100 (26 to 52). As many come before 27 October as after.",
    );
  });

  it.each(["signalled", "unknown"] as const)("do not say that it is not out where it is %s", (verdict) => {
    const now = { ...FIRST, verdict };
    expect(oddsWords(en, odds(), now).sentences[1]).toMatch(/^No publication is confirmed by day 57\. In the next/);
    expect(oddsWords(fr, odds(), now).sentences[1]).toMatch(/^Aucune publication n’est confirmée au jour 57\. Dans/);
  });

  it("do not say on the day it was said that it is not out", () => {
    expect(oddsWords(en, odds(SAID), FIRST).sentences[1]).toMatch(
      /^In the next 30 days: about 15 in 100 \(8 to 40\)\./,
    );
  });

  it.each([
    [0.004, 0.001, 0.02, "fewer than 1 in 100 (fewer than 1 to 2)", "moins de 1 sur 100 (de moins de 1 à 2)"],
    [0.996, 0.9, 0.999, "more than 99 in 100 (90 to more than 99)", "plus de 99 sur 100 (de 90 à plus de 99)"],
    [0.01, 0.01, 0.5, "about 1 in 100 (1 to 50)", "environ 1 sur 100 (de 1 à 50)"],
    [0.99, 0.5, 0.99, "about 99 in 100 (50 to 99)", "environ 99 sur 100 (de 50 à 99)"],
  ])("never say that it is certain: %f", (chance, low, high, english, french) => {
    expect(oddsWords(en, withChance(chance, low, high), FIRST).sentences[1]).toContain(`days: ${english}.`);
    expect(oddsWords(fr, withChance(chance, low, high), FIRST).sentences[1]).toContain(`viennent : ${french}.`);
  });

  it.each([
    [{ rows: 5, kept: 4, cases: 5 }, "Of 5 promises", "Only 5 promises worded like this; the figure leans on all 327."],
    [
      { rows: 1, kept: 1, cases: 1 },
      "Of 1 promise worded in weeks (1 document), 1 was kept",
      "Only 1 promise worded like this",
    ],
    [
      { rows: 0, kept: 0, cases: 0 },
      "The record has no promises worded in weeks; the figure leans on all 327.",
      "Not out",
    ],
    [{ rows: 3, kept: 0, cases: 2 }, "none was kept by", "Only 3 promises"],
  ])("say how few there are: %o", (basis, kept, leans) => {
    const found = odds();
    const says = { ...found.says, basis: { ...found.says.basis, ...basis, leansOnAll: true } };
    const { sentences } = oddsWords(en, { ...found, says }, FIRST);
    expect(sentences[0]).toContain(kept);
    expect(sentences[1]).toContain(leans);
  });

  it("of a named day say no middle: none come before it, most on it", () => {
    const found = odds();
    const named = { ...found.promise, kind: "exact-date" as const, earliestDay: 60, latestDay: 60 };
    const at = (middle: string) => {
      if (found.says.kind !== "chance") throw new Error("no chance");
      return oddsWords(en, { ...found, promise: named, says: { ...found.says, middle } }, FIRST).sentences[1];
    };
    expect(at("2022-02-08")).not.toContain("As many");
    expect(at("2022-02-05")).not.toContain("As many");
    expect(at("2022-03-01")).toContain("As many come before 1 March as after.");
  });

  it("say a range without width once", () => {
    expect(oddsWords(en, withChance(0.996, 0.995, 0.9999), FIRST).sentences[1]).toContain(
      "more than 99 in 100 (its whole range).",
    );
    expect(oddsWords(fr, withChance(0.996, 0.995, 0.9999), FIRST).sentences[1]).toContain(
      "plus de 99 sur 100 (toute la marge).",
    );
  });

  it("give no number where too few were like it", () => {
    const found = odds();
    const says = { kind: "too-few-like-this", because: "late", basis: found.says.basis } as const;
    expect(oddsWords(en, { ...found, says }, FIRST)).toMatchObject({
      chance: undefined,
      sentences: [expect.anything(), "Not out by day 57. Too few promises were ever this late to give a chance."],
    });
  });
});

it("who asks is told the days as well: the last of its longest reading, and those of eight in ten", () => {
  expect(allOddsWords(en, odds(SAID), FIRST).slice(2)).toEqual([
    "By 4 February 2022, the last day of its longest reading: about 49 in 100 (32 to 83).",
    "Eight in ten come from 3 January to 8 August 2022.",
  ]);
});

it("of what is out it is said what was to be expected", () => {
  const found = beforehandOf(XINJIANG, record, "2022-08-31");
  if (!found) throw new Error("nothing said");
  expect(beforehandSentence(en, found)).toBe(
    "The record gave about 91 in 100 (86 to 98) by day 264, from 17 promises worded in weeks.",
  );
  expect(beforehandSentence(fr, found)).toBe(
    "Le passé donnait environ 91 sur 100 (de 86 à 98) au jour 264, d’après 17 promesses formulées en semaines.",
  );
});

it("always within reach: how the rows were found, and each of them", () => {
  expect(biasSentence(en, record)).toBe(
    "Promises that made news are over-represented: 82 of 119 found by a neutral search were kept, 96 of 211 of the others.",
  );
  const rows = rowsLike(XINJIANG, record, "vague-weeks").map((row) => rowWords(en, row));
  expect(rows).toContain(
    "“in the coming weeks”, Scottish Government independence papers, fourth, 12 May 2023: kept: out on 19 June 2023",
  );
});

it.each([
  [0, "○○○○○○○○○○"],
  [0.366, "●●●●○○○○○○"],
  [1, "●●●●●●●●●●"],
])("ten signs, as many filled as the chance has tenths: %f", (chance, signs) => {
  expect(signsOf(chance)).toBe(signs);
});
