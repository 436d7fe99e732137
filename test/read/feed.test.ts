/** Feeds as strangers write them: namespaces under other prefixes, addresses relative to a base, titles with and without HTML. */
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/read/bounds.ts";
import { readFeed } from "../../src/read/feed.ts";
import type { Entry, Reading } from "../../src/read/reading.ts";

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
