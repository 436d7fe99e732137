import { PermissionFlagsBits } from "discord.js";
import { describe, expect, it } from "vitest";
import { toldIn } from "../stand-ins/discord/discord.ts";
import { CHANNEL, ROLE } from "../stand-ins/discord/ids.ts";
import { headOf, textOf } from "../stand-ins/discord/said.ts";
import { addChannel, type Discord } from "../stand-ins/discord/world.ts";
import { LATEST_PATH, listing, ordinaryRows, publishedReport } from "../stand-ins/ohchr.ts";
import { KEEPER, LATER, ready, text } from "../stand-ins/talk.ts";

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

describe("/subscribe by direct message", () => {
  const by = [{ name: "how", type: 3, value: "message" }];
  const person = "623456789012345678";
  const toPerson = ({ channels, messages }: Discord) =>
    messages.filter(({ channel }) => channels.get(channel)?.recipient === person);

  it("tells one person that it is published, and nothing else, also after a restart, until they end it", async () => {
    const { discord, rehearsal } = await ready();
    const { body, isEphemeral } = await discord.gateway.command("subscribe", by, { locale: "fr" });
    expect(isEphemeral).toBe(true);
    expect(body.content).toContain("Je vous ai écrit");
    expect(toPerson(discord).map(({ content }) => content)).toEqual([
      expect.stringContaining("tout ce qui est surveillé"),
    ]);
    rehearsal.origin.pages[LATEST_PATH] = listing([
      { title: "Xinjiang news", date: "1 January 2022" },
      ...ordinaryRows(),
    ]);
    await rehearsal.at("2022-01-01T12:00:00Z");
    await rehearsal.restart();
    await rehearsal.bot.deliver(1000);
    expect(toPerson(discord)).toHaveLength(1);
    Object.assign(rehearsal.origin.pages, publishedReport());
    await rehearsal.at(LATER);
    await rehearsal.bot.deliver(1000);
    await rehearsal.bot.telling.showCards();
    expect(toPerson(discord).map((one) => headOf(one))).toEqual(["", expect.stringMatching(/^Publié/)]);
  });

  it("ends when it is asked for once more", async () => {
    const { discord, rehearsal, deliver } = await ready();
    await discord.gateway.command("subscribe", by);
    expect((await discord.gateway.command("subscribe", by)).body.content).toBe(
      "I tell you no more in direct messages.",
    );
    Object.assign(rehearsal.origin.pages, publishedReport());
    await rehearsal.at(LATER);
    await deliver();
    expect(toPerson(discord)).toHaveLength(2);
  });

  it("says so where Discord does not let it write, and does not try again", async () => {
    const { discord, rehearsal } = await ready();
    discord.unreachable.add(person);
    expect((await discord.gateway.command("subscribe", by)).body.content).toContain("does not let me write to you");
    expect(await rehearsal.bot.store.discord.places()).toEqual([]);
  });

  it("ends quietly when the person takes no messages any more; the channel is told as ever", async () => {
    const { discord, rehearsal, deliver } = await ready();
    await discord.gateway.command("subscribe", by);
    discord.unreachable.add(person);
    Object.assign(rehearsal.origin.pages, publishedReport());
    await rehearsal.at(LATER);
    await deliver();
    expect(toldIn(discord).some((one) => headOf(one).startsWith("Published"))).toBe(true);
    expect(await rehearsal.bot.store.discord.places()).toEqual([]);
    expect(await rehearsal.bot.store.channels.failing()).toEqual([]);
  });

  it("is kept while it is the token that Discord refuses", async () => {
    const { discord, rehearsal } = await ready();
    await discord.gateway.command("subscribe", by);
    discord.revokeToken();
    Object.assign(rehearsal.origin.pages, publishedReport());
    await rehearsal.at(LATER);
    await rehearsal.bot.deliver(0);
    expect(await rehearsal.bot.store.discord.places()).toHaveLength(1);
  });
});

