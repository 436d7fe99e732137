/** What stands at an address nobody has watched yet, and what its page offers: whatever is served there. */
import { describe, expect } from "vitest";
import { readOffered } from "../../src/read/offered.ts";
import { answer } from "../stand-ins/answer.ts";
import { HOSTILE } from "../stand-ins/hostile.ts";
import { fc, test } from "../stand-ins/properties.ts";

const FORMS = ["file", "feed", "sitemap", "page", "json", "text", "empty"];

describe("what stands at an address", () => {
  test(
    "is one of the forms, of any text",
    [
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom("", "<?xml?>", "<!--", "<rss>", "<html>", "{", "["),
    ],
    async (text, begins) => {
      const offered = await readOffered(answer({ url: "https://www.example.org/", wire: Buffer.from(begins + text) }));
      expect("form" in offered ? FORMS : ["problem"]).toContain("form" in offered ? offered.form : offered.kind);
    },
  );

  const pages = HOSTILE.filter(({ kind, robots, name }) => kind === "page" && !robots && !name.includes("(flood "));
  test(
    "is bounded, of any hostile page",
    [fc.constantFrom(...pages)],
    async ({ headers, body, url }) => {
      const offered = await readOffered(answer({ url: url ?? "https://www.example.org/", headers, wire: body() }));
      expect(JSON.stringify(offered).length).toBeLessThan(8_000_000);
    },
    12,
  );
});
