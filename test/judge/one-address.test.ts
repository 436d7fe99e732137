/** Lists whose items have one address: the notes of one page, the items of a feed that link nowhere. */
import { describe, expect, it } from "vitest";
import { compare } from "../../src/judge/compare/compare.ts";
import type { Memory } from "../../src/judge/compare/memory.ts";
import type { Entries, Entry } from "../../src/read/reading.ts";

const FEED = "https://www.office.example.org/notes";
const AT = "2022-08-31T12:00:00.000Z";

function look(before: Memory | undefined, entries: Entry[]) {
  const reading: Entries = { kind: "entries", entries, layout: "feed:rss", next: [] };
  const steps = compare(before, reading, FEED, AT, { readings: 3, span: 0 }, undefined);
  let step = steps.next();
  while (!step.done) step = steps.next();
  if ("problem" in step.value) throw new Error(step.value.detail);
  return step.value;
}

const note = (title: string, date?: Entry["date"]): Entry => ({ title, url: FEED, ...(date ? { date } : {}) });
const told = (before: Memory, entries: Entry[]) =>
  look(before, entries).changes.map(({ kind, title }) => `${kind}: ${title}`);

describe("of several items at one address", () => {
  const { memory } = look(undefined, [note("A second", "2022-08-30"), note("A first")]);

  it.each([
    ["none is news that stood there", [note("A second", "2022-08-30"), note("A first")], []],
    [
      "a new one has appeared",
      [note("A third"), note("A second", "2022-08-30"), note("A first")],
      ["appeared: A third"],
    ],
    [
      "a new one has appeared although another left",
      [note("A third"), note("A second", "2022-08-30")],
      ["appeared: A third"],
    ],
    ["one under a new date has appeared", [note("A second", "2022-08-31"), note("A first")], ["appeared: A second"]],
  ])("%s", (_, entries, changes) => expect(told(memory, entries as Entry[])).toEqual(changes));

  it("a second one beside the only one has appeared, and the only one is still edited when it changes", () => {
    const { memory: one } = look(undefined, [note("A first")]);
    expect(told(one, [note("A second"), note("A first")])).toEqual(["appeared: A second"]);
    expect(told(one, [note("A first, corrected")])).toEqual(["edited: A first, corrected"]);
  });
});
