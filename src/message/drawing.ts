/** The parts of the picture, drawn on one scale. It is shown 320 pixels wide on a phone: 1200 here are 320 there. */
import { type ScaleTime, scaleTime } from "d3-scale";
import { area, curveMonotoneX } from "d3-shape";
import { type CivilDate, daysBetween } from "../time/civil-date.ts";
import { DAY_MS } from "../time/instant.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Label, placed } from "./labels.ts";
import type { Palette } from "./palette.ts";
import { cut, fitted, GAP, LEFT, LETTERS, letters, line, monthTicks, RIGHT, SMALL_LETTERS } from "./svg.ts";
import type { Timeline, TimelineStatement } from "./timeline.ts";
import { widthOf } from "./widths.ts";

export const HEIGHT = 856;
export const AXIS = 592;
export const STRIP_TOP = 732;
const STRIP_HEIGHT = 40;

/** The row of labels next to the curve; the others stand above it. */
const FIRST_ROW = 372;
const ROW = 54;
export const CURVE_HEIGHT = 190;
/** The first promise, and the newest ones, besides the day itself. */
const MOST_PROMISES = 3;

interface Said extends Label {
  text: string;
  colour: string;
  isMark: boolean;
}

/** One picture on its way: the scale that all its parts share. */
export class Drawing {
  readonly #shown: Timeline;
  readonly #colours: Palette;
  readonly #x: ScaleTime<number, number>;

  constructor(shown: Timeline, colours: Palette) {
    this.#shown = shown;
    this.#colours = colours;
    const { today } = shown.status;
    const dates = [today, ...shown.statements.flatMap(({ on, horizon }) => [on, ...(horizon ? [horizon.latest] : [])])];
    const [first = today, last = today] = [dates.toSorted()[0], dates.toSorted().at(-1)];
    const margin = Math.max(5, Math.round(daysBetween(first, last) * 0.03)) * DAY_MS;
    this.#x = scaleTime()
      .domain([Date.parse(first) - margin, Date.parse(last) + margin])
      .range([LEFT, RIGHT]);
  }

  #at(date: CivilDate): number {
    return Math.round(this.#x(Date.parse(date)) * 10) / 10;
  }

  /** A line that fills the width at most: smaller, and then cut. */
  heading(y: number, whole: string, size: number, colour: string, weight: "normal" | "bold"): string {
    const text = fitted(whole, LETTERS, RIGHT - LEFT);
    const fitting = Math.min(size, (size * (RIGHT - LEFT)) / widthOf(text, size));
    return letters(LEFT, y, text, Math.max(LETTERS, Math.floor(fitting)), colour, weight);
  }

