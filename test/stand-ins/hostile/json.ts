/** Answers of APIs: JSON that floods, nests, lies and breaks off. */
import { type Bytes, bare, type Hostile, joined, numbered, page, times } from "./case.ts";

const PATHS = {
  items: "$.data[*]",
  title: ["$.title", "$..name"],
  link: ["$.url", "$.links[?@.rel == 'self'].href"],
  date: ["$.date"],
  summary: ["$.summary"],
  base: "https://www.office.example.org/id/",
};
const ONE = '{"title":"A report","url":"https://www.office.example.org/1","date":"2022-08-31"}';

const json = (name: string, body: () => Bytes, extras: Partial<Hostile> = {}): Hostile =>
  bare("json", "application/json", `an API’s ${name}`, body, { paths: PATHS, ...extras });
const data = (inner: Bytes) => joined('{"data":[', inner, ONE, "]}");

const FLOODS: readonly Hostile[] = [
  json("1,000,000 items", () => data(times('{"a":1},', 1_000_000))),
  json("1,000,000 items that are no objects", () => data(times("0,", 1_000_000))),
  json("60,000 items of its own", () =>
    data(numbered(60_000, (index) => `{"title":"Report ${index}","url":"/${index}","date":${1_661_900_000 + index}},`)),
  ),
  json("49,000 items with a summary of 200 letters", () =>
    data(
      numbered(49_000, (index) => `{"title":"Report ${index}","url":"/${index}","summary":"${"word ".repeat(40)}"},`),
    ),
  ),
  json("one item with 1,000,000 names", () =>
    data(
      joined(
        "{",
        numbered(1_000_000, (index) => `"n${index}":1,`),
        '"title":"x"},',
      ),
    ),
  ),
  json("one name 1,000,000 times", () => data(joined("{", times('"title":"x",', 800_000), '"url":"/x"},'))),
  json("1,000,000 links in each way of one item", () =>
    data(joined('{"title":"x","links":[', times('{"rel":"x"},', 700_000), '{"rel":"self","href":"/x"}]},')),
  ),
  json("text of 9 MB in a title", () => data(joined('{"title":"', times("words ", 1_500_000), '","url":"/x"},'))),
  json("text of 9 MB of “<” in a summary", () =>
    data(joined('{"title":"x","url":"/x","summary":"', times("<", 9_000_000), '"},')),
  ),
  json("address of 9 MB", () => data(joined('{"title":"x","url":"/', times("x", 9_000_000), '"},'))),
  json("date of 9 MB", () => data(joined('{"title":"x","url":"/x","date":"', times("31 Aug ", 1_280_000), '"},'))),
  json("60 MB of spaces", () => data(times(" ", 59_000_000))),
];

const DEEP: readonly Hostile[] = [
  json("lists, 5,000,000 deep", () => joined('{"data":', times("[", 5_000_000), times("]", 5_000_000), "}")),
  json("objects, 1,000,000 deep", () => joined(times('{"data":', 1_000_000), "1", times("}", 1_000_000))),
  json("lists that open 9,000,000 times and never close", () => times("[", 9_000_000)),
  json("items 60 deep, each with the name that is looked for at any depth", () =>
    data(times(`${'{"name":{"a":'.repeat(30)}1${"}}".repeat(30)},`, 20_000)),
  ),
];

const STRANGE: readonly Hostile[] = [
  json("__proto__ and constructor", () =>
    data('{"__proto__":{"title":"x","url":"/x"},"constructor":{"prototype":{"title":"x"}},"url":"/2"},'),
  ),
  json("numbers of 1,000,000 digits", () =>
    data(`{"title":${"9".repeat(1_000_000)},"url":1e400,"date":-${"9".repeat(1_000_000)}},`),
  ),
  json("dates of no calendar", () =>
    data(
      '{"title":"x","url":"/x","date":99999999999999},{"title":"y","url":"/y","date":-1},{"title":"z","date":1e308},',
    ),
  ),
  json("lists and objects where texts should be", () =>
    data('{"title":[["x"]],"url":{"href":"x"},"date":{"year":2022},"summary":[1]},null,true,[],"x",'),
  ),
  json("addresses of other schemes and hosts", () =>
    data(
      '{"title":"a","url":"javascript:alert(1)"},{"title":"b","url":"file:///etc/passwd"},{"title":"c","url":"//evil.example/x"},{"title":"d","url":"..\\\\..\\\\@evil.example"},',
    ),
  ),
  json("halves of letters", () => data(joined('{"title":"', times("\\ud83d", 1_000_000), '","url":"\\udc00"},'))),
  json("error beside its items", () =>
    joined('{"error":{"message":"', times("no ", 1_000_000), '"},"data":[', ONE, "]}"),
  ),
  json("refusal of 9 MB", () => joined('{"error":{"message":"', times("no ", 3_000_000), '"}}'), { status: 403 }),
  json("refusal, 1,000,000 errors deep", () => joined(times('{"errors":[', 1_000_000), times("]}", 1_000_000)), {
    status: 429,
  }),
  json("half, and no end", () => joined('{"data":[', times(`${ONE},`, 50_000))),
  json("JSON after a byte order mark, twice", () => joined("\ufeff\ufeff", data(""))),
  json("JSON in lines, an item each", () => times(`${ONE}\n`, 50_000)),
  json("page instead, of 1,000,000 paragraphs", () => page(times("<p>", 1_000_000))),
  json("bytes that are no text", () => times(Buffer.from([0, 1, 0xff, 0xfe]), 1_000_000)),
];

export const JSON_ANSWERS: readonly Hostile[] = [...FLOODS, ...DEEP, ...STRANGE];
