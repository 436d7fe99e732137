import { describe, expect, it, onTestFinished } from "vitest";
import { rehearse } from "../../../stand-ins/bot.ts";
import { accessTo, startDiscord, toldIn } from "../../../stand-ins/discord/discord.ts";
import { ROLE } from "../../../stand-ins/discord/ids.ts";
import { headOf, textOf } from "../../../stand-ins/discord/said.ts";
import type { Discord, Trouble } from "../../../stand-ins/discord/world.ts";
import { LATEST_PATH, listing, ordinaryRows, publishedReport } from "../../../stand-ins/ohchr.ts";

const NOON = "2022-08-31T12:00:00Z";
const secretsFor = {
  webhook: (discord: Discord) => ({ discordWebhookUrl: discord.webhook }),
  bot: accessTo,
};

async function onDiscord(way: keyof typeof secretsFor, troubles: Trouble[] = []) {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  discord.troubles = troubles;
  const rehearsal = await rehearse({
    secrets: secretsFor[way](discord),
    adjust: (config) => {
      config.settings.delivery.mention_role = ROLE;
    },
  });
  return { discord, rehearsal };
}

describe.each(["webhook", "bot"] as const)("Discord through a %s", (way) => {
  it("gets each notice once, and says where things stand", async () => {
    const { discord, rehearsal } = await onDiscord(way);
    await rehearsal.at("2021-12-10T12:00:00Z");
    await rehearsal.bot.deliver(1000);
    await rehearsal.bot.deliver(1000);
    expect(toldIn(discord)).toHaveLength(1);
    const [message] = toldIn(discord);
    expect(headOf(message)).toBe("Now watching: UN assessment on Xinjiang");
    expect(textOf(message)).toContain(
      "Said today: “in the coming weeks” · expected from 17 December 2021 to 4 February 2022",
    );
  });

  it("pings nobody, but the one role when it is published", async () => {
    const { discord, rehearsal } = await onDiscord(way);
    await rehearsal.at("2021-12-10T12:00:00Z");
    Object.assign(rehearsal.origin.pages, publishedReport());
    rehearsal.origin.pages[LATEST_PATH] = listing([
      { title: "@everyone on <@&1> Xinjiang", date: "31 August 2022" },
      ...ordinaryRows(),
    ]);
    await rehearsal.at(NOON);
    await rehearsal.bot.deliver(1000);
    for (const message of toldIn(discord)) {
      const isPublished = headOf(message).startsWith("Published");
      expect(message.allowed_mentions).toEqual({ parse: [], roles: isPublished ? [ROLE] : [] });
      expect(textOf(message).includes("<@&")).toBe(isPublished);
    }
    expect(toldIn(discord).some((message) => textOf(message).includes(`<@&${ROLE}>`))).toBe(true);
  });

  it("is never refused for length, however long and strange what was fetched is", async () => {
    const { discord, rehearsal } = await onDiscord(way);
    await rehearsal.at("2021-12-10T12:00:00Z");
    rehearsal.origin.pages[LATEST_PATH] = listing([
      { title: `Xinjiang ${"**_😀`|~".repeat(180)}`, date: "31 August 2022" },
      ...ordinaryRows(),
    ]);
    await rehearsal.at(NOON);
    const { pending, errors } = await rehearsal.bot.deliver(1000);
    expect({ pending, errors }).toEqual({ pending: 0, errors: [] });
    expect(toldIn(discord).some((message) => headOf(message).startsWith("New: “Xinjiang"))).toBe(true);
  });

  it.each<[string, Trouble[]]>([
    [
      "a rate limit",
      [
        {
          status: 429,
          body: { message: "You are being rate limited.", retry_after: 0.2, global: false },
          headers: { "retry-after": "1", "x-ratelimit-scope": "shared" },
        },
      ],
    ],
    [
      "a global rate limit",
      [
        {
          status: 429,
          body: { message: "You are being rate limited.", retry_after: 0.2, global: true },
          headers: { "retry-after": "1", "x-ratelimit-global": "true", "x-ratelimit-scope": "global" },
        },
      ],
    ],
    ["an answer that is slow", [{ slow: 300 }]],
    ["server errors", [{ status: 500 }, { status: 502 }]],
    ["a connection that breaks", ["hang up", "hang up"]],
  ])("gets through %s by itself", async (_, troubles) => {
    const { discord, rehearsal } = await onDiscord(way, troubles);
    await rehearsal.at("2021-12-10T12:00:00Z");
    const { sent, pending } = await rehearsal.bot.deliver(60_000);
    expect({ sent: sent > 0, pending }).toEqual({ sent: true, pending: 0 });
    expect(toldIn(discord)).toHaveLength(1);
  });

  it.each([
    [401, 0],
    [403, 50013],
    [403, 50001],
    [404, 10003],
    [404, 10015],
  ])("stops on %i (%i) with one clear error, and keeps its notices for the next start", async (status, code) => {
    // Who may write a place may lack the right to something in it: that is tried in four forms.
    const tries = code === 50013 ? 4 : 1;
    const troubles = Array.from({ length: tries }, () => ({ status, body: { message: "no", code } }));
    const { discord, rehearsal } = await onDiscord(way, troubles);
    await rehearsal.at("2021-12-10T12:00:00Z");
    const first = await rehearsal.bot.deliver(1000);
    expect(first.errors).toEqual([expect.stringMatching(/check|make|give/)]);
    expect((await rehearsal.bot.deliver(1000)).errors).toEqual([]);
    expect(toldIn(discord)).toEqual([]);
    await rehearsal.restart();
    await rehearsal.bot.deliver(1000);
    expect(toldIn(discord)).toHaveLength(1);
  });
});

it("a bot whose message arrived without an answer finds it again instead of posting twice", async () => {
  const { discord, rehearsal } = await onDiscord("bot", ["accept-and-drop"]);
  await rehearsal.at("2021-12-10T12:00:00Z");
  await rehearsal.bot.deliver(60_000);
  await rehearsal.restart();
  await rehearsal.bot.deliver(60_000);
  expect(toldIn(discord)).toHaveLength(1);
});
