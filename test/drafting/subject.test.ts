/** The groups of words that a title is proposed as: what it is about, and what kind of thing it is. */
import { describe, expect, it } from "vitest";
import { subjectOf } from "../../src/drafting/subject.ts";

const REPORT = "report, review, assessment, findings, inquiry, investigation, study, evaluation, audit".split(", ");

describe("a title gives its subject and its kind", () => {
  it.each<[string, string, string[]]>([
    [
      "Sue Gray's report on gatherings in Downing Street",
      "GOV.UK www.gov.uk",
      ["Sue Gray", "gatherings", "Downing Street"],
    ],
    ["Report on the Marlow Harbour fire", "The Office", ["Marlow Harbour", "fire"]],
    ["Draghi report on European competitiveness", "European Commission", ["Draghi", "competitiveness"]],
    ["Inspector General's report on FISA abuse", "Office of the Inspector General", ["FISA", "abuse"]],
    ["Independent Report Of Children's Social Care", "The Office", ["Children", "Social", "Care"]],
    ["Report on the situation in 2024", "The Office", ["situation", "2024"]],
  ])("%s", (title, publisher, subject) => {
    expect(subjectOf(title, publisher).groups).toEqual([subject, REPORT]);
  });

  it("leaves out the publisher's own words and those of many things, and says so", () => {
    const { groups, leftOut } = subjectOf(
      "OHCHR assessment of the human rights situation in Xinjiang",
      "UN human rights office (OHCHR)",
    );
    expect(groups[0]).toEqual(["Xinjiang"]);
    expect(leftOut).toEqual([
      { word: "OHCHR", because: "publisher" },
      { word: "human", because: "publisher" },
      { word: "rights", because: "publisher" },
      { word: "situation", because: "says-little" },
    ]);
  });

  it("knows kinds and countries in the languages of the site", () => {
    const { groups } = subjectOf("Report on Ukraine", "The Office", ["en", "fr", "ru"]);
    expect(groups[0]).toEqual(["Ukraine", "Украина"]);
    expect(groups[1]).toEqual(expect.arrayContaining(["report", "rapport", "доклад"]));
  });

  it("finds the kind where the language puts it", () => {
    expect(subjectOf("National data strategy", "x").groups).toEqual([
      ["data"],
      expect.arrayContaining(["strategy", "plan"]),
    ]);
    expect(subjectOf("Rapport sur les prisons", "x", ["fr"]).groups[1]).toContain("enquête");
    expect(subjectOf("关于新疆的报告", "x").groups[1]).toContain("报告");
  });

  it("has one group where the title names no kind, and no topic where it names nothing else", () => {
    expect(subjectOf("Brexit", "x").groups).toEqual([["Brexit"]]);
    expect(subjectOf("The report", "x")).toMatchObject({ groups: [REPORT], topic: [] });
  });
});
