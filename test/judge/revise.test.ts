/** What people are told when a watch is changed, of one version after another. */
import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/judge/notice.ts";
import { readingRules } from "../../src/judge/reading-rules.ts";
import { revisionNotices } from "../../src/judge/revise.ts";
import { say } from "../../src/message/wording.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { shippedWatch } from "../stand-ins/every-notice-on-record.ts";

const [first] = shippedWatch.sources;
if (!first) throw new Error("no source");
const promise = {
  on: "2022-03-01",
  by: "The spokesperson",
  phrase: "by the end of April",
  bearing: "promise",
} as const;

function told(
  change: (watch: Watch) => Watch,
  { wasArchived = false, isArchived = false, by = "Ana" as string | undefined, proposals = [] as never[] } = {},
): Notice[] {
  const before = { watch: shippedWatch, isArchived: wasArchived };
  const after = { watch: change(shippedWatch), isArchived };
  return revisionNotices({ before, after, version: 2, by }, { proposals, evidence: [] }, "2022-03-02T12:00:00Z");
}

const withSource = (change: object) => (watch: Watch) => ({
  ...watch,
  sources: [{ ...first, ...change }, ...watch.sources.slice(1)],
});
const withEvidence = (change: object) => (watch: Watch) => ({ ...watch, evidence: { ...watch.evidence, ...change } });

describe("a change that people should know of", () => {
  it.each<[string, (watch: Watch) => Watch, string]>([
    ["it is paused", (watch) => ({ ...watch, paused: true }), "Paused"],
    ["it is muted", (watch) => ({ ...watch, mute_until: "2022-04-01" }), "Muted"],
    [
      "a source is added",
      (watch) => ({ ...watch, sources: [...watch.sources, { ...first, id: "new" }] }),
      "Source added",
    ],
    ["a source is taken out", (watch) => ({ ...watch, sources: watch.sources.slice(1) }), "Source removed"],
    ["a source is paused", withSource({ paused: true }), "Source paused"],
    ["a source is read elsewhere", withSource({ url: "https://www.ohchr.org/en/other" }), "Source changed"],
    ["it is called otherwise", (watch) => ({ ...watch, title: "Another" }), "Title changed"],
    ["the title is learnt", withEvidence({ titles: ["Another"] }), "Title changed"],
    ["other words count", withEvidence({ topic: ["Another"] }), "What counts has changed"],
    [
      "another host can prove",
      (watch) => ({ ...watch, publisher: { ...watch.publisher, hosts: ["x.org"] } }),
      "Publisher’s hosts changed",
    ],
    ["a promise is added", (watch) => ({ ...watch, statements: [...watch.statements, promise] }), "New promise"],
    [
      "a promise is taken out",
      (watch) => ({ ...watch, statements: watch.statements.slice(0, -1) }),
      "Taken back: “New promise",
    ],
  ])("is told when %s", (_, change, title) => {
    const notices = told(change);
    expect(notices.map((notice) => say(notice).title.split(":")[0])).toEqual([title.split(":")[0]]);
    expect(say(notices[0] as Notice).title).toContain(title);
    expect(JSON.stringify(notices)).toContain('"by":"Ana"');
  });

  it("heads the message with what weighs most, and names the rest below", () => {
    const [notice] = told((watch) => ({
      ...withSource({ paused: true })(watch),
      paused: true,
      mute_until: "2022-04-01",
    }));
    expect(notice && say(notice)).toMatchObject({
      title: expect.stringMatching(/^Paused/),
      paragraphs: [
        "Nothing of it is looked at or told until it goes on.",
        "Until 1 April 2022 only the publication, and what may be it, is told; the rest waits.",
        "Not looked at for now: the document's page.",
      ],
      small: "changed by a reviewer",
    });
  });

  it("says that a watch is no longer watched, and watched again", () => {
    expect(told((watch) => watch, { isArchived: true })).toMatchObject([{ revisions: [{ what: "archived" }] }]);
    expect(told((watch) => watch, { wasArchived: true, by: undefined })).toMatchObject([
      { revisions: [{ what: "returned" }] },
    ]);
  });
});

describe("a change that is nobody's news is not told", () => {
  it.each<[string, (watch: Watch) => Watch]>([
    ["nothing", (watch) => watch],
    ["how often it looks", withSource({ every: 60_000 })],
    ["what a source is called", withSource({ name: "the page itself" })],
    ["how long it waits before it tells of silence", withSource({ patience: 60_000 })],
    [
      "where a statement was reported",
      (watch) => ({ ...watch, statements: watch.statements.map((one) => ({ ...one, link: "https://example.org/x" })) }),
    ],
  ])("%s", (_, change) => {
    expect(told(change)).toEqual([]);
  });

  it("a new watch: its first look is told", () => {
    const after = { watch: shippedWatch, isArchived: false };
    const nothing = { proposals: [], evidence: [] };
    expect(
      revisionNotices({ before: undefined, after, version: 1, by: "Ana" }, nothing, "2022-03-02T12:00:00Z"),
    ).toEqual([]);
  });
});

describe("what stands on a page is judged anew when the rules are others", () => {
  const rules = (watch: Watch) => readingRules(watch, first.id);
  it.each<[string, (watch: Watch) => Watch, boolean]>([
    ["by other words", withEvidence({ topic: ["Another"] }), true],
    ["on another host", (watch) => ({ ...watch, publisher: { ...watch.publisher, hosts: ["x.org"] } }), true],
    ["at another address", withSource({ url: "https://www.ohchr.org/en/other" }), true],
    [
      "from an earlier promise on",
      (watch) => ({ ...watch, statements: [{ ...promise, on: "2020-01-01" }, ...watch.statements] }),
      true,
    ],
    ["but not when it is looked at more often", withSource({ every: 60_000 }), false],
    ["nor when a later promise is made", (watch) => ({ ...watch, statements: [...watch.statements, promise] }), false],
    ["nor when it is paused", (watch) => ({ ...watch, paused: true }), false],
  ])("%s", (_, change, isOther) => {
    expect(rules(change(shippedWatch)) !== rules(shippedWatch)).toBe(isOther);
  });
});
