/** What the record of such promises says, put to a notice about the clock: as it was when people were told, so that it can be scored. */
import type { HeldRecord } from "../track-record/held-record.ts";
import { beforehandOf, oddsOf } from "../track-record/odds.ts";
import type { Watch } from "../watch/watch.ts";
import type { Notice } from "./notice.ts";

/**
 * @param watch with the statements that are known
 * @returns the same notice; of a promise that runs out or goes on, with its odds, and of a publication, with what was to be expected
 */
export function withRecord<N extends Notice>(notice: N, watch: Watch, held: HeldRecord): N {
  switch (notice.kind) {
    case "overdue":
    case "reminder": {
      const odds = oddsOf(watch, held, notice.status.today);
      return odds ? { ...notice, odds } : notice;
    }
    case "published": {
      const { publishedOn } = notice.status;
      const beforehand = publishedOn && beforehandOf(watch, held, publishedOn);
      return beforehand ? { ...notice, beforehand } : notice;
    }
    default:
      return notice;
  }
}

/** For who would rather not hear of it. */
export function withoutRecord(notice: Notice): Notice {
  const { odds: _odds, beforehand: _beforehand, ...rest } = notice;
  return rest as Notice;
}
