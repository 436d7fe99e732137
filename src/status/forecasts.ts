/** The forecasts that the bot sent, and how they did: from the messages in the store, in which each stands as it was told. */
import { publishedOn } from "../judge/evidence.ts";
import type { Notice } from "../judge/notice.ts";
import type { Store } from "../store/store.ts";
import { civilDateAt, daysAfter } from "../time/civil-date.ts";
import { type Ending, type ScoredForecast, type Sent, scoreSent } from "../track-record/sent.ts";
import type { Watch } from "../watch/watch.ts";
import { type Overview, overview } from "./overview.ts";

/** @param patience of sources that name none of their own, in milliseconds */
export async function scoredForecasts(
  watches: readonly Watch[],
  store: Store,
  at: string,
  patience: number,
): Promise<{ sent: Sent[]; scored: ScoredForecast[]; inHindsight: number }> {
  const ids = new Set(watches.map(({ id }) => id));
  const all = sentIn(await store.notices.withOdds()).filter(({ watch }) => ids.has(watch));
  // What a replay told by a record of later is no forecast.
  const sent = all.filter(({ odds }) => odds.asOf <= odds.on);
  const endings = new Map<string, Ending>();
  for (const watch of watches.filter(({ id }) => sent.some((one) => one.watch === id))) {
    const ending = endingOf(await overview(watch, store, at, patience));
    if (ending) endings.set(watch.id, ending);
  }
  return { sent, scored: scored(sent, (watch) => endings.get(watch)), inHindsight: all.length - sent.length };
}

/** How a watch ended, or stands. @returns undefined where it was never read, and nothing was found: nobody knows */
export function endingOf({ watch, status, readAt, evidence }: Overview): Ending | undefined {
  const { verdict, standing } = status;
  // What was published and is gone was published.
  const out = verdict === "published" || verdict === "withdrawn" ? publishedOn(evidence) : undefined;
  if (!out && !readAt) return undefined;
  const seenUntil = readAt ? daysAfter(civilDateAt(readAt, watch.publisher.zone), -1) : (out ?? "");
  return { publishedOn: out, isDropped: !out && (verdict === "withdrawn" || standing === "withdrawn"), seenUntil };
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
