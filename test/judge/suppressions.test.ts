/** What might keep a true publication from being said: none of it does, and it is said once. */
import { describe, expect, it } from "vitest";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { newsPage, officeListing, watchOf, watchOffice } from "../stand-ins/office.ts";
import { page, type Row } from "../stand-ins/ohchr.ts";
import type { Pages } from "../stand-ins/origin.ts";

const TITLE = "Review of the Harbour Bridge collapse";
const HOST = "https://www.office.example.org";
const ADDRESS = "/publications/review";
const OUT = "2024-06-10";
const TEXT =
  "The review looks at how the Harbour Bridge came to fall, who knew of its state, and what must follow. ".repeat(25);

const pdf = (cover: string[], text = TEXT) => ({
  headers: { "content-type": "application/pdf" },
  body: makePdf(cover, 20, text),
});
const document = page(`<h1>${TITLE}</h1><p>10 June 2024</p><p><a href="/files/review.pdf">PDF</a></p>`);
const published: Pages = { [ADDRESS]: document, "/files/review.pdf": pdf([TITLE, "10 June 2024"]) };
const item: Row = { title: TITLE, url: ADDRESS, date: "10 June 2024" };

const feed = (...items: [title: string, url: string, day: string][]) => ({
  headers: { "content-type": "application/rss+xml" },
  body: `<rss version="2.0"><channel><title>News</title>${items
    .map(
      ([title, url, day]) =>
        `<item><title>${title}</title><link>${url}</link><pubDate>${day} 09:00:00 GMT</pubDate></item>`,
    )
    .join("")}</channel></rss>`,
});
const nothing = feed(["Ordinary news", "https://news.example.net/1", "Fri, 01 Mar 2024"]);

function watch({ namesAddress = false } = {}): Watch {
  const made = watchOf({ title: TITLE, subject: [["Harbour Bridge"], ["review", "report"]] }, "2024-03-01");
  const [news] = made.sources;
  if (!news) throw new Error("no source");
  made.sources.unshift({ ...news, id: "others", kind: "feed", url: "https://news.example.net/feed.xml" });
  if (namesAddress) made.sources.push({ ...news, id: "document", kind: "document", url: HOST + ADDRESS, tell: "all" });
  return made;
}

type Step = [day: string, pages: Pages] | ((bot: Awaited<ReturnType<typeof watchOffice>>) => Promise<void>);

async function story(steps: readonly Step[], made = watch()) {
  const linked = made.sources.some(({ id }) => id === "all")
    ? ""
    : `<p><a href="${ADDRESS}">Final report of the Harbour Bridge review (to come)</a></p>`;
  const bot = await watchOffice(made, {
    ...officeListing(),
    "/feed.xml": nothing,
    "/project": project(linked),
    "/all": Object.values(officeListing())[0] ?? "",
  });
  await bot.look("2024-03-01");
  for (const step of steps) {
    if (typeof step === "function") {
      await step(bot);
      continue;
    }
    const [day, pages] = step;
    Object.assign(bot.origin.pages, pages);
    await bot.look(day);
  }
  return bot;
}

const dismissAll: Step = async (bot) => {
  for (const { id } of await bot.bot.store.evidence.of("promised"))
    bot.told.push(
      ...(await bot.bot.watcher.people.decide("promised", { evidence: id, decision: "dismiss", by: "Ana" })),
    );
};
const dismissProposals: Step = async (bot) => {
  for (const { id } of await bot.bot.store.statements.of("promised"))
    await bot.bot.watcher.people.decide("promised", { statement: id, decision: "dismiss", by: "Ana" });
};
const project = (...links: string[]) => page(`<h1>The bridge</h1><p>What we do.</p>${links.join("")}`);
/** Watches a project's page as well, which links to the document's address from the start, and a list of everything. */
function withProject(address?: string): Watch {
  const made = watch();
  const [, news] = made.sources;
  if (!news) throw new Error("no source");
  made.sources.push({ ...news, id: "project", kind: "page", url: `${HOST}/project` });
  if (address) made.sources.push({ ...news, id: "all", url: `${HOST}/all` });
  return made;
}
/** The office's list, with something beside it. */
const beside = (content: string): Pages =>
  Object.fromEntries(
    Object.entries(officeListing()).map(([path, html]) => [path, String(html).replace("</main>", `${content}</main>`)]),
  );
