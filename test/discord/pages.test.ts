import { describe, expect, it } from "vitest";
import type { Reply } from "../../src/discord/desk.ts";
import { folded, lengthOf, pageReply, pagesOf, turnNamed } from "../../src/discord/pages.ts";
import { bodyFault } from "../stand-ins/discord/limits.ts";
import { fc, test as property } from "../stand-ins/properties.ts";

const line = fc.string({ minLength: 1, maxLength: 6000, unit: "binary" }).filter((text) => text.trim() !== "");
const embed = fc.record({
  title: fc.string({ minLength: 1, maxLength: 256 }),
  description: fc.string({ maxLength: 4096 }),
  fields: fc.array(
    fc.record({ name: fc.constantFrom("a", "b".repeat(256)), value: fc.constantFrom("c", "d".repeat(1024)) }),
    { maxLength: 25 },
  ),
});
/** Forty embeds that say which they are. */
const FORTY = Array.from({ length: 40 }, (_, at) => ({ title: `the ${at}.`, description: "x".repeat(500) }));

function rowsOf({ components = [] }: Reply) {
  return components as unknown as { components: { label: string; disabled: boolean; custom_id: string }[] }[];
}

describe("an answer of several pages", () => {
  property(
    "never says more on a page than Discord takes, whatever it is made of, and leaves no embed out",
    [fc.array(embed, { maxLength: 30 })],
    (embeds) => {
      const pages = pagesOf(embeds);
      expect(pages.flat().map(({ title }) => title)).toEqual(embeds.map(({ title }) => title));
      for (const page of pages) {
        expect(page.length).toBeLessThanOrEqual(10);
        expect(page.reduce((sum, one) => sum + lengthOf(one), 0)).toBeLessThanOrEqual(6000);
      }
    },
  );

  it("keeps every line of a long list, in its order", () => {
    const lines = Array.from({ length: 400 }, (_, at) => `line ${at}`);
    const said = folded("All of them", lines, "\n").map(({ description }) => description);
    expect(said.join("\n").split("\n")).toEqual(lines);
  });

  property("takes lines of any length", [fc.array(line, { maxLength: 20 })], (lines) => {
    for (const page of pagesOf(folded("All of them", lines)))
      expect(page.reduce((sum, one) => sum + lengthOf(one), 0)).toBeLessThanOrEqual(6000);
  });

  it("has a way on and back, but none past its ends", () => {
    const at = (page: number) => pageReply(FORTY, { command: "status", page, watch: "w" }, "en");
    const ways = (page: number) => {
      const components = rowsOf(at(page));
      return components.flatMap((row) => row.components.map(({ label, disabled }) => [label, !disabled]));
    };
    const last = pagesOf(FORTY).length - 1;
    expect(ways(0)).toEqual([
      ["Back", false],
      ["Next", true],
    ]);
    expect(ways(1)).toEqual([
      ["Back", true],
      ["Next", true],
    ]);
    expect(ways(last)).toEqual([
      ["Back", true],
      ["Next", false],
    ]);
    expect(at(1).content).toBe(`-# Page 2 of ${last + 1}`);
    expect(bodyFault(at(1))).toBeUndefined();
  });

  it("has none where one page is enough, and shows the last when there are fewer than there were", () => {
    expect(pageReply(FORTY.slice(0, 1), { command: "status", page: 0 }, "en").components).toEqual([]);
    expect(pageReply(FORTY, { command: "status", page: 999 }, "en").embeds?.at(-1)).toEqual(FORTY.at(-1));
  });
});

describe("the name of a page’s button", () => {
  it.each([
    "page:status:1",
    "page:status:-1:",
    "page:status:99999:",
    "page:Status:1:",
    "page:status:1:two words",
    `page:status:1:${"w".repeat(65)}`,
    "page:status:1:w\n",
    "confirm:page:status:1:w",
    "",
  ])("that was tampered with is none: %j", (customId) => {
    expect(turnNamed(customId)).toBeUndefined();
  });

  it("fits the 100 characters that Discord gives it, with the longest name of a watch", () => {
    const watch = "w".repeat(64);
    const components = rowsOf(pageReply(FORTY, { command: "subscribe", page: 0, watch }, "fr"));
    const next = components[0]?.components[1]?.custom_id ?? "";
    expect(next.length).toBeLessThanOrEqual(100);
    expect(turnNamed(next)).toEqual({ command: "subscribe", page: 1, watch });
  });
});
