/** Where things stand, read from the data beside a running bot. */
import { statusRecord } from "../status/status-record.ts";
import { Store } from "../store/store.ts";
import type { Watch } from "../watch/watch.ts";
import type { CommonOptions } from "./context.ts";
import { sayLeft } from "./found.ts";
import { lastGood } from "./in-force.ts";

export async function showStatus(options: CommonOptions): Promise<number> {
  const { config, clock, faults } = await lastGood(options);
  if (faults.length > 0)
    process.stderr.write(
      `The config has faults; a bot that runs goes on with the last good one:\n${faults.join("\n")}\n\n`,
    );
  await Store.beside(config, async (store) => {
    for (const watch of config.watches) {
      const line = await statusRecord(watch, store, clock.now(), config.settings.schedule.patience);
      process.stdout.write(options.json ? `${JSON.stringify(line)}\n` : `${statusText(line, watch)}\n`);
    }
    if (!options.json) await sayLeft(store);
  });
  return faults.length > 0 ? 2 : 0;
}

function statusText(line: Awaited<ReturnType<typeof statusRecord>>, watch: Watch): string {
  const width = Math.max(...line.sources.map((source) => source.source.length));
  const sources = line.sources.map(
    (source) =>
      `  ${source.source.padEnd(width)}  ${source.state}${source.problem ? ` (${source.problem}: ${source.detail})` : ""}${source.read_at ? `, last read ${source.read_at.slice(0, 16).replace("T", " ")} UTC` : ""}`,
  );
  const evidence = line.evidence.map(
    (item) =>
      `  ${item.id}  ${item.rule}${item.state === "standing" ? "" : ` (${item.state})`}: ${item.title}\n            ${item.url}`,
  );
  const proposed = line.proposed.map(({ id, on, by, sentence }) => `  ${id}  ${on}, ${by}: “${sentence}”`);
  return [
    watch.title,
    `  ${line.text}`,
    "Sources",
    ...sources,
    ...(evidence.length > 0 ? ["Evidence", ...evidence] : []),
    ...(proposed.length > 0 ? ["Proposed: statement add, or statement dismiss", ...proposed] : []),
    "",
  ].join("\n");
}
