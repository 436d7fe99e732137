/** What the picture of the clock shows: the statements with their horizons, the day, and how well the sources were read. */
import { horizon } from "../commitment/standing.ts";
import { type Coverage, type ReadState, statesOver, stretchesBetween } from "../judge/coverage.ts";
import type { Status } from "../judge/status.ts";
import { type CivilDate, civilDateAt } from "../time/civil-date.ts";
import { DAY_MS, elapsed, type InstantText, later, startOfDay } from "../time/instant.ts";
import type { Curve } from "../track-record/odds.ts";
import type { Horizon } from "../watch/statement.ts";
import type { Watch } from "../watch/watch.ts";

/** A statement on the time line; a promise has a horizon. */
export interface TimelineStatement {
  on: CivilDate;
  by: string;
  phrase: string;
  link?: string | undefined;
  horizon?: Horizon | undefined;
  /** A person added it while the bot ran. */
  isAdded?: true;
}

export interface Timeline {
  status: Status;
  /** Those made by `status.today`, the oldest first. */
  statements: readonly TimelineStatement[];
  /** Equal parts of the time since the first statement, without those before the first look. */
  reading: readonly { from: CivilDate; to: CivilDate; state: Exclude<ReadState, "unwatched"> }[];
  looks: number;
  /** Stretches in which no source could be read. */
  blindStretches: number;
  /** What the record says of the promise in force, while it is open. */
  curve?: Curve | undefined;
}

/** More parts than this are narrower than what a phone shows. */
const PARTS = 180;

/** From when a watch's time line can say how its sources were read: the first day that anybody spoke. */
export function timelineStart(watch: Watch): InstantText {
  const [first = ""] = watch.statements.map((statement) => statement.on).sort();
  return startOfDay(first);
}

/** @param coverage of the sources that count, from `timelineStart` to now */
export function timeline(watch: Watch, status: Status, coverage: readonly Coverage[], at: InstantText): Timeline {
  const statements = watch.statements
    .filter((statement) => statement.on <= status.today)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map((statement): TimelineStatement => {
      const { on, by, phrase, link, addedBy } = statement;
      return { on, by, phrase, link, horizon: horizon(statement), ...(addedBy ? { isAdded: true } : {}) };
    });
  const bounds = boundsOfParts(timelineStart(watch), at);
  const days = bounds.map((bound) => civilDateAt(bound, watch.publisher.zone));
  const states = statesOver(coverage, stretchesBetween(bounds));
  const reading = states.flatMap((state, index) =>
    state === "unwatched" ? [] : [{ from: days[index] ?? "", to: days[index + 1] ?? "", state }],
  );
  const blindStretches = reading.filter(
    (part, index) => part.state === "unread" && reading[index - 1]?.state !== "unread",
  ).length;
  const looks = coverage.reduce((sum, source) => sum + source.looks, 0);
  return { status, statements, reading, looks, blindStretches };
}

/** Whole days lie between two of them, as many as it takes. */
function boundsOfParts(from: InstantText, to: InstantText): InstantText[] {
  const days = Math.max(1, Math.ceil(elapsed(from, to) / DAY_MS));
  const step = Math.ceil(days / PARTS);
  const bounds = Array.from({ length: Math.ceil(days / step) }, (_, index) => later(from, index * step * DAY_MS));
  return [...bounds, to];
}
