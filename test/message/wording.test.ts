import { describe, expect, it } from "vitest";
import { noticeEmbed } from "../../src/deliver/channels/discord/embed.ts";
import { shorten } from "../../src/message/shorten.ts";
import { plainText, say } from "../../src/message/wording.ts";
import { change, notice, told } from "../stand-ins/every-notice.ts";
import { SITE } from "../stand-ins/ohchr.ts";
import { fc, test } from "../stand-ins/properties.ts";

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
