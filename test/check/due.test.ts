import { expect, it } from "vitest";
import { isDue, nextDue } from "../../src/check/due.ts";
import { loadConfig } from "../../src/config/load.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { answer } from "../stand-ins/answer.ts";

const { watches } = loadConfig(new URL("../../config/coming-weeks.yaml", import.meta.url).pathname, {});
const [watch] = watches;
const schedule = {
  ...settingsSchema.parse({ schedule: { near_the_end: { within: "3d", every: "5m" } } }).schedule,
  jitter: 0,
};
const capture = (headers = {}) => answer({ url: "https://x.example", status: 429, headers });

function dueNext(id: string, at: string, isConjecture: boolean, headers = {}) {
  const source = watch?.sources.find((candidate) => candidate.id === id);
  return (
    watch &&
    source &&
    nextDue(watch, source, schedule, { at, isConjecture, capture: { ...capture(headers), at }, walledSince: null })
  );
}

it.each([
  ["every ten minutes as a rule", "latest", "2022-03-01T12:00:00.000Z", {}, "2022-03-01T12:10:00.000Z"],
  ["as often as the source says", "sitemap", "2022-03-01T12:00:00.000Z", {}, "2022-03-01T13:00:00.000Z"],
  ["more often near the end of a horizon", "latest", "2022-08-30T12:00:00.000Z", {}, "2022-08-30T12:05:00.000Z"],
  [
    "not before the site asked to be left alone until",
    "latest",
    "2022-03-01T12:00:00.000Z",
    { "retry-after": "7200" },
    "2022-03-01T14:00:00.000Z",
  ],
])("a source is due %s", (_, source, at, headers, expected) => {
  expect(dueNext(source, at, false, headers)).toBe(expected);
});

it("a guess that is not there is due once a day", () => {
  expect(dueNext("feed", "2022-03-01T12:00:00.000Z", true)).toBe("2022-03-02T12:00:00.000Z");
});

it("what was due during a sleep is due at once, and so is everything when the clock has jumped back", () => {
  const row = { checked_at: "2022-03-01T12:00:00.000Z", due_at: "2022-03-01T12:10:00.000Z", rules: "r" };
  expect(isDue(row, "r", "2022-03-01T12:05:00.000Z")).toBe(false);
  expect(isDue(row, "r", "2022-03-05T00:00:00.000Z")).toBe(true);
  expect(isDue(row, "r", "2022-02-01T00:00:00.000Z")).toBe(true);
  expect(isDue(undefined, "r", "2022-02-01T00:00:00.000Z")).toBe(true);
});

it("what is read and judged by other rules than last time is due at once, unless it was read before there were any", () => {
  const row = { checked_at: "2022-03-01T12:00:00.000Z", due_at: "2022-03-01T12:10:00.000Z" };
  expect(isDue({ ...row, rules: "older" }, "newer", "2022-03-01T12:05:00.000Z")).toBe(true);
  expect(isDue({ ...row, rules: null }, "newer", "2022-03-01T12:05:00.000Z")).toBe(false);
});
