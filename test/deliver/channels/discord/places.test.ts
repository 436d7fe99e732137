import { ChannelType, PermissionFlagsBits } from "discord.js";
import { expect, it, onTestFinished } from "vitest";
import { type RehearsalOptions, rehearse } from "../../../stand-ins/bot.ts";
import { accessTo, cardsIn, startDiscord, toldIn } from "../../../stand-ins/discord/discord.ts";
import { CHANNEL, ROLE } from "../../../stand-ins/discord/ids.ts";
import { altOf, buttonsOf, headOf, textOf } from "../../../stand-ins/discord/said.ts";
import { addChannel, type Discord } from "../../../stand-ins/discord/world.ts";
import { LATEST_PATH, listing, ordinaryRows, publishedReport } from "../../../stand-ins/ohchr.ts";

const OTHER = "223456789012345699";
const START = "2021-12-10T12:00:00Z";
const LATER = "2022-08-31T12:00:00Z";
type Places = Parameters<NonNullable<RehearsalOptions["adjust"]>>[0]["settings"]["discord"]["places"];

async function inPlaces(places: (discord: Discord) => Places) {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const rehearsal = await rehearse({
    secrets: { ...accessTo(discord), discordWebhooks: { DISCORD_WEBHOOK_URL_PRESS: discord.webhook } },
    adjust: (config) => {
      config.settings.discord.places = places(discord);
    },
  });
  const titles = (channel: string) =>
    toldIn(discord)
      .filter((message) => message.channel === channel)
      .map((message) => headOf(message).split(":")[0]?.trim());
  const at = async (instant: string) => {
    await rehearsal.at(instant);
    return rehearsal.bot.deliver(1000);
  };
  return { discord, rehearsal, titles, at };
}

it("each place gets its own kinds of notice, in its own language, with its own role", async () => {
  const { discord, rehearsal, titles, at } = await inPlaces((there) => {
    addChannel(there, OTHER, ChannelType.GuildText);
    return [
      { channel: OTHER, kinds: ["published"], language: "fr", mention_role: ROLE, card: "off" },
      { webhook: "DISCORD_WEBHOOK_URL_PRESS", kinds: ["started"], card: "off" },
    ];
  });
  await at(START);
  Object.assign(rehearsal.origin.pages, publishedReport());
  await at(LATER);
  expect(titles(OTHER)).toEqual(["Publié"]);
  expect(titles("123456789012345678")).toEqual(["Now watching"]);
  expect(titles(CHANNEL)).toContain("Published");
  const published = toldIn(discord).filter((message) => /^Publi/.test(headOf(message)));
  expect(Object.fromEntries(published.map((message) => [message.channel, textOf(message).includes("<@&")]))).toEqual({
    [OTHER]: true,
    [CHANNEL]: false,
  });
});

it("the picture of the clock goes with published, overdue and the reminder, with its words for those who do not see it", async () => {
  const { discord, rehearsal, at } = await inPlaces(() => []);
  await at(START);
  await at("2021-12-18T12:00:00Z");
  await at("2022-02-06T12:00:00Z");
  Object.assign(rehearsal.origin.pages, publishedReport());
  await at(LATER);
  const pictured = toldIn(discord).filter((message) => message.files["clock.png"]);
  const kinds = pictured.map((message) => textOf(message).split(" · ").at(-2));
  expect([...new Set(kinds)].toSorted()).toEqual(["overdue", "published", "reminder"]);
  for (const message of pictured) expect(altOf(message)).toContain("in the coming weeks");
});

it("a thread is written to, and wants its own permission", async () => {
  const { discord, titles, at } = await inPlaces((there) => {
    addChannel(there, OTHER, ChannelType.PublicThread, { parent_id: CHANNEL });
    return [{ channel: OTHER }];
  });
  await at(START);
  expect(titles(OTHER)).toEqual(["Now watching"]);
  discord.permissions &= ~PermissionFlagsBits.SendMessagesInThreads;
  const { errors } = await at("2022-02-06T12:00:00Z");
  expect(errors).toEqual([expect.stringContaining("50013")]);
});

