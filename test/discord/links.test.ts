import { describe, expect, it } from "vitest";
import { linksIn, type Read } from "../../src/discord/links.ts";
import { LATEST_PATH, SITE } from "../stand-ins/ohchr.ts";
import { ready, signalled } from "../stand-ins/talk.ts";

const message = (content: string): Read => ({ content });

describe("the links of a message", () => {
  it.each([
    [
      "stand in its text",
      "see https://example.org/a and http://example.org/b.",
      ["https://example.org/a", "http://example.org/b"],
    ],
    [
      "end where a sentence or markup does",
      "(https://example.org/a), <https://example.org/b> **https://example.org/c**",
      ["https://example.org/a", "https://example.org/b", "https://example.org/c"],
    ],
    [
      "count once, however they are written",
      "https://example.org/a https://www.example.org/a/?utm_source=x",
      ["https://www.example.org/a/?utm_source=x"],
    ],
    ["are none where none is", "file:///etc/passwd javascript:alert(1) https://", []],
    [
      "are no more than five",
      Array.from({ length: 50 }, (_, at) => `https://example.org/${at}`).join(" "),
      [0, 1, 2, 3, 4].map((at) => `https://example.org/${at}`),
    ],
  ])("%s", (_, content, links) => {
    expect(linksIn(message(content))).toEqual(links);
  });
});

it("stand in what a message shows, and in one that it passes on, as well", () => {
  const embeds = [{ url: "https://example.org/a", title: "b", description: "at https://example.org/c" }];
  const components = [{ type: 17, components: [{ type: 10, content: "[it](https://example.org/d)" }] }];
  const passedOn = new Map([["1", { content: "https://example.org/e" }]]);
  expect(linksIn({ content: "", embeds, components, messageSnapshots: passedOn } as unknown as Read)).toEqual(
    ["a", "c", "d", "e"].map((name) => `https://example.org/${name}`),
  );
});

it("are none in no message", () => {
  expect(linksIn(null)).toEqual([]);
});

describe("“What is known of this link?”", () => {
  it("says of a watched page whose it is, and when it was read", async () => {
    const { discord } = await ready();
    const { body, isEphemeral } = await discord.gateway.menu(
      "What is known of this link?",
      `look: ${SITE}${LATEST_PATH}`,
    );
    expect(isEphemeral).toBe(true);
    expect(body.embeds?.[0]?.description).toContain("One of the watched pages: the latest-news listing");
    expect(body.embeds?.[0]?.description).toContain("On a site of the publisher’s");
  });

  it("says of evidence what it is", async () => {
    const { discord } = await signalled();
    const { body } = await discord.gateway.menu("What is known of this link?", "https://copies.example.net/report");
    expect(body.embeds?.[0]?.description).toContain("Evidence for OHCHR assessment");
    expect(body.embeds?.[0]?.description).toContain("Not on a site of any publisher");
  });

  it.each([
    ["a message without a link", "nothing here", "There is no link in that message."],
    ["an empty message", "", "There is no link in that message."],
  ])("says so of %s", async (_, content, words) => {
    const { discord } = await ready();
    expect((await discord.gateway.menu("What is known of this link?", content)).body.content).toBe(words);
  });

  it("mentions nobody and marks nothing up, whatever the address says", async () => {
    const { discord } = await ready();
    const { body } = await discord.gateway.menu(
      "What is known of this link?",
      "https://example.org/@everyone/**x**/[y](z)",
    );
    expect(body.embeds?.[0]?.description).not.toContain("**x**");
    expect(body.allowed_mentions?.parse).toEqual([]);
  });
});
