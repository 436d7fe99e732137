import { describe, expect, it } from "vitest";
import { readCases } from "../../src/track-record/cases.ts";
import { isScored } from "../../src/track-record/promise.ts";
import { fc, test } from "../stand-ins/properties.ts";
import { csv, HEADER, row, SHIPPED } from "./record.ts";

describe("the record that ships", () => {
  it("has 372 rows of 219 documents, 354 of 214 counted, and no fault", () => {
    const scored = SHIPPED.rows.filter(isScored);
    const documents = (rows: readonly { case: string }[]) => new Set(rows.map((one) => one.case)).size;
    expect(SHIPPED.faults).toEqual([]);
    expect([SHIPPED.rows.length, documents(SHIPPED.rows)]).toEqual([372, 219]);
    expect([scored.length, documents(scored)]).toEqual([354, 214]);
  });

  it("says why each of the others is left out", () => {
    const reasons = SHIPPED.rows.flatMap(({ scored }) => ("because" in scored ? [scored.because] : []));
    expect(reasons).toHaveLength(18);
    expect(reasons).not.toContain("");
  });

  it("has 82 of 119 kept that a neutral search found, and 96 of 211 of the others", () => {
    const telling = SHIPPED.rows.filter(isScored).filter(({ scored }) => scored.tells);
    const counts = (isNeutral: boolean) => {
      const rows = telling.filter(({ scored }) => scored.isNeutral === isNeutral);
      return [rows.filter(({ scored }) => scored.isKept).length, rows.length];
    };
    expect([counts(true), counts(false)]).toEqual([
      [82, 119],
      [96, 211],
    ]);
  });

  it("has 10 of 65 kept deadlines at least 21 days ahead kept on the very last day", () => {
    const kept = SHIPPED.rows
      .filter(isScored)
      .filter(({ scored }) => scored.tells && scored.kind === "deadline" && scored.isKept && scored.latestDay >= 21);
    expect([kept.filter(({ scored }) => scored.lastDay === scored.latestDay).length, kept.length]).toEqual([10, 65]);
  });

  it("has 12 rows that were more than 8 widths late", () => {
    const late = SHIPPED.rows
      .filter(isScored)
      .filter(({ scored }) => (scored.lastDay - scored.latestDay) / (scored.latestDay + 1) > 8);
    expect(late).toHaveLength(12);
  });

  it("links what has a whole address, and nothing else", () => {
    const sources = SHIPPED.rows.flatMap((one) => one.sources);
    expect(SHIPPED.rows.find(({ id }) => id === "ohchr-xinjiang-2")?.sources).toEqual([
      {
        text: "straitstimes.com/asia/east-asia/un-seeks-to-publish-findings-on-xinjiang-in-coming-weeks",
        link: "https://straitstimes.com/asia/east-asia/un-seeks-to-publish-findings-on-xinjiang-in-coming-weeks",
      },
      {
        text: "whtc.com/2021/12/10/u-n-to-publish-xinjiang-findings-soon/",
        link: "https://whtc.com/2021/12/10/u-n-to-publish-xinjiang-findings-soon/",
      },
      { text: "seed file", link: undefined },
    ]);
    for (const { text, link } of sources) if (text.includes("…")) expect(link).toBeUndefined();
  });
});

