/** A sitemap that is in parts: an index says nothing of what stands in them. */
import { gzipSync } from "node:zlib";
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

  it("of which one cannot be read is read for what is new in the others, and that is told once it has lasted", async () => {
    const { at, put, told } = await withIndex();
    put("/part-2.xml", { status: 403, body: "no" });
    put("/part-1.xml", xml("urlset", "url", [...addresses, "/en/newcomer"]));
    const { changes, outcome } = (await at("2021-12-10T13:00:00Z")).of("parts");
    expect(outcome).toBe("changed");
    expect(changes).toMatchObject([{ kind: "appeared", url: `${SITE}/en/newcomer` }]);
    for (const hour of ["14", "20"]) await at(`2021-12-10T${hour}:00:00Z`);
    const blind = told.filter((notice) => notice.kind === "blind");
    const trouble = { problem: "blocked", detail: `has a part, ${SITE}/part-2.xml, that answered 403` };
    expect(blind).toMatchObject([{ sources: [{ id: "parts", since: "2021-12-10T13:00:00.000Z", ...trouble }] }]);
    put("/part-2.xml", xml("urlset", "url", ["/en/press"]));
    await at("2021-12-10T21:00:00Z");
    expect(told.at(-1)).toMatchObject({ kind: "recovered", sources: [{ id: "parts", changes: 0 }] });
  });

  it("misses nothing of a part that it could not read, and forgets nothing of it", async () => {
    const { at, put } = await withIndex();
    const second = (...more: string[]) => xml("urlset", "url", ["/en/press", ...more]);
    put("/part-2.xml", { status: 500 });
    for (const day of ["11", "12", "13", "14", "15"])
      expect((await at(`2021-12-${day}T12:00:00Z`)).of("parts").changes).toEqual([]);
    put("/part-2.xml", second());
    expect((await at("2021-12-16T12:00:00Z")).of("parts").changes).toEqual([]);
    put("/part-2.xml", second("/en/newcomer"));
    expect((await at("2021-12-17T12:00:00Z")).of("parts").changes).toMatchObject([{ url: `${SITE}/en/newcomer` }]);
  });

  it("of which none can be read is not read", async () => {
    const { at, put } = await withIndex();
    for (const part of ["/part-1.xml", "/part-2.xml"]) put(part, { status: 403, body: "no" });
    const { outcome, problem } = (await at("2021-12-10T13:00:00Z")).of("parts");
    expect(outcome).toBe("problem");
    expect(problem).toMatchObject({ problem: "blocked", detail: `has a part, ${SITE}/part-1.xml, that answered 403` });
  });

  it("is read where a part is in parts itself, also in one that leads back, and where parts are packed", async () => {
    const { at, put } = await withIndex();
    const packed = gzipSync(xml("urlset", "url", ["/en/deep", "/en/press"]).body);
    put("/part-2.xml", xml("sitemapindex", "sitemap", ["/part-3.xml.gz", INDEX, "/part-2.xml", "/part-1.xml"]));
    put("/part-3.xml.gz", { body: packed, headers: { "content-type": "application/gzip" } });
    const { changes } = (await at("2021-12-10T13:00:00Z")).of("parts");
    expect(changes).toMatchObject([{ kind: "appeared", url: `${SITE}/en/deep` }]);
  });

  it("has a part that breaks off read as far as it goes", async () => {
    const { at, put } = await withIndex();
    const { body, headers } = xml("urlset", "url", ["/en/newcomer", "/en/half-an-address"]);
    put("/part-1.xml", { body: body.slice(0, -22), headers });
    const { changes, outcome } = (await at("2021-12-10T13:00:00Z")).of("parts");
    expect(outcome).toBe("changed");
    expect(changes).toMatchObject([{ kind: "appeared", url: `${SITE}/en/newcomer` }]);
  });

  it("of more parts than are read is read in the newest, and that is noted with the look", async () => {
    const { at, put, bot } = await withIndex();
    const parts = Array.from({ length: 40 }, (_, part) => `/part-${part + 1}.xml`);
    put(INDEX, xml("sitemapindex", "sitemap", parts));
    for (const part of parts) put(part, xml("urlset", "url", [`/en${part}`, ...addresses, "/en/press"]));
    expect((await at("2021-12-10T13:00:00Z")).of("parts").changed).toBe(30);
    const [look] = await bot.store.looks.changed({ watch: "xinjiang-assessment", source: "parts", limit: 1 });
    const detail = "is in more parts than the 30 that are read, the newest first";
    expect(look).toMatchObject({ outcome: "changed", problem: "too-costly", detail });
  });

  it("of more than is read of one source is too costly", async () => {
    const { at, put } = await withIndex();
    const many = (part: number) => Array.from({ length: 30_000 }, (_, index) => `/${part}/${index}`);
    put("/part-1.xml", xml("urlset", "url", many(1)));
    put("/part-2.xml", xml("urlset", "url", many(2)));
    expect((await at("2021-12-10T13:00:00Z")).of("parts").problem).toMatchObject({ problem: "too-costly" });
  });
});
