/** What no single check can say, looked over and recorded: the clock, blind sources, the reminder. */
import { overall } from "../judge/coverage.ts";
import { lookOver } from "../judge/look-over.ts";
import type { Looks, Notice } from "../judge/notice.ts";
import { isCalledFor, type SourceHealth, silenceToTellAt } from "../judge/source-health.ts";
import { withRecord } from "../judge/with-record.ts";
import { healthOf } from "../status/overview.ts";
import type { Basis } from "../store/steps.ts";
import type { Store } from "../store/store.ts";
import { nextDayAt } from "../time/civil-date.ts";
import { type InstantText, later } from "../time/instant.ts";
import { lookedAt, type Watch } from "../watch/watch.ts";
import type { Tools } from "./errand.ts";

/** How soon it is seen whether a clock that was set is believed. */
const HOUR_MS = 3_600_000;
/** Nothing is due before a person says so. */
const LATER: InstantText = "9999-12-31T23:59:59.999Z";

export interface LookedOver {
  notices: Notice[];
  /** When the first of its sources is due. */
  due: InstantText;
  /** When there is next something to say whatever the sources show: a silence or a reminder is to be told, a day is over. */
  next: InstantText;
}

/**
 * @param basis how far the watch was when it was known so
 * @throws {Overtaken} when something else was recorded of it meanwhile
 */
export async function lookOverWatch(
  { clock, log, record, schedule, store }: Tools,
  watch: Watch,
  basis: Basis,
): Promise<LookedOver> {
  const at = clock.now();
  const memory = await store.watches.memory(watch.id);
  const rows = await store.sources.of(watch.id);
  const health = healthOf(watch, rows, schedule.patience).filter(({ isPaused }) => !isPaused);
  const reminderEvery = schedule.reminders ? schedule.reminder : undefined;
  const last = memory.remindedAt;
  const isReminderDue = reminderEvery !== undefined && last !== undefined && later(last, reminderEvery) <= at;
  const looks = isReminderDue ? await looksSince(store, watch, health, last, at) : undefined;
  const isDoubted = (clock.setBy?.() ?? 0) > 0;
  const found = lookOver(watch, await store.evidence.of(watch.id), memory, health, looks, reminderEvery, at, isDoubted);
  const outlook = { ...found, notices: found.notices.map((notice) => withRecord(notice, watch, record)) };
  // What is told too late is told at once, or not before something else happens.
  const toTell = health.flatMap((source) => silenceToTellAt(source) ?? []);
  if (reminderEvery !== undefined && outlook.memory.remindedAt)
    toTell.push(later(outlook.memory.remindedAt, reminderEvery));
  const standing = new Map(rows.map((row) => [row.source, row]));
  const [due = LATER] = lookedAt(watch)
    .filter((source) => isCalledFor(source, (id) => standing.get(id)))
    .map(({ id }) => standing.get(id)?.due_at ?? at)
    .sort();
  const [next = at] = [
    ...(isDoubted ? [later(at, HOUR_MS)] : []),
    ...toTell.filter((one) => one > at),
    nextDayAt(at, watch.publisher.zone),
  ].sort();
  const isRemembered = JSON.stringify(outlook.memory) === JSON.stringify(memory);
  const hasNews =
    !isRemembered || outlook.notices.length > 0 || outlook.toldBlind.length > 0 || outlook.toldRecovered.length > 0;
  if (!hasNews) return { notices: [], due, next };
  log.debug({ event: "look-over", watch: watch.id }, "recording what was looked over");
  const notices = await store.record(watch.id, {
    line: { kind: "look-over", at, watch: watch.id, notices: outlook.notices },
    watchMemory: outlook.memory,
    notices: outlook.notices,
    toldBlind: outlook.toldBlind,
    toldRecovered: outlook.toldRecovered,
    basis: { ...basis, isStrict: true },
  });
  return { notices, due, next };
}

async function looksSince(
  store: Store,
  watch: Watch,
  health: readonly SourceHealth[],
  since: InstantText,
  at: InstantText,
): Promise<Looks> {
  const counted = health.filter((source) => !source.isConjecture);
  return { since, ...overall(await store.looks.coverage(watch.id, counted, since, at)) };
}
