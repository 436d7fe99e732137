/** When a source is to be looked at next. */
import { horizon } from "../commitment/standing.ts";
import type { Settings } from "../config/settings.ts";
import type { Capture } from "../fetch/capture.ts";
import { notBefore } from "../fetch/retry.ts";
import type { SourceRow } from "../store/tables.ts";
import { civilDateAt, daysBetween } from "../time/civil-date.ts";
import { DAY_MS, elapsed, type InstantText, later } from "../time/instant.ts";
import { jitter } from "../time/jitter.ts";
import type { Source, Watch } from "../watch/watch.ts";

/** An address that somebody only guessed, and that is not there, is looked at once a day. */
const CONJECTURE_EVERY_MS = 86_400_000;

const CLOCKS_DIFFER_MS = 60_000;

/** A site that refuses robots is asked more and more seldom, by how long it has done so. */
const WALLED_AT_MOST_MS = 4 * 3_600_000;

/** A web archive's list is asked for no oftener; after it could not be had, less so (it shuts out who goes on after a 429 for an hour). */
const COPIES_EVERY_MS = 45 * 60_000;
const COPIES_REFUSED_MS = 2 * 3_600_000;

interface Looked {
  at: InstantText;
  isConjecture: boolean;
  capture: Capture;
  /** Since when a wall stands before it; null where none does. */
  walledSince: InstantText | null;
}

export function nextDue(
  watch: Watch,
  source: Pick<Source, "id" | "every" | "via">,
  schedule: Settings["schedule"],
  { at, isConjecture, capture, walledSince }: Looked,
): InstantText {
  const usual = isConjecture ? CONJECTURE_EVERY_MS : (source.every ?? schedule.every);
  const wanted =
    isNearTheEnd(watch, schedule, at) && !isConjecture ? Math.min(usual, schedule.near_the_end.every) : usual;
  const every = Math.max(wanted, source.via ? copiesEvery(capture) : walledSince ? afterWall(walledSince, at) : 0);
  const due = later(at, every * (1 + (jitter(`${watch.id}/${source.id} ${at}`) * 2 - 1) * schedule.jitter));
  const asked = notBefore(capture);
  return asked && asked > due ? asked : due;
}

/** Half as long as it has been walled, so that one that opens again is met soon. */
function afterWall(since: InstantText, at: InstantText): number {
  return Math.min(WALLED_AT_MOST_MS, elapsed(since, at) / 2);
}

function copiesEvery({ kind }: Capture): number {
  return kind === "failure" ? COPIES_REFUSED_MS : COPIES_EVERY_MS;
}

/** Due when its time has come, when it was never looked at or its rules are others now, or when the clock has jumped back behind the last look. */
export function isDue(
  row: Pick<SourceRow, "checked_at" | "due_at" | "rules"> | undefined,
  rules: string,
  now: InstantText,
): boolean {
  if (!row?.checked_at || !row.due_at || isToBeReadAnew(row, rules)) return true;
  // The clocks of those who look may differ a little.
  return row.due_at <= now || row.checked_at > later(now, CLOCKS_DIFFER_MS);
}

/** Whether what it was read and judged by was changed since. */
export function isToBeReadAnew(row: Pick<SourceRow, "rules">, rules: string): boolean {
  return row.rules !== null && row.rules !== rules;
}

function isNearTheEnd(watch: Watch, schedule: Settings["schedule"], at: InstantText): boolean {
  const today = civilDateAt(at, watch.publisher.zone);
  const days = Math.ceil(schedule.near_the_end.within / DAY_MS);
  return watch.statements.some((statement) => {
    const range = statement.on <= today ? horizon(statement) : undefined;
    const left = range && daysBetween(today, range.latest);
    return left !== undefined && left >= 0 && left <= days;
  });
}
