/** `statement`: a word on timing that the bot proposes, and a person's answer, from the command line. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { call } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { LATEST_PATH, listing, ordinaryRows, page, SITE } from "../stand-ins/ohchr.ts";
import { startOrigin } from "../stand-ins/origin.ts";

const HEADLINE = "Press briefing notes: Xinjiang assessment";

/** A bot that looked, and then met a sentence that names a date. */
async function proposed() {
  const origin = await startOrigin({ [LATEST_PATH]: listing(ordinaryRows()) });
  onTestFinished(() => origin.close());
  const data = await folder();
  const there = ["--data", data];
  const check = (at: string) =>
    call(["check", "--json", "--all", ...there, "--origin", `${SITE}=${origin.address}`, "--at", at]);
  await check("2022-03-14T12:00:00Z");
  const item = { title: HEADLINE, url: "/en/briefing", date: "15 March 2022" };
  Object.assign(origin.pages, {
    [LATEST_PATH]: listing([item, ...ordinaryRows()]),
    "/en/briefing": page(
      `<h1>${HEADLINE}</h1><p>15 March 2022</p><p>The spokesperson said that the assessment would be published by the end of April\u0007.</p>`,
    ),
  });
  const { lines } = await check("2022-03-15T12:00:00Z");
  const told = lines.filter(({ kind }) => kind === "proposed");
  const statement = async (...words: string[]) =>
    call(["statement", ...words, ...there, "--at", "2022-03-15T13:00:00Z"]);
  const [listed] = (await statement("list", "--json")).lines.filter(({ type }) => type === "proposed");
  return { data, told, statement, id: String(listed?.id), listed };
}

describe("a proposed statement", () => {
  it("is told, and listed with what it would mean", async () => {
    const { told, listed, statement, id } = await proposed();
    expect(told).toHaveLength(1);
    expect(listed).toMatchObject({ state: "open", on: "2022-03-15", horizon: { latest: "2022-04-30" } });
    const { out } = await statement("list");
    expect(out).toContain("Proposed: statement add, or statement dismiss");
    expect(out).toContain(id);
    expect(out).not.toContain("\u0007");
  });

  it("that is added is told, listed, exported as YAML for the watch’s file, and replayed byte for byte", async () => {
    const { id, statement, data } = await proposed();
    const added = await statement("add", id.slice(0, 10), "--by", "Ana", "--said-by", "Rupert Colville, spokesperson");
    expect(added).toMatchObject({ code: 0, out: expect.stringContaining("New promise: ") });
    expect((await statement("list")).out).toMatch(
      /2022-03-15 {2}promise .*Rupert Colville.*at the latest 2022-04-30 \(added by Ana\)/,
    );
    expect(await statement("add", id)).toMatchObject({
      code: 0,
      out: "Already added, by Ana, on 2022-03-15 13:00 UTC.\n",
    });
    const otherwise = await statement("add", id, "--latest", "2022-05-15");
    expect(otherwise).toMatchObject({ code: 2, error: expect.stringContaining("added already") });
    expect(parse((await statement("export")).out)).toMatchObject({
      statements: [{ on: "2022-03-15", by: "Rupert Colville, spokesperson", phrase: "by the end of April" }],
    });
    const { lines } = await call(["status", "--json", "--data", data, "--at", "2022-03-16T12:00:00Z"]);
    expect(lines[0]).toMatchObject({ newest_promise: { promised_on: "2022-03-15", added_by: "a reviewer" } });
    const archive = join(data, "archive");
    const files = (await readdir(archive)).map((name) => join(archive, name));
    expect((await call(["replay", ...files])).out).toMatch(/As told then +all \d+, byte for byte/);
  });

  it("takes the dates of whoever knows better", async () => {
    const { id, statement } = await proposed();
    await statement("add", id, "--by", "Ana", "--latest", "2022-05-15");
    expect(parse((await statement("export")).out).statements[0].horizon).toEqual({
      earliest: "2022-03-15",
      likely: "2022-05-15",
      latest: "2022-05-15",
      basis: "dates given by a reviewer",
    });
  });

  it("that is dismissed counts for nothing", async () => {
    const { id, statement } = await proposed();
    expect(await statement("dismiss", id, "--by", "Ana")).toMatchObject({ code: 0, out: "Noted.\n" });
    expect(await statement("export")).toMatchObject({ code: 0, out: "", error: "Nobody has added a statement yet.\n" });
  });

  it("that is named or dated wrongly is one clear sentence and exit code 2", async () => {
    const { id, statement } = await proposed();
    for (const [words, sentence] of [
      [["add", "nonsense"], 'no proposed statement "nonsense"'],
      [["add", id, "--likely", "2022-05-01"], "want --latest beside them"],
      [["add", id, "--latest", "2022-05-01", "--likely", "2022-06-01"], "no later than the next"],
      [["add", id, "--latest", "May"], "Write a day such as"],
    ] as const)
      expect(await statement(...words)).toMatchObject({ code: 2, error: expect.stringContaining(sentence) });
  });
});
