import { PermissionFlagsBits } from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { type RehearsalOptions, rehearse } from "../../../stand-ins/bot.ts";
import { accessTo, cardsIn, startDiscord } from "../../../stand-ins/discord/discord.ts";
import { CHANNEL } from "../../../stand-ins/discord/ids.ts";
import { buttonsOf, headOf, textOf } from "../../../stand-ins/discord/said.ts";
import { LATEST_PATH, publishedReport } from "../../../stand-ins/ohchr.ts";

async function withCard({ adjust }: Pick<RehearsalOptions, "adjust"> = {}) {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const rehearsal = await rehearse({ secrets: accessTo(discord), ...(adjust ? { adjust } : {}) });
  const at = async (instant: string) => {
    await rehearsal.at(instant);
    await rehearsal.bot.deliver(1000);
    await rehearsal.bot.telling.showCards();
    const [card] = cardsIn(discord);
    return card;
  };
  return { discord, rehearsal, at };
}

describe("the status card", () => {
  it("says where things stand, in dates that each reader sees in their own zone", async () => {
    const { at } = await withCard();
    const card = await at("2022-01-27T12:00:00Z");
    const noon = (day: string) => `<t:${Date.parse(`${day}T11:00:00Z`) / 1000}:D>`;
    expect(headOf(card)).toBe("UN assessment on Xinjiang");
    const text = textOf(card);
    expect(text).toContain("**Not published yet**\n48 days since “in the coming weeks”");
    expect(text).toContain(`-# Promised on ${noon("2021-12-10")} by Rupert Colville, spokesperson`);
    expect(text).toContain(`${noon("2021-12-17")} to ${noon("2022-02-04")}`);
    expect(text).toMatch(/^-# Last looked <t:\d+:R>; 3 of 3 sources read$/m);
    expect(card && buttonsOf(card).map(({ label }) => label)).toContain("the PDF");
  });

  it("fits a phone's screen, and takes the place of an embed of before", async () => {
    const { at } = await withCard();
    const card = await at("2022-06-27T12:00:00Z");
    expect(textOf(card).split("\n").length).toBeLessThanOrEqual(8);
    Object.assign(card ?? {}, { embeds: [{ title: "As it was before" }], flags: 0, components: [] });
    await at("2022-06-28T12:00:00Z");
    expect(card?.embeds).toEqual([]);
    expect(headOf(card)).toBe("UN assessment on Xinjiang");
  });

  it("is edited when things change, and otherwise only now and then", async () => {
    const { discord, at } = await withCard();
    const card = await at("2022-01-27T12:00:00Z");
    await at("2022-01-27T12:05:00Z");
    expect(card?.edits).toBe(0);
    await at("2022-01-27T12:15:00Z");
    expect(card?.edits).toBe(1);
    await at("2022-01-28T12:00:00Z");
    expect(textOf(card)).toContain("49 days since");
    expect(cardsIn(discord)).toHaveLength(1);
  });

  it("turns to published with the date", async () => {
    const { rehearsal, at } = await withCard();
    await at("2022-08-31T12:00:00Z");
    Object.assign(rehearsal.origin.pages, publishedReport());
    const card = await at("2022-08-31T21:52:00Z");
    expect(textOf(card)).toMatch(/^\*\*Published on 31 August 2022\*\*\n264 days after “in the coming weeks”/m);
  });

  it("never says “not published” when nothing can be read", async () => {
    const { rehearsal, at } = await withCard();
    await at("2022-01-27T12:00:00Z");
    rehearsal.origin.pages["*"] = { status: 503 };
    rehearsal.origin.pages[LATEST_PATH] = { status: 503 };
    const card = await at("2022-01-27T13:00:00Z");
    expect(textOf(card)).toContain("Unknown: no source can be read");
    expect(textOf(card)).toContain("Unread: ");
  });

  it("is the same message after a restart, and after a crash that forgot it", async () => {
    const { discord, rehearsal, at } = await withCard();
    await at("2022-01-27T12:00:00Z");
    await rehearsal.restart();
    await at("2022-01-27T12:01:00Z");
    const card = { place: `discord-channel:${CHANNEL}`, watch: "xinjiang-assessment" };
    await rehearsal.bot.store.discord.keepCard({ ...card, target: "", message: "" });
    await rehearsal.restart();
    await at("2022-01-27T12:02:00Z");
    expect(cardsIn(discord)).toHaveLength(1);
  });

  it("is posted anew when somebody deleted it", async () => {
    const { discord, at } = await withCard();
    await at("2022-01-27T12:00:00Z");
    discord.messages.length = 0;
    await at("2022-01-28T12:00:00Z");
    expect(cardsIn(discord)).toHaveLength(1);
  });

  it("waits while the bot may not write, and comes when it may again", async () => {
    const { discord, at } = await withCard();
    discord.permissions &= ~PermissionFlagsBits.SendMessages;
    await at("2022-01-27T12:00:00Z");
    expect(cardsIn(discord)).toHaveLength(0);
    discord.permissions |= PermissionFlagsBits.SendMessages;
    await at("2022-01-27T12:30:00Z");
    expect(cardsIn(discord), "it does not ask again at every pass").toHaveLength(0);
    await at("2022-01-27T13:01:00Z");
    expect(cardsIn(discord)).toHaveLength(1);
  });

  it("is pinned where that is wanted, and stands unpinned where it may not be", async () => {
    const pinned = {
      adjust: (config: { settings: { discord: { card: string } } }) => {
        config.settings.discord.card = "pinned";
      },
    };
    const allowed = await withCard(pinned);
    const card = await allowed.at("2022-01-27T12:00:00Z");
    expect(allowed.discord.pinned.has(card?.id ?? "")).toBe(true);
    const refused = await withCard(pinned);
    refused.discord.permissions &= ~PermissionFlagsBits.PinMessages;
    await refused.at("2022-01-27T12:00:00Z");
    expect(cardsIn(refused.discord)).toHaveLength(1);
    expect(refused.discord.pinned.size).toBe(0);
  });

  it("is not posted where it is turned off", async () => {
    const { discord, at } = await withCard({
      adjust: (config) => {
        config.settings.discord.card = "off";
      },
    });
    await at("2022-01-27T12:00:00Z");
    expect(cardsIn(discord)).toHaveLength(0);
  });
});
