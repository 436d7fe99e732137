/** A page that is made anew shows old things at new addresses: none of them is news. */
import { describe, expect, it } from "vitest";
import type { Source } from "../../src/watch/watch.ts";
import { file, longDate, newsPage, officeListing, watchOf, watchOffice } from "../stand-ins/office.ts";
import { page } from "../stand-ins/ohchr.ts";

const TITLE = "Review of the Harbour Bridge collapse";
const OLD = "Harbour Bridge: an early report";
const TEXT = "The report looks at how the Harbour Bridge came to fall, and what the review will ask. ".repeat(30);

describe("a page that keeps no line and says next to nothing", () => {
  it("is never taken for a new layout, however long it stays", async () => {
    const watch = watchOf({ title: TITLE, subject: [["Harbour Bridge"], ["review", "report"]] }, "2024-03-01");
    const [news] = watch.sources as [Source];
    watch.sources = [{ ...news, id: "project", kind: "page", url: "https://www.office.example.org/project" }];
    const lines = Array.from({ length: 12 }, (_, number) => `<p>Paragraph ${number} of what the panel does.</p>`);
    const whole = page(`<h1>The bridge</h1>${lines.join("")}`);
    const bot = await watchOffice(watch, { "/project": whole });
    await bot.look("2024-03-01");
    Object.assign(bot.origin.pages, { "/project": page("<h1>Hold on</h1><p>It is not your turn yet.</p>") });
    for (const day of ["2024-03-02", "2024-03-03", "2024-03-04", "2024-03-05", "2024-03-06"]) await bot.look(day);
    const row = await bot.bot.store.sources.one("promised", "project");
    expect(row).toMatchObject({ problem: "redesigned", good_at: expect.stringContaining("2024-03-01") });
    Object.assign(bot.origin.pages, { "/project": whole });
    await bot.look("2024-03-07");
    expect(bot.kinds()).not.toContain("changed");
  });
});

describe("an item without a date", () => {
  const watch = watchOf({ title: TITLE, subject: [["Harbour Bridge"], ["review", "report"]] }, "2024-03-01");
  const [news] = watch.sources as [Source];
  watch.sources.push({ ...news, id: "project", kind: "page", url: "https://www.office.example.org/project" });
  const project = (...links: string[]) => page(`<h1>The bridge</h1><p>About it.</p>${links.join("")}`);

  async function linked(title: string) {
    const bot = await watchOffice(watch, {
      ...officeListing({ title: OLD, url: "/news/early", date: longDate("2023-05-02") }),
      "/project": project(),
    });
    await bot.look("2024-03-01");
    Object.assign(bot.origin.pages, {
      "/project": project(`<p><a href="/anew/it">${title}</a></p>`),
      "/anew/it": newsPage(title, "2024-04-02", '<p><a href="/files/it.pdf">PDF</a></p>').replace("2 April 2024", ""),
      "/files/it.pdf": file(title, "", TEXT),
    });
    await bot.look("2024-04-02");
    return bot.kinds().filter((kind) => kind === "signalled");
  }

  it("that another list of the publisher’s showed before, under its title, is not asked about", async () => {
    expect(await linked(OLD)).toEqual([]);
  });

  it("that no list showed before is", async () => {
    expect(await linked("Harbour Bridge: the report of the panel")).toEqual(["signalled"]);
  });
});
