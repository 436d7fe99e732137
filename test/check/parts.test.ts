/** A sitemap that is in parts: an index says nothing of what stands in them. */
import { describe, expect, it } from "vitest";
import { rehearse } from "../stand-ins/bot.ts";

const SITE = "https://www.ohchr.org";
const INDEX = "/index.xml";
const xml = (root: string, tag: string, addresses: string[]) => ({
  body: `<?xml version="1.0"?><${root}>${addresses.map((one) => `<${tag}><loc>${SITE}${one}</loc></${tag}>`).join("")}</${root}>`,
  headers: { "content-type": "application/xml" },
});
const addresses = ["/en/about-us", "/en/countries"];

async function withIndex() {
  const rehearsal = await rehearse({
    pages: {
      [INDEX]: xml("sitemapindex", "sitemap", ["/part-1.xml", "/part-2.xml"]),
      "/part-1.xml": xml("urlset", "url", addresses),
      "/part-2.xml": xml("urlset", "url", ["/en/press"]),
    },
    adjust: ({ watches }) => {
      for (const watch of watches) {
        const added = { ...watch.sources[0], id: "parts", kind: "sitemap", url: SITE + INDEX };
        watch.sources.unshift(added as (typeof watch.sources)[number]);
      }
    },
  });
  await rehearsal.at("2021-12-10T12:00:00Z");
  const put = (path: string, page: unknown) => Object.assign(rehearsal.origin.pages, { [path]: page });
  return { ...rehearsal, put };
}

describe("a sitemap in parts", () => {
  it("whose index stays the same is read for what is new in its parts", async () => {
    const { at, put } = await withIndex();
    put("/part-1.xml", xml("urlset", "url", ["/en/newcomer", ...addresses]));
    const { changes } = (await at("2021-12-10T13:00:00Z")).of("parts");
    expect(changes).toMatchObject([{ kind: "appeared", url: `${SITE}/en/newcomer` }]);
  });

  it("is not read in part: what is wrong with one of them is the source’s problem", async () => {
    const { at, put } = await withIndex();
    put("/part-2.xml", { status: 403, body: "no" });
    const { outcome, problem } = (await at("2021-12-10T13:00:00Z")).of("parts");
    expect(outcome).toBe("problem");
    expect(problem).toEqual({
      kind: "problem",
      problem: "blocked",
      detail: `has a part, ${SITE}/part-2.xml, that answered 403`,
    });
  });

  it("of more than is read of one source is too costly", async () => {
    const { at, put } = await withIndex();
    const many = (part: number) => Array.from({ length: 30_000 }, (_, index) => `/${part}/${index}`);
    put("/part-1.xml", xml("urlset", "url", many(1)));
    put("/part-2.xml", xml("urlset", "url", many(2)));
    expect((await at("2021-12-10T13:00:00Z")).of("parts").problem).toMatchObject({ problem: "too-costly" });
  });
});
