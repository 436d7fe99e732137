/** What the record says of a watch, for programs: chances from 0 to 1, days as dates, and the rows behind them. */
import type { HeldRecord } from "../track-record/held-record.ts";
import { rowsLike } from "../track-record/odds.ts";
import type { Watch } from "../watch/watch.ts";
import type { OddsOn } from "./overview.ts";

export function oddsRecord(watch: Watch, record: HeldRecord, { odds, beforehand }: OddsOn) {
  return {
    type: "record" as const,
    watch: watch.id,
    asOf: record.asOf ?? null,
    odds: odds ?? null,
    beforehand: beforehand ?? null,
    rows: odds
      ? rowsLike(watch, record, odds.promise.kind).map((row) => ({
          id: row.id,
          case: row.case,
          said: row.said,
          phrase: row.phrase,
          speaker: row.speaker,
          latest: row.latest ?? null,
          status: row.status,
          until: row.until,
          isKept: row.scored.isKept,
          sources: row.sources,
        }))
      : [],
  };
}
