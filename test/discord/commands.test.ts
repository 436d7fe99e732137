import { GatewayIntentBits, PermissionFlagsBits } from "discord.js";
import { describe, expect, it } from "vitest";
import { toldIn } from "../stand-ins/discord/discord.ts";
import { GUILD } from "../stand-ins/discord/ids.ts";
import { headOf } from "../stand-ins/discord/said.ts";
import { KEEPER, ready, text } from "../stand-ins/talk.ts";

describe("when it connects", () => {
  it("registers every command, and asks for no intent that needs a box to be ticked", async () => {
    const { discord } = await ready();
    expect(discord.gateway.intents).toBe(GatewayIntentBits.Guilds);
    const names = discord.commands.get("")?.map((command) => command.name);
    const slash =
      "status why history timeline odds evidence sources check watches mute unmute watch subscribe help channel confirm dismiss";
    expect(names).toEqual([...slash.split(" "), "What is known of this link?"]);
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
    expect(discord.commands.get("")?.length).toBeGreaterThan(10);
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
    ["status", "UN assessment on Xinjiang", "Said today: “in the coming weeks”"],
    ["evidence", "Evidence: OHCHR assessment", "Nothing has been found"],
    ["sources", "Sources: OHCHR assessment", "last read <t:1639137600:R>"],
    ["watches", "Watched", "xinjiang-assessment"],
    ["help", "coming-weeks", "/timeline"],
    ["timeline", "OHCHR assessment", "in the coming weeks"],
    ["odds", "OHCHR assessment", "In the next 30 days: about 15 in 100 (8 to 40)."],
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
    expect(everybodys.body.embeds?.[0]?.description).toContain("Pas encore publié");
  });

  it("brings the picture of the clock with /timeline", async () => {
    const { discord } = await ready();
    const { files, body } = await discord.gateway.command("timeline");
    expect(body.embeds?.[0]?.image?.url).toBe("attachment://clock.png");
    expect(files["clock.png"]?.subarray(1, 4).toString()).toBe("PNG");
  });

  it("shows with /odds what the figures rest on: signs with words beside them, rows with links, and what they cannot say", async () => {
    const { discord } = await ready();
    const { body } = await discord.gateway.command("odds");
    const said = body.embeds?.[0]?.description ?? "";
    expect(said).toMatch(/^●○{9}\nOf 17 promises worded in weeks \(13 documents\), 8 were kept/);
    expect(said).toMatch(/\[dnyuz\.com\]\(<?https:\/\/dnyuz\.com\/\?p=44481>?\)/);
    expect(said).toContain("and 9 more rows");
    expect(said).toContain("82 of 119 found by a neutral search were kept");
    expect(said.length).toBeLessThan(4096);
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
    await discord.gateway.command("mute", [], KEEPER);
    await rehearsal.at("2021-12-18T12:00:00Z");
    await deliver();
    expect(reminders()).toBe(0);
    await rehearsal.restart();
    await discord.gateway.command("unmute", [], KEEPER);
    await rehearsal.at("2021-12-26T12:00:00Z");
    await deliver();
    expect(rehearsal.kinds()).toContain("reminder");
  });
});