const out: Step = [OUT, { ...officeListing(item), ...published }];
const many = (count: number, address: (number: number) => string): Row[] =>
  Array.from({ length: count }, (_, number) => ({
    title: `${TITLE} (${number})`,
    url: address(number),
    date: "9 June 2024",
  }));

describe("it is said once", () => {
  it.each<[string, Step[], Watch?]>([
    [
      "though a feed of somebody else’s named the address with a date of long ago",
      [["2024-03-02", { "/feed.xml": feed([TITLE, HOST + ADDRESS, "Mon, 01 Jan 2018"]) }], out],
    ],
    [
      "though somebody else’s item led to the address first, and was dismissed",
      [
        ["2024-04-01", { "/feed.xml": feed([`${TITLE} published`, HOST + ADDRESS, "Mon, 01 Apr 2024"]) }],
        dismissAll,
        out,
      ],
    ],
    [
      "though a page that stood at the address before was dismissed",
      [
        [
          "2024-04-01",
          {
            ...officeListing({ ...item, date: "1 April 2024" }),
            [ADDRESS]: page(`<h1>${TITLE}</h1><p>1 April 2024</p><p>Watch this space.</p>`),
          },
        ],
        dismissAll,
        out,
      ],
      watch({ namesAddress: true }),
    ],
    [
      "though an edition of long ago stood at the address",
      [
        [
          "2024-03-02",
          {
            [ADDRESS]: page(`<h1>${TITLE}</h1><p>1 May 2019</p><p><a href="/files/old.pdf">PDF</a></p>`),
            "/files/old.pdf": pdf([TITLE, "1 May 2019"]),
          },
        ],
        out,
      ],
      watch({ namesAddress: true }),
    ],
    [
      "though the listing showed the address with an old date",
      [
        ["2024-03-02", officeListing({ ...item, date: "1 May 2019" })],
        [
          OUT,
          {
            ...officeListing({ ...item, url: "/publications/review-2024" }),
            "/publications/review-2024": document,
            ...published,
          },
        ],
      ],
    ],
    [
      "though an undated item of the same name was listed before, at another address",
      [["2024-03-02", officeListing({ title: TITLE, url: "/about", date: " " })], out],
    ],
    [
      "in the midst of five hundred items on other hosts",
      [
        [
          OUT,
          {
            ...officeListing(...many(500, (number) => `https://news.example.net/copy/${number}`), item),
            ...published,
          },
        ],
      ],
    ],
    [
      "though its link stands beside the list, without a date",
      [[OUT, { ...beside(`<p>New: <a href="${ADDRESS}">${TITLE}</a></p>`), ...published }]],
    ],
    [
      "though its link beside the list says no more than what kind of file it is",
      [[OUT, { ...beside(`<p>New: ${TITLE}, <a href="/files/review.pdf">PDF</a></p>`), ...published }]],
    ],
    [
      "though its link beside the list speaks of other things than its row",
      [[OUT, { ...beside(`<p>${TITLE}: <a href="${ADDRESS}">what the panel has found</a></p>`), ...published }]],
    ],
    ...Object.entries({
      "is a picture": `<a href="${ADDRESS}"><img src="/cover.png" alt="${TITLE}"></a>`,
      "has a label only": `<a href="${ADDRESS}" aria-label="${TITLE}"><i class="icon"></i></a>`,
      "is an area of a map": `<map name="m"><area shape="rect" href="${ADDRESS}" alt="${TITLE}"></map>`,
      "is a choice in a menu": `<select><option>Choose</option><option value="${ADDRESS}">${TITLE}</option></select>`,
      "is a button": `<button type="button" data-href="${ADDRESS}">${TITLE}</button>`,
      "is what is done on a click": `<div onclick="location.href='${ADDRESS}'">${TITLE}</div>`,
      "is a script": `<a href="javascript:show('${ADDRESS}')">${TITLE}</a>`,
      "stands in a banner": `<div class="alert announcement"><a href="${ADDRESS}">${TITLE}</a></div>`,
      "stands in a slider": `<div class="carousel slider"><a href="${ADDRESS}"><h3>${TITLE}</h3></a></div>`,
      "stands in a margin": `<aside class="promo"><a href="${ADDRESS}">${TITLE}</a></aside>`,
      "is broken over its elements": `<p><a href="${ADDRESS}"><div>Review of the</div><div>Harbour Bridge collapse</div></a></p>`,
      "is broken over two links": `<p><a href="${ADDRESS}">Review of the</a> <a href="${ADDRESS}">Harbour Bridge collapse</a></p>`,
      "stands above the content": `</main><section><a href="${ADDRESS}">${TITLE}</a></section><main>`,
    }).map(([how, html]): [string, Step[]] => [
      `though its link beside the list ${how}`,
      [[OUT, { ...beside(html), ...published }]],
    ]),
    [
      "though its item bears the date of a meeting long before",
      [[OUT, { ...officeListing({ ...item, date: "5 June 2019" }), ...published }]],
    ],
    [
      "after forty items of its own that lead nowhere",
      [
        [OUT, { ...officeListing(...many(40, (number) => `/news/empty-${number}`), item), ...published }],
        ["2024-06-11", {}],
        ["2024-06-12", {}],
        ["2024-06-13", {}],
        ["2024-06-14", {}],
      ],
    ],
    [
      "though a placeholder stood at its address, was listed, and left the list",
      [
        [
          "2024-03-05",
          officeListing({ title: "Harbour Bridge review (forthcoming)", url: ADDRESS, date: "5 March 2024" }),
        ],
        ["2024-03-06", officeListing()],
        ["2024-03-07", officeListing()],
        [OUT, { ...officeListing(item), ...published }],
      ],
    ],
    [
      "though a page that is watched linked to its address from the start",
      [
        ["2024-03-02", {}],
        [OUT, published],
        ["2024-06-12", {}],
      ],
      withProject(),
    ],
    [
      "though another list showed its title years ago, when it is linked without a date",
      [
        [
          "2024-03-02",
          { "/all": Object.values(officeListing({ title: TITLE, url: "/old", date: "1 May 2019" }))[0] ?? "" },
        ],
        [OUT, { ...published, "/project": project(`<p><a href="/new">${TITLE}</a></p>`), "/new": document }],
      ],
      withProject("/new"),
    ],
    [
      "though its page stood there for months with nothing on it",
      [
        [
          "2024-03-05",
          {
            ...officeListing({ ...item, date: "5 March 2024" }),
            [ADDRESS]: page(`<h1>${TITLE}</h1><p>5 March 2024</p><p>Coming soon.</p>`),
          },
        ],
        dismissAll,
        [OUT, { [ADDRESS]: document, "/files/review.pdf": pdf([TITLE, "10 June 2024"]) }],
        ["2024-06-12", {}],
      ],
    ],
    [
      "though a wall that nobody knows yet stood at its address first",
      [
        [
          "2024-04-01",
          { [ADDRESS]: page("<h1>Hold on</h1><p>The guard of the gate lets you in when it is your turn.</p>") },
        ],
        out,
      ],
      watch({ namesAddress: true }),
    ],
    ...["forum", "comments-closed", "node--type-comment"].map((name): [string, Step[]] => [
      `though its whole article is marked “${name}”`,
      [
        [
          OUT,
          { ...officeListing(item), ...published, [ADDRESS]: document.replace("<h1>", `<div class="${name}"><h1>`) },
        ],
      ],
    ]),
    [
      "though only a briefing on many things leads to it",
      [
        [
          OUT,
          {
            ...officeListing({ title: "Press briefing notes, 10 June", url: "/news/notes", date: "10 June 2024" }),
            ...published,
            "/news/notes": newsPage("Press briefing notes", OUT, `<p>Out today: <a href="${ADDRESS}">${TITLE}</a></p>`),
          },
        ],
      ],
    ],
    [
      "though a word on timing for the same day was dismissed, and its item speaks of more to come",
      [
        [
          "2024-04-01",
          {
            ...officeListing({ title: "Statement on the Harbour Bridge review", url: "/news/a", date: "1 April 2024" }),
            "/news/a": newsPage(
              "Statement on the Harbour Bridge review",
              "2024-04-01",
              "<p>The review will be published by 10 June.</p>",
            ),
          },
        ],
        dismissProposals,
        [
          OUT,
          {
            ...officeListing(item),
            ...published,
            [ADDRESS]: page(
              `<h1>${TITLE}</h1><p>10 June 2024</p><p>The review will be published in print by 30 June.</p><p><a href="/files/review.pdf">PDF</a></p>`,
            ),
          },
        ],
      ],
    ],
    [
      "though the page’s margin carries a date of long ago",
      [
        [
          OUT,
          {
            ...officeListing(item),
            ...published,
            [ADDRESS]: page(
              `<p>The office was founded on 3 March 1999.</p><h1>${TITLE}</h1><p><a href="/files/review.pdf">PDF</a></p>`,
            ),
          },
        ],
      ],
    ],
  ])("%s", async (_, steps, made) => {
    const bot = await story(steps, made);
    await bot.look("2024-06-20");
    expect(bot.kinds().filter((kind) => kind === "published")).toHaveLength(1);
  });
});

