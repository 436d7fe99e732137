/** Dates as feeds and metadata carry them, well or badly made. */
import { describe, expect, it } from "vitest";
import { civilDateOf, machineDate } from "../../src/time/machine-date.ts";

const ZONE = "Europe/Zurich";

describe("in UTC it is a day in the publisher’s zone", () => {
  it.each([
    ["2022-08-31T21:47:00Z", "2022-08-31"],
    ["2022-08-31T22:47:00Z", "2022-09-01"],
    ["2022-08-31T22:47:00.123456+00:00", "2022-09-01"],
    ["20220831T224700Z", "2022-09-01"],
    ["Wed, 31 Aug 2022 22:47:00 GMT", "2022-09-01"],
    ["Wednesday, 31-Aug-22 22:47:00 UT", "2022-09-01"],
    ["Wed Aug 31 22:47:00 UTC 2022", "2022-09-01"],
    ["Wed Aug 31 22:47:00 +0000 2022", "2022-09-01"],
    ["1661982420", "2022-08-31"],
    ["1661982420000", "2022-08-31"],
  ])("%s", (written, date) => expect(civilDateOf(written, ZONE)).toBe(date));
});

describe("in another zone, or in none, it is the day that is written", () => {
  it.each([
    ["2022-08-31T23:47:00-05:00"],
    ["2022-08-31T23:47+0200"],
    ["2022-08-31 23:47:00"],
    ["2022-08-31T00:00:00Z"],
    ["31 Aug 2022 23:47 EST"],
    // It was a Wednesday.
    ["Fri, 31 Aug 2022 23:47:00 PDT"],
    ["ср, 31 авг. 2022 23:47:00 +0300"],
    ["Wed Aug 31 23:47:00 CEST 2022"],
    ["08/31/2022 11:47 PM"],
    ["20220831"],
    ["2022-243"],
  ])("%s", (written) => expect(civilDateOf(written, "Asia/Tokyo")).toBe("2022-08-31"));
});

it.each([
  ["2022-08", ["2022-08-01", "2022-08-31"]],
  ["2022", ["2022-01-01", "2022-12-31"]],
  ["03/04/2022 10:00", ["2022-03-04", "2022-04-03"]],
])("%s is left open", (written, either) => expect(machineDate(written, ZONE)).toEqual({ either }));

it.each([undefined, "", "soon", "2022-13-01T00:00:00Z", "2022-06-31", "+12022-01-01", "07-01T01:55:07"])(
  "%s is none",
  (written) => expect(machineDate(written, ZONE)).toBeUndefined(),
);