describe("what the record says", () => {
  const REMINDED = "2021-12-18T12:00:00Z";
  const reminder = (discord: Discord) => {
    const found = toldIn(discord).findLast((one) => headOf(one).startsWith("Not published yet"));
    return found ? textOf(found) : "";
  };

  it("stands in reminders, with ten signs and the words beside them", async () => {
    const { discord, rehearsal, deliver } = await ready();
    await rehearsal.at(REMINDED);
    await deliver();
    expect(reminder(discord)).toMatch(
      /●●○{8} Not out by day 8\. In the next 30 days: about \d+ in 100 \(\d+ to \d+\)\./,
    );
  });

  it("does not where a place would rather not hear of it, by its settings", async () => {
    const { discord, rehearsal, deliver } = await ready({
      adjust: (config) => {
        config.settings.delivery.record = "off";
      },
    });
    await rehearsal.at(REMINDED);
    await deliver();
    expect(reminder(discord)).not.toBe("");
    expect(reminder(discord)).not.toMatch(/in 100|promises|●/);
  });

  it("does not where a channel was set up so, also after a restart", async () => {
    const here = "223456789012345777";
    const { discord, rehearsal } = await ready({ prepare: (place) => void addChannel(place, here, 0) });
    const options = [{ name: "here", type: 1, options: text(["record", "off"]) }];
    await discord.gateway.command("channel", options, { ...KEEPER, channel: here });
    await rehearsal.restart();
    await rehearsal.at(REMINDED);
    await rehearsal.bot.deliver(1000);
    const told = discord.messages.filter(({ channel }) => channel === here);
    expect(told.some((one) => headOf(one).startsWith("Not published yet"))).toBe(true);
    expect(told.map((one) => textOf(one)).join("\n")).not.toMatch(/in 100|●/);
  });
});

describe("/watch", () => {
  const of = (how: string, watch = "xinjiang-assessment") => [{ name: how, type: 1, options: text(["watch", watch]) }];
  const titles = (discord: Discord) => toldIn(discord).map((one) => headOf(one));

  it("pause tells only that it is published; resume tells all again, also after a restart", async () => {
    const { discord, rehearsal } = await ready();
    const { body } = await discord.gateway.command("watch", of("pause"), KEEPER);
    expect(body.content).toContain("only that it is published");
    await rehearsal.restart();
    rehearsal.origin.pages[LATEST_PATH] = listing([
      { title: "Xinjiang news", date: "1 January 2022" },
      ...ordinaryRows(),
    ]);
    await rehearsal.at("2022-01-01T12:00:00Z");
    await rehearsal.bot.deliver(1000);
    expect(titles(discord)).toHaveLength(1);
    Object.assign(rehearsal.origin.pages, publishedReport());
    await rehearsal.at(LATER);
    await rehearsal.bot.deliver(1000);
    expect(titles(discord).at(-1)).toMatch(/^Published/);
  });

  it("mute keeps reminders out, and nothing else; resume lets them in", async () => {
    const { discord, rehearsal, deliver } = await ready();
    await discord.gateway.command("watch", of("mute"), KEEPER);
    await rehearsal.at("2021-12-18T12:00:00Z");
    await deliver();
    expect(titles(discord).some((title) => title.startsWith("Not published yet"))).toBe(false);
    await discord.gateway.command("watch", of("resume"), KEEPER);
    await rehearsal.at("2021-12-26T12:00:00Z");
    await deliver();
    expect(titles(discord).some((title) => title.startsWith("Not published yet"))).toBe(true);
  });

  it("says so of a watch that there is not, and of a channel that is none", async () => {
    const { discord } = await ready();
    expect((await discord.gateway.command("watch", of("mute", "*nothing*"), KEEPER)).body.content).toContain(
      "no watch “\\*nothing\\*”",
    );
    const elsewhere = { ...KEEPER, channel: "223456789012345111" };
    expect((await discord.gateway.command("watch", of("mute"), elsewhere)).body.content).toContain("/channel here");
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
    expect(said.map((one) => headOf(one))).toContain("Nouveau\u00a0: «\u00a0Xinjiang news\u00a0»");
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

  it("tells a channel only the kinds that were chosen", async () => {
    const { discord, rehearsal, deliver } = await ready({ prepare: (place) => void addChannel(place, NEWS, 0) });
    await discord.gateway.command("channel", here(["kinds", "publication"], ["card", "off"]), there);
    rehearsal.origin.pages[LATEST_PATH] = listing([
      { title: "Xinjiang news", date: "1 January 2022" },
      ...ordinaryRows(),
    ]);
    await rehearsal.at("2022-01-01T12:00:00Z");
    await deliver();
    expect(discord.messages.filter((one) => one.channel === NEWS)).toEqual([]);
    Object.assign(rehearsal.origin.pages, publishedReport());
    await rehearsal.at(LATER);
    await deliver();
    const said = toldIn(discord).filter((one) => one.channel === NEWS);
    expect(said.map((one) => headOf(one))).toEqual([expect.stringMatching(/^Published/)]);
  });
});
