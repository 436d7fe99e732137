/** The documented history, as `npm run replay` plays it, but for a calmer pace on quiet days. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Ran, run } from "../stand-ins/command.ts";

const SHIPPED = new URL("../../config/coming-weeks.yaml", import.meta.url).pathname;
let played: Ran;
const told = (...kinds: string[]) => played.lines.filter(({ kind }) => kinds.includes(String(kind)));
const day = ({ at }: Record<string, unknown>) => String(at).slice(0, 10);

beforeAll(async () => {
  played = await run(["replay", "--every", "1d", "--json"], { COMING_WEEKS_CONFIG: SHIPPED });
}, 120_000);

describe("the documented history", () => {
  it("ends well: asked at the first poll after 23:47 in Geneva, published when the person who is played confirms", () => {
    expect(played.code).toBe(0);
    expect(told("signalled", "published").map(({ kind, at }) => [kind, at])).toEqual([
      ["signalled", "2022-08-31T21:52:00.000Z"],
      ["published", "2022-08-31T21:52:00.000Z"],
    ]);
  });

  it("begins with the promise alone: what was said later is proposed once each, and added by that person", () => {
    const texts = told("proposed").map(({ text }) => String(text));
    expect(texts).toEqual([
      expect.stringMatching(/not before 4 February 2022.*“.*Olympics.*28 January 2022/s),
      expect.stringMatching(/by 31 August 2022.*“.*her term.*13 June 2022/s),
      expect.stringMatching(/^No date: .*25 August 2022/s),
    ]);
    expect(told("stated").map(day)).toEqual(told("proposed").map(day));
    expect(String(told("published")[0]?.text)).toContain("the later promise (31 August) was kept");
  });

  it("ends with how the forecasts did that were told, in hindsight, against the literal reading", () => {
    const scores = played.lines.find(({ type }) => type === "scores");
    expect(scores).toMatchObject({
      in_hindsight: "in hindsight: by the record of 28 June 2026, which is later than those days",
      forecasts: 38,
      watches: 1,
      own: { brier: expect.closeTo(0.119, 2) },
      literal: { brier: expect.closeTo(0.232, 2) },
    });
  });

  it("is overdue once, after the longest reading of the first promise", () => {
    expect(told("overdue").map(day)).toEqual(["2022-02-05"]);
  });
});
