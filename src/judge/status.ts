/** Where a watch stands, put together from its statements, its evidence and the day. */
import { clock, type Standing } from "../commitment/standing.ts";
import { type CivilDate, civilDateAt } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import type { Verdict } from "../watch/names.ts";
import type { Horizon } from "../watch/statement.ts";
import type { Watch } from "../watch/watch.ts";
import { type Evidence, publishedOn, verdict } from "./evidence.ts";

/** Where a watch stands at an instant. */
export interface Status {
  watch: string;
  title: string;
  /** What messages call it instead, where the watch says so. */
  short?: Watch["short"];
  publisher: string;
  verdict: Verdict;
  /** Against the first promise. */
  standing: Standing;
  promisedOn: CivilDate;
  promisedBy: string;
  phrase: string;
  horizon: Horizon;
  /** Civil days since the first promise, in the publisher's zone. */
  day: number;
  today: CivilDate;
  publishedOn?: CivilDate | undefined;
  /** How many of the sources that count can be read now; left out where the notice comes of a reading itself. */
  reading?: SourcesRead | undefined;
  /** The newest promise made since the first. */
  newest?:
    | { promisedOn: CivilDate; phrase: string; horizon: Horizon; standing: Standing; addedBy?: string }
    | undefined;
}

/** Sources that can be read now, of those that are not mere guesses. */
export interface SourcesRead {
  read: number;
  of: number;
}

export function status(watch: Watch, evidence: readonly Evidence[], at: InstantText): Status {
  const today = civilDateAt(at, watch.publisher.zone);
  const reached = verdict(evidence);
  const published = reached === "published" ? publishedOn(evidence) : undefined;
  const { first, newest, day } = clock(watch.statements, today, {
    publishedOn: published,
    isWithdrawn: reached === "withdrawn",
  });
  return {
    watch: watch.id,
    title: watch.title,
    ...(watch.short ? { short: watch.short } : {}),
    publisher: watch.publisher.name,
    verdict: reached,
    standing: first.standing,
    promisedOn: first.statement.on,
    promisedBy: first.statement.by,
    phrase: first.statement.phrase,
    horizon: first.horizon,
    day,
    today,
    ...(published ? { publishedOn: published } : {}),
    ...(newest
      ? {
          newest: {
            promisedOn: newest.statement.on,
            phrase: newest.statement.phrase,
            horizon: newest.horizon,
            standing: newest.standing,
            ...(newest.statement.addedBy ? { addedBy: newest.statement.addedBy } : {}),
          },
        }
      : {}),
  };
}
