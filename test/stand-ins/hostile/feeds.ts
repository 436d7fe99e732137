/** Feeds: RSS, Atom, RDF and JSON. */
import { gzipBomb } from "./bombs.ts";
import { type Bytes, bare, type Hostile, joined, numbered, page, times } from "./case.ts";

const ITEM = "<item><title>A report</title><link>https://www.office.example.org/1</link></item>";
const rss = (inner: Bytes, before: Bytes = "", attributes: Bytes = "") =>
  joined(
    "<?xml version='1.0'?>",
    before,
    "<rss version='2.0'",
    attributes,
    "><channel><title>x</title>",
    ITEM,
    inner,
    "</channel></rss>",
  );
const atom = (inner: Bytes) => joined('<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>', inner, "</feed>");

const feed = (name: string, body: () => Bytes): Hostile => bare("feed", "application/xml", name, body);
const json = (name: string, body: () => Bytes): Hostile => bare("feed", "application/feed+json", name, body);
const titled = (title: Bytes) => joined("<item><link>https://x.example/</link><title>", title, "</title></item>");

const number = (index: number) =>
  `<item><title>Report ${index}</title><link>https://www.office.example.org/${index}</link><pubDate>Wed, 31 Aug 2022 21:47:00 GMT</pubDate></item>`;

/** Several sources may be flooded at once, and again at the next look. */
const FLOODS = [1, 2, 3, 4].map((which) => {
  let looks = 0;
  const item = (name: string) =>
    `<item><title>Report ${name}</title><link>https://www.office.example.org/${name}</link></item>`;
  return feed(`14,900 items, and others at each look (flood ${which})`, () => {
    looks++;
    return rss(numbered(14_900, (index) => item(`${looks}-${index}`)));
  });
});

const LONG: readonly Hostile[] = [
  feed("100,000 items", () => rss(numbered(100_000, number))),
  feed("1,000,000 empty items", () => rss(times("<item/>", 1_000_000))),
  feed("100,000 items, each in the last", () => rss(joined(times("<item>", 100_000), times("</item>", 100_000)))),
  feed("1,000,000 elements, each in the last", () => rss(joined(times("<a>", 1_000_000), times("</a>", 1_000_000)))),
  feed("100,000 elements, each in the last, that never end", () => rss(times("<a>", 100_000))),
  feed("a title of 10 MB", () => rss(titled(times("words ", 1_700_000)))),
  feed("a title of 5 MB of “<”", () => rss(titled(joined("<![CDATA[", times("<", 5_000_000), "]]>")))),
  feed("a title of 5 MB of “&lt;”", () => rss(titled(times("&lt;", 1_250_000)))),
  feed("a title of 1,000,000 ligatures", () => rss(titled(times("\ufdfa", 1_000_000)))),
  feed("100 titles in each of 1,000 items", () =>
    rss(times(`<item><link>https://x.example/</link>${"<title>x</title>".repeat(100)}</item>`, 1_000)),
  ),
  feed("20 MB of text packed in base 64", () => rss(titled(times("Zm9v", 5_000_000)))),
  feed("a date of 5 MB", () =>
    rss(joined("<item><title>x</title><link>/x</link><pubDate>", times("31 Aug ", 700_000), "</pubDate></item>")),
  ),
  feed("10,000 links in each of 20 entries", () =>
    atom(times(`<entry><title>x</title>${'<link rel="x" href="/x"/>'.repeat(10_000)}</entry>`, 20)),
  ),
  feed("30,000 entries, with 20 authors each", () =>
    atom(times(`<entry><title>x</title><link href="/x"/>${"<author/>".repeat(20)}</entry>`, 30_000)),
  ),
  feed("100,000 namespaces", () =>
    rss(
      "",
      "",
      numbered(100_000, (index) => ` xmlns:n${index}="http://n${index}/"`),
    ),
  ),
  feed("100,000 attributes on one item", () =>
    rss(
      joined(
        "<item",
        numbered(100_000, (index) => ` a${index}="1"`),
        "/>",
      ),
    ),
  ),
  feed("elements of 200,000 different names", () => rss(numbered(200_000, (index) => `<n${index}/>`))),
  feed("10 MB of spaces before it", () => joined(times(" ", 10_000_000), rss(""))),
  feed("1,000,000 comments before it", () => rss("", times("<!-- <rss> -->", 1_000_000))),
  feed("1,000,000 instructions before it", () => rss("", times("<?a?>", 1_000_000))),
  feed("an RDF list of 500,000 items", () =>
    joined(
      '<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/">',
      times("<item><title>x</title><link>/x</link></item>", 500_000),
      "</rdf:RDF>",
    ),
  ),
  bare(
    "feed",
    "application/xml",
    "a gzip of 50 MB of items",
    () => gzipBomb(50, ITEM, "<rss><channel>", "</channel></rss>"),
    { headers: { "content-encoding": "gzip" } },
  ),
];

const post = (text: Bytes) =>
  joined("<item><link>https://social.example.org/1</link><description><![CDATA[", text, "]]></description></item>");

