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

describe("the whole phrase counts, never a part, said on Friday, 14 January 2022", () => {
  it.each([
    ["in the coming weeks or months", "2022-01-21", "2022-09-14"],
    ["in the next few days or weeks", "2022-01-15", "2022-03-04"],
    ["90 days from today", "2022-04-13", "2022-04-14"],
    ["six weeks from now", "2022-02-18", "2022-02-25"],
    ["in six months’ time", "2022-06-14", "2022-07-14"],
    ["in 2–3 weeks", "2022-01-28", "2022-02-04"],
    ["a week or two", "2022-01-21", "2022-01-28"],
    ["within the next week or so", "2022-01-14", "2022-01-25"],
    ["in the next month", "2022-01-14", "2022-02-14"],
    ["within a fortnight", "2022-01-14", "2022-01-28"],
    ["within 10 working days", "2022-01-14", "2022-01-28"],
    ["in 24/48 hours", "2022-01-15", "2022-01-16"],
    ["March/April", "2022-03-01", "2022-04-30"],
    ["between November and February 2023", "2022-11-01", "2023-02-28"],
    ["26–30 July 2022", "2022-07-26", "2022-07-30"],
    ["between 3 and 5 May", "2022-05-03", "2022-05-05"],
    ["mid/late February", "2022-02-10", "2022-02-28"],
    ["w/c 18 April", "2022-04-18", "2022-04-24"],
    ["the last week of February", "2022-02-22", "2022-02-28"],
    ["first two weeks of February", "2022-02-01", "2022-02-14"],
    ["by Tuesday", "2022-01-14", "2022-01-18"],
    ["next Tuesday", "2022-01-18", "2022-01-25"],
    ["on Tuesday next week", "2022-01-18", "2022-01-18"],
    ["early next week", "2022-01-17", "2022-01-19"],
    ["this week or next", "2022-01-14", "2022-01-23"],
    ["on Friday 21 January", "2022-01-21", "2022-01-21"],
    ["Thursday (20 Jan), 11:00 CET", "2022-01-20", "2022-01-20"],
    ["tomorrow at 10 am", "2022-01-15", "2022-01-15"],
    ["this winter", "2022-01-14", "2022-02-28"],
    ["next winter", "2022-12-01", "2023-02-28"],
    ["early summer", "2022-06-01", "2022-06-30"],
    ["end of Q1", "2022-03-01", "2022-03-31"],
    ["by the end of the first quarter", "2022-01-14", "2022-03-31"],
    ["mid-2022", "2022-06-01", "2022-07-31"],
    ["by the end of 2022", "2022-01-14", "2022-12-31"],
    ["before the year is out", "2022-01-14", "2022-12-31"],
    ["in late 2022 or early 2023", "2022-10-01", "2023-03-31"],
    ["before Easter", "2022-01-14", "2022-04-14"],
    ["by Easter 2023", "2022-01-14", "2023-04-07"],
    ["before the summer recess", "2022-01-14", "2022-07-31"],
    ["in the new year", "2023-01-01", "2023-03-31"],
    ["in the not too distant future", "2022-01-21", "2022-07-14"],
    ["by mid-April, if not sooner", "2022-01-14", "2022-04-20"],
    ["on or before 31 March", "2022-01-14", "2022-03-31"],
    ["before the Olympics start (4 February 2022)", "2022-01-14", "2022-02-04"],
    ["very shortly; certainly in January", "2022-01-14", "2022-01-31"],
    ["next week; by 20 January", "2022-01-17", "2022-01-20"],
    ["tomorrow, subject to parliamentary time", "2022-01-15", "2022-01-15"],
    ["completed and published in the autumn", "2022-09-01", "2022-11-30"],
    ["dans les jours ou semaines à venir", "2022-01-15", "2022-03-11"],
    ["d’ici quinze jours", "2022-01-14", "2022-01-28"],
    ["d’ici à la fin du mois de mars", "2022-01-14", "2022-03-31"],
    ["à la mi-mars", "2022-03-10", "2022-03-20"],
    ["avant la pause estivale", "2022-01-14", "2022-07-31"],
    ["en las próximas dos semanas", "2022-01-14", "2022-01-28"],
    ["antes de que termine el año", "2022-01-14", "2022-12-31"],
    ["la semana que viene", "2022-01-17", "2022-01-23"],
    ["Ende nächster Woche", "2022-01-20", "2022-01-23"],
    ["in zwei bis drei Monaten", "2022-03-14", "2022-04-14"],
    ["am Montag, den 17. Januar", "2022-01-17", "2022-01-17"],
    ["через 2-3 недели", "2022-01-28", "2022-02-04"],
    ["в первой половине года", "2022-01-14", "2022-06-30"],
    ["не позднее 31 марта", "2022-01-14", "2022-03-31"],
    ["خلال أسبوعين", "2022-01-21", "2022-01-28"],
    ["قبل نهاية كانون الثاني", "2022-01-14", "2022-01-31"],
    ["في ١٥ مارس ٢٠٢٢", "2022-03-15", "2022-03-15"],
    ["报告将在未来几周内公布", "2022-01-21", "2022-03-04"],
    ["今年第二季度", "2022-04-01", "2022-06-30"],
    ["下周二", "2022-01-18", "2022-01-18"],
    ["2022年3月底前", "2022-01-14", "2022-03-31"],
  ])("“%s”: %s to %s", (phrase, earliest, latest) => {
    expect(readPhrase(phrase, "2022-01-14")).toMatchObject({ earliest, latest });
  });
});

