/** A list that is read as it comes, piece by piece: nothing is lost where one piece ends and the next begins. */
import { expect, it } from "vitest";
import { readBody } from "../../../src/read/read.ts";
import type { Entries } from "../../../src/read/reading.ts";
import { answer } from "../../stand-ins/answer.ts";

const ITEMS = 14_900;

it.each([0, 11, 40])("a sitemap whose addresses are %d letters longer loses none", async (more) => {
  const address = (item: number) => `https://www.office.example/${"x".repeat(more)}some-title-of-a-page-${item}`;
  const items = Array.from({ length: ITEMS }, (_, item) => address(item));
  const xml = `<?xml version="1.0"?><urlset>${items.map((url) => `<url><loc>${url}</loc><lastmod>2022-08-31</lastmod></url>`).join("")}</urlset>`;
  const body = answer({ url: "https://www.office.example/sitemap.xml", wire: Buffer.from(xml) });
  const { reading } = await readBody(body, { kind: "sitemap", ignore: [] }, "Europe/Zurich");
  expect((reading as Entries).entries.map(({ url }) => url)).toEqual(items);
});
