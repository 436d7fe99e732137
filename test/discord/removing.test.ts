/** `/watch remove`: a watch is looked at no more once its name was typed, and nothing that was found is lost. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InteractionResponseType } from "discord.js";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/config/fault.ts";
import { notKept } from "../../src/discord/not-kept.ts";
import { UsageError } from "../../src/language/plain-error.ts";
import { CannotWrite, ChangedMeanwhile } from "../../src/upkeep/watch-file.ts";
import { type SlashWatch, slashWatch } from "../stand-ins/slash-watch.ts";
import { KEEPER, until } from "../stand-ins/talk.ts";

/** With a second watch, so that one can go. */
async function two(): Promise<SlashWatch> {
  const place = await slashWatch();
  await place.bot.write("other.yaml", place.bot.text.replaceAll("harbour", "bridge"));
  await place.bot.live.reload();
  return place;
}

describe("a watch that is removed on Discord", () => {
  it("is asked about in a form that says what comes of it, and put aside by whoever typed its name", async () => {
    const { bot, remove, send, files } = await two();
    const form = await remove("matter");
    expect(form.type).toBe(InteractionResponseType.Modal);
    const [says, label] = form.body.components ?? [];
    expect(says?.content).toContain("Nothing that was found is lost");
    expect(label?.description).toBe("matter");
    const id = form.body.custom_id ?? "";
    expect((await send(id, { name: "mutter" })).content).toBe("That is not its name; nothing was removed.");
    expect(Object.keys(files())).toEqual(["matter.yaml", "other.yaml"]);
    const removed = await send(id, { name: " Matter " });
    expect(removed.content).toBe(
      "Report on the matter of the harbour is not watched any more. What was found of it stays.",
    );
    expect(Object.keys(files())).toEqual(["other.yaml"]);
    expect(await (await bot.ask("/watches/matter")).text()).toContain("no longer watched");
    expect(bot.logged).toContainEqual(
      expect.objectContaining({
        event: "watch-removed",
        watch: "matter",
        by: expect.stringMatching(/^discord-[0-9a-f]{16}$/),
      }),
    );
    expect((await send(id, { name: "matter" })).content).toContain("changed by somebody else meanwhile");
  });

  it("is removed once, however often the form is sent", async () => {
    const { remove, send, files, bot } = await two();
    const { body } = await remove("matter");
    await Promise.all(Array.from({ length: 20 }, () => send(body.custom_id ?? "", { name: "matter" })));
    expect(Object.keys(files())).toEqual(["other.yaml"]);
    expect(bot.logged.filter(({ event }) => event === "watch-removed")).toHaveLength(1);
  });

  it("is not removed by somebody who may not, though they have the form", async () => {
    const { remove, send, files } = await two();
    const { body } = await remove("matter");
    const eve = { person: "623456789012345699", name: "eve" };
    expect((await send(body.custom_id ?? "", { name: "matter" }, eve)).content).toContain("Only people who manage");
    expect(Object.keys(files())).toEqual(["matter.yaml", "other.yaml"]);
  });

  it("is there still where its file cannot be put aside", async () => {
    const { bot, remove, send, files } = await two();
    await writeFile(join(bot.config, "watches", "archived"), "in the way");
    const { body } = await remove("matter");
    expect((await send(body.custom_id ?? "", { name: "matter" })).content).toContain("put `matter.yaml` aside by hand");
    expect(Object.keys(files())).toEqual(["matter.yaml", "other.yaml"]);
  });

  it("is none of that name, or the only one: that is said", async () => {
    const { bot, remove, discord } = await slashWatch();
    expect((await remove("*nothing*")).body.content).toContain("no watch “\\*nothing\\*”");
    expect((await remove("matter")).body.content).toContain("It is the only watch");
    await until(() => bot.logged.length > 0);
    const { body } = await discord.gateway.modal("watch:remove:0123456789abcdef", { name: "matter" }, KEEPER);
    expect(body.content).toContain("changed by somebody else meanwhile");
  });
});

describe("why something was not kept", () => {
  it.each<[string, Error, string]>([
    ["it was changed meanwhile", new ChangedMeanwhile("matter"), "changed by somebody else meanwhile"],
    [
      "it cannot be written",
      new CannotWrite("/srv/config/watches/x.yaml", "title: x\n", { code: "EROFS" }),
      "as `x.yaml`",
    ],
    ["it is wrong", new ConfigError(["a.yaml: *one*", "a.yaml: two"]), "a.yaml: \\*one\\*\na.yaml: two"],
    ["it is another", new UsageError("The watch must go on as it was."), "must go on as it was"],
  ])("%s", (_, error, says) => {
    expect(notKept(error, "en").content).toContain(says);
    expect(notKept(error, "fr").content).not.toBe(notKept(error, "en").content);
  });

  it("is no sentence where it is a fault of ours", () => {
    expect(() => notKept(new TypeError("x"), "en")).toThrow(TypeError);
  });
});
