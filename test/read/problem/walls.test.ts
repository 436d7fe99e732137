/** Every wall is a wall, whatever was to be read behind it, and is named by whose it is; what it says of the refusal is kept for its keeper. */
import { describe, expect, it } from "vitest";
import { type HowToRead, readHead } from "../../../src/read/head.ts";
import { wallMarks } from "../../../src/read/problem/wall-marks.ts";
import { readBody } from "../../../src/read/read.ts";
import { isWalled } from "../../../src/read/reading.ts";
import { answer } from "../../stand-ins/answer.ts";
import { WALLS, type Wall } from "../../stand-ins/walls.ts";

const KINDS: HowToRead[] = [
  { kind: "listing", ignore: [] },
  { kind: "page", ignore: [] },
  { kind: "feed", ignore: [] },
  { kind: "sitemap", ignore: [] },
  { kind: "json", ignore: [], paths: { items: "$.data[*]", title: ["$.title"] } },
  { kind: "document", ignore: [] },
];
const walls: [string, Wall][] = Object.entries(WALLS);

async function readingOf({ answer: { status = 200, headers = {}, body = "" } }: Wall, how: HowToRead) {
  const capture = answer({ url: "https://www.example.org/a", status, headers, wire: Buffer.from(body) });
  return readHead(capture, how) ?? (await readBody(capture, how, "Europe/Zurich")).reading;
}

describe.each(walls)("%s", (_, wall) => {
  it.each(KINDS.map((how) => [how.kind, how] as const))("where a %s should be", async (__, how) => {
    const reading = await readingOf(wall, how);
    expect(reading).toMatchObject({ kind: "problem", problem: "blocked" });
    expect(isWalled(reading as { problem: string; detail: string })).toBe(true);
    const named = wall.vendor ? new RegExp(`\\(${wall.vendor}\\)`) : /^[^()]*$/;
    expect(reading).toMatchObject({ detail: expect.stringMatching(named) });
  });
});

it.each(walls.filter(([, { reference, visitor }]) => reference ?? visitor))(
  "of %s, its keeper is told the reference",
  (_, wall) => {
    const { headers = {}, body = "" } = wall.answer;
    const { references, visitor } = wallMarks(headers, String(body));
    expect(references.map((pair) => pair.join(" "))).toContainEqual(wall.reference);
    expect(visitor).toBe(wall.visitor);
  },
);

describe("what a hostile wall says", () => {
  it.each([
    ["of no address", "Your IP: <b>nobody</b>"],
    ["far behind its name", `Your IP address: ${"x ".repeat(400)} 203.0.113.7`],
    ["that is none", "Your IP: 999.1.2.3"],
    ["of a version", "Your IP tool 1.2.3 of today"],
  ])("%s is no address of ours", (_, body) => {
    expect(wallMarks({}, body).visitor).toBeUndefined();
  });

  it("of several lines, or without end, is one short line", () => {
    const { references } = wallMarks({ "cf-ray": `a\u001b[31m\r\nX-Evil: ${"b".repeat(5000)}` });
    expect(references).toEqual([["cf-ray", expect.stringMatching(/^[ -~]{1,120}$/)]]);
  });

  it.each([
    ["tags without end", `Your IP ${"<".repeat(1_000_000)}`],
    ["names without end", "your ip ".repeat(200_000)],
    ["references without end", "Reference #".repeat(200_000)],
    ["spaces without end", `Reference${" ".repeat(1_000_000)}`],
    ["digits without end", `Incident ID: ${"1".repeat(1_000_000)}`],
  ])("of %s takes no time", (_, body) => {
    const started = performance.now();
    wallMarks({}, body);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
