/** What the method counts of a row: the definitions. */
import { type CivilDate, daysBetween } from "../time/civil-date.ts";
import type { DatedPromise, Kind, Outcome } from "./promise.ts";

/** A named day further ahead than this is kept no better than any other deadline. */
const MOST_DAYS_TO_NAMED = 31;

/** @param row one that promises a day: of no other kind than those that hang on one */
export function outcome(
  row: Pick<DatedPromise, "said" | "writtenKind" | "earliest" | "status" | "until" | "foundBy"> & { latest: CivilDate },
): Outcome {
  const latestDay = daysBetween(row.said, row.latest);
  const lastDay = daysBetween(row.said, row.until);
  const kind = scoredKind(row.writtenKind as Kind | "event-bound", latestDay);
  const earliest = row.earliest ? daysBetween(row.said, row.earliest) : 0;
  const isPublished = row.status === "published";
  return {
    kind,
    earliestDay: kind === "exact-date" ? latestDay : Math.min(latestDay, Math.max(0, earliest)),
    ...{ latestDay, lastDay, isPublished },
    isKept: isPublished && lastDay <= latestDay,
    isLate: lastDay > latestDay,
    // A story that something is late is found because it was; and what was not looked for to the end may have been kept.
    tells: row.foundBy !== "delay" && (isPublished || lastDay >= latestDay),
    isNeutral: row.foundBy === "phrase" || row.foundBy === "schedule",
  };
}

/** The kind that counts: what hangs on an event, and a day that is named long before, go with the deadlines. */
export function scoredKind(kind: Kind | "event-bound", latestDay: number): Kind {
  if (kind === "event-bound") return "deadline";
  return kind === "exact-date" && latestDay > MOST_DAYS_TO_NAMED ? "deadline" : kind;
}
