/** Messages in a real browser, as wide as a phone: how many lines each takes. PICTURES=1 writes the sheets of test/pictures. */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cardMessage } from "../../../../src/deliver/channels/discord/card.ts";
import { clockPicture } from "../../../../src/message/picture.ts";
import { timeline } from "../../../../src/message/timeline.ts";
import { healthOf } from "../../../../src/status/overview.ts";
import { LANGUAGES, type Language } from "../../../../src/watch/names.ts";
import { type Named, sheet, type Theme, WIDTHS, type Width } from "../../../stand-ins/discord/drawn.ts";
import { formsOf } from "../../../stand-ins/discord/forms.ts";
import { noticesToShow, shippedWatch } from "../../../stand-ins/every-notice-on-record.ts";
import { openBrowser } from "../../../stand-ins/page.ts";

const MOST_LINES = 8;
/** Spanish, Russian and Arabic say the same in more letters. */
const MORE_LINES: Partial<Record<Language, number>> = { es: 1, ru: 2, ar: 2 };
/** A card has besides who promised, and when it was last looked. */
const MOST_OF_A_CARD = 10;
const FOLDER = new URL("../../../pictures", import.meta.url).pathname;
const AT = "2022-08-31T21:52:00.000Z";
const SHEETS: readonly [Width, Theme, Language][] = [
  ["phone", "dark", "en"],
  ["desktop", "light", "en"],
  ["phone", "light", "fr"],
  ["desktop", "dark", "fr"],
  ["phone", "light", "ar"],
  ["phone", "dark", "zh"],
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

async function messages(language: Language): Promise<Named> {
  const coverage = {
    ...{ source: "latest", from: "2021-12-10T12:00:00.000Z", to: AT, looks: 9000, failed: 99, causes: [] },
    ...{ covered: 0.99, longestGap: undefined },
    blind: [{ from: "2022-03-10T00:00:00.000Z", to: "2022-03-14T00:00:00.000Z", failures: 99 }],
  };
  const told = await Promise.all(
    noticesToShow.map(async ([name, notice]) => {
      const draw = () => clockPicture(timeline(shippedWatch, notice.status, [coverage], AT), language);
      const [whole] = await formsOf(notice, { language, draw, copies: [] });
      return [name, whole ?? { message: {} }] as const;
    }),
  );
  const reminder = noticesToShow.find(([, { kind }]) => kind === "reminder")?.[1];
  if (!reminder) throw new Error("no reminder to show");
  const sources = healthOf(shippedWatch, [], 0);
  const status = { ...reminder.status, reading: { read: 3, of: 3 } };
  const shown = { watch: shippedWatch, at: AT, status, sources, lookedAt: AT, readAt: AT, evidence: [], proposed: [] };
  return [...told, ["a card", { message: cardMessage(shown, language, "0123456789abcdef") }]];
}

describe.each(LANGUAGES)("in %s, on a phone", (language) => {
  it("each message takes at most its lines besides its picture and its buttons, and none is wider than the screen", async () => {
    const page = await browser.newPage({ viewport: { width: WIDTHS.phone + 24, height: 800 } });
    const named = await messages(language);
    await page.setContent(sheet(named, { width: "phone", theme: "dark", language, columns: 1 }));
    await page.evaluate("document.fonts.ready");
    const counted = (await page.evaluate(
      `[...document.querySelectorAll(".message")].map((message) => [message.dataset.name, [...message.querySelectorAll(".line")].reduce((sum, line) => sum + Math.round(line.getBoundingClientRect().height / parseFloat(getComputedStyle(line).lineHeight)), 0), message.scrollWidth <= message.clientWidth])`,
    )) as [name: string, lines: number, fits: boolean][];
    expect(counted).toHaveLength(named.length);
    for (const [name, lines, fits] of counted) {
      expect(lines, name).toBeLessThanOrEqual(
        (name === "a card" ? MOST_OF_A_CARD : MOST_LINES) + (MORE_LINES[language] ?? 0),
      );
      expect(fits, name).toBe(true);
    }
    await page.close();
  });
});

if (process.env.PICTURES)
  it("the sheets of every kind, to be looked at", { timeout: 120_000 }, async () => {
    for (const [width, theme, language] of SHEETS) {
      const columns = width === "phone" ? 5 : 3;
      const page = await browser.newPage({ viewport: { width: columns * (WIDTHS[width] + 8) + 16, height: 800 } });
      const kinds = new Map(
        (await messages(language)).toReversed().map(([name, body]) => [name.split(" ")[1], [name, body] as const]),
      );
      await page.setContent(sheet([...kinds.values()].toReversed(), { width, theme, language, columns }));
      await page.evaluate("document.fonts.ready");
      const path = join(FOLDER, `messages-${language}-${width}-${theme}.png`);
      await page.screenshot({ path, fullPage: true });
      await page.close();
    }
  });
