import { describe, expect, it } from "vitest";
import { lineChanges as changing } from "../../src/judge/compare/lines.ts";
import { emptyMemory, remember } from "../../src/judge/compare/memory.ts";

function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const lineChanges = (...of: Parameters<typeof changing>) => atOnce(changing(...of));

function remembering(lines: string[]) {
  const memory = emptyMemory();
  atOnce(remember(memory, { kind: "page", title: "", lines, links: [] }));
  return memory;
}

describe("the lines of a page", () => {
  it("that only moved, or stand there twice, are no news", () => {
    const before = ["one", "two", "three"];
    const after = ["three", "one", "one", "two"];
    expect(lineChanges(remembering(before), before, after)).toEqual({ added: [], removed: [] });
  });

  it("that came and went are told in the order of their text", () => {
    const before = ["one", "two", "three"];
    const after = ["zero", "two", "four"];
    expect(lineChanges(remembering(before), before, after)).toEqual({
      added: ["zero", "four"],
      removed: ["one", "three"],
    });
  });

  it("that left and came back are not told again", () => {
    const memory = remembering(["one", "two"]);
    lineChanges(memory, ["one", "two"], ["two"]);
    expect(lineChanges(memory, ["two"], ["one", "two"]).added).toEqual([]);
    expect(lineChanges(memory, ["one", "two"], ["two"]).removed).toEqual([]);
  });

  it("are compared in a moment, where a page is all they are and most of them are others", () => {
    const lines = (look: number) =>
      Array.from({ length: 20_000 }, (_, index) => (index % 4 === 0 ? `${index}` : `${look} ${index}`));
    const began = performance.now();
    expect(lineChanges(remembering(lines(1)), lines(1), lines(2)).added).toHaveLength(15_000);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
