import { describe, expect, it } from "vitest";
import type { Config } from "../../src/config/load.ts";
import type { Answer } from "../stand-ins/discord/interactions.ts";
import { idsIn, LATER, ready, type Talk, text } from "../stand-ins/talk.ts";

/** So many watches of the same office, with titles that are as long and strange as titles may be. */
function watches(count: number) {
  return (config: Config) => {
    const [first] = config.watches;
    if (!first) throw new Error("no watch");
    config.watches = Array.from({ length: count }, (_, at) => ({
      ...first,
      id: `watch-${at}-${"long-name-".repeat(6)}`.slice(0, 64),
      short: undefined,
      title: `${at}. @everyone **Report** on [everything](https://x.example) ${"and more ".repeat(40)}`,
    }));
  };
}

/** All pages of an answer, one after the other, by its Next button. */
async function pages(spoken: Talk, command: string, options: object[] = []) {
  const { gateway } = spoken.discord;
  const found: Answer[] = [await gateway.command(command, options)];
  for (;;) {
    const last = found.at(-1);
    const next = last?.body.components?.[0]?.components[1];
    if (!next || next.disabled) return found;
    found.push(await gateway.button(next.custom_id ?? ""));
  }
}

const said = (answers: Answer[]) =>
  answers
    .flatMap(({ body }) => (body.embeds ?? []).map(({ title = "", description = "" }) => `${title}\n${description}`))
    .join("\n");

describe.each([12, 60])("with %i watches", (count) => {
  it("each answer names every watch, on pages that Discord takes", async () => {
    const spoken = await ready({ adjust: watches(count) });
    for (const command of ["status", "sources", "evidence", "watches", "history", "why"]) {
      const answers = await pages(spoken, command);
      for (let at = 0; at < count; at++)
        expect(said(answers), command).toMatch(new RegExp(`(?<!\\d)${at}\\\\?\\. ＠everyone`));
      expect(said(answers)).not.toContain("**Report**");
      expect(answers.every(({ body }) => body.allowed_mentions?.parse?.length === 0)).toBe(true);
    }
    const [id = ""] = spoken.rehearsal.config.watches.map((watch) => watch.id);
    expect(await pages(spoken, "status", text(["watch", id]))).toHaveLength(1);
    expect(spoken.discord.mistakes).toEqual([]);
  }, 60_000);
});

it("a page goes back as well, in the channel’s language", async () => {
  const spoken = await ready({
    adjust: (config) => {
      watches(12)(config);
      config.settings.delivery.language = "fr";
    },
  });
  const [first, second] = await pages(spoken, "status");
  const back = await spoken.discord.gateway.button(idsIn(second ?? { body: {} })[0] ?? "");
  expect(back.body.embeds).toEqual(first?.body.embeds);
  expect(back.body.components?.[0]?.components.map(({ label }) => label)).toEqual(["Retour", "Suite"]);
});

describe("/why", () => {
  it("says what is missing while nothing is found", async () => {
    const { discord } = await ready();
    const { body } = await discord.gateway.command("why");
    expect(body.embeds?.[0]?.fields?.[1]?.value).toMatch(/^A document under the title on www\.ohchr\.org/);
  });
});

describe("/history", () => {
  it("tells what was told, the newest first", async () => {
    const { discord, rehearsal } = await ready();
    await rehearsal.at(LATER);
    const { body } = await discord.gateway.command("history");
    const lines = body.embeds?.[0]?.description?.split("\n") ?? [];
    expect(lines.at(-1)).toContain("Now watching");
    expect(lines.length).toBeGreaterThan(1);
  });
});
