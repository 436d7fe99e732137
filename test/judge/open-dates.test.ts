/** A date that may be of before the promise or of after it: it rules nothing out, and nobody takes it for either. */
import { describe, expect, it } from "vitest";
import type { DateOrder } from "../../src/time/date-order.ts";
import { file, newsPage, officeListing, watchOf, watchOffice } from "../stand-ins/office.ts";

const TITLE = "Review of the Harbour Bridge collapse";
const TEXT =
  "The review looks at how the Harbour Bridge came to fall, who knew of its state, and what must follow. ".repeat(25);

/**
 * What is told on 1 June 2024 of an item with a date in numbers, by an office that promised a review on 1 March.
 * @param own the date that the document bears itself
 */
async function told(written: string, dates?: DateOrder, own = "1 June 2024"): Promise<string[]> {
  const watch = watchOf({ title: TITLE, subject: [["Harbour Bridge"], ["review"]] }, "2024-03-01");
  // English of Switzerland is written either way.
  watch.publisher.zone = "Europe/Zurich";
  for (const source of watch.sources) source.dates = dates;
  const bot = await watchOffice(watch, officeListing());
  await bot.look("2024-03-01");
  const link = '<p><a href="/review.pdf">Read it (PDF)</a></p>';
  Object.assign(bot.origin.pages, {
    ...officeListing({ title: TITLE, url: "/review", date: written }),
    "/review": newsPage(TITLE, "2024-06-01", link).replace("1 June 2024", own),
    "/review.pdf": file(TITLE, own, TEXT),
  });
  await bot.look("2024-06-01");
  return bot.kinds();
}

describe("an item dated 6/1/2024, of a review promised on 1 March", () => {
  it("is the review, where the order is open", async () => expect(await told("6/1/2024")).toContain("published"));
  it("is the review, where the month is first", async () =>
    expect(await told("6/1/2024", "mdy")).toContain("published"));
  it("is old, where the day is first and the document bears no date of its own", async () =>
    expect(await told("6/1/2024", "dmy", "")).not.toContain("published"));
  it("is the review all the same, where the document bears its own date", async () =>
    expect(await told("6/1/2024", "dmy")).toContain("published"));
});
