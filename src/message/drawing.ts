/** The parts of the picture, drawn on one scale. */
import { type ScaleTime, scaleTime } from "d3-scale";
import { area, curveMonotoneX } from "d3-shape";
import { type CivilDate, daysBetween } from "../time/civil-date.ts";
import { DAY_MS } from "../time/instant.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Palette } from "./palette.ts";
import type { Timeline, TimelineStatement } from "./timeline.ts";

export const WIDTH = 1200;
export const HEIGHT = 675;

export const TITLE = 38;
export const LEFT = 60;
export const RIGHT = WIDTH - 60;
export const AXIS = 424;
const LABEL_TOP = 186;
const LABEL_STEP = 34;
const HILL_HEIGHT = 150;
export const STRIP_TOP = 546;
const STRIP_HEIGHT = 34;
const MAX_LABELS = 4;
/** The font's mean width of a character, as a share of its size: labels are laid out without measuring. */
export const CHARACTER = 0.48;

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

  /** A horizon: it rises from the earliest day to the likeliest and falls to the latest. */
  hill({ horizon }: TimelineStatement): string {
    const { promise } = this.#colours;
    if (!horizon) return "";
    const { earliest, likely, latest } = horizon;
    if (earliest === latest) {
      const day = this.#at(latest);
      return this.line(day, AXIS - HILL_HEIGHT * 0.5, day, AXIS, promise, 4, `stroke-dasharray="3 7"`);
    }
    const path = area<[CivilDate, number]>()
      .x(([date]) => this.#at(date))
      .y0(AXIS)
      .y1(([, height]) => AXIS - height * HILL_HEIGHT)
      .curve(curveMonotoneX)([
      [earliest, 0.18],
      [likely, 1],
      [latest, 0.06],
    ]);
    return `<path d="${path}" fill="${promise}" fill-opacity="0.25" stroke="${promise}" stroke-opacity="0.7" stroke-width="2"/>`;
  }

  /** The words of the promises, each on the first line that has room for it. */
  labels(words: Catalogue): string[] {
    const size = 26;
    const ends: number[] = [];
    const promises = this.#shown.statements.filter(({ horizon }) => horizon);
    // The first promise, and the newest.
    const chosen = [...promises.slice(0, 1), ...promises.slice(1).slice(1 - MAX_LABELS)];
    const stems: string[] = [];
    const texts = chosen.map(({ on, phrase, addedBy }) => {
      const label = `${words.chart.shortDay(on)}: ${words.chart.quoted(cut(phrase, 34), addedBy !== undefined)}`;
      const width = label.length * size * CHARACTER;
      const place = this.#at(on);
      const start = Math.max(LEFT, Math.min(place, RIGHT - width));
      const level = [0, 1, 2, 3].find((line) => start > (ends[line] ?? 0) + size) ?? 3;
      ends[level] = start + width;
      const y = LABEL_TOP + level * LABEL_STEP;
      stems.push(this.line(place, y + 10, place, AXIS - 10, this.#colours.promise, 2, `stroke-opacity="0.45"`));
      return this.text(start, y, label, size, this.#colours.text);
    });
    return [...stems, ...texts];
  }

  dots(): string[] {
    const { promise, other, ground } = this.#colours;
    return this.#shown.statements.map(
      ({ on, horizon }) =>
        `<circle cx="${this.#at(on)}" cy="${AXIS}" r="${horizon ? 11 : 8}" fill="${horizon ? promise : other}" stroke="${ground}" stroke-width="3"/>`,
    );
  }

  /** Months, or years where months would crowd. */
  ticks(words: Catalogue): string[] {
    return this.#x.ticks(6).flatMap((tick) => {
      const place = Math.round(this.#x(tick));
      if (place < LEFT + 50 || place > RIGHT - 50) return [];
      const label = words.chart.month(tick.toISOString().slice(0, 10));
      return [
        this.line(place, AXIS, place, AXIS + 10, this.#colours.line, 3),
        this.text(place, AXIS + 44, label, 25, this.#colours.soft, "normal", "middle"),
      ];
    });
  }

  /** One day that matters, with its name beside it on the side that has room. */
  mark(day: CivilDate, colour: string, label: string): string {
    const place = this.#at(day);
    const anchor = place > WIDTH * 0.55 ? "end" : "start";
    const beside = anchor === "end" ? place - 14 : place + 14;
    const lines = [
      this.line(place, AXIS - 104, place, AXIS + 14, colour, 5),
      this.line(place, STRIP_TOP - 10, place, STRIP_TOP + STRIP_HEIGHT + 10, colour, 5),
    ];
    return `${lines.join("")}${this.text(beside, AXIS - 78, label, 30, colour, "bold", anchor)}`;
  }

  /** The bot's own record. Where nothing is drawn, it did not look. */
  strip(words: Catalogue): string[] {
    const { faint, soft, read, partly, unread } = this.#colours;
    const fill = { read, partly, unread, unlooked: faint };
    const cells = joined(this.#shown.reading).map(({ from, to, state }) => {
      const start = this.#at(from);
      const width = Math.max(1.5, Math.min(RIGHT, this.#at(to)) - start);
      return `<rect x="${start}" y="${STRIP_TOP}" width="${width.toFixed(1)}" height="${STRIP_HEIGHT}" fill="${fill[state]}"/>`;
    });
    let place = LEFT;
    const keys = (["read", "partly", "unread", "unlooked"] as const).map((state) => {
      const label = words.chart.states[state];
      const key = `<rect x="${place}" y="${STRIP_TOP + 62}" width="24" height="24" rx="4" fill="${fill[state]}"/>${this.text(place + 34, STRIP_TOP + 83, label, 25, soft)}`;
      place += 70 + label.length * 25 * CHARACTER;
      return key;
    });
    return [
      `<rect x="${LEFT}" y="${STRIP_TOP}" width="${RIGHT - LEFT}" height="${STRIP_HEIGHT}" rx="4" fill="${faint}"/>`,
      ...cells,
      ...keys,
    ];
  }

  line(x1: number, y1: number, x2: number, y2: number, colour: string, width: number, more = ""): string {
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="${width}" ${more}/>`;
  }

  text(
    x: number,
    y: number,
    content: string,
    size: number,
    fill: string,
    weight: "normal" | "bold" = "normal",
    anchor: "start" | "middle" | "end" = "start",
  ): string {
    return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" font-weight="${weight === "bold" ? 600 : 400}" text-anchor="${anchor}" stroke="${this.#colours.ground}" stroke-width="6" stroke-linejoin="round" paint-order="stroke">${asXml(content)}</text>`;
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

export function cut(content: string, characters: number): string {
  return content.length <= characters ? content : `${content.slice(0, Math.floor(characters) - 1).trimEnd()}…`;
}

export function asXml(content: string): string {
  return content
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
