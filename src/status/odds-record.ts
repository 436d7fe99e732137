/** What the record says of a watch, and the rows behind it, as one object. */
import type { HeldRecord } from "../track-record/held-record.ts";
import { rowsLike } from "../track-record/odds.ts";
import { beforehandJson, oddsJson, rowJson } from "../track-record/odds-json.ts";
import type { Watch } from "../watch/watch.ts";
import type { OddsOn } from "./overview.ts";

export function oddsRecord(watch: Watch, record: HeldRecord, { odds, beforehand }: OddsOn) {
  return {
    type: "record" as const,
    watch: watch.id,
    odds: odds ? oddsJson(odds) : null,
    beforehand: beforehand ? beforehandJson(beforehand) : null,
    rows: odds ? rowsLike(watch, record, odds.promise.kind).map(rowJson) : [],
  };
}
