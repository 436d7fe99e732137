import { describe, expect, it } from "vitest";
import { daysIn, whoAndWhen } from "../../src/discord/who-and-when.ts";
import { fc, test as property } from "../stand-ins/properties.ts";

describe("a name and a day in one line", () => {
  it.each<[string, string, string | undefined]>([
    ["Jane Doe, spokesperson, 10 December 2021", "Jane Doe, spokesperson", "2021-12-10"],
    ["the chair (2022-05-01)", "the chair", "2022-05-01"],
    ["the chair on May 3, 2022", "the chair", "2022-05-03"],
    ["31/12/2021: the chair", "the chair", "2021-12-31"],
    ["le porte-parole, le 10 décembre 2021", "le porte-parole", "2021-12-10"],
    ["the chair of the 2021-01-01 inquiry, 3 May 2022", "the chair of the 2021-01-01 inquiry", "2022-05-03"],
    ["the chair, 3/4/2022", "the chair", "open"],
    ["the chair, 31 June 2022", "the chair, 31 June 2022", undefined],
    ["Jane Doe, of 12 offices", "Jane Doe, of 12 offices", undefined],
    ["10 December 2021", "", "2021-12-10"],
  ])("%s", (line, by, on) => {
    expect(whoAndWhen(line, "en")).toEqual({ by, on });
  });

  property("is read of any text at all", [fc.string({ maxLength: 250, unit: "grapheme" })], (line) => {
    const { by } = whoAndWhen(line, "fr");
    expect(by.length).toBeLessThanOrEqual(line.length);
  });
});

describe("days in a line", () => {
  it.each<[string, string[] | undefined]>([
    ["2022-01-03, 2022-01-17, 2022-02-04", ["2022-01-03", "2022-01-17", "2022-02-04"]],
    ["30 June 2022", ["2022-06-30"]],
    ["soon", []],
    ["2022-01-03, 3/4/2022", undefined],
  ])("%s", (text, days) => {
    expect(daysIn(text, "en")).toEqual(days);
  });
});
