/** What a reader sees of one watch, and can do without a mouse, in their own language and zone, while it changes under their eyes. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LATEST_PATH, listing, ordinaryRows, publishedReport } from "../stand-ins/ohchr.ts";
import { findings, look, openBrowser, type Served, serve } from "../stand-ins/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

const SAYS_SO = "UN human rights office publishes its assessment of human rights in Xinjiang";
const WATCH = "xinjiang-assessment";
const PHONE = { width: 390, height: 844 };

/** A bot that has reminded people, and holds a signal to decide on. */
async function signalled(): Promise<Served> {
  const served = await serve();
  const { rehearsal } = served;
  for (const day of ["07-20", "07-27", "08-03"]) await rehearsal.at(`2022-${day}T12:00:00Z`);
  rehearsal.origin.pages[LATEST_PATH] = listing([{ title: SAYS_SO, date: "5 August 2022" }, ...ordinaryRows()]);
  await rehearsal.at("2022-08-05T12:00:00Z");
  return served;
}

/** How far down a page something ends. */
async function bottomOf(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).first().boundingBox();
  return box ? box.y + box.height : Number.POSITIVE_INFINITY;
}

describe("above the fold", () => {
  it.each([
    ["a phone", PHONE],
    ["a desktop", { width: 1280, height: 800 }],
  ])("of %s stand the verdict, the figure, what was found, and both buttons", async (_, viewport) => {
    const { address } = await signalled();
    const { page } = await look(browser, address, { viewport });
    expect(await page.textContent(".verdict")).toBe("Possibly published");
    expect(await page.textContent(".figure .amount")).toBe("182 days late");
    expect(await page.textContent(".figure .counted")).toBe(
      "The longest reading of “in the coming weeks” ended on 4 February 2022. Nothing is confirmed.",
    );
    expect(await page.textContent("#found .title")).toBe(SAYS_SO);
    expect(await page.textContent("#found dl")).toContain("the latest-news listing");
    for (const name of ["Confirm", "Dismiss"])
      expect(await bottomOf(page, `#found summary:text-is('${name}')`), name).toBeLessThan(viewport.height);
  });

  it("of a phone stand both buttons also where a document with files was found; their digests are folded away", async () => {
    const { rehearsal, address } = await signalled();
    const [found] = await rehearsal.bot.store.evidence.of(WATCH);
    const facts = { sha256: "ab".repeat(32), bytes: 1_234_567, pages: 48 };
    const files = ["en", "fr", "es"].map((language) => ({
      url: `https://www.ohchr.org/sites/default/files/documents/countries/2022-08-31/22-08-31-final-assessment-${language}.pdf`,
      facts,
    }));
    Object.assign(found ?? {}, { files });
    const { page } = await look(browser, address, { viewport: PHONE });
    for (const name of ["Confirm", "Dismiss"])
      expect(await bottomOf(page, `#found summary:text-is('${name}')`), name).toBeLessThan(PHONE.height);
    expect(await page.textContent("#found .files")).toContain("22-08-31-final-assessment-en.pdf: 48 pages");
    expect(await page.locator(`text=${facts.sha256} >> visible=true`).count()).toBe(0);
    await page.click("#found .more summary");
    expect(await page.locator(`text=${facts.sha256} >> visible=true`).count()).toBe(3);
  });

  it("stands how late it is, and once it is out, how long it took", async () => {
    const { rehearsal, address } = await serve();
    await rehearsal.at("2022-08-30T12:00:00Z");
    const { page } = await look(browser, address, { viewport: PHONE });
    expect(await page.textContent(".figure .amount")).toBe("207 days late");
    Object.assign(rehearsal.origin.pages, publishedReport());
    await rehearsal.at("2022-08-31T21:52:00Z");
    await page.reload();
    expect(await page.textContent(".verdict")).toBe("Published on 31 August 2022");
    expect(await page.textContent(".figure")).toBe(
      "264 days from “in the coming weeks” to the publication, 31 August 2022",
    );
  });
});

