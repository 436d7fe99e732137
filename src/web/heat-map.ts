/** A calendar of how well one source was read, a square a day. */
import { html, raw } from "hono/html";
import { type Coverage, type ReadState, statesOver, stretchesBetween } from "../judge/coverage.ts";
import { DAY_MS, type InstantText, later, startOfDay } from "../time/instant.ts";
import type { Html } from "./layout.ts";

export const WEEKS_SHOWN = 26;
const CELL = 13;
const GAP = 3;
const WORDS: Record<Exclude<ReadState, "unwatched">, string> = {
  read: "read all day",
  partly: "read part of the day",
  unread: "could not be read",
  unlooked: "no look on record",
};

/** The days that are shown: each instant begins one, from a Monday on, and the last is now. */
export function calendarOf(now: InstantText): InstantText[] {
  const today = startOfDay(now);
  const weekday = (new Date(today).getUTCDay() + 6) % 7;
  const past = weekday + (WEEKS_SHOWN - 1) * 7;
  return [...Array.from({ length: past + 1 }, (_, index) => later(today, (index - past) * DAY_MS)), now];
}

/** @param name of the source, for those who hear the page */
export function heatMap(name: string, coverage: Coverage, calendar: readonly InstantText[]): Html {
  const counts: Record<ReadState, number> = { read: 0, partly: 0, unread: 0, unlooked: 0, unwatched: 0 };
  const cells = statesOver([coverage], stretchesBetween(calendar)).map((state, index) => {
    counts[state] += 1;
    if (state === "unwatched") return "";
    const x = Math.floor(index / 7) * (CELL + GAP);
    const y = (index % 7) * (CELL + GAP);
    return `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" rx="2" class="${state}"><title>${calendar[index]?.slice(0, 10)}: ${WORDS[state]}</title></rect>`;
  });
  const said = `${name}, the last ${WEEKS_SHOWN} weeks: ${counts.read} days read, ${counts.partly} in part, ${counts.unread} unreadable, ${counts.unlooked} without a look on record${counts.unwatched > 0 ? `, ${counts.unwatched} before the first look` : ""}`;
  const width = WEEKS_SHOWN * (CELL + GAP) - GAP;
  const height = 7 * (CELL + GAP) - GAP;
  return html`<svg class="calendar" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${said}">${raw(cells.join(""))}</svg>`;
}
