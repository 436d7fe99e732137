/** The ways to be wrong: each a story told to a real bot by a real site. */
import { describe, expect, it } from "vitest";
import { plainText, say } from "../../src/message/wording.ts";
import { NEW_SCHEME_FROM } from "../../src/replay/documented/items.ts";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import { rehearse } from "../stand-ins/bot.ts";
import {
  article,
  DOCUMENT_PATH,
  documentPage,
  LATEST_PATH,
  listing,
  oldListing,
  ordinaryRows,
  PDF_PATH,
  page,
  REPORT_TEXT,
  type Row,
  reportPdf,
  SITE,
  TITLE,
} from "../stand-ins/ohchr.ts";
import type { Pages } from "../stand-ins/origin.ts";

const pdf = {
  headers: { "content-type": "application/pdf" },
  body: makePdf([TITLE, "31 August 2022"], 48, REPORT_TEXT),
};
const latest = (...rows: Row[]) => listing([...rows, ...ordinaryRows()]);
const DECEMBER = "2021-12-10T12:00:00Z";
const AUGUST = "2022-08-31T21:50:00Z";
const spoke = (kinds: string[]) => kinds.filter((kind) => ["published", "signalled", "withdrawn"].includes(kind));

/** A bot that has looked in December, and then sees these pages in August. */
async function afterDecember(pages: Pages) {
  const rehearsal = await rehearse();
  await rehearsal.at(DECEMBER);
  Object.assign(rehearsal.origin.pages, pages);
  await rehearsal.at(AUGUST);
  return rehearsal;
}

