/** Where a watch stands, put together from its statements, its evidence and the day. */
import { clock, type Standing } from "../commitment/standing.ts";
import { type CivilDate, civilDateAt } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import type { Reach, UnknownBecause, Verdict } from "../watch/names.ts";
import type { Horizon } from "../watch/statement.ts";
import type { Watch } from "../watch/watch.ts";
import { type Evidence, finding, publishedOn } from "./evidence.ts";
import { reachOf, type SourceHealth, type SourcesRead, sourcesRead, whyNoneIsRead } from "./source-health.ts";

/** Where a watch stands at an instant. */
export interface Status {
  watch: string;
  title: string;
  /** What messages call it instead, where the watch says so. */
  short?: Watch["short"];
  publisher: string;
  verdict: Verdict;
  /** Where it is unknown. */
  unknownBecause?: UnknownBecause | undefined;
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
  /** What can be done now, where that is not to prove a publication. */
  reach?: Reach | undefined;
  /** How many of the sources that count are read now; left out where the notice comes of a reading itself. */
  reading?: SourcesRead | undefined;
  /** The newest promise made since the first. */
  newest?:
    | { promisedOn: CivilDate; phrase: string; horizon: Horizon; standing: Standing; addedBy?: string }
    | undefined;
}

/** @param sources how they have been doing; left out where one was just read */
export function status(
  watch: Watch,
  evidence: readonly Evidence[],
  at: InstantText,
  sources?: readonly SourceHealth[],
): Status {
  const today = civilDateAt(at, watch.publisher.zone);
  const found = finding(evidence);
  const unknownBecause = found === "nothing" && sources ? whyNoneIsRead(sources, at) : undefined;
  const reach = sources && reachOf(sources, at);
  const reached = found !== "nothing" ? found : unknownBecause ? "unknown" : "unpublished";
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
    ...(unknownBecause ? { unknownBecause } : {}),
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
    ...(sources ? { reading: sourcesRead(sources, at) } : {}),
    ...(reach ? { reach } : {}),
  };
}
