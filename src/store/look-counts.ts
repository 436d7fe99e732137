/** What looks say over a stretch of time: put together from their days, and from single looks where it cuts a day in two. */
import { setImmediate } from "node:timers/promises";
import type { CoveredSource, Looked } from "../judge/coverage.ts";
import { type LookRecord, length, together } from "../judge/look-record.ts";
import { DAY_MS, elapsed, type InstantText, later, startOfDay } from "../time/instant.ts";
import { dayOf, endOf, KEPT_GAP_MS, recordOfDay, recordOfLooks } from "./look-days.ts";
import { type Look, looksOf } from "./look-rows.ts";
import type { CheckRow, Database, LookDayRow } from "./tables.ts";

/** What the looks of days that are over say. */
type Past = Omit<Looked, "firstLookAt">;
type Asked = Pick<CoveredSource, "id" | "patience">;

/** Rows that are read at once; then whatever else is to be done has its turn. */
const DAYS_AT_ONCE = 4000;
/** Sources whose days are gone through at once for the last good one. */
const SOURCES_AT_ONCE = 50;
/** Looks of the day before may still be on their way, from workers whose clocks are a little late. */
const SETTLED_MS = 600_000;
/** Sources of which it is remembered what the days that are over say, once for each beginning that is asked for. */
const MOST_KNOWN = 20_000;

