/** What is exported, in ReplayWeb.page and a real browser. PICTURES=1 writes test/pictures/evidence-replayed.png. */
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { keysOf, publicPart } from "../../../src/archive/chain/keys.ts";
import { SOFTWARE } from "../../../src/watch/software.ts";
import { publishedCase } from "../../stand-ins/exported.ts";
import { PDF_PATH, SITE, TITLE } from "../../stand-ins/ohchr.ts";
import { openBrowser } from "../../stand-ins/page.ts";
import { startReplayer } from "../../stand-ins/replayer.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

const PICTURE = fileURLToPath(new URL("../../pictures/evidence-replayed.png", import.meta.url));

/**
 * What its service worker found of the signature, in the store that it keeps. The numbers that it shows of digests say nothing: it compares
 * none unless asked, and then looks for some under another name than it noted them by (wabac.js 2.27, multiwacz.ts).
 */
const SIGNATURE = `(async () => {
  const asked = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    const isIts = database.objectStoreNames.contains("verification");
    const found = isIts && (await asked(database.transaction("verification").objectStore("verification").getAll()));
    database.close();
    if (found) return Object.fromEntries(found.map(({ id, expected, matched }) => [id, { expected, matched }]));
  }
})()`;

it("shows the page that the verdict rests on in its own words, and finds that the signature holds", {
  timeout: 120_000,
}, async () => {
  const { exported, rehearsal } = await publishedCase();
  const address = await startReplayer((await exported()).file);
  // Without a locale Chromium takes the system's, which may be none that pages know.
  const page = await browser.newPage({ viewport: { width: 1200, height: 560 }, locale: "en-US" });
  onTestFinished(() => page.close());
  await page.goto(`${address}/?source=${encodeURIComponent(`${address}/case.wacz`)}`);
  await page.locator("a", { hasText: TITLE }).click({ timeout: 60_000 });
  const replayed = page.frameLocator("iframe");
  await replayed.locator("h2", { hasText: TITLE }).waitFor({ timeout: 60_000 });
  expect(await replayed.locator("a", { hasText: "PDF" }).getAttribute("href")).toContain(`${SITE}${PDF_PATH}`);
  expect(await page.evaluate(SIGNATURE)).toMatchObject({
    signature: { expected: true, matched: true },
    publicKey: { expected: publicPart(keysOf(rehearsal.config.dataDirectory).exports) },
    software: { expected: SOFTWARE },
  });
  if (process.env.PICTURES) await page.screenshot({ path: PICTURE });
});
