/** The one verdict: what was found, and, where nothing was, whether that says anything. */
import { describe, expect, it } from "vitest";
import type { SourceHealth } from "../../src/judge/source-health.ts";
import { status } from "../../src/judge/status.ts";
import { chartSvg } from "../../src/message/chart.ts";
import { en } from "../../src/message/en.ts";
import { fr } from "../../src/message/fr.ts";
import { timeline } from "../../src/message/timeline.ts";
import { newsOf, standingText, whereThingsStand } from "../../src/message/where-things-stand.ts";
import { plainText, say } from "../../src/message/wording.ts";
import { badge } from "../../src/web/badge.ts";
import { noticesToShow, shippedWatch } from "../stand-ins/every-notice-on-record.ts";

const AT = "2022-03-01T12:00:00.000Z";
const HOUR = 3_600_000;
const READ = "2022-03-01T11:30:00.000Z";
const LONG_AGO = "2022-02-01T12:00:00.000Z";

function source(change: Partial<SourceHealth> = {}): SourceHealth {
  return {
    ...{ id: "latest", name: "latest", url: "https://www.ohchr.org/en/latest", existence: "confirmed" },
    ...{ isConjecture: false, isOwn: true, patience: 6 * HOUR, detail: "", problem: undefined },
    ...{ checkedAt: READ, goodAt: READ, failingSince: undefined, toldBlindAt: undefined, recovered: undefined },
    ...change,
  };
}

const read = source();
const refused = source({ failingSince: READ, problem: "blocked" });
const fresh = source({ checkedAt: undefined, goodAt: undefined });
const guess = source({ isConjecture: true, goodAt: undefined, failingSince: READ, problem: "gone" });
const abandoned = source({ checkedAt: LONG_AGO, goodAt: LONG_AGO, dueAt: "2022-02-01T13:00:00.000Z" });
const paused = source({ isPaused: true });

const now = (...sources: SourceHealth[]) => status(shippedWatch, [], AT, sources);

describe("where nothing was found, the verdict", () => {
  it.each<[string, SourceHealth[], object]>([
    ["“unpublished” where a source is read", [read, refused], { verdict: "unpublished", reading: { read: 1, of: 2 } }],
    [
      "the same where it is only a little late to be looked at",
      [source({ dueAt: "2022-03-01T08:00:00.000Z" })],
      { verdict: "unpublished" },
    ],
    [
      "“unknown” where none can be read",
      [refused, fresh],
      { verdict: "unknown", unknownBecause: "unread", reading: { read: 0, of: 2 } },
    ],
    ["“unknown” where nobody has looked yet", [fresh, fresh], { verdict: "unknown", unknownBecause: "never-looked" }],
    ["“unknown” where nobody looks any more", [abandoned], { verdict: "unknown", unknownBecause: "looked-no-more" }],
    [
      "“unknown” where all is paused, however well it was read",
      [paused],
      { verdict: "unknown", unknownBecause: "paused" },
    ],
    [
      "no better for a source that is paused, or a mere guess",
      [paused, guess, refused],
      { verdict: "unknown", unknownBecause: "unread", reading: { read: 0, of: 1 } },
    ],
  ])("is %s", (_, sources, expected) => {
    expect(now(...sources)).toMatchObject(expected);
  });

  it("is unknown for the page, the chart, the card and the badge alike, in either language, and says why", () => {
    const reasons = [fresh, paused, abandoned, refused].map((one) => now(one));
    for (const shown of reasons) {
      expect(whereThingsStand(shown).news).toBe(newsOf(en, shown));
      expect(whereThingsStand(shown, [], "fr").news).toBe(fr.typeset(newsOf(fr, shown)));
      expect(standingText(whereThingsStand(shown))).not.toMatch(/not published/i);
      expect(chartSvg(timeline(shippedWatch, shown, [], AT), "en")).toContain(">Unknown · day 81<");
      expect(String(badge(shown))).toContain("unknown · day 81");
    }
    for (const words of [en, fr]) expect(new Set(reasons.map((shown) => newsOf(words, shown))).size).toBe(4);
  });
});

it("a notice of before there was “unknown”, which says that nothing could be read, is told as it would be today", () => {
  const [, started] = noticesToShow.find(([, { kind }]) => kind === "started") ?? [];
  if (started?.kind !== "started") throw new Error("nothing was started");
  const told = { ...started, read: [], notThere: [], unread: [] };
  const reading = { read: 0, of: 1 };
  const then = { ...told, status: { ...told.status, verdict: "unpublished" as const, reading } };
  const today = { ...told, status: { ...told.status, verdict: "unknown" as const, unknownBecause: "unread" as const } };
  for (const language of ["en", "fr"] as const)
    expect(plainText(say(then, undefined, language))).toBe(plainText(say(today, undefined, language)));
  expect(plainText(say(then))).not.toMatch(/not published|overdue/i);
});
