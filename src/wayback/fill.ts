/** What the Wayback Machine holds of a watch's sources, fetched into a WARC file that is its own memory. */
import type { Fetcher } from "../fetch/fetcher.ts";
import { type Holding, holdings } from "../memento/cdx.ts";
import { fetchHolding } from "../memento/memento.ts";
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { HoldingsFile } from "./holdings-file.ts";

export interface Tally {
  fetched: number;
  /** The same bytes as another capture: only referred to. */
  same: number;
  /** In the file already. */
  known: number;
  /** Listed, but not given back. */
  refused: number;
}

/**
 * Fetches what is not in the file yet.
 * @param from,to when what is fetched begins and ends
 * @throws {WaybackError} when the Wayback Machine asks to be left alone, or cannot be reached
 */
export async function fill(
  file: string,
  watch: Watch,
  fetcher: Fetcher,
  from: InstantText,
  to: InstantText,
  signal: AbortSignal,
  onProgress: (done: number, of: number) => void,
): Promise<Tally> {
  const tally: Tally = { fetched: 0, same: 0, known: 0, refused: 0 };
  const held = await HoldingsFile.open(file);
  try {
    const listed: Holding[] = [];
    for (const url of new Set(
      watch.sources.filter(({ kind }) => kind !== "mail").flatMap((source) => [source.url, ...source.formerly]),
    )) {
      if (signal.aborted) return tally;
      listed.push(...(await holdings(fetcher, url, from, to, signal)));
      onProgress(0, listed.length);
    }
    for (const [index, holding] of listed.sort((a, b) => (a.at < b.at ? -1 : 1)).entries()) {
      if (signal.aborted) return tally;
      tally[await fillOne(held, fetcher, holding, signal)] += 1;
      onProgress(index + 1, listed.length);
    }
    return tally;
  } finally {
    held.close();
  }
}

async function fillOne(
  held: HoldingsFile,
  fetcher: Fetcher,
  holding: Holding,
  signal: AbortSignal,
): Promise<keyof Tally> {
  if (held.has(holding)) return "known";
  if (await held.refer(holding)) return "same";
  const answer = await fetchHolding(fetcher, holding, signal);
  if (!answer) return "refused";
  await held.keep(holding, answer);
  return "fetched";
}
