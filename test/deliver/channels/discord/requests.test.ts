/** How the bot asks Discord: what is urgent first, no faster than is taken, and calmly while Discord is down. */
import { setTimeout as wait } from "node:timers/promises";
import { DiscordAPIError, Routes } from "discord.js";
import { expect, it, onTestFinished } from "vitest";
import { type Importance, Requests } from "../../../../src/deliver/channels/discord/requests.ts";
import { startDiscord } from "../../../stand-ins/discord/discord.ts";
import { CHANNEL, TOKEN } from "../../../stand-ins/discord/ids.ts";

async function asking() {
  const discord = await startDiscord();
  const requests = new Requests({ token: TOKEN, api: discord.api });
  onTestFinished(async () => {
    requests.close();
    await discord.close();
  });
  const ask = (importance: Importance = "news") =>
    requests.asBot(importance, (rest) => rest.get(Routes.channel(CHANNEL)));
  return { discord, requests, ask };
}

it("never more than Discord takes in a second, however much there is to ask", async () => {
  const { discord, ask } = await asking();
  await Promise.all(Array.from({ length: 120 }, () => ask()));
  expect(discord.traffic.count(200)).toBe(120);
  expect(discord.traffic.count(429)).toBe(0);
});

it("what is urgent before news, and news before cards", async () => {
  const { ask } = await asking();
  const answered: Importance[] = [];
  const waiting = (["upkeep", "news", "urgent"] as const).flatMap((importance) =>
    Array.from({ length: 20 }, () => ask(importance).then(() => answered.push(importance))),
  );
  await Promise.all(waiting);
  // The first were asked before anything else waited.
  expect(answered.lastIndexOf("urgent")).toBeLessThan(32);
  expect(answered.lastIndexOf("news")).toBeLessThan(52);
});

it("a token that is refused is refused once", async () => {
  const { discord, ask } = await asking();
  discord.revokeToken();
  const errors = await Promise.all(Array.from({ length: 100 }, () => ask().catch((error: unknown) => error)));
  expect(errors.every((error) => error instanceof DiscordAPIError && error.status === 401)).toBe(true);
  expect(discord.traffic.count(401)).toBe(1);
});

it("while Discord is down it is asked once a second, and as fast as ever when it is back", async () => {
  const { discord, ask } = await asking();
  discord.trouble = () => ({ status: 503 });
  const began = performance.now();
  await Promise.allSettled(Array.from({ length: 22 }, () => ask()));
  expect(performance.now() - began).toBeGreaterThan(1500);
  discord.trouble = () => undefined;
  await ask();
  const back = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => ask()));
  expect(performance.now() - back).toBeLessThan(1500);
});

it.each([
  ["for all of the bot", { "x-ratelimit-global": "true", "x-ratelimit-scope": "global" }, 1],
  ["for one route", { "x-ratelimit-scope": "user" }, 1],
])("a wait that Discord asks for is kept to: %s", async (_, headers, refusals) => {
  const { discord, ask } = await asking();
  let isFirst = true;
  discord.trouble = () => {
    if (!isFirst) return undefined;
    isFirst = false;
    return {
      status: 429,
      headers: { "retry-after": "1", ...headers },
      body: { retry_after: 0.5, global: true, message: "" },
    };
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: 5 }, () => ask()));
  expect(performance.now() - began).toBeGreaterThanOrEqual(1000);
  expect(discord.traffic.count(429)).toBe(refusals);
});

it.each<[string, string | object, Record<string, string>]>([
  ["nothing but the status", "", {}],
  ["a wait in the body alone", { message: "", retry_after: 1, global: false }, {}],
  ["Cloudflare’s page", "error code: 1015", {}],
  ["a date to wait for", "", { "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" }],
  ["a wait of nothing", {}, { "retry-after": "0" }],
])("429 with %s is not asked again at once", async (_, body, headers) => {
  const { discord, ask } = await asking();
  discord.trouble = () => ({ status: 429, body, headers });
  const asked = ask().catch(() => undefined);
  await wait(1500);
  expect(discord.requests.length).toBeLessThanOrEqual(7);
  discord.trouble = () => undefined;
  await asked;
});

it("an answer that never ends holds nobody else up for longer than a request may take", async () => {
  const { discord, ask } = await asking();
  let isFirst = true;
  discord.trouble = () => {
    const trouble = isFirst ? "drip" : undefined;
    isFirst = false;
    return trouble;
  };
  const [slow, other] = await Promise.allSettled([ask(), ask()]);
  expect([slow.status, other.status]).toEqual(["rejected", "fulfilled"]);
}, 25_000);
