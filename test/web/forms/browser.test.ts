/** Every form in a real browser: with and without JavaScript, on a desktop and a phone, in the light and in the dark. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LivingBot, livingBot, WATCH } from "../../stand-ins/living-bot.ts";
import { NEWCOMERS, newcomersSite } from "../../stand-ins/newcomers.ts";
import { findings, look, openBrowser } from "../../stand-ins/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

const KNOWN = NEWCOMERS["gov.uk"];
const PAGE = `/watches/${WATCH}`;
const soon = { timeout: 30_000, interval: 100 };
const kinds = async (bot: LivingBot) => (await bot.told()).map(({ kind }) => kind);
const yaml = (bot: LivingBot, name: string) => readFile(join(bot.config, "watches", `${name}.yaml`), "utf8");

/** A bot with a signal to decide on, and a site that a promise may be watched at. */
async function begun(): Promise<LivingBot> {
  const site = await newcomersSite(KNOWN);
  const bot = await livingBot({}, { origins: site.standIns });
  await expect.poll(() => kinds(bot), soon).toContain("started");
  bot.lists
    .get("/list-1")
    ?.unshift({ title: "Report on the matter of the harbour published", url: "/nowhere", date: "1 March 2026" });
  await bot.edit((watch) => {
    watch.addIn(["sources"], { id: "press", name: "the press", kind: "listing", url: `${bot.site}/list-1` });
    watch.addIn(["statements"], { on: "2026-02-01", by: "The director", phrase: "by the end of May 2026" });
  });
  await bot.live.reload();
  await expect.poll(() => kinds(bot), soon).toContain("signalled");
  return bot;
}

/** Fills in the words that a person has, and waits for what is proposed. */
async function propose(page: Page, bot: LivingBot): Promise<void> {
  await page.goto(`${bot.live.page}/watches/new`);
  await page.fill("[name=title]", KNOWN.title);
  await page.fill("[name=by]", KNOWN.by);
  await page.fill("[name=on]", KNOWN.promised);
  await page.fill("[name=words]", KNOWN.words);
  await page.fill("[name=site]", KNOWN.office.site + KNOWN.office.listing);
  await page.click("button[value=look]:not(.first)");
  await page.locator("button[value=write]").waitFor({ timeout: 60_000 });
}

describe.each([
  ["with JavaScript", { viewport: { width: 1200, height: 900 } }],
  [
    "without JavaScript, on a phone in the dark",
    { javaScriptEnabled: false, viewport: { width: 390, height: 800 }, colorScheme: "dark" as const },
  ],
])("%s", (_, options) => {
  it("a person decides, pauses, mutes, changes and looks who changed what", { timeout: 120_000 }, async () => {
    const bot = await begun();
    const { page, complaints } = await look(browser, `${bot.live.page}${PAGE}`, options);
    await page.click("summary:text-is('Confirm')");
    await page.fill("[id^='confirm-']", "Ana");
    await page.click("text=Yes, this is it");
    await page.locator(".done", { hasText: "Noted" }).waitFor();
    await expect.poll(() => kinds(bot), soon).toContain("published");
    await page.click("summary:text-is('Mute')");
    await page.fill("[name=until]", "2199-01-01");
    await page.click("text=Mute it");
    await page.locator(".done", { hasText: "Muted" }).waitFor();
    await page.click("text=Change it");
    await page.fill("[name=short]", "Harbour report");
    await page.fill("[name='look']", `${bot.site}/list-1`);
    await page.click("text=Look at it");
    await page.locator(".preview", { hasText: "Read as a listing" }).waitFor();
    expect(await page.inputValue("[name=short]")).toBe("Harbour report");
    await page.fill("[name='statements.0.on']", "");
    await page.click("button[value=save]");
    await page.locator(".fault", { hasText: "must not be left empty" }).waitFor();
    await page.fill("[name='statements.0.on']", "2026-01-10");
    await page.click("button[value=save]");
    await page.locator(".done", { hasText: "Saved" }).waitFor();
    expect(await yaml(bot, WATCH)).toContain("short: Harbour report");
    await page.click("text=Who changed what");
    expect(await page.textContent(".yaml ins")).toContain("short: Harbour report");
    expect(complaints.filter((text) => !text.includes("422"))).toEqual([]);
  });

  it("a person has another promise watched", { timeout: 120_000 }, async () => {
    const bot = await begun();
    const { page, complaints } = await look(browser, `${bot.live.page}/watches/new`, options);
    await propose(page, bot);
    expect(await page.textContent(".preview")).toContain("Read as a listing");
    await page.fill("[name=your-name]", "Ana");
    await page.click("button[value=write]");
    await page.locator(".done", { hasText: "It is watched from now on" }).waitFor();
    expect(await yaml(bot, "sue-gray-report-gatherings")).toContain("title: Sue Gray's report");
    expect(complaints).toEqual([]);
  });
});

