/**
 * Three offices as a newcomer meets them, each a site on loopback: front page, listing, feed, sitemap, items with their files, and a
 * page of an office that will not help. What the office shows depends on the day.
 */
import { onTestFinished } from "vitest";
import { type Origin, type Pages, startOrigin } from "./origin.ts";
import { COMMISSION, GOV_UK, INSPECTOR_GENERAL, type Item, type Office, officeFile } from "./other-offices.ts";

export interface Newcomer {
  office: Office;
  publisher: string;
  /** What the person knows on the day of the promise. */
  title: string;
  by: string;
  promised: string;
  words: string;
  link: string;
  ordinary: Item[];
  /** Merely about it, and then the thing itself with its file. */
  decoy: Item;
  published: Item;
  file: string;
  subject: string;
}

const ordinary = (names: readonly string[], kind: string): Item[] =>
  names.map((title, index) => ({ title, path: `/ordinary/${index + 1}`, date: `2015-03-0${index + 1}`, kind }));

export const NEWCOMERS: Record<"gov.uk" | "europa.eu" | "oig.justice.gov", Newcomer> = {
  "gov.uk": {
    office: GOV_UK,
    publisher: "GOV.UK",
    title: "Sue Gray's report on gatherings in Downing Street",
    by: "the Prime Minister’s spokesperson",
    promised: "2022-01-31",
    words: "The report will be published in the coming weeks.",
    link: "https://news.example.com/2022/01/31/report",
    ordinary: ordinary(
      ["Government Property Strategy", "Report on public bodies", "Infected Blood: terms", "Honours"],
      "Policy paper",
    ),
    decoy: {
      title: "Terms of reference: investigations into alleged gatherings on government premises",
      path: "/government/publications/terms-of-reference-investigations",
      date: "2022-02-02",
      kind: "Guidance",
    },
    published: {
      title:
        "Findings of the Second Permanent Secretary’s Investigation into alleged gatherings on government premises during Covid restrictions",
      path: "/government/publications/findings-of-the-second-permanent-secretarys-investigation",
      date: "2022-05-25",
      kind: "Independent report",
    },
    file: "https://assets.publishing.service.gov.uk/media/628e/2022-05-25_FINAL_FINDINGS.pdf",
    subject: "gatherings and the report",
  },
  "europa.eu": {
    office: COMMISSION,
    publisher: "European Commission",
    title: "Draghi report on European competitiveness",
    by: "the President of the Commission",
    promised: "2024-04-18",
    words: "in the coming months",
    link: "",
    ordinary: ordinary(
      ["Daily news", "State aid approved for rail", "Erasmus+ at work", "Report on rail"],
      "News article",
    ),
    decoy: {
      title: "High-level conference ahead of the report on competitiveness",
      path: "/news-and-media/news/conference-2024-06-20_en",
      date: "2024-06-20",
      kind: "News article",
    },
    published: {
      title: "The future of European competitiveness: Report by Mario Draghi",
      path: "/topics/strengthening-european-competitiveness/eu-competitiveness-looking-ahead_en",
      date: "2024-09-09",
      kind: "News article",
    },
    file: "https://commission.europa.eu/document/download/97e4_en?filename=competitiveness.pdf",
    subject: "competitiveness and the report",
  },
  "oig.justice.gov": {
    office: INSPECTOR_GENERAL,
    publisher: "DOJ OIG",
    title: "Inspector General's report on FISA abuse",
    by: "the Inspector General",
    promised: "2019-09-13",
    words: "We expect to release it when the review of its markings is complete.",
    link: "",
    ordinary: ordinary(
      ["Audit of the Marshals Service", "Audit of grants to Ohio", "Semiannual list", "Notice of findings"],
      "Audit",
    ),
    decoy: {
      title: "DOJ OIG Announces Initiation of Review of FISA Applications",
      path: "/press-release/2019-09-20",
      date: "2019-09-20",
      kind: "Press Release",
    },
    published: {
      title: "Review of Four FISA Applications and Other Aspects of the FBI’s Crossfire Hurricane Investigation",
      path: "/reports/review-four-fisa-applications-and-other-aspects-fbis-crossfire-hurricane-investigation",
      date: "2019-12-09",
      kind: "Special Report",
    },
    file: "https://oig.justice.gov/reports/2019/o20012.pdf",
    subject: "FISA and the review",
  },
};

