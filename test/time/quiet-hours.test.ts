import { expect, it } from "vitest";
import { quietUntil } from "../../src/time/quiet-hours.ts";
import { fc, test } from "../stand-ins/properties.ts";

const NIGHT = { from: "22:00", to: "07:00", zone: "Europe/Zurich" };
const LUNCH = { from: "12:00", to: "13:30", zone: "UTC" };

it.each([
  ["before midnight", NIGHT, "2022-01-10T21:30:00Z", "2022-01-11T06:00:00Z"],
  ["after midnight", NIGHT, "2022-01-11T02:00:00Z", "2022-01-11T06:00:00Z"],
  ["at its first minute", NIGHT, "2022-01-10T21:00:00Z", "2022-01-11T06:00:00Z"],
  ["over the night in which clocks go forward", NIGHT, "2022-03-26T22:00:00Z", "2022-03-27T05:00:00Z"],
  ["within one day", LUNCH, "2022-01-11T12:59:00Z", "2022-01-11T13:30:00Z"],
])("quiet reigns %s until it ends", (_, hours, now, until) => {
  expect(quietUntil(hours, now)).toBe(new Date(until).toISOString());
});

it.each([
  ["in the day", NIGHT, "2022-01-11T12:00:00Z"],
  ["at the minute it ends", NIGHT, "2022-01-11T06:00:00Z"],
  ["after lunch", LUNCH, "2022-01-11T13:30:00Z"],
])("no quiet reigns %s", (_, hours, now) => {
  expect(quietUntil(hours, now)).toBeUndefined();
});

test(
  "quiet ends, within a day, and none reigns then",
  [
    fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
    fc.constantFrom(NIGHT, LUNCH),
  ],
  (date, hours) => {
    const until = quietUntil(hours, date.toISOString());
    if (!until) return;
    const wait = Date.parse(until) - date.getTime();
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(25 * 3_600_000);
    expect(quietUntil(hours, until)).toBeUndefined();
  },
);
