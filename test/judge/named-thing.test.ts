/** Whose timing a sentence tells: that of the thing that is awaited, or of something else that stands beside it. */
import { describe, expect, it } from "vitest";
import { timingIn } from "../../src/commitment/timing.ts";
import { matcherFor } from "../../src/judge/match.ts";
import { namer } from "../../src/judge/named-thing.ts";
import { watchOf } from "../stand-ins/office.ts";

const SAID = "2024-04-10";
const matcher = matcherFor(
  watchOf(
    { title: "Inquiry into the Elm Street fire", subject: [["Elm Street"], ["inquiry", "report"]] },
    "2024-03-01",
  ),
);

/** Whether the last of some sentences, under a heading, promises the thing. */
function isPromised(text: string, heading = "Elm Street inquiry: where we are"): boolean {
  const isNamed = namer(matcher, heading);
  const sentences = text.match(/[^.!?]+[.!?]?/g) ?? [];
  let last = false;
  for (const sentence of sentences) {
    const isMeant = isNamed(sentence.trim());
    const timing = timingIn(sentence.trim(), SAID);
    last = timing !== undefined && isMeant(timing.of);
  }
  return last;
}

describe("the thing itself", () => {
  it.each([
    "The report will be published in May.",
    "The inquiry’s final report will be published by the end of June.",
    "We will publish our report next week.",
    "The Commission expects to publish the report on the Elm Street fire in the autumn.",
    "The chair said that it would be out soon.",
    "It will be shown to the Minister first. She told reporters it would be out before the end of May.",
    "The inquiry is nearly done. It will be published before the end of May.",
    "Publication of the report is now planned for September.",
    "The report has been delayed and will now be published in September.",
    "Before the end of the year the report will be published.",
    "Our report on the state of the buildings in Elm Street is due to be out this week.",
    "The report, together with its annexes, will be published at 10am on 14 May.",
    "The inquiry is committed to publishing its report by the end of May.",
    "Dame Ann Price will publish her report next Wednesday.",
    "The report is now planned for September.",
  ])("“%s”", (text) => expect(isPromised(text)).toBe(true));

  it("named in full, under a heading that names something else", () => {
    expect(isPromised("Our Elm Street report will be published in May.", "Press briefing notes")).toBe(true);
    expect(isPromised("The report will be published in May.", "Press briefing notes")).toBe(false);
  });
});

describe("something else", () => {
  it.each([
    ["another paper", "The annual accounts of the inquiry will be published in May."],
    ["another paper", "The inquiry will publish a progress bulletin next week."],
    ["another paper", "The tower blocks report will be published in May."],
    ["another paper on it", "A further statement on the inquiry will be published next week."],
    ["a part of it", "The inquiry’s list of exhibits will be available on 3 May."],
    ["another report", "The report on school roofs will be published in May."],
    ["another report", "The report of the Mill Lane inquiry will be published in May."],
    ["another report, behind an aside", "A second report, on roofs, will be published in May."],
    ["what stands behind an aside", "The Council’s budget, adopted on Monday, will be published in May."],
    ["what it decides", "The inquiry will release the names of its members on Friday."],
    ["another office’s", "The Fire Brigade’s report will be published in May."],
    ["another office’s", "The City Council will publish its report on Elm Street in May."],
    ["people", "The inquiry’s counsel will be available for interviews on Friday."],
    ["an event", "The inquiry is expected to hear forty witnesses in May."],
    ["an event", "The inquiry is due to sit again in June."],
    ["a step", "The report will be released to the Minister in May."],
    ["a step", "The report will be discussed in June."],
    ["another’s date", "The report will be published together with plans as of 31 May."],
    ["another’s date", "Publication of the report is a matter for the Council, which meets on 3 May."],
    ["“it” that is something else", "The office has made an app. It will be released in May."],
    ["a name", "The report will be published by May Whitlock."],
    ["a count from another day", "The report will be published two weeks before the trial opens on 3 June."],
    ["a count from another day", "The report will be published within 30 days of receipt."],
  ])("%s: “%s”", (_, text) => expect(isPromised(text)).toBe(false));
});
