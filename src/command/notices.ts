/** What was told, read from the data beside a running bot. */
import { forMachines, forPeople } from "../deliver/channels/terminal.ts";
import { UsageError } from "../language/plain-error.ts";
import { Store } from "../store/store.ts";
import type { InstantText } from "../time/instant.ts";
import { type CommonOptions, findWatch } from "./context.ts";
import { contextInForce } from "./in-force.ts";

export async function showNotices(
  options: CommonOptions & { watch?: string; since?: InstantText; limit: string },
): Promise<number> {
  const { config } = await contextInForce(options, "warn");
  if (options.watch) findWatch(config, options.watch);
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new UsageError(`--limit ${options.limit}: write a whole number from 1`);
  await Store.beside(config, async (store) => {
    const notices = (await store?.notices.list({ watch: options.watch, since: options.since, limit })) ?? [];
    for (const notice of notices) process.stdout.write(`${options.json ? forMachines(notice) : forPeople(notice)}\n`);
    if (notices.length === 0 && !options.json) process.stdout.write("Nothing has been told yet.\n");
  });
  return 0;
}
