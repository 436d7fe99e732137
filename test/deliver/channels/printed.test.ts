/** What people read in a terminal: within its columns, broken between words, and weighted only where there is a terminal to show it. */
import { afterEach, describe, expect, it, vi } from "vitest";
import wrapAnsi from "wrap-ansi";
import { bold, dim, printed, withSmall } from "../../../src/deliver/channels/printed.ts";
import { forPeople } from "../../../src/deliver/channels/terminal.ts";
import { noticesToShow } from "../../stand-ins/every-notice-on-record.ts";
import { fc, test } from "../../stand-ins/properties.ts";

afterEach(() => vi.unstubAllEnvs());

const ADDRESS = `https://www.ohchr.org/en/documents/${"country-reports-and-more-".repeat(4)}`;
const ID = "0123456789abcdef".repeat(2);
/** Columns that a line takes, at most: of a line that fits, wrapping makes one. */
const fits = (line: string) => !wrapAnsi(line, 80, { hard: true, trim: false }).includes("\n");

describe("every message in a terminal", () => {
  it.each(noticesToShow)("%s stands within 80 columns, but for its addresses, which stay whole", (_, notice) => {
    const lines = forPeople(notice).split("\n");
    expect(lines.filter((line) => !fits(line) && !/^ +https:\S+$/.test(line))).toEqual([]);
  });

  it("is in the language of the settings, and names the page with the evidence", () => {
    const [, notice] = noticesToShow.find(([name]) => name.includes("published")) ?? [];
    if (!notice) throw new Error("nothing is published");
    const said = forPeople(notice, "https://watch.example.org/notices/1", "es");
    expect(said).toContain("Publicado");
    expect(said).toContain("https://watch.example.org/notices/1");
  });

  it.each(noticesToShow)("%s gives the news first, and its name last", (_, notice) => {
    const lines = forPeople(notice).trimEnd().split("\n");
    expect(lines[0]).toMatch(/^2022-08-31 21:52 {2}\S/);
    expect(lines.at(-1)).toMatch(/^ {2}Notice [0-9a-f]{16}$/);
  });
});

describe("a text", () => {
  it.each([
    ["is broken between words", "word ".repeat(40)],
    ["of Chinese is broken where a line is full", "新疆人权状况评估".repeat(20)],
    ["of Arabic is broken between words", "تقييم حالة حقوق الإنسان في شينجيانغ ".repeat(8)],
    ["of several lines keeps them", "a\n".repeat(5)],
  ])("%s", (_, text) => {
    const lines = printed(text, 4, "label: ").split("\n");
    expect(lines.every(fits)).toBe(true);
    expect(lines[0]).toMatch(/^ {4}label: \S/);
    const kept = (some: string) => some.replace(/\s/g, "");
    expect(kept(lines.join(""))).toBe(kept(`label: ${text}`));
  });

  it.each([ADDRESS, ID])("keeps %s whole", (word) => {
    for (let before = 0; before < 80; before += 7)
      expect(printed(`${"a ".repeat(before)}${word} and more words`, 6).split(/\s+/)).toContain(word);
  });

  test("of whatever was fetched moves nothing in a terminal", [fc.string({ unit: "binary", maxLength: 300 })], (text) =>
    expect(printed(text)).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u),
  );

  it("has its small print beside it, or below where there is no room", () => {
    expect(withSmall("the feed: read", ["feed"], 4)).toBe("    the feed: read · feed");
    expect(withSmall("the feed: read", ["word ".repeat(14).trim()], 4).split("\n")).toHaveLength(2);
    expect(withSmall("the feed: read", [])).toBe("the feed: read");
  });
});

describe("weight", () => {
  it.each([
    ["is not shown where there is no terminal", {}, false],
    ["is shown where it is asked for", { FORCE_COLOR: "1" }, true],
    ["is not shown where it is asked not to be", { NO_COLOR: "1" }, false],
  ])("%s", (_, environment, isShown) => {
    for (const name of ["NO_COLOR", "FORCE_COLOR", "NODE_DISABLE_COLORS"]) vi.stubEnv(name, undefined);
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    expect(bold("news") !== "news").toBe(isShown);
    expect(dim("small") !== "small").toBe(isShown);
  });
});
