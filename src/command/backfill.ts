/**
 * `backfill`: what the Wayback Machine holds of a watch's sources, fetched into a WARC file and replayed. The file is its
 * own memory: started again, it goes on with what is not in it yet.
 */
import { join } from "node:path";
import { createFetcher } from "../fetch/fetcher.ts";
import { UsageError } from "../language/plain-error.ts";
import { historyOf } from "../replay/files.ts";
import { makeFolder } from "../store/folder.ts";
import { beginningOf, endOf } from "../time/civil-date.ts";
import type { Watch } from "../watch/watch.ts";
import { fill } from "../wayback/fill.ts";
import { type CommonOptions, endAtSignal, findWatch } from "./context.ts";
import { contextInForce } from "./in-force.ts";
import { progressBar } from "./print.ts";
import { playAndShow, showReading } from "./replay.ts";

export interface BackfillOptions extends CommonOptions {
  watch?: string;
  from: string;
  to?: string;
  replay: boolean;
}

export async function backfill(options: BackfillOptions): Promise<number> {
  const { config, clock } = await contextInForce(options, "warn");
  const watches = options.watch ? [findWatch(config, options.watch)] : config.watches;
  const { from, to = clock.now() } = options;
  if (from > to) throw new UsageError(`--from ${from} is after --to ${to.slice(0, 10)}; give an earlier day`);
  makeFolder(config.dataDirectory);
  const ending = endAtSignal();
  const fetcher = createFetcher({ settings: config.settings.fetch, clock, readsRobots: "ignored" });
  const files = new Map<string, Watch>();
  try {
    for (const watch of watches) {
      const { zone } = watch.publisher;
      const file = join(config.dataDirectory, "backfill", `${watch.id}.warc.gz`);
      const bar = progressBar("{watch}  [{bar}] {percentage}%  {value} of {total} captures");
      bar.start(1, 0, { watch: watch.id });
      const tally = await fill(
        file,
        watch,
        fetcher,
        beginningOf(from, zone),
        endOf(to, zone),
        ending.begun,
        (done, of) => {
          bar.setTotal(Math.max(1, of));
          bar.update(done);
        },
      ).finally(() => bar.stop());
      if (ending.begun.aborted) {
        process.stderr.write("Stopped; the same command goes on where it was.\n");
        return ending.exitCode;
      }
      const { fetched, same, refused, known } = tally;
      process.stderr.write(
        `${watch.id}: ${known + fetched + same} captures (${fetched} fetched now, ${same} the same as another, ${known} known), ${refused} listed but not given; in ${file}\n`,
      );
      if (known + fetched + same > 0) files.set(file, watch);
    }
  } finally {
    await fetcher.close();
  }
  if (!options.replay) return 0;
  for (const [file, watch] of files) {
    const code = await playAndShow(await historyOf([file], watch, options.config, showReading), options);
    if (code !== 0) return code;
  }
  return 0;
}
