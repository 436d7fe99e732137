import { describe, expect, it } from "vitest";
import { clock, standing } from "../../src/commitment/standing.ts";
import { civilDateAt } from "../../src/time/civil-date.ts";
import type { Statement } from "../../src/watch/statement.ts";
import { fc, test } from "../stand-ins/properties.ts";

const promise = (on: string, phrase: string): Statement => ({ on, by: "a spokesperson", phrase, bearing: "promise" });
const DECEMBER = promise("2021-12-10", "in the coming weeks");
const JUNE = promise("2022-06-13", "before the end of her term, 31 August 2022");

describe("a promise of 10 December 2021, “in the coming weeks”", () => {
  it.each([
    ["2021-12-10", "awaited", 0],
    ["2021-12-16", "awaited", 6],
    ["2021-12-17", "due", 7],
    ["2022-02-04", "due", 56],
    ["2022-02-05", "overdue", 57],
  ])("stands on %s as %s, day %i", (today, expected, day) => {
    const now = clock([DECEMBER], today, {});
    expect([now.first.standing, now.day]).toEqual([expected, day]);
  });

  it("is kept late on 31 August 2022, day 264, while the newer promise of June is kept", () => {
    const now = clock([DECEMBER, JUNE], "2022-08-31", { publishedOn: "2022-08-31" });
    expect([now.day, now.first.standing, now.newest?.standing]).toEqual([264, "kept-late", "kept"]);
  });

  it("stays overdue when a new promise is made", () => {
    const now = clock([DECEMBER, JUNE], "2022-07-01", {});
    expect([now.first.standing, now.newest?.standing]).toEqual(["overdue", "due"]);
  });

  it("does not know in May what is said in June", () => {
    expect(clock([JUNE, DECEMBER], "2022-05-01", {}).newest).toBeUndefined();
  });

  it("is withdrawn when the publisher says that there will be none", () => {
    const taken: Statement = {
      on: "2022-03-01",
      by: "a spokesperson",
      phrase: "it will not be published",
      bearing: "withdrawal",
    };
    expect(clock([DECEMBER, taken], "2022-03-02", {}).first.standing).toBe("withdrawn");
    expect(clock([DECEMBER, taken], "2022-02-28", {}).first.standing).toBe("overdue");
  });
});

const dates = fc
  .date({ min: new Date("1980-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const ranges = fc.tuple(dates, dates, dates).map((three) => {
  const [earliest = "", likely = "", latest = ""] = three.toSorted();
  return { earliest, likely, latest, basis: "any" };
});
const RANK = ["awaited", "due", "overdue"];

test("time never makes a standing go backwards", [ranges, dates, dates], (range, a, b) => {
  const [before = "", after = ""] = [a, b].toSorted();
  expect(RANK.indexOf(standing(range, before, {}))).toBeLessThanOrEqual(RANK.indexOf(standing(range, after, {})));
});

test(
  "a publication is kept exactly when it came no later than the horizon's last day, leap days included",
  [ranges, dates, dates],
  (range, publishedOn, today) => {
    expect(standing(range, today, { publishedOn })).toBe(publishedOn <= range.latest ? "kept" : "kept-late");
  },
);

test(
  "the day count grows by one from each civil day to the next, in any zone",
  [
    fc.constantFrom("Europe/Zurich", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns", "Africa/Casablanca"),
    fc.integer({ min: 0, max: 20_000 }),
  ],
  (zone, days) => {
    const at = (offset: number) =>
      civilDateAt(new Date(Date.UTC(2000, 0, 1, 12) + (days + offset) * 86_400_000).toISOString(), zone);
    const day = (today: string) => clock([DECEMBER], today, {}).day;
    expect(day(at(1)) - day(at(0))).toBe(at(0) === at(1) ? 0 : 1);
  },
);
