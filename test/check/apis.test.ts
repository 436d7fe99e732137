/** A watch that asks APIs, from its YAML to what people are told. */
import { describe, expect, it } from "vitest";
import { parseWatch } from "../../src/config/load.ts";
import type { Published } from "../stand-ins/apis/api.ts";
import { type Api, answering } from "../stand-ins/apis/api.ts";
import { bluesky, cellar, dspace, federalRegister, govUk } from "../stand-ins/apis/others.ts";
import { reliefWeb } from "../stand-ins/apis/reliefweb.ts";
import { rehearse } from "../stand-ins/bot.ts";
import type { Page } from "../stand-ins/origin.ts";
import { GOV_UK as GOV_UK_OFFICE, officeFile } from "../stand-ins/other-offices.ts";

const REPORT: Published = {
  id: "3882938",
  title: "Report of the Harbour Inquiry",
  path: "/report/report-harbour-inquiry",
  date: "2022-08-31",
  summary: "What the inquiry found.",
};
const OTHER: Published = { id: "1", title: "Annual accounts", path: "/report/accounts", date: "2022-01-03" };

const watchText = (source: string, { hosts = ["www.office.example.org"], sisters = [] as string[] } = {}) =>
  `
title: Report of the Harbour Inquiry
publisher: { name: The Office, zone: Europe/London, hosts: [${hosts}], sisters: [${sisters}] }
statements:
  - { on: 2022-01-10, by: the office, phrase: in the coming weeks }
evidence:
  titles: [Report of the Harbour Inquiry]
  subject: [[harbour], [report, inquiry]]
  topic: [harbour]
sources:
${source.replace(/^/gm, "  ")}`;

const RELIEFWEB = `- id: reliefweb
  kind: json
  url: https://api.reliefweb.int/v2/reports?appname=harbour-watch
  offered: https://apidoc.reliefweb.int/parameters
  request: { body: { query: { value: harbour }, fields: { include: [title, url_alias, date.original] }, limit: 20 } }
  paths: { items: "$.data[*]", title: $.fields.title, link: $.fields.url_alias, date: $.fields.date.original }`;
const GOV_UK = `- id: content
  kind: json
  url: https://www.gov.uk/api/content/report/report-harbour-inquiry
  existence: likely
  paths: { items: $, title: $.title, link: $.base_path, base: https://www.gov.uk, date: $.first_published_at, summary: $.description }
- id: search
  kind: json
  url: https://www.gov.uk/api/search.json?q=harbour&order=-public_timestamp
  paths: { items: "$.results[*]", title: $.title, link: $.link, base: https://www.gov.uk, date: $.public_timestamp }`;
const FEDERAL_REGISTER = `- id: register
  kind: json
  url: https://www.federalregister.gov/api/v1/documents.json?conditions[term]=harbour&order=newest
  paths: { items: "$.results[*]", title: $.title, link: $.html_url, date: $.publication_date, summary: $.abstract }`;
const BLUESKY = `- id: bluesky
  kind: json
  url: https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=sister.example.org&filter=posts_no_replies
  paths:
    items: "$.feed[?!@.reason].post"
    title: $.record.text
    link: [$.record.embed.external.uri, $.uri]
    base: https://bsky.app/profile/sister.example.org/post/
    date: $.record.createdAt`;
const CELLAR = `- id: cellar
  kind: json
  url: https://publications.europa.eu/webapi/rdf/sparql?format=application%2Fsparql-results%2Bjson&query=SELECT
  paths: { items: "$.results.bindings[*]", title: $.title.value, link: $.work.value, date: $.date.value }`;
const DSPACE = `- id: dspace
  kind: json
  url: https://iris.example.org/server/api/discover/search/objects?query=harbour&sort=dc.date.accessioned,DESC
  paths:
    items: $._embedded.searchResult._embedded.objects[*]._embedded.indexableObject
    title: "$.metadata['dc.title'][0].value"
    link: $.handle
    base: https://iris.example.org/handle/
    date: "$.metadata['dc.date.issued'][*].value"`;

