import { describe, expect, it } from "vitest";
import { readBody } from "../../src/read/read.ts";
import type { Reading } from "../../src/read/reading.ts";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import type { SourceKind } from "../../src/watch/names.ts";
import { answer } from "../stand-ins/answer.ts";
import { documentPage, listing, oldListing, page } from "../stand-ins/ohchr.ts";
import { fc, test } from "../stand-ins/properties.ts";

const ADDRESS = "https://www.ohchr.org/en/somewhere";

async function read(
  kind: SourceKind,
  body: string | Buffer,
  type = "text/html; charset=utf-8",
  url = ADDRESS,
  how = {},
): Promise<Reading> {
  const found = answer({ url, headers: { "content-type": type }, wire: Buffer.from(body) });
  const { reading } = await readBody(found, { kind, ignore: [], ...how }, "Europe/Zurich");
  if (!reading) throw new Error("was not read");
  return reading;
}

const rows = [
  { title: "A first item", url: "/en/news/1", date: "31 August 2022" },
  { title: "A second item", url: "/en/news/2", date: "30 August 2022" },
];
const entries = rows.map(({ title, url }, index) => ({
  title,
  url: `https://www.ohchr.org${url}`,
  date: `2022-08-${31 - index}`,
  language: "en",
}));

describe("a character set that is not to be decoded (WHATWG Encoding Standard, “replacement”)", () => {
  it.each([
    ["in the header", "text/html; charset=iso-2022-kr", listing(rows)],
    ["in the header", "text/html; charset=hz-gb-2312", listing(rows)],
    ["in the page", "text/html", `<meta charset="iso-2022-cn">${listing(rows)}`],
  ])("%s is a problem, and nothing is guessed", async (_, type, html) => {
    expect(await read("listing", html, type)).toMatchObject({ kind: "problem", problem: "unreadable" });
  });
});

describe("a listing", () => {
  it.each([
    ["the Drupal layout", listing(rows)],
    ["the SharePoint layout", oldListing(rows)],
    [
      "a plain list",
      page(
        `<ul>${rows.map((row) => `<li><time datetime="${row.date === "31 August 2022" ? "2022-08-31" : "2022-08-30"}">x</time> <a href="${row.url}">${row.title}</a></li>`).join("")}</ul>`,
      ),
    ],
    [
      "articles with the date below",
      page(
        rows
          .map(
            (row) =>
              `<article><h3><a href="${row.url}">${row.title}</a></h3><p>Some words.</p><footer-date>${row.date}</footer-date></article>`,
          )
          .join(""),
      ),
    ],
    [
      "cards whose link only says to read more",
      page(
        rows
          .map((row) => `<div><h3>${row.title}</h3><p>${row.date}</p><a href="${row.url}">Read more</a></div>`)
          .join(""),
      ),
    ],
  ])("is read by its structure in %s", async (_, html) =>
    expect(await read("listing", html)).toMatchObject({ kind: "entries", entries }),
  );

  it("takes an item’s own date, not the day that its headline names", async () => {
    const title = "Report on the events of 3 March 2021";
    const html = page(
      rows.map((row) => `<li><a href="${row.url}">${title}</a> <span>${row.date}</span></li>`).join(""),
    );
    expect(await read("listing", html)).toMatchObject({ entries: entries.map((entry) => ({ ...entry, title })) });
  });

  it("is read by selectors where the watch gives them, and is redesigned when they match nothing", async () => {
    expect(
      await read("listing", listing(rows), undefined, ADDRESS, {
        select: { item: ".card-2-item-wrapper", title: "h2", date: ".eyebrow-3" },
      }),
    ).toMatchObject({ entries });
    expect(
      await read("listing", oldListing(rows), undefined, ADDRESS, { select: { item: ".card-2-item-wrapper" } }),
    ).toMatchObject({ kind: "problem", problem: "redesigned" });
  });

  it("names its next page", async () =>
    expect(await read("listing", listing(rows, { next: "?page=1" }))).toMatchObject({ next: [`${ADDRESS}?page=1`] }));

  it("with a link that is no web address leaves it out", async () => {
    const html = listing([{ title: "Look here", url: "javascript:alert(1)", date: "31 August 2022" }, ...rows]);
    expect(await read("listing", html)).toMatchObject({ entries });
  });
});

