import { describe, expect, it } from "vitest";
import { phrases } from "../../src/commitment/lexicon/lexicon.ts";
import { promiseOf } from "../../src/track-record/kinds.ts";
import type { Kind } from "../../src/track-record/promise.ts";
import type { Horizon, Statement } from "../../src/watch/statement.ts";

const ON = "2029-01-10";
const said = (phrase: string, more: Partial<Statement> = {}): Statement => ({
  ...{ on: ON, by: "a minister", phrase, bearing: "promise" },
  ...more,
});

/** The phrases that the lexicon lists, each under its kind; whatever is not here is a deadline. */
const PHRASES: Record<"en" | "fr", Partial<Record<Kind, string[]>>> = {
  en: {
    "exact-date": [
      ...["today", "by the end of the day", "tomorrow", "the day after tomorrow", "on Friday", "next Tuesday"],
      ...["on Tuesday next week", "on 1 February"],
    ],
    "vague-days": ["in the coming days", "in a few days", "in a couple of days"],
    "vague-weeks": ["in a couple of weeks", "in a few weeks", "in the coming weeks"],
    "vague-months": [
      "in the coming weeks or months",
      "in a couple of months",
      "in a few months",
      "in the coming months",
    ],
    "vague-soon": ["any day now", "imminently", "very soon", "shortly", "soon", "in the near future"],
    "vague-asap": ["as soon as possible"],
    "vague-due-course": ["in due course"],
    season: [
      ...["in spring", "early summer", "next winter", "at the turn of the year", "in the new year", "in Q3"],
      ...["early next year", "in late 2030 or early 2031"],
    ],
  },
  fr: {
    "exact-date": ["aujourd’hui", "demain", "mardi prochain"],
    "vague-days": ["dans les prochains jours", "dans quelques jours"],
    "vague-weeks": ["dans les prochaines semaines", "dans les semaines à venir", "dans quelques semaines"],
    "vague-months": ["dans les prochains mois"],
    "vague-soon": ["d’un jour à l’autre", "très bientôt", "sous peu", "bientôt"],
    "vague-asap": ["dès que possible"],
    "vague-due-course": ["en temps voulu"],
    season: ["au printemps", "au premier trimestre", "début 2030"],
  },
};

describe("the kind of a promise", () => {
  const listed = phrases().flatMap(({ language, phrases: known }) =>
    language === "en" || language === "fr"
      ? known.map((phrase): [string, Kind] => {
          const found = Object.entries(PHRASES[language]).find(([, own]) => own.includes(phrase));
          return [phrase, (found?.[0] ?? "deadline") as Kind];
        })
      : [],
  );
  it.each(listed)("“%s” is %s", (phrase, kind) => {
    expect(promiseOf(said(phrase))?.kind).toBe(kind);
  });

  it("knows each phrase of the table above", () => {
    const known = new Set(listed.map(([phrase]) => phrase));
    const table = Object.values(PHRASES).flatMap((kinds) => Object.values(kinds).flat());
    expect(table.filter((phrase) => !known.has(phrase))).toEqual([]);
  });

  it.each<[string, Kind]>([
    ["on 10 February", "exact-date"],
    ["on 11 February", "deadline"],
    ["le 15 mars", "deadline"],
    ["by tomorrow", "deadline"],
    ["within a few weeks", "vague-weeks"],
    ["within six weeks", "deadline"],
    ["by the end of the first quarter", "deadline"],
    ["before the spring", "deadline"],
    ["very shortly, certainly in January", "deadline"],
    ["on 15 or 17 January", "deadline"],
    ["in spring or summer", "season"],
    ["в ближайшие недели", "vague-weeks"],
    ["未来几周", "vague-weeks"],
  ])("“%s” is %s", (phrase, kind) => {
    expect(promiseOf(said(phrase))?.kind).toBe(kind);
  });

  const dates = (earliest: string, latest: string): Horizon => ({
    earliest,
    likely: earliest,
    latest,
    basis: "by hand",
  });
  it.each<[string, Statement, unknown]>([
    [
      "dates by hand, of one day, are a named day",
      said("when the minister is back", { horizon: dates("2029-01-20", "2029-01-20") }),
      { kind: "exact-date", said: ON, earliestDay: 10, latestDay: 10 },
    ],
    [
      "of one day far ahead, a deadline",
      said("when the minister is back", { horizon: dates("2029-03-20", "2029-03-20") }),
      { kind: "deadline", said: ON, earliestDay: 69, latestDay: 69 },
    ],
    [
      "of more days, a deadline",
      said("when the minister is back", { horizon: dates("2029-01-10", "2029-01-20") }),
      { kind: "deadline", said: ON, earliestDay: 0, latestDay: 10 },
    ],
    [
      "of words that the record knows, dates for those words",
      said("in the coming weeks", { horizon: dates("2029-01-17", "2029-02-21") }),
      { kind: "vague-weeks", said: ON, earliestDay: 7, latestDay: 42 },
    ],
    ["what has no date promises no day", said("when it is ready"), undefined],
    ["nor does a floor", said("tomorrow", { bearing: "floor" }), undefined],
  ])("%s", (_, statement, expected) => {
    expect(promiseOf(statement)).toEqual(expected);
  });

  it("goes by the days that the watch knows by name", () => {
    const days = [{ on: "2029-08-31", names: ["her term"] }];
    expect(promiseOf(said("before her term expires"), days)).toMatchObject({ kind: "deadline", latestDay: 233 });
    expect(promiseOf(said("before her term expires"))).toBeUndefined();
  });
});
