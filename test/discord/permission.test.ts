/** Who may do what on Discord, on every path by which it can be done, at the moment it is done. */
import { InteractionResponseType, PermissionFlagsBits } from "discord.js";
import { describe, expect, it } from "vitest";
import { Drafts } from "../../src/discord/drafts.ts";
import { ROLE } from "../stand-ins/discord/ids.ts";
import type { Answer, Interactions } from "../stand-ins/discord/interactions.ts";
import { idsIn, KEEPER, ready, signalled, text, until } from "../stand-ins/talk.ts";

type Asking = NonNullable<Parameters<Interactions["button"]>[1]>;
type Right = "decide" | "setUp" | "quieten";
type Path = (gateway: Interactions, asking: Asking) => Promise<Answer>;

const { Administrator, ManageMessages, ManageChannels } = PermissionFlagsBits;
const ELSEWHERE = "923456789012345678";

/** Without a server, and so without a member, whatever the person may do elsewhere. */
const inPrivate = ({ guild_id: _, guild: _guild, member, ...rest }: Record<string, unknown>) => ({
  ...rest,
  user: (member as { user: object }).user,
  context: 1,
});

const PEOPLE: Record<string, { asking: Asking; may: readonly Right[] }> = {
  "who manages the server": { asking: KEEPER, may: ["decide", "setUp", "quieten"] },
  "who administers it": { asking: { permissions: Administrator }, may: ["decide", "setUp", "quieten"] },
  "whoever has a role for it": { asking: { roles: [ROLE] }, may: ["decide", "setUp", "quieten"] },
  "who manages its messages alone": { asking: { permissions: ManageMessages }, may: ["quieten"] },
  "who manages its channels alone": { asking: { permissions: ManageChannels }, may: [] },
  "who has lost the role": { asking: { roles: ["323456789012345679"] }, may: [] },
  "a stranger": { asking: {}, may: [] },
  "whose permissions Discord leaves out": {
    asking: { as: (one) => ({ ...one, member: { ...(one.member as object), permissions: undefined } }) },
    may: [],
  },
  // Of a server where the bot is not, nothing is told.
  "who manages another server": {
    asking: { ...KEEPER, guild: ELSEWHERE, channel: "923456789012345679" },
    may: [],
  },
  "who has the role’s number on another server": { asking: { roles: [ROLE], guild: ELSEWHERE }, may: [] },
  "somebody in a direct message": { asking: { ...KEEPER, as: inPrivate }, may: [] },
};

const sub = (name: string, ...options: [string, unknown][]) => [{ name, type: 1, options: text(...options) }];
const slash =
  (name: string, options: object[]): Path =>
  (gateway, asking) =>
    gateway.command(name, options, asking);
const press =
  (id: string): Path =>
  (gateway, asking) =>
    gateway.button(id, asking);
const send =
  (id: string, fields: Record<string, string> = {}): Path =>
  (gateway, asking) =>
    gateway.modal(id, fields, asking);
const WATCH = "xinjiang-assessment";
/** About something that there is not: who may is told so, and nothing is done. */
const NONE = "ffffffff";

const PATHS: Record<string, { right: Right; ask: Path }> = {
  "/confirm": { right: "decide", ask: slash("confirm", text(["evidence", NONE])) },
  "/dismiss": { right: "decide", ask: slash("dismiss", text(["evidence", NONE])) },
  "the button Confirm": { right: "decide", ask: press(`confirm:${NONE}`) },
  "the answer to “Really?”": { right: "decide", ask: press(`really:${NONE}`) },
  "the button Dismiss": { right: "decide", ask: press(`dismiss:${NONE}`) },
  "the reason for a dismissal": { right: "decide", ask: send(`dismiss:${NONE}`, { reason: "a copy" }) },
  "a form that confirms, of which there is none": { right: "decide", ask: send(`confirm:${NONE}`) },
  "the button Add": { right: "decide", ask: press(`add:${NONE}`) },
  "the button Not one": { right: "decide", ask: press(`none:${NONE}`) },
  "the button I am looking": { right: "decide", ask: press(`look:${NONE}`) },
  "/watch add": { right: "decide", ask: slash("watch", sub("add")) },
  "/watch remove": { right: "decide", ask: slash("watch", sub("remove", ["watch", WATCH])) },
  "the form of /watch add": { right: "decide", ask: send("watch:add:") },
  "the form of /watch remove": { right: "decide", ask: send("watch:remove:0123456789abcdef", { name: WATCH }) },
  "a step of a proposal": { right: "decide", ask: press("watch:write:0123456789abcdef") },
  "/channel here": { right: "setUp", ask: slash("channel", sub("here")) },
  "/channel off": { right: "setUp", ask: slash("channel", sub("off")) },
  "/mute": { right: "quieten", ask: slash("mute", []) },
  "/unmute": { right: "quieten", ask: slash("unmute", []) },
  "/watch mute": { right: "quieten", ask: slash("watch", sub("mute", ["watch", WATCH])) },
  "/watch pause": { right: "quieten", ask: slash("watch", sub("pause", ["watch", WATCH])) },
  "/watch resume": { right: "quieten", ask: slash("watch", sub("resume", ["watch", WATCH])) },
};

