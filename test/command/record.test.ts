/** `record`, as people and scripts use it. */
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call, rehearsal } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { KNOWING_CONFIG } from "../stand-ins/knowing-config.ts";
import { publishedReport } from "../stand-ins/ohchr.ts";

const SHIPPED = new URL("../../config/", import.meta.url).pathname;

/** A config of one's own, with a record file beside it. */
async function configWith(csv: string | undefined, watch = (text: string) => text) {
  const place = await folder();
  await cp(join(SHIPPED, "watches"), join(place, "watches"), { recursive: true });
  const { readFile } = await import("node:fs/promises");
  const file = join(place, "watches/xinjiang-assessment.yaml");
  await writeFile(file, watch(await readFile(file, "utf8")));
  await writeFile(join(place, "coming-weeks.yaml"), "record: { files: [mine.csv] }\n");
  if (csv !== undefined) await writeFile(join(place, "mine.csv"), csv);
  const data = join(place, "data");
  await mkdir(data);
  const environment = { COMING_WEEKS_CONFIG: join(place, "coming-weeks.yaml"), COMING_WEEKS_DATA: data };
  return { record: (...args: string[]) => call(["record", ...args], environment), environment };
}

const HEAD =
  "id,case,promise_date,phrase,speaker,kind,literal_earliest,literal_latest,actual_date,status,censored_on,found_by,sources";
const row = (id: string, more = "in the coming weeks") =>
  `${id},Library report,2020-01-01,${more},the office,vague-weeks,2020-01-08,2020-02-26,2020-02-01,published,,phrase,https://library.example.org/news`;

