/** What the settings open to everybody is open, only shows, and opens nothing beside it. */
import { request } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { noticeId } from "../../src/judge/notice.ts";
import type { PublicPart } from "../../src/watch/names.ts";
import { accessTo, startDiscord } from "../stand-ins/discord/discord.ts";
import { notice, told } from "../stand-ins/every-notice.ts";
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

it("what only who keeps the bot must know is not shown to onlookers: whether messages get through, faults of the config, that nothing is written down", async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  discord.trouble = () => ({ status: 403, body: { message: "Missing Permissions", code: 50013 } });
  const { rehearsal, desk, get } = await serve({
    ...{ password: PASSWORD, web: { public: ["page"] }, secrets: accessTo(discord) },
  });
  const { bot, clock } = rehearsal;
  const [blind] = told.filter(({ kind }) => kind === "blind");
  if (!blind) throw new Error("no such notice");
  await bot.store.record("xinjiang-assessment", {
    notices: [notice(blind, { key: "blind", watch: "xinjiang-assessment", at: clock.now() })],
  });
  await bot.deliver(0);
  desk.config = { refused: { since: clock.now(), faults: ["channels.0: inner-name"] }, untilRestart: ["data"] };
  Object.defineProperty(desk.store.unwritten, "trouble", { value: { kind: "full", since: clock.now() } });
  const kept = { authorization: `Basic ${Buffer.from(`me:${PASSWORD}`).toString("base64")}` };
  for (const path of ["/", WATCH]) {
    const shown = await (await get(path, kept)).text();
    for (const part of ["telling", "config", "trouble"])
      expect([path, shown]).toEqual([path, expect.stringContaining(`id="${part}"`)]);
    const seen = await (await get(path)).text();
    for (const part of ["telling", "config", "trouble"]) expect(seen).not.toContain(`id="${part}"`);
    expect(seen).not.toMatch(/discord-channel|50013|inner-name/);
  }
});

it("nothing that an onlooker asks for is said back, unless it names a watch: of a secret that was guessed, it would be said that it is one", async () => {
  const guess = "a-guess-at-something";
  const { desk, get, notice, address } = await open(["page"]);
  const names = ["q", "publisher", "state", "page", "watch", "source", "level", "days", "version", "theme", "x", guess];
  const asked = new URLSearchParams(Object.fromEntries(names.map((name) => [name, guess])));
  const [first] = desk.watches;
  if (!first) throw new Error("no watch");
  for (const watches of [[first], [first, { ...first, id: "harbour", title: "The harbour" }]]) {
    desk.watches = watches;
    for (const path of ["/", WATCH, notice, `/watches/${guess}`, `/notices/${guess}`, `/assets/${guess}`])
      expect([path, await (await get(`${path}?${asked}`)).text()]).toEqual([path, expect.not.stringContaining(guess)]);
  }
  const of = async (query: string, headers?: Record<string, string>) => (await get(`/?${query}`, headers)).text();
  expect(await of("q=HARBOUR")).toContain('value="harbour"');
  for (const query of ["q=%21%23%21", "q=harbour+%21%23%21"]) expect(await of(query)).not.toContain("!#!");
  const kept = { authorization: `Basic ${Buffer.from(`me:${PASSWORD}`).toString("base64")}` };
  expect(await of(`q=${guess}&x=${guess}`, kept)).toContain(`href="?q=${guess}&amp;lang=fr"`);
  expect(await (await fetch(`${address}//evil.example/`, { headers: kept })).text()).not.toContain("evil.example");
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
