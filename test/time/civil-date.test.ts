import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { beginningOf, civilDateAt, daysBetween, endOf } from "../../src/time/civil-date.ts";
import { later } from "../../src/time/instant.ts";
import { fc, test } from "../stand-ins/properties.ts";

const instants = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2200-12-31T23:59:59Z"), noInvalidDate: true })
  .map((date) => date.toISOString());
const zones = fc.constantFrom(
  ...["UTC", "Europe/Zurich", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "Pacific/Kiritimati", "+05:30"],
);

describe("A day on the calendar, reckoned as Temporal reckons it", () => {
  test("is the same day for an instant in any zone", [instants, zones], (instant, zone) => {
    const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
    expect(civilDateAt(instant, zone)).toBe(day);
  });

  test("is as many days from another", [instants, instants], (one, other) => {
    const [from, to] = [one.slice(0, 10), other.slice(0, 10)];
    const { days } = Temporal.PlainDate.from(from).until(to, { largestUnit: "days" });
    expect(daysBetween(from, to)).toBe(days);
  });

  test("an instant moved is the same instant", [instants, fc.integer({ min: -1e9, max: 1e9 })], (instant, moved) => {
    const at = Temporal.Instant.from(instant).add({ milliseconds: moved });
    expect(later(instant, moved)).toBe(at.toString({ smallestUnit: "millisecond" }));
  });

  it("is none where there is no date, no instant or no zone", () => {
    expect(() => daysBetween("never", "2022-08-31")).toThrow(RangeError);
    expect(() => civilDateAt("never", "UTC")).toThrow(RangeError);
    expect(() => civilDateAt("2022-08-31T21:47:00Z", "Europe/Nowhere")).toThrow(RangeError);
    expect(() => later("never", 1)).toThrow(RangeError);
  });

  it.each([
    ["2022-08-31", "Europe/Zurich", "2022-08-30T22:00:00.000Z", "2022-08-31T22:00:00.000Z"],
    ["2022-01-01", "Asia/Tokyo", "2021-12-31T15:00:00.000Z", "2022-01-01T15:00:00.000Z"],
    ["2022-03-27", "Europe/Zurich", "2022-03-26T23:00:00.000Z", "2022-03-27T22:00:00.000Z"],
    // The clock goes from midnight to one.
    ["2023-04-28", "Africa/Cairo", "2023-04-27T22:00:00.000Z", "2023-04-28T21:00:00.000Z"],
    ["2022-08-31T21:47:00.000Z", "Asia/Tokyo", "2022-08-31T21:47:00.000Z", "2022-08-31T21:47:00.000Z"],
  ])("%s in %s begins and ends there", (moment, zone, begins, ends) => {
    expect([beginningOf(moment, zone), endOf(moment, zone)]).toEqual([begins, ends]);
  });
});
