/** The rows that a watch makes for the record. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { readCases } from "../../src/track-record/cases.ts";
import { exportRows } from "../../src/track-record/export.ts";
import type { Ending } from "../../src/track-record/sent.ts";
import type { Watch } from "../../src/watch/watch.ts";

const { watches, record } = loadConfig(new URL("../../config/coming-weeks.yaml", import.meta.url).pathname, {});
const XINJIANG = watches[0] as Watch;
const OUT: Ending = { publishedOn: "2022-08-31", isDropped: false, seenUntil: "2022-09-06" };
const OPEN: Ending = { isDropped: false, seenUntil: "2022-03-01" };

describe("the first watch, once it is over", () => {
  const { rows, faults } = readCases(exportRows(XINJIANG, OUT), "own.csv");

  it("makes the rows that the record has of it, read without a fault", () => {
    expect(faults).toEqual([]);
    const of = (one: { said: string; latest?: string | undefined; until: string; status: string; scored: object }) => ({
      said: one.said,
      latest: one.latest,
      until: one.until,
      status: one.status,
      scored: "kind" in one.scored,
    });
    const held = record.rows.filter((row) => row.case === "OHCHR Xinjiang assessment").map(of);
    const promised = rows.map(of).filter(({ scored }) => scored);
    expect(held).toEqual(expect.arrayContaining(promised.filter(({ said }) => said < "2022-08-31")));
    expect(promised.map(({ said }) => said)).toEqual(["2021-12-10", "2022-06-13", "2022-08-31"]);
  });

  it("says of a floor, and of what names no day, why it is not counted", () => {
    expect(rows.filter(({ scored }) => "because" in scored).map(({ said, scored }) => [said, scored])).toEqual([
      ["2021-09-13", { because: "no date given" }],
      ["2022-01-28", { because: "a floor, not a promise" }],
      ["2022-02-02", { because: "no date given" }],
      ["2022-08-25", { because: "no date given" }],
    ]);
  });
});

it("what is open is so up to the last day that was seen; what was said since is no row yet", () => {
  const { rows } = readCases(exportRows(XINJIANG, OPEN), "own.csv");
  expect(rows.map(({ said, status, until }) => [said, status, until])).toEqual(
    ["2021-09-13", "2021-12-10", "2022-01-28", "2022-02-02"].map((said) => [said, "open", "2022-03-01"]),
  );
  expect(readCases(exportRows(XINJIANG, { ...OPEN, isDropped: true }), "own.csv").rows[0]?.status).toBe("withdrawn");
});

it("whatever was said comes out of the file again, and begins no formula of a spreadsheet", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom("", "=", "+", "-", "@"),
      (words, mark) => {
        const phrase = `${mark}${words}`;
        const [statement] = XINJIANG.statements;
        if (!statement) throw new Error("no statement");
        const csv = exportRows({ ...XINJIANG, statements: [{ ...statement, phrase }] }, OUT);
        expect(csv).not.toMatch(/(?:^|,|")[=+@-]/m);
        const { rows, faults } = readCases(csv, "own.csv");
        if (phrase.includes("\uFFFD")) return;
        expect(faults).toEqual([]);
        expect(rows).toHaveLength(1);
      },
    ),
  );
});