it("Enter in a field saves nothing", { timeout: 60_000 }, async () => {
  const bot = await livingBot();
  const { page } = await look(browser, `${bot.live.page}${PAGE}/edit`);
  await page.fill("[name=title]", "Report on the bridge");
  await page.press("[name=title]", "Enter");
  await page.waitForLoadState();
  expect(page.url()).toContain("/edit");
  expect(await page.inputValue("[name=title]")).toBe("Report on the bridge");
  expect(await yaml(bot, WATCH)).toBe(bot.text);
});

it("what somebody is typing is not taken away by a look", { timeout: 60_000 }, async () => {
  const bot = await livingBot();
  const { page } = await look(browser, `${bot.live.page}${PAGE}`);
  await page.click("summary:text-is('Mute')");
  await page.fill("[name=until]", "2199-01-01");
  await page.evaluate("document.activeElement.blur()");
  await bot.edit((watch) => watch.setIn(["sources", 0, "name"], "the press"));
  await bot.live.reload();
  // Longer than the page waits before it is brought up to date.
  await page.waitForTimeout(4500);
  expect(await page.inputValue("[name=until]")).toBe("2199-01-01");
});

describe("every form", () => {
  it.each([
    ["on a desktop", { viewport: { width: 1200, height: 900 }, colorScheme: "light" as const }],
    ["on a phone, in the dark", { viewport: { width: 390, height: 800 }, colorScheme: "dark" as const }],
  ])("%s: axe finds nothing, and nothing is wider than the screen", { timeout: 120_000 }, async (_, options) => {
    const bot = await begun();
    const { page } = await look(browser, `${bot.live.page}/watches/new`);
    await propose(page, bot);
    const draft = new URL(page.url()).pathname;
    const opened = "document.querySelectorAll('details').forEach((one) => { one.open = true; })";
    for (const path of [PAGE, `${PAGE}/edit`, `${PAGE}/versions`, "/watches/new", draft, "/watches/new/none"])
      expect(await findings(browser, bot.live.page + path, options, opened), path).toEqual([]);
  });

  it("with what is wrong in it, and what somebody else changed: axe finds nothing", { timeout: 120_000 }, async () => {
    const bot = await begun();
    const wrong = async (page: Page) => {
      await page.fill("[name=title]", "");
      await page.fill("[name='statements.0.on']", "");
      await page.click("button[value=save]");
    };
    const outdated = async (page: Page) => {
      await page.fill("[name=title]", "Report on the bridge");
      await page.evaluate("document.querySelector('[name=mark]').value = '0'");
      await page.click("button[value=save]");
    };
    const ofAnotherRun = async (page: Page) => {
      await page.evaluate("document.querySelector('[name=token]').value = '0'");
      await page.click("button[value=save]");
    };
    for (const act of [wrong, outdated, ofAnotherRun]) {
      const found = await findings(browser, `${bot.live.page}${PAGE}/edit`, {}, act);
      expect(found).toEqual([]);
    }
  });
});

if (process.env.PICTURES)
  describe("the pictures", () => {
    const picture = (name: string) => new URL(`../../pictures/${name}.png`, import.meta.url).pathname;
    it("a new watch with what is proposed, the form of a change, and a phone", {
      timeout: 120_000,
    }, async () => {
      const bot = await begun();
      const desktop = { viewport: { width: 1280, height: 1000 }, colorScheme: "light" as const };
      const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, colorScheme: "dark" as const };
      const { page } = await look(browser, `${bot.live.page}/watches/new`, desktop);
      await propose(page, bot);
      await page.screenshot({ path: picture("new-watch"), fullPage: true });
      const { page: edit } = await look(browser, `${bot.live.page}${PAGE}/edit`, desktop);
      await edit.fill("[name=look]", `${bot.site}/list-1`);
      await edit.click("text=Look at it");
      await edit.locator(".preview").waitFor();
      await edit.evaluate("scrollTo(0, 0)");
      await edit.screenshot({ path: picture("change-watch"), fullPage: true });
      const { page: small } = await look(browser, `${bot.live.page}${PAGE}`, phone);
      await small.click("summary:text-is('Confirm')");
      await small.evaluate("scrollTo(0, 0)");
      await small.screenshot({ path: picture("decide-phone") });
      const { page: asked } = await look(browser, `${bot.live.page}/watches/new`, { ...phone, colorScheme: "light" });
      await asked.fill("[name=words]", "It may yet appear before the summer, or by the end of the year if we must");
      await asked.fill("[name=on]", KNOWN.promised);
      await asked.click("button[value=look]");
      await asked.screenshot({ path: picture("new-watch-phone"), fullPage: true });
    });
  });