describe("a true publication is asked about, however it is called or offered", () => {
  const asked = async (title: string, pages: Pages) => {
    const bot = await story([[OUT, { ...officeListing({ title, url: "/news/it", date: "10 June 2024" }), ...pages }]]);
    return bot.kinds().filter((kind) => kind === "signalled" || kind === "published");
  };
  const offered = (title: string, link: string) => ({
    "/news/it": newsPage(title, OUT, link),
    "/files/it.pdf": pdf([title, "10 June 2024"]),
    "/download/17": pdf([title, "10 June 2024"]),
  });
  const UNKNOWN = "Learning from failure: report on the Harbour Bridge";

  it.each([
    "Report of the Expert Panel on the Harbour Bridge",
    "Report on the emergency response at the Harbour Bridge",
    "The handling of requests: report on the Harbour Bridge",
    "Harbour Bridge: what must change. Final report",
    "Report on summary closures of the Harbour Bridge",
  ])("as “%s”", async (title) => {
    expect(await asked(title, offered(title, '<p><a href="/files/it.pdf">PDF</a></p>'))).toHaveLength(1);
  });

  it.each([
    ["a link that only says Download", '<p><a href="/download/17">Download</a></p>'],
    ["a link with a download attribute", '<p><a href="/download/17" download>The document</a></p>'],
    [
      "a page whose class says that it has no comments",
      '<div class="no-comments"><a href="/files/it.pdf">PDF</a></div>',
    ],
  ])("behind %s", async (_, link) => {
    expect(await asked(UNKNOWN, offered(UNKNOWN, link))).toHaveLength(1);
  });

  it("under a headline that does not say what it is", async () => {
    const title = "Harbour Bridge collapse: findings published";
    const pages = offered(title, '<p><a href="/files/it.pdf">PDF</a></p>');
    expect(await asked(title, { ...pages, "/files/it.pdf": pdf([TITLE, "10 June 2024"]) })).toEqual(["published"]);
    expect(await asked(title, pages)).toEqual([]);
  });

  it("on a short page that speaks of maintenance", async () => {
    const title = "Failures in maintenance: report on the Harbour Bridge";
    expect(await asked(title, offered(title, '<p><a href="/files/it.pdf">PDF</a></p>'))).toHaveLength(1);
  });
});

