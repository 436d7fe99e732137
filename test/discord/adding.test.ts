/** `/watch add`: a person's words, a site that is looked at, what is proposed, and a file that is written once. */
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { InteractionResponseType } from "discord.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { toldIn } from "../stand-ins/discord/discord.ts";
import { headOf } from "../stand-ins/discord/said.ts";
import { listing } from "../stand-ins/ohchr.ts";
import { OFFICE, OFFICES_PAGES, slashWatch, TYPED } from "../stand-ins/slash-watch.ts";
import { newPostgres } from "../stand-ins/stores.ts";
import { KEEPER, until } from "../stand-ins/talk.ts";

const BEN = { ...KEEPER, person: "623456789012345672", name: "ben" };
const OTHER_ROWS = [4, 5, 6].map((day) => ({
  title: `Report number ${day} on rail`,
  url: `/reports/${day}`,
  date: `${day} April 2022`,
}));
const NAME = "report-marlow-harbour-fire";
const FILE = `${NAME}.yaml`;

describe("a watch that is added on Discord", () => {
  it("is asked for in a form, looked for, shown, written once it is agreed to, and begins at once", async () => {
    const { discord, bot, open, send, press, files } = await slashWatch();
    const form = await open();
    expect(form.type).toBe(InteractionResponseType.Modal);
    expect(form.body.components?.map(({ component }) => component?.custom_id)).toEqual(Object.keys(TYPED));
    const shown = await send(form.body.custom_id ?? "", TYPED);
    expect(shown.answer).toMatchObject({ isEphemeral: true, isDeferred: true });
    expect(shown.answer.body.content).toMatch(/^I am looking at the site/);
    expect(shown.content).toBe("This is what would be watched. Nothing is written yet.");
    for (const part of [
      "the chair",
      "“in the coming weeks”: from <t:",
      "[www.office.example.org/news](<https://www.office.example.org/news>)",
      "listing, 3 items · the page you named",
      "2022-04-01 · Report number 1 on roads",
      "www.office.example.org (the page’s own)",
      "Marlow Harbour",
      "A long page under its own heading",
      `Its name: \`${NAME}\``,
    ])
      expect(shown.text).toContain(part);
    expect(Object.keys(shown.buttons)).toEqual(["write", "proposed", "said", "leave"]);
    expect(Object.keys(files())).not.toContain(FILE);

    const written = await press(shown.buttons.write ?? "");
    expect(written.content).toContain(`Written: \`${NAME}\``);
    expect(written.buttons).toEqual({});
    expect(parse(files()[FILE] ?? "")).toMatchObject({
      title: TYPED.title,
      statements: [{ on: "2022-05-01", by: "the chair", phrase: "in the coming weeks" }],
      sources: [{ url: `${OFFICE}/news` }],
    });
    await until(() => toldIn(discord).some((one) => headOf(one) === `Now watching: ${TYPED.title}`));
    const history = await (await bot.ask(`/watches/${NAME}/versions`)).text();
    expect(history).toContain("by a reviewer");
    expect(history).not.toContain("keeper");
    expect(bot.logged).toContainEqual(
      expect.objectContaining({
        event: "watch-added",
        watch: NAME,
        by: expect.stringMatching(/^discord-[0-9a-f]{16}$/),
      }),
    );
  });

  it("is changed before it is written: its hosts, sources, subject, days and publisher, in a form that holds what is proposed", async () => {
    const { discord, add, press, send, files } = await slashWatch({
      ...OFFICES_PAGES,
      "/reports": listing(OTHER_ROWS),
    });
    const first = await add();
    const form = await discord.gateway.button(first.buttons.proposed ?? "", KEEPER);
    const held = Object.fromEntries(
      (form.body.components ?? []).map(({ component }) => [component?.custom_id, component?.value]),
    );
    expect(held).toMatchObject({
      hosts: "www.office.example.org office.example.org",
      sources: `${OFFICE}/news`,
      days: "2022-05-08, 2022-05-29, 2022-06-26",
    });
    const as = { ...(held as Record<string, string>), publisher: "The *office*", days: "30 June 2022" };
    const changed = await send(form.body.custom_id ?? "", {
      ...as,
      hosts: "www.office.example.org",
      subject: "harbour, port; report",
      sources: `${OFFICE}/news\n${OFFICE}/reports`,
    });
    expect(changed.text).toContain("The \\*office\\*");
    expect(changed.text).toContain("• harbour, port");
    const again = await discord.gateway.button(changed.buttons.proposed ?? "", KEEPER);
    const less = await send(again.body.custom_id ?? "", { ...as, days: "", sources: `${OFFICE}/reports` });
    await press(less.buttons.write ?? "");
    expect(parse(files()[FILE] ?? "")).toMatchObject({
      publisher: { name: "The *office*" },
      statements: [{ horizon: { earliest: "2022-05-01", likely: "2022-06-30", latest: "2022-06-30" } }],
      sources: [{ url: `${OFFICE}/reports` }],
    });
  });

  it("is asked about again where its words say several things: a number chooses", async () => {
    const { discord, add, send } = await slashWatch();
    const shown = await add({
      words: "They spoke in May of next month, and some say by the end of the year it may be",
    });
    expect(shown.content).toContain("Nobody can say by when it was promised");
    expect(shown.buttons).not.toHaveProperty("write");
    expect(shown.text).toMatch(/only a part is understood as a time[\s\S]*1\. “/);
    const form = await discord.gateway.button(shown.buttons.proposed ?? "", KEEPER);
    const wrong = await send(form.body.custom_id ?? "", { days: "9" });
    expect(wrong.content).toContain("The days were not understood");
    const right = await send(form.body.custom_id ?? "", { days: "1" });
    expect(right.buttons).toHaveProperty("write");
  });

  it("stands in the database where several processes share one, and in no file", async () => {
    const { bot, add, press, files } = await slashWatch(OFFICES_PAGES, {}, await newPostgres());
    const { buttons } = await add();
    expect((await press(buttons.write ?? "")).content).toContain("Written");
    expect(Object.keys(files())).toEqual(["matter.yaml"]);
    await until(() => bot.logged.some(({ event, watch }) => event === "checked" && watch === NAME));
    expect(await (await bot.ask(`/watches/${NAME}/versions`)).text()).toContain("by a reviewer");
  });

  it("is proposed in the person’s own language", async () => {
    const { add, press } = await slashWatch();
    const french = { ...KEEPER, locale: "fr" };
    const shown = await add({ who: "la présidente, le 1er mai 2022", words: "dans les prochaines semaines" }, french);
    expect(shown.content).toBe("Voici ce qui serait surveillé. Rien n’est encore écrit.");
    expect(shown.text).toContain("**la présidente**, <t:");
    expect(shown.text).toContain("liste, 3 éléments · la page que vous avez nommée");
    expect((await press(shown.buttons.write ?? "", french)).content).toContain(`Écrit : \`${NAME}\``);
  });

  it("that is left is gone, and nothing was written", async () => {
    const { add, press, files } = await slashWatch();
    const shown = await add();
    expect((await press(shown.buttons.leave ?? "")).content).toBe("Left. Nothing was written.");
    expect((await press(shown.buttons.write ?? "")).content).toContain("That proposal is gone");
    expect(Object.keys(files())).toEqual(["matter.yaml"]);
  });

  it("is one file, however often it is agreed to", async () => {
    const { discord, add, bot, files } = await slashWatch();
    const { buttons } = await add();
    const presses = Array.from({ length: 20 }, () => discord.gateway.button(buttons.write ?? "", KEEPER));
    const said = (await Promise.all(presses)).map(({ body }) => body.content ?? "");
    expect(said.filter((one) => one.startsWith("Written"))).toHaveLength(1);
    expect(said.filter((one) => /being written already|proposal is gone/.test(one))).toHaveLength(19);
    expect(Object.keys(files())).toEqual(["matter.yaml", FILE]);
    expect(bot.logged.filter(({ event }) => event === "watch-added")).toHaveLength(1);
  });

  it("that two people agree to at once is two files, or one and a word to the other", async () => {
    const { add, press, files } = await slashWatch();
    const [hers, his] = await Promise.all([add(), add({}, BEN)]);
    const both = await Promise.all([press(hers.buttons.write ?? ""), press(his.buttons.write ?? "", BEN)]);
    const late = both.find(({ content }) => !content.startsWith("Written"));
    expect(late?.content).toContain(`There is a watch of the name ${NAME} already`);
    expect(Object.keys(files())).toEqual(["matter.yaml", FILE]);
  });
});

