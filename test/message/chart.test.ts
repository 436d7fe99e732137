/** The clock as a picture. Whether it is handsome, only a person who looks at it can say. */
import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import type { Coverage } from "../../src/judge/coverage.ts";
import { status } from "../../src/judge/status.ts";
import { chartAlt, chartSvg, heightOf } from "../../src/message/chart.ts";
import { curvePanel, panelHeight } from "../../src/message/curve.ts";
import { en } from "../../src/message/en.ts";
import { FRAMES, MESSAGE } from "../../src/message/frame.ts";
import { catalogue } from "../../src/message/languages.ts";
import { DARK } from "../../src/message/palette.ts";
import { clockPicture } from "../../src/message/picture.ts";
import { letters } from "../../src/message/svg.ts";
import { timeline } from "../../src/message/timeline.ts";
import { widthOf } from "../../src/message/widths.ts";
import { daysAfter } from "../../src/time/civil-date.ts";
import { DAY_MS, later } from "../../src/time/instant.ts";
import { curveOf } from "../../src/track-record/odds.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { fc, test as property } from "../stand-ins/properties.ts";

const { record, watches } = loadConfig(new URL("../../config/coming-weeks.yaml", import.meta.url).pathname, {});
const [shipped] = watches as [Watch];
const START = "2021-12-10T12:00:00.000Z";
const frames = fc.constantFrom(MESSAGE, ...Object.values(FRAMES));

/** Looked at from the promise on, and blind for four days in March. */
function lookedAt(to: string): Coverage[] {
  const blind = [{ from: "2022-03-10T00:00:00.000Z", to: "2022-03-14T00:00:00.000Z", failures: 99 }].filter(
    (gap) => gap.to <= to,
  );
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
    expect([...new Set(reading.map(({ state }) => state))].toSorted()).toEqual(["read", "unread"]);
    expect(blindStretches).toBe(1);
  });
});

