/** Places that change under the bot: threads that close, forums that ask for tags, followers, channels that go, tokens that end. */
import { ChannelFlags, ChannelType, PermissionFlagsBits } from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { examine } from "../../../../src/deliver/channels/discord/examine.ts";
import { telling } from "../../../../src/status/telling.ts";
import { openSqliteBeside } from "../../../../src/store/sqlite.ts";
import { rehearse } from "../../../stand-ins/bot.ts";
import { accessTo, startDiscord } from "../../../stand-ins/discord/discord.ts";
import { BOT_ROLE, CHANNEL } from "../../../stand-ins/discord/ids.ts";
import { headOf } from "../../../stand-ins/discord/said.ts";
import { addChannel, type Discord, type StandInChannel } from "../../../stand-ins/discord/world.ts";
import { notice, told } from "../../../stand-ins/every-notice.ts";

const PLACE = "223456789012345699";
const PARENT = "223456789012345698";
const WATCH = "xinjiang-assessment";
const TITLE = "UN assessment on Xinjiang";
const LONG_TITLE = "OHCHR assessment of the human rights situation in Xinjiang";

async function inPlace(type: ChannelType, more: Partial<StandInChannel> = {}, as: { threads?: boolean } = {}) {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  addChannel(discord, PARENT, ChannelType.GuildText);
  addChannel(discord, PLACE, type, more);
  const { discordChannelId: _, ...secrets } = accessTo(discord);
  const rehearsal = await rehearse({
    secrets,
    adjust: (config) => {
      config.settings.discord.places = [{ channel: PLACE, ...as }];
    },
  });
  discord.now = () => Date.parse(rehearsal.clock.now());
  const { clock, config } = rehearsal;
  let recorded = 0;
  return {
    discord,
    rehearsal,
    /** Tells something, and brings the card up to date. */
    tell: async (kind: (typeof told)[number]["kind"]) => {
      const what = told.find((one) => one.kind === kind);
      if (!what) throw new Error(kind);
      await rehearsal.bot.store.record(WATCH, {
        notices: [notice(what, { key: `${kind} ${recorded++}`, watch: WATCH, at: clock.now() })],
      });
      const drained = await rehearsal.bot.deliver(1000);
      await rehearsal.bot.telling.showCards();
      return drained;
    },
    look: () => rehearsal.at("2021-12-10T12:00:00Z"),
    pass: (minutes: number) => clock.sleep(minutes * 60_000),
    messages: (channel: string) => discord.messages.filter((one) => one.channel === channel),
    threads: () => [...discord.channels.values()].filter(({ type: kind }) => kind === ChannelType.PublicThread),
    findings: () => examine(config.settings, secrets),
  };
}

const tags = [
  { id: "723456789012345671", name: "moderators only", moderated: true },
  { id: "723456789012345672", name: "watch", moderated: false },
];

describe("a forum", () => {
  it("that asks for a tag is given one that everybody may use, and doctor says which", async () => {
    const place = await inPlace(ChannelType.GuildForum, { flags: ChannelFlags.RequireTag, available_tags: tags });
    await place.look();
    expect((await place.tell("changed")).errors).toEqual([]);
    expect(place.threads()).toEqual([expect.objectContaining({ name: LONG_TITLE, applied_tags: [tags[1]?.id] })]);
    expect(await place.findings()).toContainEqual({ isGood: true, text: expect.stringContaining("tagged “watch”") });
  });

  it("that asks for a tag and has none for everybody stops with what to do, as doctor does", async () => {
    const place = await inPlace(ChannelType.GuildForum, {
      flags: ChannelFlags.RequireTag,
      available_tags: tags.slice(0, 1),
    });
    await place.look();
    expect((await place.tell("changed")).errors).toEqual([expect.stringContaining("40067")]);
    expect(await place.findings()).toContainEqual({ isGood: false, text: expect.stringContaining("40067") });
  });

  it("of media has a picture in each post", async () => {
    const place = await inPlace(ChannelType.GuildMedia);
    await place.look();
    expect((await place.tell("changed")).errors).toEqual([]);
    const [post] = place.threads();
    expect(Object.keys(place.messages(post?.id ?? "")[0]?.files ?? {})).toEqual(["clock.png"]);
  });

  it.each<[string, (discord: Discord, id: string) => void]>([
    ["deleted", (discord, id) => discord.channels.delete(id)],
    [
      "locked",
      (discord, id) =>
        Object.assign(discord.channels.get(id) ?? {}, { thread_metadata: { archived: true, locked: true } }),
    ],
  ])("goes on when a message in a post that was %s cannot be brought up to date", async (_, close) => {
    const place = await inPlace(ChannelType.GuildForum);
    place.discord.permissions &= ~PermissionFlagsBits.ManageThreads;
    await place.look();
    await place.tell("signalled");
    const [post] = place.threads();
    close(place.discord, post?.id ?? "");
    const database = await openSqliteBeside(place.rehearsal.config.dataDirectory);
    await database?.updateTable("delivery").set({ is_stale: 1 }).where("state", "=", "sent").execute();
    await database?.destroy();
    expect((await place.tell("blind")).errors).toEqual([]);
    expect(await place.tell("changed")).toMatchObject({ pending: 0, errors: [] });
  });

  it("whose post was deleted gets another, begun with the card", async () => {
    const place = await inPlace(ChannelType.GuildForum);
    await place.look();
    await place.tell("changed");
    const [first] = place.threads();
    place.discord.channels.delete(first?.id ?? "");
    await place.tell("blind");
    const [second, ...others] = place.threads();
    expect(others).toEqual([]);
    expect(second?.id).not.toBe(first?.id);
    expect(place.messages(second?.id ?? "").map((one) => headOf(one).split(":")[0])).toEqual([TITLE, "Cannot look"]);
  });
});

