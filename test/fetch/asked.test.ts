/** What of a source's question goes where: to its own site and nowhere else; and what robots.txt may be gone past. */
import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { requestRecord } from "../../src/archive/records.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { type Asked, askedOf, isPrivateWay } from "../../src/fetch/asked.ts";
import { createFetcher } from "../../src/fetch/fetcher.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import { type Page, type Pages, startOrigin } from "../stand-ins/origin.ts";

const API = "https://api.example.org";
const OTHER = "https://other.example.org";
const OPEN = "http://api.example.org";
const KEY = "k-7f3a9d51c0b24e6f";
const DISALLOWED = { headers: { "content-type": "text/plain" }, body: "User-agent: *\nDisallow: /" };
const ASKED: Asked = {
  accept: "application/json",
  headers: [["x-app", "me"]],
  secret: { header: "Authorization", variable: "SOURCE_KEY", before: "Bearer " },
  isOffered: false,
};

async function asking(pages: Pages, origins: string[] = [API, OTHER, OPEN]) {
  const origin = await startOrigin(pages);
  const settings = settingsSchema.parse({}).fetch;
  settings.retries = 0;
  settings.origins = Object.fromEntries(origins.map((site) => [site, origin.address]));
  const secretOf = (variable: string) => (variable === "SOURCE_KEY" ? KEY : undefined);
  const fetcher = createFetcher({ settings, clock: new SimulatedClock("2022-08-31T12:00:00Z"), secretOf });
  onTestFinished(async () => {
    await fetcher.close();
    await origin.close();
  });
  const get = (url: string, asked: Asked) => fetcher.fetch(url, {}, undefined, false, asked);
  const sent = () => origin.requests.filter(({ path }) => path !== "/robots.txt");
  return { get, sent };
}

const to = (location: string, status = 302) => ({ status, headers: { location } });

/** Packed without being finished, as a connection that breaks leaves it. */
const CUT_OFF = gzipSync(
  `${randomBytes(1000).toString("hex")}{"key":"${KEY}"}${randomBytes(200_000).toString("hex")}`,
).subarray(0, 100_000);