describe("one source’s odd answer leaves the others in peace", () => {
  it.each<[string, string, string]>([
    ["an encoding that must not be decoded", "application/rss+xml; charset=iso-2022-kr", "<rss/>"],
    ["an encoding named in the body", "application/rss+xml", '<?xml version="1.0" encoding="iso-2022-cn"?><rss/>'],
    ["markup nested without end", "text/html", `<html>${"<div>".repeat(30_000)}`],
    ["tags that are never closed", "text/html", "<input type=".repeat(100_000)],
    ["comments without end", "text/html", `${"<!-- a -->\n".repeat(60)}<section>`],
    ["comments that are never closed", "text/html", `<html>${"<!--".repeat(100_000)}`],
    ["drawings that are never closed", "text/html", `<html>${"<svg ".repeat(100_000)}`],
  ])("%s", async (_, type, body) => {
    const bot = await story([
      [OUT, { ...officeListing(item), ...published, "/feed.xml": { headers: { "content-type": type }, body } }],
    ]);
    expect(bot.kinds()).toContain("published");
  });
});

describe("what is not there at the first look is looked for again", () => {
  const UNKNOWN = "Learning from failure: report on the Harbour Bridge";
  const whole = {
    "/news/it": newsPage(UNKNOWN, OUT, '<p><a href="/files/it.pdf">Report (PDF)</a></p>'),
    "/files/it.pdf": pdf([UNKNOWN, "10 June 2024"]),
  };
  it.each<[string, Pages]>([
    ["a page that answers 503", { "/news/it": { status: 503, body: "busy" } }],
    ["a page that answers 403", { "/news/it": { status: 403, body: "no" } }],
    ["a file that is not there yet", { "/files/it.pdf": { status: 404, body: "no" } }],
    ["a page without its file", { "/news/it": newsPage(UNKNOWN, OUT) }],
    [
      "a file that is cut off",
      { "/files/it.pdf": { headers: { "content-type": "application/pdf" }, body: "%PDF-1.4\n" } },
    ],
  ])("%s", async (_, first) => {
    const listed = officeListing({ title: UNKNOWN, url: "/news/it", date: "10 June 2024" });
    const bot = await story([[OUT, { ...listed, ...whole, ...first }]]);
    expect(bot.kinds()).not.toContain("published");
    Object.assign(bot.origin.pages, whole);
    await bot.look("2024-06-11");
    expect(bot.told.filter(({ kind }) => kind === "signalled")).toHaveLength(1);
  });
});