describe("record", () => {
  it.each([
    ["2021-12-10", "about 15 in 100 (8 to 40)", "6 February 2022", "about 91 in 100 (86 to 98)"],
    ["2022-02-05", "about 37 in 100 (30 to 58)", "26 March 2022", "about 82 in 100 (76 to 93)"],
    ["2022-06-13", "about 10 in 100 (8 to 26)", "6 September 2022", "about 47 in 100 (40 to 73)"],
    ["2022-08-25", "about 31 in 100 (26 to 52)", "27 October 2022", "about 10 in 100 (8 to 24)"],
  ])("says of the first watch on %s what the next 30 days hold", async (at, next, middle, byAugust) => {
    const { data } = await rehearsal();
    const { out, code } = await call([
      "record",
      "--watch",
      "xinjiang-assessment",
      "--at",
      at,
      "--by",
      "2022-08-31",
      "--data",
      data,
    ]);
    const said = out.replace(/\s+/g, " ");
    expect(code).toBe(0);
    expect(said).toContain(`In the next 30 days: ${next}.`);
    expect(said).toContain(`Middle guess: ${middle}.`);
    expect(said).toContain(byAugust);
  });

  it("prints the rows behind it, with where they can be read, and what the record cannot say", async () => {
    const { data } = await rehearsal();
    const asked = ["record", "--watch", "xinjiang-assessment", "--at", "2022-02-05", "--data", data];
    const some = (await call(asked)).out;
    expect(some.replace(/\s+/g, " ")).toContain("Of 17 promises worded in weeks (13 documents), 8 were kept");
    expect(some).toContain("and 12 more: --rows");
    expect(some).toContain("https://dnyuz.com/?p=44481");
    expect(some.replace(/\s+/g, " ")).toContain("82 of 119 found by a neutral search were kept");
    expect((await call([...asked, "--rows"])).out.match(/^ {2}• /gm)).toHaveLength(17);
  });

  it("without a watch adds the record as a whole", async () => {
    const { data } = await rehearsal();
    const { out } = await call(["record", "--at", "2022-02-05", "--data", data]);
    expect(out).toContain("372 promises of 219 documents, as of 28 June 2026");
    expect(out).toContain("8 of 18 worded in weeks (14 documents)");
  });

  it("is an object with units, for a script", async () => {
    const { data } = await rehearsal();
    const { lines } = await call(["record", "--at", "2022-02-05", "--json", "--data", data]);
    expect(lines).toMatchObject([
      {
        type: "record",
        watch: "xinjiang-assessment",
        odds: {
          as_of: "2026-06-28",
          day: 57,
          promise: { said: "2021-12-10", kind: "vague-weeks", earliest: "2021-12-17", latest: "2022-02-04" },
          basis: { promises: 17, kept: 8, documents: 13, all_promises: 327, leans_on_all: false },
          next_30_days: { by: "2022-03-06", chance: expect.closeTo(0.366, 3), low: expect.closeTo(0.303, 3) },
          middle: "2022-03-26",
        },
      },
    ]);
    expect(lines[0]?.rows).toHaveLength(17);
  });

  it("of what is out says how it ended, and what the record gave by then", async () => {
    const { origin, check, data } = await rehearsal();
    await check("--at", "2022-08-30T12:00:00Z");
    Object.assign(origin.pages, publishedReport());
    await check("--at", "2022-08-31T21:52:00Z");
    const { out } = await call(["record", "--watch", "xinjiang-assessment", "--at", "2022-09-06", "--data", data]);
    expect(out.replace(/\s+/g, " ")).toContain(
      "Out on 31 August 2022, day 264 since “in the coming weeks”. The record gave about 91 in 100 (86 to 98) by day 264",
    );
  });

  it("says why nothing is said before the day of a floor", async () => {
    const { data } = await rehearsal();
    const { out } = await call(["record", "--watch", "xinjiang-assessment", "--at", "2022-01-29", "--data", data]);
    expect(out.replace(/\s+/g, " ")).toContain(
      "It was said not to come before 4 February 2022: before that day no chance is given.",
    );
  });

  it("does not say that none was kept where nobody has looked", async () => {
    const { data, check } = await rehearsal();
    const asked = ["record", "--watch", "xinjiang-assessment", "--at", "2022-03-01T12:00:00Z", "--data", data];
    expect((await call(asked)).out).not.toContain("none kept");
    await check("--at", "2022-03-01T12:00:00Z");
    expect((await call(asked)).out).toContain("1 promise in this watch, none kept.");
  });

  it("has nothing to say where the watch has it switched off", async () => {
    const { record } = await configWith(HEAD, (text) =>
      text.replace("record:\n  case: OHCHR Xinjiang assessment", "record: off"),
    );
    expect((await record("--watch", "xinjiang-assessment", "--at", "2022-02-05")).out).toContain("switched off");
  });
});

describe("record --check", () => {
  it("holds the method against the literal reading, each document left out in turn", async () => {
    const { lines, code } = await call(["record", "--check", "--json"]);
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      {
        rows: 354,
        cases: 214,
        byKind: {
          logScore: expect.closeTo(4.274, 1),
          brier30: expect.closeTo(0.092, 2),
          brier90: expect.closeTo(0.107, 2),
        },
        literal: { logScore: expect.closeTo(5.13, 1), brier30: expect.closeTo(0.117, 2) },
      },
    ]);
    expect((await call(["record", "--check"])).out).toContain(
      "354 promises of 214 documents, each document left out in turn",
    );
  });
});

describe("record --scores", () => {
  it("says so where none can be scored yet", async () => {
    const { data } = await rehearsal();
    expect((await call(["record", "--scores", "--data", data])).out).toContain("No forecast can be scored yet");
  });

  it("leaves out what was told by a record of later days, as a replay tells it", async () => {
    const { origin, check, data } = await rehearsal();
    for (const day of ["2021-12-10", "2021-12-18", "2021-12-26"]) await check("--at", `${day}T12:00:00Z`);
    Object.assign(origin.pages, publishedReport());
    await check("--at", "2022-08-31T21:52:00Z");
    const { lines } = await call(["record", "--scores", "--json", "--data", data, "--at", "2022-09-06"]);
    expect(lines).toEqual([{ type: "scores", sent: 0, scored: 0, inHindsight: 2, scores: null }]);
  });
});

