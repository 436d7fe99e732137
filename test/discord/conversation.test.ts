import { GatewayCloseCodes, GatewayIntentBits, InteractionResponseType, PermissionFlagsBits } from "discord.js";
import { describe, expect, it } from "vitest";
import { cardsIn, toldIn } from "../stand-ins/discord/discord.ts";
import { APPLICATION, CHANNEL, GUILD, ROLE } from "../stand-ins/discord/ids.ts";
import { buttonsOf, headOf, textOf } from "../stand-ins/discord/said.ts";
import { addChannel, type Discord } from "../stand-ins/discord/world.ts";
import { article, LATEST_PATH, listing, ordinaryRows, publishedReport, TITLE } from "../stand-ins/ohchr.ts";
import { KEEPER, type Talk, talk, until } from "../stand-ins/talk.ts";

const START = "2021-12-10T12:00:00Z";
const LATER = "2022-08-31T12:00:00Z";
const ELSEWHERE = "https://copies.example.net/report";
const text = (...named: [string, unknown][]) => named.map(([name, value]) => ({ name, type: 3, value }));

async function ready(options: Parameters<typeof talk>[0] = {}): Promise<Talk> {
  const spoken = await talk(options);
  await spoken.rehearsal.at(START);
  await spoken.deliver();
  await spoken.discord.gateway.whenReady();
  await until(() => spoken.discord.commands.size > 0);
  return spoken;
}

/** A bot that has just posted a signal. */
async function signalled(options: Parameters<typeof talk>[0] = {}) {
  const spoken = await ready(options);
  const { rehearsal, discord } = spoken;
  rehearsal.origin.pages[LATEST_PATH] = listing([
    { title: TITLE, url: ELSEWHERE, date: "31 August 2022" },
    ...ordinaryRows(),
  ]);
  await rehearsal.at(LATER);
  await spoken.deliver();
  const message = toldIn(discord).find((one) => headOf(one).startsWith("Possibly published"));
  if (!message) throw new Error("no signal was posted");
  const [confirm = "", dismiss = ""] = buttonsOf(message).map((button) => button.custom_id ?? "");
  return { ...spoken, message, confirm, dismiss };
}

describe("when it connects", () => {
  it("registers every command, and asks for no intent that needs a box to be ticked", async () => {
    const { discord } = await ready();
    expect(discord.gateway.intents).toBe(GatewayIntentBits.Guilds);
    const names = discord.commands.get("")?.map((command) => command.name);
    expect(names).toEqual(
      "status timeline evidence sources check watches mute unmute subscribe help channel confirm dismiss".split(" "),
    );
  });

  it("keeps administration to those who manage the server", async () => {
    const { discord } = await ready();
    const manage = PermissionFlagsBits.ManageGuild.toString();
    const needs = Object.fromEntries(
      (discord.commands.get("") ?? []).map((command) => [command.name, command.default_member_permissions]),
    );
    expect(needs).toMatchObject({ channel: manage, confirm: manage, dismiss: manage, status: undefined });
  });

  it("registers with the named servers alone, where they are named", async () => {
    const { discord } = await ready({
      adjust: (config) => {
        config.settings.discord.servers = [GUILD];
      },
    });
    expect([...discord.commands.keys()]).toEqual([GUILD]);
  });

  it("tries again when Discord does not take them", async () => {
    const { discord, logged } = await ready({
      prepare: (place) => {
        place.commandsRefused = 1;
      },
    });
    expect(logged.map(({ event }) => event)).toContain("gateway-failed");
    expect(discord.commands.get("")).toHaveLength(13);
  });

  it("describes its commands in French as well", async () => {
    const { discord } = await ready();
    expect(discord.commands.get("")?.[0]).toMatchObject({
      description: "Where things stand",
      description_localizations: { fr: "Où en sont les choses" },
    });
  });
});

