/** What comes after the publication is told once, with what changed in its text, and never as published anew. */
import { describe, expect, it } from "vitest";
import { plainText, say } from "../../src/message/wording.ts";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import { longDate, officeListing, watchOf, watchOffice } from "../stand-ins/office.ts";
import { page } from "../stand-ins/ohchr.ts";
import type { Pages } from "../stand-ins/origin.ts";

const TITLE = "Review of the Harbour Bridge collapse";
const OUT = "2024-06-10";
const SENTENCES = Array.from(
  { length: 40 },
  (_, number) => `Paragraph ${number + 1} of the review says how the Harbour Bridge came to fall on that day.`,
);
const ITEM = { title: TITLE, url: "/publications/review", date: longDate(OUT) };
const pdf = (cover: string[], text = SENTENCES.join(" ")) => ({
  headers: { "content-type": "application/pdf" },
  body: makePdf(cover, 6, text),
});
const FINAL = pdf([TITLE, "10 June 2024"]);
const pageWith = (...links: string[]) => page(`<h1>${TITLE}</h1><p>10 June 2024</p>${links.join("")}`);
const link = (path: string, words = "PDF") => `<p><a href="${path}">${words}</a></p>`;

/** A bot that told the publication, and what it says of what comes after, seen twice. */
async function followUp(first: Pages, then: Pages): Promise<{ titles: string[]; texts: string[] }> {
  const watch = watchOf({ title: TITLE, subject: [["Harbour Bridge"], ["review", "report"]] }, "2024-03-01");
  watch.publisher.zone = "UTC";
  const bot = await watchOffice(watch, officeListing());
  await bot.look("2024-03-01");
  Object.assign(bot.origin.pages, officeListing(ITEM), {
    "/publications/review": pageWith(link("/files/review.pdf")),
    ...first,
  });
  await bot.look(OUT);
  await bot.look("2024-06-11");
  expect(bot.kinds().filter((kind) => kind === "published")).toHaveLength(1);
  const before = bot.told.length;
  Object.assign(bot.origin.pages, then);
  for (const day of ["2024-07-01", "2024-07-02", "2024-07-03"]) await bot.look(day);
  const told = bot.told.slice(before).filter(({ kind }) => kind !== "reminder");
  expect(told.map(({ kind }) => kind)).toEqual(told.map(() => "edition"));
  return { titles: told.map((notice) => say(notice).title), texts: told.map((notice) => plainText(say(notice))) };
}

describe("on the document’s own page", () => {
  it("a file that is replaced is told once, with the sentences that came and went, however its lines break", async () => {
    const changed = [...SENTENCES.slice(0, 5), "The bridge was known to be unsafe since 2019.", ...SENTENCES.slice(6)];
    const { texts } = await followUp(
      { "/files/review.pdf": FINAL },
      { "/files/review.pdf": pdf([TITLE, "10 June 2024", "With corrections"], changed.join(" ")) },
    );
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain("+ With corrections");
    expect(texts[0]).toContain("− ");
    expect(texts[0]).toContain("PDF, 6 pages, English, as before · 1 more line");
    expect(texts[0]).not.toContain(SENTENCES[10]);
  });

  it("a file whose bytes alone are others says the same, and the message says so", async () => {
    const body = Buffer.concat([FINAL.body, Buffer.from("\n%%EOF\n")]);
    const { texts } = await followUp({ "/files/review.pdf": FINAL }, { "/files/review.pdf": { ...FINAL, body } });
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain("Its text, as far as it was read, says the same.");
  });

  it("a final file in the place of an advance one, under another name, is one change, which says so", async () => {
    const { titles, texts } = await followUp(
      { "/files/review.pdf": pdf([TITLE, "10 June 2024", "Advance unedited version"]) },
      { "/publications/review": pageWith(link("/files/review-final.pdf")), "/files/review-final.pdf": FINAL },
    );
    expect(titles).toEqual([`New edition: ${TITLE}`]);
    expect(texts[0]).toContain("PDF, 6 pages, English; before: 6 pages, advance version · at another address");
    expect(texts[0]).toContain("− Advance unedited version");
  });

  it.each([
    ["an annex", "Annex 1: method (PDF)", "Méthode", "PDF, 6 pages"],
    ["an annex that only its cover calls one", "More (PDF)", "Annexe", "PDF, 6 pages"],
    ["a language", "Français (PDF)", "Rapport", "PDF, 6 pages, French"],
  ])("%s that comes later is told once", async (_, label, cover, words) => {
    const { texts } = await followUp(
      { "/files/review.pdf": FINAL },
      {
        "/publications/review": pageWith(link("/files/review.pdf"), link("/files/more.pdf", label)),
        "/files/more.pdf": pdf([cover, "10 juin 2024"], "Le texte de ce fichier est en français. ".repeat(30)),
      },
    );
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(words);
  });
});

describe("at an address of its own", () => {
  const elsewhere = (cover: string[], text?: string, title = TITLE) => ({
    ...officeListing({ title, url: "/publications/other", date: longDate("2024-07-01") }, ITEM),
    "/publications/other": page(`<h1>${title}</h1><p>1 July 2024</p>${link("/files/other.pdf")}`),
    "/files/other.pdf": pdf(cover, text),
  });

  it("the final text after an advance one is a new edition, with what changed", async () => {
    const { titles, texts } = await followUp(
      { "/files/review.pdf": pdf([TITLE, "10 June 2024", "Advance unedited version"]) },
      elsewhere([TITLE, "1 July 2024"], [...SENTENCES, "One more thing was found."].join(" ")),
    );
    expect(titles).toEqual([`New edition: ${TITLE}`]);
    expect(texts[0]).toContain(" · 2 more lines");
  });

  it("the same text under another cover is another edition, and said to say the same but for its cover", async () => {
    const { titles, texts } = await followUp({ "/files/review.pdf": FINAL }, elsewhere([TITLE, "1 July 2024"]));
    expect(titles).toEqual([`Another edition: ${TITLE}`]);
    expect(texts[0]).toMatch(/^\+ .* 1 July 2024\n− .* 10 June 2024$/m);
  });

  it("a document on the subject under another title is said to be one", async () => {
    const { titles } = await followUp(
      { "/files/review.pdf": FINAL },
      elsewhere(
        ["Harbour Bridge: report on the costs of rebuilding", "1 July 2024"],
        undefined,
        "Harbour Bridge: report on the costs of rebuilding",
      ),
    );
    expect(titles).toEqual([`Another document on the subject: ${TITLE}`]);
  });

  it("the same file, listed again elsewhere, is nothing new", async () => {
    const { titles } = await followUp(
      { "/files/review.pdf": FINAL },
      {
        ...elsewhere([TITLE, "10 June 2024"]),
        "/files/other.pdf": FINAL,
      },
    );
    expect(titles).toEqual([]);
  });
});
