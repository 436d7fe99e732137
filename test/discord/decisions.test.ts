import { InteractionResponseType } from "discord.js";
import { describe, expect, it } from "vitest";
import { toldIn } from "../stand-ins/discord/discord.ts";
import { ROLE } from "../stand-ins/discord/ids.ts";
import { buttonsOf, headOf, textOf } from "../stand-ins/discord/said.ts";
import { article, LATEST_PATH, listing, ordinaryRows, publishedReport, TITLE } from "../stand-ins/ohchr.ts";
import { idsIn, KEEPER, LATER, ready, signalled, text, until } from "../stand-ins/talk.ts";

describe("a signal", () => {
  it("comes with buttons", async () => {
    const { message } = await signalled();
    expect(buttonsOf(message).map(({ label }) => label)).toEqual([
      "Confirm",
      "Dismiss…",
      "I am looking",
      "Open copies.example.net",
    ]);
  });

  it("that somebody looks at says so to everybody, also after a restart, and is nobody else’s for ten minutes", async () => {
    const { discord, message, confirm, rehearsal, deliver } = await signalled();
    const look = confirm.replace("confirm:", "look:");
    const { body, isEphemeral } = await discord.gateway.button(look, { ...KEEPER, name: "ana_*b*", message });
    expect(isEphemeral).toBe(true);
    expect(body.content).toMatch(/^Thank you: everybody sees that you are looking, until <t:\d+:t>/);
    await until(() => message.edits > 0);
    expect(textOf(message)).toMatch(/^A reviewer is looking at this, until <t:\d+:f>\.$/m);
    const other = { ...KEEPER, person: "623456789012345672", name: "ben", message };
    expect((await discord.gateway.button(look, other)).body.content).toContain("is looking at this already");
    await rehearsal.restart();
    rehearsal.clock.moveTo("2022-08-31T12:11:00Z");
    const { edits } = message;
    await rehearsal.bot.store.claims.make(
      { watch: "xinjiang-assessment", evidence: look.slice(5), by: "ben", until: "2022-08-31T12:21:00Z" },
      rehearsal.clock.now(),
    );
    await deliver();
    await until(() => message.edits > edits);
    expect(textOf(message)).toContain(
      `A reviewer is looking at this, until <t:${Date.parse("2022-08-31T12:21:00Z") / 1000}:f>.`,
    );
  });

  it("is looked at only by somebody who may decide it, and only while it is known", async () => {
    const { discord, confirm } = await signalled();
    expect((await discord.gateway.button(confirm.replace("confirm:", "look:"))).body.content).toContain("Only people");
    expect((await discord.gateway.button("look:0123", KEEPER)).body.content).toContain("There is no evidence");
  });

  it("that is confirmed becomes published, and its message says when, by a reviewer", async () => {
    const { discord, confirm, message, rehearsal } = await signalled();
    const question = await discord.gateway.button(confirm, { ...KEEPER, message });
    expect(question.isEphemeral).toBe(true);
    expect(question.body.content).toContain("Really? This tells everybody that it is published");
    expect((await rehearsal.status()).verdict).toBe("signalled");
    const { body } = await discord.gateway.button(idsIn(question)[0] ?? "", KEEPER);
    expect(body).toMatchObject({ content: expect.stringContaining("Confirmed"), components: [] });
    await until(() => message.edits > 0);
    expect(headOf(message)).toMatch(/^Confirmed: /);
    expect(textOf(message)).toMatch(/Confirmed by a reviewer, <t:\d+:f>: this is the report/);
    expect(buttonsOf(message).map(({ label }) => label)).toEqual(["Open copies.example.net"]);
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
    expect(textOf(message)).toContain("Reason given: a copy of ＠everyone");
    await until(() => toldIn(discord).some((one) => headOf(one).startsWith("Correction")));
    expect(discord.messages).toContain(message);
    expect(discord.messages.every((one) => one.allowed_mentions?.parse?.length === 0)).toBe(true);
  });

  it("that twenty confirm at the same moment is confirmed once, and told once; the others hear when", async () => {
    const { discord, confirm, message, rehearsal, deliver } = await signalled();
    const really = confirm.replace("confirm", "really");
    const people = Array.from({ length: 20 }, (_, at) => ({ ...KEEPER, person: `6234567890123456${at + 10}` }));
    const answers = await Promise.all(
      people.map(async (one, at) => {
        const id = text(["evidence", confirm.split(":")[1]]);
        const { body } = await (at % 2
          ? discord.gateway.command("confirm", id, one)
          : discord.gateway.button(really, one));
        return body.content ?? "";
      }),
    );
    expect(answers.filter((said) => said.startsWith("Confirmed: "))).toHaveLength(1);
    expect(answers.filter((said) => /^Already confirmed, by a reviewer, on <t:\d+:f>\.$/.test(said))).toHaveLength(19);
    await until(() => message.edits > 0);
    await deliver();
    expect(toldIn(discord).filter((one) => headOf(one).startsWith("Published"))).toHaveLength(1);
    expect(textOf(message).match(/Confirmed by a reviewer/g)).toHaveLength(1);
    expect(await rehearsal.bot.store.decisions.history("xinjiang-assessment")).toHaveLength(1);
  });

  it("that its decider decides the same again is theirs, and of before; the contrary undoes it, and both stay", async () => {
    const { discord, confirm, message, deliver } = await signalled();
    const id = confirm.split(":")[1];
    const say = async (decision: string) =>
      (await discord.gateway.command(decision, text(["evidence", id]), KEEPER)).body.content;
    expect(await say("dismiss")).toMatch(/^Dismissed: /);
    expect(await say("dismiss")).toMatch(/^Already dismissed, by you, on <t:\d+:f>\.$/);
    expect(await say("confirm")).toMatch(/^Confirmed: /);
    expect(await say("dismiss")).toMatch(/^Dismissed: /);
    await deliver();
    await until(() => (textOf(message).match(/by a reviewer/g) ?? []).length === 3);
    expect(textOf(message)).toMatch(/Dismissed by a reviewer.*\nConfirmed by a reviewer.*\nDismissed by a reviewer/);
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
    expect(body.content).toContain("Really?");
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
    const { body } = await discord.gateway.autocomplete("confirm", "evidence", TITLE.slice(0, 20), KEEPER);
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

  it("comes with buttons; Add tells the channel, and the message says when, by a reviewer", async () => {
    const { discord, message, add, rehearsal } = await proposed();
    expect(buttonsOf(message).map(({ label }) => label)).toEqual(["Add", "Not one", "Open the page"]);
    const { body, isEphemeral } = await discord.gateway.button(add, { ...KEEPER, message });
    expect(isEphemeral).toBe(true);
    expect(body.content).toContain("Added: “by the end of April”");
    await until(() => message.edits > 0);
    expect(headOf(message)).toMatch(/^Added to what was said: /);
    expect(textOf(message)).toMatch(/Added by a reviewer, <t:\d+:f>/);
    expect(buttonsOf(message).map(({ label }) => label)).toEqual(["Open the page"]);
    await until(() => toldIn(discord).some((one) => headOf(one).startsWith("New promise: ")));
    expect((await rehearsal.status()).newest_promise).toMatchObject({ latest: "2022-04-30", added_by: "a reviewer" });
    const { body: line } = await discord.gateway.command("timeline");
    expect(line.embeds?.[0]?.description).toContain("(added by a reviewer)");
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
