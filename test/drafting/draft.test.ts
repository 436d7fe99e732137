/** What is proposed of a site, and why: its hosts, its sources, what counts as the document there. */
import { describe, expect, it } from "vitest";
import { bySymbol } from "../../src/drafting/by-symbol.ts";
import { draft } from "../../src/drafting/draft.ts";
import type { Said } from "../../src/drafting/drafted.ts";
import { zoneOf } from "../../src/drafting/place.ts";
import { drafting } from "../stand-ins/drafting.ts";
import { file, newsPage } from "../stand-ins/office.ts";
import { listing, page, type Row } from "../stand-ins/ohchr.ts";
import type { Pages } from "../stand-ins/origin.ts";

const SITE = "https://www.office.example.org";
const SAID: Said = {
  ...{ title: "Report on the Marlow Harbour fire", by: "the chair", on: "2022-05-01", words: "in the coming weeks" },
  site: `${SITE}/news`,
};
const ROWS: Row[] = [1, 2, 3].map((day) => ({
  title: `Report number ${day} on roads`,
  url: `/reports/${day}`,
  date: `${day} April 2022`,
}));
const NEWS = { "/news": listing(ROWS) };
const behind = (one: (title: string) => Pages[string]): Pages =>
  Object.fromEntries(ROWS.map(({ title, url = "" }) => [url, one(title)]));
const RSS = {
  headers: { "content-type": "application/rss+xml" },
  body: `<rss version="2.0"><channel><item><title>Something</title><link>${SITE}/one</link></item></channel></rss>`,
};

async function drafted(pages: Pages, said: Partial<Said> = {}) {
  const { tools, origin } = await drafting(pages, [SITE, "https://files.example.net"]);
  const made = await draft(tools, { ...SAID, ...said }, [], { seen: new Map(), samples: new Map() });
  return { ...made, origin };
}

describe("what stands behind a site's items tells what counts as the document", () => {
  const long = (title: string) => page(`<h1>${title}</h1><p>${"Words of a report on roads. ".repeat(150)}</p>`);

  it("pages, where the office publishes pages", async () => {
    const { watch, refusals } = await drafted({ ...NEWS, ...behind(long) });
    expect(watch.evidence.html).toBe(true);
    expect(refusals).toEqual([]);
  });

  it("refuses that pages should not count there", async () => {
    expect((await drafted({ ...NEWS, ...behind(long) }, { html: false })).refusals).toMatchObject([
      { kind: "pages-only" },
    ]);
  });

  it("files, with the host that they stand on", async () => {
    const link = '<a href="https://files.example.net/report.pdf">PDF</a>';
    const pages = {
      ...NEWS,
      ...behind((title) => newsPage(title, "2022-04-01", link)),
      "/report.pdf": file("Report", "1 April 2022", "Roads. ".repeat(500)),
    };
    const { watch, hosts } = await drafted(pages);
    expect(watch.evidence).not.toHaveProperty("html");
    expect(hosts).toEqual([
      { host: "www.office.example.org", because: "site" },
      { host: "office.example.org", because: "twin" },
      { host: "files.example.net", because: "files" },
    ]);
  });

  it("no fewer words than usual, where its pages are short: a note about the document is as long", async () => {
    const { watch } = await drafted({
      ...NEWS,
      ...behind((title) => page(`<h1>${title}</h1><p>${"A short notice. ".repeat(60)}</p>`)),
    });
    expect(watch.evidence).toMatchObject({ html: true });
    expect(watch.evidence).not.toHaveProperty("words");
  });
});

describe("what is listed already shows whether the words fit", () => {
  const rows: Row[] = [
    { title: "Inquiry into the Marlow fire", date: "03/04/2022" },
    { title: "Opening hours", date: "05/06/2022" },
    { title: "Report on roads", date: "07/08/2022" },
  ];

  it("names the items on the subject", async () => {
    const { onSubject, readable } = await drafted({ "/news": listing(rows) }, { title: "Report on the Marlow fire" });
    expect(onSubject.map(({ title }) => title)).toEqual(["Inquiry into the Marlow fire"]);
    expect(readable?.evidence.subject[0]).toEqual(["Marlow", "fire"]);
  });

  it("has the order of dates written down where a person says it, and where it is open", async () => {
    const english = listing(rows).replace('lang="en"', "");
    expect((await drafted({ "/news": english }, { dates: "dmy" })).watch.sources).toMatchObject([{ dates: "dmy" }]);
    expect((await drafted(NEWS, { dates: "dmy" })).watch.sources[0]).not.toHaveProperty("dates");
  });
});

