/** What is sent to the pages by anybody but a person who looks at them, changes nothing. */
import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type LivingBot, livingBot, WATCH } from "../../stand-ins/living-bot.ts";
import { type Posting, posting } from "../../stand-ins/posting.ts";

const PAGE = `/watches/${WATCH}`;
const PAUSE = `${PAGE}/pause`;
const PASSWORD = "a long: and secret phrase";
const SECRET = "what only the proxy knows".replaceAll(" ", "-");
const FORM = "application/x-www-form-urlencoded";
const basic = (name: string) => ({ authorization: `Basic ${Buffer.from(`${name}:${PASSWORD}`).toString("base64")}` });
const yaml = (bot: LivingBot) => readFile(join(bot.config, "watches", `${WATCH}.yaml`), "utf8");
const ofPause = (as: Posting) => as.fields(PAGE, PAUSE, "button[value=yes]:not(.small)");

interface Attack {
  action?: string;
  fields?: (good: URLSearchParams, as: Posting) => Promise<URLSearchParams | string> | URLSearchParams | string;
  headers?: Record<string, string>;
}

/** Headers that are left out are empty. */
const ATTACKS: [name: string, attack: Attack, status: number][] = [
  ["a form on another site", { headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" } }, 403],
  ["a form on a host beside ours", { headers: { origin: "http://localhost:1", "sec-fetch-site": "same-site" } }, 403],
  ["a page in a sandbox", { headers: { origin: "null", "sec-fetch-site": "cross-site" } }, 403],
  ["an address that is typed or followed", { headers: { origin: "null", "sec-fetch-site": "none" } }, 403],
  ["a program that says nothing of where it comes from", { headers: { origin: "null" } }, 403],
  ["text that a form elsewhere may send", { headers: { "content-type": "text/plain" } }, 415],
  ["a form with files", { headers: { "content-type": "multipart/form-data; boundary=x" } }, 415],
  ["JSON", { headers: { "content-type": "application/json" } }, 415],
  ["a type that only begins as a form’s", { headers: { "content-type": `${FORM}x` } }, 415],
  ["a form without its token", { fields: without }, 403],
  ["a form with a token that somebody made up", { fields: (good) => withToken(good, "AAAA") }, 403],
  [
    "the token of another form",
    { fields: async (good, as) => withToken(good, (await as.fields(PAGE, `${PAGE}/mute`)).get("token") ?? "") },
    403,
  ],
  ["more than a form holds", { fields: (good) => `${good}&reason=${"x".repeat(1024 * 1024)}` }, 413],
  ["more fields than a form has", { fields: (good) => `${good}${"&a=b".repeat(4000)}` }, 413],
  ["a form for a watch that there is not", { action: "/watches/none/pause" }, 403],
];

function without(good: URLSearchParams): URLSearchParams {
  good.delete("token");
  return good;
}

function withToken(good: URLSearchParams, token: string): URLSearchParams {
  good.set("token", token);
  return good;
}

describe("nothing is changed by", () => {
  it.each(ATTACKS)("%s", { timeout: 60_000 }, async (_, { action = PAUSE, fields, headers }, status) => {
    const bot = await livingBot();
    const as = posting(bot);
    const good = await ofPause(as);
    good.set("paused", "yes");
    const answer = await as.send(action, (await fields?.(good, as)) ?? good, headers);
    expect([answer.status, await yaml(bot)]).toEqual([status, bot.text]);
  });

  it("a body without an end", { timeout: 60_000 }, async () => {
    const bot = await livingBot();
    const { port } = new URL(bot.live.page ?? "");
    const status = await new Promise((resolve, reject) => {
      const headers = { "content-type": FORM, origin: bot.live.page, "transfer-encoding": "chunked" };
      const asking = request({ port, host: "127.0.0.1", path: PAUSE, method: "POST", headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
        asking.destroy();
      }).on("error", reject);
      const piece = `a=${"x".repeat(64 * 1024)}&`;
      const more = setInterval(() => asking.destroyed || asking.write(piece), 1);
      onTestFinished(() => clearInterval(more));
    });
    expect([status, await yaml(bot)]).toEqual([413, bot.text]);
  });

  it.each(["GET", "HEAD", "PUT", "DELETE", "PATCH"])("%s", { timeout: 60_000 }, async (method) => {
    const bot = await livingBot();
    const { status } = await fetch(`${bot.live.page}${PAUSE}?paused=yes`, {
      method,
      headers: { "x-http-method-override": "POST", origin: bot.live.page ?? "" },
    });
    expect([status, await yaml(bot)]).toEqual([404, bot.text]);
  });

  it("a form from before the bot was started again: it says what to do", { timeout: 60_000 }, async () => {
    const bot = await livingBot();
    const as = posting(bot);
    const fields = await ofPause(as);
    fields.set("paused", "yes");
    await bot.restart();
    const answer = await as.send(PAUSE, fields);
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("load the page anew")]);
    expect(await yaml(bot)).toBe(bot.text);
  });
});

describe("behind a password", () => {
  it("only who knows it changes anything, and nobody by another’s form", { timeout: 60_000 }, async () => {
    const bot = await livingBot({ WEB_PASSWORD: PASSWORD });
    const [ana, ben] = [posting(bot, basic("ana")), posting(bot, basic("ben"))];
    const hers = await ofPause(ana);
    hers.set("paused", "yes");
    expect((await ben.send(PAUSE, hers)).status).toBe(403);
    expect((await posting(bot).send(PAUSE, hers)).status).toBe(401);
    expect(await yaml(bot)).toBe(bot.text);
    expect((await ana.send(PAUSE, hers)).status).toBe(303);
  });

  it("who it was is the name given with it, and no form asks for another", { timeout: 60_000 }, async () => {
    const bot = await livingBot({ WEB_PASSWORD: PASSWORD });
    const long = `ana \u202e${"a".repeat(100)}`;
    const as = posting(bot, basic(long));
    await as.fill(PAGE, PAUSE, { paused: "yes", "your-name": "somebody else" }, "button[value=yes]:not(.small)");
    expect(await bot.people()).toEqual([`ana ${"a".repeat(56)}`]);
    const { $ } = await as.page(`${PAGE}/versions`);
    expect($(".looks li").first().text()).toContain("by a reviewer");
    expect((await as.page(PAGE)).$("[name=your-name]").length).toBe(0);
  });
});

it("behind a proxy, who it was is whom the proxy names, and its own address counts as ours", {
  timeout: 60_000,
}, async () => {
  const trusted = { trusted_header: "X-Forwarded-User", trusted_proxies: ["127.0.0.1"] };
  const web = { ...trusted, public_url: "https://watch.example.org/" };
  const bot = await livingBot({ WEB_PROXY_SECRET: SECRET }, { web });
  const vouched = { "x-forwarded-user": "ana@example.org", "x-proxy-secret": SECRET };
  const as = posting(bot, { ...vouched, ...basic("mallory") });
  const fields = await as.fields(PAGE, PAUSE, "button[value=yes]:not(.small)");
  fields.set("paused", "yes");
  expect((await as.send(PAUSE, fields, { origin: "https://watch.example.org" })).status).toBe(303);
  expect(await bot.people()).toEqual(["ana@example.org"]);
});

it("a form names its site to ours alone", { timeout: 60_000 }, async () => {
  const bot = await livingBot();
  expect((await bot.ask(PAGE)).headers.get("referrer-policy")).toBe("same-origin");
});