describe("what people were told", () => {
  it("is one row of reminders, and a citation that is copied with the keyboard", async () => {
    const { address } = await signalled();
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    await page.goto(address);
    expect(await page.locator(".notice.reminder").count()).toBe(1);
    expect(await page.textContent(".notice.reminder details summary")).toBe("Told twice");
    const notice = page.locator(".notice.signalled");
    await notice.locator(".cite summary").press("Enter");
    await notice.locator("[data-copy]").press("Enter");
    await notice.locator("[role=status]", { hasText: "Copied" }).waitFor();
    const copied = String(await page.evaluate("navigator.clipboard.readText()"));
    expect(copied).toMatch(
      /^On 5 August 2022, 12:00 UTC, the monitoring bot coming-weeks reported: “Possibly published: UN assessment on Xinjiang”\. It is about: OHCHR assessment .* \(UN human rights office \(OHCHR\)\)\. Evidence: https:\/\/\S+ \(capture with SHA-256 [0-9a-f]{16}…\)\./,
    );
    expect(copied).toMatch(/ Notice [0-9a-f]{16}$/);
    expect(copied).not.toContain("127.0.0.1");
    await context.close();
  });

  it("can be cited without JavaScript: the text is there, and no button that does nothing", async () => {
    const { address } = await signalled();
    const { page } = await look(browser, address, { javaScriptEnabled: false });
    expect(await page.locator(".cite blockquote").first().textContent()).toContain("coming-weeks reported");
    expect(await page.locator("[data-copy]:visible").count()).toBe(0);
  });
});

describe("a reader", () => {
  it("reads times in their own zone, and without JavaScript in UTC, and is told which", async () => {
    const { address } = await signalled();
    const { page } = await look(browser, address, { timezoneId: "Asia/Tokyo", locale: "en-US" });
    expect(await page.textContent("#found time[datetime]")).toBe("5 August 2022 at 21:00");
    expect(await page.textContent("#zone")).toContain("Asia/Tokyo");
    const { page: plain } = await look(browser, address, { timezoneId: "Asia/Tokyo", javaScriptEnabled: false });
    expect(await plain.textContent("#found time[datetime]")).toBe("5 August 2022, 12:00 UTC");
    expect(await plain.textContent("#zone")).toBe("Times are in UTC.");
  });

  it("is answered in the language of their browser, and in the one they choose on every page from then on", async () => {
    const { address } = await signalled();
    const { page } = await look(browser, address, { locale: "fr-CA" });
    expect(await page.getAttribute("html", "lang")).toBe("fr");
    expect(await page.textContent(".figure .amount")).toBe("182 jours de retard");
    await page.click("footer nav >> text=English");
    expect(await page.textContent("#found h2")).toBe("What was found");
    await page.click("header nav >> text=Log");
    expect(await page.getAttribute("html", "lang")).toBe("en");
  });

  it.each(["/", "/log?days=90"])("who reads from right to left, or on 320 pixels: %s fits", async (path) => {
    const { address } = await signalled();
    const narrow = { viewport: { width: 320, height: 700 }, locale: "fr-FR" };
    const opened = "document.querySelectorAll('details').forEach((one) => { one.open = true; })";
    expect(await findings(browser, address + path, narrow, opened)).toEqual([]);
    expect(await findings(browser, address + path, narrow, `${opened}; document.documentElement.dir = 'rtl'`)).toEqual(
      [],
    );
  });
});

it("an address whose end is no text breaks nothing", async () => {
  const { address } = await signalled();
  const { page, complaints } = await look(browser, `${address}/#%`, { timezoneId: "Asia/Tokyo" });
  expect(await page.textContent("#zone")).toContain("Asia/Tokyo");
  await page.goto(`${address}/#%E0%A4%A`);
  expect(complaints).toEqual([]);
});

describe("while the page is brought up to date", () => {
  it("what is open stays open, what is selected stays selected, what has the focus keeps it", async () => {
    const { rehearsal, address } = await signalled();
    const { page, complaints } = await look(browser, address);
    await page.click("#source-latest details summary");
    await page.focus("#found .title a");
    await page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))");
    Object.assign(rehearsal.origin.pages, publishedReport());
    await rehearsal.at("2022-08-31T21:52:00Z");
    await page.locator(".verdict", { hasText: "Published on 31 August 2022" }).waitFor();
    expect(await page.evaluate("document.querySelector('#source-latest details').open")).toBe(true);
    expect(await page.evaluate("getSelection().toString()")).toContain("OHCHR assessment");
    expect(await page.evaluate("document.activeElement.closest('#found') !== null")).toBe(true);
    expect(complaints).toEqual([]);
  });
});

it("on paper, what is to be pressed is left out, and addresses stand beside their words", async () => {
  const { address } = await signalled();
  const { page } = await look(browser, address);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#care:visible, .asks:visible, nav:visible").count()).toBe(0);
  expect(
    await page.evaluate("document.querySelector('.cite blockquote').checkVisibility({ contentVisibilityAuto: true })"),
  ).toBe(true);
  expect(
    await page.evaluate("getComputedStyle(document.querySelector('#found .title a'), '::after').content"),
  ).toContain("https://www.ohchr.org/");
});
