import { describe, expect, it } from "vitest";
import { readBody } from "../../../src/read/read.ts";
import type { JsonPaths } from "../../../src/watch/watch.ts";
import { answer } from "../../stand-ins/answer.ts";
import { fc, test } from "../../stand-ins/properties.ts";

const URL = "https://api.example.org/v2/reports";
const PATHS: JsonPaths = { items: "$.data[*]", title: ["$.title"], link: ["$.url"], date: ["$.date"] };

async function read(body: unknown, paths: Partial<JsonPaths> = {}, { status = 200, type = "application/json" } = {}) {
  const wire = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const found = answer({ url: URL, status, headers: { "content-type": type }, wire });
  const how = { kind: "json" as const, ignore: [], paths: { ...PATHS, ...paths } };
  const { reading } = await readBody(found, how, "Europe/Zurich");
  if (!reading) throw new Error("was not read");
  return reading;
}

const item = (more: object = {}) => ({
  title: "A report",
  url: "https://www.example.org/1",
  date: "2022-08-31",
  ...more,
});
const first = async (more: object, paths: Partial<JsonPaths> = {}) => {
  const reading = await read({ data: [item(more)] }, paths);
  return reading.kind === "entries" ? reading.entries[0] : reading;
};

describe("a date", () => {
  it.each([
    ["a day", "2022-08-31", "2022-08-31"],
    ["an instant, of the day at the publisher’s", "2022-08-31T22:30:00Z", "2022-09-01"],
    ["an instant with its zone", "2022-08-31T23:30:00+02:00", "2022-08-31"],
    ["midnight, which is no time", "2022-08-31T00:00:00+00:00", "2022-08-31"],
    ["seconds since 1970", 1661940000, "2022-08-31"],
    ["seconds with a fraction", 1661940000.25, "2022-08-31"],
    ["milliseconds since 1970", 1661940000000, "2022-08-31"],
    ["seconds in a text", "1661940000", "2022-08-31"],
    ["words", "31 August 2022", "2022-08-31"],
    ["words of mail", "Wed, 31 Aug 2022 10:00:00 GMT", "2022-08-31"],
  ])("may be %s", async (_, date, day) => {
    expect(await first({ date })).toMatchObject({ date: day });
  });

  it("is left out of an item whose date is none, where others have one", async () => {
    const reading = await read({ data: [item(), item({ date: "soon" }), item({ date: 1e308 })] });
    expect(reading).toMatchObject({ entries: [{ date: "2022-08-31" }, { title: "A report" }, { title: "A report" }] });
  });
});

describe("an address", () => {
  const base = "https://www.example.org";
  it.each([
    ["whole", "https://other.example.org/a#b", undefined, "https://other.example.org/a"],
    ["a path of the API’s own host", "/a/b", undefined, "https://api.example.org/a/b"],
    ["a path", "/a/b", base, "https://www.example.org/a/b"],
    ["a path without its beginning", "a/b", base, "https://www.example.org/a/b"],
    ["an id", 3882938, `${base}/node/`, "https://www.example.org/node/3882938"],
    [
      "an id that goes into the query",
      "A/HRC 1&x=2",
      `${base}/show?id=`,
      "https://www.example.org/show?id=A%2FHRC%201%26x%3D2",
    ],
    ["another scheme’s", "at://did:plc:x/app.bsky.feed.post/3k", `${base}/post/`, "https://www.example.org/post/3k"],
  ])("may be %s", async (_, url, of, whole) => {
    expect(await first({ url }, of ? { base: of } : {})).toMatchObject({ url: whole });
  });

  it.each([
    ["leads to another host", "//evil.example/x", base],
    ["makes another host of the base", "@evil.example/x", "https://www.example.org"],
    ["is of another scheme", "javascript:alert(1)", undefined],
    ["is an id without a base", "3882938", undefined],
    ["is too long", `/${"x".repeat(3000)}`, base],
    ["is a list", ["/x"], base],
  ])("that %s is no other host’s: the item stands at the list’s, or at the base", async (_, url, of) => {
    const reading = await read({ data: [item(), item({ url })] }, of ? { base: of } : {});
    const urls = reading.kind === "entries" ? reading.entries.map((entry) => new globalThis.URL(entry.url).host) : [];
    expect(urls[1]).toMatch(/^(?:api|www)\.example\.org$/);
  });
});

