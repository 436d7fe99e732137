/** What is not the document, made to look like it: none of it is ever told as published. */
import { describe, expect, it } from "vitest";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { newsPage, officeListing, watchOf, watchOffice } from "../stand-ins/office.ts";
import { page } from "../stand-ins/ohchr.ts";
import type { Pages } from "../stand-ins/origin.ts";
import { makeDocx, makeEpub, makeOdt } from "../stand-ins/zipped.ts";

const TITLE = "Review of the Harbour Bridge collapse";
const PROMISED = "2024-03-01";
const OUT = "2024-06-10";
const DAY = "10 June 2024";
const TEXT =
  "The review looks at how the Harbour Bridge came to fall, who knew of its state, and what must follow. ".repeat(25);
const OTHER_TEXT =
  "The annual accounts of the office are set out in the tables that follow, year by year and line by line. ".repeat(25);
const HOST = "https://www.office.example.org";
const PDF = { "content-type": "application/pdf" };

const known = { title: TITLE, subject: [["Harbour Bridge"], ["review", "report"]] };
const pdf = (cover: string[], text = TEXT) => ({ headers: PDF, body: makePdf(cover, 20, text) });
const bytes = (body: Buffer) => ({ headers: { "content-type": "application/octet-stream" }, body });
const link = (to: string, words = "Read it (PDF)") => `<p><a href="${to}">${words}</a></p>`;

/** A watch that also names the address where the document is to stand. */
function watch(evidence: Partial<Watch["evidence"]> = {}, address = `${HOST}/publications/review`): Watch {
  const made = watchOf(known, PROMISED, evidence);
  const [news] = made.sources;
  if (!news) throw new Error("no source");
  const source = { ...news, formerly: [], pages: 1, existence: "likely" as const };
  made.publisher.hosts.push("press.office.example.org");
  made.publisher.sisters.push("sister.example.org");
  made.sources.push(
    { ...source, id: "document", kind: "document", url: address, tell: "all", existence: "confirmed" },
    { ...source, id: "others", kind: "feed", url: "https://news.example.net/feed.xml" },
  );
  return made;
}

const feed = (...items: [title: string, url: string][]) => ({
  headers: { "content-type": "application/rss+xml" },
  body: `<rss version="2.0"><channel><title>News</title>${items
    .map(
      ([title, url]) =>
        `<item><title>${title}</title><link>${url}</link><pubDate>Mon, 10 Jun 2024 09:00:00 GMT</pubDate></item>`,
    )
    .join("")}</channel></rss>`,
});

/** What a bot says that looked on the day of the promise, and then again when these pages stand there. */
async function told(pages: Pages, made = watch()): Promise<string[]> {
  const bot = await watchOffice(made, {
    ...officeListing(),
    "/feed.xml": feed(["Ordinary news", "https://news.example.net/1"]),
  });
  await bot.look(PROMISED);
  Object.assign(bot.origin.pages, pages);
  await bot.look(OUT);
  await bot.look("2024-06-11");
  return bot.kinds().filter((kind) => kind === "published" || kind === "signalled");
}

const listed = (title: string, url = "/news/it") => officeListing({ title, url, date: DAY });
const offering = (cover: string[], text = TEXT): Pages => ({
  ...listed(TITLE),
  "/news/it": newsPage(TITLE, OUT, link("/files/it.pdf")),
  "/files/it.pdf": pdf(cover, text),
});

