/** Every kind of notice, and everything that is said of a watch, with counts from none to many, in each language: nothing that people would stumble over. */
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../src/judge/evidence.ts";
import type { Notice } from "../../src/judge/notice.ts";
import { RULES, type Rule } from "../../src/judge/rules.ts";
import { type Status, status } from "../../src/judge/status.ts";
import { clockLine } from "../../src/message/clock-words.ts";
import { catalogue } from "../../src/message/languages.ts";
import { allOddsWords, oddsWords } from "../../src/message/odds-words.ts";
import { saySumUp } from "../../src/message/sum-up.ts";
import { codeIn } from "../../src/message/unreachable.ts";
import { standingText, whereThingsStand } from "../../src/message/where-things-stand.ts";
import { type Message, say } from "../../src/message/wording.ts";
import { KINDS } from "../../src/track-record/promise.ts";
import { LANGUAGES, type Language, UNKNOWN_BECAUSE, VERDICTS } from "../../src/watch/names.ts";
import { noticesToShow, shippedWatch } from "../stand-ins/every-notice-on-record.ts";
import { fc, test } from "../stand-ins/properties.ts";

const COUNTS = [0, 1, 2, 1234];
/** Characters of a paragraph, of the small line and of a title: what three lines of a phone hold, and four. */
const MOST = { title: 150, paragraph: 260, small: 300 };

