/** Whoever must not be seen looking fetches by way of a proxy: all of it, and to no private address. */
import { describe, expect, it, onTestFinished } from "vitest";
import { settingsSchema } from "../../src/config/settings.ts";
import { createFetcher } from "../../src/fetch/fetcher.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import { type Pages, startOrigin } from "../stand-ins/origin.ts";
import { type Fault, startHttpProxy, startSocks } from "../stand-ins/proxies.ts";

/** Of the public Internet; nothing of it is asked in these tests, as each proxy leads to a server here. */
const PUBLIC = "http://93.184.216.34";

async function fetching(proxy: string, adjust: { mayBePrivate?: boolean; toHeaders?: number } = {}) {
  const settings = settingsSchema.parse({ fetch: { proxy, retries: 0, floor: "0s" } }).fetch;
  settings.allow_private_addresses = adjust.mayBePrivate ?? false;
  settings.time_to_headers = adjust.toHeaders ?? settings.time_to_headers;
  const fetcher = createFetcher({
    settings,
    clock: new SimulatedClock("2022-08-31T12:00:00Z"),
    readsRobots: "ignored",
  });
  onTestFinished(() => fetcher.close());
  return (url: string) => fetcher.fetch(url);
}

async function serving(pages: Pages = { "/a": "hello" }) {
  const origin = await startOrigin(pages);
  onTestFinished(() => origin.close());
  return origin;
}

describe("what is fetched goes by the proxy", () => {
  it("of Tor's kind, which looks the name up itself", async () => {
    const origin = await serving();
    const proxy = await startSocks({ to: origin.address });
    const fetch = await fetching(`socks5h://127.0.0.1:${proxy.port}`);
    expect(await fetch("http://www.name.example.org/a")).toMatchObject({ kind: "answer", status: 200 });
    expect(proxy.asked).toEqual(["www.name.example.org:80"]);
    expect(origin.requests.at(-1)?.headers.host).toBe("www.name.example.org");
  });

  it("also to a service that only Tor knows", async () => {
    const proxy = await startSocks({ to: (await serving()).address });
    const fetch = await fetching(`socks5h://127.0.0.1:${proxy.port}`);
    expect(await fetch("http://expyuzz4wqqyqhjn.onion/a")).toMatchObject({ kind: "answer" });
    expect(proxy.asked).toEqual(["expyuzz4wqqyqhjn.onion:80"]);
  });

  it.each([
    ["SOCKS 5", "socks5", startSocks],
    ["HTTP", "http", startHttpProxy],
  ])("of %s, which is given the address that was checked", async (_, scheme, start) => {
    const proxy = await start({ to: (await serving()).address });
    const fetch = await fetching(`${scheme}://127.0.0.1:${proxy.port}`, { mayBePrivate: true });
    expect(await fetch("http://localhost/a")).toMatchObject({ kind: "answer", status: 200 });
    expect(proxy.asked).toEqual([expect.stringMatching(/^(?:127\.0\.0\.1|\[0:0:0:0:0:0:0:1\]|\[::1\]):80$/)]);
  });

  it.each([
    ["SOCKS 5", "socks5", startSocks],
    ["HTTP", "http", startHttpProxy],
  ])("of %s with a password", async (_, scheme, start) => {
    const proxy = await start({ to: (await serving()).address, wantsPassword: true });
    const known = settingsSchema.parse({}).fetch;
    known.proxy = `${scheme}://me:p%40ss@127.0.0.1:${proxy.port}`;
    const fetcher = createFetcher({
      settings: known,
      clock: new SimulatedClock("2022-08-31T12:00:00Z"),
      readsRobots: "ignored",
    });
    onTestFinished(() => fetcher.close());
    expect(await fetcher.fetch(`${PUBLIC}/a`)).toMatchObject({ kind: "answer" });
    expect(proxy.known.at(-1)).toBe("me:p@ss");
  });

  it.each([
    ["SOCKS 5", "socks5h", startSocks],
    ["HTTP", "http", startHttpProxy],
  ])("over TLS, which the proxy of %s cannot read: the site's certificate is looked at", async (_, scheme, start) => {
    // What answers there speaks no TLS: it is never taken for the site.
    const proxy = await start({ to: (await serving()).address });
    const fetch = await fetching(`${scheme}://127.0.0.1:${proxy.port}`);
    expect(await fetch("https://93.184.216.34/a")).toMatchObject({ kind: "failure", cause: "unreachable" });
    expect(proxy.asked).toEqual(["93.184.216.34:443"]);
    // RFC 8446 §5.1: a handshake begins with 22.
    expect(proxy.sent[0]?.[0]).toBe(22);
  });

  it("with its robots.txt, and wherever a site sends on to", async () => {
    const origin = await serving({
      "/a": { status: 302, headers: { location: "http://other.example.org/b" } },
      "/b": "x",
    });
    const proxy = await startSocks({ to: origin.address });
    const settings = settingsSchema.parse({ fetch: { proxy: `socks5h://127.0.0.1:${proxy.port}` } }).fetch;
    const fetcher = createFetcher({ settings, clock: new SimulatedClock("2022-08-31T12:00:00Z") });
    onTestFinished(() => fetcher.close());
    expect(await fetcher.fetch("http://www.example.com/a")).toMatchObject({ finalUrl: "http://other.example.org/b" });
    expect(origin.requests.map(({ path }) => path)).toEqual(["/robots.txt", "/a", "/b"]);
    expect(new Set(proxy.asked)).toEqual(new Set(["www.example.com:80", "other.example.org:80"]));
  });
});

