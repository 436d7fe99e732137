/** Feeds and sitemaps as they are served: packed, mislabelled, as plain text, and what is none. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readBody } from "../../../src/read/read.ts";
import type { Entry } from "../../../src/read/reading.ts";

const SITE = "https://www.office.example.org";
const XML = "application/xml";

async function readingOf(kind: "feed" | "sitemap", body: string | Buffer, type = XML, headers = {}) {
  const url = `${SITE}/list.xml`;
  const answer = {
    url,
    finalUrl: url,
    at: "2022-09-01T00:00:00.000Z",
    headers: { "content-type": type, ...headers },
    wire: Buffer.from(body),
  };
  return (await readBody(answer, { kind, ignore: [] }, "Europe/Zurich")).reading;
}

async function entriesOf(...given: Parameters<typeof readingOf>): Promise<Entry[]> {
  const reading = await readingOf(...given);
  return reading?.kind === "entries" ? reading.entries : [];
}

const rss = (title: string, declaration = "") =>
  `${declaration}<rss><channel><item><title>${title}</title><link>/1</link></item></channel></rss>`;

describe("what is no list", () => {
  const page = "<html><head><title>Office</title></head><body><p>Some words for people.</p></body></html>";
  const noList = "answered with a page where a feed or sitemap should be";
  it.each([
    ["a page", page, noList],
    ["a page after a comment", `<!-- cached -->\n${page}`, noList],
    [
      "a page after an XML declaration",
      `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">${page}`,
      noList,
    ],
    [
      "a page whose script compares",
      `<!doctype html><script>for(i=0;i<a ${"b ".repeat(300)};i++)</script>${page}`,
      noList,
    ],
    [
      "a page that says it is not there",
      page.replaceAll(/Office|Some words for people\./g, "Page not found"),
      "not found",
    ],
    [
      "a picture",
      Buffer.from(Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 256)),
      "answered with something that is no text where a list should be",
    ],
    ["nothing", " \n", "answered with nothing"],
  ])("%s is said to be that", async (_, body, detail) => {
    for (const kind of ["feed", "sitemap"] as const)
      expect(await readingOf(kind, body)).toMatchObject({ kind: "problem", detail: expect.stringContaining(detail) });
  });

  it("is not a feed that quotes a page", async () => {
    expect(await entriesOf("feed", rss("<![CDATA[<html><body>A]]>"))).toMatchObject([{ title: "A" }]);
  });
});

describe("a character set", () => {
  const title = "R\u00e9sum\u00e9 pr\u00e9liminaire";
  const latin = (text: string) => Buffer.from(text, "latin1");
  const declared = (name: string) => `<?xml version="1.0" encoding="${name}"?>`;
  it.each([
    ["that is declared", latin(rss(title, declared("iso-8859-1"))), XML],
    ["that is declared as UTF-8 and is not", latin(rss(title, declared("utf-8"))), XML],
    ["that is not declared", latin(rss(title)), XML],
    [
      "of old, which a server says of everything",
      Buffer.from(rss(title, declared("utf-8"))),
      `${XML}; charset=iso-8859-1`,
    ],
    ["of old, declared, where it is UTF-8", Buffer.from(rss(title, declared("windows-1252"))), XML],
    ["of two bytes with its mark", Buffer.from(`\ufeff${rss(title, declared("utf-16"))}`, "utf16le"), XML],
    ["of a long list that is cut within a letter", Buffer.from(rss(title, `<!--${"\u00e9".repeat(32_766)}-->`)), XML],
  ])("%s is read as it is", async (_, body, type) =>
    expect(await entriesOf("feed", body, type)).toMatchObject([{ title }]),
  );
});

describe("a sitemap", () => {
  const urlset = (inner: string) => `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${inner}</urlset>`;
  const two = urlset(`<url><loc>${SITE}/a-report</loc></url><url><loc>${SITE}/b</loc></url>`);
  const entries = [
    { title: "a report", url: `${SITE}/a-report` },
    { title: "b", url: `${SITE}/b` },
  ];
  it.each([
    ["is a list of addresses", two],
    ["is packed", gzipSync(two)],
    ["is packed, and packed again on its way", gzipSync(gzipSync(two)), { "content-encoding": "gzip" }],
    ["is plain text", `\ufeff${SITE}/a-report\r\n\r\n${SITE}/b\r\n`],
    ["is plain text, packed", gzipSync(`${SITE}/a-report\n${SITE}/b`)],
    ["gives its namespace a prefix", two.replaceAll(/<(\/?)(url|loc)/g, "<$1s:$2").replace("xmlns=", "xmlns:s=")],
    [
      "has pictures, news and films",
      two.replace(
        "</loc>",
        "</loc><image:image><image:loc>/x.png</image:loc></image:image><news:news><news:title>T</news:title></news:news><video:video><video:player_loc>/y</video:player_loc></video:video>",
      ),
    ],
  ])("%s", async (_, body, headers: Record<string, string> = {}) =>
    expect(await entriesOf("sitemap", body, XML, headers)).toEqual(entries),
  );

  it("may be a feed", async () => {
    expect(await entriesOf("sitemap", rss("A report"))).toEqual([{ title: "A report", url: `${SITE}/1` }]);
  });

  it("that breaks off is read as far as it goes, and said to be cut off", async () => {
    expect(await readingOf("sitemap", two.slice(0, -30))).toMatchObject({
      entries: entries.slice(0, 1),
      unread: { detail: "was cut off before the sitemap’s end" },
    });
  });

  it("in parts names those of its own site, the newest first", async () => {
    const parts = ["https://elsewhere.example/x", `${SITE}/old`, "https://office.example.org/new", `${SITE}/list.xml`];
    const index = parts.map(
      (loc) => `<sitemap><loc>${loc}</loc><lastmod>20${loc.endsWith("new") ? 22 : 21}-01-01</lastmod></sitemap>`,
    );
    expect(await readingOf("sitemap", `<sitemapindex>${index.join("")}</sitemapindex>`)).toMatchObject({
      entries: [],
      next: ["https://office.example.org/new", `${SITE}/old`],
    });
  });
});
