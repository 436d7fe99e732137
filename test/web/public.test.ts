/** What the settings open to everybody is open, only shows, and opens nothing beside it. */
import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { noticeId } from "../../src/judge/notice.ts";
import type { PublicPart } from "../../src/watch/names.ts";
import { serve } from "../stand-ins/page.ts";

const PASSWORD = "a long: and secret phrase";
const WATCH = "/watches/xinjiang-assessment";

async function open(parts: PublicPart[]) {
  const served = await serve({ password: PASSWORD, web: { public: parts } });
  await served.rehearsal.at("2022-08-01T12:00:00Z");
  const [notice] = await served.desk.store.notices.list({ limit: 1 });
  const status = async (path: string, init?: RequestInit) =>
    (await fetch(served.address + path, { redirect: "manual", ...init })).status;
  return { ...served, status, notice: `/notices/${notice && noticeId(notice)}` };
}

const OF: Record<PublicPart, string[]> = {
  page: ["/", WATCH, `${WATCH}/clock.png`, "/assets/style.css"],
  feed: ["/feed.atom", `${WATCH}/feed.atom`, "/calendar.ics", `${WATCH}/calendar.ics`],
  badge: [`${WATCH}/badge.svg`],
};
const PARTS = Object.keys(OF) as PublicPart[];

describe.each(PARTS)("with %s open", (part) => {
  it("that may be seen without the password, and the other parts may not", async () => {
    const { status } = await open([part]);
    for (const path of OF[part]) expect([path, await status(path)]).toEqual([path, 200]);
    for (const other of PARTS.filter((one) => one !== part))
      for (const path of OF[other]) expect([path, await status(path)]).toEqual([path, 401]);
  });

  it.each([
    "/log",
    "/log/live",
    "/metrics",
    "/api/watches",
    "/keys",
    "/watches/new",
    `${WATCH}/edit`,
    `${WATCH}/versions`,
    "/captures/0000",
    "/captures/0000/bytes",
    "/sign-in",
    "//",
    "/%2e%2e/log",
    "/watches/../log",
    "/watches/x%2f..%2f..%2flog",
    "/assets/../log",
  ])("%s asks for it", async (path) => {
    const { status } = await open([part]);
    expect([401, 404]).toContain(await status(path));
  });

  it("nobody changes anything without it", async () => {
    const { status } = await open([part]);
    for (const path of [`${WATCH}/evidence`, `${WATCH}/pause`, "/", WATCH, "/watches/new"])
      expect([path, await status(path, { method: "POST", body: "a=b" })]).toEqual([path, 401]);
  });
});

it("an onlooker sees where things stand and what was told, no form, no way to what is shut, and where to sign in", async () => {
  const { get, notice, status } = await open(["page", "feed", "badge"]);
  for (const path of ["/", WATCH, notice]) {
    const page = await get(path);
    expect(page.status).toBe(200);
    const text = await page.clone().text();
    expect(text).toContain('href="/sign-in"');
    const own = [...text.matchAll(/(?:href|src|srcset)="(\/[^"# ]*)/g)].map(([, to = ""]) =>
      to.replaceAll("&amp;", "&"),
    );
    const shut: string[] = [];
    for (const to of new Set(own)) if (to !== "/sign-in" && (await status(to)) !== 200) shut.push(to);
    expect([path, shut]).toEqual([path, []]);
    expect(await page.text()).not.toContain('<form method="post"');
  }
});

it("who gives a password is held to it; with the right one there are forms", async () => {
  const { get } = await open(["page"]);
  const as = (password: string) => ({ authorization: `Basic ${Buffer.from(`me:${password}`).toString("base64")}` });
  expect((await get("/", as("wrong one, and long"))).status).toBe(401);
  expect(await (await get("/", as(PASSWORD))).text()).toContain("<form");
});

it("a badge that is open may be shown on other sites, and is kept for minutes; one that is not may not", async () => {
  const isOpen = await (await open(["badge"])).get(`${WATCH}/badge.svg`);
  expect(isOpen.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(isOpen.headers.get("cache-control")).toBe("public, max-age=300");
  const { get } = await open([]);
  const shut = await get(`${WATCH}/badge.svg`, {
    authorization: `Basic ${Buffer.from(`me:${PASSWORD}`).toString("base64")}`,
  });
  expect(shut.headers.get("cross-origin-resource-policy")).toBe("same-origin");
});

it("without a password nobody is let in by the name that others have for it: a proxy on this machine says nothing of who asks", async () => {
  const { address, rehearsal } = await serve({ web: { public_url: "https://watch.example.org", public: ["badge"] } });
  await rehearsal.at("2022-08-01T12:00:00Z");
  const by = (host: string, path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(address + path, { headers: { host } }, (answer) => resolve(answer.resume().statusCode))
        .on("error", reject)
        .end();
    });
  for (const path of ["/", "/log", "/api/watches", "/metrics"]) {
    expect([path, await by("watch.example.org", path)]).toEqual([path, 403]);
    expect([path, await by(new URL(address).host, path)]).toEqual([path, 200]);
  }
  expect(await by("watch.example.org", `${WATCH}/badge.svg`)).toBe(200);
});