describe("the document itself is published", () => {
  it.each<[string, Pages, Partial<Watch["evidence"]>?]>([
    ["as a PDF behind a listed item", offering([TITLE, DAY])],
    [
      "as a PDF whose title breaks over lines",
      offering(["The Office", "Review of the Harbour", "Bridge collapse", DAY]),
    ],
    [
      "as a DOCX",
      {
        ...listed(TITLE),
        "/news/it": newsPage(TITLE, OUT, link("/files/it.docx")),
        "/files/it.docx": bytes(makeDocx([TITLE, DAY, TEXT])),
      },
    ],
    [
      "as an ODT",
      {
        ...listed(TITLE),
        "/news/it": newsPage(TITLE, OUT, link("/files/it.odt")),
        "/files/it.odt": bytes(makeOdt([TITLE, DAY, TEXT])),
      },
    ],
    [
      "as an EPUB",
      {
        ...listed(TITLE),
        "/news/it": newsPage(TITLE, OUT, link("/files/it.epub")),
        "/files/it.epub": bytes(makeEpub([TITLE, DAY, TEXT])),
      },
    ],
    [
      "behind a file link that is sent on within the office’s hosts",
      {
        ...listed(TITLE),
        "/news/it": newsPage(TITLE, OUT, link("/download/17", "PDF, 2 MB")),
        "/download/17": { status: 302, headers: { location: "https://press.office.example.org/files/17.pdf" } },
        "/files/17.pdf": pdf([TITLE, DAY]),
      },
    ],
    [
      "at the address that the watch names, whatever old date stands in its margin",
      {
        "/publications/review": page(
          `<h1>${TITLE}</h1><p>${DAY}</p><p>About us: founded on 3 March 1999.</p>${link("/files/it.pdf")}`,
        ),
        "/files/it.pdf": pdf([TITLE, DAY]),
      },
    ],
    [
      "as a page, where the office publishes so",
      {
        "/publications/review": page(`<h1>${TITLE}</h1><p>${DAY}</p><p>${TEXT}</p>`),
      },
      { html: true },
    ],
  ])("%s", async (_, pages, evidence) => {
    expect(await told(pages, watch(evidence))).toContain("published");
  });
});