/** Items without titles, whose texts speak and lead on. */
const POSTS: readonly Hostile[] = [
  feed("a post with 100,000 links to the publisher", () =>
    rss(post(numbered(100_000, (index) => `<a href="https://www.office.example.org/report-${index}">The report</a> `))),
  ),
  feed("10,000 posts with 20 links to the publisher each", () =>
    rss(times(post('<a href="https://www.office.example.org/report">The report</a> '.repeat(20)), 10_000)),
  ),
  feed("a post of 10 MB of bare addresses", () => rss(post(times("https://", 1_250_000)))),
  feed("14,000 posts of 4,000 letters", () => rss(times(post("words ".repeat(660)), 14_000))),
  feed("posts of one address of 8,000 letters and brackets", () =>
    rss(times(post(`https://x.example/${"(".repeat(4000)}${")".repeat(3900)}`), 2_000)),
  ),
  feed("posts of escaped HTML, 1,000 deep, whose links never end", () =>
    rss(times(post(`${"<span>".repeat(600)}<a href='https://x.example/`.repeat(2)), 2_000)),
  ),
  feed("posts that lead to scripts, files and this machine", () =>
    rss(
      post(
        '<a href="javascript:alert(1)">report</a> <a href="file:///etc/passwd">report</a> <a href="http://127.0.0.1:8080/report">report</a> http://[::1]/report http://169.254.169.254/latest <a href="//">x</a>',
      ),
    ),
  ),
  feed("posts of text that is HTML of HTML of HTML", () =>
    rss(times(post(`${"&amp;".repeat(1000)}lt;a href=https://x.example/&amp;gt;`), 5_000)),
  ),
  feed("Atom posts with 100,000 links as elements", () =>
    atom(
      joined(
        '<entry><content type="xhtml"><div>',
        numbered(100_000, (index) => `<a href="/${index}">x</a>`),
        "</div></content></entry>",
      ),
    ),
  ),
];

/** Each entity is ten of the one before it: "billion laughs". */
const LAUGHS = `<!DOCTYPE rss [<!ENTITY l0 "ha">${Array.from({ length: 12 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join("")}]>`;

const ENTITIES: readonly Hostile[] = [
  feed("a billion laughs", () => rss(titled("&l12;"), LAUGHS)),
  feed("one entity of 100 kB, named 100,000 times", () =>
    rss(titled(times("&a;", 100_000)), `<!DOCTYPE rss [<!ENTITY a "${"x".repeat(100_000)}">]>`),
  ),
  feed("1,000,000 entities that are defined and never named", () =>
    rss(
      "",
      joined(
        "<!DOCTYPE rss [",
        numbered(300_000, (index) => `<!ENTITY e${index} "x">`),
        "]>",
      ),
    ),
  ),
  feed("an entity that is defined by itself", () =>
    rss(titled("&a;"), '<!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'),
  ),
  feed("an entity that is a file of the reader’s", () =>
    rss(titled("&a;"), '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  ),
  feed("a document type that never ends", () => rss("", joined("<!DOCTYPE rss [", times("<!ENTITY ", 500_000)))),
  feed("1,000,000 entities without an end", () => rss(titled(times("&#x41 &unknown; &", 330_000)))),
];

const LOOSE: readonly Hostile[] = [
  feed("an RSS that never ends, 100,000 items on", () => joined("<rss><channel>", numbered(100_000, number))),
  feed("an Atom that never ends, with an end in a comment", () =>
    joined("<feed>", times("<entry>", 100_000), "<!-- </feed> -->"),
  ),
  feed("an RDF that never ends", () => joined("<rdf:RDF>", times("<item rdf:about='x'>", 100_000))),
  feed("100,000 open pieces of unread text", () => rss(times("<item><title><![CDATA[", 100_000))),
  feed("an RSS of 1,000,000 closing tags of nothing", () => rss(times("</item></x>", 500_000))),
  feed("elements called __proto__ and constructor", () =>
    rss("<item><__proto__><x/></__proto__><constructor>x</constructor><title>x</title><link>/x</link></item>"),
  ),
  feed("a page of 2,000,000 paragraphs in its place", () => page(times("<p>", 2_000_000))),
];

const version = '"version":"https://jsonfeed.org/version/1.1","title":"x"';
const items = (inner: Bytes) =>
  joined(`{${version},"items":[`, inner, '{"id":"1","url":"https://x.example/1","title":"A report"}]}');

const JSON_FEEDS: readonly Hostile[] = [
  json("JSON, 5,000,000 lists deep", () =>
    joined(`{${version},"items":`, times("[", 5_000_000), times("]", 5_000_000), "}"),
  ),
  json("JSON, 1,000,000 objects deep", () => joined(times('{"a":', 1_000_000), "1", times("}", 1_000_000))),
  json("JSON that opens 10,000,000 lists", () => times("[", 10_000_000)),
  json("JSON with 1,000,000 empty items", () => items(times("{},", 1_000_000))),
  json("JSON with 300,000 items", () =>
    items(numbered(300_000, (index) => `{"id":"${index}","url":"/${index}","title":"Report"},`)),
  ),
  json("JSON with __proto__ and constructor", () =>
    items('{"__proto__":{"title":"x","url":"/x"},"constructor":{"prototype":{"title":"x"}},"id":"2"},'),
  ),
  json("JSON with numbers of 1,000,000 digits", () => items(`{"id":${"9".repeat(1_000_000)},"title":1e400,"url":-0},`)),
  json("JSON with one name 1,000,000 times", () =>
    items(joined("{", times('"title":"x",', 1_000_000), '"url":"/x"},')),
  ),
  json("JSON with 1,000,000 different names", () =>
    items(
      joined(
        "{",
        numbered(1_000_000, (index) => `"n${index}":1,`),
        '"url":"/x"},',
      ),
    ),
  ),
  json("JSON whose titles are lists and objects", () =>
    items('{"id":[],"url":{"href":"x"},"title":{"value":{"value":1}},"date_published":[1]},'),
  ),
  json("JSON of 10 MB of escapes in one title", () =>
    items(joined('{"url":"/x","title":"', times("\\ud83d", 1_700_000), '"},')),
  ),
];

export const FEEDS: readonly Hostile[] = [...FLOODS, ...LONG, ...POSTS, ...ENTITIES, ...LOOSE, ...JSON_FEEDS];
