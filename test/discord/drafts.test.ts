/** A watch in the making is kept for a while, for one person, and of few at once; a site is looked at for so long and no longer. */
import { describe, expect, it } from "vitest";
import { Drafts } from "../../src/discord/drafts.ts";
import { SITE } from "../stand-ins/ohchr.ts";
import { TYPED } from "../stand-ins/slash-watch.ts";
import { idsIn, KEEPER, ready, until } from "../stand-ins/talk.ts";

const AT = "2022-06-01T12:00:00Z";

describe("watches in the making", () => {
  it("are forgotten half an hour after something was done about them", () => {
    const drafts = new Drafts();
    const { key } = drafts.begin("ana", TYPED, AT);
    expect(drafts.find(key, "ana", "2022-06-01T12:29:00Z")).toMatchObject({ key });
    expect(drafts.find(key, "ana", "2022-06-01T12:58:00Z")).toMatchObject({ key });
    expect(drafts.find(key, "ana", "2022-06-01T13:29:00Z")).toBe("gone");
  });

  it("are one a person, and eight in all: the oldest goes", () => {
    const drafts = new Drafts();
    const keys = Array.from({ length: 9 }, (_, at) => drafts.begin(`person ${at}`, TYPED, AT).key);
    const anew = drafts.begin("person 8", TYPED, AT).key;
    const found = [...keys, anew].map((key, at) => drafts.find(key, `person ${Math.min(at, 8)}`, AT));
    expect(found.map((one) => typeof one)).toEqual(["string", ...Array(7).fill("object"), "string", "object"]);
  });

  it("are somebody else’s to everybody else", () => {
    const drafts = new Drafts();
    expect(drafts.find(drafts.begin("ana", TYPED, AT).key, "ben", AT)).toBe("anothers");
  });
});

describe("on Discord", () => {
  const sent = { ...TYPED, who: "the chair, 1 December 2021", site: `${SITE}/slow` };

  it("a look that takes too long is ended, and what was seen by then is shown", async () => {
    const never = new Promise<void>(() => undefined);
    const { discord } = await ready({ drafts: new Drafts(400), pages: { "/slow": { after: never } } });
    const answer = await discord.gateway.modal("watch:add:", sent, KEEPER);
    await until(() => (answer.later.at(-1)?.components ?? []).length > 0);
    expect(answer.later.at(-1)?.content).toContain(
      "I stopped looking after a minute; “Change…” goes on with the rest.",
    );
  });

  it("the buttons of an old proposal say that it is gone", async () => {
    const { discord, rehearsal } = await ready({ drafts: new Drafts() });
    const answer = await discord.gateway.modal("watch:add:", { ...sent, site: "" }, KEEPER);
    const [said = ""] = idsIn(answer);
    rehearsal.clock.moveTo("2021-12-10T12:31:00Z");
    expect((await discord.gateway.button(said, KEEPER)).body.content).toContain("That proposal is gone");
  });

  it.each([
    ["a form without anything in it", "watch:add:", "wants an answer"],
    ["a form of a proposal that never was", "watch:proposed:0123456789abcdef", "That proposal is gone"],
    ["a form of no proposal", "watch:write:", "That proposal is gone"],
    ["a step that there is not", "watch:everything:", "/help says what I can be asked"],
    ["a key that is none", "watch:write:../../etc", "/help says what I can be asked"],
  ])("%s is answered", async (_, id, says) => {
    const { discord } = await ready({ drafts: new Drafts() });
    const as = (all: Record<string, unknown>) => ({
      ...all,
      data: {
        custom_id: id,
        components: [{ type: 18 }, null, { type: 18, component: { type: 4, custom_id: "title" } }],
      },
    });
    expect((await discord.gateway.modal(id, {}, KEEPER)).body.content).toContain(says);
    const strange = await discord.gateway.modal(id, {}, { ...KEEPER, as });
    expect(strange.body.content).toMatch(/wants an answer|proposal is gone|do not know|went wrong/);
    expect((await discord.gateway.button(id, KEEPER)).body.content).toMatch(/proposal is gone|do not know/);
  });

  it("where nothing is changed from Discord, that is said", async () => {
    const { discord } = await ready();
    const add = [{ name: "add", type: 1, options: [] }];
    expect((await discord.gateway.command("watch", add, KEEPER)).body.content).toContain("cannot be changed");
  });
});
