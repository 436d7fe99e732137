import { describe, expect, it } from "vitest";
import { noticeEmbed } from "../../src/deliver/channels/discord/embed.ts";
import type { Evidence } from "../../src/judge/evidence.ts";
import type { Notice, Told } from "../../src/judge/notice.ts";
import type { Proposal } from "../../src/judge/proposal.ts";
import type { Status } from "../../src/judge/status.ts";
import { shorten } from "../../src/message/shorten.ts";
import { plainText, say } from "../../src/message/wording.ts";
import type { Statement } from "../../src/watch/statement.ts";
import { DOCUMENT_PATH, SITE, TITLE } from "../stand-ins/ohchr.ts";
import { fc, test } from "../stand-ins/properties.ts";

const horizon = { earliest: "2021-12-17", likely: "2022-01-07", latest: "2022-02-04", basis: "taken as 8 weeks" };
const status: Status = {
  watch: "xinjiang-assessment",
  title: "OHCHR assessment",
  publisher: "OHCHR",
  verdict: "unpublished",
  standing: "due",
  promisedOn: "2021-12-10",
  promisedBy: "Rupert Colville",
  phrase: "in the coming weeks",
  horizon,
  day: 49,
  today: "2022-01-28",
};
const evidence: Evidence = {
  id: "1a2b3c4d",
  rule: "document-at-known-address",
  url: SITE + DOCUMENT_PATH,
  title: TITLE,
  date: "2022-08-31",
  capture: "0".repeat(64),
  source: "document-page",
  foundAt: "2022-08-31T21:50:00Z",
  state: "standing",
};
const since = "2022-01-27T12:00:00Z";
const source = { id: "latest", name: "the latest-news listing", url: `${SITE}/en/latest`, since };
const unread = { ...source, problem: "blocked" as const, detail: "answered 403" };
const change = { kind: "appeared" as const, title: "Press briefing notes", url: `${SITE}/en/x`, date: "2022-01-28" };

const facts = { sha256: "0".repeat(64), bytes: 1_200_000, pages: 48, isAdvance: true };
const said: Statement[] = [
  { on: "2022-01-20", by: "Rupert Colville", phrase: "in a few weeks", bearing: "promise", link: SITE },
  { on: "2022-01-20", by: "Rupert Colville", phrase: "not before the games", bearing: "floor", link: SITE },
  { on: "2022-01-20", by: "Rupert Colville", phrase: "no date yet", bearing: "no-date", link: SITE },
];
const proposal: Omit<Proposal, "statement"> = {
  id: "1a2b3c4d",
  sentence: "It will be out in a few weeks.",
  provenance: "own",
  capture: "0".repeat(64),
  source: "latest",
  foundAt: "2022-01-20T12:00:00Z",
  state: "open",
};
const told: Told[] = [
  { kind: "started", read: ["the PDF"], notThere: [{ name: "the feed", url: SITE }], unread: [unread] },
  { kind: "changed", source: source.name, url: source.url, change },
  { kind: "signalled", signal: { ...evidence, rule: "title-without-document" } },
  { kind: "published", proofs: [evidence] },
  { kind: "withdrawn", proofs: [evidence] },
  { kind: "overdue", phrase: status.phrase, promisedOn: status.promisedOn, horizon },
  {
    kind: "reminder",
    looks: {
      since,
      looks: 2016,
      failed: 8,
      covered: 0.9965,
      longestGap: { source: "latest", from: since, to: "2022-01-27T12:41:00Z", failures: 4 },
    },
    unread: [],
  },
  { kind: "blind", sources: [unread] },
  { kind: "recovered", sources: [{ ...source, changes: 2 }] },
  { kind: "corrected", correction: "dismissed", evidence, by: "Ana", reason: "a copy" },
  ...said.flatMap((statement): Told[] => [
    { kind: "proposed", proposal: { ...proposal, statement }, more: 2 },
    { kind: "stated", statement: { ...statement, addedBy: "Ana" }, by: "Ana" },
  ]),
  { kind: "stated", statement: said[0] as Statement, by: "Ben", isTakenBack: true },
  { kind: "edition", as: "final", evidence, than: SITE, added: ["A sentence."], removed: ["Another."], more: 3 },
  {
    kind: "edition",
    as: "replaced",
    source: "the document",
    change: {
      ...change,
      kind: "edited",
      file: { what: "replaced", before: facts, after: { ...facts, sha256: "1".repeat(64) } },
    },
  },
];

function notice(what: Told): Notice {
  const published = {
    ...status,
    verdict: "published" as const,
    standing: "kept-late" as const,
    publishedOn: "2022-08-31",
  };
  const grounds = [{ rule: evidence.rule, url: evidence.url, capture: evidence.capture }];
  return {
    ...what,
    key: "key",
    watch: status.watch,
    at: "2022-01-28T12:00:00Z",
    status: what.kind === "published" ? published : status,
    grounds,
  };
}

describe.each(told)("the message $kind", (what) => {
  it("says where things stand, in a handful of lines, with no field left empty", () => {
    const message = say(notice(what));
    const text = plainText(message);
    expect(text).toContain("Status: ");
    expect(text).toContain("Day 49 since 10 December 2021, when Rupert Colville said “in the coming weeks”.");
    expect(text).toContain("4 February 2022");
    expect(text.split("\n").length).toBeLessThanOrEqual(10);
    expect(message.title + text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it("says as much in French", () => {
    const message = say(notice(what), undefined, "fr");
    const english = say(notice(what));
    expect(message.title).not.toBe(english.title);
    expect(message.paragraphs).toHaveLength(english.paragraphs.length);
    expect(plainText(message)).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

it.each([
  [
    "reminder",
    "Looked 2,016 times since 27 January 2022, 12:00 UTC; 8 looks failed; 99.6% of the time covered. The longest time any source went unread was 41 minutes.",
  ],
  [
    "blind",
    "Unread for 24 hours, since 27 January 2022, 12:00 UTC: the latest-news listing. Each time, the site answered 403 (blocked).",
  ],
  [
    "published",
    "That is 264 days after the promise, 208 days after the longest reading of “in the coming weeks” ended.",
  ],
  [
    "overdue",
    "The longest reading of “in the coming weeks”, said on 10 December 2021, ended on 4 February 2022. No publication has been found.",
  ],
])("%s reads: %s", (kind, sentence) => {
  const what = told.find((candidate) => candidate.kind === kind);
  expect(what && plainText(say(notice(what)))).toContain(sentence);
});

test(
  "a text is cut in the middle, to its limit, and never through a character",
  [fc.string({ unit: "grapheme", maxLength: 400 }), fc.integer({ min: 10, max: 200 })],
  (text, limit) => {
    const cut = shorten(text, limit);
    expect(cut.length).toBeLessThanOrEqual(limit);
    expect(cut.isWellFormed()).toBe(true);
  },
);

test(
  "whatever was fetched, an embed stays inside Discord's limits",
  [fc.string({ unit: "binary", maxLength: 6000 }), fc.array(fc.string({ maxLength: 500 }), { maxLength: 40 })],
  (title, added) => {
    const told = notice({
      kind: "changed",
      source: title,
      url: SITE,
      change: { ...change, kind: "edited", title, added, removed: added },
    });
    const made = noticeEmbed(say(told), { notice: told, id: "id" });
    expect(made.title?.length).toBeLessThanOrEqual(256);
    expect(made.description?.length).toBeLessThanOrEqual(4096);
    expect(
      (made.title?.length ?? 0) + (made.description?.length ?? 0) + (made.footer?.text.length ?? 0),
    ).toBeLessThanOrEqual(6000);
  },
);