describe("the publication itself", () => {
  it("is said once, with the day and the evidence, when the document's page appears", async () => {
    const rehearsal = await afterDecember({
      [DOCUMENT_PATH]: documentPage(),
      [PDF_PATH]: pdf,
      [LATEST_PATH]: latest({ title: TITLE, url: DOCUMENT_PATH, date: "31 August 2022" }),
    });
    await rehearsal.at("2022-08-31T22:00:00Z");
    await rehearsal.at("2022-09-01T12:00:00Z");
    const published = rehearsal.told.filter((notice) => notice.kind === "published");
    expect(published).toHaveLength(1);
    expect(published[0]?.grounds[0]).toMatchObject({
      rule: "document-at-known-address",
      url: SITE + DOCUMENT_PATH,
      capture: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(published[0]?.status).toMatchObject({
      verdict: "published",
      publishedOn: "2022-08-31",
      day: 264,
      standing: "kept-late",
      newest: { standing: "kept" },
    });
    expect(await rehearsal.status()).toMatchObject({ verdict: "published", published_on: "2022-08-31" });
  });

  it("at 23:47 on the last day in Zurich falls on that day, though it is 21:47 in UTC and tomorrow in Asia", async () => {
    const rehearsal = await rehearse();
    await rehearsal.at("2022-08-31T21:46:00Z");
    Object.assign(rehearsal.origin.pages, { [DOCUMENT_PATH]: documentPage(), [PDF_PATH]: pdf });
    await rehearsal.at("2022-08-31T21:48:00Z");
    expect(await rehearsal.status()).toMatchObject({
      published_on: "2022-08-31",
      day: 264,
      newest_promise: { standing: "kept" },
    });
  });

  it("is noticed when only the PDF appears and no listing shows it", async () => {
    const rehearsal = await afterDecember({ [PDF_PATH]: pdf });
    expect(spoke(rehearsal.kinds())).toEqual(["published"]);
    expect(rehearsal.told.find((notice) => notice.kind === "published")?.grounds[0]?.url).toBe(SITE + PDF_PATH);
  });

  it("is asked about when the document's page appears but its PDF is still 404, and said when the PDF comes", async () => {
    const rehearsal = await afterDecember({ [DOCUMENT_PATH]: documentPage() });
    expect(rehearsal.told.find((notice) => notice.kind === "signalled")).toMatchObject({
      signal: { rule: "document-without-proof", note: expect.stringContaining("answered 404") },
    });
    rehearsal.origin.pages[PDF_PATH] = pdf;
    await rehearsal.at("2022-08-31T22:00:00Z");
    expect(spoke(rehearsal.kinds())).toEqual(["signalled", "published"]);
  });

  it("is reached from a listed item's link when the document stands at an address nobody knew", async () => {
    const rehearsal = await afterDecember({
      [LATEST_PATH]: latest({
        title: "UN Human Rights Office issues assessment of human rights concerns in Xinjiang",
        url: "/en/press-releases/2022/08/x",
        date: "31 August 2022",
      }),
      "/en/press-releases/2022/08/x": article({
        title: "UN Human Rights Office issues assessment",
        body: `<a href="/en/documents/other">${TITLE}</a>`,
      }),
      "/en/documents/other": documentPage({ file: "/files/other.pdf" }),
      "/files/other.pdf": pdf,
    });
    expect(spoke(rehearsal.kinds())).toEqual(["published"]);
    expect(rehearsal.told.find((notice) => notice.kind === "published")?.grounds[0]).toMatchObject({
      rule: "document-reached-from-entry",
      url: `${SITE}/en/documents/other`,
    });
  });

  it.each([
    [
      "other spelling, case and hyphens",
      "ohchr ASSESSMENT of human-rights concerns in the Xinjiang Uighur autonomous region – People’s Republic of China",
    ],
    [
      "the publisher's own typo",
      "OHCHR Assesment of human rights concerns in the Xinjiang Uyghur Autonomous Region, People's Republic of China",
    ],
    ["Chinese", "人权高专办关于中华人民共和国新疆维吾尔自治区人权关切的评估"],
    [
      "French",
      "Évaluation du HCDH sur les préoccupations relatives aux droits de l’homme dans la région autonome ouïghoure du Xinjiang, République populaire de Chine",
    ],
    [
      "Arabic",
      "تقييم مفوضية الأمم المتحدة لحقوق الإنسان للشواغل المتعلقة بحقوق الإنسان في منطقة شينجيانغ أويغور ذاتية الحكم، جمهورية الصين الشعبية",
    ],
  ])("is recognised with the title in %s", async (_, title) => {
    const rehearsal = await afterDecember({ [DOCUMENT_PATH]: documentPage({ title }), [PDF_PATH]: pdf });
    expect(spoke(rehearsal.kinds())).toEqual(["published"]);
  });

  it("before the bot started is said at its first look, without pretending that anything changed", async () => {
    const rehearsal = await rehearse({ pages: { [DOCUMENT_PATH]: documentPage(), [PDF_PATH]: pdf } });
    const pass = await rehearsal.at("2023-03-01T12:00:00Z");
    expect(pass.of("document-page").outcome).toBe("baseline");
    expect(rehearsal.kinds()).toEqual(["published", "started"]);
    expect(await rehearsal.status()).toMatchObject({ published_on: "2022-08-31" });
  });
});

describe("what only looks like it", () => {
  it("the same title on an unofficial host is a signal, never a publication, and is not fetched", async () => {
    const rehearsal = await afterDecember({
      [LATEST_PATH]: latest({ title: TITLE, url: "https://www.ohchr.org.example.net/report", date: "31 August 2022" }),
    });
    expect(spoke(rehearsal.kinds())).toEqual(["signalled"]);
    expect(rehearsal.told.find((notice) => notice.kind === "signalled")).toMatchObject({
      signal: { rule: "title-on-another-host" },
    });
  });

  it("a known address that leads to a host that is not the publisher's proves nothing", async () => {
    const elsewhere = await rehearse();
    elsewhere.origin.pages["/copy"] = documentPage();
    const rehearsal = await rehearse({
      adjust: (config) =>
        Object.assign(config.settings.fetch.origins, { "https://mirror.example.net": elsewhere.origin.address }),
    });
    await rehearsal.at(DECEMBER);
    rehearsal.origin.pages[DOCUMENT_PATH] = { status: 302, headers: { location: "https://mirror.example.net/copy" } };
    await rehearsal.at(AUGUST);
    expect(spoke(rehearsal.kinds())).toEqual(["signalled"]);
  });

  it("a title in a listing whose document cannot be found is signalled once, and published when the document follows", async () => {
    const rehearsal = await afterDecember({
      [LATEST_PATH]: latest({ title: TITLE, url: "/en/documents/new", date: "31 August 2022" }),
    });
    expect(spoke(rehearsal.kinds())).toEqual(["signalled"]);
    await rehearsal.at("2022-08-31T22:00:00Z");
    expect(spoke(rehearsal.kinds())).toEqual(["signalled"]);
    Object.assign(rehearsal.origin.pages, { "/en/documents/new": documentPage(), [PDF_PATH]: pdf });
    await rehearsal.at("2022-08-31T22:10:00Z");
    expect(spoke(rehearsal.kinds())).toEqual(["signalled", "published"]);
  });

  it("headlines stay signals, on however many of the publisher's hosts they stand", async () => {
    const says = "UN Human Rights Office issues assessment of human rights concerns in Xinjiang";
    const rehearsal = await rehearse({
      adjust: ({ watches, settings }) => {
        watches[0]?.publisher.hosts.push("media.un.org");
        settings.fetch.origins["https://media.un.org"] = settings.fetch.origins[SITE] ?? "";
      },
    });
    await rehearsal.at(DECEMBER);
    rehearsal.origin.pages[LATEST_PATH] = latest(
      { title: says, url: "/en/a", date: "31 August 2022" },
      { title: `${says}, China`, url: "https://media.un.org/b", date: "31 August 2022" },
    );
    await rehearsal.at(AUGUST);
    expect(spoke(rehearsal.kinds())).toEqual(["signalled", "signalled"]);
  });

  it.each([
    ["a news item saying that the report will be published", "UN to publish report on Xinjiang in the coming weeks"],
    ["a news item on its way", "Bachelet: Xinjiang assessment will be released before the end of her term"],
    ["an experts' statement that names a Xinjiang report", "Experts welcome Xinjiang report published by researchers"],
    ["a call to publish", "China: experts urge that the Xinjiang report be published"],
    ["a report on another region with nearly the same title", TITLE.replace("Xinjiang Uyghur", "Tibet")],
    [
      "a report on another region that also names this one",
      `${TITLE.replace("Xinjiang Uyghur", "Tibet")}, with notes on Xinjiang and its neighbours`,
    ],
  ])("%s is not publication", async (_, title) => {
    const rehearsal = await afterDecember({
      [LATEST_PATH]: latest({ title, url: "/en/news/decoy", date: "15 June 2022" }),
      "/en/news/decoy": article({ title, date: "15 June 2022" }),
    });
    expect(spoke(rehearsal.kinds())).toEqual([]);
  });

  it("last year's document, re-dated, stays last year's", async () => {
    const rehearsal = await rehearse({
      pages: {
        [LATEST_PATH]: latest({ title: TITLE, url: "/en/documents/old", date: "30 August 2021" }),
        "/en/documents/old": documentPage({ date: "30 August 2021" }),
      },
    });
    await rehearsal.at(DECEMBER);
    Object.assign(rehearsal.origin.pages, {
      [LATEST_PATH]: latest({ title: TITLE, url: "/en/documents/old", date: "5 January 2022" }),
      "/en/documents/old": documentPage({ date: "5 January 2022" }),
    });
    await rehearsal.at("2022-01-05T12:00:00Z");
    expect(spoke(rehearsal.kinds())).toEqual([]);
    expect(rehearsal.kinds()).toContain("changed");
  });

  it("a document re-dated at its known address proves nothing either", async () => {
    const rehearsal = await rehearse({ pages: { [DOCUMENT_PATH]: documentPage({ date: "30 August 2021" }) } });
    await rehearsal.at(DECEMBER);
    rehearsal.origin.pages[DOCUMENT_PATH] = documentPage({ date: "5 January 2022" });
    await rehearsal.at("2022-01-05T12:00:00Z");
    expect(spoke(rehearsal.kinds())).toEqual([]);
  });

  it("a page at the address that says it is still to come is signalled only", async () => {
    const rehearsal = await afterDecember({
      [DOCUMENT_PATH]: documentPage({ file: "", text: "The report will be published here shortly." }),
    });
    expect(spoke(rehearsal.kinds())).toEqual(["signalled"]);
  });

  it("a document dated in the future, without a date, or a scan without text is signalled only", async () => {
    for (const pages of [
      { [DOCUMENT_PATH]: documentPage({ date: "31 August 2032" }) },
      { [DOCUMENT_PATH]: documentPage({ date: "" }) },
      { [PDF_PATH]: { ...pdf, body: makePdf([]) } },
    ]) {
      const rehearsal = await afterDecember(pages);
      expect(spoke(rehearsal.kinds())).toEqual(["signalled"]);
    }
  });
});

describe("a listing that only moves about", () => {
  const rows = [...ordinaryRows(20)];
  const quiet = (kinds: string[]) =>
    kinds.filter((kind) => kind !== "started" && kind !== "overdue" && kind !== "reminder");

  it.each([
    ["reorders", listing(rows.slice(0, 15).toReversed())],
    ["drops its oldest items", listing(rows.slice(0, 10))],
    ["loses one and shows an older one in its place", listing([...rows.slice(0, 4), ...rows.slice(5, 16)])],
    [
      "turns its pages",
      listing([{ title: "A new item", date: "2 December 2021" }, ...rows.slice(0, 14)], { next: "?page=1" }),
    ],
    ["stands under another banner", listing(rows.slice(0, 15), { banner: "Xinjiang: read our page" })],
    [
      "carries campaign marks in its links",
      listing(rows.slice(0, 15)).replaceAll(/href="([^"]+)"/g, 'href="$1?utm_source=x"'),
    ],
  ])("says nothing when it %s", async (_, after) => {
    const rehearsal = await rehearse({ pages: { [LATEST_PATH]: listing(rows.slice(0, 15)) } });
    await rehearsal.at(DECEMBER);
    rehearsal.origin.pages[LATEST_PATH] = after;
    const pass = await rehearsal.at("2021-12-11T12:00:00Z");
    expect(quiet(rehearsal.kinds())).toEqual([]);
    expect(pass.of("latest").outcome).not.toBe("problem");
  });

  it("finds its items again, and says where, when the whole address scheme changes", async () => {
    const kept = [
      { title: "Press briefing notes: Xinjiang assessment", date: "3 December 2021" },
      ...rows.slice(0, 14),
    ];
    const rehearsal = await rehearse({ pages: { "/EN/NewsEvents/Pages/NewsSearch.aspx": oldListing(kept) } });
    delete rehearsal.origin.pages[LATEST_PATH];
    expect((await rehearsal.at(DECEMBER)).of("latest").outcome).toBe("baseline");
    delete rehearsal.origin.pages["/EN/NewsEvents/Pages/NewsSearch.aspx"];
    rehearsal.origin.pages[LATEST_PATH] = listing(kept);
    const pass = await rehearsal.at(NEW_SCHEME_FROM);
    expect(pass.of("latest").outcome).toBe("changed");
    const moved = rehearsal.told.filter((notice) => notice.kind === "changed");
    expect(moved).toHaveLength(1);
    expect(moved[0]).toMatchObject({ change: { kind: "moved", url: SITE + LATEST_PATH } });
  });

  it("is found at its new address when the old one answers with a soft 404", async () => {
    const old = "/EN/NewsEvents/Pages/NewsSearch.aspx";
    const rehearsal = await rehearse({ pages: { [old]: oldListing(rows.slice(0, 15)) } });
    delete rehearsal.origin.pages[LATEST_PATH];
    await rehearsal.at(DECEMBER);
    rehearsal.origin.pages[old] = page("<h1>Page not found</h1><p>The page you requested could not be found.</p>");
    rehearsal.origin.pages[LATEST_PATH] = listing(rows.slice(0, 15));
    await rehearsal.at("2021-12-10T13:00:00Z");
    expect((await rehearsal.at("2021-12-10T13:10:00Z")).of("latest").outcome).toBe("changed");
  });

  it("goes back through its pages after a gap, so that what slid off the first page is not missed", async () => {
    const rehearsal = await rehearse();
    await rehearsal.at(DECEMBER);
    const later = Array.from({ length: 15 }, (_, index) => ({
      title: `Another matter ${index}`,
      date: "31 August 2022",
    }));
    Object.assign(rehearsal.origin.pages, {
      [LATEST_PATH]: listing(later, { next: "?page=1" }),
      "/en/latest?page=1": listing([
        { title: TITLE, url: "/en/documents/new", date: "31 August 2022" },
        ...ordinaryRows(14),
      ]),
      "/en/documents/new": documentPage({ file: "/new.pdf" }),
      "/new.pdf": pdf,
    });
    await rehearsal.at(AUGUST);
    expect(spoke(rehearsal.kinds())).toEqual(["published"]);
  });
});

describe("an answer that is not the page", () => {
  const wall =
    "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser before accessing</h1></body></html>";
  it.each([
    ["a bot wall with 200", { body: wall }, "blocked"],
    ["a refusal", { status: 403, body: wall }, "blocked"],
    ["too many requests", { status: 429 }, "blocked"],
    ["a soft 404", { body: page("<h1>Page not found</h1><p>The page you requested could not be found.</p>") }, "gone"],
    ["a plain 404", { status: 404 }, "gone"],
    [
      "a maintenance page",
      { body: page("<h1>Site under maintenance</h1><p>We will be back soon.</p>") },
      "unavailable",
    ],
    [
      "a consent wall",
      { body: page("<h1>Before you continue</h1><p>We value your privacy. Accept all cookies.</p>") },
      "blocked",
    ],
    ["a page served cut off", { body: listing(ordinaryRows()).slice(0, 1500) }, "empty"],
    ["an empty body", { body: "" }, "empty"],
    ["a PDF where a page should be", pdf, "unreadable"],
    ["a server error", { status: 500 }, "unavailable"],
    [
      "a listing without a single row",
      { body: page("<h1>Latest</h1><p>All our news in one place, as it happens, for everyone who reads it.</p>") },
      "redesigned",
    ],
    ["a redirect to the front page", { status: 302, headers: { location: "/en" } }, "gone"],
  ])("%s is a problem and no change, and nothing is lost by it", async (_, answer, expected) => {
    const rehearsal = await rehearse({
      pages: {
        "/en": page("<h1>Human rights for all, everywhere</h1><p>Welcome to the front page of the office.</p>"),
      },
    });
    await rehearsal.at(DECEMBER);
    rehearsal.origin.pages[LATEST_PATH] = answer;
    const troubled = await rehearsal.at("2021-12-10T13:00:00Z");
    expect(troubled.of("latest")).toMatchObject({ outcome: "problem", problem: { problem: expected } });
    rehearsal.origin.pages[LATEST_PATH] = listing(ordinaryRows());
    const healed = await rehearsal.at("2021-12-10T14:00:00Z");
    expect(healed.of("latest").outcome).toBe("unchanged");
    expect(rehearsal.kinds()).toEqual(["started"]);
  });

  it("in another charset reads the same", async () => {
    const rehearsal = await rehearse({
      pages: { [LATEST_PATH]: { body: listing([{ title: "Évaluation à Genève" }, ...ordinaryRows()]) } },
    });
    await rehearsal.at(DECEMBER);
    rehearsal.origin.pages[LATEST_PATH] = {
      headers: { "content-type": "text/html; charset=iso-8859-1" },
      body: Buffer.from(listing([{ title: "Évaluation à Genève" }, ...ordinaryRows()]), "latin1"),
    };
    expect((await rehearsal.at("2021-12-10T13:00:00Z")).of("latest").outcome).toBe("unchanged");
  });

  it("500s for a day are told as blind, and then the change behind them as recovered and published", async () => {
    const rehearsal = await rehearse();
    await rehearsal.at(DECEMBER);
    rehearsal.origin.pages["*"] = { status: 500 };
    rehearsal.origin.pages[LATEST_PATH] = { status: 500 };
    for (const hour of ["13", "16", "19", "22"]) await rehearsal.at(`2021-12-10T${hour}:00:00Z`);
    expect(rehearsal.kinds()).toEqual(["started", "blind"]);
    delete rehearsal.origin.pages["*"];
    Object.assign(rehearsal.origin.pages, {
      [LATEST_PATH]: latest({ title: TITLE, url: DOCUMENT_PATH, date: "11 December 2021" }),
      [DOCUMENT_PATH]: documentPage({ date: "11 December 2021", file: "/files/report.pdf" }),
      "/files/report.pdf": reportPdf({ date: "11 December 2021" }),
    });
    await rehearsal.at("2021-12-11T13:00:00Z");
    expect(rehearsal.kinds().slice(2).sort()).toEqual(["published", "recovered"]);
  });

  it("304 for ever does not keep a changed page unseen for more than a day", async () => {
    const rehearsal = await rehearse({
      pages: { [LATEST_PATH]: { headers: { etag: '"same"' }, body: listing(ordinaryRows()) } },
    });
    await rehearsal.at(DECEMBER);
    const changed = latest({ title: "Press briefing notes on Xinjiang", date: "10 December 2021" });
    rehearsal.origin.pages[LATEST_PATH] = (request) =>
      request.headers["if-none-match"] ? { status: 304 } : { headers: { etag: '"same"' }, body: changed };
    expect((await rehearsal.at("2021-12-10T18:00:00Z")).of("latest").outcome).toBe("unchanged");
    expect((await rehearsal.at("2021-12-11T13:00:00Z")).of("latest").outcome).toBe("changed");
  });

  it("everywhere leaves the bot saying that it knows nothing, and not that nothing was published", async () => {
    const refused = { status: 403 };
    const rehearsal = await rehearse({
      pages: { [LATEST_PATH]: refused, "*": refused, "/robots.txt": { status: 404 } },
    });
    await rehearsal.at("2022-03-01T12:00:00Z");
    await rehearsal.at("2022-03-09T12:00:00Z");
    expect(rehearsal.kinds()).toEqual(["started", "blind"]);
    expect((await rehearsal.status()).text).toContain("Unknown: no source can be read at the moment");
    for (const notice of rehearsal.told) expect(plainText(say(notice))).not.toMatch(/not published|overdue/i);
  });

  it("a likely source that never existed is said once, calmly, and is never blind", async () => {
    const rehearsal = await rehearse();
    const pass = await rehearsal.at(DECEMBER);
    expect(pass.of("feed")).toMatchObject({ outcome: "problem", isConjecture: true });
    await rehearsal.at("2021-12-12T12:00:00Z");
    await rehearsal.at("2021-12-14T12:00:00Z");
    expect(rehearsal.kinds()).toEqual(["started"]);
    expect(rehearsal.told[0]).toMatchObject({
      notThere: [
        { name: "the press releases" },
        { name: "the China page" },
        { name: "the feed" },
        { name: "the sitemap" },
      ],
    });
  });
});

describe("a document that disappears", () => {
  const pages = { [DOCUMENT_PATH]: documentPage(), [PDF_PATH]: pdf };
  async function published() {
    const rehearsal = await afterDecember(pages);
    delete rehearsal.origin.pages[DOCUMENT_PATH];
    delete rehearsal.origin.pages[PDF_PATH];
    return rehearsal;
  }

  it("and returns within hours is not spoken of", async () => {
    const rehearsal = await published();
    await rehearsal.at("2022-09-01T00:00:00Z");
    await rehearsal.at("2022-09-01T01:00:00Z");
    Object.assign(rehearsal.origin.pages, pages);
    await rehearsal.at("2022-09-01T08:00:00Z");
    expect(spoke(rehearsal.kinds())).toEqual(["published"]);
  });

  it("for several looks over six hours is withdrawn, and its return corrects that", async () => {
    const rehearsal = await published();
    for (const hour of ["00", "04", "08"]) await rehearsal.at(`2022-09-01T${hour}:00:00Z`);
    expect(spoke(rehearsal.kinds())).toEqual(["published", "withdrawn"]);
    expect(await rehearsal.status()).toMatchObject({ verdict: "withdrawn", standing: "withdrawn" });
    Object.assign(rehearsal.origin.pages, pages);
    await rehearsal.at("2022-09-01T12:00:00Z");
    expect(rehearsal.kinds().at(-1)).toBe("corrected");
    expect(await rehearsal.status()).toMatchObject({ verdict: "published", published_on: "2022-08-31" });
  });

  it("is not brought back by a headline that leads where it stood", async () => {
    const rehearsal = await published();
    for (const hour of ["00", "04", "08"]) await rehearsal.at(`2022-09-01T${hour}:00:00Z`);
    const rows = [{ title: `${TITLE} published`, url: DOCUMENT_PATH, date: "1 September 2022" }, ...ordinaryRows()];
    Object.assign(rehearsal.origin.pages, { [LATEST_PATH]: listing(rows) });
    await rehearsal.at("2022-09-01T12:00:00Z");
    expect(rehearsal.kinds()).not.toContain("corrected");
    expect(await rehearsal.status()).toMatchObject({ verdict: "withdrawn" });
  });
});

describe("the clock", () => {
  it("says overdue once, on the first day after the longest reading, across a restart", async () => {
    const rehearsal = await rehearse();
    await rehearsal.at(DECEMBER);
    await rehearsal.at("2022-02-04T22:30:00Z");
    expect(rehearsal.kinds()).not.toContain("overdue");
    await rehearsal.at("2022-02-04T23:30:00Z"); // 5 February in Zurich
    await rehearsal.restart();
    await rehearsal.at("2022-02-06T12:00:00Z");
    expect(rehearsal.kinds().filter((kind) => kind === "overdue")).toHaveLength(1);
  });

  it("that jumps back leaves every source due, and tells nothing again", async () => {
    const rehearsal = await rehearse();
    await rehearsal.at("2022-02-06T12:00:00Z");
    const before = rehearsal.told.length;
    await rehearsal.restart();
    Object.defineProperty(rehearsal.clock, "now", { value: () => "2022-01-20T12:00:00.000Z" });
    const { checked, notices } = await rehearsal.bot.watcher.pass();
    expect(checked.map((one) => one.source)).toContain("latest");
    expect(notices).toEqual([]);
    expect(rehearsal.told).toHaveLength(before);
  });

  it("counts the hour that daylight saving adds or takes as part of its day", async () => {
    const rehearsal = await rehearse();
    await rehearsal.at("2022-03-26T23:30:00Z"); // 27 March in Zurich, the night the hour goes
    expect(await rehearsal.status()).toMatchObject({ day: 107 });
    await rehearsal.at("2022-10-29T22:30:00Z"); // 30 October in Zurich, the night it comes back
    expect(await rehearsal.status()).toMatchObject({ day: 324 });
  });
});