const REFUSED = /^Only people who|only be decided on the server|^That is possible only on a server/;

const listening = () =>
  ready({
    drafts: new Drafts(),
    adjust: (config) => {
      config.settings.discord.deciders = [ROLE];
    },
  });

describe.each(Object.entries(PEOPLE))("%s", (_, { asking, may }) => {
  it("is let in where they may, and told so where they may not", async () => {
    const { discord } = await listening();
    const let_in = async ([name, { right, ask }]: [string, (typeof PATHS)[string]]) => {
      const { body, type, isEphemeral } = await ask(discord.gateway, asking);
      const isRefused = REFUSED.test(body.content ?? "");
      if (isRefused) expect({ name, isEphemeral, type }).toMatchObject({ isEphemeral: true });
      else expect({ name, may: may.includes(right), body }).toMatchObject({ may: true });
      return isRefused ? [] : [name];
    };
    const found: string[] = [];
    for (const path of Object.entries(PATHS)) found.push(...(await let_in(path)));
    const expected = Object.entries(PATHS).filter(([, { right }]) => may.includes(right));
    expect(found).toEqual(expected.map(([name]) => name));
  });

  it("is offered names of evidence and watches to decide on only where they may", async () => {
    const { discord } = await signalled({
      adjust: (config) => {
        config.settings.discord.deciders = [ROLE];
      },
    });
    const count = async (command: string, option: string) =>
      (await discord.gateway.autocomplete(command, option, "", asking)).body.choices?.length;
    const some = (right: Right) => (may.includes(right) ? 1 : 0);
    expect([await count("confirm", "evidence"), await count("dismiss", "evidence")]).toEqual([
      some("decide"),
      some("decide"),
    ]);
    expect([await count("channel", "watch"), await count("watch", "watch")]).toEqual([some("setUp"), some("quieten")]);
  });
});

describe("a permission that is gone", () => {
  it("when the form is sent that was opened with it, decides nothing", async () => {
    const { discord, dismiss, message, rehearsal } = await signalled();
    const form = await discord.gateway.button(dismiss, { ...KEEPER, message });
    expect(form.type).toBe(InteractionResponseType.Modal);
    const later = { ...KEEPER, permissions: 0n };
    const { body } = await discord.gateway.modal(form.body.custom_id ?? "", { reason: "a copy" }, later);
    expect(body.content).toContain("Only people who manage the server");
    expect(await rehearsal.bot.store.decisions.open()).toEqual([]);
    expect((await rehearsal.status()).verdict).toBe("signalled");
  });

  it("with the role that carried it, decides nothing from then on", async () => {
    const { discord, confirm, rehearsal } = await signalled({
      adjust: (config) => {
        config.settings.discord.deciders = [ROLE];
      },
    });
    const really = confirm.replace("confirm", "really");
    const said = async (id: string, roles: string[]) => (await discord.gateway.button(id, { roles })).body.content;
    expect(await said(confirm, [ROLE])).toContain("Really?");
    expect(await said(really, [])).toContain("Only people");
    expect((await rehearsal.status()).verdict).toBe("signalled");
    expect(await said(really, [ROLE])).toContain("Confirmed");
  });

  it("when “Really?” is answered that was asked with it, confirms nothing", async () => {
    const { discord, confirm, message, rehearsal } = await signalled();
    const question = await discord.gateway.button(confirm, { ...KEEPER, message });
    const [really = ""] = idsIn(question);
    expect((await discord.gateway.button(really, { ...KEEPER, permissions: 0n })).body.content).toContain(
      "Only people",
    );
    expect((await rehearsal.status()).verdict).toBe("signalled");
    await discord.gateway.button(really, KEEPER);
    await until(() => message.edits > 0);
  });
});

describe("what nobody of ours asked", () => {
  it.each([
    ["a name that somebody made up", "confirm:../../etc"],
    ["a name of another kind", "decide:1234"],
    ["a name with more behind it", `confirm:${NONE}:really`],
  ])("%s is not known", async (_, id) => {
    const { discord } = await listening();
    expect((await discord.gateway.button(id, KEEPER)).body.content).toContain("I do not know");
  });

  it("another bot’s button decides nothing", async () => {
    const { discord, confirm, rehearsal } = await signalled();
    const really = confirm.replace("confirm", "really");
    const as = (one: Record<string, unknown>) => ({ ...one, application_id: "423456789012345000" });
    await discord.gateway.button(really, { ...KEEPER, as });
    expect(await rehearsal.bot.store.decisions.open()).toEqual([]);
    expect((await rehearsal.status()).verdict).toBe("signalled");
  });
});