describe("who may", () => {
  it.each(["in English", "in French"])(
    "nobody but who decides there, by command, form and button (%s)",
    async (how) => {
      const { discord, open, add, send, press, remove, files } = await slashWatch();
      const locale = how === "in French" ? "fr" : "en-GB";
      const says = how === "in French" ? "Seules les personnes qui gèrent" : "Only people who manage";
      const { buttons } = await add();
      const stranger = { person: "623456789012345699", name: "eve", locale };
      for (const answer of [
        await open(stranger),
        await remove("matter", stranger),
        (await send("watch:add:", TYPED, stranger)).answer,
        (await press(buttons.write ?? "", stranger)).answer,
        (await send(buttons.proposed ?? "", { days: "2022-06-01" }, stranger)).answer,
      ])
        expect([answer.isEphemeral, answer.body.content]).toEqual([true, expect.stringContaining(says)]);
      const elsewhere = { ...KEEPER, guild: "923456789012345678", channel: "923456789012345679", locale };
      expect((await open(elsewhere)).body.content).not.toContain(says);
      expect((await open(elsewhere)).type).not.toBe(InteractionResponseType.Modal);
      expect(Object.keys(files())).toEqual(["matter.yaml"]);
      expect(discord.mistakes).toEqual([]);
    },
  );

  it("nobody goes on with another’s, whatever they may decide", async () => {
    const { add, press, send, files } = await slashWatch();
    const { buttons } = await add();
    for (const step of ["write", "leave", "proposed", "said"])
      expect((await press(buttons[step] ?? "", BEN)).content).toContain("somebody else’s proposal");
    expect((await send(buttons.said ?? "", TYPED, BEN)).content).toContain("somebody else’s proposal");
    expect(Object.keys(files())).toEqual(["matter.yaml"]);
    expect((await press(buttons.write ?? "")).content).toContain("Written");
  });

  it("one after a restart: the buttons say that it is gone", async () => {
    const { discord, bot, add, press } = await slashWatch();
    const { buttons } = await add();
    discord.commands.clear();
    await bot.restart();
    await until(() => discord.commands.size > 0);
    expect((await press(buttons.write ?? "")).content).toContain("That proposal is gone");
  });
});