async function watching(text: string, apis: Api[]) {
  const faults: string[] = [];
  const watch = parseWatch({ place: "harbour.yaml", name: "harbour.yaml", text }, faults);
  expect(faults).toEqual([]);
  if (!watch) throw new Error("no watch");
  return rehearse({
    pages: { "*": answering(apis) },
    adjust: (config) => {
      config.watches = [watch];
      const [address = ""] = Object.values(config.settings.fetch.origins);
      config.settings.fetch.origins = Object.fromEntries(apis.map(({ host }) => [`https://${host}`, address]));
    },
  });
}

describe("an API of another body", () => {
  it.each<[string, string, Api, string]>([
    ["ReliefWeb", RELIEFWEB, reliefWeb(["harbour-watch"]), "https://reliefweb.int/report/report-harbour-inquiry"],
    [
      "the Federal Register",
      FEDERAL_REGISTER,
      federalRegister([]),
      "https://www.federalregister.gov/report/report-harbour-inquiry",
    ],
    ["GOV.UK’s search", GOV_UK, govUk([]), "https://www.gov.uk/report/report-harbour-inquiry"],
    ["CELLAR", CELLAR, cellar([]), "http://publications.europa.eu/report/report-harbour-inquiry"],
    ["DSpace", DSPACE, dspace("iris.example.org", []), "https://iris.example.org/handle/10665/3882938"],
    ["Bluesky", BLUESKY, bluesky("sister.example.org", []), "https://bsky.app/profile/sister.example.org/post/3882938"],
  ])(
    "%s is read: its word on the publication is a signal, with its day and its address",
    async (_, source, api, url) => {
      const listed = `- { id: news, kind: listing, url: "https://www.office.example.org/news", existence: likely }\n${source}`;
      const sisters = [api.host, "sister.example.org"];
      const { at, told, kinds } = await watching(watchText(listed, { sisters }), [api]);
      const before = await at("2022-08-30T12:00:00Z");
      expect(before.of(source.slice(6, source.indexOf("\n"))).problem?.problem ?? "none").toMatch(/^(?:none|gone)$/);
      api.published.push(
        OTHER,
        REPORT.id === "" ? OTHER : { ...REPORT, path: api.host.startsWith("public.api") ? "" : REPORT.path },
      );
      await at("2022-09-01T12:00:00Z");
      expect(kinds()).toContain("signalled");
      const signal = told.find(({ kind }) => kind === "signalled");
      expect(JSON.stringify(signal)).toContain(url);
      expect(JSON.stringify(signal)).toContain("2022-08-31");
    },
  );
});

it("a post on Bluesky stands at its own address, and the document behind a link of its text is weighed", async () => {
  const file = "https://www.office.example.org/files/a91.pdf";
  const source = BLUESKY.replace(
    "[$.record.embed.external.uri, $.uri]",
    '[$.uri, $.record.embed.external.uri, "$.record.facets[*].features[*].uri"]',
  );
  const listed = `- { id: news, kind: listing, url: "https://www.office.example.org/news", existence: likely }\n${source}`;
  const office: Api = {
    ...{ host: "www.office.example.org", published: [], mood: "well" },
    answer: ({ url }) =>
      url.href === file && posts.published.length > 0
        ? (officeFile(REPORT.title, REPORT.date, "the harbour, on which this inquiry has to report") as Page)
        : { status: 404 },
  };
  const posts = bluesky("sister.example.org", []);
  const sisters = [posts.host, "sister.example.org"];
  const { at, told, kinds } = await watching(watchText(listed, { sisters }), [posts, office]);
  await at("2022-08-30T12:00:00Z");
  const title =
    "Months of work, hundreds of pages: the harbour inquiry has reported. Read it: office.example.org/fil...";
  posts.published.push({ ...REPORT, title, path: "", leadsTo: ["https://example.org/elsewhere", file] });
  await at("2022-09-01T12:00:00Z");
  expect(kinds().filter((kind) => kind === "signalled")).toHaveLength(1);
  expect(JSON.stringify(told.find(({ kind }) => kind === "signalled"))).toContain(file);
});

