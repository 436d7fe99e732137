/** When a source is to be looked at next. */
import { horizon } from "../commitment/standing.ts";
import type { Settings } from "../config/settings.ts";
import type { Capture } from "../fetch/capture.ts";
import { notBefore } from "../fetch/retry.ts";
import { isWalled } from "../read/reading.ts";
import type { SourceRow } from "../store/tables.ts";
import { civilDateAt, daysBetween } from "../time/civil-date.ts";
import { DAY_MS, type InstantText, later } from "../time/instant.ts";
import { jitter } from "../time/jitter.ts";
import type { Source, Watch } from "../watch/watch.ts";

/** An address that somebody only guessed, and that is not there, is looked at once a day. */
const CONJECTURE_EVERY_MS = 86_400_000;

const CLOCKS_DIFFER_MS = 60_000;

interface Looked {
  at: InstantText;
  isConjecture: boolean;
  capture: Capture;
}

export function nextDue(
  watch: Watch,
  source: Pick<Source, "id" | "every">,
  schedule: Settings["schedule"],
  { at, isConjecture, capture }: Looked,
): InstantText {
  const usual = isConjecture ? CONJECTURE_EVERY_MS : (source.every ?? schedule.every);
  const every =
    isNearTheEnd(watch, schedule, at) && !isConjecture ? Math.min(usual, schedule.near_the_end?.every ?? usual) : usual;
  const due = later(at, every * (1 + (jitter(`${watch.id}/${source.id} ${at}`) * 2 - 1) * schedule.jitter));
  const asked = notBefore(capture);
  return asked && asked > due ? asked : due;
}

/**
 * Whether a source is to be looked at at all: copies of one are, while its own site refuses robots.
 * @param rowOf the row of another source of its watch, by its id
 */
export function isCalledFor(
  { via }: Pick<Source, "via">,
  rowOf: (source: string) => Pick<SourceRow, "problem" | "detail" | "failing_since"> | undefined,
): boolean {
  if (!via) return true;
  const row = rowOf(via.of);
  return row !== undefined && row.failing_since !== null && isWalled(row);
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
  if (!schedule.near_the_end) return false;
  const today = civilDateAt(at, watch.publisher.zone);
  const days = Math.ceil(schedule.near_the_end.within / DAY_MS);
  return watch.statements.some((statement) => {
    const range = statement.on <= today ? horizon(statement) : undefined;
    const left = range && daysBetween(today, range.latest);
    return left !== undefined && left >= 0 && left <= days;
  });
}
