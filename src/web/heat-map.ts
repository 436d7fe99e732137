/** A calendar of how well one source was read, a square a day. */
import { html, raw } from "hono/html";
import { type Coverage, type ReadState, stateOver } from "../judge/coverage.ts";
import { DAY_MS, type InstantText, later } from "../time/instant.ts";
import type { Html } from "./layout.ts";

export const WEEKS_SHOWN = 26;
const CELL = 13;
const GAP = 3;
const WORDS: Record<ReadState, string> = {
  read: "read all day",
  partly: "read part of the day",
  unread: "could not be read",
  unlooked: "no look on record",
};

/** The first day that is shown: a Monday. */
export function calendarStart(now: InstantText): InstantText {
  const today = `${now.slice(0, 10)}T00:00:00.000Z`;
  const weekday = (new Date(today).getUTCDay() + 6) % 7;
  return later(today, -(weekday + (WEEKS_SHOWN - 1) * 7) * DAY_MS);
}

/** @param name of the source, for those who hear the page */
export function heatMap(name: string, coverage: Coverage, now: InstantText): Html {
  const start = calendarStart(now);
  const days = Array.from({ length: WEEKS_SHOWN * 7 }, (_, index) => later(start, index * DAY_MS)).filter(
    (day) => day <= now,
  );
  const counts: Record<ReadState, number> = { read: 0, partly: 0, unread: 0, unlooked: 0 };
  const cells = days.map((day, index) => {
    const next = later(day, DAY_MS);
    const state = stateOver([coverage], day, next < now ? next : now);
    counts[state] += 1;
    const x = Math.floor(index / 7) * (CELL + GAP);
    const y = (index % 7) * (CELL + GAP);
    return `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" rx="2" class="${state}"><title>${day.slice(0, 10)}: ${WORDS[state]}</title></rect>`;
  });
  const said = `${name}, the last ${WEEKS_SHOWN} weeks: ${counts.read} days read, ${counts.partly} in part, ${counts.unread} unreadable, ${counts.unlooked} without a look on record`;
  const width = WEEKS_SHOWN * (CELL + GAP) - GAP;
  const height = 7 * (CELL + GAP) - GAP;
  return html`<svg class="calendar" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${said}">${raw(cells.join(""))}</svg>`;
}