describe("a command", () => {
  it.each([
    ["status", "UN assessment on Xinjiang", "Promised “in the coming weeks”"],
    ["evidence", "Evidence: OHCHR assessment", "Nothing has been found"],
    ["sources", "Sources: OHCHR assessment", "last read <t:1639137600:R>"],
    ["watches", "Watched", "xinjiang-assessment"],
    ["help", "coming-weeks", "/timeline"],
    ["timeline", "OHCHR assessment", "in the coming weeks"],
  ])("/%s answers at once, and then in full", async (name, title, words) => {
    const { discord } = await ready();
    const { body, isDeferred } = await discord.gateway.command(name);
    expect(isDeferred).toBe(true);
    expect(body.embeds?.[0]?.title).toContain(title);
    expect(body.embeds?.[0]?.description).toContain(words);
  });

  it("shows what concerns one person to nobody else", async () => {
    const { discord } = await ready();
    const answers = await Promise.all(["help", "subscribe", "status"].map((name) => discord.gateway.command(name)));
    expect(answers.map((answer) => answer.isEphemeral)).toEqual([true, true, false]);
  });

  it("answers in the language of whoever asks, or of the channel", async () => {
    const { discord } = await ready({
      adjust: (config) => {
        config.settings.delivery.language = "fr";
      },
    });
    const own = await discord.gateway.command("help", [], { locale: "en-GB" });
    expect(own.body.embeds?.[0]?.description).toContain("I watch");
    const everybodys = await discord.gateway.command("status", [], { locale: "en-GB" });
    expect(everybodys.body.embeds?.[0]?.description).toContain("Pas publié");
  });

  it("brings the picture of the clock with /timeline", async () => {
    const { discord } = await ready();
    const { files, body } = await discord.gateway.command("timeline");
    expect(body.embeds?.[0]?.image?.url).toBe("attachment://clock.png");
    expect(files["clock.png"]?.subarray(1, 4).toString()).toBe("PNG");
  });

  it("completes a watch’s name, and says so when there is no such watch", async () => {
    const { discord } = await ready();
    const { body } = await discord.gateway.autocomplete("status", "watch", "xinj");
    expect(body.choices).toEqual([
      { name: "OHCHR assessment of the human rights situation in Xinjiang", value: "xinjiang-assessment" },
    ]);
    const unknown = await discord.gateway.command("status", text(["watch", "@everyone"]));
    expect(unknown.body.content).toContain("There is no watch");
  });

  it("/check looks now, and not again so soon", async () => {
    const { discord, rehearsal } = await ready();
    const before = rehearsal.origin.requests.length;
    const { body } = await discord.gateway.command("check");
    expect(body.embeds?.[0]?.description).toContain("the latest-news listing: **unchanged**");
    expect(rehearsal.origin.requests.length).toBeGreaterThan(before);
    const again = await discord.gateway.command("check");
    expect(again.body.content).toMatch(/possible <t:\d+:R>/);
  });

  it("/mute keeps the reminder out of the channel, and nothing else; /unmute lets it in", async () => {
    const { discord, rehearsal, deliver } = await ready();
    const reminders = () => toldIn(discord).filter((one) => headOf(one).startsWith("Not published yet")).length;
    await discord.gateway.command("mute");
    await rehearsal.at("2021-12-18T12:00:00Z");
    await deliver();
    expect(reminders()).toBe(0);
    await rehearsal.restart();
    await discord.gateway.command("unmute");
    await rehearsal.at("2021-12-26T12:00:00Z");
    await deliver();
    expect(rehearsal.kinds()).toContain("reminder");
  });
});

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

describe("a signal", () => {
  it("comes with buttons", async () => {
    const { message } = await signalled();
    expect(buttonsOf(message).map(({ label }) => label)).toEqual(["Confirm", "Dismiss…", "Open the page"]);
  });

  it("that is confirmed becomes published, and its message says by whom", async () => {
    const { discord, confirm, message, rehearsal } = await signalled();
    const { body, isEphemeral } = await discord.gateway.button(confirm, { ...KEEPER, message });
    expect(isEphemeral).toBe(true);
    expect(body.content).toContain("Confirmed");
    await until(() => message.edits > 0);
    expect(headOf(message)).toMatch(/^Confirmed: /);
    expect(textOf(message)).toMatch(/Confirmed by keeper, <t:\d+:f>: this is the report/);
    expect(buttonsOf(message).map(({ label }) => label)).toEqual(["Open the page"]);
    await until(() => toldIn(discord).some((one) => headOf(one).startsWith("Published")));
    expect((await rehearsal.status()).verdict).toBe("published");
  });

  it("that is dismissed asks for the reason, tells it, and keeps the message", async () => {
    const { discord, dismiss, message } = await signalled();
    const form = await discord.gateway.button(dismiss, { ...KEEPER, message });
    expect(form.type).toBe(InteractionResponseType.Modal);
    await discord.gateway.modal(form.body.custom_id ?? "", { reason: "a copy of @everyone" }, KEEPER);
    await until(() => message.edits > 0);
    expect(headOf(message)).toMatch(/^Dismissed: /);
    expect(textOf(message)).toContain("Reason given: a copy of @everyone");
    await until(() => toldIn(discord).some((one) => headOf(one).startsWith("Correction")));
    expect(discord.messages).toContain(message);
    expect(discord.messages.every((one) => one.allowed_mentions?.parse?.length === 0)).toBe(true);
  });

  it("is not decided by somebody who may not", async () => {
    const { discord, confirm, message, rehearsal } = await signalled();
    const { body } = await discord.gateway.button(confirm, { message });
    expect(body.content).toContain("Only people who manage the server");
    expect((await rehearsal.status()).verdict).toBe("signalled");
  });

  it("is decided by somebody with a role that is named for it", async () => {
    const { discord, confirm, message } = await signalled({
      adjust: (config) => {
        config.settings.discord.deciders = [ROLE];
      },
    });
    const { body } = await discord.gateway.button(confirm, { message, roles: [ROLE] });
    expect(body.content).toContain("Confirmed");
  });

  it("is not decided from another server, whatever somebody may do there", async () => {
    const { discord, confirm, rehearsal } = await signalled();
    const stranger = { ...KEEPER, guild: "923456789012345678", channel: "923456789012345679" };
    for (const { body } of [
      await discord.gateway.button(confirm, stranger),
      await discord.gateway.command("confirm", text(["evidence", confirm.split(":")[1]]), stranger),
    ])
      expect(body.content).toContain("only be decided on the server");
    expect((await rehearsal.status()).verdict).toBe("signalled");
  });

  it("is decided by a command as well, which completes its name", async () => {
    const { discord, confirm } = await signalled();
    const id = confirm.split(":")[1] ?? "";
    const { body } = await discord.gateway.autocomplete("confirm", "evidence", TITLE.slice(0, 20));
    expect(body.choices?.[0]?.value).toBe(id);
    const answer = await discord.gateway.command("dismiss", text(["evidence", id], ["reason", "a copy"]), KEEPER);
    expect(answer.body.content).toContain("Dismissed");
    expect((await discord.gateway.command("dismiss", text(["evidence", "none"]), KEEPER)).body.content).toContain(
      "no evidence",
    );
  });

  it("a published that is dismissed is corrected, and the message that said it shows that it was taken back", async () => {
    const { discord, rehearsal, deliver } = await ready();
    Object.assign(rehearsal.origin.pages, publishedReport());
    await rehearsal.at(LATER);
    await deliver();
    const message = toldIn(discord).find((one) => headOf(one).startsWith("Published"));
    const [evidence] = (await rehearsal.status()).evidence;
    await discord.gateway.command("dismiss", text(["evidence", evidence?.id], ["reason", "a test page"]), KEEPER);
    await until(() => (message?.edits ?? 0) > 0);
    expect(headOf(message)).toMatch(/^Taken back: “Published/);
    await until(() => toldIn(discord).some((one) => headOf(one).startsWith("Correction")));
  });
});