const STUMBLES: readonly [why: string, found: RegExp][] = [
  [
    "nothing, said as a number",
    /(?<![\d.,:/-])0 (?:promises?|promesses?|documents?|days?|times?|looks?|sources?|minutes?|hours?|messages?|jours?|fois|lectures?|minutes?)\b/,
  ],
  [
    "one of many",
    /(?<![\d.,])1 (?:days|times|looks|sources|minutes|hours|messages|stretches|changes|others|documents|promises|jours|lectures|sources|autres changements)\b/,
  ],
  ["two of one", /(?<![\d.,])2 (?:day|time|look|source|minute|hour|message|other|document|jour|lecture|autre)\b/],
  ["brackets in a row, or in each other", /\)\s*\(|\(\(|\)\)|\([^)]*\(/],
  ["an empty quotation", /“\s*”|«\s*»|""/],
  ["empty brackets", /\(\s*\)/],
  ["no value", /undefined|null|NaN|\[object|Invalid/],
  ["two spaces", / {2}/],
  ["a full stop too many", /(?<!\.)\.\.(?!\.)|[,;:]\.|\s[.,](?!\d)/],
  ["a code", /\b(?:E[A-Z]{5,}|[A-Z]+_[A-Z_]+)\b/],
  ["a space at an end", /^\s|\s$/],
];

function stumbles(text: string): string[] {
  return text
    .split("\n")
    .flatMap((line) => STUMBLES.flatMap(([why, found]) => (found.test(line) ? [`${why}: ${line}`] : [])));
}

function faults({ title, paragraphs, small = "" }: Message): string[] {
  const isLong = [
    ...(title.length > MOST.title ? [`a long title: ${title}`] : []),
    ...paragraphs
      .flatMap((text) => text.split("\n"))
      .flatMap((line) => (line.length > MOST.paragraph ? [`a long line: ${line}`] : [])),
    ...(small.length > MOST.small ? [`a long small line: ${small}`] : []),
  ];
  // The small line is where a code may stand.
  const inSmall = stumbles(small).filter((found) => !found.startsWith("a code"));
  return [...isLong, ...stumbles([title, ...paragraphs].join("\n")), ...inSmall];
}

const many = <Item>(items: readonly Item[], count: number): Item[] =>
  Array.from({ length: Math.min(count, 40) }, (_, index) => items[index % items.length] as Item);

/** The same notice with so many of whatever it counts. */
function counting(notice: Notice, count: number, at: string): Notice {
  const more = { ...notice, at, status: { ...notice.status, today: at.slice(0, 10) } };
  const since = new Date(Date.parse(at) - count * 86_400_000).toISOString();
  switch (more.kind) {
    case "started":
      return {
        ...more,
        read: many(more.read, count),
        unread: many(more.unread, count),
        notThere: many(more.notThere, count),
      };
    case "blind":
      return {
        ...more,
        sources: many(more.sources, Math.max(1, count)).map((source) => ({
          ...source,
          since,
          detail: "could not be reached (ENOTFOUND)",
        })),
      };
    case "recovered":
      return {
        ...more,
        sources: many(more.sources, Math.max(1, count)).map((source) => ({ ...source, since, changes: count })),
      };
    case "reminder":
      return { ...more, looks: { ...more.looks, since, looks: count, failed: count } };
    case "published":
    case "withdrawn":
      return { ...more, proofs: many(more.proofs, Math.max(1, count)) };
    case "changed":
    case "signalled":
    case "proposed":
    case "edition":
      return { ...more, more: count } as Notice;
    case "overdue":
    case "corrected":
    case "stated":
    case "revised":
      return more;
  }
}

const promised = Date.parse("2021-12-10T12:00:00Z");
const DAYS = [0, 1, 2, 6, 7, 8, 55, 56, 57, 58, 264, 366, 800];
const on = (day: number) => new Date(promised + day * 86_400_000).toISOString();

describe.each(LANGUAGES)("in %s", (language) => {
  it.each(noticesToShow)("%s reads well, whatever it counts", (_, notice) => {
    for (const count of COUNTS)
      for (const day of [0, 1, 57, 264])
        expect(faults(say(counting(notice, count, on(day)), undefined, language))).toEqual([]);
  });

  it.each(VERDICTS)("where things stand reads well when it is %s, on every day", (verdict) => {
    for (const day of DAYS)
      for (const reasons of UNKNOWN_BECAUSE)
        for (const reading of COUNTS) {
          const now: Status = {
            ...status(shippedWatch, [], on(day)),
            verdict,
            unknownBecause: reasons,
            reading: { read: Math.min(1, reading), of: reading },
            ...(verdict === "published" ? { publishedOn: on(day).slice(0, 10) } : {}),
          };
          const stands = whereThingsStand(now, verdict === "signalled" ? everyEvidence.slice(0, 1) : [], language);
          expect(stumbles(standingText(stands))).toEqual([]);
          expect(stands.clock.split("\n")).toHaveLength(1);
          expect(stumbles(catalogue(language).chart.verdict(now))).toEqual([]);
        }
  });

  it.each(KINDS)(
    "what the record says of a promise that is %s reads well, on every day, with few rows and many",
    (kind) => {
      for (const day of [0, 1, 2, 56, 57, 800])
        for (const rows of [0, 1, 2, 17])
          for (const [chance, low, high] of [
            [0.003, 0.001, 0.01],
            [0.37, 0.3, 0.58],
            [0.999, 0.98, 0.9999],
          ] as const)
            for (const verdict of ["unpublished", "signalled", "unknown"] as const) {
              const [said, today] = [on(0).slice(0, 10), on(day).slice(0, 10)];
              const basis = {
                rows,
                kept: Math.ceil(rows / 2),
                cases: Math.ceil(rows / 3),
                allRows: 327,
                leansOnAll: rows < 8,
              };
              const next = { chance, low, high, by: on(day + 29).slice(0, 10) };
              const chances = { nextDays: next, byLatest: day < 57 ? next : undefined, by: [next], middle: today };
              const span = { from: today, to: on(day + 900).slice(0, 10) };
              const promise = {
                kind,
                said,
                phrase: shippedWatch.statements[1]?.phrase ?? "",
                earliestDay: 7,
                latestDay: 56,
              };
              const about = { promise, on: today, day, asOf: "2026-06-28" };
              for (const says of [
                { kind: "chance", basis, span, ...chances } as const,
                { kind: "too-few-like-this", because: "far", basis } as const,
              ])
                for (const promisedOn of [said, "2021-01-01"]) {
                  const words = catalogue(language);
                  const odds = oddsWords(words, { ...about, says }, { promisedOn, verdict });
                  const all = [...allOddsWords(words, { ...about, says }, { promisedOn, verdict }), odds.small];
                  expect(all.flatMap(stumbles)).toEqual([]);
                  for (const sentence of all) expect(sentence.length).toBeLessThanOrEqual(MOST.small);
                }
            }
    },
  );

  it.each(Object.keys(RULES) as Rule[])("a signal by the rule “%s” reads well without a title or a date", (rule) => {
    const [, shown] = noticesToShow.find(([, { kind }]) => kind === "signalled") ?? [];
    if (shown?.kind !== "signalled") throw new Error("no signal");
    const { date: _, note: __, ...signal } = shown.signal;
    expect(faults(say({ ...shown, signal: { ...signal, rule, title: " " } }, undefined, language))).toEqual([]);
  });

  it.each(COUNTS)("%i messages, or promises, in one read well", (count) => {
    for (const kind of ["reminder", "overdue"]) {
      const some = noticesToShow.flatMap(([, notice]) => (notice.kind === kind ? [notice] : []));
      expect(faults(saySumUp(many(some, Math.max(1, count)), language))).toEqual([]);
    }
  });

  it.each([
    "could not be reached (ENOTFOUND)",
    "could not be reached (CERT_HAS_EXPIRED)",
    "could not be reached (UND_ERR_SOCKET)",
    "could not be reached (no answer)",
    "its file could not be reached (ECONNREFUSED)",
    "its link said “not found” with status 200 (a soft 404)",
  ])("“%s” is said without its code", (detail) => {
    expect(stumbles(catalogue(language).recorded(detail))).toEqual([]);
    expect(catalogue(language).recorded(detail)).not.toMatch(/\(|404/);
  });
});

const everyEvidence: Evidence[] = noticesToShow.flatMap(([, notice]) =>
  notice.kind === "signalled" ? [notice.signal] : [],
);

it("the code stands in the small line of a message, once", () => {
  const [, blind] = noticesToShow.find(([, { kind }]) => kind === "blind") ?? [];
  if (!blind) throw new Error("nothing is blind");
  const message = say(counting(blind, 3, on(100)));
  expect(message.paragraphs.join(" ")).toContain("the site could not be found under its name");
  expect(message.small).toBe("ENOTFOUND");
  expect(codeIn("answered 403")).toBeUndefined();
});

const day = fc.integer({ min: -400, max: 2000 }).map((days) => on(days));
test(
  "on any day, before, on and after any other, the clock is one line that reads well",
  [day, fc.option(day, { nil: undefined }), fc.constantFrom<Language>(...LANGUAGES), fc.boolean()],
  (at, publishedAt, language, isWhole) => {
    const now = { ...status(shippedWatch, [], at), ...(publishedAt ? { publishedOn: publishedAt.slice(0, 10) } : {}) };
    const line = clockLine(catalogue(language), now, isWhole);
    expect(stumbles(line)).toEqual([]);
    expect(line).not.toMatch(/[.\n]$/);
    expect(line.length).toBeLessThan(200);
  },
  500,
);

it.each([
  "in 0 days",
  "the bot looked 1 times",
  "1 sources",
  "it failed (ENOTFOUND) (unavailable)",
  "New: “”",
  "« » est là",
  "a  b",
  "given: a copy..",
])("“%s” would be found", (text) => expect(stumbles(text)).not.toEqual([]));
