import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { Shelves } from "../../src/archive/shelves.ts";
import { noticeId } from "../../src/judge/notice.ts";
import { RESOURCES } from "../../src/web/api.ts";
import { hashPassword } from "../../src/web/guard/password.ts";
import { folder } from "../stand-ins/folder.ts";
import { LATEST_PATH, listing, ordinaryRows, publishedReport, TITLE } from "../stand-ins/ohchr.ts";
import { type Served, serve } from "../stand-ins/page.ts";

const START = "2022-08-01T12:00:00Z";
const basic = (password: string, name = "anybody") => ({
  authorization: `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`,
});
const PASSWORD = "a long: and secret phrase";

async function looked(options: Parameters<typeof serve>[0] = {}): Promise<Served> {
  const served = await serve(options);
  await served.rehearsal.at(START);
  return served;
}

/** A request that calls the host by another name. */
function asHost({ address }: Served, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(address, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

it("a notice’s page shows what the message has no room for: the title in full, each file’s digest, the capture", async () => {
  const { rehearsal, get, desk } = await looked();
  Object.assign(rehearsal.origin.pages, publishedReport());
  await rehearsal.at("2022-08-31T21:52:00Z");
  const published = (await desk.store.notices.list({ limit: 9 })).find(({ kind }) => kind === "published");
  const page = await (await get(`/notices/${published && noticeId(published)}`)).text();
  expect(page).toContain("Published: UN assessment on Xinjiang");
  expect(page).toContain(`<strong dir="auto">${TITLE.replace("'", "&#39;")}</strong>`);
  expect(page).toMatch(/48 pages, [\d,]+ bytes<br><span class="small">SHA-256 [0-9a-f]{64}/);
  expect(page).toContain('href="/captures/');
});

describe("how such promises went before", () => {
  it("stands on a watch’s page, with the rows and where they can be read, and what the record cannot say", async () => {
    const { get, rehearsal } = await looked();
    await rehearsal.at("2022-08-09T12:00:00Z");
    const page = await (await get("/watches/xinjiang-assessment")).text();
    expect(page).toContain("Of 165 promises that named a deadline (124 documents), 77 were kept");
    expect(page).toMatch(/about \d+ in 100 \(\d+ to \d+\)/);
    expect(page).toContain("The 165 promises that named a deadline</summary>");
    expect(page).toMatch(/<a href="https:\/\/[^"]+" rel="noreferrer noopener nofollow" class="outside" dir="auto">/);
    expect(page).toContain("82 of 119 found by a neutral search were kept");
    expect(page).toMatch(/<img src="[^"]+record\.png\?shape=wide[^"]+" width="1600" height="\d+" alt="The chance that/);
  });

  it("says how it ended once it is out, and gives no chance any more", async () => {
    const { get, rehearsal } = await looked();
    Object.assign(rehearsal.origin.pages, publishedReport());
    await rehearsal.at("2022-08-31T21:52:00Z");
    await rehearsal.at("2022-09-02T12:00:00Z");
    const page = await (await get("/watches/xinjiang-assessment")).text();
    expect(page).toContain("It is out: no chance is given any more.");
    expect(page).toContain("The record gave about 91 in 100 (86 to 98) by day 264");
    expect(await (await get("/api/watches/xinjiang-assessment/record")).json()).toMatchObject({
      odds: null,
      beforehand: { day: 264, by_then: { by: "2022-08-31", chance: expect.closeTo(0.91, 2) } },
      rows: [],
    });
  });

  it("is followed by how the forecasts did that were sent, once their days are over", async () => {
    const { get, rehearsal } = await serve({
      adjust: (config) => {
        const statements = [
          { on: "2026-07-01", by: "the office", phrase: "in the coming weeks", bearing: "promise" as const },
        ];
        config.watches = config.watches.map((watch) => ({ ...watch, statements }));
      },
    });
    const page = async () => (await get("/watches/xinjiang-assessment")).text();
    for (const day of ["2026-07-01", "2026-07-09", "2026-07-17"]) await rehearsal.at(`${day}T12:00:00Z`);
    expect(await page()).not.toContain("How the forecasts did");
    await rehearsal.at("2026-08-30T12:00:00Z");
    const said = await page();
    expect(said).toContain("How the forecasts did that were sent");
    // Two reminders whose days are over; that of today waits, and so does that it is overdue.
    expect(said).toContain("2 forecasts of 1 watch, for 30 days each");
    expect(said).toMatch(/<dt>By the record<\/dt><dd>Brier 0\.\d{3}, log 0\.\d{3}<\/dd>/);
  });

  it("is not there where the watch has it switched off", async () => {
    const { get } = await looked({
      adjust: (config) => {
        config.watches = config.watches.map((watch) => ({ ...watch, record: "off" }));
      },
    });
    const page = await (await get("/watches/xinjiang-assessment")).text();
    expect(page).not.toMatch(/in 100|How such promises/);
    expect(page).not.toContain("record.png");
  });
});

describe("who may see the pages", () => {
  it("on loopback: whoever asks for loopback by name, so that no page elsewhere reads it through a name of its own", async () => {
    const served = await looked();
    expect((await served.get("/")).status).toBe(200);
    expect(await asHost(served, "localhost:8080")).toBe(200);
    expect(await asHost(served, "rebound.example.net")).toBe(421);
  });

  it("beyond it: nobody, until a password is set; health is answered all the same", async () => {
    const { get } = await looked({ web: { host: "0.0.0.0" } });
    const shut = await get("/");
    expect([shut.status, await shut.text()]).toEqual([403, expect.stringContaining("WEB_PASSWORD")]);
    expect((await get("/healthz")).status).toBe(200);
    expect((await get("/readyz")).status).toBe(200);
    expect((await get("/metrics")).status).toBe(403);
  });

  it.each([
    ["the password", async () => PASSWORD],
    ["its hash", () => hashPassword(PASSWORD)],
  ])("with %s set: whoever knows the password", async (_, configured) => {
    const { get } = await looked({ web: { host: "0.0.0.0" }, password: await configured() });
    const asked = await get("/");
    expect([asked.status, asked.headers.get("www-authenticate")]).toEqual([401, expect.stringContaining("Basic")]);
    expect((await get("/", basic("another phrase"))).status).toBe(401);
    expect((await get("/", basic(PASSWORD))).status).toBe(200);
    expect((await get("/log", basic(PASSWORD))).status).toBe(200);
  });

  it("whoever guesses is made to wait, and whoever knew it before is not", async () => {
    const { get } = await looked({ password: PASSWORD });
    expect((await get("/", basic(PASSWORD))).status).toBe(200);
    const tries = await Promise.all(Array.from({ length: 8 }, (_, index) => get("/", basic(`guess number ${index}`))));
    expect(tries.map(({ status }) => status)).toEqual(Array(8).fill(401));
    expect((await get("/", basic("one more guess"))).status).toBe(429);
    expect((await get("/", basic(PASSWORD))).status).toBe(200);
  });
});

describe("every answer", () => {
  it.each(["/", "/log", "/nowhere", "/metrics", "/api/watches", "/feed.atom"])(
    "of %s lets in nothing from other hosts, and no frame around it",
    async (path) => {
      const { get } = await looked();
      const { headers } = await get(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
    },
  );

  it("that is a capture's bytes is never shown by a browser", async () => {
    const { get, desk } = await looked();
    const { citations } = await desk.store.citations.all();
    const capture = citations.find(({ kind }) => kind === "response");
    const { headers, status } = await get(`/captures/${capture?.digest}/bytes`);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[0-9a-f]{64}\.bin"$/);
  });

  it("that is a capture’s says so where its file is not here", async () => {
    const { get, desk } = await looked();
    const [capture] = (await desk.store.citations.all()).citations.filter(({ kind }) => kind === "response");
    desk.shelves = new Shelves(await folder());
    const page = await get(`/captures/${capture?.digest}`);
    const text = await page.text();
    expect([page.status, text]).toEqual([200, expect.stringContaining("That file cannot be read from here.")]);
    expect(text).toContain(`<dd class="digest">${capture?.file}</dd>`);
    expect((await get(`/captures/${capture?.digest}/bytes`)).status).toBe(404);
  });

  it.each([
    "/watches/none",
    "/notices/none",
    "/looks/none",
    "/captures/none",
    "/captures/none/bytes",
    "/watches/none/clock.png",
    "/watches/none/badge.svg",
    "/watches/none/feed.atom",
    "/assets/..%2fserver.ts",
    "/assets/constructor",
    "/assets/__proto__",
    "/api/watches/none",
    "/api/watches/none/notices",
    "/api/nothing",
  ])("to %s is 404", async (path) => {
    const { get } = await looked();
    expect((await get(path)).status).toBe(404);
  });
});

describe("for programs", () => {
  it("the API answers as it describes itself", async () => {
    const { get, rehearsal } = await looked();
    Object.assign(rehearsal.origin.pages, publishedReport());
    await rehearsal.at("2022-08-31T21:52:00Z");
    const described = (await (await get("/api/openapi.json")).json()) as { openapi: string; paths: object };
    expect(described.openapi).toBe("3.1.0");
    expect(Object.keys(described.paths)).toEqual(Object.keys(RESOURCES).map((path) => `/api${path}`));
    for (const [path, { schema }] of Object.entries(RESOURCES)) {
      const answer = await get(`/api${path.replace("{watch}", "xinjiang-assessment")}`);
      expect(answer.status, path).toBe(200);
      expect(schema.safeParse(await answer.json()).error, path).toBeUndefined();
    }
    expect((await get("/api/watches/xinjiang-assessment/coverage?days=many")).status).toBe(400);
  });

  it("the feed holds what was told, and a hostile title stays text in it", async () => {
    const { get, rehearsal } = await looked();
    rehearsal.origin.pages[LATEST_PATH] = listing([
      { title: "Xinjiang &lt;script&gt;]]&gt;", date: "2 August 2022" },
      ...ordinaryRows(),
    ]);
    await rehearsal.at("2022-08-02T12:00:00Z");
    const feed = await get("/feed.atom");
    expect(feed.headers.get("content-type")).toContain("application/atom+xml");
    const { parseAtomFeed } = await import("feedsmith");
    const parsed = parseAtomFeed(await feed.text());
    expect(parsed.entries?.[0]?.content).toMatchObject(expect.anything());
    expect(JSON.stringify(parsed.entries)).toContain("Xinjiang <script>]]>");
    expect(parsed.entries).toHaveLength(rehearsal.told.length);
  });

  it("Prometheus is told of looks, verdicts and what was last read", async () => {
    const { get } = await looked();
    const text = await (await get("/metrics")).text();
    expect(text).toContain(
      'coming_weeks_looks_total{watch="xinjiang-assessment",source="latest",outcome="baseline"} 1',
    );
    expect(text).toContain('coming_weeks_verdict{watch="xinjiang-assessment",verdict="unpublished"} 1');
    expect(text).toContain(
      `coming_weeks_last_good_reading_timestamp_seconds{watch="xinjiang-assessment",source="latest"} ${Date.parse(START) / 1000}`,
    );
  });

  it("the badge says the verdict, and never “not published” when nothing can be read", async () => {
    const { get, rehearsal } = await looked();
    const badge = async () => (await get("/watches/xinjiang-assessment/badge.svg")).text();
    expect(await badge()).toContain("not published · day 234 · overdue");
    rehearsal.origin.pages["*"] = { status: 503 };
    rehearsal.origin.pages[LATEST_PATH] = { status: 503 };
    await rehearsal.at("2022-08-01T18:00:00Z");
    expect(await badge()).toContain("unknown · day 234");
  });

  it("it is ready when every source has been looked at, and healthy before", async () => {
    const { get, rehearsal } = await serve();
    expect([(await get("/healthz")).status, (await get("/readyz")).status]).toEqual([200, 503]);
    await rehearsal.at(START);
    expect((await get("/readyz")).status).toBe(200);
  });

  it("too many who listen are turned away, and none of them keeps the server from ending", async () => {
    const { get } = await looked();
    const streams = await Promise.all(Array.from({ length: 50 }, () => get("/events")));
    expect(streams.every(({ status }) => status === 200)).toBe(true);
    expect((await get("/events")).status).toBe(503);
  });
});
