/** The pages' own words: every language says each of them, in its own words, and whoever asks is answered in theirs. */
import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../src/watch/names.ts";
import { ownNameOf, pageWords } from "../../src/web/words/languages.ts";
import { serve } from "../stand-ins/page.ts";

/** What may be said to a word of the catalogue: each takes some of it. */
const NAME = "Qx";
const DAY = "2022-08-31";
const GIVEN: readonly unknown[] = [
  ...[0, 1, 2, 5, 21],
  ...[NAME, "", DAY, `${DAY}T21:52:00.000Z`, "wordless"],
  list(NAME),
  { earliest: DAY, likely: DAY, latest: "2022-09-30" },
  { read: 1, partly: 2, unread: 3, unlooked: 4, unwatched: 5 },
];
/** That is not taken for a figure or a text. */
function list(...names: string[]): readonly string[] {
  const refuses = () => {
    throw new TypeError("a list is no word");
  };
  return Object.assign(names, { toString: refuses });
}

const WRONG = /NaN|Invalid/;
const OPEN = /undefined|null|\[object/;
const EVERY = LANGUAGES.map((language) => pageWords(language));

/** Every sentence of a language, by its path and by what was put in: whatever each language takes there. */
function sentences(language: Language): Map<string, string> {
  const at = LANGUAGES.indexOf(language);
  const said = new Map<string, string>();
  const walk = (words: readonly unknown[], path: string): void => {
    const mine = words[at];
    if (typeof mine === "string") said.set(path, mine);
    else if (isWord(mine)) {
      const given = combinations(mine.length).filter((one) => words.every((word) => isWord(word) && takes(word, one)));
      if (given.length === 0) said.set(path, "undefined: nothing fits it");
      for (const one of given) said.set(`${path}(${JSON.stringify(one)})`, String(mine(...one)));
    } else if (typeof mine === "object" && mine !== null)
      for (const name of Object.keys(mine))
        walk(
          words.map((one) => (one as Record<string, unknown>)[name]),
          `${path}.${name}`,
        );
  };
  walk(EVERY, "");
  return said;
}

function isWord(value: unknown): value is (...given: unknown[]) => unknown {
  return typeof value === "function";
}

function combinations(length: number): unknown[][] {
  if (length === 0) return [[]];
  return combinations(length - 1).flatMap((before) => GIVEN.map((one) => [...before, one]));
}

function takes(word: (...given: unknown[]) => unknown, given: unknown[]): boolean {
  try {
    return !WRONG.test(String(word(...given)));
  } catch {
    return false;
  }
}

/** What is called the same everywhere: names, formats, and what a person types or looks for in a file. */
const SAME =
  /coming-weeks|UTC|API|HTTP|SHA-256|JSON|JavaScript|Atom|iCalendar|PNG|SVG|Brier|log|OAI-PMH|ECDSA|Base64|checkpoint|txt|sig|key|pem|Europe\/Zurich|Jane Doe|in the coming weeks|archived|Gray report|en:|since|10m|6h|\{\w+\}|Qx|wordless|T21|Z/g;

describe.each(LANGUAGES.filter((language) => language !== "en"))("the pages in %s", (language) => {
  const said = sentences(language);

  it("say as much as the English ones do, and leave nothing open", () => {
    expect([...said.keys()]).toEqual([...sentences("en").keys()]);
    expect([...said].filter(([, sentence]) => sentence === "" || OPEN.test(sentence))).toEqual([]);
  });

  it("have no English word among their own", () => {
    const isLatin = language === "fr" || language === "es";
    const english = isLatin
      ? /(?<!\p{L})(?:the|of|and|is|are|was|not|which|its|it|with|by|this|that)(?!\p{L})/iu
      : /[a-z]{2,}/i;
    expect([...said].filter(([, sentence]) => english.test(sentence.replace(SAME, "")))).toEqual([]);
  });
});

describe("whoever asks is answered in their own language", () => {
  it.each<[string, Language]>([
    ["ar-EG,ar;q=0.9,en;q=0.5", "ar"],
    ["zh-TW", "zh"],
    ["es-419,es;q=0.8", "es"],
    ["pt-BR,pt;q=0.9,ru;q=0.4", "ru"],
    ["pt-BR", "en"],
    ["de, fr-CH;q=0.9, en;q=0.8", "fr"],
    ["*", "en"],
    ["ar;q=0, zh;q=0.1", "zh"],
  ])("%s: %s", async (asked, language) => {
    const { get } = await serve();
    for (const path of ["/", "/log", "/keys", "/nowhere"]) {
      const $ = load(await (await get(path, { "accept-language": asked })).text());
      expect([path, $("html").attr("lang"), $("html").attr("dir")]).toEqual([
        path,
        language,
        language === "ar" ? "rtl" : "ltr",
      ]);
      expect($("footer [aria-current]").text()).toBe(ownNameOf(language));
    }
  });
});
