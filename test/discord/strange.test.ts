import { describe, expect, it } from "vitest";
import { systemClock } from "../../src/time/clock.ts";
import { fc, test as property } from "../stand-ins/properties.ts";
import { KEEPER, ready, signalled, type Talk, until } from "../stand-ins/talk.ts";

type Fields = Record<string, unknown>;
const without =
  (...names: string[]) =>
  (all: Fields) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
const having = (fields: Fields) => (all: Fields) => ({ ...all, ...fields });
const ANA = { id: "623456789012345678", username: "ana", discriminator: "0", avatar: null };
const FUTURE = { whole_new_thing: { a: [1, null, { b: true }] }, another: "x" };

describe("a command", () => {
  it.each<[string, (all: Fields) => unknown]>([
    ["without a locale", without("locale")],
    ["with a locale that is no text", having({ locale: 7 })],
    ["in a language that nobody has heard of", having({ locale: "tlh-KX" })],
    ["without its server’s language", without("guild_locale")],
    [
      "without a member, as in a direct message",
      (all) => ({ ...without("member", "guild_id", "guild")(all), user: ANA }),
    ],
    ["with a member that is null", having({ member: null, user: ANA })],
    ["with a member that has no user", having({ member: { roles: [], permissions: "0" } })],
    ["with a member that has no roles", having({ member: { user: ANA, permissions: "0" } })],
    ["with a member whose rights are no number", having({ member: { user: ANA, roles: "all", permissions: "many" } })],
    ["of nobody", without("member", "user")],
    ["of a server that is null", having({ guild_id: null, guild: null })],
    [
      "of a server that the bot is not on",
      having({ guild_id: "999999999999999999", authorizing_integration_owners: { 1: ANA.id }, context: 2 }),
    ],
    ["without what the bot may do there", without("app_permissions")],
    ["with rights that are a number", having({ app_permissions: 8 })],
    ["without entitlements", without("entitlements")],
    ["with entitlements of a new kind", having({ entitlements: [{}, null, 3] })],
    ["without those who installed it", without("authorizing_integration_owners")],
    ["without a channel", without("channel")],
    ["with a channel that is null", having({ channel: null, channel_id: null })],
    [
      "in a channel of a new kind",
      having({ channel: { id: "223456789012345999", type: 99 }, channel_id: "223456789012345999" }),
    ],
    ["in a channel whose kind is no number", having({ channel: { id: "223456789012345999", type: "text" } })],
    [
      "without a version, and with fields that nobody knows",
      (all) => ({ ...without("version", "attachment_size_limit", "context")(all), ...FUTURE }),
    ],
    [
      "with options that are null",
      (all) => ({ ...all, data: { ...(all.data as Fields), options: null, resolved: null } }),
    ],
    [
      "with options of no known form",
      (all) => ({ ...all, data: { ...(all.data as Fields), options: [null, 3, {}, { name: "x" }], resolved: [] } }),
    ],
    ["with a message where there is none", having({ message: { ...FUTURE } })],
  ])("%s is answered", async (_, as) => {
    const { discord } = await ready();
    const { body } = await discord.gateway.command("status", [], { as });
    expect(body.embeds?.[0]?.title).toContain("UN assessment");
  });

  it.each<[string, (all: Fields) => unknown]>([
    ["a command that was registered once", (all) => ({ ...all, data: { ...(all.data as Fields), name: "once" } })],
    ["a command of a person’s menu", (all) => ({ ...all, data: { ...(all.data as Fields), type: 2, target_id: "1" } })],
    ["a command of a new kind", (all) => ({ ...all, data: { ...(all.data as Fields), type: 99 } })],
    ["a component of a new kind", having({ type: 3, data: { custom_id: "confirm:x", component_type: 99 } })],
    [
      "a list to choose from, which the bot has not",
      having({ type: 3, data: { custom_id: "confirm:x", component_type: 3, values: ["a"] }, message: { id: "1" } }),
    ],
    ["an interaction of a new kind", having({ type: 99 })],
    ["an interaction without content", having({ data: null })],
  ])("%s is answered with what can be asked", async (_, as) => {
    const { discord } = await ready();
    const { body, isEphemeral } = await discord.gateway.command("status", [], { as });
    expect(body.content).toContain("/help says what I can be asked");
    expect(isEphemeral).toBe(true);
  });

  it("in a direct message is answered in the reader’s language, and sets nothing up", async () => {
    const { discord } = await ready();
    const as = (all: Fields) => ({ ...without("member", "guild_id", "guild")(all), user: ANA, locale: "fr" });
    expect((await discord.gateway.command("help", [], { as })).body.embeds?.[0]?.description).toContain("Je surveille");
    const here = [{ name: "here", type: 1, options: [] }];
    expect((await discord.gateway.command("channel", here, { as })).body.content).toContain("sur un serveur");
  });
});