describe("a thread", () => {
  const archived = { parent_id: PARENT, thread_metadata: { archived: true, locked: false } };
  const locked = { parent_id: PARENT, thread_metadata: { archived: true, locked: true } };

  it("that Discord archived keeps its card", async () => {
    const place = await inPlace(ChannelType.PublicThread, { parent_id: PARENT });
    await place.look();
    await place.tell("changed");
    const cards = () => place.messages(PLACE).filter((one) => headOf(one) === TITLE);
    expect(cards()).toHaveLength(1);
    Object.assign(place.discord.channels.get(PLACE) ?? {}, archived);
    await place.pass(60 * 24);
    await place.rehearsal.at("2021-12-11T13:00:00Z");
    await place.rehearsal.bot.telling.showCards();
    expect(cards()).toEqual([expect.objectContaining({ edits: 1 })]);
    expect(place.discord.channels.get(PLACE)?.thread_metadata?.archived).toBe(false);
  });

  it("that was locked is opened by who may, and written to", async () => {
    const place = await inPlace(ChannelType.PublicThread, locked);
    place.discord.permissions |= PermissionFlagsBits.ManageThreads;
    await place.look();
    expect((await place.tell("changed")).errors).toEqual([]);
    expect(place.messages(PLACE).length).toBeGreaterThan(0);
  });

  it("that stays locked is followed by a new one that says so", async () => {
    const place = await inPlace(ChannelType.PublicThread, locked);
    place.discord.permissions |= PermissionFlagsBits.CreatePublicThreads;
    await place.look();
    expect((await place.tell("changed")).errors).toEqual([]);
    const further = place.threads().find(({ id }) => id !== PLACE);
    const [card, ...others] = place.messages(further?.id ?? "");
    expect(card?.content).toContain("The thread before this one was closed");
    expect(others.map((one) => headOf(one).split(":")[0])).toEqual(["Now watching", "New"]);
    expect(await place.findings()).toContainEqual({ isGood: false, text: expect.stringContaining("locked (160005)") });
  });

  it("that stays locked where none can be begun stops with what to do", async () => {
    const place = await inPlace(ChannelType.PublicThread, locked);
    await place.look();
    expect((await place.tell("changed")).errors).toEqual([expect.stringMatching(/locked|50013/)]);
  });
});

describe("a channel where each watch has a thread of its own", () => {
  it("begins it with the card, and writes there, also after a crash that forgot it", async () => {
    const place = await inPlace(ChannelType.GuildText, {}, { threads: true });
    place.discord.permissions |= PermissionFlagsBits.CreatePublicThreads;
    await place.look();
    await place.tell("changed");
    await place.rehearsal.bot.store.discord.forgetCard({ place: `discord-channel:${PLACE}`, watch: WATCH });
    await place.rehearsal.restart();
    await place.tell("blind");
    const [thread, ...others] = place.threads();
    expect(others).toEqual([]);
    expect(thread).toMatchObject({ name: LONG_TITLE, parent_id: PLACE });
    const titles = place.messages(thread?.id ?? "").map((one) => headOf(one).split(":")[0]);
    expect(titles.slice(0, 4)).toEqual([TITLE, "Now watching", "New", "Cannot look"]);
    expect(place.messages(PLACE)).toEqual([]);
  });

  it("needs the right to begin threads, as doctor says", async () => {
    const place = await inPlace(ChannelType.GuildText, {}, { threads: true });
    expect(await place.findings()).toContainEqual({
      isGood: false,
      text: expect.stringContaining("Create Public Threads"),
    });
  });
});