describe("a secret", () => {
  it("is sent to the source’s own site, and is nowhere in what is kept of it", async () => {
    const { get, sent } = await asking({ "/a": "{}" });
    const capture = await get(`${API}/a`, { ...ASKED, body: '{"q":1}' });
    expect(sent()).toMatchObject([
      {
        method: "POST",
        body: '{"q":1}',
        headers: {
          authorization: `Bearer ${KEY}`,
          "x-app": "me",
          accept: "application/json",
          "content-type": "application/json",
        },
      },
    ]);
    if (capture.kind === "failure") throw new Error(capture.detail);
    expect(JSON.stringify(capture)).not.toContain(KEY);
    expect(capture.sentHeaders).toContainEqual(["authorization", "Bearer [secret]"]);
    const { http, payload } = requestRecord({ record: "urn:uuid:1", answer: capture } as Parameters<
      typeof requestRecord
    >[0]);
    expect([http?.statusLine, String(payload)]).toEqual(["POST /a HTTP/1.1", '{"q":1}']);
  });

  it("goes along a redirect on that site", async () => {
    const { get, sent } = await asking({ "/a": to("/b"), "/b": "{}" });
    await get(`${API}/a`, ASKED);
    expect(sent().map(({ headers }) => headers.authorization)).toEqual([`Bearer ${KEY}`, `Bearer ${KEY}`]);
  });

  it.each<[string, Pages, string]>([
    ["to another host", { "/a": to(`${OTHER}/b`), "/b": "{}" }, `${API}/a`],
    ["to another host and back", { "/a": to(`${OTHER}/b`), "/b": to(`${API}/c`), "/c": "{}" }, `${API}/a`],
    ["to plain http", { "/a": to(`${OPEN}/b`), "/b": "{}" }, `${API}/a`],
    ["to another port", { "/a": to(`${API}:8443/b`), "/b": "{}" }, `${API}/a`],
  ])("stays behind when the site sends on %s, and so does all else that was asked", async (_, pages, url) => {
    const { get, sent } = await asking(pages, [API, OTHER, OPEN, `${API}:8443`]);
    await get(url, ASKED);
    const [first, ...others] = sent();
    expect(first?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(others.length).toBeGreaterThan(0);
    for (const { headers } of others) {
      expect(headers.authorization).toBeUndefined();
      expect(headers["x-app"]).toBeUndefined();
    }
  });

  it.each<[string, Page]>([
    ["in a body", { body: `{"data":[{"title":"${KEY}"}]}` }],
    ["in an error", { status: 403, body: `{"message":"no, not Bearer ${KEY}"}` }],
    ["in a header", { headers: { "x-echo": encodeURIComponent(`Bearer ${KEY}`) } }],
    ["in Base64", { body: Buffer.from(`Bearer ${KEY}`).toString("base64") }],
    ["far down", { body: `${"[".repeat(3_000_000)}"${KEY}"` }],
    ["across what is looked through at once", { body: `${" ".repeat(512 * 1024 - 6)}${KEY}` }],
    ["packed", { headers: { "content-encoding": "gzip" }, body: gzipSync(`{"key":"${KEY}"}`) }],
    ["packed, and cut off behind it", { headers: { "content-encoding": "gzip" }, body: CUT_OFF }],
    ["packed, and cut off", { headers: { "content-encoding": "gzip", "x-echo": KEY }, body: "\u001f" }],
  ])("that is said back %s: nothing of that answer is kept", async (_, page) => {
    const { get } = await asking({ "/a": page });
    const capture = await get(`${API}/a`, ASKED);
    expect(capture).toMatchObject({
      ...{ kind: "failure", cause: "refused" },
      detail: "says back the secret that it was asked with: nothing of that is kept",
    });
    expect(JSON.stringify(capture)).not.toContain(KEY);
  });

  it("is not taken along to another site in an address", async () => {
    const { get, sent } = await asking({ "/a": to(`${OTHER}/b?key=${KEY}`), "/b": "{}" });
    expect(await get(`${API}/a`, ASKED)).toMatchObject({ kind: "failure", cause: "redirects" });
    expect(sent().map(({ path }) => path)).toEqual(["/a"]);
  });

  it("is never sent over plain http", async () => {
    const { get, sent } = await asking({ "/a": "{}" });
    await get(`${OPEN}/a`, ASKED);
    expect(sent()[0]?.headers.authorization).toBeUndefined();
  });

  it.each([
    ["https://api.example.org/", true],
    ["http://127.0.0.1:8080/", true],
    ["http://[::1]/", true],
    ["http://localhost/", true],
    ["http://api.example.org/", false],
    ["http://10.0.0.1/", false],
  ])("on the way to %s: nobody else reads it (%s)", (url, is) => {
    expect(isPrivateWay(new URL(url))).toBe(is);
  });
});

describe("what is posted", () => {
  it("is posted again where the site says so (307, 308)", async () => {
    const { get, sent } = await asking({ "/a": to("/b", 307), "/b": to("/c", 308), "/c": "{}" });
    expect(await get(`${API}/a`, { ...ASKED, body: "1" })).toMatchObject({ kind: "answer", status: 200 });
    expect(sent().map(({ method, body }) => [method, body])).toEqual([
      ["POST", "1"],
      ["POST", "1"],
      ["POST", "1"],
    ]);
  });

  it.each([
    ["as something else (303)", to("/b", 303)],
    ["to another host", to(`${OTHER}/b`, 307)],
  ])("is not sent on %s", async (_, redirect) => {
    const { get, sent } = await asking({ "/a": redirect, "/b": "{}" });
    expect(await get(`${API}/a`, { ...ASKED, body: "1" })).toMatchObject({
      kind: "failure",
      cause: "redirects",
      detail: expect.stringContaining("was sent on to where its question is not put"),
    });
    expect(sent()).toHaveLength(1);
  });
});

describe("where robots.txt refuses", () => {
  const pages = { "/robots.txt": DISALLOWED, "/v2/reports?appname=me": "{}", "/v2/reports?appname=me&page=2": "{}" };
  it("a source is not asked", async () => {
    const { get } = await asking(pages);
    expect(await get(`${API}/v2/reports?appname=me`, ASKED)).toMatchObject({ kind: "failure", cause: "robots" });
  });

  it("what its terms offer is asked, and its neighbours and all others on the host are not", async () => {
    const { get } = await asking(pages);
    const source = {
      id: "a",
      kind: "json" as const,
      url: `${API}/v2/reports?appname=me`,
      formerly: [`${API}/v1/reports?appname=me`],
      offered: "https://example.org/terms",
      existence: "confirmed" as const,
      ignore: [],
      tell: "all" as const,
      pages: 1,
    };
    const asked = (address: string) => askedOf(source, address) as Asked;
    expect(await get(source.url, asked(source.url))).toMatchObject({ kind: "answer", status: 200 });
    const [formerly = ""] = source.formerly;
    expect(await get(formerly, asked(formerly))).toMatchObject({ cause: "robots" });
    expect(await get(`${API}/v2/reports?appname=me&page=2`, { ...ASKED })).toMatchObject({ cause: "robots" });
  });

  it.each([
    ["to another path", to("/private/x")],
    ["to another host", to(`${OTHER}/v2/reports?appname=me`)],
  ])("and it is sent on %s, it is not followed", async (_, redirect) => {
    const { get, sent } = await asking({ "/robots.txt": DISALLOWED, "/v2/reports?appname=me": redirect });
    expect(await get(`${API}/v2/reports?appname=me`, { ...ASKED, isOffered: true })).toMatchObject({
      cause: "redirects",
      detail: expect.stringContaining("was sent on from what its terms offer"),
    });
    expect(sent()).toHaveLength(1);
  });
});

it("robots.txt that asks for a pause is heeded, whatever is offered", async () => {
  const origin = await startOrigin({
    "/robots.txt": { ...DISALLOWED, body: "User-agent: *\nCrawl-delay: 7" },
    "/a": "{}",
  });
  const settings = { ...settingsSchema.parse({}).fetch, origins: { [API]: origin.address } };
  const clock = new SimulatedClock("2022-08-31T12:00:00Z");
  const fetcher = createFetcher({ settings, clock });
  onTestFinished(async () => {
    await fetcher.close();
    await origin.close();
  });
  for (let time = 0; time < 2; time++)
    await fetcher.fetch(`${API}/a`, {}, undefined, false, { headers: [], isOffered: true });
  expect(Date.parse(clock.now()) - Date.parse("2022-08-31T12:00:00Z")).toBeGreaterThanOrEqual(7000);
});
