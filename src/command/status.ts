/** Where things stand, and what was told: read from the data, beside a running bot if there is one. */
import type { Config } from "../config/load.ts";
import { forMachines, forPeople } from "../deliver/channels/terminal.ts";
import { sourceState } from "../judge/source-health.ts";
import { UsageError } from "../language/plain-error.ts";
import { whereThingsStand } from "../message/wording.ts";
import { overview } from "../status/overview.ts";
import { openBeside } from "../store/database.ts";
import { Store } from "../store/store.ts";
import type { InstantText } from "../time/instant.ts";
import type { Watch } from "../watch/watch.ts";
import { type CommonOptions, context, findWatch } from "./context.ts";

export async function showStatus(options: CommonOptions): Promise<number> {
  const { config, clock } = context(options, "warn");
  await withStore(config, async (store) => {
    for (const watch of config.watches) {
      const line = await statusLine(watch, store, clock.now(), config.settings.schedule.patience);
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
  await withStore(config, async (store) => {
    const notices = (await store?.notices.list({ watch: options.watch, since: options.since, limit })) ?? [];
    for (const notice of notices) process.stdout.write(`${options.json ? forMachines(notice) : forPeople(notice)}\n`);
    if (notices.length === 0 && !options.json) process.stdout.write("Nothing has been told yet.\n");
  });
  return 0;
}

/** What `status --json` prints, and `check --json` last of all. */
export async function statusLine(watch: Watch, store: Store | undefined, at: InstantText, patience: number) {
  const { status: now, evidence, sources } = await overview(watch, store, at, patience);
  const { earliest, likely, latest } = now.horizon;
  return {
    type: "status",
    watch: watch.id,
    at,
    verdict: now.verdict,
    standing: now.standing,
    promised_on: now.promisedOn,
    horizon: { earliest, likely, latest },
    day: now.day,
    ...(now.publishedOn ? { published_on: now.publishedOn } : {}),
    ...(now.newest
      ? {
          newest_promise: {
            promised_on: now.newest.promisedOn,
            phrase: now.newest.phrase,
            latest: now.newest.horizon.latest,
            standing: now.newest.standing,
          },
        }
      : {}),
    evidence: evidence
      .filter((item) => item.state !== "dismissed")
      .map(({ id, rule, url, title, date, state }) => ({ id, rule, url, title, date, state })),
    sources: sources.map((health) => ({
      source: health.id,
      state: sourceState(health),
      read_at: health.goodAt,
      checked_at: health.checkedAt,
      ...(health.failingSince ? { problem: health.problem, detail: health.detail, since: health.failingSince } : {}),
    })),
    text: whereThingsStand(now).join(" "),
  };
}

function statusText(line: Awaited<ReturnType<typeof statusLine>>, watch: Watch): string {
  const width = Math.max(...line.sources.map((source) => source.source.length));
  const sources = line.sources.map(
    (source) =>
      `  ${source.source.padEnd(width)}  ${source.state}${source.problem ? ` (${source.problem}: ${source.detail})` : ""}${source.read_at ? `, last read ${source.read_at.slice(0, 16).replace("T", " ")} UTC` : ""}`,
  );
  const evidence = line.evidence.map(
    (item) =>
      `  ${item.id}  ${item.rule}${item.state === "standing" ? "" : ` (${item.state})`}: ${item.title}\n            ${item.url}`,
  );
  return [
    watch.title,
    `  ${line.text}`,
    "Sources",
    ...sources,
    ...(evidence.length > 0 ? ["Evidence", ...evidence] : []),
    "",
  ].join("\n");
}

/** Works with the data beside a running bot; there may be none yet. */
export async function withStore<T>(config: Config, work: (store: Store | undefined) => Promise<T>): Promise<T> {
  const database = openBeside(config.dataDirectory);
  const store = database && new Store(database);
  try {
    return await work(store);
  } finally {
    await store?.close();
  }
}
