/** Posts: items that have no title, and speak through their text and the links in it. */
import { describe, expect, it } from "vitest";
import { itemText } from "../../../src/read/feed/item-text.ts";
import { readBody } from "../../../src/read/read.ts";
import type { Entries } from "../../../src/read/reading.ts";
import { answer } from "../../stand-ins/answer.ts";
import { fc, test } from "../../stand-ins/properties.ts";

const FEED = "https://social.example.org/@office.rss";
const POST = "https://social.example.org/@office/1";
const REPORT = "https://www.office.example.org/documents/report-of-the-harbour-inquiry";
const SAYS = "Out today: what the inquiry found.";

async function read(body: string, how: { paths?: object; type?: string } = {}): Promise<Entries> {
  const { paths, type = "application/xml" } = how;
  const found = answer({ url: FEED, headers: { "content-type": type }, wire: Buffer.from(body) });
  const kind = paths ? "json" : "feed";
  const { reading } = await readBody(found, { kind, ignore: [], paths } as never, "Europe/Zurich");
  if (reading?.kind !== "entries") throw new Error(JSON.stringify(reading));
  return reading;
}

const escaped = (html: string) => html.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const rss = (inner: string) =>
  `<rss><channel><item>${inner}<link>${POST}</link><pubDate>Wed, 31 Aug 2022 21:50:00 +0000</pubDate></item></channel></rss>`;
