/** What a person is shown of an address before anything is watched. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { sayPreview } from "../../src/command/preview-words.ts";
import { preview } from "../../src/drafting/preview.ts";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import { answering } from "../stand-ins/apis/api.ts";
import { oaiRepository } from "../stand-ins/apis/oai.ts";
import { drafting } from "../stand-ins/drafting.ts";
import { watchOf } from "../stand-ins/office.ts";
import { listing, page } from "../stand-ins/ohchr.ts";
import type { Pages } from "../stand-ins/origin.ts";

const SITE = "https://www.office.example.org";
const XML = { "content-type": "application/xml" };
const RSS = `<?xml version="1.0"?><!-- ours --><rss version="2.0"><channel>${["One", "Two"]
  .map(
    (title) =>
      `<item><title>${title}</title><link>${SITE}/${title}</link><pubDate>Tue, 31 May 2022 10:00:00 GMT</pubDate></item>`,
  )
  .join("")}</channel></rss>`;
const SITEMAP = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${SITE}/a-report</loc><lastmod>2022-05-31</lastmod></url></urlset>`;
const ROWS = [1, 2, 3].map((day) => ({ title: `Notice number ${day} of the office`, date: `${day} May 2022` }));
const WATCH = watchOf(
  {
    title: "Report on the Marlow Harbour fire",
    subject: [
      ["Marlow", "fire"],
      ["report", "review"],
    ],
  },
  "2022-05-01",
);

async function seen(pages: Pages, path: string, wish: Parameters<typeof preview>[2] = {}) {
  const { tools, origin } = await drafting(pages, [SITE]);
  return { ...(await preview(tools, SITE + path, wish)), origin };
}

describe("the kind of an address is told by what stands there", () => {
  const undated = [1, 2, 3, 4, 5, 6].map(
    (one) => `<li><a href="/${one}">Decision number ${one} of the council</a></li>`,
  );
  it.each<[string, Pages[string], object]>([
    ["rows with dates are a listing", listing(ROWS), { kind: "listing", because: "dated-items", count: 3 }],
    [
      "many links in rows of one make, too",
      page(`<ul>${undated.join("")}</ul>`),
      { kind: "listing", because: "items" },
    ],
    [
      "a text with links is a page",
      page(`<h1>China</h1><p>${"Many words. ".repeat(60)}</p><a href="/x">A link</a>`),
      { kind: "page", because: "text" },
    ],
    [
      "a feed, whatever its type says",
      { headers: { "content-type": "text/html" }, body: RSS },
      { kind: "feed", count: 2 },
    ],
    ["a sitemap", { headers: XML, body: SITEMAP }, { kind: "sitemap", count: 1 }],
    [
      "a packed sitemap",
      { headers: { "content-type": "application/gzip" }, body: gzipSync(SITEMAP) },
      { kind: "sitemap", count: 1 },
    ],
    [
      "a list of addresses is a sitemap",
      { headers: { "content-type": "text/plain" }, body: `${SITE}/a\n${SITE}/b\n` },
      { kind: "sitemap", count: 2 },
    ],
    [
      "a PDF is a document",
      { headers: { "content-type": "application/pdf" }, body: makePdf(["A report"], 3, "Text. ") },
      { kind: "document", because: "file" },
    ],
    [
      "JSON that is no feed is nothing",
      { headers: { "content-type": "application/json" }, body: '{"news":[]}' },
      { problem: { problem: "unreadable" } },
    ],
    [
      "nor is a text",
      { headers: { "content-type": "text/plain" }, body: "Hello" },
      { problem: { problem: "unreadable" } },
    ],
    [
      "nor a page that wants JavaScript",
      '<!doctype html><html><head><title>x</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>',
      { problem: { problem: "empty" } },
    ],
    ["a refusal is said", { status: 403, body: "no" }, { problem: { problem: "blocked" }, answered: { status: 403 } }],
  ])("%s", async (_, body, expected) => {
    expect(await seen({ "/x": body }, "/x")).toMatchObject(expected);
  });

  it("asks once for a page, and once for robots.txt", async () => {
    const { origin } = await seen({ "/x": listing(ROWS) }, "/x");
    expect(origin.requests.map(({ path }) => path)).toEqual(["/robots.txt", "/x"]);
  });

  it("asks nothing where robots.txt forbids it", async () => {
    const pages = { "/robots.txt": { headers: { "content-type": "text/plain" }, body: "User-agent: *\nDisallow: /x" } };
    const { origin, ...found } = await seen(pages, "/x");
    expect(found).toMatchObject({ failure: "robots", problem: { problem: "blocked" } });
    expect(origin.requests).toHaveLength(1);
  });
});

describe("a page is shown with what it offers, and what of it is not read", () => {
  it("names its feeds, its language, its parts and what is left out", async () => {
    const body = `<!doctype html><html lang="fr"><head><title>Actualités | Le Bureau</title><link rel="alternate" type="application/rss+xml" title="Tout" href="/rss"></head><body><nav class="menu"><a href="/a">Accueil</a><a href="/b">Presse</a></nav><main id="content"><ul>${ROWS.map(({ title, date }) => `<li>${date} <a href="/${title.length}${date}">${title}</a></li>`).join("")}</ul></main><footer><a href="/c"><img src="x"></a></footer></body></html>`;
    expect(await seen({ "/x": body }, "/x")).toMatchObject({
      language: "fr",
      feeds: [{ url: `${SITE}/rss`, text: "Tout" }],
      region: ["main#content"],
      leftOut: [
        { part: "nav.menu", why: "menu", links: 2 },
        { part: "footer", why: "menu", links: 1 },
        { why: "wordless", links: 1 },
      ],
    });
  });

  it("shows both readings of a date whose order is open, and what would decide", async () => {
    const rows = ["03/04/2022", "05/06/2022", "07/08/2022"].map((date, at) => ({
      title: `Notice number ${at} of us`,
      date,
    }));
    const { items, open } = await seen({ "/x": listing(rows) }, "/x");
    expect(items[0]).toMatchObject({
      either: ["2022-03-04", "2022-04-03"],
      orders: [
        { dates: "dmy", date: "2022-04-03" },
        { dates: "mdy", date: "2022-03-04" },
      ],
    });
    expect(open).toEqual({
      count: 3,
      orders: [
        { dates: "dmy", decides: 3 },
        { dates: "mdy", decides: 3 },
      ],
    });
    expect((await seen({ "/x": listing(rows) }, "/x", { dates: "mdy" })).items[0]).toMatchObject({
      date: "2022-03-04",
    });
  });
});

describe("with a watch, each item is judged as at a first look", () => {
  const rows = [
    { title: "Report on the Marlow Harbour fire", url: "/report", date: "30 May 2022" },
    { title: "Marlow fire: a road is closed", date: "20 May 2022" },
    { title: "Opening hours of the office", date: "19 May 2022" },
    { title: "Report on the fire of 1921", date: "1 April 2022" },
  ];
  const file = {
    headers: { "content-type": "application/pdf" },
    body: makePdf(
      ["Report on the Marlow Harbour fire", "30 May 2022"],
      30,
      "The Marlow fire, and what this report says of it. ".repeat(30),
    ),
  };
  const site: Pages = {
    "/x": listing(rows),
    "/report": page('<h1>Report on the Marlow Harbour fire</h1><a href="/report.pdf">PDF</a>'),
    "/report.pdf": file,
  };

  it("says what would be followed, told, or passed over, and why", async () => {
    const { items } = await seen(site, "/x", { watch: WATCH });
    expect(items.map(({ meaning }) => meaning)).toEqual([
      { kind: "followed", says: "named" },
      { kind: "followed", says: "mention" },
      { kind: "nothing", because: "off-the-subject", lacks: WATCH.evidence.subject },
      { kind: "nothing", because: "before-the-promise", lacks: [] },
    ]);
  });

  it("follows when asked to, and comes to what a check would", async () => {
    const { items, told } = await seen(site, "/x", { watch: WATCH, isFollowing: true });
    expect(items[0]?.meaning).toMatchObject({ kind: "published", rule: "document-reached-from-entry" });
    expect(told).toEqual(["published"]);
  });

  it("weighs a document that is given directly", async () => {
    const { meaning } = await seen(site, "/report.pdf", { watch: WATCH });
    expect(meaning).toMatchObject({ kind: "published", rule: "document-at-known-address" });
  });
});

it("a document of the UN’s that is not issued is said not to be there yet", async () => {
  const site = "https://documents.un.org";
  const path = "/api/symbol/access?s=A%2FHRC%2F61%2F6&l=en&t=pdf";
  const empty = { headers: { "content-type": "application/pdf" }, body: "" };
  const { tools } = await drafting({ [path]: empty }, [site]);
  const found = await preview(tools, site + path);
  expect(found).toMatchObject({ kind: "document", because: "not-yet", isAbsent: true });
  expect(sayPreview(found, 5)).toContain("Nothing stands there yet");
  expect(await seen({ "/a": empty }, "/a")).toMatchObject({ problem: { problem: "empty" } });
});

it("a repository of OAI-PMH says what it is, and is asked for its records as a first look would", async () => {
  const library = oaiRepository("library.example.org", [
    { id: "1", title: "Report on the Marlow Harbour fire", date: "2022-05-31", datestamp: "2022-05-31" },
  ]);
  const { tools } = await drafting({ "*": answering([library]) }, [`https://${library.host}`]);
  const found = await preview(tools, `https://${library.host}/oai2d`);
  expect(found).toMatchObject({ kind: "oai", because: "oai", count: 1, items: [{ date: "2022-05-31" }] });
  expect(library.asked.map((query) => query.get("verb"))).toEqual([null, "ListRecords"]);
});