describe("nothing else is", () => {
  it.each<[string, Pages, Watch?]>([
    [
      "two items of somebody else’s that link to the office’s hosts, which refuse",
      {
        "/feed.xml": feed([TITLE, `${HOST}/a`], [`${TITLE} published`, "https://press.office.example.org/b"]),
        "/a": { status: 403 },
        "/b": { status: 403 },
      },
    ],
    [
      "headlines on two of the office’s own hosts",
      officeListing(
        { title: `Office publishes ${TITLE}`, url: "/news/a", date: DAY },
        {
          title: `Office publishes report on the Harbour Bridge`,
          url: "https://press.office.example.org/b",
          date: DAY,
        },
      ),
    ],
    [
      "the document at the known address, sent on to another host",
      {
        "/publications/review": { status: 302, headers: { location: "https://news.example.net/copy.pdf" } },
        "/copy.pdf": pdf([TITLE, DAY]),
      },
    ],
    [
      "a file that is sent through another host and back",
      {
        ...listed(TITLE),
        "/news/it": newsPage(TITLE, OUT, link("/files/it.pdf")),
        "/files/it.pdf": { status: 302, headers: { location: "https://news.example.net/hop" } },
        "/hop": { status: 302, headers: { location: `${HOST}/files/real.pdf` } },
        "/files/real.pdf": pdf([TITLE, DAY]),
      },
    ],
    [
      "the document over plain http",
      { "/publications/review": pdf([TITLE, DAY]) },
      watch({}, "http://www.office.example.org/publications/review"),
    ],
    [
      "the document on another port",
      { "/publications/review": pdf([TITLE, DAY]) },
      watch({}, "https://www.office.example.org:8443/publications/review"),
    ],
    ["a look-alike host", listed(TITLE, "https://www.office.example.org.evil.example.net/review.pdf")],
    [
      "a page that says “watch this space”",
      { ...listed(TITLE), "/news/it": page(`<h1>${TITLE}</h1><p>${DAY}</p><p>Watch this space.</p>`) },
    ],
    [
      "a page in preparation, in a language nobody listed",
      { "/publications/review": page(`<h1>${TITLE}</h1><p>${DAY}</p><p>Dokumentet er under utarbeidelse.</p>`) },
      watch({ html: true }),
    ],
    [
      "a long page under the title, where the office publishes files",
      { "/publications/review": page(`<h1>${TITLE}</h1><p>${DAY}</p><p>${TEXT}</p>`) },
    ],
    [
      "a long page whose own heading is another’s",
      { "/publications/review": page(`<h1>Search</h1><h2>Results for ${TITLE}</h2><p>${DAY}</p><p>${TEXT}</p>`) },
      watch({ html: true }),
    ],
    [
      "a title in the page’s metadata alone",
      {
        "/publications/review": `<html><head><title>${TITLE}</title><meta property="og:title" content="${TITLE}"></head><body><main><h1>News</h1><p>${DAY}</p><p>${TEXT}</p></main></body></html>`,
      },
      watch({ html: true }),
    ],
    [
      "a page that echoes what it was asked for",
      {
        "/publications/review": {
          status: 200,
          body: page(`<h1>Page not found</h1><p>We could not find: ${TITLE}, ${DAY}</p>`),
        },
      },
    ],
    [
      "what a visitor wrote under the news",
      {
        ...listed("Office news of June", "/news/june"),
        "/news/june": page(
          `<h1>Office news of June on the Harbour Bridge review</h1><p>${DAY}</p><div class="comments"><h2>${TITLE}</h2>${link("/files/upload.pdf", TITLE)}</div>`,
        ),
        "/files/upload.pdf": pdf([TITLE, DAY]),
      },
    ],
    ["a file of forty words", offering([TITLE, DAY], "The Harbour Bridge review is to stand here. ".repeat(5))],
    ["a file about something else under the title", offering([TITLE, DAY], OTHER_TEXT)],
    ["a scan without text", offering([], "")],
    ["a sentence about it", offering([`This note explains what the ${TITLE} will look at, and when`, DAY])],
    ["its summary", offering(["Summary of", TITLE, DAY])],
    ["its terms of reference", offering(["Terms of reference", TITLE, DAY])],
    ["its flyer", offering(["Flyer", TITLE, DAY])],
    ["a press release on it, as a file", offering(["Press release", TITLE, DAY])],
    ["the government’s response to it", offering(["Response to the", TITLE, DAY])],
    ["a document of before the promise", offering([TITLE, "10 June 2019"])],
    ["a document of a day to come", offering([TITLE, "10 June 2031"])],
    [
      "a file that is not what it claims",
      { ...offering([TITLE, DAY]), "/files/it.pdf": { headers: PDF, body: "%PDF-1.7 nonsense %%EOF" } },
    ],
    [
      "an old Word file",
      {
        ...offering([TITLE, DAY]),
        "/files/it.pdf": bytes(Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4000)])),
      },
    ],
    [
      "a link of the office’s, named as the title, to a document about something else",
      {
        ...listed(TITLE),
        "/news/it": newsPage(TITLE, OUT, link("/files/accounts.pdf", TITLE)),
        "/files/accounts.pdf": pdf(["Annual accounts", DAY], OTHER_TEXT),
      },
    ],
  ])("%s", async (_, pages, made) => {
    expect(await told(pages, made)).not.toContain("published");
  });
});

it("what lacks something is a question that names it", async () => {
  const bot = await watchOffice(watch(), {
    ...officeListing(),
    "/feed.xml": feed(["x", "https://news.example.net/1"]),
  });
  await bot.look(PROMISED);
  Object.assign(bot.origin.pages, offering(["What happened at the Harbour Bridge: a report", DAY]));
  await bot.look(OUT);
  expect(bot.told.find((notice) => notice.kind === "signalled")).toMatchObject({
    signal: {
      rule: "document-on-the-subject",
      provenance: "own",
      note: "its first page does not carry the title that is known",
    },
  });
});

