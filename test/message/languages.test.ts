/** What holds of every language: nothing is left in English or open, words of two directions do not mix, and whoever asks is answered in theirs. */
import { describe, expect, it } from "vitest";
import { plain } from "../../src/deliver/channels/discord/plain.ts";
import { inert } from "../../src/deliver/channels/printed.ts";
import { isolated } from "../../src/language/direction.ts";
import { catalogue, languageFor } from "../../src/message/languages.ts";
import { pens } from "../../src/message/pens.ts";
import { say } from "../../src/message/wording.ts";
import { LANGUAGES, type Language } from "../../src/watch/names.ts";
import { noticesToShow } from "../stand-ins/every-notice-on-record.ts";
import { fc, test } from "../stand-ins/properties.ts";

const OTHERS = LANGUAGES.filter((language) => language !== "en");
const ISOLATES = /\u2068[^\u2068\u2069]*\u2069/g;

/** Each word of a catalogue, by its path. Functions are left out. */
function wordsOf(tree: unknown, path = ""): [path: string, words: string][] {
  if (typeof tree === "string") return [[path, tree]];
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([name, branch]) => wordsOf(branch, `${path}.${name}`));
}

describe.each(OTHERS)("in %s", (language) => {
  it("no sentence is left in English", () => {
    const english = new Map(wordsOf(catalogue("en")));
    const same = wordsOf(catalogue(language)).filter(
      ([path, words]) => english.get(path) === words && / /.test(words) && path !== ".direction",
    );
    expect(same).toEqual([]);
  });

  it.each([
    "answered 403",
    "answered 503 (a waiting room)",
    "did not answer in time",
    "could not be reached (ECONNREFUSED)",
    "its file could not be reached (ECONNREFUSED)",
    "its link said “not found” with status 200 (a soft 404)",
    "answered, but what it said could not be kept: the disk is full",
    "only 12 words of text were found; a document has at least 300",
    "it is dated 2021-11-30 or 2021-12-01, before the promise",
    "holds more than 20,000 items",
    "robots.txt asks robots not to read this address",
  ])("“%s” is put into words", (detail) => {
    const said = catalogue(language).recorded(detail);
    expect(said).not.toMatch(/\$|undefined|\b(?:answered|could|its|holds|dated|words|disk|asks)\b/);
    expect(said).not.toContain(detail);
    expect(said).not.toMatch(/\d{4}-\d\d-\d\d/);
  });
});

it("what nobody knows is quoted as it stands", () => {
  expect(catalogue("ru").recorded("did something new")).toBe("«did something new»");
  expect(catalogue("ar").recorded("did something new")).toBe("«\u2068did something new\u2069»");
});

describe("counted as each language counts", () => {
  it.each<[Language, readonly string[]]>([
    ["en", ["0 days", "1 day", "2 days", "5 days", "11 days", "21 days"]],
    ["fr", ["0 jour", "1 jour", "2 jours", "5 jours", "11 jours", "21 jours"]],
    ["es", ["0 días", "1 día", "2 días", "5 días", "11 días", "21 días"]],
    ["ru", ["0 дней", "1 день", "2 дня", "5 дней", "11 дней", "21 день"]],
    ["zh", ["0天", "1天", "2天", "5天", "11天", "21天"]],
    ["ar", ["0 يوم", "يوم", "يومان", "5 أيام", "11 يومًا", "21 يومًا"]],
  ])("%s", (language, days) => {
    expect([0, 1, 2, 5, 11, 21].map(catalogue(language).days)).toEqual(days);
  });
});

it.each<[Language, string, string, string]>([
  ["en", "1 August 2022", "31 August 2022, 21:52 UTC", "4 years and 2 months"],
  ["fr", "1er août 2022", "31 août 2022, 21 h 52 UTC", "4 ans et 2 mois"],
  ["es", "1 de agosto de 2022", "31 de agosto de 2022, 21:52 UTC", "4 años y 2 meses"],
  ["ru", "1 августа 2022 года", "31 августа 2022 года, 21:52 UTC", "4 года и 2 месяца"],
  ["zh", "2022年8月1日", "2022年8月31日 21:52 UTC", "4年2个月"],
  ["ar", "1 آب/أغسطس 2022", "31 آب/أغسطس 2022، 21:52 UTC", "4 سنوات وشهران"],
])("%s writes a day, a moment and a stretch of time: %s", (language, day, moment, stretch) => {
  const words = catalogue(language);
  expect(words.day("2022-08-01")).toBe(day);
  expect(words.moment("2022-08-31T21:52:00.000Z")).toBe(moment);
  expect(words.stretch("2021-12-10", "2026-03-01")).toBe(stretch);
});

describe("words of two directions", () => {
  it.each(noticesToShow)(
    "%s has no Latin word of somebody else’s loose in Arabic, and begins each line in Arabic",
    (_, notice) => {
      const { title, paragraphs, small = "" } = say(notice, undefined, "ar");
      const lines = [title, ...paragraphs.flatMap((text) => text.split("\n"))].filter((line) => !/^[+−]/.test(line));
      for (const line of lines) {
        expect(line.replace(ISOLATES, "").replaceAll("UTC", "")).not.toMatch(/\p{Script=Latin}/u);
        expect(line).toMatch(/^[^\p{L}]*\p{Script=Arabic}/u);
      }
      expect(`${title}\n${paragraphs.join("\n")}\n${small}`).not.toMatch(/\u2068[^\u2069]*$/);
    },
  );

  it("an Arabic title within an English sentence is isolated, and an English one is as it was", () => {
    const { says, quote } = pens.en;
    expect(says`${quote("تقرير 2022")}, dated 31 August 2022`).toBe("“\u2068تقرير 2022\u2069”, dated 31 August 2022");
    expect(says`${quote("Report 2022")}, dated 31 August 2022`).toBe("“Report 2022”, dated 31 August 2022");
  });

  it.each([
    ["Discord", (text: string) => plain(text, 200)],
    ["a terminal", inert],
  ])("%s is given the isolates of a sentence, and no other turn of anybody’s", (_, shown) => {
    const title = isolated("تقرير\u202e 2022\u2069", "ltr");
    expect(shown(`Published: ${title}, \u202edehsilbup\u2066 today\u2068`)).toBe(
      "Published: \u2068تقرير 2022\u2069, dehsilbup today",
    );
  });

  test(
    "whatever is taken into a sentence, what stands around it keeps its place",
    [fc.string({ unit: fc.constantFrom("a", "ب", "1", " ", "\u202e", "\u2066", "\u2068", "\u2069") })],
    (text) => {
      const said = inert(`x ${isolated(text, "ltr")} y`);
      const depth = [...said].reduce(
        (open, one) => (one === "\u2068" ? open + 1 : one === "\u2069" ? open - 1 : open),
        0,
      );
      expect(depth).toBe(0);
      expect(said).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
    },
  );
});

it.each([
  ["en-GB", "en"],
  ["fr", "fr"],
  ["es-ES", "es"],
  ["es-419", "es"],
  ["ru", "ru"],
  ["zh-CN", "zh"],
  ["zh-TW", "zh"],
  ["ar", "ar"],
  ["de", "en"],
  [undefined, "en"],
])("whoever asks in %s is answered in %s", (locale, language) => {
  expect(languageFor(locale)).toBe(language);
});
