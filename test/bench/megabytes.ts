/** Bodies of a megabyte, or of any size: what markup, feeds and sitemaps can be full of. */
import type { SourceKind } from "../../src/watch/names.ts";
import { joined, numbered, page, times } from "../stand-ins/hostile/case.ts";

export interface SizedBody {
  /** Completes "a body full of …". */
  name: string;
  kind: SourceKind;
  /** htmlparser2 alone takes time with the square of what is nested. */
  isNested: boolean;
  type: string;
  body: (bytes: number) => Buffer;
}

const WORDS = "So many words that a page of some length holds no more items and lines than are read. ";
const LONG = WORDS.repeat(12);
const MONTHS = "January February March April May June July August September October November December".split(" ");

export const written = (index: number) => `${(index % 28) + 1} ${MONTHS[index % 12]} ${2000 + (index % 22)}`;
const machine = (index: number) =>
  `${2000 + (index % 22)}-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 28) + 1).padStart(2, "0")}`;
export const link = (index: number) => `<a href="/en/news/${index}">Report number ${index} of the office</a>`;

/** As many of one text, which may hold its number, as make up the bytes. */
function many(text: string | ((index: number) => string), bytes: number): Buffer {
  if (typeof text === "string") return times(text, Math.ceil(bytes / Buffer.byteLength(text)));
  return numbered(Math.ceil(bytes / Buffer.byteLength(text(1000))), text);
}

/** A whole page that is full of something, in an element where that has to stand in one. */
function full(
  kind: SourceKind,
  name: string,
  text: string | ((index: number) => string),
  [before, after]: readonly [string, string] = ["", ""],
): SizedBody {
  return {
    name,
    kind,
    isNested: name.includes("never closed"),
    type: "text/html; charset=utf-8",
    body: (bytes) => page(joined(before, many(text, bytes), after)),
  };
}

function list(
  name: string,
  kind: SourceKind,
  [before, after]: readonly [string, string],
  text: string | ((index: number) => string),
): SizedBody {
  const type = before.startsWith("{") ? "application/json" : "text/xml";
  return {
    name,
    kind,
    isNested: name === "an RSS feed of elements",
    type,
    body: (bytes) => joined(before, many(text, bytes), after),
  };
}

const OPEN = [
  "<svg ",
  "<p>",
  "<div>",
  "<a href=x>",
  "<a href=x><b>",
  "<section><h2>x",
  "<table><tr><td>",
  "<li>",
  "<b><i></b></i>",
  "<p><svg></p>",
  "<form><input>",
  "<main ",
  "<script>",
  "<br>",
  "<!--",
  "<",
  "&",
];

const ROWS: readonly SizedBody[] = [
  full("listing", "a list's rows", (i) => `<li>${link(i)} <i>${written(i)}</i></li>`, ["<ul>", "</ul>"]),
  full("listing", "a list's long rows", (i) => `<li>${link(i)} <i>${written(i)}</i><p>${LONG}</p></li>`, [
    "<ul>",
    "</ul>",
  ]),
  full(
    "listing",
    "cards",
    (i) =>
      `<div class="card views-row"><h3>${link(i)}</h3><time datetime="${machine(i)}">${written(i)}</time><p>${WORDS}</p></div>`,
  ),
  full(
    "listing",
    "a table of many cells",
    (i) => `<tr><td>${written(i)}</td><td>${link(i)}</td><td>x</td><td>y</td></tr>`,
    ["<table>", "</table>"],
  ),
  full("listing", "a table of empty cells", "<td></td>", ["<table><tr>", "</tr></table>"]),
  full("listing", "definition lists", (i) => `<dt>${written(i)}</dt><dd>${link(i)}</dd>`, ["<dl>", "</dl>"]),
  full("listing", "headings and paragraphs", (i) => `<h3>${link(i)}</h3><p>${written(i)}</p>`),
  full("listing", "paragraphs that are rows", (i) => `<p>${written(i)} ${link(i)}</p>`),
  full("listing", "rows between line breaks", (i) => `${written(i)} ${link(i)}<br>`),
  full("listing", "links", link),
  full("listing", "links to files", (i) => `<p><a href="/${i}.pdf">Report ${i} (PDF)</a></p>`),
  full("listing", "what is clicked", (i) => `<div onclick="location='/x/${i}'">Report</div>`),
  full("listing", "dates as written", (i) => `<p>${written(i)}</p>`),
  full("listing", "dates in numbers", (i) => `<p>${(i % 12) + 1}/${(i % 12) + 1}/${2000 + (i % 22)}</p>`),
  full("listing", "dates for machines", (i) => `<time datetime="${machine(i)}">x</time>`),
  full("listing", "dates of days ago", "<p>3 days ago</p>"),
  full("listing", "short numbers in paragraphs", "<p>12</p>"),
];

const TEXTS: readonly SizedBody[] = [
  full("page", "paragraphs", `<p>${LONG}</p>`),
  full("page", "short paragraphs", "<p>words of it</p>"),
  full("page", "one long text", WORDS),
  full("page", "white space", " \n\t "),
  full("page", "lines of preformatted text", `${WORDS}\n`, ["<pre>", "</pre>"]),
  full("page", "Chinese", "人权高专办发表了关于新疆的评估报告。"),
  full("page", "Arabic", "نشرت المفوضية تقييمها لحالة حقوق الإنسان "),
  full("page", "letters of ten marks", `e${"\u0301".repeat(10)}`),
  full("page", "entities", "&eacute;&#x65;&notin; "),
  full("page", "a tenth of letters in elements", "<i>a</i>bbbbbbbbb"),
  full("page", "words in elements", "<span>word</span> "),
  full("page", "scripts", `<script>var x = "${"y".repeat(200)}";</script>`),
  full(
    "page",
    "data for search engines",
    `<script type="application/ld+json">{"datePublished": "2022-08-31"}</script>`,
  ),
  full("page", "comments", "<!-- a comment -->"),
  full("page", "drawings", '<svg viewBox="0 0 1 1"><path d="M0 0L1 1"/></svg>'),
  full("page", "pictures", (i) => `<img src="/x/${i}.png" alt="A picture of it">`),
  full("page", "choices", (i) => `<option value="/x/${i}">Report ${i}</option>`, ["<select>", "</select>"]),
  full("page", "places that are named as dated", '<p class="date">x 1</p>'),
  full("page", "headings", "<h2 class=title>A heading</h2>"),
];