describe("a first look", () => {
  const old = (cover: string[]): Pages => ({
    "/country": page(
      `<h1>Harbour Bridge</h1><p>What we hold.</p>${link("/files/old.pdf", "Report on the Harbour Bridge")}`,
    ),
    "/files/old.pdf": pdf(cover),
  });
  const country = () => {
    const made = watch();
    const [news] = made.sources;
    if (news) made.sources.push({ ...news, id: "country", kind: "page", url: `${HOST}/country` });
    return made;
  };
  const firstLook = async (pages: Pages) => {
    const bot = await watchOffice(country(), { ...officeListing(), ...pages });
    await bot.look(OUT);
    return bot.kinds().filter((kind) => kind === "signalled" || kind === "published");
  };

  it("asks nothing about a document without a date: it may have stood there for years", async () => {
    expect(await firstLook(old(["Report on the Harbour Bridge"]))).toEqual([]);
  });

  it("asks about one that is dated since the promise, and publishes the one with the title", async () => {
    expect(await firstLook(old(["Report on the Harbour Bridge", DAY]))).toEqual(["signalled"]);
    expect(await firstLook(old([TITLE, DAY]))).toEqual(["published"]);
  });

  it("does not follow a page’s links at every look", async () => {
    const bot = await watchOffice(country(), { ...officeListing(), ...old(["Report on the Harbour Bridge"]) });
    await bot.look(OUT);
    const asked = () => bot.origin.requests.filter(({ path }) => path === "/files/old.pdf").length;
    const first = asked();
    Object.assign(bot.origin.pages, {
      "/country": page(
        `<h1>Harbour Bridge</h1><p>What we hold now.</p>${link("/files/old.pdf", "Report on the Harbour Bridge")}`,
      ),
    });
    await bot.at(`${OUT}T18:00:00Z`);
    expect(asked()).toBe(first);
  });
});

describe("a first page that carries the title, and says besides that it is another thing, is asked about", () => {
  it.each([
    ["below it: a draft", [TITLE, "DRAFT for consultation", DAY]],
    ["below it: an interim report", [TITLE, "Interim report", DAY]],
    ["below it: an embargo", [TITLE, "Embargoed until 12 June", DAY]],
    ["below it: an answer to it", [TITLE, "The Government’s response", DAY]],
    ["below it: evidence", [TITLE, "Written evidence submitted by the Engineers", DAY]],
    ["below it: an assessment of something else", [TITLE, "Equality impact assessment", DAY]],
    ["below it: an annex", [TITLE, "Annex B: witness list", DAY]],
    ["below it: an easier version", [TITLE, "Easy read", DAY]],
    ["below it: a dissent", [TITLE, "A dissenting view by Member Brown", DAY]],
    ["below it: a placeholder", [TITLE, "This file holds the place of the report, which follows in autumn.", DAY]],
    ["above it: a submission", ["Submission to the", TITLE, DAY]],
    ["below it: whose submission it is", [TITLE, "Submitted to the Review by Acme Engineering Ltd", DAY]],
    ["below it: another’s paper", [TITLE, "Issued by the Bridge Workers Union", DAY]],
    ["below it: a witness", [TITLE, "Professor Amos Hill, expert witness", DAY]],
    ["above it: in a language that we do not read", ["Zusammenfassung", TITLE, DAY]],
    ["above it: a denial", ["This is not the", TITLE, DAY]],
    ["above it: a long line", ["The response of His Majesty’s Government to the report called", TITLE, DAY]],
    ["a letter", [DAY, "Dear Chair", TITLE, "I am writing to tell you when we shall publish."]],
    ["a newsletter", ["Bridge News", "In this issue", TITLE, "The annual regatta", DAY]],
  ])("%s", async (_, cover) => {
    expect(await told(offering(cover))).toEqual(["signalled"]);
  });

  it.each([
    ["a month before the promise", [TITLE, "May 2019"]],
    ["a year before the promise", [TITLE, "2019"]],
    ["a word and a year before the promise", [TITLE, "First published 2019"]],
  ])("%s", async (_, cover) => {
    expect(await told(offering(cover))).not.toContain("published");
  });

  it("last year’s, when the title has this year’s number", async () => {
    const title = "Annual report on the Harbour Bridge, its approaches, piers and cables 2024";
    const made = watch({ titles: [title] });
    const last = title.replace("2024", "2023");
    const pages = {
      ...listed(last),
      "/news/it": newsPage(last, OUT, link("/files/it.pdf")),
      "/files/it.pdf": pdf(["Annual report on the Harbour Bridge, its", "approaches, piers and cables 2023", DAY]),
    };
    expect(await told(pages, made)).not.toContain("published");
  });
});

