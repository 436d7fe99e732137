import { describe, expect, it } from "vitest";
import { isOfEmptyList, pathFault, valuesAt } from "../../src/watch/json-path.ts";

const ANSWER = {
  data: [
    { id: 1, tags: [{ name: "a" }, { name: "b", is: true }] },
    { id: 2, "odd name": "x" },
  ],
  none: [],
};

describe("a path", () => {
  it.each([
    ["$", [ANSWER]],
    ["$.data[*].id", [1, 2]],
    ["$.data[0].tags[?@.is == true].name", ["b"]],
    ["$.data[-1]['odd name']", ["x"]],
    ["$..name", ["a", "b"]],
    ["$.data[*].tags[0, 1].name", ["a", "b"]],
    ["$.__proto__", []],
    ["$.constructor", []],
  ])("%s leads to what stands there", (path, found) => {
    expect(pathFault(path)).toBeUndefined();
    expect([...valuesAt(path, ANSWER)]).toEqual(found);
  });

  it.each([
    ["data[*]", "is not a JSONPath"],
    ["$.data[", "is not a JSONPath"],
    ["", "is not a JSONPath"],
    ["$..*", "may hold `..` once, with a name behind it"],
    ["$..a..b", "may hold `..` once"],
    ["$.a[?@..b..c]", "may hold `..` once"],
    ["$.a[*,*,*][*,*,*]", "leads more than 8 ways"],
    ["$.a[?@.b == $.c]", "must not look at the whole ($)"],
    ["$.a[?match(@.b, '(x+)+y')]", "is not a JSONPath"],
    ["$.a[?!search(@.b, 'x')]", "is not a JSONPath"],
    [`$${".a".repeat(31)}`, "has more than 30 steps"],
    [`$.${"a".repeat(600)}`, "is longer than 500 characters"],
  ])("%s is refused: it is none, or may cost without number", (path, says) => {
    expect(pathFault(path)).toContain(says);
  });
});

it.each([
  ["$.none[*]", true],
  ["$.none[*].name", true],
  ["$.none[?@.id > 1]", true],
  ["$.data[?@.id > 9]", true],
  ["$.data[*].nothing", false],
  ["$.nothing[*]", false],
  ["$.nothing", false],
])("%s is of a list that is there and empty: %s", (path, is) => {
  expect(isOfEmptyList(path, ANSWER)).toBe(is);
});