describe("sources are looked for on the site, and left out with a reason", () => {
  const front = page(
    '<p>We keep the roads.</p><nav><a href="/news">News</a><a href="/empty">Press releases</a><a href="/gone">Publications</a><a href="https://elsewhere.example.net/r">Reports</a><a href="/about">About us</a></nav><a href="/feed.xml">RSS</a>',
  );
  const pages = {
    ...NEWS,
    "/": front,
    "/empty": page("<h1>Press</h1><p>There is nothing here yet, and nothing to see.</p>"),
    "/feed.xml": RSS,
  };

  it("from its front page", async () => {
    const { sources, site } = await drafted(pages, { site: SITE });
    expect(sources.map(({ kind, url, because }) => [kind, url.slice(SITE.length), because])).toEqual([
      ["listing", "/news", "link"],
      ["page", "", "given"],
      ["feed", "/feed.xml", "feed"],
    ]);
    expect(site.leftOut.map(({ url, why }) => [url, why])).toEqual([
      [`${SITE}/empty`, "no-list"],
      [`${SITE}/gone`, "problem"],
      ["https://elsewhere.example.net/r", "another-host"],
    ]);
  });

  it.each<[string, Pages[string], string]>([
    ["a file", file("Report", "1 April 2022", "Roads. ".repeat(500)), "is-document"],
    [
      "a page that wants JavaScript",
      '<!doctype html><html><head><title>x</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>',
      "problem",
    ],
    ["a wall", { status: 403 }, "problem"],
    ["JSON that is no feed", { headers: { "content-type": "application/json" }, body: "{}" }, "problem"],
  ])("goes on from the front page where the page that was named is %s", async (_, named, why) => {
    const { sources, site } = await drafted({ ...pages, "/x": named }, { site: `${SITE}/x` });
    expect(site.leftOut[0]).toMatchObject({ url: `${SITE}/x`, why });
    expect(sources.map(({ kind }) => kind)).toEqual(["listing", "feed"]);
  });

  it("takes a page's twin for the page, and another site for none", async () => {
    const sendTo = (url: string) => ({ "/old": { status: 301, headers: { location: url } } });
    expect((await drafted({ ...pages, ...sendTo("/news") }, { site: `${SITE}/old` })).refusals).toEqual([]);
    const parked = await drafted({ ...pages, ...sendTo("https://files.example.net/news") }, { site: `${SITE}/old` });
    expect(parked.refusals).toContainEqual({
      kind: "sent-elsewhere",
      from: "www.office.example.org",
      to: "files.example.net",
    });
  });

  it("takes a feed that is given directly, and a site without any", async () => {
    expect((await drafted({ "/feed.xml": RSS }, { site: `${SITE}/feed.xml` })).sources).toMatchObject([
      { kind: "feed", because: "given" },
    ]);
    expect((await drafted(NEWS)).sources).toMatchObject([{ kind: "listing", because: "given" }]);
  });

  it("looks at no more than a handful of addresses of a page that links to everything", async () => {
    const flood = Array.from(
      { length: 2000 },
      (_, at) => `<a href="/news?page=${at}">News</a><a href="/${at}.rss">RSS</a>`,
    ).join("");
    const { origin } = await drafted({ "*": page(`<h1>All</h1>${flood}`) }, { site: SITE });
    expect(origin.requests.length).toBeLessThan(20);
  });

  it("writes nothing down of what a hostile page is called that a terminal would obey", async () => {
    const evil = `<html><head><title>News | \u001b[2J\u202eOffice</title></head><body><main><ul>${ROWS.map(({ title, date }) => `<li>${date} <a href="/${title.length}${date}">${title}</a></li>`).join("")}</ul></main></body></html>`;
    const { watch } = await drafted({ "/news": evil });
    expect(JSON.stringify(watch)).not.toMatch(/\\u001b|\u202e/);
  });
});

describe("a publisher's days are counted where it is", () => {
  it.each([
    ["www.gov.uk", "en", "Europe/London", "country"],
    ["oig.justice.gov", "en", "America/New_York", "country"],
    ["www.ohchr.org", "fr", "Europe/Zurich", "institution"],
    ["ec.europa.eu", "en", "Europe/Brussels", "institution"],
    ["www.example.com", "de-AT", "Europe/Vienna", "language"],
    ["www.example.com", "en", "UTC", "unknown"],
  ])("%s, in %s: %s", (host, language, zone, because) => {
    expect(zoneOf(host, language)).toEqual({ zone, because });
  });
});

it("an API that is named is proposed with the paths at which its items were found", async () => {
  const data = ROWS.map(({ title, url, date }) => ({ title, url, published: date }));
  const api = { headers: { "content-type": "application/json" }, body: JSON.stringify({ data }) };
  const { watch, refusals } = await drafted(
    {
      "/api/reports": api,
      ...behind((title) => page(`<h1>${title}</h1><p>${"Words of a report on roads. ".repeat(150)}</p>`)),
    },
    { site: `${SITE}/api/reports` },
  );
  expect(watch.sources).toMatchObject([
    {
      kind: "json",
      url: `${SITE}/api/reports`,
      paths: { items: "$.data[*]", title: ["$.title"], link: ["$.url"], date: ["$.published"] },
    },
  ]);
  expect(refusals).toEqual([]);
});

