/** The clock as a picture. Whether it is handsome, only a person who looks at it can say. */
import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import type { Coverage } from "../../src/judge/coverage.ts";
import { status } from "../../src/judge/status.ts";
import { chartAlt, chartSvg } from "../../src/message/chart.ts";
import { en } from "../../src/message/en.ts";
import { fr } from "../../src/message/fr.ts";
import { clockPicture } from "../../src/message/picture.ts";
import { timeline } from "../../src/message/timeline.ts";
import { later } from "../../src/time/instant.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { fc, test as property } from "../stand-ins/properties.ts";

const [shipped] = loadConfig(new URL("../../config/coming-weeks.yaml", import.meta.url).pathname, {}).watches as [
  Watch,
];
const START = "2021-12-10T12:00:00.000Z";

/** Looked at from the promise on, and blind for four days in March. */
function lookedAt(to: string): Coverage[] {
  const blind = [
    { from: "2021-09-13T00:00:00.000Z", to: START, failures: 0 },
    { from: "2022-03-10T00:00:00.000Z", to: "2022-03-14T00:00:00.000Z", failures: 99 },
  ].filter((gap) => gap.to <= to);
  return [
    {
      source: "latest",
      from: START,
      to,
      looks: 9000,
      failed: 99,
      causes: [],
      covered: 0.9,
      blind,
      longestGap: undefined,
    },
  ];
}

function shown(at: string, watch: Watch = shipped) {
  return timeline(watch, status(watch, [], at), lookedAt(at), at);
}

describe("the time line", () => {
  it("shows what had been said by then, and nothing that was said later", () => {
    expect(shown("2022-01-27T12:00:00.000Z").statements.map(({ on }) => on)).toEqual(["2021-09-13", "2021-12-10"]);
  });

  it("tells days that were read from blind ones, and leaves out those before anybody looked", () => {
    const { reading, blindStretches } = shown("2022-04-01T12:00:00.000Z");
    expect(reading[0]?.from).toBe("2021-12-10");
    expect([...new Set(reading.map(({ state }) => state))].toSorted()).toEqual(["partly", "read", "unread"]);
    expect(blindStretches).toBe(1);
  });
});

describe("the picture", () => {
  it("says in words what it shows", () => {
    expect(chartAlt(shown("2022-01-27T12:00:00.000Z"), en)).toBe(
      "A time line of what was said, what it may have meant, and how often the bot looked. 13 September 2021: “finalising its assessment”. 10 December 2021: “in the coming weeks”, whose longest reading ends on 4 February 2022. Today, 27 January 2022. The bot looked 9,000 times; 0 stretches without a good reading.",
    );
  });

  it("is a PNG that is wide enough for a phone, in every language", async () => {
    const { png, alt } = await clockPicture(shown("2022-07-20T12:00:00.000Z"), "fr");
    expect(png.readUInt32BE(16)).toBe(1200);
    expect(alt).toContain("Aujourd’hui, 20 juillet 2022");
  });

  it("keeps every label inside, and no two on one another", () => {
    const $ = load(chartSvg(shown("2022-08-31T22:00:00.000Z"), fr), { xml: true });
    const labels = $("text")
      .toArray()
      .map((element) => {
        const width = $(element).text().length * Number($(element).attr("font-size")) * 0.48;
        const anchor = { start: 0, middle: 0.5, end: 1 }[$(element).attr("text-anchor") ?? "start"] ?? 0;
        const x = Number($(element).attr("x")) - anchor * width;
        return { x, end: x + width, y: Number($(element).attr("y")) };
      });
    for (const { x, end } of labels) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(1200);
    }
    for (const one of labels)
      for (const other of labels)
        if (one !== other && one.y === other.y) expect(one.end <= other.x || other.end <= one.x).toBe(true);
  });

  property(
    "whatever was written, is well-formed, and its words are text",
    [fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: "grapheme", maxLength: 200 })],
    (title, phrase) => {
      const [first] = shipped.statements;
      const watch = {
        ...shipped,
        title: `<script>${title}`,
        statements: shipped.statements.map((one) => ({ ...one, phrase })),
      };
      if (!first) return;
      const at = later(START, 86_400_000);
      const now = { ...status(shipped, [], at), title: watch.title };
      const svg = chartSvg({ ...shown(at), status: now, statements: [{ ...first, phrase }] }, en);
      expect(svg).not.toContain("<script");
      expect(load(svg, { xml: true })("svg").length).toBe(1);
    },
  );
});
