/** Every language in a real browser: nothing is wider than the narrowest phone, and what runs from right to left reads as well. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { noticeId } from "../../src/judge/notice.ts";
import { LANGUAGES } from "../../src/watch/names.ts";
import { publishedReport } from "../stand-ins/ohchr.ts";
import { findings, look, openBrowser, type Served, serve } from "../stand-ins/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

async function shown(): Promise<Served & { paths: string[] }> {
  const served = await serve();
  await served.rehearsal.at("2022-08-30T12:00:00Z");
  Object.assign(served.rehearsal.origin.pages, publishedReport());
  await served.rehearsal.at("2022-08-31T21:52:00Z");
  const notice = served.rehearsal.told.at(-1);
  return { ...served, paths: ["/", "/log", "/keys", ...(notice ? [`/notices/${noticeId(notice)}`] : [])] };
}

it.each(LANGUAGES)("in %s nothing is wider than a screen of 320 pixels", async (language) => {
  const { address, paths } = await shown();
  for (const path of paths) {
    const { page } = await look(browser, `${address}${path}?lang=${language}`, {
      viewport: { width: 320, height: 640 },
    });
    expect([path, await page.evaluate("document.documentElement.scrollWidth - innerWidth")]).toEqual([path, 0]);
  }
});

it("in Arabic axe finds nothing, and the page begins at the right", async () => {
  const { address, paths } = await shown();
  for (const path of paths)
    expect([path, await findings(browser, `${address}${path}?lang=ar`, { locale: "ar-EG" })]).toEqual([path, []]);
  const { page } = await look(browser, `${address}/?lang=ar`, { locale: "ar-SA" });
  const heading = await page.locator("h1").boundingBox();
  const beside = await page.locator("header nav").boundingBox();
  expect((heading?.x ?? 0) + (heading?.width ?? 0)).toBeGreaterThan(beside?.x ?? 0);
  // The calendar and the figures are the page's, and not those of the reader's country.
  expect(await page.locator("time[datetime*='T']").first().textContent()).toMatch(/\b2022\b/);
});
