/** What is asked to break the page: names that every object has, nonsense, other hosts' names. It is answered with a sentence, and kept by nobody. */
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { type Served, serve } from "../stand-ins/page.ts";

const WATCH = "xinjiang-assessment";
const PASSWORD = "a long: and secret phrase";
const BASIC = { authorization: `Basic ${Buffer.from(`ana:${PASSWORD}`).toString("base64")}` };

/** Every object has them. */
const INHERITED = [...Object.getOwnPropertyNames(Object.prototype), "prototype"];
const NONSENSE = ["%", "%zz", "%c0%ae", "%00", "a%00b", "%ed%a0%80", "..%2f..", "%0d%0a", "%5c", "{}", "*", ":watch"];
const NAMES = [...INHERITED, ...NONSENSE, "%5f%5fproto%5f%5f", "x".repeat(8000)];

const NAMED = [
  ...["/$", "/$/$", "/assets/$", "/looks/$", "/notices/$", "/captures/$", "/captures/$/bytes"],
  ...["", "/versions", "/edit", "/clock.png", "/badge.svg", "/feed.atom"].map((part) => `/watches/$${part}`),
  ...[`/watches/${WATCH}/$`, "/watches/new/$", "/api/$", "/api/watches/$", "/api/watches/$/$"],
  ...["/api/watches/$/notices", "/api/watches/$/coverage", `/api/watches/${WATCH}/coverage?days=$`],
];
const QUERIED = [
  ...["/?$=$", "/log?$=$", "/log?watch=$", "/log?source=$", "/log?level=$", "/log?days=$"],
  ...["?done=$", "/versions?version=$", "/clock.png?theme=$"].map((part) => `/watches/${WATCH}${part}`),
];

/** As it stands, without what `fetch` would put right about it. */
function ask({ address }: Served, path: string, method = "GET", headers = {}): Promise<[status: number, body: string]> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", port, path, method, headers, agent }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (piece) => {
        body += piece;
      });
      answer.on("end", () => resolve([answer.statusCode ?? 0, body]));
    });
    asking.on("error", reject).end(method === "POST" ? "__proto__=1&constructor=2&token=toString" : undefined);
  });
}
const agent = new Agent({ keepAlive: true, maxSockets: 2 });

/** Lines of a request as nobody's library would send them. */
function say({ address }: Served, ...lines: string[]): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(new URL(address).port), "127.0.0.1", () => {
      socket.write([...lines, "Connection: close", "", ""].join("\r\n"));
    });
    socket.on("data", (piece) => {
      answer += piece;
    });
    socket.on("error", () => undefined).on("close", () => resolve(answer));
  });
}

async function looked(options: Parameters<typeof serve>[0] = {}): Promise<Served> {
  const served = await serve(options);
  await served.rehearsal.at("2022-08-01T12:00:00Z");
  return served;
}

describe("a name that is nobody’s", () => {
  it.each(NAMED)("in %s is not there, and that is said", { timeout: 60_000 }, async (route) => {
    const served = await looked();
    for (const name of NAMES) {
      const [status, body] = await ask(served, route.replaceAll("$", name));
      expect([400, 404], `${route} ${name}`).toContain(status);
      expect(body.length, `${route} ${name}`).toBeGreaterThan(20);
      expect([400, 404]).toContain((await ask(served, route.replaceAll("$", name), "HEAD"))[0]);
    }
  });

  it.each(QUERIED)("in %s changes nothing", { timeout: 60_000 }, async (route) => {
    const served = await looked();
    for (const name of NAMES) expect((await ask(served, route.replaceAll("$", name)))[0], name).toBe(200);
  });

  it.each([...NAMED, ...QUERIED])("in a form to %s is refused", { timeout: 60_000 }, async (route) => {
    const served = await looked();
    const headers = { "content-type": "application/x-www-form-urlencoded", origin: served.address };
    for (const name of NAMES) {
      const [status, body] = await ask(served, route.replaceAll("$", name), "POST", headers);
      expect([400, 403, 404], `${route} ${name}`).toContain(status);
      expect(body.length).toBeGreaterThan(20);
    }
  });
});