describe("a document that is named by its UN symbol", () => {
  const UN = "https://documents.un.org";
  const PATH = "/api/symbol/access?s=A%2FHRC%2F61%2F6&l=en&t=pdf";
  const HOSTS = ["www.office.example.org", "documents.un.org"];
  const NOT_ISSUED = { headers: { "content-type": "application/pdf" }, body: "" };
  async function draftedWith(sources: string[], given: Pages[string], hosts = HOSTS) {
    const { tools } = await drafting({ ...NEWS, [PATH]: given }, [SITE, UN, "https://docs.un.org"]);
    return draft(tools, { ...SAID, sources, hosts }, [], { seen: new Map(), samples: new Map() });
  }

  it.each([
    "https://undocs.org/A/HRC/61/6",
    "https://www.undocs.org/en/A/HRC/61/6",
    "https://docs.un.org/en/A/HRC/61/6",
    "https://docs.un.org/EN/A/HRC/61/6/",
    "https://undocs.org/A%2FHRC%2F61%2F6",
    "https://undocs.org/Home/Mobile?FinalSymbol=A%2FHRC%2F61%2F6&Language=E&DeviceType=Desktop",
    "https://undocs.org/a/hrc/61/6",
    `${UN}/api/symbol/access?s=A/HRC/61/6&l=en&t=pdf`,
    `${UN}/api/symbol/access?s=a/hrc/61/6&l=EN`,
    UN + PATH,
  ])("%s is waited for where it is given out", async (address) => {
    const { watch, refusals, site } = await draftedWith([address], NOT_ISSUED);
    expect(watch.sources).toMatchObject([
      { kind: "listing" },
      { id: "hrc-61-6", name: "“A/HRC/61/6”", kind: "document", url: UN + PATH },
    ]);
    expect([refusals, site.leftOut]).toEqual([[], []]);
  });

  it.each([
    ["https://undocs.org/Home/Mobile?FinalSymbol=A%2FHRC%2F61%2F6&Language=F", "A%2FHRC%2F61%2F6&l=fr&t=pdf"],
    ["https://undocs.org/Home/Mobile?FinalSymbol=A%2FHRC%2F61%2F6&Language=C", "A%2FHRC%2F61%2F6&l=zh&t=pdf"],
    ["https://undocs.org/Home/Mobile?FinalSymbol=A%2FHRC%2F61%2F6&Language=X", "A%2FHRC%2F61%2F6&l=en&t=pdf"],
    [`${UN}/api/symbol/access?s=A%2FHRC%2F61%2F6&l=FR&t=DOC`, "A%2FHRC%2F61%2F6&l=fr&t=doc"],
    ["https://docs.un.org/ES/A/HRC/61/6", "A%2FHRC%2F61%2F6&l=es&t=pdf"],
    ["https://docs.un.org/fr/s/res/2612(2021)", "S%2FRES%2F2612(2021)&l=fr&t=pdf"],
    ["https://undocs.org/e/cn.4/2006/6/add.6", "E%2FCN.4%2F2006%2F6%2FAdd.6&l=en&t=pdf"],
    ["https://undocs.org/E/2023/1", "E%2F2023%2F1&l=en&t=pdf"],
  ])("%s is waited for in its language, as it is written", (address, given) => {
    expect(bySymbol(address)?.url).toBe(`${UN}/api/symbol/access?s=${given}`);
  });

  it("is one that is there already as well", async () => {
    const { watch } = await draftedWith(
      ["https://undocs.org/A/HRC/61/6"],
      file("Report", "1 April 2022", "Roads. ".repeat(500)),
    );
    expect(watch.sources.map(({ kind }) => kind)).toEqual(["listing", "document"]);
  });

  it("is refused where its host is none of the publisher’s", async () => {
    const { refusals } = await draftedWith(["https://undocs.org/A/HRC/61/6"], NOT_ISSUED, ["www.office.example.org"]);
    expect(refusals).toContainEqual({ kind: "source-elsewhere", host: "documents.un.org" });
  });

  it.each([
    `${SITE}/A/HRC/61/6`,
    "https://undocs.org/",
    "https://docs.un.org/en/",
    "https://undocs.org/about",
    "https://undocs.org/home/mobile",
    "https://undocs.org/A/..%2F..%2Fx",
    "https://undocs.org/Home/Mobile?FinalSymbol=A%2F..%2F..%2Fx",
    `${UN}/api/symbol/access?s=A%2F..%2F61%2F6`,
    "https://undocs.org/%E0%A4%A",
    "https://undocs.org.example.net/A/HRC/61/6",
    `${UN}/api/search?s=A/HRC/61/6`,
    `https://undocs.org/A/${"x/".repeat(2000)}`,
  ])("%s is none", (address) => expect(bySymbol(address)).toBeUndefined());
});
