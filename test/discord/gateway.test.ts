import { GatewayCloseCodes } from "discord.js";
import { describe, expect, it } from "vitest";
import { cardsIn, toldIn } from "../stand-ins/discord/discord.ts";
import { APPLICATION } from "../stand-ins/discord/ids.ts";
import type { Discord } from "../stand-ins/discord/world.ts";
import { ready, START, talk, until } from "../stand-ins/talk.ts";

describe("the gateway", () => {
  const hears = async (discord: Discord) => (await discord.gateway.command("help")).body.embeds?.[0]?.title;

  it("that breaks is connected to again, and what was asked meanwhile is answered", async () => {
    const { discord } = await ready();
    discord.gateway.drop();
    await until(() => !discord.gateway.isReady());
    const asked = discord.gateway.command("help");
    expect((await asked).body.embeds?.[0]?.title).toBe("coming-weeks");
    expect(discord.gateway).toMatchObject({ resumed: 1, identified: 1 });
  });

  it("that asks to reconnect, or calls the session invalid, is obeyed", async () => {
    const { discord } = await ready();
    discord.gateway.reconnect();
    await until(() => discord.gateway.resumed === 1);
    expect(await hears(discord)).toBe("coming-weeks");
    discord.gateway.invalidate(false);
    await until(() => discord.gateway.identified === 2);
    expect(await hears(discord)).toBe("coming-weeks");
  });

  it("that is down stops neither the watching nor the posting", async () => {
    const { discord, rehearsal, deliver } = await talk({ prepare: (place) => place.gateway.refuse(true) });
    await rehearsal.at(START);
    await deliver();
    expect(toldIn(discord)).toHaveLength(1);
    expect(cardsIn(discord)).toHaveLength(1);
  });

  it.each([
    ["a revoked token", (discord: Discord) => discord.revokeToken(), /token/],
    ["a missing intent", (discord: Discord) => discord.gateway.disallowIntents(), /intents/],
  ])("%s is one clear error", async (_, prepare, words) => {
    const { logged } = await talk({ prepare });
    const errors = () => logged.filter(({ event }) => event === "conversation-stopped");
    await until(() => errors().length > 0);
    expect(errors()).toEqual([expect.objectContaining({ error: expect.stringMatching(words) })]);
  });

  it("a token that is revoked while it listens is one clear error", async () => {
    const { discord, logged } = await ready();
    discord.revokeToken();
    discord.gateway.closeWith(GatewayCloseCodes.AuthenticationFailed);
    await until(() => logged.some(({ event }) => event === "conversation-stopped"));
    expect(discord.gateway.identified).toBe(1);
    expect(discord.members.has(APPLICATION)).toBe(true);
  });
});
