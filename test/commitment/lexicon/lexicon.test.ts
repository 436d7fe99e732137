import { describe, expect, it } from "vitest";
import { phrases, readPhrase } from "../../../src/commitment/lexicon/lexicon.ts";
import { monthNumber } from "../../../src/time/written-date.ts";
import { fc, test } from "../../stand-ins/properties.ts";

const SAID = "2021-12-10"; // a Friday

describe("a time phrase said on Friday, 10 December 2021", () => {
  it.each([
    ["in the coming weeks", "2021-12-17", "2022-01-07", "2022-02-04"],
    ["within a few weeks", "2021-12-17", "2022-01-07", "2022-01-28"],
    ["in a matter of weeks", "2021-12-17", "2022-01-07", "2022-02-04"],
    ["in a couple of weeks", "2021-12-17", "2021-12-24", "2022-01-07"],
    ["in the coming days", "2021-12-11", "2021-12-15", "2021-12-24"],
    ["in a few days", "2021-12-11", "2021-12-14", "2021-12-20"],
    ["in the coming months", "2021-12-24", "2022-03-10", "2022-08-10"],
    ["in a few months", "2022-01-10", "2022-04-10", "2022-07-10"],
    ["by the end of the day", SAID, SAID, SAID],
    ["tomorrow", "2021-12-11", "2021-12-11", "2021-12-11"],
    ["this week", SAID, "2021-12-11", "2021-12-12"],
    ["next week", "2021-12-13", "2021-12-16", "2021-12-19"],
    ["by the end of the month", SAID, "2021-12-31", "2021-12-31"],
    ["next month", "2022-01-01", "2022-01-16", "2022-01-31"],
    ["by the end of the year", SAID, "2021-12-31", "2021-12-31"],
    ["early next year", "2022-01-01", "2022-02-14", "2022-03-31"],
    ["in the new year", "2022-01-01", "2022-02-14", "2022-03-31"],
    ["before Christmas", SAID, "2021-12-24", "2021-12-24"],
    ["mid-January", "2022-01-10", "2022-01-15", "2022-01-20"],
    ["early March 2022", "2022-03-01", "2022-03-05", "2022-03-10"],
    ["late August", "2022-08-20", "2022-08-25", "2022-08-31"],
    ["in March", "2022-03-01", "2022-03-16", "2022-03-31"],
    ["probably in May or June", "2022-05-01", "2022-05-31", "2022-06-30"],
    ["in the first quarter of 2022", "2022-01-01", "2022-02-14", "2022-03-31"],
    ["in the first half of the year", "2022-01-01", "2022-04-01", "2022-06-30"],
    ["spring 2022", "2022-03-01", "2022-04-15", "2022-05-31"],
    ["within two weeks", SAID, "2021-12-17", "2021-12-24"],
    ["on 1 February 2022", "2022-02-01", "2022-02-01", "2022-02-01"],
    ["by 31 March 2022", SAID, "2022-03-31", "2022-03-31"],
    ["before the end of her term, 31 August 2022", SAID, "2022-08-31", "2022-08-31"],
    ["in the week of 14 March 2022", "2022-03-14", "2022-03-17", "2022-03-20"],
    ["very soon", "2021-12-11", "2021-12-17", "2021-12-31"],
    ["shortly", "2021-12-11", "2021-12-24", "2022-01-21"],
    ["soon", "2021-12-11", "2022-01-07", "2022-03-10"],
    ["its release is imminent", SAID, "2021-12-17", "2022-01-07"],
    ["any day now", SAID, "2021-12-12", "2021-12-17"],
    ["as soon as possible", "2021-12-11", "2022-01-10", "2022-06-10"],
    ["in the near future", "2021-12-17", "2022-02-10", "2022-06-10"],
    ["in due course", "2022-01-10", "2022-06-10", "2022-12-10"],
  ])("“%s” is read as %s to %s to %s", (phrase, earliest, likely, latest) => {
    expect(readPhrase(phrase, SAID)).toMatchObject({
      earliest,
      likely,
      latest,
      basis: expect.stringContaining(phrase),
    });
  });

  it.each(["finalising its assessment", "we are trying", "when it is ready", "on 1 November 2021"])(
    "“%s” has no horizon, rather than a wrong one",
    (phrase) => {
      expect(readPhrase(phrase, SAID)).toBeUndefined();
    },
  );

  it("knows at least 25 phrases of each language", () => {
    for (const language of phrases()) expect(language.phrases.length, language.language).toBeGreaterThanOrEqual(25);
  });
});

