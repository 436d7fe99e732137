import { expect, it } from "vitest";
import { guessedPaths } from "../../../src/read/json/guess.ts";
import type { Api } from "../../stand-ins/apis/api.ts";
import { cellar, dspace, federalRegister, govUk } from "../../stand-ins/apis/others.ts";
import { reliefWeb } from "../../stand-ins/apis/reliefweb.ts";
import { fc, test } from "../../stand-ins/properties.ts";

const ITEMS = ["A report on it", "Another one"].map((title, index) => ({
  id: `${index}`,
  title,
  path: `/r/${index}`,
  date: `2022-08-3${index}`,
  summary: "What it says.",
}));
const answerOf = (api: Api, url: string): unknown =>
  JSON.parse(String(api.answer({ url: new URL(url), method: "GET", headers: {}, body: "" }).body));

it.each<[string, unknown, object]>([
  [
    "ReliefWeb",
    answerOf(reliefWeb(["me"], ITEMS), "https://a.org/v2/reports?appname=me"),
    { items: "$.data[*]", title: ["$.fields.title"], link: ["$.fields.url_alias"], date: ["$.fields.date.original"] },
  ],
  [
    "GOV.UK",
    answerOf(govUk(ITEMS), "https://a.org/api/search.json?q="),
    {
      items: "$.results[*]",
      title: ["$.title"],
      link: ["$.link"],
      date: ["$.public_timestamp"],
      summary: ["$.description"],
    },
  ],
  [
    "the Federal Register",
    answerOf(federalRegister(ITEMS), "https://a.org/?conditions[term]=x"),
    {
      items: "$.results[*]",
      title: ["$.title"],
      link: ["$.html_url"],
      date: ["$.publication_date"],
      summary: ["$.abstract"],
    },
  ],
  [
    "CELLAR",
    answerOf(cellar(ITEMS), "https://a.org/?query=x"),
    { items: "$.results.bindings[*]", title: ["$.title.value"], date: ["$.date.value"] },
  ],
  [
    "DSpace",
    answerOf(dspace("a.org", ITEMS), "https://a.org/server/api/discover/search/objects"),
    {
      items: "$._embedded.searchResult._embedded.objects[*]",
      title: ["$._embedded.indexableObject.metadata['dc.title'][0].value"],
      date: ["$._embedded.indexableObject.metadata['dc.date.issued'][0].value"],
    },
  ],
  [
    "a plain list",
    ITEMS.map(({ title, date }) => ({ "odd'name": 1, title, date })),
    { items: "$[*]", title: ["$.title"], date: ["$.date"] },
  ],
])("of %s, paths are found by their names", (_, value, paths) => {
  expect(guessedPaths(value)).toEqual(paths);
});

it.each([
  ["settings", { name: "x", version: 1 }],
  ["numbers", { data: [1, 2, 3] }],
  ["names alone", { tags: [{ name: "harbour" }, { name: "report" }] }],
  ["nothing", null],
])("of %s, none are", (_, value) => {
  expect(guessedPaths(value)).toBeUndefined();
});

test("whatever JSON it is, it is looked through", [fc.json()], (text) => {
  expect(() => guessedPaths(JSON.parse(text))).not.toThrow();
});
