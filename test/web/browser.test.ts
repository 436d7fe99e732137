/** The pages in a real browser, beside a real bot that polls a site which changes. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noticeId } from "../../src/judge/notice.ts";
import { LATEST_PATH, listing, ordinaryRows, publishedReport } from "../stand-ins/ohchr.ts";
import { findings, look, openBrowser, type Served, serve } from "../stand-ins/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

const HOSTILE = `Xinjiang <img src=x onerror="document.title='owned'"><script>document.title='owned'</script> &lt;b&gt;`;

/** A bot with something of everything to show. */
async function full(): Promise<Served> {
  const served = await serve();
  const { rehearsal } = served;
  await rehearsal.at("2022-08-01T12:00:00Z");
  rehearsal.origin.pages[LATEST_PATH] = listing([
    { title: HOSTILE.replaceAll("<", "&lt;").replaceAll(">", "&gt;"), date: "2 August 2022" },
    ...ordinaryRows(),
  ]);
  await rehearsal.at("2022-08-02T12:00:00Z");
  Object.assign(rehearsal.origin.pages, publishedReport());
  await rehearsal.at("2022-08-31T21:52:00Z");
  return served;
}

describe("the page of a watch", () => {
  it("is brought up to date while somebody looks at it, without a complaint of the browser", async () => {
    const { rehearsal, address } = await serve();
    await rehearsal.at("2022-08-31T12:00:00Z");
    const { page, complaints } = await look(browser, address);
    expect(await page.textContent(".verdict")).toContain("Not published");
    Object.assign(rehearsal.origin.pages, publishedReport());
    await rehearsal.at("2022-08-31T21:52:00Z");
    await page.locator(".verdict", { hasText: "Published on 31 August 2022" }).waitFor();
    expect(await page.textContent("#live")).toContain("Brought up to date");
    expect(complaints).toEqual([]);
  });

  it.each([
    ["a desktop", 1200, { width: 1600 }, "shape=wide"],
    ["a phone", 390, { width: 720 }, "shape=tall"],
  ])("shows on %s a drawing of the clock made for it, dark in the dark", async (_, width, size, shape) => {
    const { address } = await full();
    for (const colorScheme of ["light", "dark"] as const) {
      const { page } = await look(browser, address, { colorScheme, viewport: { width, height: 800 } });
      const image = (await page.evaluate(
        "(({ naturalWidth, currentSrc, alt }) => ({ width: naturalWidth, source: currentSrc, alt }))(document.querySelector('.clock img'))",
      )) as { width: number; source: string; alt: string };
      expect(image).toMatchObject({ ...size, alt: expect.stringContaining("in the coming weeks") });
      expect(image.source).toContain(`${shape}&theme=${colorScheme}`);
    }
  });

  it("shows a hostile title as text, and everything else that was fetched", async () => {
    const { address, rehearsal } = await full();
    const { page, complaints } = await look(browser, address);
    const told = await page.textContent(".notice.changed");
    expect(told).toContain("Xinjiang <img");
    await page.locator(".looks a", { hasText: "latest" }).first().click();
    await page.locator("dd a[href^='/captures/']").click();
    expect(await page.textContent("pre.source")).toContain("<!doctype html>");
    expect(await page.title()).not.toContain("owned");
    expect(rehearsal.origin.requests.every(({ headers }) => !String(headers["user-agent"]).includes("Chrome"))).toBe(
      true,
    );
    expect(complaints).toEqual([]);
  });

  it("works without JavaScript", async () => {
    const { address } = await full();
    const { page } = await look(browser, address, { javaScriptEnabled: false });
    expect(await page.textContent("h1")).toContain("OHCHR assessment");
    expect(await page.locator(".source").count()).toBe(7);
    await page.goto(`${address}/log`);
    await page.selectOption("select[name=days]", "365");
    await page.click("button[type=submit]");
    expect(page.url()).toContain("days=365");
  });

  it("is used with the keyboard alone", async () => {
    const { address } = await full();
    const { page } = await look(browser, address);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("content");
  });
});

describe("the log", () => {
  it("is filtered as soon as something is chosen", async () => {
    const { address } = await full();
    const { page, complaints } = await look(browser, `${address}/log?days=365`);
    expect(await page.locator("#summary tbody tr").count()).toBe(3);
    await Promise.all([page.waitForURL(/source=latest/), page.selectOption("select[name=source]", "latest")]);
    expect(await page.locator("#summary tbody tr th").allTextContents()).toEqual(["the latest-news listing latest"]);
    expect(complaints).toEqual([]);
  });

  it("shows lines as they are written, and only those that are asked for", async () => {
    const { address, log, desk } = await full();
    const { page, complaints } = await look(browser, `${address}/log?level=warn`);
    // The page hears nothing before its stream is open, so it is said until it is heard.
    while (!(await page.textContent("#tail"))?.includes("blocked")) {
      log.info({ event: "sent" }, "sent");
      log.warn({ event: "checked", watch: desk.watches[0]?.id, source: "latest", problem: "blocked <b>" }, "checked");
      await page.waitForTimeout(50);
    }
    const tail = await page.textContent("#tail");
    expect(tail).toContain("problem=blocked <b>");
    expect(tail).not.toContain("sent");
    expect(complaints).toEqual([]);
  });
});

describe("every page", () => {
  it.each([
    ["on a desktop", { viewport: { width: 1200, height: 900 }, colorScheme: "light" as const }],
    ["on a phone, in the dark", { viewport: { width: 390, height: 800 }, colorScheme: "dark" as const }],
  ])("%s: axe finds nothing, and nothing is wider than the screen", { timeout: 90_000 }, async (_, options) => {
    const { address, desk, rehearsal } = await full();
    const [notice] = await desk.store.notices.list({ limit: 1 });
    const [changed] = await desk.store.looks.changed({ watch: "xinjiang-assessment", limit: 1 });
    expect(rehearsal.told.length).toBeGreaterThan(2);
    const paths = [
      "/",
      "/log?days=365",
      `/looks/${changed?.id}`,
      `/captures/${changed?.capture}`,
      notice ? `/notices/${noticeId(notice)}` : "/",
      "/nowhere",
    ];
    for (const path of paths) expect(await findings(browser, address + path, options), path).toEqual([]);
  });
});
