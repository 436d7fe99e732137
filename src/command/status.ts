/** `status` and `notices`: where things stand, and what was told, read from the data beside a running bot. */
import { forMachines, forPeople } from "../deliver/channels/terminal.ts";
import { UsageError } from "../language/plain-error.ts";
import { statusRecord } from "../status/status-record.ts";
import { Store } from "../store/store.ts";
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { type CommonOptions, context, findWatch } from "./context.ts";

export async function showStatus(options: CommonOptions): Promise<number> {
  const { config, clock } = context(options, "warn");
  await Store.beside(config.dataDirectory, async (store) => {
    for (const watch of config.watches) {
      const line = await statusRecord(watch, store, clock.now(), config.settings.schedule.patience);
      process.stdout.write(options.json ? `${JSON.stringify(line)}\n` : `${statusText(line, watch)}\n`);
    }
  });
  return 0;
}

export async function showNotices(
  options: CommonOptions & { watch?: string; since?: InstantText; limit: string },
): Promise<number> {
  const { config } = context(options, "warn");
  if (options.watch) findWatch(config, options.watch);
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new UsageError(`--limit ${options.limit}: write a whole number from 1`);
  await Store.beside(config.dataDirectory, async (store) => {
    const notices = (await store?.notices.list({ watch: options.watch, since: options.since, limit })) ?? [];
    for (const notice of notices) process.stdout.write(`${options.json ? forMachines(notice) : forPeople(notice)}\n`);
    if (notices.length === 0 && !options.json) process.stdout.write("Nothing has been told yet.\n");
  });
  return 0;
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