export class LookCounts {
  readonly #database: Database;
  /** Of the days before `#today`, the first that is not over yet. It changes no more, unless such a look is forgotten, or written by a clock that was set back. */
  readonly #known = new Map<string, Past>();
  /** When a source was looked at first: that changes no more, but as the above does. */
  readonly #begun = new Map<string, InstantText>();
  #today: InstantText = "";
  #changes = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns by source; gaps longer than its patience stand there one by one */
  async of(watch: string, sources: readonly Asked[], from: InstantText, to: InstantText): Promise<Map<string, Looked>> {
    const today = startOfDay(later(to, -SETTLED_MS));
    const past = await this.#past(watch, sources, from, today);
    const begun = await this.#firstLooks(watch, sources);
    const since = await daysOf(this.#database, watch, sources, from < today ? today : from, to);
    return new Map(
      sources.map(({ id, patience }) => {
        const { record, goodBefore } = past.get(id) ?? { record: [], goodBefore: undefined };
        const whole = together([record, since.get(id) ?? []].flat(), patience);
        return [id, { record: whole, goodBefore, firstLookAt: begun.get(id) }];
      }),
    );
  }

  /** These looks were written. */
  noted(looks: readonly Pick<CheckRow, "watch" | "source" | "at">[]): void {
    if (looks.some(({ at }) => at < this.#today)) this.forget();
    // On the day of its first look as well, a clock may be set back.
    for (const { watch, source, at } of looks) {
      const first = this.#begun.get(keyOf(watch, source));
      if (first !== undefined && at < first) this.#begun.set(keyOf(watch, source), at);
    }
  }

  /** What was known of the past may be so no longer. */
  forget(): void {
    this.#begun.clear();
    this.#forgetPast();
  }

  #forgetPast(): void {
    this.#known.clear();
    this.#changes += 1;
  }

  /** By source; nothing of one that was never looked at. */
  async #firstLooks(watch: string, sources: readonly Asked[]): Promise<Map<string, InstantText>> {
    const key = (source: string) => keyOf(watch, source);
    const first = new Map<string, InstantText>();
    for (const { id } of sources) {
      const known = this.#begun.get(key(id));
      if (known) first.set(id, known);
    }
    const unknown = sources.filter(({ id }) => !first.has(id));
    if (this.#begun.size + unknown.length > MOST_KNOWN) this.#begun.clear();
    for (const [source, at] of await firstLooks(this.#database, watch, unknown)) {
      first.set(source, at);
      this.#begun.set(key(source), at);
    }
    return first;
  }

  async #past(
    watch: string,
    sources: readonly Asked[],
    from: InstantText,
    today: InstantText,
  ): Promise<Map<string, Past>> {
    if (today > this.#today) {
      this.#forgetPast();
      this.#today = today;
    }
    // A beginning within a day is another with every question.
    const isLasting = today === this.#today && from === startOfDay(from);
    const key = ({ id, patience }: Asked) => `${watch} ${id} ${patience} ${from}`;
    const past = new Map<string, Past>();
    for (const source of isLasting ? sources : []) {
      const known = this.#known.get(key(source));
      if (known) past.set(source.id, known);
    }
    const unknown = sources.filter(({ id }) => !past.has(id));
    if (unknown.length === 0) return past;
    const changes = this.#changes;
    const days = await daysOf(this.#database, watch, unknown, from, endOf(dayOf(later(today, -1))));
    const before = await lastGoodBefore(this.#database, watch, unknown, from);
    const isToKeep = isLasting && changes === this.#changes;
    if (isToKeep && this.#known.size + unknown.length > MOST_KNOWN) this.#known.clear();
    for (const source of unknown) {
      const record = together(days.get(source.id) ?? [], source.patience);
      const counted = { record, goodBefore: before.get(source.id) };
      past.set(source.id, counted);
      if (isToKeep) this.#known.set(key(source), counted);
    }
    return past;
  }
}

function keyOf(watch: string, source: string): string {
  return `${watch} ${source}`;
}

/** What the looks of each day say, from one instant to another, by source; nothing of a source that was not looked at. */
async function daysOf(
  database: Database,
  watch: string,
  sources: readonly Asked[],
  from: InstantText,
  to: InstantText,
): Promise<Map<string, LookRecord[]>> {
  const days = new Map<string, LookRecord[]>();
  const atOnce = Math.max(1, Math.floor(DAYS_AT_ONCE / (elapsed(from, to) / DAY_MS + 1)));
  for (let index = 0; index < sources.length; index += atOnce) {
    if (index > 0) await setImmediate();
    const some = new Map(sources.slice(index, index + atOnce).map(({ id, patience }) => [id, patience]));
    const rows = await database
      .selectFrom("look_day")
      .selectAll()
      .where("watch", "=", watch)
      .where("source", "in", [...some.keys()])
      .where("day", ">=", dayOf(from))
      .where("day", "<=", dayOf(to))
      .orderBy("source")
      .orderBy("day")
      .execute();
    const cut = rows.filter((row) => !isEnough(row, some.get(row.source) ?? 0, from, to));
    const looks = await looksOfDays(database, watch, cut, from, to);
    for (const row of rows) {
      const single = looks.get(row);
      const record = single ? recordOfLooks(single, some.get(row.source) ?? 0) : recordOfDay(row);
      const its = days.get(row.source);
      if (its) its.push(record);
      else days.set(row.source, [record]);
    }
  }
  return days;
}

/** Whether a day's row says all that is asked, so that its looks need not be gone through. */
function isEnough(row: LookDayRow, patience: number, from: InstantText, to: InstantText): boolean {
  if (row.first_at < from || row.last_at > to) return false;
  return patience >= KEPT_GAP_MS || recordOfDay(row).gaps.every((gap) => length(gap) <= patience);
}

async function looksOfDays(
  database: Database,
  watch: string,
  rows: readonly LookDayRow[],
  from: InstantText,
  to: InstantText,
): Promise<Map<LookDayRow, Look[]>> {
  const looks = new Map<LookDayRow, Look[]>();
  for (const [day, its] of Map.groupBy(rows, (row) => row.day)) {
    const [first, last] = [startOfDay(day), endOf(day)];
    const sources = its.map(({ source }) => source);
    const found = await looksOf(database, watch, sources, from > first ? from : first, to < last ? to : last);
    const bySource = Map.groupBy(found, ({ source }) => source);
    for (const row of its) looks.set(row, bySource.get(row.source) ?? []);
  }
  return looks;
}

/** When each source was read last before an instant; nothing of one that was not. */
async function lastGoodBefore(
  database: Database,
  watch: string,
  sources: readonly Asked[],
  from: InstantText,
): Promise<Map<string, InstantText>> {
  const last = new Map<string, InstantText>();
  for (let index = 0; index < sources.length; index += SOURCES_AT_ONCE) {
    if (index > 0) await setImmediate();
    const ids = sources.slice(index, index + SOURCES_AT_ONCE).map(({ id }) => id);
    const days = await database
      .selectFrom("look_day")
      .select((e) => ["source", e.fn.max("last_good").as("at")])
      .where("watch", "=", watch)
      .where("source", "in", ids)
      .where("day", "<", dayOf(from))
      .groupBy("source")
      .execute();
    for (const { source, at } of days) if (at) last.set(source, at);
    if (from === startOfDay(from)) continue;
    for (const { source, at, outcome } of await looksOf(database, watch, ids, startOfDay(from), from))
      if (outcome !== "problem" && at < from && at > (last.get(source) ?? "")) last.set(source, at);
  }
  return last;
}

/** When each source was looked at first; nothing of one that never was. */
async function firstLooks(
  database: Database,
  watch: string,
  sources: readonly Asked[],
): Promise<Map<string, InstantText>> {
  const first = new Map<string, InstantText>();
  for (let index = 0; index < sources.length; index += SOURCES_AT_ONCE) {
    if (index > 0) await setImmediate();
    const days = await database
      .selectFrom("look_day")
      .select((e) => ["source", e.fn.min("first_at").as("at")])
      .where("watch", "=", watch)
      .where(
        "source",
        "in",
        sources.slice(index, index + SOURCES_AT_ONCE).map(({ id }) => id),
      )
      .groupBy("source")
      .execute();
    for (const { source, at } of days) first.set(source, at);
  }
  return first;
}