const described = (html: string, title = "") => rss(`${title}<description>${escaped(html)}</description>`);
const atom = (inner: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="${POST}"/><published>2022-08-31T21:50:00Z</published>${inner}</entry></feed>`;
const jsonFeed = (item: object) =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    items: [{ id: "1", url: POST, date_published: "2022-08-31T21:50:00Z", ...item }],
  });

/** As Mastodon writes a link (app/lib/text_formatter.rb): the scheme unseen, the rest cut. */
const mastodonLink = `<a href="${REPORT}" target="_blank" rel="nofollow noopener"><span class="invisible">https://www.</span><span class="ellipsis">office.example.org/documents/re</span><span class="invisible">port-of-the-harbour-inquiry</span></a>`;
const own = { url: POST, title: SAYS, date: "2022-08-31" };
const link = { url: REPORT, text: "report of the harbour inquiry", row: SAYS, item: POST, date: "2022-08-31" };

describe("a title that an office wrote", () => {
  it.each([
    "Note by the Secretariat: Report of the Harbour Inquiry",
    "Update by the High Commissioner on the harbour",
    "Message from the High Commissioner",
    "Status of the harbour inquiry",
    "Post by post: the harbour inquiry explained",
    "Update from the field: report published",
  ])("is never taken for none: %s", async (title) => {
    const { entries } = await read(described("Available in six languages.", `<title>${title}</title>`));
    expect(entries[0]?.title).toBe(title);
  });
});

it("an address with marks without end behind it is read in no time", async () => {
  const started = performance.now();
  await read(described(`https://a.example.org/${",".repeat(7000)}x `.repeat(1)));
  const long = Array.from({ length: 400 }, () => `https://a.example.org/${".".repeat(1500)}x`).join(" ");
  await read(
    rss(Array.from({ length: 300 }, () => `</item><item><description>${long.slice(0, 7900)}</description>`).join("")),
  );
  expect(performance.now() - started).toBeLessThan(2000);
});

describe("a post", () => {
  it.each<[string, Promise<Entries>]>([
    ["of Mastodon", read(described(`<p>${SAYS}</p><p>${mastodonLink}</p>`))],
    [
      "of Bluesky, whose title is made up",
      read(described(`${SAYS}\n\n${REPORT}`, "<title>@office.example.org post</title>")),
    ],
    ["of Bluesky, without a title", read(described(`${SAYS}\n\n${REPORT}`))],
    ["called by its handle alone", read(described(`${SAYS} ${REPORT}.`, "<title>@office@social.example.org</title>"))],
    ["called a new post", read(described(`${SAYS} (${REPORT})`, "<title>New post by The Office</title>"))],
    ["whose title is how its text begins", read(described(`${SAYS} ${REPORT}`, "<title>Out today: what the…</title>"))],
    ["of Atom in HTML", read(atom(`<content type="html">${escaped(`<p>${SAYS}<br>${mastodonLink}</p>`)}</content>`))],
    [
      "with a summary and the whole behind it",
      read(
        rss(`<description>Out today…</description><content:encoded><![CDATA[${SAYS} ${REPORT}]]></content:encoded>`),
      ),
    ],
    [
      "of a JSON feed",
      read(jsonFeed({ content_html: `<p>${SAYS} ${mastodonLink}</p>` }), { type: "application/json" }),
    ],
    [
      "of a JSON feed in plain text",
      read(jsonFeed({ content_text: `${SAYS}\n${REPORT}` }), { type: "application/json" }),
    ],
  ])("%s is called by its words, stands at its own address, and its link is weighed with them", async (_, reading) => {
    const { entries, links } = await reading;
    expect(entries).toEqual([own]);
    expect(links).toEqual([link]);
  });

  it("of Atom in XHTML has the links that are elements", async () => {
    const xhtml = `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${SAYS} <a href="${REPORT}">Read it</a></div></content>`;
    const { entries, links } = await read(atom(xhtml));
    expect(entries).toMatchObject([{ url: POST, title: `${SAYS} Read it` }]);
    expect(links).toEqual([{ ...link, text: "", row: `${SAYS} Read it` }]);
  });

  it("of a JSON feed that points to a page elsewhere leads there as well", async () => {
    const { links } = await read(jsonFeed({ content_text: SAYS, external_url: REPORT }), { type: "application/json" });
    expect(links).toEqual([{ ...link, text: "" }]);
  });

  it("that is nothing but a link is called by where it leads", async () => {
    expect((await read(described(REPORT))).entries).toMatchObject([{ url: POST, title: link.text }]);
  });

  it("is read whole, however long its first sentences are", async () => {
    const opening = "All of the words before it. ".repeat(20);
    expect((await read(described(`${opening}${SAYS}`))).entries[0]?.title).toBe(`${opening}${SAYS}`);
  });
});

it("a long post without a space in it is read as far as any", async () => {
  const text = "报告".repeat(5000);
  expect((await read(described(text))).entries[0]?.title).toBe(text.slice(0, 1000));
});

describe("an item with a title of its own", () => {
  it("keeps it, and the links in its text are weighed with it", async () => {
    const { entries, links } = await read(
      described(`More in <a href="${REPORT}">our report</a>`, "<title>News of the harbour</title>"),
    );
    expect(entries).toMatchObject([{ title: "News of the harbour", url: POST }]);
    expect(links).toMatchObject([{ url: REPORT, text: "our report", row: "News of the harbour" }]);
  });
});

describe("an item of an API", () => {
  const paths = {
    items: "$.feed[*].post",
    title: ["$.record.text"],
    link: ["$.uri", "$.record.embed.external.uri", "$.record.facets[*].features[*].uri"],
    base: "https://bsky.app/profile/office.example.org/post/",
    date: ["$.record.createdAt"],
  };
  const post = (record: object) =>
    JSON.stringify({
      feed: [
        {
          post: {
            uri: "at://did:plc:x/app.bsky.feed.post/3k",
            record: { createdAt: "2022-08-31T21:50:00Z", ...record },
          },
        },
      ],
    });
  const facets = [REPORT, "https://www.office.example.org/news"].map((uri) => ({
    features: [{ $type: "app.bsky.richtext.facet#link", uri }],
  }));
  it.each<[string, string[], object]>([
    ["the card", [REPORT], { text: SAYS, embed: { external: { uri: REPORT } } }],
    [
      "each of its facets",
      [REPORT, "https://www.office.example.org/news"],
      { text: `${SAYS} office.example.org/docu...`, facets },
    ],
    ["what is written out", [REPORT], { text: `${SAYS} ${REPORT}` }],
    [
      "card and facet, once where they are one",
      [REPORT, "https://www.office.example.org/news"],
      { text: SAYS, embed: { external: { uri: REPORT } }, facets },
    ],
  ])("stands at its own address, and leads besides to %s", async (_, urls, record) => {
    const { entries, links = [] } = await read(post(record), { paths, type: "application/json" });
    expect(entries).toMatchObject([{ url: `${paths.base}3k`, date: "2022-08-31" }]);
    expect(links.map(({ url }) => url)).toEqual(urls);
    expect(new Set(links.map(({ row }) => row))).toEqual(new Set([entries[0]?.title]));
  });

  it("leads to the links of its summary", async () => {
    const item = JSON.stringify({
      data: [{ title: "News", text: `<a href="${REPORT}">The report</a> is out`, url: POST }],
    });
    const at = { items: "$.data[*]", title: ["$.title"], summary: ["$.text"], link: ["$.url"] };
    const { entries, links } = await read(item, { paths: at, type: "application/json" });
    expect(entries).toMatchObject([{ title: "News", url: POST, row: "News. The report is out" }]);
    expect(links).toMatchObject([{ url: REPORT, text: "The report" }]);
  });
});

describe("what is no link of a text’s", () => {
  it.each([
    ["the post itself", `<a href="${POST}">this post</a> ${POST}`],
    ["the feed itself", `<a href="${FEED}">our feed</a>`],
    ["a script", '<a href="javascript:alert(1)">now</a> javascript:alert(1)'],
    ["a file of the reader’s", '<a href="file:///etc/passwd">now</a> file:///etc/passwd'],
    ["an address with a password", '<a href="https://a:b@www.office.example.org/">now</a>'],
    ["a mention", '<a href="https://social.example.org/@un" class="u-url mention">@<span>un</span></a>'],
    ["a hashtag", '<a href="https://social.example.org/tags/x" class="mention hashtag" rel="tag">#x</a>'],
    ["an address that is cut", "https://www.office.example.org/docu… https://www.office.example.org/docu..."],
    ["a link that never ends", `<a href="${REPORT}" title="`],
    ["what a script writes", `<script>"${REPORT}"</script><style>${REPORT}</style>`],
    ["an address longer than any", `https://www.office.example.org/${"x".repeat(5000)}`],
  ])("%s", async (_, html) => {
    expect((await read(described(`<p>${SAYS}</p>${html}`))).links ?? []).toEqual([]);
  });
});

it("of an item’s links ten are weighed, of a list’s a thousand, and texts past the bound stand with their opening", async () => {
  const many = Array.from({ length: 300 }, (_, index) => `<a href="https://x.example/${index}">${index}</a>`).join(" ");
  expect((await read(described(many))).links).toHaveLength(10);
  const post = (index: number) =>
    `<item><link>/p${index}</link><description>${"Many words of a post. ".repeat(40)}${[0, 1, 2].map((at) => `https://x.example/${index}-${at}`).join(" ")}</description></item>`;
  const { entries, links } = await read(
    `<rss><channel>${Array.from({ length: 600 }, (_, at) => post(at)).join("")}</channel></rss>`,
  );
  expect(links).toHaveLength(1000);
  expect(entries).toHaveLength(600);
  expect(entries[0]?.title.length).toBeGreaterThan(800);
  expect(entries.at(-1)?.title.length).toBeLessThan(145);
});

test(
  "whatever stands in a text, its links are web addresses, few and each once, and its words are in one line",
  [
    fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom("<a href='", "https://x.example/", "'>", "</a>", "&lt;", "<br>", "…", "<script>"),
      ),
    ),
  ],
  (parts) => {
    const { text, links } = itemText(parts.join(""), FEED);
    expect(text).not.toMatch(/[\n\r\t]/);
    expect(links.length).toBeLessThanOrEqual(10);
    expect(new Set(links.map(({ url }) => url)).size).toBe(links.length);
    for (const { url } of links) expect(url).toMatch(/^https?:\/\//);
  },
);
