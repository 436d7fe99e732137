/** What changed, as a reader sees it. */
import { load } from "cheerio";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changedLines, textDiff } from "../../src/web/evidence/diff.ts";
import { look, openBrowser, serve } from "../stand-ins/page.ts";
import { readerIn } from "../stand-ins/reader.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

/** Each row: what went, what came, what stayed; what differs in a line stands in brackets. */
function rows(view: unknown): string[] {
  const $ = load(String(view));
  $("mark").each((_, mark) => void $(mark).text(`[${$(mark).text()}]`));
  return $(".diff > li")
    .toArray()
    .map((row) => {
      const [gone, came] = [$(row).find("del").text(), $(row).find("ins").text()];
      return gone || came ? `${gone} → ${came}` : $(row).text();
    });
}

describe("what changed", () => {
  it.each<[string, unknown, string[]]>([
    [
      "a line that was changed stands beside what it was, with the words that differ",
      changedLines(readerIn("en"), {
        removed: ["The report will be out in May.", "Contact the press office."],
        added: ["A new paragraph that was not there.", "The report will be out in June."],
      }),
      [
        " → A new paragraph that was not there.",
        "The report will be out in [May]. → The report will be out in [June].",
        "Contact the press office. → ",
      ],
    ],
    [
      "of a text, a little of what stayed stands around it",
      textDiff(readerIn("en"), "a\nb\nc\nd\nname: old report\ne\nf\ng\nh", "a\nb\nc\nd\nname: new report\ne\nf\ng\nh"),
      ["…", "c", "d", "name: [old] report → name: [new] report", "e", "f", "…"],
    ],
    ["a text that came new is shown whole", textDiff(readerIn("en"), undefined, "a\nb\n"), ["a", "b"]],
    [
      "what was written is text",
      changedLines(readerIn("en"), { added: ["<script>alert(1)</script>"] }),
      [" → <script>alert(1)</script>"],
    ],
  ])("%s", (_, view, expected) => expect(rows(view)).toEqual(expected));

  it("stands side by side on a wide screen, and one above the other on a phone", async () => {
    const { address } = await serve();
    const view = String(changedLines(readerIn("en"), { removed: ["out in May"], added: ["out in June"] }));
    for (const [width, isBeside] of [
      [1200, true],
      [390, false],
    ] as const) {
      const { page } = await look(browser, `${address}/keys`, { viewport: { width, height: 800 } });
      await page.evaluate(`document.querySelector("main").innerHTML = ${JSON.stringify(view)}`);
      const [gone, came] = await Promise.all(["del", "ins"].map((one) => page.locator(one).boundingBox()));
      expect(gone?.y === came?.y).toBe(isBeside);
      expect(await page.evaluate("getComputedStyle(document.querySelector('ins'), '::before').content")).toContain("+");
    }
  });
});
