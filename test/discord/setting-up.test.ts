import { PermissionFlagsBits } from "discord.js";
import { describe, expect, it } from "vitest";
import { toldIn } from "../stand-ins/discord/discord.ts";
import { CHANNEL, ROLE } from "../stand-ins/discord/ids.ts";
import { addChannel } from "../stand-ins/discord/world.ts";
import { LATEST_PATH, listing, ordinaryRows } from "../stand-ins/ohchr.ts";
import { KEEPER, ready, text } from "../stand-ins/talk.ts";

describe("/subscribe", () => {
  const withRole = {
    adjust: (config: { settings: { delivery: { mention_role?: string | undefined } } }) => {
      config.settings.delivery.mention_role = ROLE;
    },
  };
  const person = "623456789012345678";

  it("gives the role that is mentioned, and takes it again", async () => {
    const { discord } = await ready(withRole);
    const { body } = await discord.gateway.command("subscribe");
    expect(body.content).toContain(`<@&${ROLE}>`);
    expect(discord.members.get(person)?.has(ROLE)).toBe(true);
    await discord.gateway.command("subscribe", [], { roles: [ROLE] });
    expect(discord.members.get(person)?.has(ROLE)).toBe(false);
  });

  it("never gives a role that carries power", async () => {
    const { discord } = await ready({
      ...withRole,
      prepare: ({ roles }) => {
        const role = roles.find((one) => one.id === ROLE);
        if (role) role.permissions = PermissionFlagsBits.BanMembers.toString();
      },
    });
    const { body } = await discord.gateway.command("subscribe");
    expect(body.content).toContain("no permissions");
    expect(discord.members.get(person)?.has(ROLE) ?? false).toBe(false);
  });

  it("says what is missing when Discord refuses", async () => {
    const { discord } = await ready({
      ...withRole,
      prepare: (there) => {
        there.permissions &= ~PermissionFlagsBits.ManageRoles;
      },
    });
    expect((await discord.gateway.command("subscribe")).body.content).toContain("Manage Roles");
  });

  it("says that there is nothing to subscribe to where no role is mentioned", async () => {
    const { discord } = await ready();
    expect((await discord.gateway.command("subscribe")).body.content).toContain("No role");
  });
});

describe("/channel", () => {
  const NEWS = "223456789012345600";
  const there = { ...KEEPER, channel: NEWS };
  const here = (...options: [string, unknown][]) => [{ name: "here", type: 1, options: text(...options) }];

  it("has messages posted in another channel, in its language, also after a restart", async () => {
    const { discord, rehearsal } = await ready({ prepare: (place) => void addChannel(place, NEWS, 0) });
    const { body } = await discord.gateway.command("channel", here(["language", "fr"], ["card", "off"]), there);
    expect(body.content).toContain(`<#${NEWS}>`);
    await rehearsal.restart();
    rehearsal.origin.pages[LATEST_PATH] = listing([
      { title: "Xinjiang news", date: "1 January 2022" },
      ...ordinaryRows(),
    ]);
    await rehearsal.at("2022-01-01T12:00:00Z");
    await rehearsal.bot.deliver(1000);
    const said = toldIn(discord).filter((one) => one.channel === NEWS);
    expect(said.map((one) => one.embeds[0]?.title)).toContain("Changement relevé : the latest-news listing");
  });

  it("has no more posted where it is turned off", async () => {
    const { discord, rehearsal, deliver } = await ready({ prepare: (place) => void addChannel(place, NEWS, 0) });
    await discord.gateway.command("channel", here(["card", "off"]), there);
    const off = await discord.gateway.command("channel", [{ name: "off", type: 1, options: [] }], there);
    expect(off.body.content).toContain("No more messages");
    await rehearsal.at("2022-02-06T12:00:00Z");
    await deliver();
    expect(discord.messages.filter((one) => one.channel === NEWS)).toEqual([]);
    const again = await discord.gateway.command("channel", [{ name: "off", type: 1, options: [] }], there);
    expect(again.body.content).toContain("No messages are posted");
  });

  it("says what the bot lacks there", async () => {
    const { discord } = await ready({ prepare: (place) => void addChannel(place, NEWS, 0) });
    discord.permissions &= ~PermissionFlagsBits.EmbedLinks;
    const { body } = await discord.gateway.command("channel", here(), there);
    expect(body.content).toContain("Embed Links");
  });

  it("leaves a channel of the settings as it is", async () => {
    const { discord } = await ready();
    const { body } = await discord.gateway.command("channel", here(), { ...KEEPER, channel: CHANNEL });
    expect(body.content).toContain("settings");
  });
});