describe("what cannot be taken is said, with what to do", () => {
  it.each<[string, Partial<typeof TYPED>, string]>([
    ["no day", { who: "the chair" }, "The day on which it was said is missing"],
    ["a day that is read in two ways", { who: "the chair, 3/4/2022" }, "can be read in two ways"],
    ["nobody who said so", { who: "1 May 2022" }, "Who said so is missing"],
    ["an address that is none", { site: "the *office*" }, "“the \\*office\\*” is not an address"],
    ["a link that is none", { link: "javascript:alert(1)" }, "is not an address"],
    ["blank words", { words: "  " }, "“In which words on timing?” wants an answer"],
  ])("%s", async (_, typed, says) => {
    const { discord, origin, add, send } = await slashWatch();
    const shown = await add(typed);
    expect(shown.content).toContain(says);
    expect(origin.requests).toEqual([]);
    expect(Object.keys(shown.buttons)).toEqual(["said", "leave"]);
    // What they typed is not lost.
    const form = await discord.gateway.button(shown.buttons.said ?? "", KEEPER);
    const title = form.body.components?.find(({ component }) => component?.custom_id === "title");
    expect(title?.component?.value).toBe(TYPED.title);
    expect((await send(form.body.custom_id ?? "", TYPED)).buttons).toHaveProperty("write");
  });

  it.each<[string, Partial<typeof TYPED>, string]>([
    ["a page that shows nothing new", { site: `${OFFICE}/gone` }, "Nothing can be read there for news"],
    ["a promise of a day to come", { who: "the chair, 1 May 2190" }, "has not come yet"],
    ["words that say no time", { words: "when it is done" }, "Nobody can say by when"],
    ["a title that says only what kind of thing it is", { title: "The report" }, "only what kind of thing it is"],
  ])("%s", async (_, typed, says) => {
    const { add } = await slashWatch();
    const shown = await add(typed);
    expect(shown.content).toContain("It cannot be written yet:");
    expect(shown.content).toContain(says);
    expect(shown.buttons).not.toHaveProperty("write");
  });

  it("a site that hangs: it is let go of, and asked anew when somebody asks again", async () => {
    const never = new Promise<void>(() => undefined);
    const { discord, origin, add, send } = await slashWatch(
      { ...OFFICES_PAGES, "/news": { after: never }, "/": { after: never } },
      { time_to_headers: "0.3s", total_time: "0.5s" },
    );
    const shown = await add();
    expect(shown.content).toContain("Nothing can be read there for news");
    expect(shown.text).toContain("did not answer in time");
    Object.assign(origin.pages, OFFICES_PAGES);
    const form = await discord.gateway.button(shown.buttons.said ?? "", KEEPER);
    expect((await send(form.body.custom_id ?? "", TYPED)).buttons).toHaveProperty("write");
  });

  it("a site that hangs holds up no end of the bot", async () => {
    const never = new Promise<void>(() => undefined);
    const { discord, bot, origin } = await slashWatch({ "/robots.txt": { after: never } });
    const answer = await discord.gateway.modal("watch:add:", TYPED, KEEPER);
    await until(() => origin.requests.length > 0);
    await bot.stop();
    expect(answer.later.at(-1)?.content).toContain("I was started again");
  }, 15_000);

  it("a folder that takes no file: the sentence, the file, and the buttons to try again", async () => {
    const { bot, add, press, files } = await slashWatch();
    const beside = join(bot.config, "watches", `.${FILE}.new`);
    await symlink("/nowhere/at/all", beside);
    const { buttons } = await add();
    const refused = await press(buttons.write ?? "");
    expect(refused.content).toContain(`I may not write there, so nothing was changed. This is the file`);
    expect(String(refused.answer.files[FILE])).toContain(`title: ${TYPED.title}`);
    expect(Object.keys(files())).toEqual(["matter.yaml"]);
    expect((await press(refused.buttons.write ?? "")).content).toContain("Written");
  });

  it("a config that is wrong elsewhere: it is kept, and the last good one holds", async () => {
    const { bot, add, press, files } = await slashWatch();
    const { buttons } = await add();
    await bot.write("broken.yaml", "title: 3\n");
    expect((await press(buttons.write ?? "")).content).toContain("It is kept, but not in force yet");
    expect(Object.keys(files())).toContain(FILE);
  });

  it("what is far too long and strange is shown as Discord takes it", async () => {
    const rows = Array.from({ length: 80 }, (_, at) => ({
      title: `${at} ${"*_~`|[]()<@&".repeat(30)}`,
      url: `/${"long-".repeat(150)}${at}`,
      date: "1 April 2022",
    }));
    const { discord, add, send } = await slashWatch({ ...OFFICES_PAGES, "/news": listing(rows) });
    const typed = { title: "*_[]".repeat(50), who: `${"*_".repeat(90)}, 1 May 2022`, words: "`*_~ ".repeat(119) };
    const shown = await add(typed);
    expect(shown.buttons).toHaveProperty("proposed");
    const form = await discord.gateway.button(shown.buttons.proposed ?? "", KEEPER);
    const sources = Array.from({ length: 9 }, (_, at) => `${OFFICE}/${"x".repeat(300)}${at}`).join(" ");
    const hosts = Array.from({ length: 60 }, (_, at) => `h${at}.${"y".repeat(50)}.example.org`).join(" ");
    const fields = { sources, hosts, subject: "*, ".repeat(1300), publisher: "*_".repeat(100) };
    expect((await send(form.body.custom_id ?? "", fields)).buttons).toHaveProperty("proposed");
  });

  it("what a site says is text, and never a mention, a link or a heading of Discord’s", async () => {
    const title = "# @everyone <@&1> [x](https://evil.example) **loud**";
    const { add, discord } = await slashWatch({
      "/news": (OFFICES_PAGES["/news"] as string).replaceAll("Report number 1 on roads", title),
    });
    const shown = await add({ who: "*eve* <@1>, 1 May 2022", title: "Report on **the** @here harbour" });
    expect(shown.text).not.toMatch(/[^\\]\[x\]\(|<@|[^\\]\*\*loud/);
    expect(shown.body.allowed_mentions?.parse).toEqual([]);
    expect(discord.mistakes).toEqual([]);
  });

  it("two sites are looked at at once, one for each person; a third waits", async () => {
    const { promise: after, resolve: open } = Promise.withResolvers<void>();
    const { discord } = await slashWatch({
      ...OFFICES_PAGES,
      "/news": { after, body: OFFICES_PAGES["/news"] as string },
    });
    const form = (await discord.gateway.command("watch", [{ name: "add", type: 1, options: [] }], KEEPER)).body;
    const sent = (asking: typeof KEEPER) => discord.gateway.modal(form.custom_id ?? "", TYPED, asking);
    const looking = [await sent(KEEPER), await sent(BEN)];
    expect((await sent(KEEPER)).body.content).toContain("I am still looking at the site of your last one");
    const third = { ...KEEPER, person: "623456789012345673", name: "cy" };
    const waiting = await sent(third);
    expect(waiting.body.content).toBe("I am looking at two other sites first; yours is next.");
    expect(waiting.later).toEqual([]);
    open();
    await until(() => [...looking, waiting].every(({ later }) => later.some((body) => body.components?.length === 1)));
  });
});