describe("a word on timing that is proposed", () => {
  const HEADLINE = "Press briefing notes: Xinjiang assessment";
  async function proposed(options: Parameters<typeof ready>[0] = {}) {
    const conversation = await ready(options);
    const { discord, rehearsal, deliver } = conversation;
    Object.assign(rehearsal.origin.pages, {
      [LATEST_PATH]: listing([{ title: HEADLINE, url: "/en/briefing", date: "15 March 2022" }, ...ordinaryRows()]),
      "/en/briefing": article({
        title: HEADLINE,
        date: "15 March 2022",
        body: "The assessment would be published by the end of April.",
      }),
    });
    await rehearsal.at("2022-03-15T12:00:00Z");
    await deliver();
    const message = toldIn(discord).find((one) => headOf(one).startsWith("New word on timing"));
    if (!message) throw new Error("nothing was proposed");
    const [add, none] = buttonsOf(message).map(({ custom_id }) => custom_id ?? "");
    return { ...conversation, message, add: add ?? "", none: none ?? "" };
  }

  it("comes with buttons; Add tells the channel, and the message says by whom", async () => {
    const { discord, message, add, rehearsal } = await proposed();
    expect(buttonsOf(message).map(({ label }) => label)).toEqual(["Add", "Not one", "Open the page"]);
    const { body, isEphemeral } = await discord.gateway.button(add, { ...KEEPER, message });
    expect(isEphemeral).toBe(true);
    expect(body.content).toContain("Added: “by the end of April”");
    await until(() => message.edits > 0);
    expect(headOf(message)).toMatch(/^Added to what was said: /);
    expect(textOf(message)).toMatch(/Added by keeper, <t:\d+:f>/);
    expect(buttonsOf(message).map(({ label }) => label)).toEqual(["Open the page"]);
    await until(() => toldIn(discord).some((one) => headOf(one).startsWith("New promise: ")));
    expect((await rehearsal.status()).newest_promise).toMatchObject({ latest: "2022-04-30", added_by: "keeper" });
    const { body: line } = await discord.gateway.command("timeline");
    expect(line.embeds?.[0]?.description).toContain("(added by keeper)");
  });

  it("is dismissed by Not one: the message says so, and nothing counts", async () => {
    const { discord, message, none, rehearsal } = await proposed();
    await discord.gateway.button(none, { ...KEEPER, message });
    await until(() => message.edits > 0);
    expect(headOf(message)).toMatch(/^Dismissed: /);
    expect(textOf(message)).toContain("this is no word on timing");
    expect(await rehearsal.status()).not.toHaveProperty("newest_promise.added_by");
  });

  it("is not decided by somebody who may not", async () => {
    const { discord, message, add, rehearsal } = await proposed();
    const { body } = await discord.gateway.button(add, { message });
    expect(body.content).toContain("Only people who manage the server");
    expect(await rehearsal.status()).not.toHaveProperty("newest_promise.added_by");
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
});

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
