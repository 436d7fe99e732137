/** Where a watch stands, put together from its statements, its evidence and the day. */
import { clock } from "../commitment/standing.ts";
import { civilDateAt } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { type Evidence, publishedOn, verdict } from "./evidence.ts";
import type { Status } from "./notice.ts";

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
          },
        }
      : {}),
  };
}
