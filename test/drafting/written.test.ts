/** The file that `add` writes says what was agreed, whatever the words are. */
import { beforeEach, describe, expect, it } from "vitest";
import { parseWatch } from "../../src/config/load.ts";
import { draft } from "../../src/drafting/draft.ts";
import type { Draft } from "../../src/drafting/drafted.ts";
import { written } from "../../src/drafting/written.ts";
import { drafting } from "../stand-ins/drafting.ts";
import { listing } from "../stand-ins/ohchr.ts";
import { fc, test } from "../stand-ins/properties.ts";

const SITE = "https://www.office.example.org";
const rows = [1, 2, 3].map((day) => ({ title: `Report number ${day} on roads`, date: `${day} April 2022` }));
const text = fc
  .string({ minLength: 1, maxLength: 80, unit: "grapheme" })
  .filter((said) => said.trim() === said && said !== "");

let made: Draft;
beforeEach(async () => {
  const { tools } = await drafting({ "/news": listing(rows) }, [SITE]);
  const said = {
    title: "Report on the Marlow Harbour fire",
    by: "the chair",
    on: "2022-05-01",
    words: "in the coming weeks",
  };
  made = await draft(tools, { ...said, site: `${SITE}/news` }, [], { seen: new Map(), samples: new Map() });
});

function read(given: Draft) {
  const faults: string[] = [];
  const watch = parseWatch({ place: "x.yaml", name: "x.yaml", text: written(given) }, faults);
  expect(faults).toEqual([]);
  return watch;
}

describe("a draft, written and read again", () => {
  test(
    "is the same watch, whatever people wrote",
    [text, text, text, fc.array(text, { minLength: 1, maxLength: 4 })],
    (title, name, by, words) => {
      const [statement] = made.watch.statements;
      if (!statement) throw new Error("a promise");
      const watch = {
        ...made.watch,
        ...{ title, publisher: { ...made.watch.publisher, name }, statements: [{ ...statement, by }] },
        evidence: { ...made.watch.evidence, titles: [title], subject: [words], topic: words },
      };
      expect(read({ ...made, watch })).toMatchObject({
        title,
        publisher: { name },
        statements: [{ by }],
        evidence: { titles: [title], subject: [words], topic: words },
      });
    },
  );

  it("says in comments what to change, in lines that are not too long", () => {
    const lines = written(made).split("\n");
    expect(lines.filter((line) => line.includes("# ")).length).toBeGreaterThan(6);
    expect(lines.filter((line) => line.length > 160)).toEqual([]);
  });
});