describe("a first page may say", () => {
  it.each([
    ["who wrote it", [TITLE, "Sir John Smith KC", DAY]],
    ["before whom it was put", [TITLE, "Presented to Parliament pursuant to Section 26 of the Act", "HC 1234", DAY]],
    ["its number, and whose it is", ["A/HRC/51/5", "The Office", TITLE, "Final report", DAY, "© Crown copyright 2024"]],
  ])("%s", async (_, cover) => {
    expect(await told(offering(cover))).toContain("published");
  });
});

it("a title that no reader sees is asked about", async () => {
  const pages = {
    ...listed(TITLE),
    "/news/it": newsPage(TITLE, OUT, link("/files/it.docx")),
    "/files/it.docx": bytes(makeDocx(["The office", DAY, TEXT], TITLE)),
  };
  expect(await told(pages)).not.toContain("published");
});

it("an address on the publisher’s host that only an outsider names is asked about", async () => {
  const echo = `${HOST}/print.pdf?title=it`;
  const pages = { "/feed.xml": feed(["Harbour Bridge review", echo]), "/print.pdf?title=it": pdf([TITLE, DAY]) };
  expect(await told(pages)).toEqual(["signalled"]);
});

describe("a headline about it is no signal, though a file is behind it", () => {
  it.each([
    "Engineers slam: city hits back at Harbour Bridge report",
    "Harbour Bridge report on hold",
    "Harbour Bridge report nears publication",
    "Annotated outline of the Harbour Bridge report",
    "Submissions to the Harbour Bridge review",
    "Le rapport sur le Harbour Bridge n’est pas encore publié",
    "El informe sobre Harbour Bridge aún no se ha publicado",
    "Доклад о Harbour Bridge ещё не опубликован",
    "Harbour Bridge 报告暂未发布",
  ])("%s", async (title) => {
    const made = watch({
      subject: [["Harbour Bridge"], ["review", "report", "rapport", "informe", "доклад", "报告"]],
    });
    const pages = {
      ...listed(title),
      "/news/it": newsPage(title, OUT, link("/files/it.pdf")),
      "/files/it.pdf": pdf(["Note", DAY]),
    };
    expect(await told(pages, made)).toEqual([]);
  });
});

describe("a link beside a list", () => {
  const beside = (html: string): Pages =>
    Object.fromEntries(
      Object.entries(officeListing()).map(([path, list]) => [path, String(list).replace("</main>", `${html}</main>`)]),
    );
  const roads = newsPage("Roads plan for the north", OUT, "<p>The plan has ten parts.</p>");

  it.each([
    [
      "whose row speaks of the document, and which leads elsewhere",
      `<p>After the ${TITLE} is published, read <a href="/roads">Roads plan for the north</a></p>`,
    ],
    ["that visitors left", `<div class="comments"><p><a href="/roads">${TITLE}</a></p></div>`],
    ["that says it is theirs", `<p><a rel="ugc" href="/roads">${TITLE}</a></p>`],
    ["that leads nowhere", `<p><a href="javascript:void(0)">${TITLE}</a></p>`],
    ["in the menu", `<nav><a href="/roads">${TITLE}</a></nav>`],
    [
      "that shares it",
      `<p><a href="https://social.example.net/share?url=https%3A%2F%2Fx" aria-label="${TITLE}"><i></i></a></p>`,
    ],
  ])("%s tells nothing", async (_, html) => expect(await told({ ...beside(html), "/roads": roads })).toEqual([]));

  it("to a document on another host is asked about", async () => {
    const link = `<p><a href="https://news.example.net/x.pdf"><img alt="${TITLE}"></a></p>`;
    expect(await told({ ...beside(link), "/x.pdf": pdf([TITLE, DAY]) })).toEqual(["signalled"]);
  });
});
