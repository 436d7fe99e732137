/** The parts of the picture, drawn on one scale, in the frame that it is for. */
import { type ScaleTime, scaleTime } from "d3-scale";
import { area, curveMonotoneX } from "d3-shape";
import { type CivilDate, daysBetween } from "../time/civil-date.ts";
import { DAY_MS } from "../time/instant.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Frame, inFrame } from "./frame.ts";
import { type Label, placed } from "./labels.ts";
import type { Palette } from "./palette.ts";
import { cut, fitted, letters, line, monthTicks } from "./svg.ts";
import type { Timeline, TimelineStatement } from "./timeline.ts";
import { widthOf } from "./widths.ts";

interface Said extends Label {
  text: string;
  colour: string;
  isMark: boolean;
}

/** One picture on its way: the scale that all its parts share. */
export class Drawing {
  readonly #shown: Timeline;
  readonly #colours: Palette;
  readonly #frame: Frame;
  readonly #x: ScaleTime<number, number>;

  constructor(shown: Timeline, colours: Palette, frame: Frame) {
    this.#shown = shown;
    this.#colours = colours;
    this.#frame = frame;
    const { today } = shown.status;
    const dates = [today, ...shown.statements.flatMap(({ on, horizon }) => [on, ...(horizon ? [horizon.latest] : [])])];
    const [first = today, last = today] = [dates.toSorted()[0], dates.toSorted().at(-1)];
    const margin = Math.max(5, Math.round(daysBetween(first, last) * 0.03)) * DAY_MS;
    this.#x = scaleTime()
      .domain([Date.parse(first) - margin, Date.parse(last) + margin])
      .range([frame.left, frame.right]);
  }

  #at(date: CivilDate): number {
    return Math.round(this.#x(Date.parse(date)) * 10) / 10;
  }

  /** A line that fills the width at most: smaller, and then cut. */
  heading(y: number, whole: string, size: number, colour: string, weight: "normal" | "bold"): string {
    const { left, right, letters: least } = this.#frame;
    const text = fitted(whole, least, right - left);
    const fitting = Math.min(size, (size * (right - left)) / widthOf(text, size));
    return letters(left, y, text, Math.max(least, Math.floor(fitting)), colour, weight);
  }