  /** A horizon: it rises from the earliest day to the likeliest and falls to the latest. */
  hill({ horizon }: TimelineStatement): string {
    const { promise } = this.#colours;
    if (!horizon) return "";
    const { earliest, likely, latest } = horizon;
    if (earliest === latest) {
      const day = this.#at(latest);
      return line(day, AXIS - CURVE_HEIGHT * 0.5, day, AXIS, promise, 6, `stroke-dasharray="5 9"`);
    }
    const path = area<[CivilDate, number]>()
      .x(([date]) => this.#at(date))
      .y0(AXIS)
      .y1(([, height]) => AXIS - height * CURVE_HEIGHT)
      .curve(curveMonotoneX)([
      [earliest, 0.18],
      [likely, 1],
      [latest, 0.06],
    ]);
    return `<path d="${path}" fill="${promise}" fill-opacity="0.25" stroke="${promise}" stroke-opacity="0.7" stroke-width="3"/>`;
  }

  /** The day that matters and the words of the promises, above the curve, each with a stem to its day. */
  labels(words: Catalogue, mark: { day: CivilDate; text: string; colour: string }): string[] {
    const { text: ink, promise } = this.#colours;
    const promises = this.#shown.statements.filter(({ horizon }) => horizon);
    const chosen = [
      ...promises.slice(0, 1),
      ...promises
        .slice(1)
        .slice(1 - MOST_PROMISES)
        .reverse(),
    ];
    const label = (at: CivilDate, text: string, colour: string, isMark = false): Said => {
      const fitting = fitted(text, LETTERS, RIGHT - LEFT);
      return { at: this.#at(at), text: fitting, width: widthOf(fitting, LETTERS), colour, isMark };
    };
    const withDates = (isDated: boolean) => [
      label(mark.day, mark.text, mark.colour, true),
      ...chosen.map(({ on, phrase, isAdded }) => {
        const quoted = words.chart.quoted(cut(phrase, 30), isAdded === true);
        return label(on, isDated ? `${words.shortDay(on)}: ${quoted}` : quoted, ink);
      }),
    ];
    // Where not all have room with their dates, as many as have it without.
    const room = { left: LEFT, right: RIGHT, gap: GAP };
    const [dated, undated] = [placed(withDates(true), room), placed(withDates(false), room)];
    const drawn = undated.length > dated.length ? undated : dated;
    const rowOf = (row: number) => FIRST_ROW - row * ROW;
    return [
      ...drawn.map(({ at, row, isMark, colour }) => {
        const [end, stem, width] = isMark ? [AXIS + 16, colour, 6] : [AXIS - 10, promise, 3];
        return line(at, rowOf(row) + 12, at, end, stem, width, isMark ? "" : `stroke-opacity="0.55"`);
      }),
      ...drawn.map(({ at, start, side, row, text, colour, isMark }) => {
        const [x, anchor] = side === "left" ? ([at - GAP, "end"] as const) : ([start, "start"] as const);
        return letters(x, rowOf(row), text, LETTERS, colour, isMark ? "bold" : "normal", anchor);
      }),
    ];
  }

  dots(): string[] {
    const { promise, other, ground } = this.#colours;
    return this.#shown.statements.map(
      ({ on, horizon }) =>
        `<circle cx="${this.#at(on)}" cy="${AXIS}" r="${horizon ? 15 : 11}" fill="${horizon ? promise : other}" stroke="${ground}" stroke-width="4"/>`,
    );
  }

  /** Months, or years where months would crowd; a name only where it touches no other. */
  ticks(words: Catalogue): string[] {
    return monthTicks(this.#x, words, this.#colours, LEFT, AXIS);
  }

  /** The bot's own record, from its first look on. */
  strip(words: Catalogue, today: CivilDate, colour: string): string[] {
    const { faint, soft, read, partly, unread } = this.#colours;
    const fill = { read, partly, unread, unlooked: faint };
    const cells = joined(this.#shown.reading).map(({ from, to, state }) => {
      const start = this.#at(from);
      const width = Math.max(2, Math.min(RIGHT, this.#at(to)) - start);
      return `<rect x="${start}" y="${STRIP_TOP}" width="${width.toFixed(1)}" height="${STRIP_HEIGHT}" fill="${fill[state]}"/>`;
    });
    const met = new Set(this.#shown.reading.map(({ state }) => state));
    const y = STRIP_TOP + 92;
    let x = LEFT;
    const keys = (["read", "partly", "unread"] as const).flatMap((state) => {
      if (!met.has(state)) return [];
      const label = words.chart.states[state];
      const width = 46 + widthOf(label, SMALL_LETTERS);
      const key = `<rect x="${x}" y="${y - 30}" width="32" height="32" rx="5" fill="${fill[state]}"/>${letters(x + 46, y, label, SMALL_LETTERS, soft)}`;
      x += width + 40;
      return [key];
    });
    const now = this.#at(today);
    const foot = STRIP_TOP + STRIP_HEIGHT;
    return [
      line(LEFT, foot, RIGHT, foot, faint, 4),
      ...cells,
      line(now, STRIP_TOP - 8, now, foot + 8, colour, 6),
      ...keys,
    ];
  }
}

/** Neighbours of one state as one: drawn side by side, they would show seams. */
function joined(reading: Timeline["reading"]): Timeline["reading"] {
  return reading.reduce<Timeline["reading"][number][]>((parts, part) => {
    const last = parts.at(-1);
    if (last?.state === part.state && last.to === part.from) parts[parts.length - 1] = { ...last, to: part.to };
    else parts.push(part);
    return parts;
  }, []);
}