describe("an announcement channel", () => {
  it("has “published” passed on to its followers as soon as Discord takes it, and nothing else", async () => {
    const place = await inPlace(ChannelType.GuildAnnouncement);
    const { traffic } = place.discord;
    traffic.crossposts = { count: 1, milliseconds: 60_000 };
    await place.look();
    for (const kind of ["changed", "published", "withdrawn"] as const) await place.tell(kind);
    const passedOn = () => place.messages(PLACE).filter(({ id }) => place.discord.crossposted.has(id));
    expect(passedOn().map((one) => headOf(one).split(":")[0])).toEqual(["Published"]);
    traffic.crossposts.count = 10;
    await place.pass(60);
    await place.rehearsal.bot.deliver(1000);
    expect(passedOn().map((one) => headOf(one).split(":")[0])).toEqual(["Published", "No longer there"]);
  });
});

describe("a channel", () => {
  it.each<[string, (discord: Discord) => void, (discord: Discord) => void, RegExp]>([
    [
      "that is deleted, and made again",
      (discord) => void discord.channels.delete(PLACE),
      (discord) => void addChannel(discord, PLACE, ChannelType.GuildText),
      /10003/,
    ],
    [
      "that the bot may not see",
      (discord) => {
        discord.permissions &= ~PermissionFlagsBits.ViewChannel;
      },
      (discord) => {
        discord.permissions |= PermissionFlagsBits.ViewChannel;
      },
      /50001/,
    ],
    [
      "that an overwrite closes to the bot’s role",
      ({ channels }) =>
        void channels.get(PLACE)?.permission_overwrites.push({
          id: BOT_ROLE,
          type: 0,
          allow: "0",
          deny: PermissionFlagsBits.SendMessages.toString(),
        }),
      ({ channels }) => void channels.get(PLACE)?.permission_overwrites.splice(0),
      /50013/,
    ],
  ])(
    "%s stops, keeps what there is to tell, and gets it within an hour of being mended",
    async (_, harm, mend, says) => {
      const place = await inPlace(ChannelType.GuildText);
      harm(place.discord);
      await place.tell("published");
      expect(place.messages(PLACE)).toEqual([]);
      const { bot, clock } = place.rehearsal;
      expect((await telling(bot.store, clock.now())).failing).toEqual([
        expect.objectContaining({ isStopped: true, error: expect.stringMatching(says) }),
      ]);
      expect(await place.findings()).toContainEqual({ isGood: false, text: expect.stringContaining(PLACE) });
      mend(place.discord);
      await place.pass(60);
      await bot.deliver(1000);
      expect(place.messages(PLACE)).toHaveLength(1);
      expect((await telling(bot.store, clock.now())).failing).toEqual([]);
    },
  );
});

it.each([
  ["attach files", PermissionFlagsBits.AttachFiles, /^sent without its picture: .*50013/],
  ["embed links", PermissionFlagsBits.EmbedLinks, undefined],
])("where the bot may not %s, “published” is told all the same", async (_, permission, lacks) => {
  const place = await inPlace(ChannelType.GuildText);
  place.discord.permissions &= ~permission;
  await place.tell("published");
  const { bot, clock } = place.rehearsal;
  expect(place.messages(PLACE)).toHaveLength(1);
  expect((await telling(bot.store, clock.now())).notWhole).toEqual(
    lacks ? [expect.objectContaining({ isRefused: false, error: expect.stringMatching(lacks) })] : [],
  );
});

it("a token that ends stops everything at once, not place by place", async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const channels = Array.from({ length: 100 }, (_, index) =>
    addChannel(discord, String(300_000_000_000_000_000n + BigInt(index)), ChannelType.GuildText),
  );
  const rehearsal = await rehearse({
    secrets: accessTo(discord),
    adjust: (config) => {
      config.settings.discord.places = channels.map((channel) => ({ channel }));
    },
  });
  await rehearsal.at("2021-12-10T12:00:00Z");
  discord.revokeToken();
  await rehearsal.bot.deliver(1000);
  await rehearsal.bot.telling.showCards();
  expect(discord.traffic.count(401)).toBeLessThanOrEqual(3);
  expect(discord.messages.filter(({ channel }) => channel !== CHANNEL)).toEqual([]);
});