const HOST = "Host: 127.0.0.1";
const GARBLED: [what: string, lines: string[], status: number][] = [
  ["a line with a NUL", ["GET /\0 HTTP/1.1", HOST], 400],
  ["no HTTP at all", ["\x16\x03\x01\x02\x00\x01\x00", HOST], 400],
  ["a host that is none", ["GET / HTTP/1.1", "Host: [::1"], 400],
  ["a host with a user", ["GET / HTTP/1.1", "Host: 127.0.0.1@evil.example"], 400],
  ["an address without a path", ["OPTIONS * HTTP/1.1", HOST], 400],
  ["two hosts", ["GET / HTTP/1.1", HOST, "Host: evil.example"], 400],
  ["no host", ["GET / HTTP/1.1"], 400],
  ["a whole address of another’s", ["GET http://evil.example/ HTTP/1.1", HOST], 421],
  ["a method that nobody knows", ["PROPFIND / HTTP/1.1", HOST], 404],
  ["headers that every object has", ["GET /nowhere HTTP/1.1", HOST, "__proto__: 1", "constructor: 2"], 404],
  ["a header that is too long", ["GET / HTTP/1.1", HOST, `X-Long: ${"x".repeat(100_000)}`], 431],
];

it.each(GARBLED)("%s is answered with a sentence, and kept by nobody", async (_, lines, status) => {
  const answer = await say(await looked(), ...lines);
  const [head = "", ...body] = answer.split("\r\n\r\n");
  expect(Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1])).toBe(status);
  expect(head).toMatch(/cache-control: private, no-store/i);
  expect(body.join("").length).toBeGreaterThan(20);
});

describe("by which name it is asked", () => {
  const cases: [asked: string, web: NonNullable<Parameters<typeof serve>[0]>["web"], status: number][] = [
    ["127.0.0.1", {}, 200],
    ["127.0.0.1:9000", {}, 200],
    ["localhost:8080", {}, 200],
    ["LOCALHOST", {}, 200],
    ["localhost.", {}, 200],
    ["localhost.:8080", {}, 200],
    ["localhost..", {}, 421],
    ["rebound.example.net.", {}, 421],
    ["[::1]:8080", {}, 200],
    ["rebound.example.net", {}, 421],
    ["localhost.evil.example", {}, 421],
    ["127.0.0.1.evil.example", {}, 421],
    ["watch.example.org", {}, 421],
    ["10.1.2.3:8080", {}, 421],
    ["constructor", {}, 421],
    ["watch.example.org", { public_url: "https://watch.example.org/" }, 200],
    ["watch.example.org.", { public_url: "https://watch.example.org/" }, 200],
    ["watch.example.org", { public_url: "https://watch.example.org./" }, 200],
    ["WATCH.example.org:443", { public_url: "https://watch.example.org/" }, 200],
    ["evil.example", { public_url: "https://watch.example.org/" }, 421],
    ["worker-1:8080", { names: ["worker-1"] }, 200],
    ["worker-2:8080", { names: ["worker-1"] }, 421],
    ["localhost", { host: "10.1.2.3" }, 421],
    // It is reached at the address of this machine that the test asks.
    ["127.0.0.1", { host: "0.0.0.0" }, 200],
  ];
  it.each(cases)("%s, with %j: %i, and of its health as well", async (host, web, status) => {
    const served = await looked({ web: { ...web }, password: PASSWORD });
    const asked = await Promise.all(
      ["/", "/healthz", "/metrics", "/assets/page.js"].map((path) => ask(served, path, "GET", { ...BASIC, host })),
    );
    expect(asked.map(([status]) => status)).toEqual([status, status, status, status]);
  });

  it("by none, as old programs ask, it says how it does, and nothing else", async () => {
    const served = await looked();
    expect(await say(served, "GET /healthz HTTP/1.0")).toMatch(/^HTTP\/1\.1 200/);
    expect(await say(served, "GET / HTTP/1.0")).toMatch(/^HTTP\/1\.1 400/);
  });
});

const PATHS = [
  ...["/", "/watches/$", "/watches/$/clock.png", "/watches/$/badge.svg", "/watches/$/feed.atom", "/watches/$/versions"],
  ...[
    "/feed.atom",
    "/log",
    "/keys",
    "/metrics",
    "/healthz",
    "/readyz",
    "/events",
    "/log/live",
    "/captures/#",
    "/captures/#/bytes",
  ],
  ...["/api/watches", "/api/keys", "/api/openapi.json", "/nowhere", "/api/nowhere", "/watches/none", "/captures/none"],
];

describe("behind the password, nobody on the way keeps", () => {
  it.each(PATHS)("%s", async (path) => {
    const { desk, address } = await looked({ password: PASSWORD });
    const { citations } = await desk.store.citations.all();
    const digest = citations.find(({ kind }) => kind === "response")?.digest ?? "";
    const there = address + path.replace("$", WATCH).replace("#", digest);
    const asked: RequestInit[] = [{ headers: BASIC }, { headers: BASIC, method: "HEAD" }, {}];
    for (const how of asked) {
      const answer = await fetch(there, how);
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      await answer.body?.cancel();
    }
  });

  it("what says nothing of the watches may be kept, and is compared", async () => {
    const { get } = await looked();
    expect((await get("/assets/page.js")).headers.get("cache-control")).toBe("no-cache");
  });
});