describe("a person’s own rows", () => {
  it("count beside those that ship", async () => {
    const { record } = await configWith([HEAD, row("mine-1"), row("mine-2")].join("\n"));
    const { out, code } = await record("--watch", "xinjiang-assessment", "--at", "2022-02-05");
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain("Of 19 promises worded in weeks (14 documents), 10 were kept");
  });

  it("with a fault are told, each in a sentence with its line and column; all others count", async () => {
    const bad = row("mine-3").replace("2020-02-01,published", "01/02/2020,published");
    const { record, environment } = await configWith(
      [HEAD, row("mine-1"), bad, row("mine-1"), row("mine-2")].join("\n"),
    );
    const { out, error, code } = await record("--watch", "xinjiang-assessment", "--at", "2022-02-05");
    expect(code).toBe(1);
    expect(out.replace(/\s+/g, " ")).toContain("Of 19 promises");
    expect(error.trim().split("\n")).toEqual([
      expect.stringMatching(
        /mine\.csv: line 3: actual_date: "01\/02\/2020" is not a date; write YYYY-MM-DD, so 2020-02-01 or 2020-01-02$/,
      ),
      expect.stringMatching(/mine\.csv: line 4: id: "mine-1" stands in .*mine\.csv, line 2 already/),
    ]);
    const validated = await call(["validate"], environment);
    expect([validated.code, validated.error]).toEqual([2, expect.stringContaining("line 3: actual_date")]);
  });

  it("in a file that is not there are a fault of the settings", async () => {
    const { record } = await configWith(undefined);
    const { error, code } = await record();
    expect([code, error]).toEqual([2, expect.stringMatching(/mine\.csv: cannot be read/)]);
  });

  it("are what a watch makes, ready to add, once it was read; before that nobody knows how its promises went", async () => {
    const { check, data } = await rehearsal();
    const asked = ["record", "--export", "xinjiang-assessment", "--data", data, "--at", "2022-03-01"];
    expect(await call(asked)).toMatchObject({ code: 2, out: "", error: expect.stringContaining("was ever read") });
    await check("--at", "2022-02-28T12:00:00Z");
    const { out, code } = await call(asked);
    expect(code).toBe(0);
    expect(out).toContain(",open,2022-02-27,");
    const own = out.replaceAll("xinjiang-assessment-", "mine-").replaceAll("OHCHR Xinjiang assessment", "Another");
    const again = await configWith(own);
    expect((await again.record("--watch", "xinjiang-assessment", "--at", "2022-02-05")).error).toBe("");
  });
});

it("a document that the record does not have is warned of: its own rows would count", async () => {
  const { environment } = await configWith(HEAD, (text) =>
    text.replace("case: OHCHR Xinjiang assessment", "case: OHCHR Xinjiang asessment"),
  );
  const { out } = await call(["validate"], environment);
  expect(out).toMatch(
    /Warning: .*record\.case: there is no "OHCHR Xinjiang asessment" in the record; did you mean "OHCHR Xinjiang assessment"\?/,
  );
});

it("a chance is for the day that is asked about or a later one", async () => {
  const { code, error } = await call(["record", "--at", "2022-02-05", "--by", "2022-01-01"]);
  expect([code, error.trim()]).toEqual([
    2,
    "--by 2022-01-01: is before 2022-02-05, the day that is asked about; give that or a later one",
  ]);
});

it("one thing is asked at a time, of a watch that there is", async () => {
  expect(await call(["record", "--check", "--scores"])).toMatchObject({
    code: 2,
    error: expect.stringContaining("give one of them"),
  });
  expect(await call(["record", "--watch", "none"], { COMING_WEEKS_CONFIG: KNOWING_CONFIG })).toMatchObject({ code: 2 });
});