describe("a row", () => {
  const only = (cells: Parameters<typeof row>[0]) => readCases(csv(row(cells)), "own.csv").rows[0]?.scored;

  it("counts days from the day it was said", () => {
    expect(only({})).toEqual({
      kind: "vague-weeks",
      ...{ earliestDay: 7, latestDay: 56, lastDay: 50 },
      ...{ isPublished: true, isKept: true, isLate: false, tells: true, isNeutral: true },
    });
  });

  it.each([
    ["what hangs on an event is a deadline", { kind: "event-bound" }, { kind: "deadline" }],
    [
      "a day 31 days ahead is a named day",
      { kind: "exact-date", literal_latest: "2021-11-12" },
      { kind: "exact-date", earliestDay: 31, latestDay: 31 },
    ],
    ["a day 32 days ahead is a deadline", { kind: "exact-date", literal_latest: "2021-11-13" }, { kind: "deadline" }],
    ["no first day is the day it was said", { literal_earliest: "" }, { earliestDay: 0 }],
    ["a first day before it is the day it was said", { literal_earliest: "2021-10-01" }, { earliestDay: 0 }],
    ["a first day behind the last is the last", { literal_earliest: "2022-01-01" }, { earliestDay: 56 }],
    ["the last day is kept", { actual_date: "2021-12-07" }, { isKept: true, isLate: false }],
    ["the day after is late", { actual_date: "2021-12-08" }, { isKept: false, isLate: true, tells: true }],
    ["a story that it was late tells nothing of keeping", { found_by: "delay" }, { tells: false, isNeutral: false }],
    [
      "what was not looked for to the end tells nothing of keeping",
      { status: "open", actual_date: "", censored_on: "2021-12-06" },
      { tells: false, isKept: false, isLate: false, isPublished: false },
    ],
    [
      "what was unpublished to the end was not kept",
      { status: "withdrawn", actual_date: "n/a", censored_on: "2021-12-07" },
      { tells: true, isKept: false, isLate: false },
    ],
  ])("%s", (_, cells, expected) => {
    expect(only(cells)).toMatchObject(expected);
  });
});