describe("what is typed so far", () => {
  it.each<[string, (all: Fields) => unknown]>([
    ["is nowhere", (all) => ({ ...all, data: { ...(all.data as Fields), options: [] } })],
    [
      "is a number",
      (all) => ({
        ...all,
        data: { name: "status", type: 1, options: [{ name: "watch", type: 4, value: 7, focused: true }] },
      }),
    ],
    [
      "is of an option that nobody knows",
      (all) => ({
        ...all,
        type: 4,
        data: { name: "x", type: 1, options: [{ name: "y", type: 3, value: "~", focused: true }] },
      }),
    ],
  ])("%s: there is nothing to choose from, and no more", async (_, as) => {
    const { discord } = await ready();
    const { body } = await discord.gateway.autocomplete("status", "watch", "x", { as });
    expect(body.choices).toEqual([]);
  });
});

describe("a button", () => {
  it.each([
    "",
    "confirm",
    "confirm:",
    "confirm:../../etc",
    `confirm:${"x".repeat(81)}`,
    "really:",
    "page:channel:0:",
    "page:help:0:no-such-watch extra",
    "page:confirm:0:",
    "look",
    "__proto__:x",
    "page:__proto__:0:",
    "page:constructor:0:",
  ])("whose name was tampered with does nothing: %j", async (customId) => {
    const { discord, rehearsal } = await ready();
    const { body, isEphemeral } = await discord.gateway.button(customId, KEEPER);
    expect(body.content).toContain("/help says what I can be asked");
    expect(isEphemeral).toBe(true);
    expect((await rehearsal.status()).verdict).toBe("unpublished");
  });

  it("that says “really” of nothing that is known confirms nothing", async () => {
    const { discord, rehearsal } = await ready();
    const { body } = await discord.gateway.button("really:0123456789abcdef", KEEPER);
    expect(body.content).toContain("There is no evidence");
    expect((await rehearsal.status()).verdict).toBe("unpublished");
  });

  it("of a page of a watch that is watched no more says so", async () => {
    const { discord } = await ready();
    const { body } = await discord.gateway.button("page:status:3:gone", KEEPER);
    expect(body.content).toContain("Nothing is watched");
  });

  it.each<[string, (all: Fields) => unknown]>([
    ["without its message", without("message")],
    [
      "with a message of a new kind",
      having({ message: { id: "5", type: 77, components: [{ type: 99 }], poll: null } }),
    ],
    ["with a message that is null", having({ message: null })],
  ])("%s is answered", async (_, as) => {
    const { discord, confirm } = await signalled();
    expect((await discord.gateway.button(confirm, { ...KEEPER, as })).body.content).toContain("Really?");
  });

  it("is no way round who may decide: of nobody, of a guest, in a direct message", async () => {
    const { discord, confirm, rehearsal } = await signalled();
    const id = confirm.split(":")[1];
    for (const name of [confirm, `really:${id}`, `dismiss:${id}`])
      for (const as of [
        without("member"),
        having({ member: { user: ANA, permissions: "everything" } }),
        without("guild_id"),
        having({ guild_id: null, member: null, user: ANA }),
      ])
        expect((await discord.gateway.button(name, { as })).body.content).toMatch(/Only people|only be decided/);
    expect((await rehearsal.status()).verdict).toBe("signalled");
  });

  it("and what is written in its form is survived in any form", async () => {
    const { discord, dismiss } = await signalled();
    const as = (all: Fields) => ({
      ...all,
      data: { custom_id: dismiss, components: [{ type: 99 }, null, { type: 1 }] },
    });
    const { body } = await discord.gateway.modal(dismiss, {}, { ...KEEPER, as });
    expect(body.content).toMatch(/Dismissed|went wrong|do not know/);
    expect((await discord.gateway.command("help")).body.embeds).toHaveLength(1);
  });
});

