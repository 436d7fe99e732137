/** A page of many watches: what needs a person, what is searched for, and a bound on all of it. */
import { load } from "cheerio";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LATEST_PATH, listing, ordinaryRows } from "../stand-ins/ohchr.ts";
import { findings, look, openBrowser, type Served, serve } from "../stand-ins/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

const SIGNAL = {
  title: "UN human rights office publishes its assessment of human rights in Xinjiang",
  date: "5 August 2022",
};

/** One watch with a signal, and others of two offices that nobody has looked at yet. */
async function many(others: number): Promise<Served> {
  const served = await serve();
  const { rehearsal, desk } = served;
  await rehearsal.at("2022-08-01T12:00:00Z");
  rehearsal.origin.pages[LATEST_PATH] = listing([SIGNAL, ...ordinaryRows()]);
  await rehearsal.at("2022-08-05T12:00:00Z");
  const [first] = desk.watches;
  if (!first) throw new Error("no watch");
  desk.watches = [
    first,
    ...Array.from({ length: others }, (_, index) => ({
      ...first,
      ...{ id: `harbour-${index}`, title: `Report ${index} on the harbour`, short: undefined },
      publisher: { ...first.publisher, name: index % 2 === 0 ? "Office of the Ombudsman" : "مكتب المرفأ" },
    })),
  ];
  return served;
}

describe("a page of many watches", () => {
  it("says first what a person is to decide, and leads there", async () => {
    const { address } = await many(3);
    const { page, complaints } = await look(browser, address);
    expect(await page.textContent("#needs")).toMatch(/Signals to decide on \(1\).*OHCHR assessment/);
    await page.click("#needs a");
    expect(page.url()).toContain("/watches/xinjiang-assessment#found");
    expect(complaints).toEqual([]);
  });

  it("is searched and filtered without JavaScript", async () => {
    const { address } = await many(6);
    const { page } = await look(browser, address, { javaScriptEnabled: false });
    const titles = async () => (await page.locator(".watches h3").allTextContents()).toSorted();
    await page.fill("[name=q]", "HARBOUR 4");
    await page.click("text=Show >> nth=-1");
    await expect.poll(titles).toEqual(["Report 4 on the harbour"]);
    await page.click("text=Show all");
    await expect.poll(titles).toHaveLength(7);
    await page.selectOption("[name=publisher]", "مكتب المرفأ");
    await page.click(".filters button");
    await expect.poll(titles).toEqual([1, 3, 5].map((one) => `Report ${one} on the harbour`));
    await page.click(".total.unknown");
    await page.waitForURL(/unknown/);
    expect(await titles()).toHaveLength(3);
    expect(await page.inputValue("[name=publisher]")).toBe("مكتب المرفأ");
  });

  it("shows the latest first: by days past the latest reading, not by days since the promise", async () => {
    const { desk, get } = await many(0);
    const [first] = desk.watches;
    if (!first) throw new Error("no watch");
    const promised = (id: string, on: string, latest: string) => ({
      ...{ ...first, id, title: id, short: undefined },
      statements: first.statements.slice(0, 1).map((one) => ({
        ...{ ...one, on, phrase: "soon", bearing: "promise" as const },
        horizon: { earliest: on, likely: latest, latest, basis: "" },
      })),
    });
    desk.watches = [
      promised("promised-first", "2020-01-01", "2022-08-01"),
      promised("latest", "2022-01-01", "2022-02-01"),
      promised("between", "2021-01-01", "2022-05-01"),
    ] as typeof desk.watches;
    const $ = load(await (await get("/")).text());
    const titles = $(".watches h3")
      .toArray()
      .map((one) => $(one).text());
    expect(titles).toEqual(["latest", "between", "promised-first"]);
  });

  it("shows of a thousand fifty at a time, and each part of it is bounded", { timeout: 60_000 }, async () => {
    const { get } = await many(999);
    const first = load(await (await get("/")).text());
    expect(first(".watches li")).toHaveLength(50);
    expect(first("#watches h2").text()).toBe("1,000 watches");
    expect(first(".pages").text()).toContain("Page 1 of 20");
    const last = await (await get("/?page=999")).text();
    expect(load(last)(".pages").text()).toContain("Page 20 of 20");
    expect(last.length).toBeLessThan(60_000);
    expect((await (await get("/log")).text()).length).toBeLessThan(400_000);
  });

  it.each([
    ["a desktop", { viewport: { width: 1280, height: 800 }, colorScheme: "dark" as const }],
    ["a narrow phone", { viewport: { width: 320, height: 700 }, colorScheme: "light" as const }],
  ])("on %s: axe finds nothing, and nothing is wider than the screen", async (_, options) => {
    const { address } = await many(60);
    expect(await findings(browser, `${address}/?q=report`, options)).toEqual([]);
  });
});