it("GOV.UK’s own word of a page of its own leads to the publication, under the day of first_published_at", async () => {
  const file = "/media/report.pdf";
  const page = GOV_UK_OFFICE.page({ ...REPORT, kind: "Policy paper" }, `https://www.gov.uk${file}`);
  const pages = {
    [REPORT.path]: { headers: { "content-type": "text/html" }, body: page },
    [file]: officeFile(REPORT.title, REPORT.date, "the harbour, on which this inquiry has to report") as Page,
  };
  const api = govUk([OTHER], pages);
  const { at, told, kinds, status } = await watching(watchText(GOV_UK, { hosts: ["www.gov.uk"] }), [api]);
  const before = await at("2022-08-30T12:00:00Z");
  expect(before.of("search").outcome).toBe("baseline");
  api.published.push(REPORT);
  const after = await at("2022-09-01T12:00:00Z");
  expect(after.of("content").outcome).toBe("baseline");
  expect(kinds()).toContain("published");
  expect(await status()).toMatchObject({ verdict: "published" });
  expect(JSON.stringify(told.find(({ kind }) => kind === "published"))).toContain(REPORT.date);
});

describe("an API that does not answer as it should is a problem that says what it says", () => {
  const named = (name: string, status: number, says: string) => [name, status, says] as const;
  it.each([
    named("has not approved the program", 403, "You are not using an approved appname."),
    named("misses the name", 400, "Missing appname parameter."),
    named(
      "has given up the version that is asked",
      410,
      "API version 1 has been decommissioned. Please use version 2.",
    ),
  ])("when it %s", async (name, status, says) => {
    const text = name.startsWith("misses")
      ? RELIEFWEB.replace("?appname=harbour-watch", "?app=harbour-watch")
      : name.startsWith("has given")
        ? RELIEFWEB.replace("/v2/", "/v1/")
        : RELIEFWEB;
    const listed = `- { id: news, kind: listing, url: "https://www.office.example.org/news", existence: likely }\n${text}`;
    const { at } = await watching(watchText(listed, { sisters: ["api.reliefweb.int"] }), [reliefWeb([])]);
    expect((await at("2022-08-30T12:00:00Z")).of("reliefweb").problem).toMatchObject({
      detail: `answered ${status}: “${says}”`,
    });
  });

  it.each([
    ["limited", "blocked", "answered 429: “API rate limit exceeded”"],
    ["page", "unreadable", "answered with a page where JSON should be"],
    ["cut-off", "empty", "was cut off before the end of its JSON"],
    ["redesigned", "redesigned", "holds nothing at $.data[*], where its items should be"],
    ["nothing", "empty", "answered with nothing"],
  ] as const)("when it is %s", async (mood, problem, detail) => {
    const api = reliefWeb(["harbour-watch"], [REPORT, OTHER]);
    const listed = `- { id: news, kind: listing, url: "https://www.office.example.org/news", existence: likely }\n${RELIEFWEB}`;
    const { at, kinds } = await watching(watchText(listed, { sisters: ["api.reliefweb.int"] }), [api]);
    api.mood = mood;
    expect((await at("2022-08-30T12:00:00Z")).of("reliefweb").problem).toMatchObject({ problem, detail });
    api.mood = "well";
    await at("2022-09-01T12:00:00Z");
    expect(kinds()).toContain("signalled");
  });
});

it("what is posted is kept with its answer, and robots.txt is asked and does not stop what the terms offer", async () => {
  const api = reliefWeb(["harbour-watch"], [REPORT]);
  const listed = `- { id: news, kind: listing, url: "https://www.office.example.org/news", existence: likely }\n${RELIEFWEB}`;
  const { at, origin } = await watching(watchText(listed, { sisters: ["api.reliefweb.int"] }), [api]);
  await at("2022-09-01T12:00:00Z");
  const posted = origin.requests.filter(({ method }) => method === "POST");
  expect(posted).toMatchObject([
    { path: "/v2/reports?appname=harbour-watch", headers: { "content-type": "application/json" } },
  ]);
  expect(JSON.parse(posted[0]?.body ?? "")).toMatchObject({ query: { value: "harbour" }, limit: 20 });
});
