/** Feeds as strangers write them: namespaces under other prefixes, addresses relative to a base, titles with and without HTML. */
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/read/bounds.ts";
import { readFeed } from "../../../src/read/feed/feed.ts";
import type { Entry, Reading } from "../../../src/read/reading.ts";

const ATOM = "http://www.w3.org/2005/Atom";
const ADDRESS = "https://www.ohchr.org/feeds/latest.xml";

async function readingOf(feed: string): Promise<Reading> {
  async function* pieces() {
    yield feed;
  }
  return readFeed(pieces(), ADDRESS, "Europe/Zurich", DEFAULT_LIMITS);
}

async function entriesOf(feed: string): Promise<Entry[]> {
  const reading = await readingOf(feed);
  return reading.kind === "entries" ? reading.entries : [];
}

describe("an item", () => {
  const item = { title: "A first item", url: "https://www.ohchr.org/en/news/1", date: "2022-08-31" };
  it.each([
    [
      "of RSS 1.0 whose own namespace has a prefix",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:r="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><r:item><r:title>A first item</r:title><r:link>/en/news/1</r:link><d:date>2022-08-31</d:date></r:item></rdf:RDF>`,
    ],
    [
      "of RSS 2.0 with Atom’s elements under another prefix, as .NET writes them",
      `<rss xmlns:a10="${ATOM}"><channel><item><title>A first item</title><a10:link href="/en/news/1"/><a10:updated>2022-08-31T08:00:00Z</a10:updated></item></channel></rss>`,
    ],
    [
      "of Atom, part of it under a second prefix for Atom’s namespace",
      `<feed xmlns="${ATOM}" xmlns:atom="${ATOM}"><entry><atom:title>A first item</atom:title><link href="/en/news/1"/><atom:updated>2022-08-31T08:00:00Z</atom:updated></entry></feed>`,
    ],
    [
      "of Atom 0.3",
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>A first item</title><link rel="alternate" href="/en/news/1"/><created>2022-08-31T08:00:00Z</created></entry></feed>`,
    ],
    [
      "with Dublin Core’s title alone",
      `<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><dc:title>A first item</dc:title><link>/en/news/1</link><pubDate>Wed, 31 Aug 2022 08:00:00 GMT</pubDate></item></channel></rss>`,
    ],
  ])("%s is read", async (_, feed) => expect(await entriesOf(feed)).toEqual([item]));
});

describe("a relative address", () => {
  it.each([
    ["the feed’s own", "", "", "", "https://www.ohchr.org/feeds/1"],
    ["the base of the whole feed", "https://un.example/a/", "", "", "https://un.example/a/1"],
    ["the item’s base", "https://un.example/a/", "b/", "", "https://un.example/a/b/1"],
    ["the link’s base", "https://un.example/a/", "b/", "/c/", "https://un.example/c/1"],
    ["no base that is no web address", "urn:nothing", "", "", "https://www.ohchr.org/feeds/1"],
  ])("is relative to %s", async (_, feed, entry, link, url) => {
    const xml = `<feed xmlns="${ATOM}" xml:base="${feed}"><entry xml:base="${entry}"><title>One</title><link xml:base="${link}" href="1"/></entry><entry><title>Two</title><link href="/2"/></entry></feed>`;
    const [one, two] = await entriesOf(xml);
    expect(one?.url).toBe(url);
    expect(two?.url).toBe(feed.startsWith("https") ? "https://un.example/2" : "https://www.ohchr.org/2");
  });
});

describe("a title", () => {
  const atom = (title: string) => `<feed xmlns="${ATOM}"><entry>${title}<link href="/1"/></entry></feed>`;
  const rss = (title: string) => `<rss><channel><item>${title}<link>/1</link></item></channel></rss>`;
  it.each([
    ["of Atom says what it says", atom("<title>On the &lt;blink> tag</title>"), "On the <blink> tag"],
    ["of Atom in HTML", atom('<title type="html">&lt;b>On&lt;/b> the &amp;lt;i> tag</title>'), "On the <i> tag"],
    ["of Atom in XHTML", atom('<title type="xhtml"><div>A <b>bold</b> &lt;b></div></title>'), "A bold <b>"],
    ["of RSS in HTML", rss("<title><![CDATA[<b>A</b> &amp; B]]></title>"), "A & B"],
    ["of RSS in HTML, written out twice", rss("<title>&amp;lt;b&amp;gt;A&amp;lt;/b&amp;gt;</title>"), "A"],
    ["of RSS with signs that are no tags", rss("<title>1 &lt; 2 and 3 &gt; 2</title>"), "1 < 2 and 3 > 2"],
  ])("%s is what a reader sees", async (_, feed, title) => expect((await entriesOf(feed))[0]?.title).toBe(title));
});

it("what holds no element is no feed, and only what holds nothing is nothing", async () => {
  expect(await readingOf('[{"title": "An answer of some API"}]')).toMatchObject({ problem: "unreadable" });
  expect(await readingOf(" \n")).toMatchObject({ problem: "empty", detail: "answered with nothing" });
});

describe("an item of a feed that is not as it should be", () => {
  const items =
    "<item><title>Caf\u00e9 &amp; more</title><link>https://www.ohchr.org/a?b=1&c=2</link></item><item><title>Two</title><link>/2</link></item>";
  const rss = (inner = items) => `<rss version="2.0"><channel><title>x</title>${inner}</channel></rss>`;
  const both = [
    { title: "Caf\u00e9 & more", url: "https://www.ohchr.org/a?b=1&c=2" },
    { title: "Two", url: "https://www.ohchr.org/2" },
  ];
  it.each([
    ["after junk", `<br />\n<b>Warning</b>: something\n<?xml version="1.0"?>${rss()}`],
    ["after a comment and white space", `\n\n<!-- made by hand -->\n<?xml version="1.0"?>${rss()}`],
    ["in a page", `<!doctype html><html><head><meta charset="utf-8"><body>${rss()}</body></html>`],
    ["with an internal subset", `<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>${rss()}`],
    ["whose items are never closed", rss(items.replaceAll("</item>", ""))],
    ["in capitals", rss(items.replace(/<\/?[a-z]+/g, (tag) => tag.toUpperCase())).replace("</rss>", "</RSS>")],
    ["without the end of its root", rss().replace("</rss>", "")],
    ["with entities that nobody declared", rss(items.replace("\u00e9", "&eacute;"))],
    ["with text in CDATA", rss(items.replace(/<title>(.*?)&amp;/g, "<title><![CDATA[$1&]]>"))],
    ["with signs left over", rss(`</p>${items}</div>`)],
    ["of RSS 1.1", `<Channel xmlns="http://purl.org/net/rss1.1#"><items>${items}</items></Channel>`],
    [
      "of CDF",
      '<CHANNEL><ITEM HREF="/a?b=1&amp;c=2"><TITLE>Caf\u00e9 &amp; more</TITLE></ITEM><ITEM HREF="/2"><TITLE>Two</TITLE></ITEM></CHANNEL>',
    ],
  ])("%s is read", async (_, feed) =>
    expect(await readingOf(feed)).toEqual(expect.objectContaining({ entries: both })),
  );

  it("that breaks off is read as far as it goes, and said to be cut off; half an item is none", async () => {
    const cut = { problem: "empty", detail: "was cut off before the feed’s end" };
    const whole = rss();
    expect(await readingOf(whole.slice(0, whole.indexOf("Two") + 2))).toMatchObject({
      entries: both.slice(0, 1),
      unread: cut,
    });
    expect(await readingOf(whole.slice(0, whole.indexOf("</channel>")))).toMatchObject({ entries: both, unread: cut });
    expect(await readingOf(whole.slice(0, whole.indexOf("<link>")))).toMatchObject(cut);
    expect(await readingOf(whole)).not.toHaveProperty("unread");
  });
});

describe("an item’s address", () => {
  const item = (inner: string) => `<rss><channel><item><title>T</title>${inner}</item></channel></rss>`;
  const entry = (inner: string) => `<feed xmlns="${ATOM}"><entry><title>T</title>${inner}</entry></feed>`;
  const other = "https://un.example/1";
  it.each([
    ["is its link before Atom’s", item(`<atom:link rel="self" href="/self"/><link>${other}</link>`), other],
    [
      "is the alternate, not the first",
      entry(`<link rel="self" href="/self"/><link rel="alternate" href="${other}"/>`),
      other,
    ],
    ["is the link that says no relation", entry(`<link rel="edit" href="/e"/><link href="${other}"/>`), other],
    ["is its name, where that is an address", item(`<guid>${other}</guid>`), other],
    [
      "is its name before a link to itself in the feed",
      entry(`<link rel="self" href="/self"/><id>${other}</id>`),
      other,
    ],
    ["is not a name that says it is none", item(`<guid isPermaLink="false">${other}</guid>`), ADDRESS],
    ["is not a name that is a number", item("<guid>12345</guid>"), ADDRESS],
    ["is not a name that is a tag", entry("<id>tag:un.example,2022:1</id>"), ADDRESS],
    ["is what is enclosed, where it has no other", item(`<enclosure url="${other}"/><guid>1</guid>`), other],
    ["is where its content stands", entry(`<content src="${other}"/>`), other],
  ])("%s", async (_, feed, url) => expect(await entriesOf(feed)).toMatchObject([{ title: "T", url }]));
});

describe("an item without a title", () => {
  const item = (inner: string) =>
    `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item>${inner}<link>/en/a-first-report.html</link></item></channel></rss>`;
  const long = "All of the words ".repeat(20);
  it.each([
    [
      "begins with what it says",
      item("<description>&lt;p&gt;What it &lt;b>says&lt;/b>&lt;/p&gt;</description>"),
      "What it says",
    ],
    [
      "begins with its content",
      item("<title> </title><content:encoded><![CDATA[<p>Words</p>]]></content:encoded>"),
      "Words",
    ],
    ["is called by all that it says", item(`<description>${long}</description>`), long.trim()],
    ["has its address’s words where it has no others", item(""), "a first report"],
  ])("%s", async (_, feed, title) => expect((await entriesOf(feed))[0]?.title).toBe(title));

  it("and without an address or words is nothing", async () => {
    expect(await readingOf("<rss><channel><item><guid>1</guid></item></channel></rss>")).toMatchObject({
      problem: "empty",
    });
  });
});
