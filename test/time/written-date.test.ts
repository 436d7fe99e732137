import { describe, expect, it } from "vitest";
import { civilDateAt } from "../../src/time/civil-date.ts";
import { DATE_ORDERS, type DateOrder } from "../../src/time/date-order.ts";
import { civilDateOf } from "../../src/time/machine-date.ts";
import { datedOnly, dateOnly, datesIn, ordersShown, writtenDates } from "../../src/time/written-date.ts";
import { fc, test } from "../stand-ins/properties.ts";

/** Read in Geneva, on the day after the publication. */
const seen = { at: "2022-09-01T10:00:00Z", zone: "Europe/Zurich" };

describe("31 August 2022", () => {
  it.each([
    "31 August 2022",
    "Wednesday, 31 August 2022",
    "31st of August 2022",
    "August 31, 2022",
    "31 Aug. 2022",
    "31 août 2022",
    "31 de agosto de 2022",
    "31 августа 2022 года",
    "2022年8月31日",
    "31 آب/أغسطس 2022",
    "٣١ أغسطس ٢٠٢٢",
    "31/08/2022",
    "31.08.2022",
    "2022-08-31",
    "8/31/2022",
    "2022/08/31",
    "2022.8.31",
    "31-08-2022",
    "31.8.2022",
    "31-Aug-22",
    "8/31/22",
    "31. August 2022",
    "2022. augusztus 31.",
    "31 d’agost de 2022",
    "31 غشت 2022",
    "31 أوت 2022",
    "31\u200f/08\u200f/2022",
    "令和4年8月31日",
    "2022년 8월 31일",
    "31 สิงหาคม 2565",
    "ngày 31 tháng 8 năm 2022",
    "31st day of August, 2022",
  ])("is read from “%s”", (text) => {
    expect(datesIn(`Published ${text}, in Geneva`).map((found) => found.date)).toEqual(["2022-08-31"]);
    expect(dateOnly(text)).toBe("2022-08-31");
  });

  it.each([
    "31 June 2022",
    "45 August 2022",
    "13/31/2022",
    "in 2022",
    "31 August",
    "version 31.8.2022.1",
    "31.8.22",
    "1.2.10",
  ])("is not read from “%s”", (text) => expect(datesIn(text)).toEqual([]));

  it("is where 21:47 UTC falls in Zurich and not in Shanghai", () => {
    expect(civilDateAt("2022-08-31T21:47:00Z", "Europe/Zurich")).toBe("2022-08-31");
    expect(civilDateAt("2022-08-31T21:47:00Z", "Asia/Shanghai")).toBe("2022-09-01");
    expect(civilDateOf("Wed, 31 Aug 2022 21:47:00 GMT", "Europe/Zurich")).toBe("2022-08-31");
  });

  it("is not all that a sentence says", () =>
    expect(dateOnly("The report of 31 August 2022 speaks of")).toBeUndefined());
});

test(
  "every day written by a computer is read back, in forty languages",
  [
    fc.constantFrom(
      ..."en-GB en-US fr es ru zh ar-EG ar-SY ar-MA ar-DZ de de-AT it pt nl da sv nb fi et lv lt pl cs sk sl hr sr bg ro hu el tr uk be he hi bn id ms th vi ja ko ca ka".split(
        " ",
      ),
    ),
    fc.constantFrom("full", "long", "medium"),
    fc.date({ min: new Date("1950-01-01"), max: new Date("2090-12-31"), noInvalidDate: true }),
  ],
  (language, dateStyle: "full" | "long" | "medium", date) => {
    const format = new Intl.DateTimeFormat(language, { dateStyle, timeZone: "UTC", calendar: "gregory" });
    // Arabic writes a date of middle length with numbers, day first.
    const found = writtenDates(format.format(date), { language, order: "dmy" });
    expect(found.map((one) => one.date)).toEqual([date.toISOString().slice(0, 10)]);
  },
);

