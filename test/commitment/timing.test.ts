/** What a sentence says of when something will be published, and all the sentences that say nothing of it. */
import { describe, expect, it } from "vitest";
import { timingIn } from "../../src/commitment/timing.ts";
import { fc, test } from "../stand-ins/properties.ts";

const SAID = "2022-06-10"; // a Friday
const DAYS = [
  { on: "2022-08-31", names: ["her term", "her mandate"] },
  { on: "2022-07-21", names: ["the recess"] },
];

describe("a sentence said on Friday, 10 June 2022, promises", () => {
  it.each([
    [
      "The spokesperson told reporters that the office hopes to publish it in the coming weeks.",
      "in the coming weeks",
      "2022-08-05",
    ],
    ["The report is expected to be published by the end of the month.", "by the end of the month", "2022-06-30"],
    ["By the end of the year, the Commission will publish its report.", "By the end of the year", "2022-12-31"],
    ["She told reporters it would be out before her term ends.", "before her term ends", "2022-08-31"],
    ["The report will be published before the recess.", "before the recess", "2022-07-21"],
    [
      "The report on crimes committed in May 2021 will be released on 4 July 2022 in Geneva.",
      "on 4 July 2022",
      "2022-07-04",
    ],
    ["Publication of the report is planned for autumn 2022.", "for autumn 2022", "2022-11-30"],
    ["Report out next week", "next week", "2022-06-19"],
    ["Report due in September", "in September", "2022-09-30"],
    [
      "Asked when it would be released, the spokesperson said it would be published very soon.",
      "very soon",
      "2022-07-01",
    ],
    ["The report will be published no later than 31 August.", "no later than 31 August", "2022-08-31"],
    ["The report will be launched on Wednesday at a press conference.", "on Wednesday", "2022-06-15"],
    ["The office will make its assessment public within two weeks.", "within two weeks", "2022-06-24"],
    [
      "The report, which covers May to June 2021, is being finalised and will be made public shortly.",
      "shortly",
      "2022-07-22",
    ],
    [
      "Today the Inquiry sent its interim report to the Minister; the final report is expected in spring 2023.",
      "in spring 2023",
      "2023-05-31",
    ],
    ["The report is now scheduled for release in Geneva on 6 July 2022.", "on 6 July 2022", "2022-07-06"],
    ["We’ll publish the findings as soon as possible.", "as soon as possible", "2022-12-10"],
  ])("“%s”: “%s”, at the latest %s", (sentence, phrase, latest) => {
    expect(timingIn(sentence, SAID, DAYS)).toMatchObject({ bearing: "promise", phrase, horizon: { latest } });
  });
});

describe("a sentence says before when it will not come", () => {
  it.each([
    ["The report would not be out before the start of the games on 4 July.", "2022-07-04"],
    ["It is not going to be published until the recess.", "2022-07-21"],
    ["The spokesperson said that the report would not be out before September.", "2022-09-01"],
    ["The report will be published no earlier than 1 September.", "2022-09-01"],
    ["The report will not be published this week.", "2022-06-13"],
    ["It won’t be released today.", "2022-06-11"],
  ])("“%s”: not before %s", (sentence, notBefore) => {
    expect(timingIn(sentence, SAID, DAYS)).toMatchObject({ bearing: "floor", notBefore });
  });
});

describe("a sentence says that there is no date", () => {
  it.each([
    "We don’t have an updated timeline yet for the publication.",
    "No date was given for the report.",
    "The office has not yet set a date for its release.",
    "The spokesperson was unable to say when it would come.",
    "High Commissioner at her last press conference: trying to release the report",
  ])("“%s”", (sentence) => {
    expect(timingIn(sentence, SAID, DAYS)).toMatchObject({ bearing: "no-date" });
  });
});

describe("nothing is said of when it will be published", () => {
  it.each([
    ["a demand", "Experts call for the report to be published by the end of June"],
    ["a demand", "The report must be published before the recess."],
    ["a request", "Members asked the office to publish the report within two weeks."],
    ["a condition", "If the Committee agrees, the report will be published next week."],
    ["a condition", "The report will be published next week unless the court objects."],
    ["a guess", "The report could be published next week."],
    ["a guess", "The report may be released in July."],
    ["a question", "Will the report be published next week?"],
    ["a promise of the past", "She had fully intended the report to be released before the end of her mandate."],
    ["a promise of the past", "The report was to be published by September."],
    ["a promise of the past", "The office promised in December to publish it in the coming weeks."],
    ["a publication", "The report was published on 31 August 2022."],
    ["a publication", "The report has been published today."],
    ["a habit", "More than 300 reports are published every year in May."],
    ["another paper", "The Government will publish its response to the report by the end of July."],
    ["another paper", "A summary of the report will be published next week."],
    ["another step", "It will be shared with the government before publication."],
    ["another step", "The report will be presented to the Council in September."],
    ["another time", "The office will publish its report on events that took place in July 2022."],
    ["no time", "It will be published when the office has finished it."],
    ["no time", "The report is to be published once the Committee is formed"],
    ["a time that is over", "The report will be published on 1 June 2022."],
    ["a day without a date", "The report will be published before the summit."],
    ["a vague time, denied", "The report will not be published in the coming weeks."],
  ])("%s: “%s”", (_, sentence) => {
    expect(timingIn(sentence, SAID, DAYS)).toBeUndefined();
  });
});

const PARTS =
  "the report|will|would|not|be|to|publish|published|released|out|by|before|in|on|no later than|the coming weeks|next week|4 July|her term|soon|,|.|and|if|must|was".split(
    "|",
  );

test(
  "whatever is said, what is read is words of it, and not over",
  [fc.array(fc.constantFrom(...PARTS), { maxLength: 25 })],
  (parts) => {
    const sentence = parts.join(" ");
    const found = timingIn(sentence, SAID, DAYS);
    if (!found) return;
    expect(sentence).toContain(found.phrase);
    if (found.bearing === "promise") expect(found.horizon.latest >= SAID).toBe(true);
    if (found.bearing === "floor") expect(found.notBefore >= SAID).toBe(true);
  },
);

it("a page’s worth of text without a full stop is read in no time, and says nothing", () => {
  for (const text of [
    "to be ".repeat(50_000),
    "will not be published before ".repeat(9000),
    "publication of x ".repeat(9000),
  ])
    expect(timingIn(text, SAID, DAYS)).toBeUndefined();
});