describe("a feed", () => {
  const item = { title: "A first item", url: "https://www.ohchr.org/en/news/1", date: "2022-08-31" };
  it.each([
    [
      "RSS",
      `<rss version="2.0"><channel><title>x</title><item><title>A first item</title><link>${item.url}</link><pubDate>Wed, 31 Aug 2022 21:47:00 GMT</pubDate></item></channel></rss>`,
    ],
    [
      "Atom",
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>A first item</title><link href="${item.url}"/><updated>2022-08-31T21:47:00Z</updated></entry></feed>`,
    ],
    [
      "JSON Feed",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "x",
        items: [{ id: "1", url: item.url, title: item.title, date_published: "2022-08-31T21:47:00Z" }],
      }),
    ],
  ])("is read as %s", async (_, text) =>
    expect(await read("feed", text, "application/xml")).toMatchObject({ kind: "entries", entries: [item] }),
  );

  it("that is cut off, or a page in its place, is a problem", async () => {
    expect(await read("feed", "<rss><channel><item><title>x</title>", "application/xml")).toMatchObject({
      kind: "problem",
    });
    expect(await read("feed", page("<p>Welcome to our site, all of you, from everywhere.</p>"))).toMatchObject({
      problem: "unreadable",
    });
  });
});

describe("a sitemap", () => {
  it("gives titles from its addresses", async () => {
    const xml =
      "<?xml version='1.0'?><urlset><url><loc>https://www.ohchr.org/en/documents/human-rights-report</loc><lastmod>2022-08-31</lastmod></url></urlset>";
    expect(await read("sitemap", xml, "text/xml")).toMatchObject({
      entries: [{ title: "human rights report", date: "2022-08-31" }],
    });
  });
  it("index leads to its own site's sitemaps, the newest first", async () => {
    const xml =
      "<sitemapindex><sitemap><loc>https://www.ohchr.org/a.xml</loc><lastmod>2022-01-01</lastmod></sitemap><sitemap><loc>https://www.ohchr.org/b.xml</loc><lastmod>2022-08-01</lastmod></sitemap><sitemap><loc>https://elsewhere.example/c.xml</loc></sitemap></sitemapindex>";
    expect(await read("sitemap", xml, "text/xml")).toMatchObject({
      entries: [],
      next: ["https://www.ohchr.org/b.xml", "https://www.ohchr.org/a.xml"],
    });
  });
});

describe("a page", () => {
  it("is its own text: not the menu, banners, scripts, counters or what is hidden", async () => {
    const html = page(
      "<nav>Menu</nav><p>Kept</p><div class='cookie-banner'>Cookies</div><script>x</script><p>1 234</p><p>Last updated: 12:01</p><p hidden>no</p><p>a1b2c3d4e5f6a7b8c9d0e1f2a3b4</p><p>Also kept, with words</p>",
      { banner: "Today: news" },
    );
    expect(await read("page", html)).toMatchObject({ lines: ["Kept", "Also kept, with words"] });
  });

  const heading = "<h1>Report on the valley</h1>";
  const article = "<p>The office published what it had found, where it had been for weeks.</p>".repeat(6);
  const others = "<p>Other words that stand elsewhere on the page, and say little to its readers.</p>".repeat(30);
  it.each([
    ["more words are hidden", `<main>${heading}${article}</main><div hidden>${others}</div>`],
    ["the menu has more words", `<nav>${others}</nav><div>${heading}${article}</div>`],
    ["visitors wrote more", `<main>${heading}${article}<div class="comments">${others}</div></main>`],
    [
      "visitors wrote more, and it stands in a margin",
      `<aside>${article}</aside><div class="comments">${others}</div>`,
    ],
    ["it is in a form of many fields", `<form>${heading}${article}${"<input>".repeat(60)}</form>`],
    ["it is in a footer, or in a dialog", `<div>${heading}</div><dialog open>${article}</dialog>`],
    [
      "a place of another name is called the content",
      `<div id="content"><p>Welcome.</p></div><div>${heading}${article}</div>`,
    ],
    ["there are two main parts", `<main>${others}</main><main>${heading}${article}${article}</main>`],
    ["it is shown without scripts only", `<p>Security news</p><noscript>${article}</noscript>`],
    ["all of it is in what is named as discussion", `<div class="discussion-paper">${article}</div>`],
    [
      "it is a page within a page",
      `<html><body><form><html><body></body></html>${heading}${article}</form></body></html>`,
    ],
  ])("keeps its content though %s", async (_, body) => {
    const reading = await read(
      "page",
      `<!doctype html><html><head><title>Report</title></head><body>${body}</body></html>`,
    );
    expect(JSON.stringify(reading)).toContain("what it had found");
  });

  it("does not count a heading as a counter", async () => {
    const lines = ["View opinion 12", "Visitors’ guide to the court", "Copyright law under review"];
    const html = page(lines.map((line) => `<p>${line}</p>`).join(""));
    expect(await read("page", html)).toMatchObject({ lines });
  });
});

describe("a document", () => {
  it("page shows its title, date and files", async () => {
    expect(await read("document", documentPage({ title: "The report" }))).toMatchObject({
      kind: "document",
      form: "html",
      titles: expect.arrayContaining(["The report"]),
      date: "2022-08-31",
      files: [{ text: "PDF" }],
    });
  });
  it("PDF shows its cover, date and number of pages", async () => {
    expect(await read("document", makePdf(["The report", "31 August 2022"], 48), "application/pdf")).toMatchObject({
      form: "pdf",
      pages: 48,
      date: "2022-08-31",
      lines: ["The report", "31 August 2022"],
    });
  });
  it("PDF that is cut off, damaged or no PDF is a problem in one sentence", async () => {
    const whole = makePdf(["The report"]);
    expect(await read("document", whole.subarray(0, whole.length / 2), "application/pdf")).toMatchObject({
      kind: "problem",
      problem: "empty",
    });
    expect(await read("document", Buffer.from("%PDF-1.4\nnonsense\n%%EOF"), "application/pdf")).toMatchObject({
      kind: "problem",
      problem: "unreadable",
    });
    expect(
      await read(
        "document",
        page("<p>A page with some words of its own, and no PDF</p>"),
        "text/html",
        `${ADDRESS}.pdf`,
      ),
    ).toMatchObject({ kind: "problem", problem: "unreadable" });
  });
});

const kinds = fc.constantFrom<SourceKind>("listing", "page", "feed", "sitemap", "document");
const whole = [
  listing(rows),
  oldListing(rows),
  documentPage(),
  "<rss><channel><item><title>a</title><link>https://x.example/</link></item></channel></rss>",
  "<urlset><url><loc>https://x.example/</loc></url></urlset>",
];

test(
  "a mangled page gives a reading and never an exception",
  [
    kinds,
    fc.constantFrom(...whole),
    fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 12 })), { maxLength: 8 }),
    fc.nat(),
  ],
  async (kind, html, cuts, end) => {
    let mangled = html;
    for (const [at, text] of cuts)
      mangled = mangled.slice(0, at % mangled.length) + text + mangled.slice((at % mangled.length) + text.length);
    const reading = await read(kind, mangled.slice(0, 1 + (end % mangled.length)));
    expect(["entries", "page", "document", "problem"]).toContain(reading.kind);
  },
);
