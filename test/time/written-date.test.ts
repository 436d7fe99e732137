import { describe, expect, it } from "vitest";
import { civilDateAt } from "../../src/time/civil-date.ts";
import { civilDateOf } from "../../src/time/machine-date.ts";
import { dateOnly, datesIn } from "../../src/time/written-date.ts";
import { fc, test } from "../stand-ins/properties.ts";

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
  ])("is read from “%s”", (text) => {
    expect(datesIn(`Published ${text}, in Geneva`).map((found) => found.date)).toEqual(["2022-08-31"]);
    expect(dateOnly(text)).toBe("2022-08-31");
  });

  it.each(["31 June 2022", "45 August 2022", "13/31/2022", "in 2022", "31 August"])("is not read from “%s”", (text) =>
    expect(datesIn(text)).toEqual([]),
  );

  it("is where 21:47 UTC falls in Zurich and not in Shanghai", () => {
    expect(civilDateAt("2022-08-31T21:47:00Z", "Europe/Zurich")).toBe("2022-08-31");
    expect(civilDateAt("2022-08-31T21:47:00Z", "Asia/Shanghai")).toBe("2022-09-01");
    expect(civilDateOf("Wed, 31 Aug 2022 21:47:00 GMT", "Europe/Zurich")).toBe("2022-08-31");
  });

  it("is not all that a sentence says", () =>
    expect(dateOnly("The report of 31 August 2022 speaks of")).toBeUndefined());
});

test(
  "every day written by a computer in one of the six languages is read back",
  [
    fc.constantFrom("en-GB", "en-US", "fr", "es", "ru", "zh", "ar-EG", "ar-SY"),
    fc.date({ min: new Date("1950-01-01"), max: new Date("2090-12-31"), noInvalidDate: true }),
  ],
  (locale, date) => {
    const text = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(date);
    expect(datesIn(text).map((found) => found.date)).toEqual([date.toISOString().slice(0, 10)]);
  },
);
