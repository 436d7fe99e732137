/** A watch's file that is changed by the program says what it is to say, and is otherwise as a person wrote it. */
import { readFileSync } from "node:fs";
import { diffLines } from "diff";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Plain, rewritten } from "../../src/config/rewrite.ts";

const SHIPPED = readFileSync(new URL("../../config/watches/xinjiang-assessment.yaml", import.meta.url), "utf8");

/** The lines that came and went. */
function differing(before: string, after: string): string[] {
  return diffLines(before, after).flatMap(({ value, added, removed }) =>
    added || removed
      ? value
          .trimEnd()
          .split("\n")
          .map((line) => `${added ? "+" : "-"}${line}`)
      : [],
  );
}

type Statement = { on: string; by: string; phrase: string };
const items = (says: Plain, field: string) => says[field] as Plain[];

describe("the shipped watch", () => {
  it.each<[string, (says: Plain) => void, string[]]>([
    [
      "a statement is added at the end of those there are",
      (says) => items(says, "statements").push({ on: "2022-08-31", by: "A", phrase: "tonight" } satisfies Statement),
      ["+  - on: 2022-08-31", "+    by: A", "+    phrase: tonight"],
    ],
    ["it is paused", (says) => Object.assign(says, { paused: true }), ["+paused: true"]],
    [
      "a source is paused, with its comment kept",
      (says) => Object.assign(items(says, "sources")[1] ?? {}, { paused: true }),
      ["+    paused: true"],
    ],
    [
      "a source is taken out",
      (says) => void items(says, "sources").splice(4, 1),
      [
        "-  - id: country-page",
        "-    name: the China page",
        "-    kind: page",
        "-    url: { url: https://www.ohchr.org/en/countries/china, since: 2022-02-21 }",
        "-    formerly: [https://www.ohchr.org/EN/Countries/AsiaRegion/Pages/CNIndex.aspx]",
        "-    existence: likely",
        "-    every: 30m",
      ],
    ],
    [
      "a name is changed beside its comment",
      (says) => Object.assign(says.publisher as Plain, { name: "OHCHR: the office" }),
      ["-  name: UN human rights office (OHCHR)", '+  name: "OHCHR: the office"'],
    ],
    [
      "a host is added to those in a row",
      (says) => (says.publisher as { hosts: string[] }).hosts.push("media.un.org"),
      [
        "-  hosts: [www.ohchr.org, ohchr.org] # only these can prove publication; every other host can at most signal",
        "+  hosts: [www.ohchr.org, ohchr.org, media.un.org] # only these can prove publication; every other host can at most signal",
      ],
    ],
    ["nothing is changed", () => undefined, []],
  ])("%s", (_, change, lines) => {
    const text = rewritten(SHIPPED, change);
    expect(differing(SHIPPED, text)).toEqual(lines);
  });
});

it("whatever is changed, the text says what it is to say", () => {
  // JSON and YAML know of no −0.
  const value = fc.jsonValue({ maxDepth: 2, noUnicodeString: false }).map((one) => JSON.parse(JSON.stringify(one)));
  const field = fc.constantFrom("title", "statements", "sources", "evidence", "x", "short", "publisher");
  fc.assert(
    fc.property(fc.array(fc.tuple(field, value), { maxLength: 4 }), fc.nat(6), (fields, cut) => {
      const change = (says: Plain) => {
        for (const [name, to] of fields) says[name] = to;
        if (Array.isArray(says.sources)) says.sources.splice(cut, 2);
      };
      const wanted = parse(SHIPPED) as Plain;
      change(wanted);
      expect(parse(rewritten(SHIPPED, change))).toEqual(JSON.parse(JSON.stringify(wanted)));
    }),
    { numRuns: 60 },
  );
});
