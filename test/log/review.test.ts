import { describe, expect, it } from "vitest";
import { type LogLine, linesOf } from "../../src/log/lines.ts";
import { emptyReview, isWanted, review } from "../../src/log/review.ts";
import { fc, test } from "../stand-ins/properties.ts";

function line(change: Partial<LogLine> = {}): LogLine {
  return { level: "info", time: "2022-01-01T12:00:00.000Z", event: "checked", outcome: "unchanged", ...change };
}

function reviewOf(lines: readonly LogLine[]) {
  const so = emptyReview();
  for (const one of lines) review(so, one);
  return so;
}

async function collect(chunks: readonly (string | Buffer)[]) {
  const found: (LogLine | undefined)[] = [];
  for await (const one of linesOf(
    (async function* () {
      yield* chunks;
    })(),
  ))
    found.push(one);
  return found;
}

describe("a review of the log", () => {
  it("groups problems by their cause, with the sources and the time", () => {
    const blocked = { level: "warn", outcome: "problem", problem: "blocked", detail: "answered 403" };
    const { troubles, outcomes, lines } = reviewOf([
      line(),
      line({ ...blocked, source: "latest", time: "2022-01-01T13:00:00.000Z" }),
      line({ ...blocked, source: "pdf", time: "2022-01-02T13:00:00.000Z" }),
      line({ level: "error", event: "channel-stopped", channel: "discord-channel:1", error: "no such channel" }),
    ]);
    expect(lines).toBe(4);
    expect(Object.fromEntries(outcomes)).toEqual({ unchanged: 1, problem: 2 });
    expect([...troubles.values()].map(({ says, count, about }) => [says, count, [...about]])).toEqual([
      ["blocked: answered 403", 2, ["latest", "pdf"]],
      ["no such channel", 1, ["discord-channel:1"]],
    ]);
  });

  it("sees that a bot ended without stopping", () => {
    const started = line({ event: "started" });
    expect(reviewOf([started, line({ event: "stopped" }), started]).crashes).toBe(0);
    expect(reviewOf([started, line(), started]).crashes).toBe(1);
  });

  it("keeps to its bounds, however many kinds of trouble there are", () => {
    const many = Array.from({ length: 5000 }, (_, index) => line({ level: "warn", error: `trouble ${index}` }));
    const { troubles } = reviewOf(many);
    expect(troubles.size).toBeLessThanOrEqual(501);
    expect([...troubles.values()].reduce((sum, { count }) => sum + count, 0)).toBe(5000);
  });

  it("is of the lines that are asked for", () => {
    const warned = line({ level: "warn", watch: "a", source: "latest", check: "1" });
    expect(isWanted(warned, { level: "warn", watch: "a", source: "latest", check: "1" })).toBe(true);
    for (const filter of [
      { level: "error" },
      { watch: "b" },
      { source: "pdf" },
      { check: "2" },
      { since: "2023" },
      { until: "2021" },
    ])
      expect(isWanted(warned, filter)).toBe(false);
  });
});

describe("lines", () => {
  it("are read whatever stands around them, and however they are cut up", async () => {
    const text = `${JSON.stringify(line({ msg: "é😀" }))}\nnot a line\nbot-1  | ${JSON.stringify(line())}\n{"level":"info"}\n`;
    const bytes = Buffer.from(text);
    const whole = await collect([bytes]);
    expect(whole.map((one) => one?.event)).toEqual(["checked", undefined, "checked", undefined]);
    for (let cut = 1; cut < bytes.length; cut += 7)
      expect(await collect([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(whole);
  });

  test("are taken or passed over, whatever they are", [fc.array(fc.string({ unit: "binary" }))], async (chunks) => {
    for (const one of await collect(chunks)) expect(one === undefined || typeof one.event === "string").toBe(true);
  });
});