describe("the proxy is led to no private address", () => {
  const ADDRESSES = [
    "127.0.0.1",
    "10.1.2.3",
    "192.168.0.1",
    "169.254.169.254",
    "[::1]",
    "[fd00::1]",
    "[::ffff:10.0.0.1]",
    "0x7f.1",
    "2130706433",
    "[::7f00:1]",
    "[::a00:1]",
  ];
  const NAMES = [
    "localhost",
    "localhost.",
    "router",
    "a.localhost",
    "printer.local",
    "db.internal",
    "nas.home.arpa",
    "wiki.corp",
    "a.localdomain",
    "kubernetes.default.svc",
    "db.service.consul",
    "printer.fritz.box",
  ];
  it.each([
    ...ADDRESSES.flatMap((host) => [[host, "socks5h"] as const, [host, "socks5"] as const, [host, "http"] as const]),
    ...NAMES.map((host) => [host, "socks5h"] as const),
    ["localhost", "socks5"] as const,
    ["localhost", "http"] as const,
  ])("%s by %s", async (host, scheme) => {
    const proxy = await (scheme === "http" ? startHttpProxy() : startSocks());
    const fetch = await fetching(`${scheme}://127.0.0.1:${proxy.port}`);
    expect(await fetch(`http://${host}/`)).toMatchObject({
      kind: "failure",
      cause: "refused",
      detail: expect.stringContaining("an address that is not public"),
    });
    expect(proxy.asked).toEqual([]);
  });

  it("nor when a site sends there", async () => {
    const origin = await serving({ "/a": { status: 302, headers: { location: "http://169.254.169.254/b" } } });
    const proxy = await startSocks({ to: origin.address });
    const fetch = await fetching(`socks5h://127.0.0.1:${proxy.port}`);
    expect(await fetch("http://www.example.com/a")).toMatchObject({ cause: "refused" });
    expect(proxy.asked).toEqual(["www.example.com:80"]);
  });
});

describe("a proxy that does not do its work is named, and never gone past", () => {
  const NONE = /^was not asked: the proxy \(fetch\.proxy\) cannot be used \(/;
  it.each<[string, Fault, RegExp]>([
    ["socks5h", "refuses", /^could not be reached through the proxy \(NotAllowed\)$/],
    ["socks5h", "hangs", NONE],
    ["socks5h", "garbage", NONE],
    ["socks5h", "ends", NONE],
    ["http", "refuses", /^could not be reached through the proxy, which answered 403$/],
    ["http", "hangs", NONE],
    ["http", "garbage", NONE],
    ["http", "ends", NONE],
  ])("%s: %s", async (scheme, fault, says) => {
    const origin = await serving();
    const proxy = await (scheme === "http" ? startHttpProxy : startSocks)({ to: origin.address, fault });
    const fetch = await fetching(`${scheme}://127.0.0.1:${proxy.port}`, { toHeaders: 300 });
    const capture = await fetch(`${PUBLIC}/a`);
    expect(capture).toMatchObject({ kind: "failure", cause: "unreachable", detail: expect.stringMatching(says) });
    expect(origin.requests).toEqual([]);
  });

  it("nor one that is not there", async () => {
    const fetch = await fetching("socks5h://127.0.0.1:1");
    expect(await fetch(`${PUBLIC}/a`)).toMatchObject({
      detail: "was not asked: the proxy (fetch.proxy) cannot be used (ECONNREFUSED)",
    });
  });
});

describe("in the settings", () => {
  it.each([
    ["ftp://127.0.0.1:21", /must be the address of a proxy/],
    ["127.0.0.1:9050", /must be the address of a proxy/],
    ["socks5h://127.0.0.1:9050/path", /must be the address of a proxy/],
    ["http://me:secret@127.0.0.1:3128", /must hold no password; set FETCH_PROXY/],
  ])("%s is refused", (proxy, says) => {
    expect(() => settingsSchema.parse({ fetch: { proxy } })).toThrow(says);
  });
});
