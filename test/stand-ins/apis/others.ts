/** Other APIs in the shapes of their documentation: GOV.UK, the Federal Register, Bluesky, CELLAR, DSpace 7. */
import type { Page } from "../origin.ts";
import { type Api, json, type Published } from "./api.ts";

type Answer = (this: Api, question: Parameters<Api["answer"]>[0]) => Page;

function api(host: string, published: Published[], answer: Answer): Api {
  return { host, published, mood: "well", answer };
}

/** content-api.publishing.service.gov.uk, and the search that GOV.UK offers beside it; its own pages stand on the same host. */
export function govUk(published: Published[], pages: Record<string, Page> = {}): Api {
  return api("www.gov.uk", published, function ({ url }) {
    const { pathname } = url;
    const page = pages[pathname];
    if (pathname === "/api/search.json") {
      const words = (url.searchParams.get("q") ?? "").toLowerCase();
      const found = this.published.filter(({ title }) => title.toLowerCase().includes(words));
      const results = found.map(({ title, path, date, summary = "" }) => ({
        ...{ title, link: path, public_timestamp: `${date}T09:30:00Z`, description: summary },
        ...{ format: "policy_paper", index: "government", es_score: null, _id: path, document_type: "edition" },
      }));
      return json({ results, total: results.length, start: 0, aggregates: {}, suggested_queries: [] });
    }
    const item = this.published.find(({ path }) => pathname === `/api/content${path}`);
    if (item)
      return json({
        base_path: item.path,
        content_id: "00000000-0000-4000-8000-000000000000",
        document_type: "policy_paper",
        first_published_at: `${item.date}T09:30:00Z`,
        public_updated_at: `${item.date}T09:30:00Z`,
        title: item.title,
        description: item.summary ?? "",
        withdrawn_notice: {},
        details: { attachments: [] },
      });
    if (pathname.startsWith("/api/")) return json({ message: "Not found" }, 404);
    return this.published.length > 1 && page ? page : { status: 404 };
  });
}

/** federalregister.gov/developers/documentation/api/v1 */
export function federalRegister(published: Published[]): Api {
  return api("www.federalregister.gov", published, function ({ url }) {
    if (url.searchParams.getAll("conditions[term]").length === 0)
      return json({ errors: { conditions: "is missing" } }, 400);
    const results = this.published.map(({ id, title, date, path, summary = "" }) => ({
      ...{ title, type: "Notice", abstract: summary, document_number: id, publication_date: date },
      html_url: `https://www.federalregister.gov${path}`,
      agencies: [{ name: "Harbor Office" }],
    }));
    // Where nothing is found, the list is left out.
    return json({
      count: results.length,
      description: "Documents",
      total_pages: 1,
      ...(results[0] ? { results } : {}),
    });
  });
}

/** app.bsky.feed.getAuthorFeed */
export function bluesky(handle: string, published: Published[]): Api {
  const did = "did:plc:abcdefghijklmnopqrstuvwx";
  return api("public.api.bsky.app", published, function ({ url }) {
    if (url.searchParams.get("actor") !== handle)
      return json({ error: "InvalidRequest", message: "Profile not found" }, 400);
    const feed = this.published.map(({ id, title, date, path, leadsTo = [] }) => ({
      post: {
        uri: `at://${did}/app.bsky.feed.post/${id}`,
        cid: "bafyreib",
        author: { did, handle },
        record: {
          $type: "app.bsky.feed.post",
          text: title,
          createdAt: `${date}T21:50:00.000Z`,
          facets: leadsTo.map((uri) => ({
            index: { byteStart: 0, byteEnd: 10 },
            features: [{ $type: "app.bsky.richtext.facet#link", uri }],
          })),
          ...(path
            ? { embed: { $type: "app.bsky.embed.external", external: { uri: path, title: "", description: "" } } }
            : {}),
        },
        indexedAt: `${date}T21:50:01.000Z`,
      },
    }));
    // What an account reposts stands among its posts, with the reason, and is somebody else's.
    const record = {
      $type: "app.bsky.feed.post",
      text: "Today we published the report of the harbour inquiry",
      createdAt: "2022-08-31T12:00:00.000Z",
    };
    const post = { uri: "at://did:plc:stranger/app.bsky.feed.post/3k1", author: { did: "did:plc:stranger" }, record };
    const repost = { post, reason: { $type: "app.bsky.feed.defs#reasonRepost", by: { did, handle } } };
    return json({ feed: [repost, ...feed], cursor: "2022" });
  });
}

/** The Publications Office's SPARQL endpoint, with `format=application/sparql-results+json` (SPARQL 1.1 Query Results JSON Format). */
export function cellar(published: Published[]): Api {
  return api("publications.europa.eu", published, function ({ url }) {
    if (!url.searchParams.get("query"))
      return {
        status: 400,
        headers: { "content-type": "text/plain" },
        body: "Virtuoso 37000 Error SP030: SPARQL compiler",
      };
    const bindings = this.published.map(({ title, date, path }) => ({
      work: { type: "uri", value: `http://publications.europa.eu${path}` },
      title: { type: "literal", "xml:lang": "en", value: title },
      date: { type: "typed-literal", datatype: "http://www.w3.org/2001/XMLSchema#date", value: date },
    }));
    return json(
      { head: { link: [], vars: ["work", "title", "date"] }, results: { distinct: false, ordered: true, bindings } },
      200,
      "application/sparql-results+json",
    );
  });
}

/** DSpace 7's REST contract: discover/search/objects. */
export function dspace(host: string, published: Published[]): Api {
  return api(host, published, function ({ url }) {
    if (url.pathname !== "/server/api/discover/search/objects")
      return json(
        {
          timestamp: "2022-08-31T00:00:00.000+00:00",
          status: 404,
          error: "Not Found",
          message: "The resource is not here",
          path: url.pathname,
        },
        404,
      );
    const objects = this.published.map(({ id, title, date }) => ({
      type: "discover",
      _embedded: {
        indexableObject: {
          uuid: "0a0b",
          handle: `10665/${id}`,
          name: title,
          type: "item",
          metadata: {
            "dc.title": [{ value: title, language: "en" }],
            "dc.date.issued": [{ value: date, language: null }],
          },
        },
      },
    }));
    return json(
      {
        type: "discover",
        _embedded: { searchResult: { _embedded: { objects }, page: { size: 20, totalElements: objects.length } } },
      },
      200,
      "application/hal+json;charset=UTF-8",
    );
  });
}