describe("promises that offices really made", () => {
  it.each([
    ["UN Palmer panel, by a date", "2011-07-27", "late August", "2011-08-31"],
    ["OHCHR and EHRC on Tigray", "2021-09-10", "on 1 November 2021", "2021-11-01"],
    ["OHCHR mapping report, no year", "2010-09-02", "on 1 October", "2010-10-01"],
    ["OHCHR on Sri Lanka", "2015-02-16", "by September", "2015-09-30"],
    ["WHO origins report", "2021-03-04", "in the week of the 15th of March", "2021-03-21"],
    ["WHO origins report", "2021-03-16", "next week", "2021-03-28"],
    ["WHO origins report", "2021-03-29", "tomorrow", "2021-03-30"],
    ["US inspector general", "2019-04-09", "probably in May or June", "2019-06-30"],
    ["US inspector general, no year", "2019-11-21", "December 9", "2019-12-09"],
    ["Chilcot", "2015-10-28", "date for publication in June or July 2016", "2016-07-31"],
    ["Grenfell", "2018-12-01", "spring 2019", "2019-05-31"],
    ["Grenfell", "2019-05-17", "most likely in October", "2019-10-31"],
    ["Infected Blood", "2024-01-17", "20 May 2024", "2024-05-20"],
    ["Windrush", "2018-07-19", "by 31 March 2019", "2019-03-31"],
    ["immigration white paper", "2017-10-02", "later this autumn", "2017-11-30"],
    ["social care green paper", "2018-06-18", "in the autumn", "2018-11-30"],
    ["levelling up white paper", "2021-05-04", "by the end of the year", "2021-12-31"],
    ["January 6 Committee, over a new year", "2022-12-07", "January 2", "2023-01-02"],
    ["a health plan", "2020-07-19", "within two weeks", "2020-08-02"],
    ["a health plan", "2020-08-03", "prior to the end of the month", "2020-08-31"],
    ["Sue Gray", "2022-01-26", "this week", "2022-01-30"],
  ])("%s, %s: “%s” ends on %s", (_, on, phrase, latest) => {
    expect(readPhrase(phrase, on)?.latest).toBe(latest);
  });
});

it.each(["en", "fr", "es", "de", "ru", "ar-EG", "ar-SY", "zh"])(
  "knows the months of %s, as they are written",
  (locale) => {
    for (let month = 1; month <= 12; month++) {
      const name = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(
        Date.UTC(2030, month - 1, 5),
      );
      const day = `${name} 2030`;
      expect(readPhrase(day, SAID)?.earliest, day).toBe(`2030-${String(month).padStart(2, "0")}-01`);
      expect(monthNumber(name) ?? month).toBe(month);
    }
  },
);

const spoken = phrases().flatMap((language) => language.phrases);
const days = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test(
  "a horizon is in order, and no day of it is before the day it was said, on any day",
  [fc.constantFrom(...spoken), days],
  (phrase, on) => {
    const { earliest = on, likely = on, latest = on } = readPhrase(phrase, on) ?? {};
    expect([on, earliest, likely, latest]).toEqual([on, earliest, likely, latest].toSorted());
  },
);

test("said a day later, a phrase means no earlier a day", [fc.constantFrom(...spoken), days, days], (phrase, a, b) => {
  const [first = "", second = ""] = [a, b].toSorted();
  const one = readPhrase(phrase, first);
  const other = readPhrase(phrase, second);
  if (!one || !other) return;
  expect(one.earliest <= other.earliest && one.latest <= other.latest).toBe(true);
});