test(
  "numbers are read in the order of the page; without one, both readings are kept, the earlier first",
  [
    fc.constantFrom<DateOrder>("dmy", "mdy"),
    fc.constantFrom("/", "-"),
    fc.integer({ min: 1950, max: 2090 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  ],
  (order, sign, year, month, day) => {
    const text = [...(order === "dmy" ? [day, month] : [month, day]), year].join(sign);
    const two = (number: number) => String(number).padStart(2, "0");
    const date = `${year}-${two(month)}-${two(day)}`;
    expect(datedOnly(text, { order })).toEqual({ date });
    const either = [date, `${year}-${two(day)}-${two(month)}`].sort();
    expect(datedOnly(text)).toEqual(day > 12 || day === month ? { date } : { either });
    expect(ordersShown(text)).toEqual(day > 12 ? [order] : day === month ? ordersShown(text) : []);
  },
);

test(
  "any text is read without an error, and a date is found where it stands",
  [fc.string({ maxLength: 200 })],
  (text) => {
    const whole = `${text}\n3 mai 2022\n${text}`;
    const found = writtenDates(whole, { seen });
    expect(found.map(({ index, length }) => whole.slice(index, index + length))).toContain("3 mai 2022");
  },
);

it("a year that only stands behind a day and its month is not its year", () => {
  expect(datesIn("on 3 May and in 2019")).toEqual([]);
  expect(datesIn("in 2019 3 May was a Friday")).toEqual([]);
});

describe("read on 1 September 2022", () => {
  it.each([
    ["Today", "2022-09-01"],
    ["yesterday, 14:05", "2022-08-31"],
    ["Posted 2 hours ago", "2022-09-01"],
    ["2h ago", "2022-09-01"],
    ["il y a 2 heures", "2022-09-01"],
    ["HIER À 10H30", "2022-08-31"],
    ["2小时前", "2022-09-01"],
    ["2 June", "2022-06-02"],
    ["Jun 2nd", "2022-06-02"],
    ["28 December", "2022-12-28"],
    ["15 сентября", "2022-09-15"],
  ])("“%s” is %s", (text, date) =>
    expect(
      datedOnly(text, { language: /^(?:il|HIER)/.test(text) ? "fr" : /小/.test(text) ? "zh" : undefined, seen }),
    ).toEqual({
      date,
    }),
  );

  it.each([
    ["a day ago", ["2022-08-30", "2022-08-31"]],
    ["2 days ago", ["2022-08-29", "2022-08-30"]],
    ["3 weeks ago", ["2022-08-04", "2022-08-11"]],
    ["2 March", ["2022-03-02", "2023-03-02"]],
    ["August 2022", ["2022-08-01", "2022-08-31"]],
    ["5 listopad 2020", ["2020-10-05", "2020-11-05"]],
  ])("“%s” is left open", (text, either) => expect(datedOnly(text, { seen })).toEqual({ either }));

  it("a word that means two months is told by the page’s language", () => {
    expect(dateOnly("5 listopad 2020", { language: "cs" })).toBe("2020-11-05");
    expect(dateOnly("5 listopad 2020", { language: "hr" })).toBe("2020-10-05");
  });

  it("a day without a year is none where another date has one, nor where nobody knows today", () => {
    expect(datesIn("31 August – 2 September 2021", { seen }).map(({ date }) => date)).toEqual(["2021-09-02"]);
    expect(datedOnly("2 June")).toBeUndefined();
    expect(datedOnly("yesterday")).toBeUndefined();
  });

  it("a year of two digits is none that is far ahead", () => expect(dateOnly("22/08/31", { seen })).toBe("2022-08-31"));
});

it("the three orders are told apart by the number that is no month, and by a machine’s date beside it", () => {
  expect(DATE_ORDERS).toEqual(["dmy", "mdy", "ymd"]);
  expect(ordersShown("31/08/2022 and 8/31/2022")).toEqual(["dmy", "mdy"]);
  expect(ordersShown("03/04/2022", "2022-04-03")).toEqual(["dmy"]);
  expect(ordersShown("03.04.2022, 2022/04/13")).toEqual([]);
});