describe("a short page at the known address that names neither the title nor the subject", () => {
  const told = "is a short page that names neither the title nor the subject";
  // With the words of the title, as addresses have them.
  const address = "/publications/harbour-bridge-review";
  const atAddress = () => {
    const made = watch({ namesAddress: true });
    made.sources = made.sources.map((source) =>
      source.id === "document" ? { ...source, url: HOST + address } : source,
    );
    return made;
  };
  const guard = "The guard of the gate lets you in when it is your turn.";
  const strangers: [name: string, html: string][] = [
    ["in words that nobody listed", page(`<h1>Hold on</h1><p>${guard}</p>`)],
    ["that repeats the address", page(`<h1>Hold on</h1><p>${guard} Ask it for ${HOST}${address}.</p>`)],
    ["without a heading", page(`<p>${guard}</p>`)],
  ];
  const roads: [name: string, before: Pages][] = [
    ["of a document that was never there", {}],
    ["of a page that was there before", { [address]: page("<h1>Harbour Bridge</h1><p>The review is to come.</p>") }],
    ["of a document that was told", { ...published, [address]: document }],
  ];
  const cases = strangers.flatMap(([name, html]) => roads.map(([road, before]) => [name, road, html, before] as const));
  it.each(cases)("%s, in place %s, is a problem of the source and no sign", async (_, __, stranger, before) => {
    const bot = await story([["2024-06-10", before]], atAddress());
    const soFar = bot.kinds();
    Object.assign(bot.origin.pages, { [address]: stranger });
    await bot.look("2024-06-11");
    expect(bot.kinds().slice(soFar.length)).not.toContain("signalled");
    expect(bot.kinds().slice(soFar.length)).not.toContain("changed");
    const row = await bot.bot.store.sources.one("promised", "document");
    expect(row?.detail).toBe(told);
  });

  it("behind a listed item that does not say that it is out is no sign", async () => {
    const listed = officeListing({ title: "On the Harbour Bridge", url: ADDRESS, date: "10 June 2024" });
    const bot = await story([[OUT, { ...listed, [ADDRESS]: page(`<h1>Hold on</h1><p>${guard}</p>`) }]]);
    expect(bot.kinds()).not.toContain("signalled");
    expect(bot.kinds()).not.toContain("published");
  });
});

