/** The log, as a person looks through it. */
import { load } from "cheerio";
import { expect, it } from "vitest";
import { LATEST_PATH, listing, ordinaryRows } from "../stand-ins/ohchr.ts";
import { serve } from "../stand-ins/page.ts";

it("an outage is one row, with from when to when, the source by its name, and why; and days tell what happened in them", async () => {
  const { rehearsal, get } = await serve();
  const listed = listing(ordinaryRows());
  for (const [hour, answer] of [
    ["01T00", listed],
    ["01T12", { status: 503, body: "busy" }],
    ["02T12", { status: 503, body: "busy" }],
    ["03T00", listed],
    ["03T12", listing([{ title: "Press briefing on Xinjiang", date: "3 August 2022" }, ...ordinaryRows()])],
  ] as const) {
    rehearsal.origin.pages[LATEST_PATH] = answer;
    await rehearsal.at(`2022-08-${hour}:00:00Z`);
  }
  const $ = load(await (await get("/log?days=30&source=latest")).text());
  const [head = "", ...cells] = $("#outages tbody tr")
    .last()
    .find("th, td")
    .toArray()
    .map((cell) => $(cell).text());
  expect(head).toBe("the latest-news listing latest");
  expect(cells).toEqual([
    "1 August 2022, 06:00 UTC",
    "3 August 2022, 00:00 UTC",
    "42 hours",
    "no answer, or an error (twice)",
  ]);
  const whole = load(await (await get("/log?days=30")).text());
  expect(whole("#days h3").first().text()).toBe("3 August 2022");
  expect(whole("#days .changed").first().text()).toContain("Press briefing on Xinjiang");
  expect(whole("#days .told").length).toBeGreaterThan(0);
});
