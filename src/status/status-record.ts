/** Where a watch stands, as one object for programs; the text in it is what people read. */
import { horizon } from "../commitment/standing.ts";
import { reachOf, sourceState } from "../judge/source-health.ts";
import { standingText, whereThingsStand } from "../message/where-things-stand.ts";
import type { Store } from "../store/store.ts";
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { overview } from "./overview.ts";

/** Who added a statement is no name. */
const REVIEWER = "a reviewer";

/** What `status --json` prints, `check --json` last of all, and the API answers. */
export async function statusRecord(named: Watch, store: Store | undefined, at: InstantText, patience: number) {
  const { watch, status: now, evidence, proposed, sources } = await overview(named, store, at, patience);
  const { earliest, likely, latest } = now.horizon;
  const reach = reachOf(sources, at);
  return {
    type: "status",
    watch: watch.id,
    at,
    verdict: now.verdict,
    ...(reach ? { reach } : {}),
    ...(now.unknownBecause ? { unknown_because: now.unknownBecause } : {}),
    standing: now.standing,
    promised_on: now.promisedOn,
    horizon: { earliest, likely, latest },
    day: now.day,
    ...(now.publishedOn ? { published_on: now.publishedOn } : {}),
    ...(now.newest
      ? {
          newest_promise: {
            promised_on: now.newest.promisedOn,
            phrase: now.newest.phrase,
            latest: now.newest.horizon.latest,
            standing: now.newest.standing,
            ...(now.newest.addedBy ? { added_by: REVIEWER } : {}),
          },
        }
      : {}),
    statements: watch.statements.map((statement) => {
      const { on, by, phrase, bearing, link, addedBy } = statement;
      const range = horizon(statement);
      return {
        on,
        by,
        phrase,
        bearing,
        ...(range ? { earliest: range.earliest, likely: range.likely, latest: range.latest } : {}),
        ...(link ? { link } : {}),
        ...(addedBy ? { added_by: REVIEWER } : {}),
      };
    }),
    evidence: evidence
      .filter((item) => item.state !== "dismissed")
      .map(({ id, rule, url, title, date, state }) => ({ id, rule, url, title, date, state })),
    proposed: proposed.map(({ id, sentence, statement: { on, by, phrase, bearing } }) => ({
      id,
      on,
      by,
      phrase,
      bearing,
      sentence,
    })),
    sources: sources.map((health) => ({
      source: health.id,
      state: sourceState(health),
      read_at: health.goodAt,
      checked_at: health.checkedAt,
      ...(health.failingSince ? { problem: health.problem, detail: health.detail, since: health.failingSince } : {}),
    })),
    text: standingText(whereThingsStand(now, evidence)),
  };
}
