import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { matcherFor } from "../../src/judge/match.ts";
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