it("a title is in one line and without markup; of several paths the first that leads to something counts", async () => {
  expect(await first({ title: " A <b>report</b>\n on R&amp;D " })).toMatchObject({ title: "A report on R&D" });
  expect(await first({ title: "", name: "By name" }, { title: ["$.title", "$.name"] })).toMatchObject({
    title: "By name",
  });
});

it("what an item says besides is kept with it, and stands for a title that is missing", async () => {
  expect(await first({ text: "It found much." }, { summary: ["$.text"] })).toMatchObject({
    row: "A report. It found much.",
  });
  expect(await first({ title: null, text: "It found much." }, { summary: ["$.text"] })).toMatchObject({
    title: "It found much.",
  });
});

it.each([
  ["an empty list", { data: [] }],
  ["an empty object, as PHP writes one", { data: {} }],
  ["a count of none, without the list", { count: 0 }],
])("%s is a list without items, and no problem", async (_, body) => {
  expect(await read(body)).toMatchObject({ kind: "entries", entries: [] });
});

describe("what is not at its path", () => {
  it.each([
    ["items", { rows: [item()] }, {}, "holds nothing at $.data[*], where its items should be"],
    [
      "items, for which there is nothing (null)",
      { data: null },
      {},
      "holds nothing at $.data[*], where its items should be",
    ],
    ["titles", { data: [{ headline: "A report" }] }, {}, "has no title at $.title in any of its items"],
    [
      "titles at several paths",
      { data: [{}] },
      { title: ["$.a", "$.b"] },
      "has no title at $.a or $.b in any of its items",
    ],
    ["addresses", { data: [{ title: "A report" }] }, {}, "has no address at $.url in any of its items"],
    ["dates", { data: [{ title: "A report", url: "/1" }] }, {}, "has no date at $.date in any of its items"],
    ["dates that are some", { data: [item({ date: "soon" })] }, {}, "has something else than dates at $.date"],
  ])("is named: %s", async (_, body, paths, detail) => {
    expect(await read(body, paths)).toEqual({ kind: "problem", problem: "redesigned", detail });
  });
});

describe("an empty list", () => {
  it.each([
    ["alone", { data: [] }],
    ["of which it says so", { data: [], message: "No results found for this query" }],
    ["that is well", { status: "success", success: true, error: null, errors: [], errorCode: 0, data: [] }],
    ["with what it is about", { data: [], meta: { status: 200 }, message: { items: 3 } }],
    ["with names of a prototype", { data: [], constructor: "x", toString: 1 }],
  ])("%s is nothing yet", async (_, body) => {
    expect(await read(body)).toMatchObject({ kind: "entries", entries: [] });
  });

  it.each([
    ["that failed", { status: "error", message: "Upstream is away", data: [] }],
    ["that did not succeed", { success: false, message: "quota exceeded", data: [] }],
    ["of none in all, with why", { total: 0, message: "Invalid API key" }],
    ["with a detail", { count: 0, detail: "Authentication credentials were not provided." }],
    ["with a number of an error", { data: [], errorCode: 42, errorMessage: "database away" }],
    ["with an error in capitals", { data: [], Error: "out of order" }],
    ["that has errors", { data: [], hasError: true }],
    ["whose meta says so", { data: [], meta: { status: 500 } }],
    ["that was not looked for to its end", { timed_out: true, data: [] }],
    ["of which a part could not be looked through", { _shards: { total: 5, failed: 2 }, data: [] }],
  ])("%s is a problem, and no “nothing yet”", async (_, body) => {
    expect(await read(body)).toMatchObject({
      kind: "problem",
      problem: expect.stringMatching(/^(?:unreadable|blocked|unavailable)$/),
    });
  });
});