describe("a flood", () => {
  it("is one message with a count, and leaves nothing out without saying so", async () => {
    const bot = await story([
      [OUT, officeListing(...many(500, (number) => `https://news.example.net/copy/${number}`))],
    ]);
    const signalled = bot.told.filter((notice) => notice.kind === "signalled");
    expect(signalled).toHaveLength(1);
    const [notice] = signalled;
    expect(1 + (notice?.others?.length ?? 0) + (notice?.more ?? 0)).toBe(500);
  });

  it("that goes on for days is held by its newest hints, and what is new is told each day", async () => {
    const copies = (day: number) => many(60, (number) => `https://news.example.net/copy/${day}-${number}`);
    const days = ["2024-06-11", "2024-06-12", "2024-06-13", "2024-06-14", "2024-06-15", "2024-06-16"];
    const bot = await story([]);
    for (const [day, on] of days.entries()) {
      Object.assign(bot.origin.pages, officeListing(...copies(day)));
      await bot.look(on);
    }
    expect(bot.told.filter(({ kind }) => kind === "signalled")).toHaveLength(days.length);
    const held = await bot.bot.store.evidence.of("promised");
    expect(held).toHaveLength(200);
    expect(held.filter(({ foundAt }) => foundAt.startsWith("2024-06-16"))).toHaveLength(50);
    expect(held.filter(({ foundAt }) => foundAt.startsWith("2024-06-11"))).toHaveLength(0);
  });

  it("of changes is told by its first, with the number of the others", async () => {
    const rows = Array.from({ length: 60 }, (_, number) => ({
      title: `Harbour Bridge: statement ${number}`,
      url: `/news/${number}`,
      date: "9 June 2024",
    }));
    const bot = await story([[OUT, officeListing(...rows)]]);
    const changed = bot.told.filter((notice) => notice.kind === "changed");
    expect(changed).toHaveLength(20);
    expect(changed.at(-1)).toMatchObject({ more: 40 });
  });

  it("of pages with a news item behind each asks for no more than a dozen at a look, and follows the rest in the next", async () => {
    const rows = Array.from({ length: 30 }, (_, number) => ({
      title: `Harbour Bridge report ${number}`,
      url: `/news/${number}`,
      date: "9 June 2024",
    }));
    const pages = Object.fromEntries(rows.map(({ title, url }) => [url, newsPage(title, "2024-06-09")]));
    const bot = await story([]);
    Object.assign(bot.origin.pages, officeListing(...rows), pages);
    const asked = () =>
      new Set(bot.origin.requests.map(({ path }) => path).filter((path) => /^\/news\/\d/.test(path))).size;
    await bot.look(OUT);
    expect(asked()).toBeLessThanOrEqual(12);
    for (const day of ["2024-06-11", "2024-06-12", "2024-06-13", "2024-06-14"]) await bot.look(day);
    expect(asked()).toBe(30);
  });
});
