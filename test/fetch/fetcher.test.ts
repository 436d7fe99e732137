import { describe, expect, it, onTestFinished } from "vitest";
import { isPublic } from "../../src/config/public-address.ts";
import { type Settings, settingsSchema } from "../../src/config/settings.ts";
import { createFetcher } from "../../src/fetch/fetcher.ts";
import { retryAfter, waitBeforeRetry } from "../../src/fetch/retry.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import { answer } from "../stand-ins/answer.ts";
import { type Pages, startOrigin } from "../stand-ins/origin.ts";

const SITE = "https://www.ohchr.org";

async function fetching(pages: Pages, adjust: (settings: Settings["fetch"]) => void = () => undefined) {
  const origin = await startOrigin(pages);
  const settings = settingsSchema.parse({}).fetch;
  settings.origins = { [SITE]: origin.address };
  adjust(settings);
  const clock = new SimulatedClock("2022-08-31T12:00:00Z");
  const fetcher = createFetcher({ settings, clock });
  onTestFinished(async () => {
    await fetcher.close();
    await origin.close();
  });
  return { origin, clock, fetcher, get: (path: string, validators = {}) => fetcher.fetch(SITE + path, validators) };
}

describe("a request", () => {
  it("names the bot and a contact, keeps the site's own name, and sends the validators it was given", async () => {
    const { origin, get } = await fetching({ "/a": "hello" });
    await get("/a", { etag: '"1"', lastModified: "Wed, 31 Aug 2022 21:47:00 GMT" });
    expect(origin.requests.at(-1)?.headers).toMatchObject({
      host: "www.ohchr.org",
      "if-none-match": '"1"',
      "if-modified-since": "Wed, 31 Aug 2022 21:47:00 GMT",
      "user-agent": expect.stringMatching(/^coming-weeks\/.*\(\+https/),
    });
  });

  it("is not sent where robots.txt forbids it, and robots.txt is asked once", async () => {
    const { origin, get } = await fetching({
      "/robots.txt": { headers: { "content-type": "text/plain" }, body: "User-agent: *\nDisallow: /private" },
      "/a": "hello",
    });
    expect(await get("/private/x")).toMatchObject({ kind: "failure", cause: "robots" });
    await get("/a");
    expect(origin.requests.map((request) => request.path)).toEqual(["/robots.txt", "/a"]);
  });

  it("waits as long as robots.txt's crawl-delay asks, and never sends two at once to one host", async () => {
    const { clock, get } = await fetching({
      "/robots.txt": { headers: { "content-type": "text/plain" }, body: "User-agent: *\nCrawl-delay: 7" },
      "/a": "hello",
    });
    await Promise.all([get("/a"), get("/a"), get("/a")]);
    expect(Date.parse(clock.now()) - Date.parse("2022-08-31T12:00:00Z")).toBeGreaterThanOrEqual(14_000);
  });

  const ALLOWED = { "/robots.txt": { status: 404 } };
  // As for the publisher's own site: a stand-in is not paced.
  const paced = (settings: Settings["fetch"]) => {
    settings.origins = {};
    settings.allow_private_addresses = true;
  };

  // The first is robots.txt.
  it.each<[string, Pages, boolean[], number]>([
    ["keeps its distance from the one before", { ...ALLOWED, "/a": "hello" }, [false, false, false], 15],
    ["on which news hangs goes out at once", { ...ALLOWED, "/a": "hello" }, [true], 0],
    [
      "on which news hangs goes out at once, three times an hour",
      { ...ALLOWED, "/a": "hello" },
      [false, true, true, true],
      5,
    ],
    [
      "after these three keeps its distance again",
      { ...ALLOWED, "/a": "hello" },
      [false, true, true, true, true, true],
      15,
    ],
    [
      "never goes in a burst where the site asks for a delay",
      {
        "/robots.txt": { headers: { "content-type": "text/plain" }, body: "User-agent: *\nCrawl-delay: 7" },
        "/a": "hello",
      },
      [false, true, true],
      19,
    ],
    [
      "never goes in a burst where the site has asked to wait",
      { ...ALLOWED, "/a": { status: 404, headers: { "retry-after": "60" }, body: "" } },
      [false, true, true],
      15,
    ],
  ])("%s", async (_, pages, urgent, seconds) => {
    const world = await fetching(pages, paced);
    const { address } = world.origin;
    const began = Date.parse(world.clock.now());
    for (const isUrgent of urgent) await world.fetcher.fetch(`${address}/a`, {}, undefined, isUrgent);
    const took = (Date.parse(world.clock.now()) - began) / 1000;
    expect(took).toBeGreaterThanOrEqual(seconds);
    expect(took).toBeLessThanOrEqual(seconds * 1.2 + 0.1);
  });

  it("is repeated after a server error, and not after a refusal", async () => {
    let asked = 0;
    const { get } = await fetching({
      "/robots.txt": { status: 404 },
      "/a": () => (++asked < 3 ? { status: 502 } : { body: "hello" }),
      "/b": { status: 403 },
    });
    expect(await get("/a")).toMatchObject({ status: 200 });
    await get("/b");
    expect(asked).toBe(3);
  });

  it("whose answer is too large is refused", async () => {
    const { get } = await fetching({ "/a": { body: Buffer.alloc(2_000_000) } }, (settings) => {
      settings.max_wire_megabytes = 1;
    });
    expect(await get("/a")).toMatchObject({ kind: "failure", cause: "too-large" });
  });

  it("whose answer never gets past interim responses is refused", async () => {
    const { get } = await fetching({
      "/a": ({ socket }) => {
        socket.write("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(100));
        return "hang up";
      },
    });
    expect(await get("/a")).toMatchObject({ kind: "failure", cause: "too-large" });
  });

  it("follows redirects within the site, and gives up on a circle", async () => {
    const { get } = await fetching({
      "/old": { status: 301, headers: { location: "/new" } },
      "/new": "hello",
      "/circle": { status: 302, headers: { location: "/circle" } },
    });
    expect(await get("/old")).toMatchObject({ url: `${SITE}/old`, finalUrl: `${SITE}/new`, status: 200 });
    expect(await get("/circle")).toMatchObject({ kind: "failure", cause: "redirects" });
  });

  it("never reaches a private address: by number, by name, or by a redirect", async () => {
    const { origin, fetcher, get } = await fetching({
      "/a": { status: 302, headers: { location: "https://127.0.0.1:9/secret" } },
    });
    expect(await get("/a")).toMatchObject({ kind: "failure", cause: "refused" });
    const port = new URL(origin.address).port;
    const before = origin.requests.length;
    for (const host of ["127.0.0.1", "localhost", "[::1]"])
      expect(await fetcher.fetch(`http://${host}:${port}/a`)).toMatchObject({ kind: "failure", cause: "refused" });
    expect(origin.requests).toHaveLength(before);
  });
});

describe("an address", () => {
  it.each([
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "127.0.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "not an address",
  ])("%s is not public", (address) => expect(isPublic(address)).toBe(false));
  it.each(["8.8.8.8", "2001:4860:4860::8888"])("%s is public", (address) => expect(isPublic(address)).toBe(true));
});

describe("Retry-After", () => {
  const asking = (status: number, value: string) =>
    answer({ url: "https://x.example", status, headers: { "retry-after": value } });
  it.each([
    ["in seconds", "120", 120_000],
    ["as a date", "Wed, 31 Aug 2022 12:01:00 GMT", 60_000],
    ["as a date gone by", "Wed, 31 Aug 2022 11:00:00 GMT", 0],
    ["as nonsense", "soon", undefined],
  ])("is read %s", (_, value, expected) =>
    expect(retryAfter(asking(429, value), "2022-08-31T12:00:00Z")).toBe(expected),
  );
  it("that is long is left to the schedule", () => {
    expect(waitBeforeRetry(asking(503, "5"), 0, "2022-08-31T12:00:00Z")).toBe(5000);
    expect(waitBeforeRetry(asking(503, "3600"), 0, "2022-08-31T12:00:00Z")).toBeUndefined();
  });
});