  /** A horizon: it rises from the earliest day to the likeliest and falls to the latest. */
  hill({ horizon }: TimelineStatement): string {
    const { promise } = this.#colours;
    const { axis, curve } = this.#frame;
    if (!horizon) return "";
    const { earliest, likely, latest } = horizon;
    if (earliest === latest) {
      const day = this.#at(latest);
      return line(day, axis - curve * 0.5, day, axis, promise, inFrame(this.#frame, 6), `stroke-dasharray="5 9"`);
    }
    const path = area<[CivilDate, number]>()
      .x(([date]) => this.#at(date))
      .y0(axis)
      .y1(([, height]) => axis - height * curve)
      .curve(curveMonotoneX)([
      [earliest, 0.18],
      [likely, 1],
      [latest, 0.06],
    ]);
    return `<path d="${path}" fill="${promise}" fill-opacity="0.25" stroke="${promise}" stroke-opacity="0.7" stroke-width="${inFrame(this.#frame, 3)}"/>`;
  }

  /** The day that matters and the words of the promises, above the curve, each with a stem to its day. */
  labels(words: Catalogue, mark: { day: CivilDate; text: string; colour: string }): string[] {
    const { text: ink, promise } = this.#colours;
    const { left, right, gap, letters: size, firstRow, row: rowHeight, axis, promises: most } = this.#frame;
    const promises = this.#shown.statements.filter(({ horizon }) => horizon);
    const chosen = [
      ...promises.slice(0, 1),
      ...promises
        .slice(1)
        .slice(1 - most)
        .reverse(),
    ];
    const label = (at: CivilDate, text: string, colour: string, isMark = false): Said => {
      const fitting = fitted(text, size, right - left);
      return { at: this.#at(at), text: fitting, width: widthOf(fitting, size), colour, isMark };
    };
    const withDates = (isDated: boolean) => [
      label(mark.day, mark.text, mark.colour, true),
      ...chosen.map(({ on, phrase, isAdded }) => {
        const quoted = words.chart.quoted(cut(phrase, 30), isAdded === true);
        return label(on, isDated ? `${words.shortDay(on)}: ${quoted}` : quoted, ink);
      }),
    ];
    // Where not all have room with their dates, as many as have it without.
    const room = { left, right, gap };
    const [dated, undated] = [placed(withDates(true), room), placed(withDates(false), room)];
    const drawn = undated.length > dated.length ? undated : dated;
    const rowOf = (row: number) => firstRow - row * rowHeight;
    const scaled = (length: number) => inFrame(this.#frame, length);
    return [
      ...drawn.map(({ at, row, isMark, colour }) => {
        const [end, stem, width] = isMark
          ? [axis + scaled(16), colour, scaled(6)]
          : [axis - scaled(10), promise, scaled(3)];
        return line(at, rowOf(row) + scaled(12), at, end, stem, width, isMark ? "" : `stroke-opacity="0.55"`);
      }),
      ...drawn.map(({ at, start, side, row, text, colour, isMark }) => {
        const [x, anchor] = side === "left" ? ([at - gap, "end"] as const) : ([start, "start"] as const);
        return letters(x, rowOf(row), text, size, colour, isMark ? "bold" : "normal", anchor);
      }),
    ];
  }

  dots(): string[] {
    const { promise, other, ground } = this.#colours;
    const scaled = (length: number) => inFrame(this.#frame, length);
    return this.#shown.statements.map(
      ({ on, horizon }) =>
        `<circle cx="${this.#at(on)}" cy="${this.#frame.axis}" r="${scaled(horizon ? 15 : 11)}" fill="${horizon ? promise : other}" stroke="${ground}" stroke-width="${scaled(4)}"/>`,
    );
  }

  /** Months, or years where months would crowd; a name only where it touches no other. */
  ticks(words: Catalogue): string[] {
    const { left: from, axis } = this.#frame;
    return monthTicks(this.#x, words, this.#colours, this.#frame, { from, axis });
  }

  /** The bot's own record, from its first look on. */
  strip(words: Catalogue, today: CivilDate, colour: string): string[] {
    const { faint, soft, read, partly, unread } = this.#colours;
    const { left, right, strip: top, stripHeight, small } = this.#frame;
    const scaled = (length: number) => inFrame(this.#frame, length);
    const fill = { read, partly, unread, unlooked: faint };
    const cells = joined(this.#shown.reading).map(({ from, to, state }) => {
      const start = this.#at(from);
      const width = Math.max(2, Math.min(right, this.#at(to)) - start);
      return `<rect x="${start}" y="${top}" width="${width.toFixed(1)}" height="${stripHeight}" fill="${fill[state]}"/>`;
    });
    const met = new Set(this.#shown.reading.map(({ state }) => state));
    const foot = top + stripHeight;
    let [x, y] = [left, foot + scaled(52)];
    const [box, beside] = [scaled(32), scaled(46)];
    const keys = (["read", "partly", "unread"] as const).flatMap((state) => {
      if (!met.has(state)) return [];
      const label = words.chart.states[state];
      const width = beside + widthOf(label, small);
      // Where one does not fit beside the others, it begins a line.
      if (x > left && x + width > right) [x, y] = [left, y + scaled(52)];
      const key = `<rect x="${x}" y="${y - scaled(30)}" width="${box}" height="${box}" rx="${scaled(5)}" fill="${fill[state]}"/>${letters(x + beside, y, label, small, soft)}`;
      x += width + scaled(40);
      return [key];
    });
    const now = this.#at(today);
    return [
      letters(left, top - scaled(20), words.chart.looks, small, soft),
      line(left, foot, right, foot, faint, scaled(4)),
      ...cells,
      line(now, top - scaled(8), now, foot + scaled(8), colour, scaled(6)),
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
