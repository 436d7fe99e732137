/** What a person's words are taken to mean: whole, or only where they say so. */
import { describe, expect, it } from "vitest";
import { whenSaid } from "../../src/drafting/said-when.ts";

const ON = "2022-01-31";

describe("words on timing", () => {
  it.each([
    ["in the coming weeks", "in the coming weeks"],
    ["“in the coming weeks”.", "in the coming weeks"],
    ["The report will be published in the coming weeks, she said.", "in the coming weeks"],
    ["by the end of March", "by the end of March"],
    ["Le rapport sera publié d’ici fin mars", "d’ici fin mars"],
  ])("%j are understood as %j, and surely", (words, phrase) => {
    const when = whenSaid(words, ON);
    expect(when).toMatchObject({ kind: "read", readings: [{ isSure: true }] });
    expect(when.kind === "read" && when.readings[0]?.phrase).toContain(phrase);
  });

  it.each(["not until the autumn", "It could well appear before the end of March or so"])(
    "of %j a part is offered, and none is taken for meant",
    (words) => {
      const when = whenSaid(words, ON);
      expect(when.kind).toBe("read");
      expect(when.kind === "read" && when.readings.every(({ isSure }) => !isSure)).toBe(true);
    },
  );

  it("offers each of several times by itself", () => {
    const when = whenSaid("either this spring, if all goes well, or at some point by the end of next year", ON);
    expect(when.kind === "read" && when.readings.length).toBeGreaterThan(1);
  });

  it("tells a word that there is no date from a promise", () => {
    expect(whenSaid("No date has been set for publication.", ON)).toMatchObject({ kind: "not-yet" });
  });

  it.each(["when it is ready", "", "x ".repeat(2000)])("says that it does not understand %j", (words) => {
    expect(whenSaid(words, ON)).toEqual({ kind: "unknown" });
  });
});