export interface NewcomersSite {
  /** The options with which a command meets it. */
  origins: string[];
  /** The same, by the origin that each stands in for. */
  standIns: Record<string, string>;
  requests: Origin["requests"];
  /** Has the office list this, newest first, on top of what it always lists; with its file, or without. */
  show(items: readonly Item[], file?: string): void;
}

/** A host that answers over plain http alone, and one that shuts robots out. */
export const HTTP_ONLY = "old.office.example.org";
export const WALL = "press.office.example.org";

export async function newcomersSite({ office, publisher, ordinary: old, subject }: Newcomer): Promise<NewcomersSite> {
  const pages: Pages = {};
  const site = await startOrigin(pages);
  const refusing = await startOrigin({
    "*": { status: 403, body: "<html><body><h1>Access denied</h1></body></html>" },
  });
  const plain = await startOrigin({
    "*": "<html><head><title>The old office</title></head><body><main><h1>Welcome</h1><p>To our office.</p></main></body></html>",
  });
  onTestFinished(async () => void (await Promise.all([site.close(), refusing.close(), plain.close()])));
  const fileOf = (item: Item) => `${office.files}/files${item.path}.pdf`;
  const show = (items: readonly Item[], file?: string) => {
    pages[office.listing] = office.list([...items, ...old]);
    for (const item of items) pages[item.path] = office.page(item, file);
    const [newest] = items;
    if (file && newest) pages[file.replace(/^https:\/\/[^/]+/, "")] = officeFile(newest.title, newest.date, subject);
    pages["/feed.xml"] = feedOf([...items, ...old], office.site);
  };
  for (const item of old) {
    pages[item.path] = office.page(item, fileOf(item));
    pages[new URL(fileOf(item)).pathname] = officeFile(item.title, item.date, "rail and roads");
  }
  pages["/"] = frontPage(office, publisher);
  pages["/contact"] = office.page({
    title: "Contact the office",
    path: "/contact",
    date: "2015-01-01",
    kind: "Contact",
  });
  pages["/robots.txt"] = {
    headers: { "content-type": "text/plain" },
    body: `User-agent: *\nDisallow: /admin\n\nSitemap: ${office.site}/sitemap.xml\n`,
  };
  pages["/sitemap.xml"] = { headers: { "content-type": "application/xml" }, body: sitemapIndex(office.site) };
  show([]);
  const at = new Map([
    [office.site, site.address],
    [office.files, site.address],
    [`https://${WALL}`, refusing.address],
    [`http://${HTTP_ONLY}`, plain.address],
    // Nobody listens there.
    [`https://${HTTP_ONLY}`, "http://127.0.0.1:9"],
  ]);
  return {
    origins: [...at].flatMap(([from, to]) => ["--origin", `${from}=${to}`]),
    standIns: Object.fromEntries(at),
    requests: site.requests,
    show,
  };
}

function frontPage({ listing }: Office, name: string): string {
  return `<!doctype html><html lang="en"><head><title>Welcome | ${name}</title><link rel="alternate" type="application/rss+xml" title="All news" href="/feed.xml"></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="${listing}">Publications</a></li><li><a href="/contact">Contact</a></li></ul></nav><main><h1>Welcome</h1><p>This is what the office does, and how it does it, in a few words that nobody reads.</p></main></body></html>`;
}

function feedOf(items: readonly Item[], site: string): Pages[string] {
  const entries = items.map(
    ({ title, path, date }) =>
      `<item><title>${title.replaceAll("&", "&amp;")}</title><link>${site}${path}</link><pubDate>${new Date(`${date}T10:00:00Z`).toUTCString()}</pubDate></item>`,
  );
  return {
    headers: { "content-type": "application/rss+xml" },
    body: `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${entries.join("")}</channel></rss>`,
  };
}

/** In more parts than anybody should ask for at every look. */
function sitemapIndex(site: string): string {
  const parts = Array.from({ length: 30 }, (_, part) => `<sitemap><loc>${site}/sitemaps/${part}.xml</loc></sitemap>`);
  return `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${parts.join("")}</sitemapindex>`;
}
