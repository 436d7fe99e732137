import { describe, expect, it } from "vitest";
import wrapAnsi from "wrap-ansi";
import { status } from "../../src/judge/status.ts";
import { clockLine } from "../../src/message/clock-words.ts";
import { en } from "../../src/message/en.ts";
import { fr } from "../../src/message/fr.ts";
import { itemTitle } from "../../src/message/named.ts";
import { shorten, shortenAround } from "../../src/message/shorten.ts";
import { type Message, plainText, say } from "../../src/message/wording.ts";
import { LANGUAGES, type Language } from "../../src/watch/names.ts";
import { notice, told } from "../stand-ins/every-notice.ts";
import { noticesToShow, shippedWatch } from "../stand-ins/every-notice-on-record.ts";
import { fc, test } from "../stand-ins/properties.ts";

/** Characters that a line of Discord's holds on a phone, and of its small print (measured in test/pictures/pictures.ts). */
const LINE = 40;
const SMALL_LINE = 48;
const MOST_LINES = 8;
/** Spanish, Russian and Arabic say the same in more letters. */
const MOST_LINES_IN: Partial<Record<Language, number>> = { es: 9, ru: 9, ar: 9 };

function linesOf({ title, paragraphs, small = "" }: Message, kind: string): number {
  const wrapped = (text: string, width: number) =>
    text === "" ? 0 : wrapAnsi(text, width, { hard: true }).split("\n").length;
  const mark = `coming-weeks · ${kind} · 0123456789abcdef`;
  const sum = (texts: readonly string[], width: number) =>
    texts.reduce((lines, text) => lines + wrapped(text, width), 0);
  return sum([title, ...paragraphs], LINE) + sum([small, mark], SMALL_LINE);
}

describe.each(LANGUAGES)("every message in %s", (language) => {
  it.each(noticesToShow)("%s stays within its lines of a phone", (_, one) => {
    const message = say(one, undefined, language);
    expect(linesOf(message, one.kind), plainText(message)).toBeLessThanOrEqual(MOST_LINES_IN[language] ?? MOST_LINES);
  });

  it.each(noticesToShow)("%s has no field left empty, no digest, no jargon, and no bare address", (_, one) => {
    const message = say(one, undefined, language);
    const said = [message.title, ...message.paragraphs, message.small ?? ""].join("\n");
    expect(said).not.toMatch(
      /undefined|null|NaN|\[object|https?:|[0-9a-f]{40}|horizon|kept late|Status:|\b0 (?:days|jour)/i,
    );
    expect(message.title).not.toContain("\n");
  });

  it.each(noticesToShow)("%s says how long it has been once", (_, one) => {
    const said = say(one, undefined, language).paragraphs.join("\n");
    expect(said.match(/(?:days|jours) (?:since|after|depuis|après)/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });
});

it("says in French as much as in English", () => {
  for (const what of told) {
    const [english, french] = [say(notice(what)), say(notice(what), undefined, "fr")];
    expect(french.title).not.toBe(english.title);
    expect(french.paragraphs).toHaveLength(english.paragraphs.length);
    expect(french.small === undefined).toBe(english.small === undefined);
  }
});

it.each([
  ["published", "264 days after “in the coming weeks” · 208 past its longest reading"],
  ["reminder", "2,016 looks in 1 day, 8 failed · 99.6% of the time covered · longest gap 41 minutes"],
  ["blind", "Unread for 24 hours: the latest-news listing. Each time, the site answered 403."],
  ["overdue", "Said on 10 December 2021; its longest reading ended on 4 February 2022. No publication has been found."],
])("%s reads: %s", (kind, sentence) => {
  const what = told.find((candidate) => candidate.kind === kind);
  expect(what && plainText(say(notice(what)))).toContain(sentence);
});

it("an overdue promise of which something was found is not said to have nothing found", () => {
  const what = told.find(({ kind }) => kind === "overdue");
  const one = what && notice(what);
  if (!one) throw new Error("none");
  const text = plainText(say({ ...one, status: { ...one.status, verdict: "signalled" } }));
  expect(text).not.toContain("No publication has been found");
  expect(text).toContain("Something that may be it was found; nobody has confirmed it yet.");
});

describe("the clock", () => {
  const at = (day: string) => status(shippedWatch, [], `${day}T12:00:00Z`);

  it.each([
    ["2021-12-10", "Said today: “in the coming weeks” · expected from 17 December 2021 to 4 February 2022"],
    ["2021-12-11", "1 day since “in the coming weeks” · expected from 17 December 2021 to 4 February 2022"],
    ["2022-01-28", "49 days since “in the coming weeks” · at its longest until 4 February 2022"],
    ["2022-02-04", "56 days since “in the coming weeks” · at its longest until today"],
    ["2022-02-05", "57 days since “in the coming weeks” · 1 day past its longest reading"],
    ["2022-02-06", "58 days since “in the coming weeks” · 2 past its longest reading"],
    ["2026-03-01", "4 years and 2 months since “in the coming weeks” · 4 years past its longest reading"],
  ])("on %s says: %s", (day, sentence) => {
    expect(clockLine(en, at(day))).toBe(sentence);
  });

  it("says beside it how a newer promise stands", () => {
    expect(clockLine(en, at("2022-07-01"), true)).toContain("a later promise: by 31 August");
    expect(clockLine(fr, at("2022-09-10"), true)).toContain("une promesse ultérieure a expiré le 31 août");
  });
});

describe("an item's title", () => {
  const date = "2022-08-31";
  it.each([
    ["country report | 31 August 2022 The assessment of the camps", "The assessment of the camps"],
    ["31 August 2022 The assessment of the camps", "The assessment of the camps"],
    ["The assessment of the camps | 31 August 2022", "The assessment of the camps"],
    ["The situation on 31 August 2022 in the camps", "The situation on 31 August 2022 in the camps"],
    ["Report | 1 May 2020 The camps", "Report | 1 May 2020 The camps"],
    ["31 August 2022", "31 August 2022"],
  ])("%s is called: %s", (title, called) => {
    expect(itemTitle(en, title, date)).toBe(called);
  });
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

it("of a long sentence, the words that count are quoted", () => {
  const sentence = "The spokesperson said that the report would not be out before the Olympics start on 4 February.";
  const quoted = shortenAround(sentence, "would not be out before the Olympics start", 74);
  expect(quoted).toBe("… the report would not be out before the Olympics start on 4 February.");
});

test(
  "a text is cut around words of its own, to its limit, and keeps them",
  [fc.string({ maxLength: 200 }), fc.string({ minLength: 1, maxLength: 30 }), fc.string({ maxLength: 200 })],
  (before, words, after) => {
    const cut = shortenAround(before + words + after, words, 74);
    expect(cut.length).toBeLessThanOrEqual(74);
    expect(cut).toContain(words.trim());
  },
);
