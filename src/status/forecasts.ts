/** The forecasts that the bot sent, and how they did: from the messages in the store, in which each stands as it was told. */
import type { Notice } from "../judge/notice.ts";
import type { Store } from "../store/store.ts";
import { type CivilDate, civilDateAt, daysAfter } from "../time/civil-date.ts";
import { type Ending, type ScoredForecast, type Sent, scoreSent } from "../track-record/sent.ts";
import type { Watch } from "../watch/watch.ts";
import { overview } from "./overview.ts";

/** @param patience of sources that name none of their own, in milliseconds */
export async function scoredForecasts(
  watches: readonly Watch[],
  store: Store,
  at: string,
  patience: number,
): Promise<{ sent: Sent[]; scored: ScoredForecast[]; inHindsight: number }> {
  const all = sentIn(await store.notices.withOdds());
  // What a replay told by a record of later is no forecast.
  const sent = all.filter(({ odds }) => odds.asOf <= odds.on);
  const endings = new Map<string, Ending>();
  for (const watch of watches.filter(({ id }) => sent.some((one) => one.watch === id))) {
    const { status, readAt } = await overview(watch, store, at, patience);
    const seen = readAt ? civilDateAt(readAt, watch.publisher.zone) : status.today;
    endings.set(watch.id, endingOf(status, seen));
  }
  return { sent, scored: scored(sent, (watch) => endings.get(watch)), inHindsight: all.length - sent.length };
}

/** @param seenOn the day on which it was looked for last */
export function endingOf({ publishedOn, verdict, standing }: Notice["status"], seenOn: CivilDate): Ending {
  return {
    publishedOn,
    isDropped: verdict === "withdrawn" || standing === "withdrawn",
    seenUntil: daysAfter(seenOn, -1),
  };
}

export function sentIn(notices: readonly Notice[]): Sent[] {
  return notices.flatMap(({ watch, odds }) => (odds ? [{ watch, odds }] : []));
}

export function scored(sent: readonly Sent[], endingOfWatch: (watch: string) => Ending | undefined): ScoredForecast[] {
  return sent.flatMap((one) => {
    const ending = endingOfWatch(one.watch);
    return (ending && scoreSent(one, ending)) ?? [];
  });
}
