/** A form says what the watch says: sent as it was shown it changes nothing, and what is typed is read as it is shown again. */
import { readFileSync } from "node:fs";
import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Plain } from "../../../src/config/rewrite.ts";
import { editedText } from "../../../src/upkeep/save.ts";
import { changeIn } from "../../../src/web/edit/change.ts";
import { type Codec, facts, GROUPS, LINE, SHORT, WORDS } from "../../../src/web/edit/codecs.ts";
import { editPage } from "../../../src/web/edit/page.ts";
import { Faults } from "../../../src/web/forms/faults.ts";
import { filled } from "../../../src/web/forms/filled.ts";
import { Posted } from "../../../src/web/forms/posted.ts";
import { person } from "../../stand-ins/persons.ts";
import { fc, test } from "../../stand-ins/properties.ts";
import { readerIn } from "../../stand-ins/reader.ts";

const TEXT = readFileSync("config/watches/xinjiang-assessment.yaml", "utf8");
const STANDING = parse(TEXT) as Plain;
const AT = "2026-01-01T12:00:00Z";

/** What a browser sends of the form as it is shown. */
async function asShown(standing: Plain): Promise<URLSearchParams> {
  const visit = { reader: readerIn("en"), name: "Ana", token: () => "t", done: undefined, typed: "" };
  const editing = { watch: { id: "w", title: "T" }, standing, mark: "m", shown: filled(), faults: new Faults() };
  const $ = load(String(await editPage(visit, editing)));
  const fields = $("form").serializeArray();
  return new URLSearchParams(
    fields.map(({ name, value }): [string, string] => [name, value.replace(/\r?\n/g, "\r\n")]),
  );
}

describe("the shipped watch, with all that a watch can say", () => {
  it("is as it was when its form is sent as it was shown", async () => {
    const form = new Posted(await asShown(STANDING), person("Ana"));
    const { edits, watch, faults } = changeIn(readerIn("en").words.forms, STANDING, form, "xinjiang-assessment", AT);
    expect(faults.rest()).toEqual([]);
    expect(watch?.id).toBe("xinjiang-assessment");
    expect(editedText(TEXT, edits)).toBe(TEXT);
  });

  it("keeps its comments when one thing of it is changed", async () => {
    const fields = await asShown(STANDING);
    fields.set("sources.latest.url", "https://www.ohchr.org/en/news (since 2022-02-22)");
    const { edits } = changeIn(
      readerIn("en").words.forms,
      STANDING,
      new Posted(fields, person("Ana")),
      "xinjiang-assessment",
      AT,
    );
    const lines = editedText(TEXT, edits).split("\n");
    const changed = TEXT.split("\n").flatMap((line, index) => (line === lines[index] ? [] : [lines[index]]));
    expect(changed).toEqual([
      "    url: {url: https://www.ohchr.org/en/news, since: 2022-02-22} # the day is our assumption",
    ]);
  });
});

describe("what is shown is read as it was", () => {
  const term = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
    .map((text) => LINE.show(text).replaceAll(/["”]/g, ""))
    .filter((text) => text !== "" && LINE.show(text) === text);
  const since = fc.constantFrom("2022-09-08", "1999-01-31");
  const fact = (name: string) => fc.oneof(term, fc.record({ [name]: term, since }));
  const ways: [string, Codec, fc.Arbitrary<unknown>][] = [
    ["titles, a line each", facts("title"), fc.array(fact("title"), { minLength: 1 })],
    ["words with commas between", WORDS, fc.array(fact("word"), { minLength: 1 })],
    ["groups, a line each", GROUPS, fc.array(fc.array(fact("word"), { minLength: 1 }), { minLength: 1 })],
    ["a name for each language", SHORT, fc.record({ en: term, fr: term })],
  ];
  for (const [name, codec, said] of ways)
    test<[unknown]>(name, [said], (value) => expect(codec.read(codec.show(value))).toEqual(value));

  it("lines without an end are read in time that grows with them", () => {
    const started = process.cpuUsage();
    for (const text of [
      "(since ".repeat(100_000),
      `"${"a,".repeat(200_000)}`,
      " ".repeat(400_000),
      '"'.repeat(300_000),
    ])
      for (const codec of [facts("title"), WORDS, GROUPS, SHORT]) codec.read(text);
    expect(process.cpuUsage(started).user).toBeLessThan(4_000_000);
  });
});