describe("not understood, rather than misread, said on Friday, 14 January 2022", () => {
  it.each([
    ["denied", "not in the coming weeks", "won’t be this month", "in days, not weeks", "neither this week nor next"],
    ["denied", "pas dans les prochaines semaines", "no se publicará este año", "nicht mehr in diesem Jahr"],
    ["denied", "не в ближайшие недели", "لن ينشر هذا العام", "未来几周内不会公布"],
    [
      "past",
      "two weeks ago",
      "last month",
      "since January",
      "recently published",
      "earlier this week",
      "was due in May",
    ],
    [
      "past",
      "il y a deux semaines",
      "hace dos semanas",
      "vor zwei Wochen",
      "две недели назад",
      "قبل أسبوعين",
      "两周前",
    ],
    ["a floor", "not until the autumn", "no earlier than June", "in May at the earliest", "at least another month"],
    [
      "a floor",
      "after the summer",
      "shortly after Easter",
      "from May onwards",
      "as early as next week",
      "May or later",
    ],
    [
      "a floor",
      "pas avant mai",
      "a partir de mayo",
      "frühestens im Mai",
      "не раньше мая",
      "ليس قبل سبتمبر",
      "最早在五月",
    ],
    ["counted from something else", "two weeks before Christmas", "within 30 days of receipt", "a week after the vote"],
    ["counted from something else", "两周后的选举", "zwei Wochen nach der Wahl", "بعد أسبوعين من الانتخابات"],
    ["a question", "will it be in May?", "quand, en mai ?", "5月吗？"],
    [
      "a condition",
      "if the court agrees, next week",
      "when Parliament returns in September",
      "assuming approval, in May",
    ],
    ["how long, how often", "for two weeks", "every month", "more than two weeks", "weeks of delay", "jede Woche"],
    [
      "something else of that name",
      "the summer school",
      "before the May elections",
      "it may",
      "ahead of the June session",
    ],
    ["which one?", "by the end of term", "before the recess", "on the 20th", "Q3 FY22", "by Friday", "04/05/2022"],
    ["no day of the calendar", "on 30 February", "on Monday 18 January", "in Q5", "in March 2021"],
    ["two things at once", "next week, in March", "May 3 2022 4", "by the end of the year, hopefully early summer"],
    ["a language that is not known", "depois de abril", "não no verão de 2022", "non prima di maggio"],
  ])("%s", (_, ...said) => {
    for (const phrase of said) expect(readPhrase(phrase, "2022-01-14"), phrase).toBeUndefined();
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

const DENIALS: Record<string, (phrase: string) => string[]> = {
  en: (said) => [`not ${said}`, `it won’t be published ${said}`, `${said}? No`],
  fr: (said) => [`pas ${said}`, `ne sera pas publié ${said}`],
  es: (said) => [`no ${said}`, `no se publicará ${said}`],
  de: (said) => [`nicht ${said}`, `${said} nicht`],
  ru: (said) => [`не ${said}`, `${said} не выйдет`],
  ar: (said) => [`ليس ${said}`, `لن يصدر ${said}`],
  zh: (said) => [`不${said}`, `${said}不会公布`],
};

describe.each(phrases())("what is known of $language", ({ language, phrases: known }) => {
  it("is understood, and no denial of it is", () => {
    const year = Array.from(
      { length: 13 },
      (_, month) => `20${28 + (month % 2)}-${String((month % 12) + 1).padStart(2, "0")}-04`,
    );
    for (const phrase of known) {
      expect(
        year.some((on) => readPhrase(phrase, on)),
        phrase,
      ).toBe(true);
      for (const denial of DENIALS[language]?.(phrase) ?? [])
        for (const on of year) expect(readPhrase(denial, on), denial).toBeUndefined();
    }
  });
});

const PARTS =
  "in|by|before|not|after|the|next|this|coming|few|two|3|weeks|month|end of|early|May|2022|Friday|or|to|–|/|,|(|年|月|前|soon|prochaines|semaines|bis|Ende|через".split(
    "|",
  );

test(
  "whatever words are put in a row, what is read of them is in order and not over",
  [fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }), days],
  (parts, on) => {
    const { earliest = on, likely = on, latest = on } = readPhrase(parts.join(" "), on) ?? {};
    expect([on, earliest, likely, latest]).toEqual([on, earliest, likely, latest].toSorted());
  },
);

it("reads nothing longer than a phrase, and the longest of it in no time", () => {
  expect(readPhrase(`${"very ".repeat(60)}soon`, SAID)).toBeUndefined();
  const began = performance.now();
  for (const part of ["1 or ", "in ", "end of ", "before x ", "未来", "(,", "the next few "])
    readPhrase(part.repeat(200).slice(0, 200), SAID);
  expect(performance.now() - began).toBeLessThan(1000);
});