it("of an announcement channel only what says that it is published is passed on to those who follow it", async () => {
  const { discord, rehearsal, at } = await inPlaces((there) => {
    addChannel(there, OTHER, ChannelType.GuildAnnouncement);
    return [{ channel: OTHER }];
  });
  await at(START);
  expect(discord.crossposted).toEqual(new Set());
  Object.assign(rehearsal.origin.pages, publishedReport());
  await at("2022-08-31T21:52:00Z");
  const messages = toldIn(discord).filter((one) => one.channel === OTHER);
  expect(discord.crossposted).toEqual(new Set([messages.find((one) => headOf(one).startsWith("Published"))?.id]));
});

it("in a forum each watch has a post of its own, begun with its card, also after a crash that forgot it", async () => {
  const { discord, rehearsal, titles, at } = await inPlaces((there) => {
    addChannel(there, OTHER, ChannelType.GuildForum);
    return [{ channel: OTHER }];
  });
  await at(START);
  const posts = () => [...discord.channels.values()].filter((channel) => channel.parent_id === OTHER);
  expect(posts().map(({ name }) => name)).toEqual(["OHCHR assessment of the human rights situation in Xinjiang"]);
  const [post] = posts();
  expect(titles(post?.id ?? "")).toEqual(["Now watching"]);
  expect(cardsIn(discord).filter((card) => card.channel === post?.id)).toHaveLength(1);
  await rehearsal.bot.store.discord.forgetCard({ place: `discord-channel:${OTHER}`, watch: "xinjiang-assessment" });
  await rehearsal.restart();
  await at("2022-02-06T12:00:00Z");
  expect(posts()).toHaveLength(1);
  expect(titles(post?.id ?? "")).toContain("Overdue");
});

it("a hostile title stays text: no link, no mention, no date of Discord’s", async () => {
  const { discord, rehearsal, at } = await inPlaces(() => []);
  await at(START);
  rehearsal.origin.pages[LATEST_PATH] = listing([
    { title: "Xinjiang [evil](//e.org) &lt;@&amp;1&gt; &lt;t:0:F&gt; ||x||", date: "31 August 2022" },
    ...ordinaryRows(),
  ]);
  await at(LATER);
  const message = toldIn(discord).find((one) => textOf(one).includes("evil"));
  expect(textOf(message)).toContain("[evil\\](//e.org) ‹@&1> ‹t\\:0:F> \\|\\|x\\|\\|");
});

it("a rate limit of Discord’s own is kept to, and nothing is lost", async () => {
  const { discord, rehearsal } = await inPlaces(() => []);
  discord.limit = { count: 2, milliseconds: 150 };
  await rehearsal.at(START);
  await rehearsal.bot.deliver(1000);
  rehearsal.origin.pages[LATEST_PATH] = listing([
    ...Array.from({ length: 8 }, (_, index) => ({ title: `Xinjiang news ${index}`, date: "30 August 2022" })),
    ...ordinaryRows(),
  ]);
  await rehearsal.at(LATER);
  // The stand-in's time is real; the bot's passes only when it waits.
  for (let pending = 1; pending > 0; ) {
    ({ pending } = await rehearsal.bot.deliver(60_000));
  }
  const news = toldIn(discord).filter((one) => textOf(one).includes("Xinjiang news"));
  expect(news).toHaveLength(8);
});

it("each message leads to its own page, where the settings say that people can open it", async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const rehearsal = await rehearse({
    secrets: { discordWebhookUrl: discord.webhook },
    adjust: (config) => {
      config.settings.web.public_url = "https://watch.example.org/report";
    },
  });
  await rehearsal.at(START);
  await rehearsal.bot.deliver(1000);
  const [message] = toldIn(discord);
  const id = textOf(message).split(" · ").at(-1);
  expect(message && buttonsOf(message)).toContainEqual(
    expect.objectContaining({ label: "See the evidence", url: `https://watch.example.org/report/notices/${id}` }),
  );
  expect(discord.mistakes).toEqual([]);
});