describe("an error in an answer that calls itself good", () => {
  it.each([
    ["its words", { error: "Profile not found" }, "unreadable", "answered with an error: “Profile not found”"],
    [
      "its words, and what they mean",
      { error: "InvalidRequest", message: "No such actor" },
      "unreadable",
      "answered with an error: “InvalidRequest: No such actor”",
    ],
    [
      "the words of the first of several",
      { errors: [{ message: "Bad field" }], data: null },
      "unreadable",
      "answered with an error: “Bad field”",
    ],
    [
      "a refusal",
      { status: 403, error: { type: "AccessDeniedHttpException", message: "Not approved" } },
      "blocked",
      "answered with an error: “Not approved”",
    ],
    [
      "a limit",
      { error: { message: "Rate limit exceeded" }, data: [] },
      "blocked",
      "answered with an error: “Rate limit exceeded”",
    ],
    [
      "what passes left out",
      { error: "Denied at 2022-08-31T10:00:00Z, request 8f3a-77c1 of version 2" },
      "blocked",
      "answered with an error: “Denied at …, request … of version 2”",
    ],
    ["no order to a terminal", { error: "\u001b[2Jno\u202e" }, "unreadable", "answered with an error: “[2Jno”"],
    [
      "that nothing is there",
      { status: 404, message: "No such list" },
      "gone",
      "answered with an error: “No such list”",
    ],
    ["trouble of its own", { status: 500, error: true }, "unavailable", "answered with an error: “without a word”"],
  ])("is a problem: %s", async (_, body, problem, detail) => {
    expect(await read(body)).toEqual({ kind: "problem", problem, detail });
  });

  it("beside items leaves the list unread to its end; where there is none (null, “”, []) it says nothing", async () => {
    expect(await read({ data: [item()], errors: [{ message: "Half of it" }] })).toMatchObject({
      entries: [{ title: "A report" }],
      unread: { problem: "unreadable", detail: "answered with an error: “Half of it”" },
    });
    for (const error of [null, "", [], {}, false, 0])
      expect(await read({ data: [item()], error })).not.toHaveProperty("unread");
  });
});

describe("what is no JSON that can be read", () => {
  it.each([
    ["nothing", "", "empty", "answered with nothing"],
    ["the beginning of it", '{"data":[{"title":"A rep', "empty", "was cut off before the end of its JSON"],
    [
      "the beginning of it, up to an item’s end",
      '{"data":[{"title":"A report"}',
      "empty",
      "was cut off before the end of its JSON",
    ],
    ["something else", '{"data":[}]', "unreadable", "is not JSON that can be read"],
    ["JSON a line", '{"data":1}\n{"data":2}', "unreadable", "is not JSON that can be read"],
    [
      "JSON too deep",
      `{"data":${"[".repeat(100)}${"]".repeat(100)}}`,
      "too-costly",
      "is JSON nested deeper than any list",
    ],
  ])("is a problem: %s", async (_, body, problem, detail) => {
    expect(await read(body)).toEqual({ kind: "problem", problem, detail });
  });

  it("is a problem: a page, or a wall", async () => {
    const page =
      "<!doctype html><html><body><main><p>Welcome to the service, with all that it has.</p></main></body></html>";
    expect(await read(page, {}, { type: "text/html" })).toMatchObject({ kind: "problem" });
  });
});

it.each([
  [403, { error: { message: "Not approved" } }, "blocked", "answered 403: “Not approved”"],
  [429, { message: "Slow down" }, "blocked", "answered 429: “Slow down”"],
  [410, { detail: "Version 1 is gone" }, "gone", "answered 410: “Version 1 is gone”"],
  [500, "<html>", "unavailable", "answered 500"],
])("a refusal (%s) says what the API says of it", async (status, body, problem, detail) => {
  expect(await read(body, {}, { status })).toMatchObject({ kind: "problem", problem, detail });
});

test("whatever JSON it is, it is a reading or a problem with a name", [fc.json()], async (text) => {
  const reading = await read(text, { summary: ["$..a"], base: "https://www.example.org/x?id=" });
  expect(["entries", "problem"]).toContain(reading.kind);
  if (reading.kind === "problem") expect(reading.detail).not.toContain("could not be read");
});