const ATTRIBUTES: readonly SizedBody[] = [
  full("page", "attributes", (i) => ` a${i}=1`, ["<div", ">words</div>"]),
  full("page", "elements with classes", (i) => `<i class="a b-${i} cookie-${i}">x</i>`),
  full("page", "elements with inline styles", '<p style="color: red" id="x" class="y" data-id="z" nonce="n">x</p>'),
  full("page", "one long attribute", "attribute ", ['<p title="', '">x</p>']),
  full("page", "one long class", "comment-x_cookie ", ['<div class="', '">words</div>']),
  full("page", "quotes that are crossed", ` id='" style="'`, ["<div", ">words</div>"]),
  full("page", "links to long addresses", `<a href="/${"x/".repeat(900)}">Report</a>`),
];

const DEEP: readonly SizedBody[] = [
  full("document", "links 500 deep", link, ["<div>".repeat(500), ""]),
  full("document", "rows 500 deep", (i) => `<div>${link(i)} <i>${written(i)}</i></div>`, ["<div>".repeat(500), ""]),
  full("document", "paragraphs 500 deep", "<p>words</p>", ["<i>".repeat(500), ""]),
  full("document", "closing tags of others 500 deep", "</span>", ["<div>".repeat(500), ""]),
  full(
    "document",
    "a link and a date 500 deep, over and over",
    `${"<div>".repeat(500)}<a href="/x">Report</a> 31 August 2022${"</div>".repeat(500)}`,
  ),
];

const LISTS: readonly SizedBody[] = [
  list(
    "an RSS feed",
    "feed",
    ['<rss version="2.0"><channel><title>x</title>', "</channel></rss>"],
    (i) =>
      `<item><title>Report ${i}</title><link>https://x.example/${i}</link><pubDate>${written(i)} 10:00:00 GMT</pubDate><description>${WORDS}</description></item>`,
  ),
  list(
    "an RSS feed of short items",
    "feed",
    ["<rss><channel>", "</channel></rss>"],
    (i) => `<item><link>/${i}</link></item>`,
  ),
  list(
    "an RSS feed of one long item",
    "feed",
    ["<rss><channel><item><link>/x</link><description>", "</description></item></channel></rss>"],
    "&lt;p&gt;x",
  ),
  list("an RSS feed of elements", "feed", ["<rss><channel><item><link>/x</link>", "</item></channel></rss>"], "<x/>"),
  list("an RSS feed never closed", "feed", ["<rss><channel>", ""], "<item><title>x"),
  list(
    "an RDF feed",
    "feed",
    [
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
      "</rdf:RDF>",
    ],
    (i) => `<item><title>Report ${i}</title><link>https://x.example/${i}</link><dc:date>${machine(i)}</dc:date></item>`,
  ),
  list(
    "an Atom feed",
    "feed",
    ['<feed xmlns="http://www.w3.org/2005/Atom">', "</feed>"],
    (i) =>
      `<entry><title>Report ${i}</title><link href="https://x.example/${i}"/><updated>${machine(i)}T10:00:00Z</updated><summary>${WORDS}</summary></entry>`,
  ),
  list(
    "a JSON feed",
    "feed",
    ['{"version":"https://jsonfeed.org/version/1.1","items":[', '{"id":"x"}]}'],
    (i) =>
      `{"id":"${i}","title":"Report ${i}","url":"https://x.example/${i}","date_published":"${machine(i)}T10:00:00Z"},`,
  ),
  list(
    "a sitemap",
    "sitemap",
    ['<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', "</urlset>"],
    (i) =>
      `<url><loc>https://www.ohchr.org/en/documents/report-number-${i}</loc><lastmod>${machine(i)}T10:00:00Z</lastmod><changefreq>weekly</changefreq></url>`,
  ),
  list(
    "a sitemap in many languages",
    "sitemap",
    ['<urlset xmlns:xhtml="http://www.w3.org/1999/xhtml">', "</urlset>"],
    (i) =>
      `<url><loc>https://www.ohchr.org/en/${i}</loc>${'<xhtml:link rel="alternate" hreflang="fr" href="https://www.ohchr.org/fr/x"/>'.repeat(5)}</url>`,
  ),
  list(
    "a sitemap index",
    "sitemap",
    ["<sitemapindex>", "</sitemapindex>"],
    (i) => `<sitemap><loc>https://www.ohchr.org/sitemap-${i}.xml</loc><lastmod>${machine(i)}</lastmod></sitemap>`,
  ),
  list("a sitemap of text", "sitemap", ["", ""], (i) => `https://www.ohchr.org/en/documents/report-number-${i}\n`),
  list("a page where a feed should be", "feed", ["<!doctype html><html><body>", ""], "<p>words of it</p>"),
];

export const MEGABYTES: readonly SizedBody[] = [
  ...OPEN.map((text) => full("document", `“${text.trim()}”, never closed`, text)),
  ...ROWS,
  ...TEXTS,
  ...ATTRIBUTES,
  ...DEEP,
  ...LISTS,
];
