import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { matcherFor } from "../../src/judge/match.ts";
import { watchOf } from "../stand-ins/office.ts";
import { TITLE } from "../stand-ins/ohchr.ts";
import { fc, test } from "../stand-ins/properties.ts";

const [watch] = loadConfig(new URL("../../config/coming-weeks.yaml", import.meta.url).pathname, {}).watches;
if (!watch) throw new Error("the shipped watch is missing");
const matcher = matcherFor(watch);

describe("a headline", () => {
  it.each([
    [TITLE, "same"],
    ["ohchr assessment human rights concerns xinjiang uyghur autonomous region", "same"],
    [`Report: ${TITLE}`, "near"],
    [TITLE.replace("Uyghur", "Uighur").replace("Xinjiang", "Sinkiang"), "same"],
    [TITLE.replace("Xinjiang Uyghur", "Tibet"), undefined],
    ["Human rights in Xinjiang", undefined],
    ["", undefined],
  ])("“%s” is the title: %s", (title, expected) => expect(matcher.title(title)).toBe(expected));

  it.each([
    ["UN Human Rights Office issues assessment of human rights concerns in Xinjiang, China", true],
    ["OHCHR publishes report on Xinjiang", true],
    ["Le HCDH publie son rapport sur le Xinjiang", true],
    ["联合国人权办发布新疆人权评估", true],
    ["OHCHR to publish report on Xinjiang", false],
    ["Report on Xinjiang will be published", false],
    ["Experts welcome published report on Xinjiang", false],
    ["Published: report on Tibet", false],
    ["Xinjiang report not published", false],
  ])("“%s” says that it is issued: %s", (title, expected) => expect(matcher.saysIssued(title)).toBe(expected));
});

test(
  "case, accents, hyphens and white space make no difference to a title",
  [
    fc.array(fc.constantFrom(...TITLE.split(" ")), { minLength: 0, maxLength: 14 }),
    fc.constantFrom(" ", "  ", "-", "–", "\u00a0"),
    fc.boolean(),
  ],
  (some, gap, upper) => {
    const plain = some.join(" ");
    const dressed = upper ? some.join(gap).toUpperCase() : some.join(gap).replaceAll("e", "é");
    expect(matcher.title(dressed)).toBe(matcher.title(plain));
  },
);

test("no text, however odd, upsets the matcher", [fc.string({ unit: "binary", maxLength: 500 })], (text) => {
  matcher.title(text);
  matcher.saysIssued(text);
  expect(matcher.leastMentions(text)).toBe(0);
});

interface Case {
  promised_on: string;
  known: Parameters<typeof watchOf>[0];
  published: { title: string }[];
  decoys: { title: string }[];
}
const { cases }: { cases: Case[] } = JSON.parse(
  readFileSync(new URL("promised-then-published.json", import.meta.url), "utf8"),
);
const wholeTitles = (half: number) =>
  cases
    .filter((_, index) => index % 2 === half)
    .flatMap(({ published, ...rest }) =>
      published.filter(({ title }) => title.split(" ").length > 3).map(({ title }) => ({ ...rest, title })),
    );

/** As an office writes its title elsewhere: on its site, in a slug, cut at the end. */
const ways: [string, (title: string) => string][] = [
  ["capitals", (title) => title.toUpperCase()],
  ["the site’s name behind it", (title) => `${title} | The Office`],
  ["the kind of file behind it", (title) => `${title} (PDF)`],
  ["“Final report” before it", (title) => `Final report: ${title}`],
  ["its hyphens for spaces", (title) => title.replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase()],
];
/** Papers that have the whole title in theirs, and are others. */
const others = [
  "Response to the",
  "Summary of the",
  "Annex to the",
  "Costs of the",
  "Guide to the",
  "Follow-up to the",
  "Report on the",
];

describe.each([
  ["those it was chosen on", 0],
  ["the others", 1],
])("near, on half of the promises (%s)", (_, half) => {
  it.each(ways)("knows a title by %s", (_way, write) => {
    for (const { title, known, promised_on } of wholeTitles(half)) {
      const { title: match } = matcherFor(watchOf(known, promised_on, { titles: [title] }));
      expect([title, match(write(title))]).toEqual([title, expect.stringMatching(/same|near/)]);
    }
  });

  it("takes no decoy for it, nor a paper with another word in its title", () => {
    for (const { title, known, promised_on, decoys } of wholeTitles(half)) {
      const made = matcherFor(watchOf(known, promised_on, { titles: [title] }));
      for (const other of [...decoys.map((decoy) => decoy.title), ...others.map((before) => `${before} ${title}`)])
        expect([other, made.title(other)]).toEqual([other, undefined]);
    }
  });
});
