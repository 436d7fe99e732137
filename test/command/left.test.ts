/** What a command finds is not lost to the channels that the bot serves: it waits for `start`, and is posted there once. */
import { once } from "node:events";
import { existsSync } from "node:fs";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { call, rehearsal, started } from "../stand-ins/command.ts";
import { startDiscord, toldIn } from "../stand-ins/discord/discord.ts";
import { headOf } from "../stand-ins/discord/said.ts";
import type { Discord } from "../stand-ins/discord/world.ts";
import { KNOWING_CONFIG } from "../stand-ins/knowing-config.ts";
import { LATEST_PATH, listing, ordinaryRows, TITLE } from "../stand-ins/ohchr.ts";

async function discordStandIn(): Promise<Discord> {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  return discord;
}

const headsIn = (discord: Discord) => toldIn(discord).map(headOf).sort();
const noticesOf = (lines: readonly Record<string, unknown>[]) => lines.filter(({ type }) => type === "notice");

/** A bot that serves a webhook starts, and is stopped once it has posted so many messages. */
async function startAndStop(discord: Discord, common: readonly string[], messages: number): Promise<void> {
  const access = { DISCORD_WEBHOOK_URL: discord.webhook, COMING_WEEKS_CONFIG: KNOWING_CONFIG };
  const { bot, until } = await started(discord, {}, access, common);
  await until("started");
  await vi.waitFor(() => expect(toldIn(discord).length).toBeGreaterThanOrEqual(messages), 20_000);
  const ended = once(bot, "exit");
  bot.kill("SIGTERM");
  await ended;
}

describe("what `check` finds", () => {
  it("is printed, waits for `start`, as `status` and `doctor` say, and is posted there once", async () => {
    const discord = await discordStandIn();
    const { common, data, check } = await rehearsal();
    const first = await check();
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/Now watching.*Overdue.*\n2 messages wait for `start`\.\n$/s);
    const again = await check("--all");
    expect(again.out).not.toContain("Now watching");
    expect(again.out).toContain("\n2 messages wait for `start`.\n");
    expect((await call(["status", "--data", data])).out).toContain("\n2 messages wait for `start`.\n");
    expect((await call(["doctor", ...common])).out).toContain("ok    messages: 2 messages wait for `start`.\n");
    await startAndStop(discord, common, 2);
    const heads = headsIn(discord);
    expect(heads).toEqual([expect.stringContaining("Now watching"), expect.stringContaining("Overdue")]);
    expect((await call(["status", "--data", data])).out).not.toContain("wait");
    await startAndStop(discord, common, 2);
    expect(headsIn(discord)).toEqual(heads);
  }, 60_000);

  it("is not posted by `check` itself, although its environment names a channel, unless it is told to", async () => {
    const discord = await discordStandIn();
    const { common } = await rehearsal();
    const access = { DISCORD_WEBHOOK_URL: discord.webhook };
    const left = await call(["check", "--json", ...common], access);
    expect([noticesOf(left.lines).length, discord.messages.length]).toEqual([2, 0]);
    const other = await rehearsal();
    const said = await call(["check", ...other.common, "--say-here"], access);
    expect(said.out).not.toContain("wait");
    const heads = headsIn(discord);
    expect(heads).toEqual([expect.stringContaining("Now watching"), expect.stringContaining("Overdue")]);
    await startAndStop(discord, other.common, 2);
    expect(headsIn(discord)).toEqual(heads);
  }, 60_000);
});

it("what comes of a person’s word waits for `start` too", async () => {
  const named = { title: TITLE, url: "https://copies.example.net/report", date: "31 August 2022" };
  const { data, check } = await rehearsal({ [LATEST_PATH]: listing([named, ...ordinaryRows()]) });
  const at = (minute: number) => ["--at", `2022-08-31T12:${String(minute).padStart(2, "0")}:00Z`];
  const { lines } = await check("--json", ...at(0));
  const [{ id } = { id: "" }] = (lines.at(-1)?.evidence ?? []) as { id: string }[];
  const found = noticesOf(lines).length;
  const { out } = await call(["confirm", id, "--data", data, "--by", "Ana", ...at(5)]);
  expect(out).toContain("Published");
  expect(out).toContain(`\n${found + 1} messages wait for \`start\`.\n`);
});

it("a folder that was never used has never been looked at, and is not made by asking", async () => {
  const { data } = await rehearsal();
  const nowhere = `${data}/never`;
  const { code, out } = await call(["status", "--data", nowhere]);
  expect([code, out]).toEqual([0, expect.stringContaining("Nobody has looked yet")]);
  const { lines } = await call(["status", "--json", "--data", nowhere]);
  expect(lines).toMatchObject([{ verdict: "unknown", unknown_because: "never-looked" }]);
  expect((await call(["log", "review", "--data", nowhere])).code).toBe(0);
  expect(existsSync(nowhere)).toBe(false);
});
