/** A notice of every kind. */
import type { Evidence } from "../../src/judge/evidence.ts";
import type { Notice, Told } from "../../src/judge/notice.ts";
import type { Proposal } from "../../src/judge/proposal.ts";
import { REVISIONS } from "../../src/judge/revision.ts";
import type { Status } from "../../src/judge/status.ts";
import type { Statement } from "../../src/watch/statement.ts";
import { DOCUMENT_PATH, SITE, TITLE } from "./ohchr.ts";

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
export const change = {
  kind: "appeared" as const,
  title: "Press briefing notes",
  url: `${SITE}/en/x`,
  date: "2022-01-28",
};

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
export const told: Told[] = [
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
  ...REVISIONS.map((what): Told => {
    const isSources = what.startsWith("source-");
    const revision = { what, ...(isSources ? { source } : {}), ...(what === "muted" ? { until: "2022-02-04" } : {}) };
    return { kind: "revised", revisions: [revision], by: "Ana" };
  }),
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

/** A notice that tells something. @param more another key, watch or instant */
export function notice(what: Told, more: Partial<Pick<Notice, "key" | "watch" | "at">> = {}): Notice {
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
    ...more,
  };
}
