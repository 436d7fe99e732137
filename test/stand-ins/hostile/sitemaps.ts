/** Sitemaps and their indexes. */
import { gzipSync } from "node:zlib";
import { gzipBomb } from "./bombs.ts";
import { type Bytes, bare, type Hostile, joined, numbered, times } from "./case.ts";

const SITE = "https://www.office.example.org";
const URL_ELEMENT = `<url><loc>${SITE}/en/report</loc><lastmod>2022-08-31</lastmod></url>`;
const urls = (inner: Bytes, before: Bytes = "") =>
  joined("<?xml version='1.0'?>", before, "<urlset>", URL_ELEMENT, inner, "</urlset>");
const index = (inner: Bytes) => joined("<sitemapindex>", inner, "</sitemapindex>");
const child = (number: number) =>
  `<sitemap><loc>${SITE}/sitemap-${number}.xml</loc><lastmod>2022-08-31</lastmod></sitemap>`;
const url = (number: number) => `<url><loc>${SITE}/en/report-${number}</loc><lastmod>2022-08-31</lastmod></url>`;
const sitemap = (name: string, body: () => Bytes, headers: Record<string, string> = {}): Hostile =>
  bare("sitemap", "application/xml", name, body, { headers });

const LAUGHS = `<!DOCTYPE urlset [<!ENTITY l0 "ha">${Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("")}]>`;

export const SITEMAPS: readonly Hostile[] = [
  sitemap("a sitemap of 50,001 addresses, the true one last", () =>
    joined("<urlset>", numbered(50_000, url), URL_ELEMENT, "</urlset>"),
  ),
  sitemap("a sitemap of 600,000 addresses", () => urls(numbered(600_000, url))),
  sitemap("a sitemap of 1,000,000 addresses of few letters", () => urls(times("<url><loc>/a</loc></url>", 1_000_000))),
  sitemap("a sitemap of 3,000,000 empty elements", () => urls(times("<url/>", 3_000_000))),
  sitemap("a sitemap of 100,000 addresses, each in the last", () =>
    urls(joined(times("<url>", 100_000), times("</url>", 100_000))),
  ),
  sitemap("a sitemap of 1,000,000 elements, each in the last", () =>
    urls(joined(times("<a>", 1_000_000), times("</a>", 1_000_000))),
  ),
  sitemap("a sitemap of 100,000 elements that never end", () => urls(times("<url><loc>", 100_000))),
  sitemap("a sitemap with an address of 5 MB", () =>
    urls(joined("<url><loc>/", times("a-", 2_500_000), "</loc></url>")),
  ),
  sitemap("a sitemap with 40,000 addresses of 1,400 letters", () =>
    urls(times(`<url><loc>${SITE}/${"%ef%b7%ba".repeat(155)}</loc></url>`, 40_000)),
  ),
  sitemap("a sitemap with 10,000 places in each of 20 addresses", () =>
    urls(times(`<url>${"<loc>/a</loc>".repeat(10_000)}</url>`, 20)),
  ),
  sitemap("a sitemap with 50,000 dates that are none", () =>
    urls(times(`<url><loc>/a</loc><lastmod>${"1 1 January ".repeat(10)}</lastmod></url>`, 50_000)),
  ),
  sitemap("a sitemap with a date of 10 MB", () =>
    urls(joined("<url><loc>/a</loc><lastmod>", times("2022-08-31 ", 900_000), "</lastmod></url>")),
  ),
  sitemap("a sitemap with 100,000 attributes and namespaces", () =>
    joined(
      "<urlset",
      numbered(100_000, (number) => ` xmlns:n${number}="x"`),
      ">",
      URL_ELEMENT,
      "</urlset>",
    ),
  ),
  sitemap("a sitemap with 1,000,000 comments", () => urls(times("<!-- </urlset> -->", 1_000_000))),
  sitemap("a sitemap with a billion laughs", () => urls("<url><loc>&l12;</loc></url>", LAUGHS)),
  sitemap("a sitemap with a file of the reader’s as an entity", () =>
    urls("<url><loc>&a;</loc></url>", '<!DOCTYPE urlset [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  ),
  sitemap("a sitemap cut off, with its end in a comment", () =>
    joined("<urlset>", numbered(1_000, url), "<url><!-- ", "</urlset>"),
  ),
  sitemap("a sitemap’s name in 5,000 letters that lead to it", () =>
    joined("<", times("a", 4_000), ":urlset>", URL_ELEMENT, "</urlset>"),
  ),
  sitemap("an index that names itself, and itself with every query", () =>
    index(
      joined(
        `<sitemap><loc>${SITE}/en/somewhere</loc></sitemap>`,
        numbered(1_000, (number) => `<sitemap><loc>${SITE}/en/somewhere?${number}</loc></sitemap>`),
      ),
    ),
  ),
  sitemap("an index of 50,000 sitemaps", () => index(numbered(50_000, child))),
  sitemap("an index of 500,000 sitemaps", () => index(numbered(500_000, child))),
  sitemap("a sitemap packed in a file, not in its coding", () => gzipSync(urls(numbered(10_000, url))), {
    "content-type": "application/gzip",
  }),
  sitemap("a gzip of 50 MB of addresses", () => gzipBomb(50, URL_ELEMENT, "<urlset>", "</urlset>"), {
    "content-encoding": "gzip",
  }),
  sitemap("a gzip of 50 MB of open elements", () => gzipBomb(50, "<a>", "<urlset>", "</urlset>"), {
    "content-encoding": "gzip",
  }),
];
