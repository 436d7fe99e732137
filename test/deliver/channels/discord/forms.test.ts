/** One message in each of its forms: what Discord refuses in one, it takes in the next, whatever was fetched. */
import { MessageFlags } from "discord.js";
import { describe, expect, it } from "vitest";
import { changed, isMarked } from "../../../../src/deliver/channels/discord/writer.ts";
import type { Notice } from "../../../../src/judge/notice.ts";
import { asPosted, formsOf, NOTICE_ID, PAGE } from "../../../stand-ins/discord/forms.ts";
import { bodyFault } from "../../../stand-ins/discord/limits.ts";
import { buttonsOf, textOf } from "../../../stand-ins/discord/said.ts";
import { change, notice } from "../../../stand-ins/every-notice.ts";
import { noticesToShow } from "../../../stand-ins/every-notice-on-record.ts";
import { fc, test } from "../../../stand-ins/properties.ts";

describe.each([
  ["a bot", true],
  ["a webhook", false],
])("through %s", (_, isBots) => {
  it.each(noticesToShow)(
    "%s is taken in every form, carries its mark, and leads to its evidence",
    async (_name, one) => {
      const bodies = await formsOf(one, { isBots });
      expect(bodies).toHaveLength(bodies[0]?.files ? 5 : 4);
      for (const body of bodies) {
        expect(bodyFault(body.message)).toBeUndefined();
        expect(isMarked(body.message, NOTICE_ID)).toBe(true);
        expect(textOf(asPosted(body)).split("\n").at(-1)).toMatch(/coming-weeks · \w+ · [0-9a-f]{16}$/);
      }
      for (const body of bodies.slice(0, -1)) {
        const buttons = buttonsOf(asPosted(body));
        expect(buttons.map(({ url }) => url)).toContain(PAGE);
        const asks = ["signalled", "proposed"].includes(one.kind) && isBots;
        expect(buttons.filter(({ custom_id }) => custom_id !== undefined)).toHaveLength(
          asks ? (one.kind === "signalled" ? 3 : 2) : 0,
        );
      }
    },
  );

  it("a message that is brought up to date is laid out anew, and calls nobody", async () => {
    const published = noticesToShow.find(([, { kind }]) => kind === "changed")?.[1] as Notice;
    const [first] = await formsOf(published, { isBots, isEdit: true });
    const edit = first && changed(first.message);
    expect(edit).toMatchObject({ content: null, embeds: [], flags: MessageFlags.IsComponentsV2 });
    expect(edit?.allowed_mentions).toEqual({ parse: [] });
  });
});

it("a webhook's picture comes with an embed: what is laid out by components may bring no file there", async () => {
  const published = noticesToShow.find(([, { kind }]) => kind === "published")?.[1] as Notice;
  const [ofBot, ofWebhook] = [(await formsOf(published))[0], (await formsOf(published, { isBots: false }))[0]];
  expect(ofBot?.message.flags).toBe(MessageFlags.IsComponentsV2);
  expect(ofWebhook?.message.embeds?.[0]?.image?.url).toBe("attachment://clock.png");
  expect(ofWebhook?.files).toHaveLength(1);
});

test(
  "no form is refused for its length, however long and strange what was fetched is",
  [
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 6000 }),
      fc.string({ unit: fc.constantFrom("*", "_", "[", "`", "|", "<@1>", "\n# ", "a", " "), maxLength: 3000 }),
    ),
    fc.array(fc.string({ maxLength: 500 }), { maxLength: 40 }),
    fc.webUrl({ withQueryParameters: true, size: "large" }),
  ],
  async (title, lines, url) => {
    const edited = { ...change, kind: "edited" as const, title, added: lines, removed: lines, url };
    for (const what of [edited, { ...change, title, url }, { ...change, kind: "edited" as const, before: title }])
      for (const body of await formsOf(notice({ kind: "changed", source: title, url, change: what })))
        expect(bodyFault(body.message)).toBeUndefined();
  },
);
