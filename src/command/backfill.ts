/**
 * `backfill`: what the Wayback Machine holds of a watch's sources, fetched into a WARC file and replayed. The file is its
 * own memory: started again, it goes on with what is not in it yet.
 */
import { join } from "node:path";
import { createFetcher, type Fetcher } from "../fetch/fetcher.ts";
import { UsageError } from "../language/plain-error.ts";
import type { Watch } from "../watch/watch.ts";
import { fetchHolding } from "../wayback/capture.ts";
import { type Holding, holdings, WaybackError } from "../wayback/cdx.ts";
import { HoldingsFile } from "../wayback/holdings-file.ts";
import { type CommonOptions, context, endAtSignal, findWatch } from "./context.ts";
import { historyOf, progressBar, runThrough } from "./replay.ts";

export interface BackfillOptions extends CommonOptions {
  watch?: string;
  from: string;
  to?: string;
  replay: boolean;
}

interface Tally {
  fetched: number;
  /** The same bytes as another capture: only referred to. */
  same: number;
  /** In the file already. */
  known: number;
  /** Listed, but not given back. */
  refused: number;
}

export async function backfill(options: BackfillOptions): Promise<number> {
  const { config, clock } = context(options, "warn");
  const watches = options.watch ? [findWatch(config, options.watch)] : config.watches;
  const to = options.to ?? clock.now().slice(0, 10);
  if (options.from > to) throw new UsageError(`--from ${options.from} is after --to ${to}; give an earlier day`);
  const ending = endAtSignal();
  const fetcher = createFetcher(config.settings.fetch, clock, false);
  const files = new Map<string, Watch>();
  try {
    for (const watch of watches) {
      const file = join(config.dataDirectory, "backfill", `${watch.id}.warc.gz`);
      const tally = await fill(file, watch, fetcher, options.from, to, ending.begun);
      if (ending.begun.aborted) {
        process.stderr.write("Stopped; the same command goes on where it was.\n");
        return 130;
      }
      const { fetched, same, refused, known } = tally;
      process.stderr.write(
        `${watch.id}: ${known + fetched + same} captures (${fetched} fetched now, ${same} the same as another, ${known} known), ${refused} listed but not given; in ${file}\n`,
      );
      if (known + fetched + same > 0) files.set(file, watch);
    }
  } catch (error) {
    if (!(error instanceof WaybackError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  } finally {
    await fetcher.close();
  }
  if (!options.replay) return 0;
  for (const [file, watch] of files) {
    const code = await runThrough(await historyOf([file], watch, options.config), options);
    if (code !== 0) return code;
  }
  return 0;
}

async function fill(
  file: string,
  watch: Watch,
  fetcher: Fetcher,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<Tally> {
  const tally: Tally = { fetched: 0, same: 0, known: 0, refused: 0 };
  const held = await HoldingsFile.open(file);
  const bar = progressBar("{watch}  [{bar}] {percentage}%  {value} of {total} captures");
  try {
    bar.start(1, 0, { watch: watch.id });
    const listed: Holding[] = [];
    for (const url of new Set(watch.sources.flatMap((source) => [source.url, ...source.formerly]))) {
      if (signal.aborted) return tally;
      listed.push(...(await holdings(fetcher, url, from, to, signal)));
      bar.setTotal(Math.max(1, listed.length));
    }
    for (const holding of listed.sort((a, b) => (a.at < b.at ? -1 : 1))) {
      if (signal.aborted) return tally;
      tally[await fillOne(held, fetcher, holding, signal)] += 1;
      bar.increment();
    }
    return tally;
  } finally {
    bar.stop();
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
