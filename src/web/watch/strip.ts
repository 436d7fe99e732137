/** How well one source was read, a bar a day, with the months below. */
import { html, raw } from "hono/html";
import { type Coverage, type ReadState, statesOver, stretchesBetween } from "../../judge/coverage.ts";
import { civilDateAt } from "../../time/civil-date.ts";
import { DAY_MS, type InstantText, later, startOfDay } from "../../time/instant.ts";
import type { Html } from "../layout.ts";
import type { Reader } from "../reader.ts";

export const DAYS_SHOWN = 90;
const HEIGHT = 24;
const LABELS = 18;
/** Of a bar's place, the rest is between it and the next. */
const BAR = 0.78;
/** Days of its month that must be shown for its name to have room. */
const ROOM = 12;

/** The days that are shown: each instant begins one, and the last is now. */
export function daysUntil(now: InstantText): InstantText[] {
  const today = startOfDay(now);
  return [...Array.from({ length: DAYS_SHOWN }, (_, index) => later(today, (index - DAYS_SHOWN + 1) * DAY_MS)), now];
}

/** @param name of the source, for those who hear the page */
export function strip({ words, says }: Reader, name: string, coverage: Coverage, days: readonly InstantText[]): Html {
  const counts: Record<ReadState, number> = { read: 0, partly: 0, unread: 0, unlooked: 0, unwatched: 0 };
  const percent = (index: number) => `${((index * 100) / DAYS_SHOWN).toFixed(2)}%`;
  const bars = statesOver([coverage], stretchesBetween(days)).map((state, index) => {
    counts[state] += 1;
    const at = days[index];
    const title =
      state === "unwatched" || !at
        ? ""
        : `<title>${says.shortDay(civilDateAt(at, "UTC"))}: ${words.sources.read[state]}</title>`;
    return `<rect x="${percent(index)}" y="0" width="${percent(BAR)}" height="${HEIGHT}" class="${state}">${title}</rect>`;
  });
  const names = days.slice(0, DAYS_SHOWN).flatMap((day, index) => {
    const isFirst = index === 0 ? Number(day.slice(8, 10)) <= 31 - ROOM : day.slice(8, 10) === "01";
    return isFirst && index <= DAYS_SHOWN - ROOM / 2
      ? [`<text x="${percent(index)}" y="${HEIGHT + LABELS - 4}">${says.monthName(civilDateAt(day, "UTC"))}</text>`]
      : [];
  });
  return html`<svg class="strip" width="100%" height="${HEIGHT + LABELS}" role="img" aria-label="${words.sources.strip(name, counts)}">${raw(bars.join("") + names.join(""))}</svg>`;
}