describe("an answer", () => {
  it("that Discord took without saying so is not lost", async () => {
    const { discord } = await ready();
    discord.gateway.loseNext();
    const { body } = await discord.gateway.command("status");
    expect(body.embeds?.[0]?.title).toContain("UN assessment");
  });

  it.each([
    ["that comes after three seconds", "first"],
    ["that comes after a quarter of an hour", "deferred"],
  ] as const)("%s is let be, and noted without alarm", async (_, lateness) => {
    const { discord, logged } = await ready();
    discord.gateway.lateness = lateness;
    void discord.gateway.command("status");
    await until(() => logged.some(({ event }) => event === "answer-failed"));
    expect(logged.filter(({ event }) => event === "answer-failed")).toMatchObject([{ level: 20 }]);
    discord.gateway.lateness = "none";
    expect((await discord.gateway.command("help")).body.embeds).toHaveLength(1);
  });
});

describe("an interaction whose fields are gone, or other ones", () => {
  /** Where a field stands: by what an interaction is answered is not among them. */
  const PATHS = [
    "application_id type data guild guild_id channel channel_id member user message version locale guild_locale app_permissions",
    "entitlements authorizing_integration_owners context attachment_size_limit new_field data.type data.name data.id data.options",
    "data.resolved data.custom_id data.component_type data.components data.values data.target_id data.guild_id member.user",
    "member.roles member.permissions member.user.username member.user.id member.joined_at channel.id channel.type channel.parent_id",
    "message.id message.flags message.components data.resolved.messages",
  ]
    .join(" ")
    .split(" ");
  const changed = (interaction: Fields, changes: readonly (readonly [string, unknown])[]) => {
    const copy = structuredClone(interaction);
    for (const [path, value] of changes) {
      const names = path.split(".");
      const last = names.pop() ?? "";
      const holder = names.reduce<unknown>((at, name) => (at as Fields | undefined)?.[name], copy);
      if (typeof holder !== "object" || holder === null) continue;
      if (value === undefined) delete (holder as Fields)[last];
      else (holder as Fields)[last] = value;
    }
    return copy;
  };
  let spoken: ReturnType<typeof ready> | undefined;
  property(
    "is answered all the same, and the next as well",
    [
      fc.constantFrom("command", "autocomplete", "button", "modal", "menu"),
      fc.array(fc.tuple(fc.constantFrom(...PATHS), fc.option(fc.jsonValue(), { nil: undefined })), {
        minLength: 1,
        maxLength: 4,
      }),
    ],
    async (kind, changes) => {
      spoken ??= ready();
      const { gateway } = (await spoken).discord;
      const as = (all: Fields) => changed(all, changes);
      const asked = {
        command: () => gateway.command("status", [], { as }),
        autocomplete: () => gateway.autocomplete("status", "watch", "x", { as }),
        button: () => gateway.button("page:status:0:", { as }),
        modal: () => gateway.modal("dismiss:x", { reason: "y" }, { as }),
        menu: () => gateway.menu("What is known of this link?", "https://example.org", { as }),
      }[kind]();
      const isAnswered = await Promise.race([asked.then(() => true), systemClock.sleep(3000).then(() => false)]);
      expect([changes, isAnswered]).toEqual([changes, true]);
      expect((await gateway.command("help")).body.embeds).toHaveLength(1);
    },
    100,
  );
});

describe("whatever comes over the gateway", () => {
  let spoken: Promise<Talk> | undefined;
  property(
    "the next command is answered",
    [
      fc.array(
        fc.oneof(fc.json(), fc.constantFrom("null", "[]", "7", '"x"')).map((json) => JSON.parse(json) as unknown),
        { maxLength: 5 },
      ),
      fc.constantFrom("INTERACTION_CREATE", "GUILD_UPDATE", "CHANNEL_CREATE", "GUILD_ROLE_UPDATE", "SOMETHING_NEW"),
    ],
    async (things, name) => {
      spoken ??= ready();
      const { discord } = await spoken;
      for (const thing of things) discord.gateway.event(name, thing);
      expect((await discord.gateway.command("help")).body.embeds).toHaveLength(1);
    },
    60,
  );
});