describe("a person's CSV", () => {
  it.each([
    ["a byte order mark and Windows line ends", `\uFEFF${csv(row()).replaceAll("\n", "\r\n")}\r\n`],
    ["old Macintosh line ends", csv(row()).replaceAll("\n", "\r")],
    ["semicolons, as a French spreadsheet has them", csv(row()).replaceAll(",", ";")],
    ["tabs", csv(row()).replaceAll(",", "\t")],
    [
      "columns in another order, and more of them",
      `mood,${HEADER.toReversed().join(",")}\nfine,${row().split(",").toReversed().join(",")}`,
    ],
    ["columns in capitals, with spaces", `${HEADER.map((name) => ` ${name.toUpperCase()} `).join(",")}\n${row()}`],
    [
      "empty lines, and rows of commas at the end",
      `${csv("", row(), "")}\n${",".repeat(HEADER.length + 3)}`.replace(/\n,+$/, "\n\n"),
    ],
    ["empty cells behind the last column", `${csv(row())},,,`],
    ["a phrase over two lines", csv(row({ phrase: "in the coming\nweeks" }))],
  ])("may have %s", (_, text) => {
    const { rows, faults } = readCases(text, "own.csv");
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([
      { id: "paper-1", phrase: "in the coming weeks", said: "2021-10-12", until: "2021-12-01" },
    ]);
  });

  it.each([
    [
      "a date as one country writes it",
      { promise_date: "10/12/2021" },
      'promise_date: "10/12/2021" is not a date; write YYYY-MM-DD, so 2021-12-10 or 2021-10-12',
    ],
    [
      "a date that is of one country only",
      { promise_date: "31.8.2021" },
      'promise_date: "31.8.2021" is not a date; write YYYY-MM-DD, so 2021-08-31',
    ],
    [
      "a day that no calendar has",
      { actual_date: "2021-02-30" },
      'actual_date: "2021-02-30" is not a date; write YYYY-MM-DD',
    ],
    ["a month", { literal_latest: "Dec 2021" }, 'literal_latest: "Dec 2021" is not a date; write YYYY-MM-DD'],
    ["no last day", { literal_latest: "" }, "literal_latest: is empty; write the day as YYYY-MM-DD"],
    [
      "no day of publication",
      { actual_date: "" },
      'actual_date: is empty; write the day as YYYY-MM-DD, since status is "published"',
    ],
    [
      "open with no last look",
      { status: "open" },
      'censored_on: is empty; write the day as YYYY-MM-DD, since status is "open"',
    ],
    [
      "published before it was promised",
      { actual_date: "2021-10-11" },
      "actual_date: 2021-10-11 is before 2021-10-12, the day of the promise (promise_date); correct one of them",
    ],
    [
      "over before it was promised",
      { literal_latest: "2021-01-07" },
      "literal_latest: 2021-01-07 is before 2021-10-12, the day of the promise (promise_date); correct one of them",
    ],
    [
      "an unknown kind",
      { kind: "weeks" },
      'kind: "weeks" is none of its words; write one of exact-date, deadline, season, vague-days, vague-weeks, vague-months, vague-soon, vague-asap, vague-due-course, event-bound, no-date, not-before',
    ],
    ["no status", { status: "" }, "status: is empty; write one of published, open, withdrawn"],
    [
      "an unknown way of finding",
      { found_by: "me" },
      'found_by: "me" is none of its words; write one of phrase, schedule, case, v1, delay',
    ],
    ["no name", { id: "" }, "id: is empty; give the row a short name that no other has"],
    ["no document", { case: " " }, "case: is empty; name the document that was promised, the same in each of its rows"],
    [
      "an endless name",
      { case: "x".repeat(201) },
      "case: has 201 characters, and at most 200 are read; say it shorter",
    ],
    [
      "an endless phrase",
      { phrase: "x".repeat(2001) },
      "phrase: has 2001 characters, and at most 2000 are read; say it shorter",
    ],
    [
      "a promise of no day",
      { kind: "no-date" },
      'kind: "no-date" promises no day, so the row cannot be counted; give the column scored no: and why, or write another kind',
    ],
    [
      "letters of another encoding",
      { speaker: "Ren\uFFFD" },
      'speaker: "Ren\uFFFD" has letters that cannot be read; save the file as "CSV UTF-8"',
    ],
    [
      "what a terminal would obey",
      { kind: "\u001b[31m\u202Eweeks" },
      'kind: "[31mweeks" is none of its words; write one of exact-date, deadline, season, vague-days, vague-weeks, vague-months, vague-soon, vague-asap, vague-due-course, event-bound, no-date, not-before',
    ],
  ])("is told of %s, and loses no other row", (_, cells, sentence) => {
    const { rows, faults } = readCases(csv(row({ id: "first" }), row(cells), row({ id: "last" })), "own.csv");
    expect(faults).toEqual([`own.csv: line 3: ${sentence}`]);
    expect(rows.map(({ id }) => id)).toEqual(["first", "last"]);
  });

  const PAIRS =
    "its quotes are not in pairs; a cell with a comma, a quote or a line break stands in double quotes, and a quote in it is doubled";
  it.each([
    ["a quote that nobody closed", row().replace("in the coming weeks", '"in the coming weeks'), PAIRS],
    ["a quote within a cell", row().replace("a minister", 'a "minister"'), PAIRS],
    [
      "a comma that makes two cells",
      row().replace("a minister", "a minister, Paris"),
      "has 14 cells where the first line names 13 columns; a cell with a comma in it stands in double quotes",
    ],
    [
      "a row that breaks off",
      "paper-9,Energy paper,2021-10-12",
      "kind: is empty; write one of exact-date, deadline, season, vague-days, vague-weeks, vague-months, vague-soon, vague-asap, vague-due-course, event-bound, no-date, not-before",
    ],
    [
      "an id that is taken",
      row({ id: "first" }),
      'id: "first" stands in own.csv, line 2 already; give this row one of its own',
    ],
  ])("is told of %s, and loses no other row", (_, broken, sentence) => {
    const { rows, faults } = readCases(
      csv(row({ id: "first" }), broken, row({ id: "quoted", phrase: 'in "weeks", they say' }), row({ id: "last" })),
      "own.csv",
    );
    expect(faults).toEqual([`own.csv: line 3: ${sentence}`]);
    expect(rows.map(({ id }) => id)).toEqual(["first", "quoted", "last"]);
  });

  it("is told of a word in the column scored that says neither", () => {
    const text = `${HEADER.join(",")},scored\n${row({ scored: "maybe" })}\n${row({ id: "b", scored: "No: a floor" })}`;
    expect(readCases(text, "own.csv")).toMatchObject({
      rows: [{ id: "b", scored: { because: "a floor" } }],
      faults: ['own.csv: line 2: scored: "maybe" says neither; write yes, or no: and why it is left out'],
    });
  });

  it("is told of a promise that another file has under another id: it would count twice", () => {
    const first = readCases(csv(row()), "first.csv").rows;
    expect(readCases(csv(row({ id: "another" })), "own.csv", first).faults).toEqual([
      "own.csv: line 2: case: this promise, of that document on that day, stands in first.csv, line 2 already; leave it out here",
    ]);
  });

  it("is told of a day that has not come: one wrong year would make the record one of the future", () => {
    const { rows, faults } = readCases(csv(row()), "own.csv", [], "2000-01-01");
    expect(rows).toEqual([]);
    expect(faults).toEqual([
      expect.stringMatching(/^own\.csv: line 2: actual_date: \d{4}-\d\d-\d\d has not come yet; correct the year/),
    ]);
  });

  it("passes over a row that somebody emptied, and a second header where one file stands behind another", () => {
    const [head = ""] = csv(row()).split("\n");
    const empty = ",".repeat(head.split(",").length - 1);
    const { rows, faults } = readCases(
      `${csv(row())}\n${empty}\n${head}\n${csv(row({ id: "two" })).split("\n")[1]}`,
      "own.csv",
    );
    expect([rows.map(({ id }) => id).length, faults]).toEqual([2, []]);
  });

  it("is told of an id that another file has", () => {
    const first = readCases(csv(row()), "first.csv").rows;
    expect(readCases(csv(row()), "own.csv", first).faults).toEqual([
      'own.csv: line 2: id: "paper-1" stands in first.csv, line 2 already; give this row one of its own',
    ]);
  });

  it.each([
    ["empty", "", `own.csv: is empty; its first line names the columns: ${HEADER.join(", ")}`],
    [
      "another list",
      "name,price\napples,3",
      `own.csv: line 1: names no column of a record, and nothing below was read; the first line has to be ${HEADER.join(",")}`,
    ],
    [
      "without a column",
      csv(row()).replaceAll(",status,", ",state,"),
      'own.csv: line 1: the column status is missing, and nothing below was read; add it, with empty cells where there is nothing to say; did you mean "state"?',
    ],
    [
      "without two",
      csv(row()).replace("status,censored_on", "x,y"),
      "own.csv: line 1: the columns status, censored_on are missing, and nothing below was read; add them, with empty cells where there is nothing to say",
    ],
    [
      "with a column twice",
      csv(row()).replace("sources", "sources,id"),
      "own.csv: line 1: the column id stands there twice; remove one of them",
    ],
    [
      "endless",
      "x".repeat(4_000_001),
      "own.csv: has more than 4000000 characters and was not read; a record has a short line for each promise",
    ],
  ])("that is %s has one fault", (_, text, sentence) => {
    expect(readCases(text, "own.csv")).toEqual({ rows: [], faults: [sentence] });
  });

  it("is read up to a bound of rows", () => {
    const { faults } = readCases(csv(...Array.from({ length: 20_001 }, (_, at) => row({ id: `${at}` }))), "own.csv");
    expect(faults).toEqual([
      "own.csv: line 20002: more than 20000 rows; from here on nothing was read; put them in a file of their own",
    ]);
  });

  it.each([
    ["javascript:alert(1)", undefined],
    ["javascript:alert(1)//example.org/a", undefined],
    ["data:text/html,x/y.com/z", undefined],
    ["https://good.org@evil.example/x", undefined],
    ["example.org", undefined],
    ["example.org/a…", undefined],
    ["AP example.org/a (copy)", "https://example.org/a"],
    ["http://example.org/a?b=c", "http://example.org/a?b=c"],
    ['example.org/"onmouseover=x', undefined],
  ])("links a source only where it is a web address: %s", (sources, link) => {
    const [found] = readCases(csv(row({ sources })), "own.csv").rows;
    expect(found?.sources).toEqual([{ text: sources, link }]);
  });

  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom("2021-10-12", '"', "=1+1", "\u0000"),
  );
  test("never makes it throw, whatever it says", [fc.string({ unit: "binary" })], (text) => {
    expect(() => readCases(text, "own.csv")).not.toThrow();
    expect(() => readCases(csv(text), "own.csv")).not.toThrow();
  });
  test(
    "keeps its good rows, whatever stands in a bad one",
    [fc.array(cell, { minLength: 13, maxLength: 13 })],
    (cells) => {
      const bad = cells.map((one) => `"${one.replaceAll('"', '""').replace(/[\r\n]/g, " ")}"`).join(",");
      const { rows, faults } = readCases(csv(row({ id: "first" }), bad, row({ id: "last" })), "own.csv");
      expect(rows.map(({ id }) => id)).toEqual(["first", "last"]);
      expect(faults).toHaveLength(1);
      expect(faults[0]).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    },
  );
  it("is linear in a text of quotes", () => {
    const started = performance.now();
    readCases(csv(...Array.from({ length: 20_000 }, () => `"${"x,".repeat(20)}`)), "own.csv");
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