describe("the picture", () => {
  it("says in words what it shows", () => {
    expect(chartAlt(shown("2022-01-27T12:00:00.000Z"), en)).toBe(
      "A time line of what was said, what it may have meant, and how often the bot looked. 13 September 2021: “finalising its assessment”. 10 December 2021: “in the coming weeks”, whose longest reading ends on 4 February 2022. Today, 27 January 2022. The bot looked 9,000 times; no stretch without a good reading.",
    );
  });

  it("says in words that some was read in part, where it shows that", () => {
    const seen = shown("2022-01-27T12:00:00.000Z");
    const reading = seen.reading.map((part, index) => (index === 3 ? { ...part, state: "partly" as const } : part));
    const alt = chartAlt({ ...seen, reading }, en);
    expect(alt).toMatch(/How well the bot looked: read.* partly read\.$/);
    expect(alt).not.toContain("no stretch");
  });

  it("is a PNG that is wide enough for a phone, in every language", async () => {
    const { png, alt } = await clockPicture(shown("2022-07-20T12:00:00.000Z"), "fr");
    expect(png.readUInt32BE(16)).toBe(1200);
    expect(alt).toContain("Aujourd’hui, 20 juillet 2022");
  });

  it.each(["\u0000", "\u001b", "\u0085", "\ud800", "\ufffe", "\uffff"])(
    "leaves out %j, for which XML has no place",
    (letter) => {
      expect(letters(0, 0, `a${letter}b`, 10, "#000")).toContain(">ab</text>");
    },
  );

  it("names the promise beside the day even where both stand close", () => {
    const svg = chartSvg(shown("2021-12-17T12:00:00.000Z"), "en");
    expect(load(svg, { xml: true })("text").text()).toMatch(/“in the coming weeks”.*Today, 17 December 2021/);
  });

  const day = fc.integer({ min: 0, max: 2000 }).map((days) => later(START, days * DAY_MS).slice(0, 10));
  const promise = fc.record({ on: day, phrase: fc.string({ minLength: 1, maxLength: 60 }), lasts: fc.nat(400) });
  property(
    "keeps its words inside, off one another, off every line and off the curve, whatever the dates are",
    [
      fc.array(promise, { minLength: 1, maxLength: 6 }),
      day,
      fc.constantFrom("en" as const, "fr" as const),
      fc.boolean(),
      frames,
    ],
    (promises, today, language, isOut, frame) => {
      const statements = promises.map(({ on, phrase, lasts }) => {
        const latest = later(`${on}T12:00:00.000Z`, lasts * DAY_MS).slice(0, 10);
        return { on, phrase, by: "Somebody", horizon: { earliest: on, likely: on, latest, basis: "" } };
      });
      const now = { ...status(shipped, [], START), today, ...(isOut ? { publishedOn: today } : {}) };
      const parts = (["read", "partly", "unread"] as const).map((state) => ({ from: today, to: today, state }));
      const seen = { status: now, statements, reading: parts, looks: 1, blindStretches: 0 };
      const svg = chartSvg(seen, language, DARK, frame);
      const $ = load(svg, { xml: true });
      const number = (element: Parameters<typeof $>[0], name: string) => Number($(element as never).attr(name));
      const texts = $("text")
        .toArray()
        .map((element) => {
          const size = number(element, "font-size");
          const width = widthOf($(element).text(), size);
          const left = number(element, "x") - ($(element).attr("text-anchor") === "end" ? width : 0);
          const y = number(element, "y");
          return { left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.22 };
        });
      const lines = $("line")
        .toArray()
        .map((element) => ({
          x: number(element, "x1"),
          to: number(element, "x2"),
          top: number(element, "y1"),
          bottom: number(element, "y2"),
        }))
        .filter(({ x, to }) => x === to);
      const apart = (a: (typeof texts)[number], b: (typeof texts)[number]) =>
        a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      for (const text of texts) {
        expect(text.left).toBeGreaterThanOrEqual(0);
        expect(text.right).toBeLessThanOrEqual(frame.width);
        expect(text.top).toBeGreaterThanOrEqual(0);
        expect(text.bottom).toBeLessThanOrEqual(frame.height);
        // The curve stands between these heights.
        expect(text.bottom <= frame.axis - frame.curve || text.top >= frame.axis).toBe(true);
        for (const { x, top, bottom } of lines) expect(apart(text, { left: x, right: x, top, bottom })).toBe(true);
        for (const other of texts) if (other !== text) expect(apart(text, other)).toBe(true);
      }
    },
  );

  it("shows below what the record says: the line with its band, today, the longest reading, and what is what", () => {
    const at = "2022-02-05T12:00:00.000Z";
    const curve = curveOf(shipped, record, "2022-02-05");
    const line = { ...shown(at), ...(curve ? { curve } : {}) };
    const $ = load(chartSvg(line, "en"), { xml: true });
    expect($("svg").attr("height")).toBe(String(heightOf(line)));
    expect(heightOf(line)).toBeGreaterThan(heightOf(shown(at)));
    expect($("text").text()).toContain("Still unpublished, in 100, by the record“in the coming weeks”");
    expect($("text").text()).toContain("Grey: its longest reading. Band: the range.");
    // The band of the record, and its line.
    expect($("path[fill=none]")).toHaveLength(1);
    expect(chartAlt(line, en)).toContain("The chance that it is still unpublished, by the record, as a curve");
  });

  property(
    "what is below keeps its words inside and off one another, whatever was promised",
    [promise, fc.nat(900), fc.constantFrom("en" as const, "fr" as const), frames],
    ({ on, phrase, lasts }, later_, language, frame) => {
      const latest = daysAfter(on, lasts);
      const statement = {
        on,
        by: "Somebody",
        phrase,
        bearing: "promise" as const,
        horizon: { earliest: on, likely: on, latest, basis: "" },
      };
      const curve = curveOf({ statements: [statement] }, record, daysAfter(on, later_));
      if (!curve) return;
      const $ = load(`<svg>${curvePanel(curve, catalogue(language), DARK, frame, 0)}</svg>`, { xml: true });
      const texts = $("text")
        .toArray()
        .map((element) => {
          const size = Number($(element).attr("font-size"));
          const width = widthOf($(element).text(), size);
          const left = Number($(element).attr("x")) - ($(element).attr("text-anchor") === "end" ? width : 0);
          const y = Number($(element).attr("y"));
          return { left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.22 };
        });
      for (const one of texts) {
        expect(one.left).toBeGreaterThanOrEqual(0);
        expect(one.right).toBeLessThanOrEqual(frame.width);
        expect(one.bottom).toBeLessThanOrEqual(panelHeight(frame));
        for (const other of texts)
          if (other !== one)
            expect(
              one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top,
            ).toBe(true);
      }
    },
  );

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
      const svg = chartSvg({ ...shown(at), status: now, statements: [{ ...first, phrase }] }, "en");
      expect(svg).not.toContain("<script");
      expect(load(svg, { xml: true })("svg").length).toBe(1);
    },
  );
});
